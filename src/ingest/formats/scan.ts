/** An invoice that is only a picture: its text is recognised, then read like that of any page, and trusted less. */
import type { Evidence, Invoice, Reason } from '../../invoice/invoice.ts';
import type { PdfPages } from '../pdf/pages.ts';
import { type Finding, type FormatContext, type FoundInvoice, nothingStaged } from './format.ts';
import { pdfText } from './pdf-text.ts';

/** A figure that no sum and no check digit confirms must have been recognised at least this well to be believed. */
const sureEnough = 0.85;

export function readScan(pages: PdfPages, context: FormatContext): Finding {
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
  const finding = pdfText.read(document, context);
  const reasons = unreadPages(pages);
  return {
    ...finding,
    format: finding.format === null ? null : 'ocr',
    invoices: finding.invoices.map((found) => asScanned(found, pages, reasons)),
  };
}

function asScanned({ invoice, reasons }: FoundInvoice, pages: PdfPages, more: Reason[]): FoundInvoice {
  const surenessOf = surenessByWord(pages);
  const evidence = Object.fromEntries(
    Object.entries(invoice.evidence).map(([field, each]): [string, Evidence] => [
      field,
      { ...each, source: 'ocr', confidence: each.confidence * surenessOf(each.text) },
    ]),
  );
  const scanned: Invoice = { ...invoice, source: 'ocr', evidence };
  return { invoice: scanned, reasons: [...reasons, ...more, ...unconfirmed(scanned)] };
}

/** How well the least sure word of a text was recognised; a text that is not found word by word counts as it was read. */
function surenessByWord({ pages }: PdfPages): (text: string) => number {
  const sureness = new Map<string, number>();
  for (const { items } of pages) {
    for (const { text, confidence = 1 } of items) {
      sureness.set(text, Math.min(sureness.get(text) ?? 1, confidence));
    }
  }
  return (text) => Math.min(1, ...text.split(/\s+/).map((word) => sureness.get(word) ?? 1));
}

/**
 * One wrong digit makes a wrong invoice, so what decides who is paid how much must be confirmed by something else on the
 * paper: sums that close, check digits that fit; and the rest must be recognised without doubt.
 */
function unconfirmed({ evidence, checks, totals, payment, seller }: Invoice): Reason[] {
  const doubts: Reason[] = [];
  const doubt = (field: string, why: string) =>
    doubts.push({
      code: `recognised_unsure:${field}`,
      message: `${field} was recognised from a picture, and ${why}`,
    });
  const failed = checks.filter(({ passed }) => !passed);
  if (totals.net === null || totals.vat === null || failed.length > 0) {
    doubt('totals', 'the sums on the paper do not confirm it');
  }
  if (!seller.organisationNumber && !seller.vatId)
    doubt('seller', 'no number with a check digit confirms it');
  if (payment.reference !== null && !checks.some(({ rule, passed }) => /reference/i.test(rule) && passed)) {
    doubt('payment.reference', 'no check digit confirms it');
  }
  for (const field of ['invoiceNumber', 'issueDate', 'dueDate', 'totals.payable'] as const) {
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
