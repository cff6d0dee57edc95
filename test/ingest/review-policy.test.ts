import { describe, expect, test } from '@jest/globals';
import {
  defaultReviewPolicy,
  policyFor,
  reasonsByPolicy,
  withoutGuesses,
} from '../../src/ingest/review-policy.ts';
import { blankInvoice, type Evidence } from '../../src/invoice/invoice.ts';

const seen = (confidence: number, alternatives?: Evidence['alternatives']): Evidence => ({
  source: 'pdf-text',
  where: 'page 1',
  text: '',
  confidence,
  ...(alternatives ? { alternatives } : {}),
});

function reasonsFor(
  evidence: Record<string, Evidence>,
  payable = '100.00',
  policy = defaultReviewPolicy,
  currency = 'SEK',
) {
  const invoice = blankInvoice('pdf-text');
  invoice.totals.payable = payable;
  invoice.currency = currency;
  invoice.evidence = evidence;
  return reasonsByPolicy(invoice, policy);
}

describe('what must be certain', () => {
  test('a certain invoice needs nobody', () => {
    expect(
      reasonsFor({ invoiceNumber: seen(0.99), 'totals.payable': seen(0.99), dueDate: seen(0.95) }),
    ).toEqual([]);
  });

  test('an unsure field is told with what else it could be', () => {
    const [reason] = reasonsFor({
      invoiceNumber: seen(0.6, [{ value: '99', confidence: 0.4, where: 'page 2' }]),
    });
    expect(reason).toMatchObject({
      code: 'unsure:invoiceNumber',
      message: expect.stringContaining('it could also be 99'),
    });
  });

  test('each account counts, by one rule for all', () => {
    expect(reasonsFor({ 'payment.accounts.0': seen(0.99), 'payment.accounts.1': seen(0.5) })).toMatchObject([
      { code: 'unsure:payment.accounts' },
    ]);
  });

  test('a field that the policy does not name holds nothing', () => {
    expect(reasonsFor({ 'references.order': seen(0.1) })).toEqual([]);
  });

  test('a book may have a person look at all large amounts, currency by currency', () => {
    const policy = policyFor({ payableMax: { SEK: '50000.00', EUR: '4000.00' } });
    expect(reasonsFor({}, '50000.00', policy)).toEqual([]);
    expect(reasonsFor({}, '50000.01', policy)).toMatchObject([{ code: 'amount_above_limit' }]);
    expect(reasonsFor({}, '4000.01', policy, 'EUR')).toMatchObject([{ code: 'amount_above_limit' }]);
    // Nobody said how much is much in dollars.
    expect(reasonsFor({}, '1.00', policy, 'USD')).toMatchObject([{ code: 'amount_without_limit' }]);
  });

  test('a book may want a field to be surer than the default, or be content with less', () => {
    const policy = policyFor({
      certain: { dueDate: 0.97, 'payment.accounts': 0.5, 'references.order': 0.9 },
    });
    expect(reasonsFor({ dueDate: seen(0.96) }, '100.00', policy)).toMatchObject([{ code: 'unsure:dueDate' }]);
    expect(reasonsFor({ 'payment.accounts.1': seen(0.5) }, '100.00', policy)).toEqual([]);
    expect(reasonsFor({ 'references.order': seen(0.8) }, '100.00', policy)).toMatchObject([
      { code: 'unsure:references.order' },
    ]);
    // What it does not name stays as it is.
    expect(reasonsFor({ invoiceNumber: seen(0.89) }, '100.00', policy)).toMatchObject([
      { code: 'unsure:invoiceNumber' },
    ]);
  });

  test('a book may want fields that most invoices can do without', () => {
    const invoice = blankInvoice('ubl');
    const policy = policyFor({ needed: ['dueDate', 'payment.accounts'] });
    expect(reasonsByPolicy(invoice, policy).map(({ code }) => code)).toEqual([
      'missing:dueDate',
      'missing:payment.accounts',
    ]);
    invoice.dueDate = '2026-11-30';
    invoice.payment.accounts = [{ kind: 'bankgiro', id: '5051-2345' }];
    expect(reasonsByPolicy(invoice, policy)).toEqual([]);
  });

  test('a supplier known by nothing but a name must have a sure one, and a book may not be content with it', () => {
    const byName = (confidence: number, own: Parameters<typeof policyFor>[0] = null) => {
      const invoice = blankInvoice('pdf-text');
      invoice.seller.name = 'Copper Creek Consulting';
      invoice.evidence['seller.name'] = seen(confidence);
      return reasonsByPolicy(invoice, policyFor(own));
    };
    expect(byName(0.92)).toEqual([]);
    expect(byName(0.87)).toMatchObject([{ code: 'unsure:supplier' }]);
    expect(byName(1, { nameAlone: null })).toMatchObject([{ code: 'unsure:supplier' }]);
    const numbered = blankInvoice('pdf-text');
    numbered.seller = { name: 'Nordvik Bygg AB', organisationNumber: '5590123450', vatId: null };
    expect(reasonsByPolicy(numbered, policyFor({ nameAlone: null }))).toEqual([]);
  });

  describe('an unsure name', () => {
    function named(numberSure: number, organisationNumber: string, vatId: string | null = null) {
      const invoice = blankInvoice('pdf-text');
      invoice.seller = { name: 'Nordvik Bygg AB', organisationNumber, vatId };
      invoice.payment.accounts = [{ kind: 'bankgiro', id: '5051-2345' }];
      invoice.evidence = {
        'seller.name': seen(0.6),
        'seller.organisationNumber': seen(numberSure),
        ...(vatId ? { 'seller.vatId': seen(numberSure) } : {}),
      };
      return invoice;
    }
    const codes = (invoice: ReturnType<typeof named>, own: Parameters<typeof policyFor>[0] = null) =>
      reasonsByPolicy(invoice, policyFor(own)).map(({ code }) => code);

    test('holds nothing where a sure number with right check digits tells who the supplier is', () => {
      expect(codes(named(0.95, '5590123450'))).toEqual([]);
      expect(codes(named(0.95, 'HRB1234', 'DE136695976'))).toEqual([]);
    });

    test('holds where the number is unsure, wrong, or of a kind without check digits', () => {
      expect(codes(named(0.8, '5590123450'))).toContain('unsure:seller.name');
      expect(codes(named(0.95, '5590123451'))).toEqual(['unsure:seller.name']);
      expect(codes(named(0.95, 'HRB1234'))).toEqual(['unsure:seller.name']);
    });

    test('holds where the book wants a name, or a sure one', () => {
      const invoice = named(0.95, '5590123450');
      expect(codes(invoice, { needed: ['seller.name'] })).toEqual(['unsure:seller.name']);
      expect(codes(invoice, { certain: { 'seller.name': 0.7 } })).toEqual(['unsure:seller.name']);
      expect(codes(invoice, { certain: { 'seller.name': 0.5 } })).toEqual([]);
    });

    test('is left out where nobody will look, and a sure one is not', () => {
      const invoice = named(0.95, '5590123450');
      const told = withoutGuesses(invoice, defaultReviewPolicy);
      expect([told.seller.name, told.evidence['seller.name']]).toEqual([null, undefined]);
      expect(told.seller.organisationNumber).toBe('5590123450');
      invoice.evidence['seller.name'] = seen(0.97);
      expect(withoutGuesses(invoice, defaultReviewPolicy).seller.name).toBe('Nordvik Bygg AB');
    });

    test('is told, unsure as it is, where no number tells the supplier', () => {
      const invoice = named(0.95, 'HRB1234');
      invoice.evidence['seller.name'] = seen(0.9);
      expect(withoutGuesses(invoice, defaultReviewPolicy).seller.name).toBe('Nordvik Bygg AB');
    });
  });

  test("a buyer's name that is not certain is left out where nobody will look", () => {
    const invoice = blankInvoice('pdf-text');
    invoice.buyer.name = 'Eva Ek';
    invoice.evidence['buyer.name'] = seen(0.85);
    expect(withoutGuesses(invoice, defaultReviewPolicy).buyer.name).toBeNull();
    invoice.evidence['buyer.name'] = seen(0.99);
    expect(withoutGuesses(invoice, defaultReviewPolicy).buyer.name).toBe('Eva Ek');
  });

  test('a reference that is not certain is left out where nobody will look', () => {
    const invoice = blankInvoice('pdf-text');
    invoice.references = { ...invoice.references, order: '4711', buyer: 'Anna Ek' };
    invoice.evidence['references.order'] = seen(0.94);
    invoice.evidence['references.buyer'] = seen(0.98);
    const told = withoutGuesses(invoice, defaultReviewPolicy);
    expect([told.references.order, told.references.buyer]).toEqual([null, 'Anna Ek']);
    expect(Object.keys(told.evidence)).toEqual(['references.buyer']);
    expect(invoice.references.order).toBe('4711');
  });
});
