/** The sums of an invoice, exact to the cent, and with the tolerance of formats that have one. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkTotals, type MonetaryFacts } from '../../../src/ingest/checks/en16931.ts';
import { normaliseAmount, sumAmounts } from '../../../src/invoice/money.ts';

/** Cents as an amount. */
const cents = (most: number) =>
  fc.integer({ min: 0, max: most }).map((count) => normaliseAmount(`${count / 100}`));

/** Sums that fit each other, whatever the amounts. */
const fitting: fc.Arbitrary<MonetaryFacts> = fc
  .record({
    lineNets: fc.array(cents(10_000_00), { minLength: 1, maxLength: 6 }),
    allowances: fc.array(cents(500_00), { maxLength: 3 }),
    charges: fc.array(cents(500_00), { maxLength: 3 }),
    subtotalTaxes: fc.array(cents(3_000_00), { minLength: 1, maxLength: 3 }),
    prepaid: cents(1_000_00),
    rounding: fc.constantFrom('0.00', '0.49', '-0.50'),
  })
  .map(({ lineNets, allowances, charges, subtotalTaxes, prepaid, rounding }) => {
    const lineTotal = sumAmounts(lineNets);
    const allowanceTotal = sumAmounts(allowances);
    const chargeTotal = sumAmounts(charges);
    const net = sumAmounts([lineTotal, `-${allowanceTotal}`, chargeTotal]);
    const vat = sumAmounts(subtotalTaxes);
    const gross = sumAmounts([net, vat]);
    const payable = sumAmounts([gross, `-${prepaid}`, rounding]);
    return {
      lineNets,
      allowances,
      charges,
      subtotalTaxes,
      prepaid,
      rounding,
      lineTotal,
      allowanceTotal,
      chargeTotal,
      net,
      vat,
      gross,
      payable,
    };
  });

function failed(facts: MonetaryFacts, style = {}): string[] {
  return checkTotals(facts, style)
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);
}

const rulesOf = {
  lineTotal: ['BR-CO-10', 'BR-CO-13'],
  net: ['BR-CO-13', 'BR-CO-15'],
  vat: ['BR-CO-14', 'BR-CO-15'],
  gross: ['BR-CO-15', 'BR-CO-16'],
  payable: ['BR-CO-16'],
} as const;

describe('totals that fit each other', () => {
  test('pass every rule', () => {
    fc.assert(fc.property(fitting, (facts) => expect(failed(facts)).toEqual([])));
  });

  test.each(Object.entries(rulesOf))('fail exactly the rules of %s when it is a cent off', (field, rules) => {
    fc.assert(
      fc.property(fitting, (facts) => {
        const value = facts[field as keyof typeof rulesOf];
        expect(failed({ ...facts, [field]: sumAmounts([value ?? '0', '0.01']) })).toEqual(rules);
      }),
    );
  });

  test('may be off by less than a tolerance, and not by as much', () => {
    fc.assert(
      fc.property(fitting, (facts) => {
        const off = (by: string) => ({ ...facts, payable: sumAmounts([facts.payable ?? '0', by]) });
        expect(failed(off('0.49'), { tolerance: '0.5' })).toEqual([]);
        expect(failed(off('0.50'), { tolerance: '0.5' })).toEqual(['BR-CO-16']);
      }),
    );
  });

  test('may have more decimals in their parts', () => {
    const parts = { subtotalTaxes: ['1.2345', '2.3411'], vat: '3.58' };
    const [facts] = fc.sample(fitting, 1);
    expect(
      facts &&
        failed({ ...facts, ...parts, gross: sumAmounts([facts.net ?? '0', parts.vat]), payable: null }),
    ).toEqual([]);
  });

  test('may have the rounding in the total with VAT', () => {
    fc.assert(
      fc.property(fitting, (facts) => {
        const gross = sumAmounts([facts.gross ?? '0', facts.rounding ?? '0']);
        expect(failed({ ...facts, gross }, { roundsGross: true })).toEqual([]);
      }),
    );
  });
});

describe('what is not stated', () => {
  const nothing: MonetaryFacts = {
    ...{ lineNets: [], allowances: [], charges: [], subtotalTaxes: [] },
    ...{ lineTotal: null, allowanceTotal: null, chargeTotal: null, net: null, vat: null },
    ...{ gross: null, prepaid: null, rounding: null, payable: null },
  };

  test('is not checked', () => {
    expect(checkTotals(nothing)).toEqual([]);
  });

  test('among things to be added up fails the sum, in words', () => {
    expect(checkTotals({ ...nothing, lineNets: ['1.00', null], lineTotal: '1.00' })).toEqual([
      { rule: 'BR-CO-10', passed: false, message: expect.stringContaining('missing') },
    ]);
  });

  test('of what was paid before lets less be payable, where the profile has no place for it', () => {
    const facts = { ...nothing, gross: '10.00', payable: '4.00' };
    expect(failed(facts)).toEqual(['BR-CO-16']);
    expect(failed(facts, { hidesPrepaid: true })).toEqual([]);
  });
});
