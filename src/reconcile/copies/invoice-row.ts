/** An invoice laid flat, field by field, for the columns of a table. */
import type { InvoiceToApply } from './copy.ts';

export function rowOf({ id, book, invoice }: InvoiceToApply): Record<string, string | null> {
  const account = (kind: string) =>
    invoice.payment.accounts.find((candidate) => candidate.kind === kind)?.id ?? null;
  return {
    source_id: id,
    book,
    document_type: invoice.documentType,
    supplier_name: invoice.seller.name,
    supplier_organisation_number: invoice.seller.organisationNumber,
    supplier_vat_id: invoice.seller.vatId,
    bankgiro: account('bankgiro'),
    plusgiro: account('plusgiro'),
    iban: account('iban'),
    invoice_number: invoice.invoiceNumber,
    issue_date: invoice.issueDate,
    due_date: invoice.dueDate,
    currency: invoice.currency,
    net: invoice.totals.net,
    vat: invoice.totals.vat,
    gross: invoice.totals.gross,
    rounding: invoice.totals.rounding,
    payable: invoice.totals.payable,
    payment_reference: invoice.payment.reference,
    buyer_reference: invoice.references.buyer,
    order_reference: invoice.references.order,
    credited_invoice: invoice.references.preceding[0] ?? null,
  };
}
