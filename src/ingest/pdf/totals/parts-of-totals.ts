/** "Total services 130.00, total traffic 25.90, total 155.90": what others above it come to is the total, and they are parts of it. Pure. */
import type { AmountCandidate } from '../amounts/amounts.ts';
import { weights } from '../choosing/weights.ts';
import { offset, type Page } from '../page/spots.ts';
import { sumsIn } from '../values/amount.ts';

/**
 * Candidates for a total, or for what is to be paid, those that are only parts of a total the less likely for it.
 *
 * @param totals all that are labelled as a sum
 */
export function lessParts(
  page: Page,
  candidates: readonly AmountCandidate[],
  totals: readonly AmountCandidate[],
): AmountCandidate[] {
  const labelled = totals.filter(({ label, cents }) => label !== null && cents > 0);
  const parts = new Set(
    labelled.flatMap((total) => [
      ...partsOf(total, labelled),
      ...partsOf(total, amountsRightAbove(total, page)),
    ]),
  );
  return candidates.map((each) =>
    parts.has(each.cents) ? { ...each, score: each.score + weights.totals.partOfTotal } : each,
  );
}

type Sum = Pick<AmountCandidate, 'cents' | 'cell'>;

/** In hundredths: what stands above in its column, where that comes to it. */
function partsOf(total: Sum, sums: readonly Sum[]): number[] {
  const above = sums.filter(
    ({ cell }) =>
      cell.page === total.cell.page && cell.row < total.cell.row && offset(cell, total.cell) < alignedPoints,
  );
  const parts = [...new Map(above.map((each) => [each.cell.row, each.cents])).values()];
  // What a total is rounded by is no part of it.
  if (parts.length < 2 || parts.some((cents) => cents < unit)) return [];
  return parts.reduce((all, cents) => all + cents, 0) === total.cents ? parts : [];
}

const alignedPoints = 6;
/** One whole one of the currency, in hundredths. */
const unit = 100;

/** The two amounts right above: a total of two parts, of which not both need have a label that is known. */
function amountsRightAbove({ cell }: Sum, { layout }: Page): Sum[] {
  return layout.rows.slice(Math.max(0, cell.row - 2), cell.row).flatMap(({ cells }) =>
    cells.flatMap((other) =>
      sumsIn(other.text)
        .filter(({ cents }) => cents > 0)
        .map(({ cents }) => ({ cents, cell: other })),
    ),
  );
}
