/**
 * A net that is not printed as one: "Goods 4 156.50, freight 125.00, VAT 1 070.38, total 5 352.00". What the parts come to is it,
 * where the VAT is its lawful rate and both together come to the total. Pure.
 */
import { type AmountCandidate, isLabelledSum } from '../amounts/amounts.ts';
import { unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import type { Cell } from '../page/layout.ts';
import { offset, type Page } from '../page/spots.ts';
import { decimalOf, type PrintedAmount, sumsIn } from '../values/amount.ts';

interface Part extends PrintedAmount {
  cell: Cell;
}

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
      const isOther = ({ cell, cents }: Part) =>
        ![tax, sum].some((each) => each.cell === cell) && !rounding.some((each) => each.cents === cents);
      return [besideTax(page, tax), ...net.filter(isLabelledSum).map((first) => between(page, first, sum))]
        .map((parts) => parts.filter(isOther))
        .filter((parts) => parts.length > 1 && parts.length <= partsMax)
        .flatMap((parts) => {
          const cents = parts.reduce((all, part) => all + part.cents, 0);
          return isRate(cents, tax.cents) && isRounded(cents + tax.cents, sum.cents)
            ? [candidateOf(cents, parts)]
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
function besideTax({ layout }: Page, { cell }: AmountCandidate): Part[] {
  return layout.rows[cell.row]?.cells.flatMap(partsIn) ?? [];
}

/** Sums that stand one below the other, from the first to the total. */
function between({ layout }: Page, first: AmountCandidate, total: AmountCandidate): Part[] {
  if (first.cell.page !== total.cell.page) return [];
  return layout.rows
    .slice(first.cell.row, total.cell.row)
    .flatMap(({ cells }) => cells)
    .filter((cell) => offset(cell, first.cell) < alignedPoints)
    .flatMap(partsIn);
}

const alignedPoints = 6;

function partsIn(cell: Cell): Part[] {
  return sumsIn(cell.text).map((amount) => ({ ...amount, cell }));
}

function candidateOf(cents: number, parts: readonly Part[]): AmountCandidate {
  const [first] = parts as [Part];
  const text = parts.map((part) => part.text).join(' + ');
  return {
    ...unlabelled(decimalOf(cents), first.cell, 'what the parts come to', weights.totals.unlabelled, text),
    cents,
    currency: first.currency,
    isInferred: true,
  };
}
