/** VAT by category: the tax on its base, the base of the lines, reverse charge and its kin. */
import { describe, expect, test } from '@jest/globals';
import { checkVat, type TaxedAmount, type VatFacts } from '../../../src/ingest/checks/vat-breakdown.ts';

type Subtotal = VatFacts['subtotals'][number];

const standard: Subtotal = {
  category: 'S',
  rate: '25',
  taxable: '1000.00',
  tax: '250.00',
  hasExemptionReason: false,
};
const reversed: Subtotal = {
  category: 'AE',
  rate: '0',
  taxable: '500.00',
  tax: '0.00',
  hasExemptionReason: true,
};
const lineOf = (category: string | null, rate: string | null, amount: string | null): TaxedAmount => ({
  of: 'line',
  category,
  rate,
  amount,
});

function facts(changes: Partial<VatFacts>): VatFacts {
  return {
    followsEn16931: true,
    subtotals: [standard],
    taxed: [lineOf('S', '25', '1000.00')],
    isBuyerNumbered: true,
    ...changes,
  };
}

function failed(changes: Partial<VatFacts>): string[] {
  return checkVat(facts(changes))
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);
}

describe('BR-CO-17: the tax is its base times its rate', () => {
  test.each([
    ['250.00', true],
    ['250.99', true],
    ['249.01', true],
    ['251.00', false],
    ['249.00', false],
    ['0.00', false],
  ])('on 1000.00 at 25 %%, %s passes: %s', (tax, passes) => {
    expect(failed({ subtotals: [{ ...standard, tax }] })).toEqual(passes ? [] : ['BR-CO-17']);
  });

  test('with signs turned as well', () => {
    expect(
      failed({
        subtotals: [{ ...standard, taxable: '-1000.00', tax: '-250.00' }],
        taxed: [lineOf('S', '25', '-1000.00')],
      }),
    ).toEqual([]);
  });

  test('is all that is asked of documents that do not claim to follow EN 16931', () => {
    const old = { followsEn16931: false, taxed: [lineOf('S', '0', '7.00')] };
    expect(checkVat(facts(old)).map(({ rule }) => rule)).toEqual(['BR-CO-17']);
  });
});

describe('the rules 08: the base is what lines, charges and allowances come to', () => {
  test.each([
    ['S', '1000.99', true],
    ['S', '1001.00', false],
    ['Z', '1000.00', true],
    ['Z', '1000.01', false],
  ])('of category %s, lines of %s pass: %s', (category, amount, passes) => {
    const rate = category === 'S' ? '25' : '0';
    const subtotal = { ...standard, category, rate, tax: category === 'S' ? '250.00' : '0.00' };
    const rules = failed({ subtotals: [subtotal], taxed: [lineOf(category, rate, amount)] });
    expect(rules).toEqual(passes ? [] : [`BR-${category}-08`]);
  });

  test('by rate, where a category has several', () => {
    const food: Subtotal = { ...standard, rate: '12', taxable: '100.00', tax: '12.00' };
    const lines = [lineOf('S', '25', '1000.00'), lineOf('S', '12', '100.00')];
    expect(failed({ subtotals: [standard, food], taxed: lines })).toEqual([]);
    expect(failed({ subtotals: [standard, food], taxed: [lineOf('S', '25', '1100.00')] })).toEqual([
      'BR-S-08',
      'BR-S-08',
    ]);
  });

  test('where rates are written differently, they are the same', () => {
    expect(
      failed({ subtotals: [standard], taxed: [lineOf('S', '25', '400.00'), lineOf('S', '25', '600.00')] }),
    ).toEqual([]);
  });

  test.each([
    ['there are no lines', []],
    ['a line does not tell its category', [lineOf(null, null, '7.00')]],
    ['a line has no amount', [lineOf('S', '25', null)]],
  ])('not at all where %s', (_name, taxed) => {
    expect(checkVat(facts({ taxed })).map(({ rule }) => rule)).not.toContain('BR-S-08');
  });
});

describe('reverse charge', () => {
  const reverse = (changes: Partial<Subtotal> = {}, more: Partial<VatFacts> = {}) =>
    failed({ subtotals: [{ ...reversed, ...changes }], taxed: [lineOf('AE', '0', '500.00')], ...more });

  test('passes without VAT, with a reason, and with the buyer named by a number', () => {
    expect(reverse()).toEqual([]);
  });

  test('fails with VAT on it', () => {
    expect(reverse({ tax: '125.00', rate: '25' })).toEqual(['BR-AE-09']);
  });

  test('fails with a rate on a line', () => {
    expect(reverse({}, { taxed: [lineOf('AE', '25', '500.00')] })).toEqual(['BR-AE-05']);
  });

  test.each([
    ['an allowance', 'allowance', '-100.00', 'BR-AE-06'],
    ['a charge', 'charge', '100.00', 'BR-AE-07'],
  ] as const)('fails with a rate on %s', (_name, of, amount, rule) => {
    const other = { of, category: 'AE', rate: '25', amount };
    const rest = lineOf('AE', '0', of === 'allowance' ? '600.00' : '400.00');
    expect(reverse({}, { taxed: [rest, other] })).toEqual([rule]);
  });

  test('fails without a reason', () => {
    expect(reverse({ hasExemptionReason: false })).toEqual(['BR-AE-10']);
  });

  test('fails where nobody knows who owes the VAT', () => {
    expect(reverse({}, { isBuyerNumbered: false })).toEqual(['BR-AE-02']);
  });
});

describe('the other categories', () => {
  test.each([
    ['E', 'BR-E-10'],
    ['K', 'BR-IC-10'],
    ['G', 'BR-G-10'],
    ['O', 'BR-O-10'],
  ])('%s needs a reason', (category, rule) => {
    const subtotal = { ...reversed, category, hasExemptionReason: false };
    expect(failed({ subtotals: [subtotal], taxed: [lineOf(category, '0', '500.00')] })).toEqual([rule]);
  });

  test('a standard rate is above zero', () => {
    const subtotal = { ...standard, rate: '0', tax: '0.00' };
    expect(failed({ subtotals: [subtotal], taxed: [lineOf('S', '0', '1000.00')] })).toEqual(['BR-S-05']);
  });

  test('that nobody knows are left alone', () => {
    const subtotal = { ...standard, category: 'StandardRated' };
    expect(failed({ subtotals: [subtotal], taxed: [lineOf('StandardRated', '25', '7.00')] })).toEqual([]);
  });
});
