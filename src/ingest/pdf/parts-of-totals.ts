/** "Total services 130.00, total traffic 25.90, total 155.90": what others above it come to is the total, and they are parts of it. Pure. */
import type { AmountCandidate } from './amounts.ts';
import { offset } from './spots.ts';
import { weights } from './weights.ts';

/** Candidates for a total, those that are only parts of another the less likely for it. */
export function lessParts(candidates: readonly AmountCandidate[]): AmountCandidate[] {
  const parts = partsAmong(candidates);
  return candidates.map((each) =>
    parts.has(each.cents) ? { ...each, score: each.score + weights.totals.partOfTotal } : each,
  );
}

/** In hundredths. */
function partsAmong(candidates: readonly AmountCandidate[]): Set<number> {
  const labelled = candidates.filter(({ label, cents }) => label !== null && cents > 0);
  const byPlace = new Map(labelled.map((each) => [`${each.cell.row} ${each.cents}`, each]));
  const downwards = [...byPlace.values()].sort((a, b) => a.cell.row - b.cell.row);
  return new Set(
    downwards.flatMap((total, index) => {
      const above = downwards.slice(0, index).filter((each) => isInColumn(each, total));
      const sum = above.reduce((all, { cents }) => all + cents, 0);
      return above.length > 1 && sum === total.cents ? above.map(({ cents }) => cents) : [];
    }),
  );
}

function isInColumn({ cell }: AmountCandidate, { cell: other }: AmountCandidate): boolean {
  return cell.page === other.page && offset(cell, other) < alignedPoints;
}

const alignedPoints = 6;
