/** Rows that people (or other programs) put into copies of one book, compared by what makes an invoice the same. Pure. */
import { normaliseInvoiceNumber } from '../invoice/identity.ts';
import { sameAmount } from '../invoice/money.ts';
import type { StandingInvoice } from './copies/copy.ts';

export interface ByHand {
  /** Rows without a receipt that the copy to be overwritten has, and the other has in no form. */
  onlyInOverwritten: StandingInvoice[];
  onlyInCopied: StandingInvoice[];
  /** The same invoice in both, by hand in the one that is overwritten, with another amount in the other. */
  different: StandingInvoice[];
}

export function compareByHand(
  copied: readonly StandingInvoice[],
  overwritten: readonly StandingInvoice[],
): ByHand {
  const inCopied = indexOf(copied);
  const inOverwritten = indexOf(overwritten);
  const byHand = overwritten.filter(isByHand);
  return {
    onlyInOverwritten: byHand.filter((row) => findIn(inCopied, row).length === 0),
    onlyInCopied: copied.filter(isByHand).filter((row) => findIn(inOverwritten, row).length === 0),
    different: byHand.filter((row) => {
      const same = findIn(inCopied, row);
      return same.length > 0 && !same.some((other) => sameAmount(other.payable, row.payable));
    }),
  };
}

/** A row that says it came from us is ours, whatever became of its receipt. */
function isByHand(row: StandingInvoice): boolean {
  return row.receiptOf === null && !row.sourceId;
}

type Index = ReadonlyMap<string, readonly StandingInvoice[]>;

function indexOf(rows: readonly StandingInvoice[]): Index {
  const index = new Map<string, StandingInvoice[]>();
  for (const row of rows) {
    for (const key of naturalKeys(row)) {
      const same = index.get(key);
      if (same) same.push(row);
      else index.set(key, [row]);
    }
  }
  return index;
}

function findIn(index: Index, row: StandingInvoice): readonly StandingInvoice[] {
  for (const key of naturalKeys(row)) {
    const same = index.get(key);
    if (same) return same;
  }
  return [];
}

/** Supplier and number; without a number, supplier, date and amount; without a supplier, whatever there is. */
function naturalKeys(row: StandingInvoice): string[] {
  const number = normaliseInvoiceNumber(row.invoiceNumber);
  const what = number === '' ? ['dated', row.issueDate, row.payable, row.currency] : ['number', number];
  const suppliers = row.supplierKeys.length > 0 ? row.supplierKeys : ['nobody'];
  return suppliers.map((supplier) => JSON.stringify([row.documentType, supplier, ...what]));
}
