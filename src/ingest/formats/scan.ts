/** An invoice that is only a picture: its text is recognised, then read like that of any page, and trusted less. */
import Big from 'big.js';
import { valueAt } from '../../invoice/correction.ts';
import type { Evidence, Invoice, Reason } from '../../invoice/invoice.ts';
import { type ReferenceKind, referenceKindsOf } from '../checks/reference-kinds.ts';
import { mendWords } from '../ocr/mend-words.ts';
import type { PdfPages } from '../pdf/pages.ts';
import type { ReadingContext } from '../reading.ts';
import { type Finding, type FormatContext, type FoundInvoice, nothingStaged } from './format.ts';
import { pdfText, readText } from './pdf-text.ts';

/** What nothing else on the paper confirms must have been recognised at least this well to be believed. */
const sureEnough = 0.85;

/** What sums or check digits confirm is nearly as sure as text that a file states. */
const confirmedConfidence = 0.98;

export function readScan(recognised: PdfPages, context: FormatContext): Finding {
  const pages = mendWords(recognised, context);
  const document = { kind: 'pdf' as const, pages, attachments: [] };
  if (!pdfText.recognises(document)) {
    return nothingStaged(
      'unreadable',
      {
        code: 'scan_not_understood',
        message: 'it is a picture, and what could be recognised on it does not look like an invoice',
      },
      'ocr',
    );
  }
  const finding = readText(document, context);
  const reasons = unreadPages(pages);
  return {
    ...finding,
    format: finding.format === null ? null : 'ocr',
    invoices: finding.invoices.map((found) => asScanned(found, pages, context, reasons)),
  };
}

function asScanned(
  { invoice, reasons }: FoundInvoice,
  pages: PdfPages,
  context: ReadingContext,
  more: Reason[],
): FoundInvoice {
  const surenessOf = surenessByWord(pages);
  const confirmed = confirmedIn(invoice, pages, context);
  const evidence = Object.fromEntries(
    Object.entries(invoice.evidence).map(([field, each]): [string, Evidence] => [
      field,
      {
        ...each,
        source: 'ocr',
        confidence: confirmed.has(field)
          ? Math.min(each.confidence, confirmedConfidence)
          : each.confidence * surenessOf(each.text),
      },
    ]),
  );
  const scanned: Invoice = { ...invoice, source: 'ocr', evidence };
  const doubts = [...reasons, ...more, ...unconfirmed(scanned, confirmed)];
  // A person who looks anyway is told everything.
  if (doubts.length > 0) return { invoice: scanned, reasons: doubts };
  const isSure = (field: string) =>
    (invoice.evidence[field]?.confidence ?? 0) >= nameSureEnough &&
    surenessOf(invoice.evidence[field]?.text ?? '') >= nameSureEnough;
  return { invoice: withoutGuesses(scanned, pages, confirmed, isSure), reasons: [] };
}

/** How well the least sure word of a text was recognised; a text that is not found word by word counts as it was read. */
function surenessByWord({ pages }: PdfPages): (text: string) => number {
  const sureness = new Map<string, number>();
  for (const { items } of pages) {
    for (const { text, confidence = 1 } of items) {
      for (const word of text.split(/\s+/)) sureness.set(word, Math.min(sureness.get(word) ?? 1, confidence));
    }
  }
  return (text) => Math.min(1, ...text.split(/\s+/).map((word) => sureness.get(word) ?? 1));
}

/** Fields that nobody needs for booking or paying, and that no check digit and no sum confirms. */
const asides = ['seller.name', 'buyer.name', 'references.order', 'references.buyer'] as const;

/** A name may have a letter wrong that only its reader would see, so it must be recognised better, and stand there twice. */
const nameSureEnough = 0.9;

/** What nobody will look at tells no guesses: a name with a letter wrong is worse than none, where a number says who it is. */
function withoutGuesses(
  invoice: Invoice,
  pages: PdfPages,
  confirmed: ReadonlySet<string>,
  isSure: (field: string) => boolean,
): Invoice {
  const kept = structuredClone(invoice);
  for (const field of asides) {
    const value = valueAt(kept, field);
    if (typeof value !== 'string') continue;
    if (confirmed.has(field) || (isSure(field) && standsTwice(value, pages))) continue;
    delete kept.evidence[field];
    const [party, name] = field.split('.') as [string, string];
    ((kept as unknown as Record<string, Record<string, unknown>>)[party] ?? {})[name] = null;
  }
  const { net } = invoice.totals;
  const sum = invoice.lines.reduce((total, line) => total.plus(line.net ?? 0), new Big(0));
  return net !== null && sum.eq(net) ? kept : { ...kept, lines: [] };
}

/**
 * References of these kinds show every digit that was taken for another. Of all kinds together one of three wrong ones would
 * pass by one rule or the other.
 */
const tellingKinds: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>(['ocr', 'rf', 'ogm', 'fik']);

/**
 * Which fields something else on the paper confirms: sums that close, check digits that fit, a number that stands in the
 * payment reference, the book's own name. One wrong letter or digit would show.
 */
function confirmedIn(
  { invoiceNumber, buyer, totals, payment, checks, evidence, vatBreakdown }: Invoice,
  pages: PdfPages,
  { ownNames = [] }: ReadingContext,
): Set<string> {
  const confirmed = new Set<string>();
  const passes = (pattern: RegExp) => checks.some(({ rule, passed }) => passed && pattern.test(rule));
  const isPlainSum = totals.net !== null && Number(totals.vat ?? 0) !== 0;
  if (isPlainSum && passes(/^totals:addUp$/)) {
    confirmed.add('totals.payable').add('totals.gross');
    // Where the total is rounded without saying so, a wrong digit among the hundredths would not show.
    const isRounded =
      totals.rounding !== null && Number(totals.rounding) !== 0 && !evidence['totals.rounding'];
    if (!isRounded || vatBreakdown.length > 0) {
      confirmed.add('totals.net').add('totals.vat').add('totals.rounding');
    }
  }
  if (
    payment.reference !== null &&
    referenceKindsOf(payment.reference).some((kind) => tellingKinds.has(kind))
  )
    confirmed.add('payment.reference');
  const digits = invoiceNumber?.replace(/\D/g, '') ?? '';
  const isInReference = digits.length >= 4 && payment.reference?.includes(digits) === true;
  if (
    invoiceNumber !== null &&
    ((confirmed.has('payment.reference') && isInReference) || standsTwice(invoiceNumber, pages))
  )
    confirmed.add('invoiceNumber');
  if (buyer.name !== null && ownNames.includes(buyer.name)) confirmed.add('buyer.name');
  return confirmed;
}

function standsTwice(value: string, { pages }: PdfPages): boolean {
  const text = pages.flatMap(({ items }) => items.map((item) => item.text)).join(' ');
  return text.split(value).length > 2;
}

/** What decides who is paid how much must be confirmed by something else on the paper; the rest must be recognised without doubt. */
function unconfirmed(
  { evidence, checks, totals, payment, seller }: Invoice,
  confirmed: ReadonlySet<string>,
): Reason[] {
  const doubts: Reason[] = [];
  const doubt = (field: string, why: string) =>
    doubts.push({
      code: `recognised_unsure:${field}`,
      message: `${field} was recognised from a picture, and ${why}`,
    });
  const failed = checks.filter(({ rule, passed }) => !passed && rule !== 'reference:checkDigits');
  if (totals.net === null || totals.vat === null || failed.length > 0) {
    doubt('totals', 'the sums on the paper do not confirm it');
  }
  if (!seller.organisationNumber && !seller.vatId)
    doubt('seller', 'no number with a check digit confirms it');
  if (payment.reference !== null && !confirmed.has('payment.reference')) {
    doubt('payment.reference', 'no check digit confirms it');
  }
  for (const field of [
    'invoiceNumber',
    'issueDate',
    'dueDate',
    'totals.payable',
    'totals.net',
    'totals.vat',
  ] as const) {
    const sure = evidence[field]?.confidence;
    if (sure !== undefined && sure < sureEnough) doubt(field, `only ${Math.round(sure * 100)} % sure`);
  }
  return doubts;
}

function unreadPages({ pages, total }: PdfPages): Reason[] {
  if (pages.length >= total) return [];
  return [
    {
      code: 'scan_too_many_pages',
      message: `it has ${total} pages, of which the first ${pages.length} were recognised`,
    },
  ];
}
