/** What the corpus expects of an e-invoice, in its own words, held against the contract. */
import Big from 'big.js';
import { z } from 'zod';
import type { Invoice } from '../../../src/invoice/invoice.ts';

const text = z.string().nullish();
const amount = z.string().nullish();

const expectedInvoice = z.object({
  document_type: z.string(),
  invoice_number: text,
  issue_date: text,
  due_date: text,
  currency: text,
  seller_name: text,
  seller_company_id: text,
  seller_vat_id: text,
  buyer_name: text,
  buyer_vat_id: text,
  net_total: amount,
  vat_total: amount,
  gross_total: amount,
  rounding: amount,
  payable_amount: amount,
  bank_accounts: z.array(z.object({ id: z.string() })),
  payment_references: z.array(z.string()),
  preceding_invoices: z.array(z.string()),
  line_count: z.number(),
});

/** Every field in which the invoice is not what is expected: "totals.net: 10.00, expected 12.00". */
export function differences(invoice: Invoice, json: unknown): string[] {
  const expected = expectedInvoice.parse(json);
  const { seller, buyer, totals, payment } = invoice;
  const comparisons: [field: string, read: string | number | null, expected: string | number | null][] = [
    ['documentType', invoice.documentType.toLowerCase(), expected.document_type],
    ['invoiceNumber', onOneLine(invoice.invoiceNumber), onOneLine(expected.invoice_number)],
    ['issueDate', invoice.issueDate, expected.issue_date ?? null],
    ['dueDate', invoice.dueDate, expected.due_date ?? null],
    ['currency', invoice.currency, expected.currency ?? null],
    ['seller.name', seller.name, onOneLine(expected.seller_name)],
    ['seller.organisationNumber', compact(seller.organisationNumber), compact(expected.seller_company_id)],
    ['seller.vatId', compact(seller.vatId), compact(expected.seller_vat_id)],
    ['buyer.name', buyer.name, onOneLine(expected.buyer_name)],
    ['buyer.vatId', compact(buyer.vatId), compact(expected.buyer_vat_id)],
    ['totals.net', plain(totals.net), plain(expected.net_total)],
    ['totals.vat', plain(totals.vat), plain(expected.vat_total)],
    ['totals.gross', plain(totals.gross), plain(expected.gross_total)],
    ['totals.rounding', plain(totals.rounding), plain(expected.rounding)],
    ['totals.payable', plain(totals.payable), plain(expected.payable_amount)],
    [
      'payment.accounts',
      listed(payment.accounts.map(({ id }) => compact(id))),
      listed(expected.bank_accounts.map(({ id }) => compact(id))),
    ],
    ['references.preceding', listed(invoice.references.preceding), listed(expected.preceding_invoices)],
    ['lines', invoice.lines.length, expected.line_count],
  ];
  return [
    ...comparisons
      .filter(([, read, wanted]) => read !== wanted)
      .map(([field, read, wanted]) => `${field}: ${read}, expected ${wanted}`),
    ...referenceDifference(payment.reference, expected.payment_references),
  ];
}

/** The contract has one reference: that of the first account. */
function referenceDifference(read: string | null, expected: readonly string[]): string[] {
  const first = onOneLine(expected.find((reference) => reference.trim() !== ''));
  return read === first ? [] : [`payment.reference: ${read}, expected ${first}`];
}

/** Numbers with and without hyphens and spaces are the same number. */
function compact(number: string | null | undefined): string | null {
  return number?.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') || null;
}

function onOneLine(value: string | null | undefined): string | null {
  return value?.trim().replace(/\s+/g, ' ') || null;
}

function plain(value: string | null | undefined): string | null {
  return value ? new Big(value).toFixed() : null;
}

function listed(values: readonly (string | null)[]): string {
  return [...new Set(values)].join(' ');
}
