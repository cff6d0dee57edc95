/** An invoice that is only a picture: its text is recognised, then read like that of any page, and trusted less. */
import Big from 'big.js';
import { valueAt } from '../../invoice/correction.ts';
import type { Evidence, Invoice, PaymentAccount, Reason } from '../../invoice/invoice.ts';
import { type ReferenceKind, referenceKindsOf } from '../checks/reference-kinds.ts';
import { checkVatId } from '../checks/vat-id.ts';
import { mendWords } from '../ocr/mend-words.ts';
import { hasLikes, isWhole, surenessOf } from '../ocr/sureness.ts';
import type { PdfPages } from '../pdf/page/pages.ts';
import type { ReadingContext } from '../reading.ts';
import { defaultReviewPolicy, withoutGuesses } from '../review-policy.ts';
import { type Finding, type FormatContext, type FoundInvoice, nothingStaged } from './format.ts';
import { pdfText, readText } from './pdf-text.ts';

/** What nothing else on the paper confirms must have been recognised at least this well to be believed. */
const sureEnough = 0.85;

/** What every look at it says is taken for stated: as sure as the recogniser says of no word by itself. */
const agreedOn = 0.99;

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
  const confirmed = confirmedIn(invoice, pages, context);
  const evidence = Object.fromEntries(
    Object.entries(invoice.evidence).map(([field, each]): [string, Evidence] => {
      const recognised = confirmed.has(field) ? 1 : surenessOf(field, each, pages);
      return [
        field,
        { ...each, source: 'ocr', confidence: Math.min(each.confidence * recognised, confirmedConfidence) },
      ];
    }),
  );
  const scanned: Invoice = { ...invoice, source: 'ocr', evidence };
  const isAgreed = (field: string) => {
    const found = invoice.evidence[field];
    return found !== undefined && surenessOf(field, found, pages) >= agreedOn;
  };
  const doubts = [
    ...reasons,
    ...more,
    ...unconfirmed(scanned, confirmed, isAgreed),
    ...perhapsCut(scanned, confirmed, pages),
  ];
  // A person who looks anyway is told everything.
  if (doubts.length > 0) return { invoice: scanned, reasons: doubts };
  const isSure = (field: string) => {
    const found = invoice.evidence[field];
    return (
      found !== undefined &&
      found.confidence >= nameSureEnough &&
      surenessOf(field, found, pages) >= nameSureEnough
    );
  };
  const told = withoutGuesses(scanned, context.reviewPolicy ?? defaultReviewPolicy);
  return { invoice: withoutUnsure(told, pages, confirmed, isSure, isAgreed), reasons: [] };
}

/** Fields that nobody needs for booking or paying, and that no check digit and no sum confirms. */
const asides = ['seller.name', 'buyer.name', 'references.order', 'references.buyer'] as const;

/** A name may have a letter wrong that only its reader would see, so it must be recognised better, and stand there twice. */
const nameSureEnough = 0.9;

/** What nobody will look at tells no guesses: a name with a letter wrong is worse than none, where a number says who it is. */
function withoutUnsure(
  invoice: Invoice,
  pages: PdfPages,
  confirmed: ReadonlySet<string>,
  isSure: (field: string) => boolean,
  isAgreed: (field: string) => boolean,
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
  if (kept.buyer.vatId !== null && checkVatId(kept.buyer.vatId) !== 'valid') {
    kept.buyer.vatId = null;
    delete kept.evidence['buyer.vatId'];
  }
  const { preceding } = kept.references;
  if (preceding.some((number, index) => hasLikes(number) || !isAgreed(`references.preceding.${index}`))) {
    for (const index of preceding.keys()) delete kept.evidence[`references.preceding.${index}`];
    kept.references.preceding = [];
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
  { invoiceNumber, buyer, totals, payment, checks, vatBreakdown }: Invoice,
  pages: PdfPages,
  { ownNames = [] }: ReadingContext,
): Set<string> {
  const confirmed = new Set<string>();
  const passes = (pattern: RegExp) => checks.some(({ rule, passed }) => passed && pattern.test(rule));
  // Without its leading digit an amount may still add up with others that lost theirs; its rate of VAT is no lawful one then.
  const isProven = vatBreakdown.length > 0 && vatBreakdown.every(({ taxable }) => taxable !== null);
  const isPlainSum = totals.net !== null && Number(totals.vat ?? 0) !== 0 && isProven;
  if (isPlainSum && passes(/^totals:addUp$/)) {
    for (const field of ['payable', 'gross', 'net', 'vat', 'rounding']) confirmed.add(`totals.${field}`);
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
  { evidence, checks, totals, payment, seller, invoiceNumber }: Invoice,
  confirmed: ReadonlySet<string>,
  isAgreed: (field: string) => boolean,
): Reason[] {
  const doubts: Reason[] = [];
  const doubt = (field: string, why: string) =>
    doubts.push({
      code: `recognised_unsure:${field}`,
      message: `${field} was recognised from a picture, and ${why}`,
    });
  const failed = checks.filter(({ rule, passed }) => !passed && rule !== 'reference:checkDigits');
  const isConfirmed = totals.net !== null && totals.vat !== null;
  // Where it has no hundredths, the comma before them may not have been seen.
  const hasHundredths = /[.,]\s?\d{2}(?!\d)/.test(evidence['totals.payable']?.text ?? '');
  if (failed.length > 0 || !(isConfirmed || (isAgreed('totals.payable') && hasHundredths))) {
    doubt('totals', 'the sums on the paper do not confirm it');
  }
  if (!seller.organisationNumber && !seller.vatId)
    doubt('seller', 'no number with a check digit confirms it');
  // What is paid to a giro has check digits as a rule, unless it is the invoice's number that is stated.
  const wantsCheckDigits =
    payment.reference !== invoiceNumber &&
    /^\d+$/.test(payment.reference ?? '') &&
    payment.accounts.some(({ kind }) => kind === 'bankgiro' || kind === 'plusgiro');
  if (
    payment.reference !== null &&
    !confirmed.has('payment.reference') &&
    (wantsCheckDigits || !isAgreed('payment.reference'))
  ) {
    doubt('payment.reference', 'no check digit confirms it');
  }
  if (invoiceNumber !== null && hasLikes(invoiceNumber))
    doubt('invoiceNumber', 'it has figures and letters that look alike');
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

/** So short a giro number has right check digits by chance as soon as the rest of it was not seen. */
const giroDigitsMin = 5;

/** Numbers of which a part may not have been seen: check digits of what is left fit one time in ten. */
function perhapsCut(
  { evidence, invoiceNumber, payment, totals }: Invoice,
  confirmed: ReadonlySet<string>,
  pages: PdfPages,
): Reason[] {
  const isShort = ({ kind, id }: PaymentAccount) =>
    /giro$/.test(kind) && id.replace(/\D/g, '').length < giroDigitsMin;
  const numbers: [string, string | null, boolean][] = [
    ['invoiceNumber', invoiceNumber, false],
    ['payment.reference', payment.reference, false],
    ['totals.payable', confirmed.has('totals.payable') ? null : totals.payable, false],
    ...payment.accounts.map((account, index): [string, string, boolean] => [
      `payment.accounts.${index}`,
      account.id,
      isShort(account),
    ]),
  ];
  return numbers.flatMap(([field, value, isTooShort]) => {
    const found = evidence[field];
    if (value === null || !found || (!isTooShort && isWhole(value, found, pages))) return [];
    return [
      {
        code: `recognised_unsure:${field.replace(/\.\d+$/, '')}`,
        message: `${field} was recognised from a picture as ${value}, and a part of it may not have been seen`,
      },
    ];
  });
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
