/**
 * Net, VAT, rounding and what is to be paid. A page shows many amounts; the ones that are meant add up, so they are chosen
 * together.
 */
import { lawfulVatRates } from '../checks/vat-rates.ts';
import { columnCandidates } from './amount-columns.ts';
import { type Candidate, candidatesFor, type Share, strengthened, unlabelled } from './candidates.ts';
import { chooseTogether, type Picks } from './choose.ts';
import type { FoundLabel } from './label-search.ts';
import type { LabelledField } from './labels/language.ts';
import type { Page, Spot } from './spots.ts';
import { amountsIn, decimalOf, type PrintedAmount } from './values/amount.ts';
import { type VatRow, vatRowsIn } from './vat-rows.ts';
import { weights } from './weights.ts';

export interface AmountCandidate extends Candidate {
  cents: number;
  currency: string | null;
}

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
  const labelledPayable = [...found.payable];
  found.payable.push(
    ...found.gross.map((each) => ({ ...each, score: each.score + weights.totals.grossAsPayable })),
    ...slipAmount(wish.slip),
  );
  found.gross.push(
    ...labelledPayable.map((each) => ({ ...each, score: each.score + weights.totals.payableAsGross })),
  );
  for (const name of Object.keys(found) as (keyof TotalsFields)[]) found[name] = strengthened(found[name]);
  const rows = vatRowsIn(page);
  const rates = wish.countries.flatMap((country) => lawfulVatRates(country, wish.issueDate) ?? []);
  const printed = amountsPrinted(page);
  const { best, shares } = chooseTogether<TotalsFields>(found, (picks) =>
    together(picks, { rows, rates, printed, wish }),
  );
  const sum = closing(best);
  return {
    best,
    shares,
    rows: rowsThatAgree(rows, best),
    closes: sum !== null,
    impliedRounding: sum?.implied ?? 0,
    currencies: Object.values(found)
      .flat()
      .map(({ currency }) => currency),
  };
}

function amountsFor(
  page: Page,
  field: LabelledField,
  heads: ReadonlySet<number>,
  isUnsigned: boolean,
): AmountCandidate[] {
  const inCells = new Map<Candidate, PrintedAmount>();
  const asParsed = (amount: PrintedAmount, last: boolean, label: FoundLabel) => {
    const cents = isUnsigned ? Math.abs(amount.cents) : amount.cents;
    return {
      value: decimalOf(cents),
      text: amount.text,
      amount,
      score:
        (amount.isPlain ? weights.amount.plain : 0) +
        (last ? 0 : weights.amount.notLastInRow) +
        (amount.cents < 0 && !isUnsigned ? weights.amount.negative : 0) +
        (amount.cents === 0 ? weights.amount.zero : 0) +
        (heads.has(label.cell.row) ? weights.amount.tableHead : 0),
    };
  };
  const parse = (text: string, spot: Spot, label: FoundLabel) => {
    const amounts = usable(amountsIn(text), text);
    return amounts.map((amount, index) =>
      asParsed(amount, index === amounts.length - 1 && isLastOfRow(spot, page), label),
    );
  };
  const beside = everyAmountRight(page, field, parse, inCells);
  const columns = columnCandidates(page, field, heads, isUnsigned);
  return [...beside, ...columns].map((each) => ({ ...each, ...currencyBeside(each, page) }));
}

/** Plain figures count only where nothing else stands with them. */
function usable(amounts: readonly PrintedAmount[], text: string): PrintedAmount[] {
  const printed = amounts.filter(({ isPlain }) => !isPlain);
  if (printed.length > 0) return printed;
  return amounts.filter(
    ({ text: own }) =>
      amounts.length === 1 && text.trim().length - own.length <= 4 && own.replace(/\D/g, '').length <= 8,
  );
}

function isLastOfRow(spot: Spot, { layout }: Page): boolean {
  if (spot.kind !== 'right' && spot.kind !== 'after') return true;
  const row = layout.rows[spot.cell.row];
  return (
    row?.cells
      .slice(spot.cell.column + 1)
      .every((cell) => usable(amountsIn(cell.text), cell.text).length === 0) ?? true
  );
}

type AmountParser = (
  text: string,
  spot: Spot,
  label: FoundLabel,
) => { value: string; text: string; score: number; amount: PrintedAmount }[];

/** In a row of sums every amount may be the one that is meant: each place to the right is asked, not only the first that answers. */
function everyAmountRight(
  page: Page,
  field: LabelledField,
  parse: AmountParser,
  _seen: Map<Candidate, PrintedAmount>,
): AmountCandidate[] {
  const amounts = new Map<string, PrintedAmount>();
  const remember: AmountParser = (text, spot, label) => {
    const parsed = parse(text, spot, label);
    for (const each of parsed) amounts.set(`${each.value} ${spot.cell.row} ${spot.cell.column}`, each.amount);
    return parsed;
  };
  const direct = candidatesFor(page, field, remember);
  const further = candidatesFor({ ...page, layout: page.layout }, field, (text, spot, label) =>
    spot.kind === 'right' ? lastRight(page, spot, remember, label, text) : [],
  );
  return [...direct, ...further].map((each) => {
    const amount = amounts.get(`${each.value} ${each.cell.row} ${each.cell.column}`);
    return { ...each, cents: centsOf(each.value), currency: amount?.currency ?? null };
  });
}

/** The last amount of the row that a spot stands in. */
function lastRight({ layout }: Page, spot: Spot, parse: AmountParser, label: FoundLabel, text: string) {
  const row = layout.rows[spot.cell.row];
  const last = row?.cells.findLast((cell) => usable(amountsIn(cell.text), cell.text).length > 0);
  return last && last !== spot.cell
    ? parse(last.text, { ...spot, cell: last }, label)
    : parse(text, spot, label);
}

export function centsOf(decimal: string): number {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = '00'] = decimal.replace('-', '').split('.');
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
  return negative ? -cents : cents;
}

/** "Att betala SEK    1 563,00": the currency may stand with the label, or in a cell of its own beside the amount. */
function currencyBeside(candidate: AmountCandidate, { layout }: Page): { currency: string | null } {
  if (candidate.currency) return { currency: candidate.currency };
  const row = layout.rows[candidate.cell.row];
  const neighbours = [
    row?.cells[candidate.cell.column - 1]?.text,
    row?.cells[candidate.cell.column + 1]?.text,
  ];
  for (const text of [...neighbours, candidate.label?.cell.text.slice(candidate.label.start)]) {
    const found = /(?<!\p{L})(SEK|NOK|DKK|EUR|USD|GBP|CHF|PLN|kr|€|\$|£)(?!\p{L})/u.exec(text ?? '')?.[1];
    if (found)
      return { currency: found === '€' ? 'EUR' : found === '$' ? 'USD' : found === '£' ? 'GBP' : found };
  }
  return { currency: null };
}

function slipAmount(slip: TotalsWish['slip']): AmountCandidate[] {
  if (!slip) return [];
  const score = slip.isChecked ? weights.amount.onSlip : weights.amount.slipUnchecked;
  return [
    {
      ...unlabelled(
        decimalOf(slip.cents),
        slip.candidate.cell,
        'on the giro slip',
        score,
        slip.candidate.text,
      ),
      cents: slip.cents,
      currency: null,
    },
  ];
}

/** Rows that are the head of the table of lines: "Total" there heads a column, it sums nothing up. */
export function lineHeadRows({ marked }: Page): Set<number> {
  const columns = new Map<number, Set<string>>();
  for (const { topic, cell } of marked.topics) {
    if (topic.kind !== 'column' || cell.text.length > 40) continue;
    const seen = columns.get(cell.row) ?? new Set();
    columns.set(cell.row, seen.add(topic.column));
  }
  return new Set(
    [...columns]
      .filter(([, seen]) => (seen.has('description') && seen.size >= 3) || seen.size >= 4)
      .map(([row]) => row),
  );
}

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
  rows: readonly VatRow[];
  rates: readonly number[];
  /** Every amount on the page, in hundredths and without its sign. */
  printed: ReadonlySet<number>;
  wish: TotalsWish;
}

function amountsPrinted({ layout }: Page): Set<number> {
  return new Set(
    layout.rows.flatMap((row) =>
      row.cells.flatMap(({ text }) =>
        amountsIn(text).flatMap(({ isPlain, cents }) => (isPlain || cents === 0 ? [] : [Math.abs(cents)])),
      ),
    ),
  );
}

function together(picks: TotalsPicks, { rows, rates, printed, wish }: Knowledge): number {
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
  if (net && vat) score += rateScore(net.cents, vat.cents, rates) + rowScore(rows, net.cents, vat.cents);
  if (gross && vat && Math.abs(vat.cents) > Math.abs(gross.cents) * 0.34) score += totals.rateTooHigh;
  if (gross && payable) score += payableScore(picks, printed);
  if (prepaid) score += totals.usesExtra;
  if (earlier) score += totals.usesExtra;
  if (rounding && Math.abs(rounding.cents) > 100) score += totals.usesExtra * 4;
  if (rounding && rounding.cents !== 0 && !closingUses(picks)) score += totals.usesExtra * 2;
  if (net && wish.lineSum !== null && net.cents === wish.lineSum) score += totals.linesAgree;
  return score;
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
  { gross, payable, rounding, prepaid, earlier }: TotalsPicks,
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
  if (difference < 0 && difference > -gross.cents && printed.has(-difference)) return totals.payableExplained;
  return totals.payableBreaks;
}

function rateScore(net: number, vat: number, rates: readonly number[]): number {
  const { totals } = weights;
  if (vat === 0) return 0;
  if (net === 0 || Math.sign(net) !== Math.sign(vat)) return totals.rateTooHigh;
  if (rates.some((rate) => Math.abs(vat - (net * rate) / 10_000) <= 1.5)) return totals.rateIsLawful;
  const ratio = vat / net;
  const highest = (rates.length > 0 ? Math.max(...rates) : 2700) / 10_000;
  return ratio > highest + 0.0005 + 2 / Math.abs(net) ? totals.rateTooHigh : totals.ratesMixed;
}

function rowScore(rows: readonly VatRow[], net: number, vat: number): number {
  return agreeing(rows, net, vat).length > 0 ? weights.totals.rowsAgree : 0;
}

function rowsThatAgree(rows: readonly VatRow[], { net, vat }: TotalsPicks): VatRow[] {
  return net && vat ? agreeing(rows, net.cents, vat.cents) : [];
}

/** Asked for in every combination that is tried. */
const agreed = new WeakMap<readonly VatRow[], Map<string, VatRow[]>>();

function agreeing(rows: readonly VatRow[], net: number, vat: number): VatRow[] {
  if (rows.length === 0) return [];
  const known = agreed.get(rows) ?? new Map<string, VatRow[]>();
  agreed.set(rows, known);
  const key = `${net} ${vat}`;
  const found = known.get(key) ?? findAgreeing(rows, net, vat);
  known.set(key, found);
  return found;
}

/** Rows of rates whose bases and taxes together are the net and the VAT. */
function findAgreeing(rows: readonly VatRow[], net: number, vat: number): VatRow[] {
  const distinctRows = rows.filter((row, index) => rows.findIndex((other) => sameRow(row, other)) === index);
  const sum = (part: 'taxable' | 'tax', of: readonly VatRow[]) =>
    of.reduce((total, row) => total + Math.abs(row[part]), 0);
  const fits = (of: readonly VatRow[]) =>
    Math.abs(sum('tax', of) - Math.abs(vat)) <= of.length &&
    Math.abs(sum('taxable', of) - Math.abs(net)) <= of.length;
  return subsetsOf(distinctRows.slice(0, subsetRowsMax)).find(fits) ?? [];
}

/** More different rows of rates than this no invoice has; each doubles the work. */
const subsetRowsMax = 7;

/** All that are not empty, the largest first. */
function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  const all = Array.from({ length: 2 ** items.length - 1 }, (_, index) =>
    items.filter((_item, bit) => ((index + 1) >> bit) & 1),
  );
  return all.sort((a, b) => b.length - a.length);
}

function sameRow(a: VatRow, b: VatRow): boolean {
  return a.basisPoints === b.basisPoints && a.taxable === b.taxable && a.tax === b.tax;
}
