/** Fills an invoice field by field, and keeps with each field the evidence that it came from. */
import { blankInvoice, type DocumentType, type Evidence, type Invoice } from '../invoice/invoice.ts';

export interface InvoiceWriter {
  readonly invoice: Invoice;
  /** Notes where the field at `path` ("totals.payable", "payment.accounts.0") was read. */
  note(path: string, evidence: Evidence): void;
}

export function writeInvoice(source: string, documentType: DocumentType): InvoiceWriter {
  const invoice = blankInvoice(source, documentType);
  return {
    invoice,
    note(path, evidence) {
      invoice.evidence[path] = evidence;
    },
  };
}

const evidenceTextMax = 300;

/** The text as it stood, shortened where it is too long to be shown. */
export function asEvidenceText(text: string): string {
  return text.length > evidenceTextMax ? `${text.slice(0, evidenceTextMax)}…` : text;
}
