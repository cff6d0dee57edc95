/**
 * Net, VAT, rounding and what is to be paid. A page shows many amounts; the ones that are meant add up, so they are chosen
 * together.
 */

import { lawfulVatRates } from '../../checks/vat-rates.ts';
import { type AmountCandidate, amountsFor, lineHeadRows, unlabelledAmount } from '../amounts/amounts.ts';
import { printedSums } from '../amounts/printed-sums.ts';
import { type Candidate, type Share, strengthened } from '../choosing/candidates.ts';
import { chooseTogether, type Picks } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import { isReduced, offersDiscount } from '../dates/early-payment.ts';
import type { LabelledField } from '../labels/language.ts';
import { remarkOn } from '../page/label-search.ts';
import type { Page } from '../page/spots.ts';
import { percentsIn } from '../values/amount.ts';
import { lessParts } from './parts-of-totals.ts';
import { taxesBetween } from './taxes-between.ts';
import { unlabelledSums } from './unlabelled-sums.ts';
import { withUntaxed } from './untaxed.ts';
import { vatOfParts } from './vat-of-parts.ts';
import { agreeing, distinctRows, type VatGroups, type VatRow, vatGroupsIn } from './vat-rows.ts';

export type TotalsFields = {
  net: AmountCandidate;
  vat: AmountCandidate;
  gross: AmountCandidate;
  rounding: AmountCandidate;
  payable: AmountCandidate;
  prepaid: AmountCandidate;
  earlier: AmountCandidate;
};

export type TotalsPicks = Picks<TotalsFields>;

export interface TotalsFound {
  best: TotalsPicks;
  shares: { [Name in keyof TotalsFields]: Share<AmountCandidate>[] };
  rows: VatRow[];
  /** Whether net, VAT and rounding come to the total. */
  closes: boolean;
  /** What the total was rounded by where no label says so, in hundredths. */
  impliedRounding: number;
  /** Currencies printed beside amounts with a label. */
  currencies: (string | null)[];
}

export interface TotalsWish {
  isCredit: boolean;
  /** ISO codes of the countries that the seller may be of. */
  countries: readonly string[];
  issueDate: string | null;
  slip: { cents: number; isChecked: boolean; candidate: Candidate } | null;
  lineSum: number | null;
}

const fieldsRead = {
  net: 'net',
  vat: 'vat',
  gross: 'gross',
  rounding: 'rounding',
  payable: 'payable',
  prepaid: 'prepaid',
  earlier: 'earlierBalance',
} as const satisfies Record<string, LabelledField>;

export function readTotals(page: Page, wish: TotalsWish): TotalsFound {
  const headRows = lineHeadRows(page);
  const found = Object.fromEntries(
    Object.entries(fieldsRead).map(([name, field]) => [
      name,
      amountsFor(page, field, headRows, wish.isCredit && !['rounding', 'prepaid', 'earlier'].includes(name)),
    ]),
  ) as { [Name in keyof TotalsFields]: AmountCandidate[] };
  const sums = [...found.gross, ...found.payable];
  found.gross = lessParts(page, found.gross, sums);
  found.payable = lessParts(page, found.payable, sums);
  const labelledPayable = [...found.payable];
  // Beside an amount that is plainly the one to pay, no other total is.
  const besidePlain = labelledPayable.some(
    ({ label, spot, score }) => label?.isStrong && spot !== 'left' && spot !== 'above' && score > 2,
  )
    ? weights.label.weakBesideStrong
    : 0;
  found.payable.push(
    ...found.gross.map((each) => ({
      ...each,
      score: each.score + weights.totals.grossAsPayable + besidePlain,
    })),
    ...slipAmount(wish.slip),
  );
  found.gross.push(
    ...labelledPayable.map((each) => ({ ...each, score: each.score + weights.totals.payableAsGross })),
  );
  const groups = vatGroupsIn(page);
  found.net.push(...sumOfRows(groups, 'taxable', wish.isCredit));
  found.vat.push(...sumOfRows(groups, 'tax', wish.isCredit));
  const rates = wish.countries.flatMap((country) => lawfulVatRates(country, wish.issueDate) ?? []);
  const byArithmetic = unlabelledSums(
    page,
    { ...found, total: [...found.gross, ...labelledPayable] },
    rates,
    wish.isCredit,
  );
  found.net.push(...byArithmetic.net);
  found.vat.push(...byArithmetic.vat);
  // Where no total is plainly labelled, what net and VAT come to is it.
  const asPayable = [...found.gross, ...labelledPayable].every(({ score }) => score < plainScore)
    ? weights.totals.onlyTotal
    : weights.totals.grossAsPayable + besidePlain;
  found.gross.push(...byArithmetic.total);
  found.payable.push(
    ...byArithmetic.total.map((each) => ({ ...each, score: each.score + asPayable })),
    ...byArithmetic.left.map((each) => ({ ...each, score: each.score + weights.totals.leftToPay })),
    ...byArithmetic.rounded.map((each) => ({
      ...each,
      score: each.score + weights.totals.rounded + besidePlain,
    })),
  );
  const labelledTotals = [...found.gross, ...labelledPayable];
  found.vat.push(
    ...taxesBetween(page, found.net, labelledTotals),
    ...vatOfParts({ ...found, total: labelledTotals }),
  );
  found.net.push(...withUntaxed(groups, found.net, found.vat, labelledTotals));
  found.payable.push(...netAlone(page, found));
  if (saysThereIsNoTax(page)) found.vat = found.vat.map((each) => (each.cents === 0 ? surer(each) : each));
  for (const name of Object.keys(found) as (keyof TotalsFields)[]) found[name] = strengthened(found[name]);
  const percents = new Set(percentsIn(page.layout.text).map(({ basisPoints }) => basisPoints));
  const printed = amountsPrinted(page);
  if (isOnlySum(found, printed)) found.payable = found.payable.map(surer);
  const isDiscounted = offersDiscount(page);
  const { best, shares } = chooseTogether<TotalsFields>(found, (picks) =>
    together(picks, {
      groups,
      rates,
      percents,
      printed,
      wish,
      isDiscounted,
    }),
  );
  const sum = closing(best);
  return {
    best,
    shares,
    rows: rowsThatAgree(groups, best),
    closes: sum !== null,
    impliedRounding: sum?.implied ?? 0,
    currencies: Object.values(found)
      .flat()
      .map(({ currency }) => currency),
  };
}

/** "TVA 20 % sur 2 647,74    529,55": rows of rates may be all that tells net and VAT. */
function sumOfRows({ rows }: VatGroups, part: 'taxable' | 'tax', isUnsigned: boolean): AmountCandidate[] {
  const [first] = rows;
  if (!first) return [];
  const sum = distinctRows(rows).reduce((total, row) => total + row[part], 0);
  const cents = isUnsigned ? Math.abs(sum) : sum;
  const { cell } = first;
  return [unlabelledAmount({ cents, currency: null, cell }, 'in the rows of rates', weights.totals.ofRows)];
}

function slipAmount(slip: TotalsWish['slip']): AmountCandidate[] {
  if (!slip) return [];
  const score = slip.isChecked ? weights.amount.onSlip : weights.amount.slipUnchecked;
  const { cell, text } = slip.candidate;
  return [unlabelledAmount({ cents: slip.cents, currency: null, cell, text }, 'on the giro slip', score)];
}

/** Whether a single amount is called a sum, whatever kind of sum, and none on the page is larger. */
function isOnlySum(
  { net, vat, gross, payable, prepaid, earlier }: Record<keyof TotalsFields, AmountCandidate[]>,
  printed: ReadonlySet<number>,
): boolean {
  if ([net, vat, prepaid, earlier].some((candidates) => candidates.length > 0)) return false;
  const labelled = [...gross, ...payable].filter(({ label, score }) => label !== null && score > 0);
  const [sum, ...others] = new Set(labelled.map(({ cents }) => cents));
  return sum !== undefined && others.length === 0 && [...printed].every((cents) => cents <= sum);
}

/**
 * The net, where no sum but it has a label: what is to be paid if the page says that no VAT is charged. Otherwise a person looks, and
 * nothing is said where more than it is printed.
 */
function netAlone(
  page: Page,
  { net, vat, gross, payable, prepaid, earlier }: Record<keyof TotalsFields, AmountCandidate[]>,
): AmountCandidate[] {
  if ([vat, gross, payable, prepaid, earlier].some((candidates) => candidates.length > 0)) return [];
  const isExempt = saysThereIsNoTax(page);
  const largest = Math.max(...amountsPrinted(page));
  return net
    .filter(({ cents }) => isExempt || cents >= largest)
    .map((each) => ({
      ...each,
      score: each.score + (isExempt ? weights.totals.onlySum : weights.totals.netAlone),
    }));
}

function saysThereIsNoTax({ marked }: Page): boolean {
  return remarkOn(marked, 'exempt') !== undefined;
}

function surer(candidate: AmountCandidate): AmountCandidate {
  return { ...candidate, score: candidate.score + weights.totals.onlySum };
}

/** Below this a label says little: it heads a column, or is far off. */
const plainScore = 1.5;

interface Closing {
  /** Hundredths that the total differs by, where it was rounded without saying so. */
  implied: number;
}

/** Whether the amounts add up, and how; null where they do not, or where too few are there to tell. */
function closing({ net, vat, gross, rounding, payable }: TotalsPicks): Closing | null {
  const total = gross ?? payable;
  if (!net || !total) return null;
  const left = total.cents - net.cents - (vat?.cents ?? 0);
  const stated = rounding?.cents ?? 0;
  if (left === 0 || left === stated) return { implied: 0 };
  // Swedish and Danish totals may be rounded to whole units without saying so.
  if (!rounding && Math.abs(left) < 100 && total.cents % 100 === 0) return { implied: left };
  return null;
}

interface Knowledge {
  /** Whether the page offers a discount for being paid early. */
  isDiscounted: boolean;
  groups: VatGroups;
  rates: readonly number[];
  /** Percentages on the page, in hundredths. */
  percents: ReadonlySet<number>;
  /** Every amount on the page, in hundredths and without its sign. */
  printed: ReadonlySet<number>;
  wish: TotalsWish;
}

function amountsPrinted(page: Page): Set<number> {
  return new Set(printedSums(page).map(({ cents }) => Math.abs(cents)));
}

function together(picks: TotalsPicks, knowledge: Knowledge): number {
  const { groups, rates, percents, printed, wish, isDiscounted } = knowledge;
  const { totals } = weights;
  const { net, vat, gross, rounding, payable, prepaid, earlier } = picks;
  let score = 0;
  const total = gross ?? payable;
  if (net && total) {
    const sum = closing(picks);
    if (vat || sum)
      score += sum === null ? totals.breaks : sum.implied === 0 ? totals.closes : totals.closesRounded;
    // Without VAT the net being the total proves little.
    if (!vat && sum) score -= totals.closes - 1;
  }
  if (net && vat)
    score += rateScore(net.cents, vat.cents, rates, percents) + rowScore(groups, net.cents, vat.cents);
  if (total && vat && comesUpon(total.cents, vat.cents, rates)) score += totals.vatOnTop;
  if (gross && vat && Math.abs(vat.cents) > Math.abs(gross.cents) * 0.34) score += totals.rateTooHigh;
  if (gross && payable)
    score +=
      isDiscounted && isReduced(payable.cents, gross.cents) && !prepaid
        ? totals.payableBreaks
        : payableScore(picks, printed);
  if (prepaid) score += totals.usesExtra;
  if (earlier) score += totals.usesExtra;
  if (rounding && Math.abs(rounding.cents) > 100) score += totals.usesExtra * 4;
  if (rounding && rounding.cents !== 0 && !closingUses(picks)) score += totals.usesExtra * 2;
  if (wish.lineSum !== null && (net ?? total)?.cents === wish.lineSum) score += totals.linesAgree;
  return score;
}

/** What the VAT is a lawful share of is without it. */
function comesUpon(total: number, vat: number, rates: readonly number[]): boolean {
  return vat !== 0 && rates.some((rate) => rate > 0 && Math.abs(vat - (total * rate) / 10_000) <= 1.5);
}

function closingUses({ net, vat, gross, rounding, payable }: TotalsPicks): boolean {
  if (!rounding) return false;
  const base = net ? net.cents + (vat?.cents ?? 0) : null;
  return (
    [gross, payable].some((total) => total && base !== null && total.cents - base === rounding.cents) ||
    (gross !== null && payable !== null && payable.cents - gross.cents === rounding.cents)
  );
}

function payableScore(
  { net, vat, gross, payable, rounding, prepaid, earlier }: TotalsPicks,
  printed: ReadonlySet<number>,
): number {
  const { totals } = weights;
  if (!gross || !payable) return 0;
  const difference = payable.cents - gross.cents;
  if (prepaid || earlier) {
    const paid = Math.abs(prepaid?.cents ?? 0);
    const expected = (earlier?.cents ?? 0) - paid;
    return [0, rounding?.cents ?? 0].some((round) => difference === expected + round)
      ? totals.payableFollows
      : totals.payableBreaks;
  }
  if (difference === 0) return totals.payableIsGross;
  if (rounding && difference === rounding.cents) return totals.payableFollows;
  if (Math.abs(difference) < 100 && payable.cents % 100 === 0) return totals.payableIsGross / 2;
  // "Virement 201,00": what was paid before is printed somewhere, if without a label that is known.
  // What is less by the VAT is the net.
  const isPart = difference === -(vat?.cents ?? 0) || difference === -(net?.cents ?? 0);
  const isPrinted = [0, rounding?.cents ?? 0].some((round) => printed.has(round - difference));
  // What is left stands below the total, unless it is called so.
  const isAbove = payable.label?.field !== 'payable' && payable.cell.row < gross.cell.row;
  if (!isPart && !isAbove && difference < 0 && difference > -gross.cents && isPrinted)
    return totals.payableExplained;
  return totals.payableBreaks;
}

/** No country takes more, in hundredths of a percent. */
const highestRate = 2700;

function rateScore(
  net: number,
  vat: number,
  rates: readonly number[],
  percents: ReadonlySet<number>,
): number {
  const { totals } = weights;
  if (vat === 0) return 0;
  if (net === 0 || Math.sign(net) !== Math.sign(vat)) return totals.rateTooHigh;
  const makes = (rate: number) => Math.abs(vat - (net * rate) / 10_000) <= 1.5;
  if (rates.some(makes)) return totals.rateIsLawful;
  const ratio = vat / net;
  if (ratio <= highestRate / 10_000 && [...percents].some(makes)) return totals.rateIsPrinted;
  const highest = (rates.length > 0 ? Math.max(...rates) : highestRate) / 10_000;
  return ratio > highest + 0.0005 + 2 / Math.abs(net) ? totals.rateTooHigh : totals.ratesMixed;
}

function rowScore(groups: VatGroups, net: number, vat: number): number {
  return agreeing(groups, net, vat).length > 0 ? weights.totals.rowsAgree : 0;
}

function rowsThatAgree(groups: VatGroups, { net, vat }: TotalsPicks): VatRow[] {
  return net && vat ? agreeing(groups, net.cents, vat.cents) : [];
}
