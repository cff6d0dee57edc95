import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { supplierKeys } from '../../src/invoice/identity.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import type { ExistingInvoice } from '../../src/reconcile/copies/copy.ts';
import { judge } from '../../src/reconcile/duplicates.ts';
import { invoiceOf, type Wanted } from './support/invoices.ts';

const standing = (wanted: Wanted, receiptOf: string | null = null, key = '7'): ExistingInvoice => {
  const invoice = invoiceOf(wanted);
  return {
    table: 'supplier_invoice',
    key,
    supplierKeys: supplierKeys(invoice),
    invoiceNumber: invoice.invoiceNumber ?? '',
    issueDate: invoice.issueDate,
    payable: invoice.totals.payable,
    currency: invoice.currency,
    receiptOf,
  };
};
const kindOf = (invoice: Invoice, ...rows: ExistingInvoice[]) => judge(invoice, rows).kind;

describe('an invoice whose number stands in the copy', () => {
  test.each<[string, Wanted, 'new' | 'same' | 'conflict']>([
    ['with the same supplier and amount is the same', {}, 'same'],
    ['with its amount written otherwise is the same', { payable: '1250' }, 'same'],
    ['without a date is the same', { issueDate: null }, 'same'],
    ['without a currency is the same', { currency: null }, 'same'],
    ['with the same amount, dated last year, is the same', { issueDate: '2025-12-30' }, 'same'],
    ['with another amount is a conflict', { payable: '1250.01' }, 'conflict'],
    ['with another amount and no date is a conflict', { payable: '9', issueDate: null }, 'conflict'],
    ['without an amount is a conflict', { payable: null }, 'conflict'],
    ['in another currency is a conflict', { currency: 'EUR' }, 'conflict'],
    ['with another amount, of another year, is new', { payable: '9.00', issueDate: '2025-03-02' }, 'new'],
    ['of another supplier is new', { supplier: 'Annan AB', organisationNumber: '5590123450' }, 'new'],
    ['of another company under the same name is new', { organisationNumber: '5590123450' }, 'new'],
    ['of the same name alone is the same', { organisationNumber: null }, 'same'],
    ['of the same company under another name is the same', { supplier: 'Kakel i Norrby' }, 'same'],
    ['of nobody known is new', { supplier: null, organisationNumber: null }, 'new'],
  ])('%s', (_what, wanted, kind) => {
    expect(kindOf(invoiceOf(), standing(wanted))).toBe(kind);
  });

  test('under another receipt is a conflict even with the same amount, and is named', () => {
    const judgement = judge(invoiceOf(), [standing({}, 'i-other')]);
    expect(judgement).toMatchObject({ kind: 'conflict', message: expect.stringContaining('i-other') });
    expect(judgement).toMatchObject({ message: expect.stringContaining('supplier_invoice 7') });
  });

  test('by hand, and under a receipt as well, is linked to the one by hand', () => {
    const rows = [
      standing({}, 'i-other', '1'),
      standing({ payable: '9.00' }, null, '2'),
      standing({}, null, '3'),
    ];
    expect(judge(invoiceOf(), rows)).toMatchObject({ kind: 'same', existing: { key: '3' } });
  });

  test('by hand with another amount, a conflict says both amounts', () => {
    expect(judge(invoiceOf(), [standing({ payable: '9.00' })])).toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/9\.00 SEK.*1250\.00 SEK/),
    });
  });
});

describe('a supplier known by a VAT number alone', () => {
  const byVatId = (vatId: string) => {
    const invoice = invoiceOf({ organisationNumber: null });
    invoice.seller.vatId = vatId;
    return invoice;
  };

  test('is the company whose organisation number is in it', () => {
    expect(kindOf(byVatId('SE556677889901'), standing({}))).toBe('same');
    expect(kindOf(byVatId('SE559012345001'), standing({}))).toBe('new');
  });

  test('is any company of that name where the number is a VAT group’s', () => {
    expect(supplierKeys(byVatId('SE663000998001'))).toEqual(['vat:SE663000998001', 'name:norrby kakel']);
    expect(kindOf(byVatId('SE663000998001'), standing({}))).toBe('same');
  });
});

const wanted = fc.record({
  payable: fc.constantFrom('1250.00', '1250', '9.00', null),
  issueDate: fc.constantFrom('2026-03-02', '2025-03-02', null),
  supplier: fc.constantFrom('Norrby Kakel AB', 'Annan AB', null),
  organisationNumber: fc.constantFrom('5566778899', '5590123450', null),
  currency: fc.constantFrom('SEK', 'EUR', null),
});
const rows = fc.array(fc.tuple(wanted, fc.constantFrom(null, 'i-other')), { maxLength: 5 });

describe('whatever stands there', () => {
  test('a row that another invoice has is never linked a second time', () => {
    fc.assert(
      fc.property(wanted, rows, (own, others) => {
        const judgement = judge(
          invoiceOf(own),
          others.map(([other, receiptOf], index) => standing(other, receiptOf, String(index))),
        );
        expect(judgement.kind === 'same' && judgement.existing.receiptOf !== null).toBe(false);
      }),
    );
  });

  test('a link is only made to the same amount of a supplier in common', () => {
    fc.assert(
      fc.property(wanted, rows, (own, others) => {
        const invoice = invoiceOf(own);
        const judgement = judge(
          invoice,
          others.map(([other, receiptOf], index) => standing(other, receiptOf, String(index))),
        );
        if (judgement.kind !== 'same') return;
        expect(Number(judgement.existing.payable)).toBe(Number(invoice.totals.payable));
        expect(judgement.existing.supplierKeys.some((key) => supplierKeys(invoice).includes(key))).toBe(true);
      }),
    );
  });

  test('the order of the rows does not change the verdict', () => {
    fc.assert(
      fc.property(wanted, rows, (own, others) => {
        const there = others.map(([other, receiptOf], index) => standing(other, receiptOf, String(index)));
        expect(kindOf(invoiceOf(own), ...there)).toBe(kindOf(invoiceOf(own), ...there.toReversed()));
      }),
    );
  });

  test('nothing there is new', () => {
    fc.assert(fc.property(wanted, (own) => expect(judge(invoiceOf(own), [])).toEqual({ kind: 'new' })));
  });
});
