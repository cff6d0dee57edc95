/**
 * Several taxes between the net and the total, of which not every name is known: "State tax (6.25 %)", "County tax (1.5 %)",
 * "TVQ 9.975 %". What is each its rate of the net, and all that the total is more, is the VAT together. Pure.
 */
import { type AmountCandidate, addedUp, type PlacedAmount } from '../amounts/amounts.ts';
import { weights } from '../choosing/weights.ts';
import { isPlainSpot, type Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { amountsIn } from '../values/amount.ts';

/** Taxes are rounded each for itself. */
const roundedBy = 1.5;

export function taxesBetween(
  page: Page,
  nets: readonly AmountCandidate[],
  totals: readonly AmountCandidate[],
): AmountCandidate[] {
  return nets.filter(isPlain).flatMap((net) =>
    totals
      .filter((total) => isPlain(total) && isBelow(total, net))
      .flatMap((total) => {
        const taxes = taxesOf(page, net, total);
        const [first, ...others] = taxes;
        if (!first || others.length === 0) return [];
        const sum = addedUp([first, ...others], 'the taxes between net and total', weights.spot.right);
        return sum.cents === total.cents - net.cents ? [sum] : [];
      }),
  );
}

function isPlain({ label, spot }: AmountCandidate): boolean {
  return label !== null && isPlainSpot(spot);
}

function isBelow({ cell }: AmountCandidate, { cell: above }: AmountCandidate): boolean {
  return cell.page === above.page && cell.row > above.row;
}

function taxesOf({ layout }: Page, net: AmountCandidate, total: AmountCandidate): PlacedAmount[] {
  return layout.rows.slice(net.cell.row + 1, total.cell.row).flatMap(({ cells }) => {
    const rates = cells.flatMap(({ text }) => ratesIn(text));
    const [tax] = cells
      .flatMap((cell) => amountsIn(cell.text).map((amount) => ({ ...amount, cell })))
      .filter(
        ({ isPlain: isBare, cents }) =>
          !isBare && rates.some((rate) => Math.abs(cents - (net.cents * rate) / 100) <= roundedBy),
      );
    return tax ? [tax] : [];
  });
}

/** In percent, with as many decimals as some taxes have. */
function ratesIn(text: string): number[] {
  return matchesOf(/(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s?%/g, text).map(([, rate = '']) =>
    Number(rate.replace(',', '.')),
  );
}
