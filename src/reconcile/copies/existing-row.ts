/** An invoice row that a copy has already, from its columns to what the judgement about duplicates needs. */
import { normaliseInvoiceNumber, supplierKeys } from '../../invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../invoice/invoice.ts';
import type { StandingInvoice } from './copy.ts';

/** As a SELECT gives it; what a schema does not have is null or absent. */
export interface ExistingRow {
  key: number | string;
  /** Absent: the schema does not tell credit notes from invoices. */
  document_type?: string | null;
  supplier_name?: string | null;
  supplier_organisation_number?: string | null;
  supplier_vat_id?: string | null;
  bankgiro?: string | null;
  plusgiro?: string | null;
  iban?: string | null;
  invoice_number: string | null;
  issue_date?: string | null;
  payable?: string | number | null;
  currency?: string | null;
  /** The invoice that the row says it is, where the schema keeps that. */
  source_id?: string | null;
  receipt_of: string | null;
}

export function isSameNumber(row: ExistingRow, invoice: Invoice): boolean {
  return (
    row.invoice_number !== null &&
    invoice.invoiceNumber !== null &&
    (row.document_type ?? invoice.documentType) === invoice.documentType &&
    normaliseInvoiceNumber(row.invoice_number) === normaliseInvoiceNumber(invoice.invoiceNumber)
  );
}

export function asExisting(table: string, row: ExistingRow): StandingInvoice {
  const asRead = blankInvoice('copy');
  asRead.seller = {
    name: row.supplier_name ?? null,
    organisationNumber: row.supplier_organisation_number ?? null,
    vatId: row.supplier_vat_id ?? null,
  };
  for (const kind of ['bankgiro', 'plusgiro', 'iban'] as const) {
    const id = row[kind];
    if (id) asRead.payment.accounts.push({ kind, id: String(id) });
  }
  return {
    table,
    key: String(row.key),
    supplierKeys: supplierKeys(asRead),
    invoiceNumber: row.invoice_number === null ? '' : String(row.invoice_number),
    issueDate: row.issue_date ?? null,
    // A person may have typed "1 250,00" into a text column.
    payable: amountOf(row.payable ?? null),
    currency: row.currency ?? null,
    receiptOf: row.receipt_of,
    documentType: row.document_type ?? 'invoice',
    sourceId: row.source_id ?? null,
    supplierName: row.supplier_name ?? null,
  };
}

function amountOf(value: string | number | null): string | null {
  if (value === null) return null;
  const text = String(value)
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.');
  // A database with a fixed number of decimals fills them up.
  return /^-?\d+(\.\d+)?$/.test(text) ? text.replace(/(\.\d{2,}?)0+$/, '$1') : null;
}
