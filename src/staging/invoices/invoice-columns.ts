/** An invoice as its row in the ledger has it: what may be searched for, and the whole beside it. */
import { normaliseInvoiceNumber, supplierKeys } from '../../invoice/identity.ts';
import type { Invoice, Reason } from '../../invoice/invoice.ts';

export function columnsOf(invoice: Invoice, reasons: Reason[]) {
  return {
    document_type: invoice.documentType,
    invoice_number: invoice.invoiceNumber,
    invoice_number_normalised: invoice.invoiceNumber && normaliseInvoiceNumber(invoice.invoiceNumber),
    supplier_name: invoice.seller.name,
    supplier_keys: supplierKeys(invoice),
    issue_date: invoice.issueDate,
    due_date: invoice.dueDate,
    currency: invoice.currency,
    payable: invoice.totals.payable,
    data: JSON.stringify(invoice),
    reasons: JSON.stringify(reasons),
  };
}
