/** The Swedish rules of Peppol: how numbers stand in the document, lawful rates, and what of it holds an invoice. */
import { describe, expect, test } from '@jest/globals';
import { reasonsToReview } from '../../../src/ingest/checks/invoice-checks.ts';
import { checkSwedishRules, type SellerFacts } from '../../../src/ingest/checks/sweden.ts';
import { blankInvoice, type Invoice } from '../../../src/invoice/invoice.ts';

interface Written {
  vatId?: string;
  organisationNumber?: string;
  account?: string;
}

function swedish(changes: Partial<Invoice> = {}, written: Written = {}): Invoice {
  const evidence = (text: string) => ({ source: 'xml', where: '/', text, confidence: 1 });
  return {
    ...blankInvoice('ubl'),
    invoiceNumber: '1',
    issueDate: '2026-11-02',
    currency: 'SEK',
    seller: { name: 'Ekens Snickeri AB', organisationNumber: '5569991234', vatId: 'SE556999123401' },
    totals: { net: '100.00', vat: '25.00', gross: '125.00', rounding: null, payable: '125.00' },
    vatBreakdown: [{ category: 'S', rate: '25', taxable: '100.00', tax: '25.00' }],
    payment: { accounts: [{ kind: 'bankgiro', id: '5402-9681' }], reference: null },
    evidence: {
      'seller.vatId': evidence(written.vatId ?? 'SE556999123401'),
      'seller.organisationNumber': evidence(written.organisationNumber ?? '5569991234'),
      'payment.accounts.0': evidence(written.account ?? '54029681'),
    },
    ...changes,
  };
}

function failed(invoice: Invoice, facts: SellerFacts = { country: 'SE' }): string[] {
  return checkSwedishRules(invoice, facts)
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);
}

test('a Swedish invoice as Peppol wants it passes every rule', () => {
  expect(failed(swedish(), { country: 'SE', taxStatements: ['Godkänd för F-skatt'] })).toEqual([]);
});

describe('what is written otherwise fails its rule', () => {
  test.each<[Written, string[]]>([
    [{ vatId: 'SE 556999-1234 01' }, ['SE-R-001', 'SE-R-002']],
    [{ vatId: 'SE55699912340A' }, ['SE-R-002']],
    [{ organisationNumber: '556999-1234' }, ['SE-R-003', 'SE-R-004']],
    [{ organisationNumber: '165569991234' }, ['SE-R-004']],
    [{ account: '5402-9681' }, ['SE-R-008', 'SE-R-009']],
    [{ account: '540296' }, ['SE-R-009']],
  ])('%j', (written, rules) => {
    expect(failed(swedish({}, written))).toEqual(rules);
  });

  test('a plusgiro of nine characters', () => {
    const plusgiro = {
      payment: { accounts: [{ kind: 'plusgiro' as const, id: '286543-4' }], reference: null },
    };
    expect(failed(swedish(plusgiro, { account: '28 65 43-4' }))).toEqual(['SE-R-007', 'SE-R-010']);
  });

  test('another statement than the approval for F-tax', () => {
    expect(failed(swedish(), { country: 'SE', taxStatements: ['F-skatt'] })).toEqual(['SE-R-005']);
  });

  test('a wrong check digit', () => {
    const wrong = { seller: { name: null, organisationNumber: '5569991235', vatId: 'SE556999123401' } };
    expect(failed(swedish(wrong))).toEqual(['SE-R-013']);
  });
});

describe('SE-R-006: lawful rates', () => {
  test.each([
    ['S', '25', true],
    ['S', '12', true],
    ['S', '6', true],
    ['S', '6.00', true],
    ['S', '20', false],
    ['S', '0', false],
    ['AE', '0', true],
    ['E', '0', true],
  ])('category %s with %s %% passes: %s', (category, rate, passes) => {
    const invoice = swedish({ vatBreakdown: [{ category, rate, taxable: null, tax: null }] });
    expect(failed(invoice)).toEqual(passes ? [] : ['SE-R-006']);
  });

  test('an unlawful rate holds the invoice, and a number that is merely written otherwise does not', () => {
    const held = (invoice: Invoice) =>
      reasonsToReview({ ...invoice, checks: checkSwedishRules(invoice, { country: 'SE' }) }).map(
        ({ code }) => code,
      );
    expect(held(swedish({}, { organisationNumber: '556999-1234', account: '5402-9681' }))).toEqual([]);
    const unlawful = swedish({ vatBreakdown: [{ category: 'S', rate: '24', taxable: null, tax: null }] });
    expect(held(unlawful)).toEqual(['check_failed:SE-R-006']);
  });
});

describe('sellers of other countries', () => {
  test.each<[string, SellerFacts, Partial<Invoice>]>([
    ['by their address', { country: 'DE' }, {}],
    [
      'by their VAT number',
      { country: null },
      { seller: { name: null, organisationNumber: null, vatId: 'DE136695976' } },
    ],
    [
      'by a number that is no Swedish one',
      { country: null },
      { seller: { name: null, organisationNumber: '123456789', vatId: null } },
    ],
  ])('are not held to Swedish rules: known %s', (_name, facts, changes) => {
    expect(checkSwedishRules(swedish(changes), facts)).toEqual([]);
  });
});
