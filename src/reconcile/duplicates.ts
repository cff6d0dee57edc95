/** Is an invoice in the copy already, put there by somebody else? Pure judgement over the rows that bear its number. */
import { isSameSupplier, supplierKeys } from '../invoice/identity.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { sameAmount } from '../invoice/money.ts';
import type { ExistingInvoice } from './copies/copy.ts';

export type Judgement =
  | { kind: 'new' }
  /** A person registered this very invoice by hand: a receipt, no second row (I8). */
  | { kind: 'same'; existing: ExistingInvoice }
  /** For a person: never a silent drop, never a silent double. */
  | { kind: 'conflict'; existing: ExistingInvoice; message: string };

export function judge(invoice: Invoice, existing: readonly ExistingInvoice[]): Judgement {
  const keys = supplierKeys(invoice);
  const sameSupplier = existing.filter(
    (row) => isSameSupplier(keys, row.supplierKeys) && !isOfAnotherYear(invoice, row),
  );
  const byHand = sameSupplier.filter((row) => row.receiptOf === null);
  const same = byHand.find((row) => isSameAmount(invoice, row));
  if (same) return { kind: 'same', existing: same };
  const clash = byHand[0];
  if (clash) {
    return {
      kind: 'conflict',
      existing: clash,
      message: `${clash.table} ${clash.key} in the copy has the same supplier and number, but ${amountOf(clash)} where this invoice has ${amountOf({ payable: invoice.totals.payable, currency: invoice.currency })}`,
    };
  }
  const twin = sameSupplier[0];
  if (twin) {
    return {
      kind: 'conflict',
      existing: twin,
      message: `invoice ${twin.receiptOf}, applied as ${twin.table} ${twin.key}, has the same supplier and number (${amountOf(twin)})`,
    };
  }
  return { kind: 'new' };
}

/** Number series restart yearly: the same number in another calendar year with another amount is another invoice. */
function isOfAnotherYear(invoice: Invoice, row: ExistingInvoice): boolean {
  if (!invoice.issueDate || !row.issueDate) return false;
  return invoice.issueDate.slice(0, 4) !== row.issueDate.slice(0, 4) && !isSameAmount(invoice, row);
}

function isSameAmount(invoice: Invoice, row: Pick<ExistingInvoice, 'payable' | 'currency'>): boolean {
  const sameCurrency = !row.currency || !invoice.currency || row.currency === invoice.currency;
  return sameCurrency && sameAmount(invoice.totals.payable, row.payable);
}

function amountOf(row: Pick<ExistingInvoice, 'payable' | 'currency'>): string {
  return row.payable === null ? 'no amount' : `${row.payable} ${row.currency ?? ''}`.trim();
}
