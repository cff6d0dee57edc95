/** What is expected of one invoice, field by field: the same shape for the generator's truth and the corpus's JSON. */
import type { Invoice } from '../../src/invoice/invoice.ts';
import type { Truth } from '../generator/telling.ts';

/** The fields of the contract that are compared, in the order of the table. */
export const fields = [
  'documentType',
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'currency',
  'seller.name',
  'seller.organisationNumber',
  'seller.vatId',
  'buyer.name',
  'buyer.vatId',
  'totals.net',
  'totals.vat',
  'totals.gross',
  'totals.rounding',
  'totals.payable',
  'payment.accounts',
  'payment.reference',
  'vatBreakdown',
  'references.order',
  'references.buyer',
  'references.preceding',
  'lines',
] as const;

export type Field = (typeof fields)[number];

export interface Expectation {
  /** As shown; several for accounts, VAT subtotals, lines and earlier invoices; none where nothing is shown. */
  values: readonly string[];
  /** Further values that are right too. */
  accepted: readonly string[];
  /** The document may show it or not: nobody knows, so absence is not held against the reader. */
  mayBeAbsent?: boolean;
}

/** Fields that are left out are not known and not judged. */
export type ExpectedInvoice = Partial<Record<Field, Expectation>>;

/** The values of one field, as texts. A VAT subtotal is "rate taxable tax", a line "quantity|unitPrice|net|description", `-` for what is not known. */
export function valuesOf(invoice: Invoice, field: Field): string[] {
  const several = severalOf(invoice, field);
  if (several) return several;
  const value = scalarOf(invoice, field);
  return value === null || value === '' ? [] : [value];
}

function severalOf(invoice: Invoice, field: Field): string[] | null {
  if (field === 'payment.accounts') return invoice.payment.accounts.map(({ kind, id }) => `${kind} ${id}`);
  if (field === 'references.preceding') return invoice.references.preceding;
  if (field === 'vatBreakdown')
    return invoice.vatBreakdown.map(({ rate, taxable, tax }) => [rate, taxable, tax].map(orDash).join(' '));
  if (field !== 'lines') return null;
  return invoice.lines.map(({ quantity, unitPrice, net, description }) =>
    [quantity, unitPrice, net, description].map(orDash).join('|'),
  );
}

function orDash(value: string | null): string {
  return value ?? '-';
}

function scalarOf(invoice: Invoice, path: string): string | null {
  const value = path
    .split('.')
    .reduce<unknown>((found, key) => (found as Record<string, unknown> | null)?.[key] ?? null, invoice);
  return typeof value === 'string' ? value : null;
}

export function expectedOfTruth({ invoice, accepted }: Truth): ExpectedInvoice {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      { values: valuesOf(invoice, field), accepted: accepted[field] ?? [] } satisfies Expectation,
    ]),
  );
}
