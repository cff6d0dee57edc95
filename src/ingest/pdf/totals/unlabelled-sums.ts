/**
 * Sums that no known label announces, found by what they come to: whatever a supplier calls its total, it is what net and
 * VAT make together. Only amounts that are printed count, and only rates that the law knows. Pure.
 */
import { type AmountCandidate, currencyBeside, unlabelledAmount } from '../amounts/amounts.ts';
import { type PrintedSum, printedSums } from '../amounts/printed-sums.ts';
import { weights } from '../choosing/weights.ts';
import { isPlainSpot, type Page } from '../page/spots.ts';
import { netOfParts } from './net-of-parts.ts';

/** Amounts with decimals or a currency by their hundredths, without the sign for a credit note; each where it stands last. */
export function sumsPrinted(page: Page, isUnsigned: boolean): Map<number, PrintedSum> {
  const sums = printedSums(page).map((sum) => (isUnsigned ? { ...sum, cents: Math.abs(sum.cents) } : sum));
  return new Map(sums.map((sum) => [sum.cents, sum]));
}

export interface LabelledSums {
  net: readonly AmountCandidate[];
  vat: readonly AmountCandidate[];
  /** Amounts that are labelled as a total, with VAT or to be paid. */
  total: readonly AmountCandidate[];
  rounding: readonly AmountCandidate[];
  /** Amounts that were paid before. */
  prepaid: readonly AmountCandidate[];
}

export interface UnlabelledSums {
  net: AmountCandidate[];
  vat: AmountCandidate[];
  total: AmountCandidate[];
  /** What is to be paid, where the total is printed before it is rounded. */
  rounded: AmountCandidate[];
  /** What is left of the total after what was paid before. */
  left: AmountCandidate[];
}

/** Of each kind so many of the likeliest are tried. */
const tried = 5;

/** @param rates lawful VAT rates in hundredths of a percent; without any nothing is concluded */
export function unlabelledSums(
  page: Page,
  labelled: LabelledSums,
  rates: readonly number[],
  isUnsigned: boolean,
): UnlabelledSums {
  const printed = sumsPrinted(page, isUnsigned);
  const [nets, vats, totals] = [labelled.net, labelled.vat, labelled.total].map(centsOfLikeliest) as [
    number[],
    number[],
    number[],
  ];
  const roundings = [0, ...centsOfLikeliest(labelled.rounding)];
  const isRate = (net: number, vat: number) =>
    vat !== 0 && rates.some((rate) => Math.abs(vat - (net * rate) / 10_000) <= roundedBy);
  const isOfSeveralRates = (net: number, vat: number) =>
    Math.sign(vat) === Math.sign(net) && Math.abs(vat) < (Math.abs(net) * Math.max(0, ...rates)) / 10_000;
  const found = {
    net: new Set<number>(),
    vat: new Set<number>(),
    total: new Set<number>(),
    rounded: new Set<number>(),
    left: new Set<number>(),
  };
  for (const net of nets) {
    for (const vat of vats.filter((each) => isRate(net, each))) {
      found.total.add(net + vat);
      for (const rounding of roundings.filter((each) => each !== 0)) found.rounded.add(net + vat + rounding);
    }
  }
  const paid = centsOfLikeliest(labelled.prepaid.filter(isPlainlyPaid)).filter((each) => each !== 0);
  for (const total of totals) {
    for (const each of paid) found.left.add(total - Math.abs(each));
    // "Summa" may stand above the VAT that comes upon it: then it is the net. Of several rates that is only sure where a total tells it.
    const upon = (vat: number) =>
      isRate(total, vat) || (totals.includes(total + vat) && isOfSeveralRates(total, vat));
    for (const vat of vats.filter(upon)) {
      for (const rounding of roundings) {
        const sum = total + vat + rounding;
        if (!printed.has(sum)) continue;
        found.net.add(total);
        (rounding === 0 ? found.total : found.rounded).add(sum);
      }
      for (const each of paid) if (printed.has(total + vat - Math.abs(each))) found.net.add(total);
    }
    for (const rounding of roundings) {
      if (rounding !== 0 && (total + rounding) % 100 === 0) found.rounded.add(total + rounding);
      const gross = total - rounding;
      for (const vat of vats.filter((each) => isRate(gross - each, each))) found.net.add(gross - vat);
      for (const net of nets.filter((each) => isRate(each, gross - each))) found.vat.add(gross - net);
      for (const net of netsWithin(gross, rates)) {
        if (!printed.has(net) || !printed.has(gross - net)) continue;
        found.net.add(net);
        found.vat.add(gross - net);
      }
    }
  }
  const candidates = (cents: ReadonlySet<number>, how: string): AmountCandidate[] =>
    [...cents].flatMap((each) => {
      const sum = printed.get(each);
      return sum ? [candidateOf(sum, how, page)] : [];
    });
  return {
    net: [
      ...candidates(found.net, 'what the total is without VAT'),
      ...netOfParts(page, labelled, (net, vat) => net !== 0 && isRate(net, vat)),
    ],
    vat: candidates(found.vat, 'what the total is more than the net'),
    total: candidates(found.total, 'what net and VAT come to'),
    rounded: candidates(found.rounded, 'the total when it is rounded'),
    left: candidates(found.left, 'what is left of the total'),
  };
}

function isPlainlyPaid({ label, spot }: AmountCandidate): boolean {
  return label?.isStrong === true && isPlainSpot(spot);
}

/** VAT is rounded line by line or once. */
const roundedBy = 1.5;

/** What a total may be without VAT, by every lawful rate. */
function netsWithin(gross: number, rates: readonly number[]): number[] {
  return rates
    .filter((rate) => rate > 0)
    .flatMap((rate) => {
      const net = Math.round(gross / (1 + rate / 10_000));
      return [net - 1, net, net + 1];
    });
}

function centsOfLikeliest(candidates: readonly AmountCandidate[]): number[] {
  const best = [...candidates].sort((a, b) => b.score - a.score);
  return [...new Set(best.map(({ cents }) => cents))].slice(0, tried);
}

function candidateOf(sum: PrintedSum, how: string, page: Page): AmountCandidate {
  const candidate = unlabelledAmount(sum, how, weights.totals.unlabelled);
  return { ...candidate, isInferred: true, currency: sum.currency ?? currencyBeside(candidate, page) };
}
