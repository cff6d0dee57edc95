/** What is written in a format is read from it: any invoice, field by field, without a reason to stop it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toCii } from '../../../demo/generator/cii.ts';
import { toFinvoice } from '../../../demo/generator/finvoice.ts';
import type { InventedInvoice } from '../../../demo/generator/invoices.ts';
import { toSvefaktura } from '../../../demo/generator/svefaktura.ts';
import { toUbl } from '../../../demo/generator/ubl.ts';
import { toZugferd1 } from '../../../demo/generator/zugferd1.ts';
import type { PaymentAccount } from '../../../src/invoice/invoice.ts';
import { sumAmounts } from '../../../src/invoice/money.ts';
import { anyInvoice, type Contract, contractIn, contractOf, readOne } from './support.ts';

interface RoundTrip {
  format: string;
  readonly write: (invoice: InventedInvoice) => string | Uint8Array;
  readonly accounts: (invoice: InventedInvoice) => PaymentAccount[];
  /** What the format has no place for, or says in another way. */
  readonly expected?: (contract: Contract, invoice: InventedInvoice) => Contract;
}

const iban = ({ supplier }: InventedInvoice): PaymentAccount => ({ kind: 'iban', id: supplier.iban });
const giro = ({ supplier }: InventedInvoice): PaymentAccount => supplier.giro;

const roundTrips: RoundTrip[] = [
  {
    format: 'ubl',
    write: (invoice) => toUbl(invoice),
    accounts: (invoice) => [giro(invoice), iban(invoice)],
    // A Peppol credit note has no due date.
    expected: (contract) => ({
      ...contract,
      dueDate: contract.documentType === 'creditNote' ? null : contract.dueDate,
    }),
  },
  { format: 'cii', write: (invoice) => toCii(invoice), accounts: (invoice) => [iban(invoice)] },
  {
    format: 'cii',
    write: (invoice) => toCii(invoice, { profile: 'extended' }),
    accounts: (invoice) => [iban(invoice)],
  },
  {
    format: 'zugferd1',
    write: toZugferd1,
    accounts: (invoice) => [iban(invoice)],
    expected: (contract, { totals }) => ({
      ...contract,
      seller: { ...contract.seller, organisationNumber: null },
      totals: { ...contract.totals, rounding: null, payable: totals.gross },
      preceding: [],
    }),
  },
  {
    format: 'svefaktura',
    write: (invoice) => toSvefaktura(invoice),
    accounts: (invoice) => [giro(invoice), iban(invoice)],
    expected: (contract, { totals }) => ({
      ...contract,
      totals: { ...contract.totals, gross: totals.payable },
    }),
  },
  { format: 'finvoice', write: (invoice) => toFinvoice(invoice), accounts: (invoice) => [iban(invoice)] },
  {
    format: 'finvoice',
    write: (invoice) => toFinvoice(invoice, { framed: true }),
    accounts: (invoice) => [iban(invoice)],
  },
];

describe.each(roundTrips)('$format', ({ format, write, accounts, expected = (contract) => contract }) => {
  test('every field that was written is read', () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        const { invoice: read } = readOne(write(invoice));
        expect(contractIn(read)).toEqual(expected(contractOf(invoice), invoice));
        expect(read.payment.accounts).toEqual(accounts(invoice));
        expect(read.source).toBe(format);
      }),
    );
  });

  test('an invoice that adds up is ready, and every rule that was tried has passed', () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        const { invoice: read, reasons } = readOne(write(invoice));
        expect(reasons).toEqual([]);
        expect(read.checks.filter(({ passed }) => !passed)).toEqual([]);
        expect(read.checks.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['BR-CO-15', 'BR-CO-17']));
      }),
    );
  });

  test('a krona more VAT than adds up holds the invoice', () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        const { totals } = invoice;
        const wrong = { ...invoice, totals: { ...totals, vat: sumAmounts([totals.vat, '1']) } };
        const { reasons } = readOne(write(wrong));
        expect(reasons.map(({ code }) => code)).toContain('check_failed:BR-CO-15');
      }),
    );
  });

  test('every field says where in the XML it stands', () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        const { evidence } = readOne(write(invoice)).invoice;
        const fields = ['invoiceNumber', 'issueDate', 'currency', 'seller.name', 'totals.payable'];
        expect(Object.keys(evidence)).toEqual(expect.arrayContaining(fields));
        for (const { where } of Object.values(evidence)) expect(where).toMatch(/^\/[\w/[\]]+ \(line \d+\)$/);
      }),
    );
  });
});
