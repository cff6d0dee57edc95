/**
 * Suppliers and supplier invoices as Fortnox writes them, and what they are to us. Amounts travel as text both ways; a
 * credit note is an invoice with a negative total. Our id stands in ExternalInvoiceNumber, under a series of our own:
 * people may see it, the list tells it, and nothing else uses it.
 */
import { normaliseInvoiceNumber } from '../../../invoice/identity.ts';
import type { ExistingInvoice, InvoiceToApply } from '../copy.ts';
import { asExisting } from '../existing-row.ts';

export const table = 'supplierinvoices';
const series = 'STAGING-POST';

export interface SupplierRecord {
  SupplierNumber: string;
  Name?: string | null;
  OrganisationNumber?: string | null;
  VATNumber?: string | null;
  BG?: string | null;
  PG?: string | null;
  IBAN?: string | null;
}

export interface InvoiceRecord {
  GivenNumber: string | number;
  SupplierNumber: string;
  SupplierName?: string | null;
  InvoiceNumber?: string | null;
  InvoiceDate?: string | null;
  Total?: string | number | null;
  Currency?: string | null;
  Cancel?: boolean | null;
  ExternalInvoiceNumber?: string | null;
  ExternalInvoiceSeries?: string | null;
}

export function markOf(record: InvoiceRecord): string | null {
  return record.ExternalInvoiceSeries === series ? record.ExternalInvoiceNumber || null : null;
}

/** Its supplier, as the record of an invoice that it has sent: for the judgement of who is the same. */
export function existingOf(record: InvoiceRecord, supplier: SupplierRecord): ExistingInvoice {
  const total = String(record.Total ?? '');
  return asExisting(table, {
    key: record.GivenNumber,
    document_type: total.startsWith('-') ? 'creditNote' : 'invoice',
    supplier_name: supplier.Name ?? null,
    supplier_organisation_number: supplier.OrganisationNumber ?? null,
    supplier_vat_id: supplier.VATNumber ?? null,
    bankgiro: supplier.BG ?? null,
    plusgiro: supplier.PG ?? null,
    iban: supplier.IBAN ?? null,
    invoice_number: record.InvoiceNumber ?? null,
    issue_date: record.InvoiceDate ?? null,
    payable: total.replace(/^-/, '') || null,
    currency: record.Currency ?? null,
    source_id: markOf(record),
    receipt_of: null,
  });
}

export function isSameInvoice(record: InvoiceRecord, { invoice }: InvoiceToApply): boolean {
  const isCredit = String(record.Total ?? '').startsWith('-');
  return (
    !record.Cancel &&
    invoice.invoiceNumber !== null &&
    Boolean(record.InvoiceNumber) &&
    isCredit === (invoice.documentType === 'creditNote') &&
    normaliseInvoiceNumber(record.InvoiceNumber ?? '') === normaliseInvoiceNumber(invoice.invoiceNumber)
  );
}

const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

export function newSupplier({ invoice }: InvoiceToApply): Record<string, unknown> {
  const { seller, payment } = invoice;
  const account = (kind: string) => payment.accounts.find((each) => each.kind === kind)?.id ?? null;
  return {
    Supplier: given({
      // A supplier must be called something; its number is what is certain where no name is.
      Name: seller.name ?? seller.organisationNumber ?? seller.vatId,
      OrganisationNumber: seller.organisationNumber,
      VATNumber: seller.vatId,
      BG: account('bankgiro'),
      PG: account('plusgiro'),
      IBAN: account('iban'),
    }),
  };
}

export function newInvoice(
  { id, invoice }: InvoiceToApply,
  { supplier, costAccount }: { supplier: string; costAccount: string },
): Record<string, unknown> {
  const sign = invoice.documentType === 'creditNote' ? '-' : '';
  const amount = (text: string | null) => (text === null ? null : `${sign}${text}`.replace(/^--/, ''));
  const { net, vat, payable } = invoice.totals;
  return {
    SupplierInvoice: given({
      SupplierNumber: supplier,
      InvoiceNumber: invoice.invoiceNumber,
      InvoiceDate: invoice.issueDate,
      DueDate: invoice.dueDate,
      Currency: invoice.currency,
      Total: amount(payable),
      VAT: amount(vat),
      OCR: invoice.payment.reference,
      YourReference: invoice.references.buyer,
      Comments: `${invoice.seller.name ?? ''} · Staging Post ${id}`,
      ExternalInvoiceNumber: id,
      ExternalInvoiceSeries: series,
      SupplierInvoiceRows: net === null ? null : [{ Account: costAccount, Debit: amount(net) }],
    }),
  };
}
