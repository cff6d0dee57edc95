/**
 * Several taxes between the net and the total, of which not every name is known: "State tax (6.25 %)", "County tax (1.5 %)",
 * "TVQ 9.975 %". What is each its rate of the net, and all that the total is more, is the VAT together. Pure.
 */
import type { AmountCandidate } from '../amounts/amounts.ts';
import { unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import type { Cell } from '../page/layout.ts';
import { isPlainSpot, type Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { amountsIn, decimalOf } from '../values/amount.ts';

interface Tax {
  cents: number;
  text: string;
  cell: Cell;
  currency: string | null;
}

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
        const sum = taxes.reduce((all, { cents }) => all + cents, 0);
        const [first] = taxes;
        if (!first || taxes.length < 2 || sum !== total.cents - net.cents) return [];
        const candidate = unlabelled(
          decimalOf(sum),
          first.cell,
          'the taxes between net and total',
          weights.spot.right,
          taxes.map(({ text }) => text).join(' + '),
        );
        return [{ ...candidate, cents: sum, currency: first.currency }];
      }),
  );
}

function isPlain({ label, spot }: AmountCandidate): boolean {
  return label !== null && isPlainSpot(spot);
}

function isBelow({ cell }: AmountCandidate, { cell: above }: AmountCandidate): boolean {
  return cell.page === above.page && cell.row > above.row;
}

function taxesOf({ layout }: Page, net: AmountCandidate, total: AmountCandidate): Tax[] {
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
