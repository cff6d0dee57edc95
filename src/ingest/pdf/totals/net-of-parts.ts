/**
 * A net that is not printed as one: "Goods 4 156.50, freight 125.00, VAT 1 070.38, total 5 352.00". What the parts come to is it,
 * where the VAT is its lawful rate and both together come to the total. Pure.
 */
import { type AmountCandidate, addedUp, isLabelledSum, type PlacedAmount } from '../amounts/amounts.ts';
import { weights } from '../choosing/weights.ts';
import type { Cell } from '../page/layout.ts';
import { offset, type Page } from '../page/spots.ts';
import { sumsIn } from '../values/amount.ts';

export interface SumsWithParts {
  net: readonly AmountCandidate[];
  vat: readonly AmountCandidate[];
  rounding: readonly AmountCandidate[];
  total: readonly AmountCandidate[];
}

/** @param isRate whether an amount is lawfully the VAT of another */
export function netOfParts(
  page: Page,
  { net, vat, rounding, total }: SumsWithParts,
  isRate: (net: number, vat: number) => boolean,
): AmountCandidate[] {
  return vat.filter(isLabelledSum).flatMap((tax) =>
    total.filter(isLabelledSum).flatMap((sum) => {
      const isOther = ({ cell, cents }: PlacedAmount) =>
        ![tax, sum].some((each) => each.cell === cell) && !rounding.some((each) => each.cents === cents);
      return [besideTax(page, tax), ...net.filter(isLabelledSum).map((first) => between(page, first, sum))]
        .map((parts) => parts.filter(isOther))
        .flatMap(([first, ...others]) => {
          if (!first || others.length === 0 || others.length >= partsMax) return [];
          const whole = addedUp([first, ...others], 'what the parts come to', weights.totals.unlabelled);
          return isRate(whole.cents, tax.cents) && isRounded(whole.cents + tax.cents, sum.cents)
            ? [whole]
            : [];
        });
    }),
  );
}

const partsMax = 5;

/** Whether a total is a sum, or what it comes to in whole units. */
function isRounded(sum: number, total: number): boolean {
  return sum === total || (total % 100 === 0 && Math.abs(sum - total) < 100);
}

/** Sums that stand in one row, with the VAT among them. */
function besideTax({ layout }: Page, { cell }: AmountCandidate): PlacedAmount[] {
  return layout.rows[cell.row]?.cells.flatMap(partsIn) ?? [];
}

/** Sums that stand one below the other, from the first to the total. */
function between({ layout }: Page, first: AmountCandidate, total: AmountCandidate): PlacedAmount[] {
  if (first.cell.page !== total.cell.page) return [];
  return layout.rows
    .slice(first.cell.row, total.cell.row)
    .flatMap(({ cells }) => cells)
    .filter((cell) => offset(cell, first.cell) < alignedPoints)
    .flatMap(partsIn);
}

const alignedPoints = 6;

function partsIn(cell: Cell): PlacedAmount[] {
  return sumsIn(cell.text).map((amount) => ({ ...amount, cell }));
}
