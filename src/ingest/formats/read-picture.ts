/**
 * A picture to a finding: recognised, read, and where that is not sure, looked at a second time in another way. Both looks
 * are read by themselves; what they do not agree on is put to a person.
 */
import { type CorrectableField, valueAt } from '../../invoice/correction.ts';
import type { Invoice, Reason } from '../../invoice/invoice.ts';
import { bothLooks } from '../ocr/both-looks.ts';
import type { Place } from '../ocr/closer-look.ts';
import { type RecognisedPages, recognisePages } from '../ocr/recognise-pages.ts';
import type { PdfPages } from '../pdf/page/pages.ts';
import type { Finding, FormatContext, FoundInvoice } from './format.ts';
import { readScan } from './scan.ts';

/** @throws PictureRefused, PdfRefused when the file cannot be looked at */
export async function readPicture(
  bytes: Uint8Array,
  mediaType: string,
  workDirectory: string,
  context: FormatContext,
): Promise<Finding> {
  return await readRecognised(
    await recognisePages(bytes, mediaType, workDirectory, context.limits.ocr),
    context,
  );
}

export async function readRecognised(recognised: RecognisedPages, context: FormatContext): Promise<Finding> {
  const first = await readClosely(recognised.pages, recognised, context);
  if (isSure(first.finding) || !holdsWriting(recognised.pages)) return first.finding;
  const pages = await recognised.lookAgain();
  const second = await readClosely(pages, recognised, context);
  const together = await readClosely(bothLooks(first.pages, second.pages), recognised, context);
  return ofTwoLooks(
    first.finding,
    doubtsIn(together.finding) < doubtsIn(second.finding) ? together.finding : second.finding,
  );
}

/** What was read may be read otherwise once its words were looked at; then other words count, and are looked at too. */
const roundsMax = 3;

/** Reads pages, looks at the figures that it read closer, and reads them again. */
async function readClosely(
  pages: PdfPages,
  recognised: RecognisedPages,
  context: FormatContext,
): Promise<{ pages: PdfPages; finding: Finding }> {
  let seen = pages;
  let finding = readScan(seen, context);
  for (let round = 0; round < roundsMax; round += 1) {
    const closer = await recognised.lookCloser(seen, placesIn(finding));
    if (closer === seen) break;
    seen = closer;
    finding = readScan(seen, context);
  }
  return { pages: seen, finding };
}

/** Fields that are words: a letter that is wrong in them neither pays nor books anything. */
const wordy = /^(documentType|currency|seller\.name|buyer\.name|references\.)/;

function placesIn({ invoices }: Finding): Place[] {
  return invoices.flatMap(({ invoice: { evidence } }) =>
    Object.entries(evidence).flatMap(([field, { box }]) => (box && !wordy.test(field) ? [box] : [])),
  );
}

/** A photograph of anything gives some letters here and there. To look at it again costs seconds, and makes no writing of it. */
const wordsOfWriting = 5;

export function holdsWriting({ pages }: PdfPages): boolean {
  const words = pages.flatMap(({ items }) =>
    items.filter(({ text, confidence = 1 }) => confidence >= 0.7 && /\p{L}{3}/u.test(text)),
  );
  return words.length >= wordsOfWriting;
}

/** That it is no invoice is never sure at one look: the title that says so may be a heading, and the right one unread. */
function isSure({ invoices }: Finding): boolean {
  return invoices.length > 0 && invoices.every(({ reasons }) => reasons.length === 0);
}

/** The surer of two findings of one picture, with what only the other has, and doubts where they contradict each other. */
export function ofTwoLooks(first: Finding, second: Finding): Finding {
  const [better, other] = doubtsIn(second) < doubtsIn(first) ? [second, first] : [first, second];
  if (other.kind === 'not_invoice' && better.invoices.length > 0) return withReason(better, other.reason);
  if (better.invoices.length !== other.invoices.length) return better;
  return {
    ...better,
    invoices: better.invoices.map((found, index) => beside(found, other.invoices[index] ?? found)),
  };
}

/** Fewer is better; any invoice is better than none, because what is called no invoice is lost. */
function doubtsIn({ kind, invoices }: Finding): number {
  if (invoices.length > 0) return invoices.reduce((sum, { reasons }) => sum + reasons.length, 0);
  return kind === 'not_invoice' ? 1_000 : Number.POSITIVE_INFINITY;
}

function withReason(finding: Finding, otherwise: Reason | null): Finding {
  const reason = {
    code: 'recognised_unsure:kind',
    message: `at one of two looks it was no invoice${otherwise ? `: ${otherwise.message}` : ''}`,
  };
  return {
    ...finding,
    invoices: finding.invoices.map((found) => ({ ...found, reasons: [...found.reasons, reason] })),
  };
}

/** What no check digit and no sum confirms: two looks that differ are one too many. */
const unconfirmable = ['invoiceNumber', 'issueDate', 'dueDate'] as const satisfies CorrectableField[];

/** What a person, or a payment, wants most. */
const wanted = [
  ...unconfirmable,
  'totals.payable',
  'totals.net',
  'totals.vat',
  'payment.reference',
] as const satisfies CorrectableField[];

function beside(found: FoundInvoice, other: FoundInvoice): FoundInvoice {
  const contradicted = unconfirmable.filter((field) => {
    const [one, two] = [valueAt(found.invoice, field), valueAt(other.invoice, field)];
    return one !== null && two !== null && one !== two;
  });
  const differences = contradicted.map(
    (field): Reason => ({
      code: `recognised_unsure:${field}`,
      message: `${field} was recognised as ${String(found.invoice[field])}, and at a second look as ${String(other.invoice[field])}`,
    }),
  );
  // What is ready as it stands needs nothing from a look that was less sure.
  if (found.reasons.length === 0) return { ...found, reasons: differences };
  const missing = wanted.filter(
    (field) => valueAt(found.invoice, field) === null && other.invoice.evidence[field],
  );
  return {
    invoice: missing.reduce((invoice, field) => filledIn(invoice, field, other.invoice), found.invoice),
    reasons: [...found.reasons, ...differences, ...missing.map(seenOnce)],
  };
}

function filledIn(invoice: Invoice, field: (typeof wanted)[number], from: Invoice): Invoice {
  const filled = structuredClone(invoice);
  const [first = '', second] = field.split('.');
  const top = filled as unknown as Record<string, unknown>;
  if (second === undefined) top[first] = valueAt(from, field);
  else (top[first] as Record<string, unknown>)[second] = valueAt(from, field);
  const evidence = from.evidence[field];
  if (evidence) filled.evidence[field] = evidence;
  return filled;
}

function seenOnce(field: string): Reason {
  return {
    code: `recognised_unsure:${field}`,
    message: `${field} was recognised at only one of two looks`,
  };
}
