import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readTotals } from '../../../src/ingest/pdf/totals/totals.ts';
import { decimalOf } from '../../../src/ingest/pdf/values/amount.ts';
import { type Put, pageOf, sums } from './support/sheet.ts';

const wish = { isCredit: false, countries: ['SE'], issueDate: '2026-03-04', slip: null, lineSum: null };
const inPrint = (cents: number) =>
  decimalOf(cents)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, ' ');
const chosen = (puts: Put[]) => {
  const { best, closes } = readTotals(pageOf(...puts), wish);
  return { net: best.net?.cents, vat: best.vat?.cents, payable: best.payable?.cents, closes };
};

const cents = fc.integer({ min: 10_000, max: 90_000_000 });
const rate = fc.constantFrom(6, 12, 25);

test('net, VAT and total are found whatever they are, with amounts of other things around them', () => {
  fc.assert(
    fc.property(cents, rate, fc.array(cents, { maxLength: 4 }), (net, percent, others) => {
      const vat = Math.round((net * percent) / 100);
      const noise = others.map((amount, index): Put => [inPrint(amount), 60, 200 + index * 16]);
      const puts = [
        ...noise,
        ...sums(400, [
          ['Summa exkl. moms', inPrint(net)],
          [`Moms ${percent} %`, inPrint(vat)],
          ['Att betala', inPrint(net + vat)],
        ]),
        ['Förfallodatum 2026-04-03', 50, 100] as Put,
      ];
      expect(chosen(puts)).toEqual({ net, vat, payable: net + vat, closes: true });
    }),
    { numRuns: 60 },
  );
});

test('of two amounts beside a label, the one that makes the sums close is taken', () => {
  fc.assert(
    fc.property(cents, cents, (net, base) => {
      const vat = Math.round(net / 4);
      fc.pre(Math.abs(base - net) > 200);
      const puts: Put[] = [
        ['Summa exkl. moms', 330, 400],
        [inPrint(net), 540, 400, { right: true }],
        ['Moms', 330, 415],
        [inPrint(base), 440, 415, { right: true }],
        [inPrint(vat), 540, 415, { right: true }],
        ['Att betala', 330, 430],
        [inPrint(net + vat), 540, 430, { right: true }],
        ['Förfallodatum 2026-04-03', 50, 100],
      ];
      expect(chosen(puts)).toEqual({ net, vat, payable: net + vat, closes: true });
    }),
    { numRuns: 40 },
  );
});

test('sums that do not close are never said to close', () => {
  fc.assert(
    fc.property(cents, fc.integer({ min: 101, max: 1_000_000 }), (net, off) => {
      const vat = Math.round(net / 4);
      const puts = [
        ...sums(400, [
          ['Summa exkl. moms', inPrint(net)],
          ['Moms 25 %', inPrint(vat)],
          ['Att betala', inPrint(net + vat + off)],
        ]),
        ['Förfallodatum 2026-04-03', 50, 100] as Put,
      ];
      const { best, closes } = readTotals(pageOf(...puts), wish);
      const isWhole = best.net !== null && best.vat !== null && best.payable !== null;
      expect(isWhole && closes).toBe(false);
    }),
    { numRuns: 40 },
  );
});
