/**
 * The net where part of it bears no VAT and no label sums both up: "Momspliktigt 1 000,00, momsfritt 500,00, moms 250,00,
 * totalt 1 750,00". What the page says bears none counts where it is all that is missing. Pure.
 */
import { type AmountCandidate, unlabelledAmount } from '../amounts/amounts.ts';
import { weights } from '../choosing/weights.ts';
import { decimalOf } from '../values/amount.ts';
import type { VatGroups } from './vat-rows.ts';

/** Of each kind so many of the likeliest are tried. */
const tried = 5;

export function withUntaxed(
  { untaxed }: VatGroups,
  nets: readonly AmountCandidate[],
  vats: readonly AmountCandidate[],
  totals: readonly AmountCandidate[],
): AmountCandidate[] {
  if (untaxed.size === 0) return [];
  const found = new Map<number, AmountCandidate>();
  for (const net of likeliest(nets)) {
    for (const vat of likeliest(vats)) {
      for (const total of likeliest(totals)) {
        const rest = untaxed.get(total.cents - vat.cents - net.cents);
        if (!rest || vat.cents <= 0 || net.cents <= 0) continue;
        const cents = net.cents + rest.taxable;
        const text = `${net.text} + ${decimalOf(rest.taxable)}`;
        const how = 'what bears VAT and what bears none';
        found.set(cents, unlabelledAmount({ ...net, cents, text }, how, weights.totals.withUntaxed));
      }
    }
  }
  return [...found.values()];
}

function likeliest(candidates: readonly AmountCandidate[]): AmountCandidate[] {
  const best = [...candidates].sort((a, b) => b.score - a.score);
  return [...new Map(best.map((each) => [each.cents, each])).values()].slice(0, tried);
}
