/** The amounts beside the labels of sums. */

import {
  type Candidate,
  candidateAt,
  candidatesFor,
  type Parsed,
  unlabelled,
} from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import type { LabelledField } from '../labels/language.ts';
import { type FoundLabel, labelsFor } from '../page/label-search.ts';
import type { Cell } from '../page/layout.ts';
import { perPage } from '../page/per-page.ts';
import { isPlainSpot, type Page, type Spot, spotsOf } from '../page/spots.ts';
import { amountsIn, decimalOf, type PrintedAmount } from '../values/amount.ts';
import { currencySource, normaliseCurrency } from '../values/currency-signs.ts';
import { columnCandidates } from './amount-columns.ts';

export interface AmountCandidate extends Candidate {
  cents: number;
  currency: string | null;
  /** The last amount of a column is what those above it come to. */
  isSum?: boolean;
  /** No label announces it, only what other amounts come to. */
  isInferred?: boolean;
}

/** An amount in its place on the page, or one that is made up of amounts there. */
export interface PlacedAmount {
  cents: number;
  currency: string | null;
  cell: Cell;
  /** What it was read from; all of its cell where absent. */
  text?: string;
}

/** An amount that no label announces. */
export function unlabelledAmount(
  { cents, currency, cell, text }: PlacedAmount,
  how: string,
  score: number,
): AmountCandidate {
  return { ...unlabelled(decimalOf(cents), cell, how, score, text), cents, currency };
}

/** What several amounts come to, in the place of the first. */
export function addedUp(
  parts: readonly [PlacedAmount, ...PlacedAmount[]],
  how: string,
  score: number,
): AmountCandidate {
  const [{ cell, currency }] = parts;
  const cents = parts.reduce((sum, part) => sum + part.cents, 0);
  const text = parts.map((part) => part.text ?? part.cell.text).join(' + ');
  return unlabelledAmount({ cents, currency, cell, text }, how, score);
}

/** Every amount that may be the one that a label of the field announces. */
export function amountsFor(
  page: Page,
  field: LabelledField,
  heads: ReadonlySet<number>,
  isUnsigned: boolean,
): AmountCandidate[] {
  const printed = new Map<string, string | null>();
  const parse = (text: string, spot: Spot, label: FoundLabel): Parsed[] => {
    const isNone = field === 'net' ? isTerms(label) : field === 'vat' && headsRates(label, spot);
    const amounts = isNone ? [] : usable(amountsIn(text), text);
    const isMarked = hasCurrency(spot, page);
    return amounts.map((amount, index) => {
      const cents = isUnsigned ? Math.abs(amount.cents) : amount.cents;
      const isLast = index === amounts.length - 1 && isLastOfRow(spot, page);
      printed.set(`${cents} ${spot.cell.row} ${spot.cell.column}`, amount.currency);
      const score =
        scoreOf(amount, isUnsigned) +
        (amount.cents === 0 && isAtNoRate(spot, page) ? weights.amount.zeroRate - weights.amount.zero : 0) +
        (isLast ? 0 : weights.amount.notLastInRow) +
        (isMarked && amount.currency === null ? weights.amount.withoutCurrency : 0) +
        (heads.has(label.cell.row) ? weights.amount.tableHead : 0);
      return { value: decimalOf(cents), text: amount.text, score };
    });
  };
  const beside = [...candidatesFor(page, field, parse), ...lastOfRows(page, field, parse)].map((each) => {
    const cents = centsOf(each.value);
    return { ...each, cents, currency: printed.get(`${cents} ${each.cell.row} ${each.cell.column}`) ?? null };
  });
  const columns = columnCandidates(page, field, heads, isUnsigned);
  const summedUp = new Map(
    columns.flatMap(({ label, key, isSum }) => (label && isSum ? [[label, key]] : [])),
  );
  const single = beside.filter(({ label, spot, key }) => {
    const sum = label ? summedUp.get(label) : undefined;
    return sum === undefined || spot !== 'below' || key === sum;
  });
  return [...single, ...columns].map((each) => ({
    ...each,
    currency: each.currency ?? currencyBeside(each, page),
  }));
}

/** Plainly beside or below its label, and not nothing. */
export function isLabelledSum({ label, spot, cents }: AmountCandidate): boolean {
  return label !== null && isPlainSpot(spot) && cents !== 0;
}

/** "Net 30": the days in which to pay. */
function isTerms({ cell }: FoundLabel): boolean {
  return /^net(?:to)?\s*\d{1,3}$/iu.test(cell.text.trim());
}

/** "Moms %" over "25,00" */
function headsRates({ rest }: FoundLabel, { kind }: Spot): boolean {
  return rest === '%' && kind === 'below';
}

/** "TVA 0.00 %   0.00" */
function isAtNoRate({ cell }: Spot, { layout }: Page): boolean {
  return (
    layout.rows[cell.row]?.cells.some(({ text }) => /(?<![\d.,])0(?:[.,]0{1,2})?\s?%/u.test(text)) ?? false
  );
}

/** Whether another amount in the row has a currency: "TOTAL   55.00   $4555.00" tells hours first. */
function hasCurrency({ cell, kind }: Spot, { layout }: Page): boolean {
  if (kind !== 'right') return false;
  const others = layout.rows[cell.row]?.cells.filter((other) => other !== cell) ?? [];
  return others.some(
    ({ text }) => /\d/.test(text) && amountsIn(text).some(({ currency }) => currency !== null),
  );
}

function scoreOf({ isPlain, cents }: PrintedAmount, isUnsigned: boolean): number {
  const { amount } = weights;
  return (
    (isPlain ? amount.plain : 0) +
    (cents < 0 && !isUnsigned ? amount.negative : 0) +
    (cents === 0 ? amount.zero : 0)
  );
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

/** "Moms 25 %   1 250,00   312,50": in a row of sums the last amount is most often the one that is meant. */
function lastOfRows(
  page: Page,
  field: LabelledField,
  parse: (text: string, spot: Spot, label: FoundLabel) => Parsed[],
): Candidate[] {
  return labelsFor(page.marked, field).flatMap((label) => {
    const hasAmount = ({ text }: Spot) => usable(amountsIn(text), text).length > 0;
    const [first, ...others] = spotsOf(label, page).filter(
      (spot) => spot.kind === 'right' && hasAmount(spot),
    );
    const last = others.at(-1);
    if (!first || !last) return [];
    // It is as near as the first amount, for this: what stands between belongs to the same row of sums.
    const spot = { ...last, rank: first.rank, distance: first.distance };
    return parse(last.text, spot, label).map((parsed) => candidateAt(label, spot, parsed, 0));
  });
}

export function centsOf(decimal: string): number {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = '00'] = decimal.replace('-', '').split('.');
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0').slice(0, 2));
  return negative ? -cents : cents;
}

const currencyAlone = new RegExp(`(?<!\\p{L})${currencySource}(?!\\p{L})`, 'u');

/** "Att betala SEK    1 563,00": the currency may stand with the label, or in a cell of its own beside the amount. */
export function currencyBeside(candidate: AmountCandidate, { layout }: Page): string | null {
  const row = layout.rows[candidate.cell.row];
  const neighbours = [
    row?.cells[candidate.cell.column - 1]?.text,
    row?.cells[candidate.cell.column + 1]?.text,
  ];
  for (const text of [...neighbours, candidate.label?.cell.text.slice(candidate.label.start)]) {
    const [found] = currencyAlone.exec(text ?? '') ?? [];
    if (found !== undefined) return normaliseCurrency(found);
  }
  return null;
}

/**
 * Rows that are the head of the table of lines: "Total" there heads a column, it sums nothing up. What the lines are of may
 * be called anything, but a quantity beside a price or an amount is of lines alone.
 */
export const lineHeadRows: (page: Page) => ReadonlySet<number> = perPage(findHeadRows);

function findHeadRows({ marked }: Page): Set<number> {
  const columns = new Map<number, Set<string>>();
  for (const { topic, cell } of marked.topics) {
    if (topic.kind !== 'column' || cell.text.length > 40) continue;
    const seen = columns.get(cell.row) ?? new Set();
    columns.set(cell.row, seen.add(topic.column));
  }
  return new Set(
    [...columns]
      .filter(
        ([, seen]) =>
          seen.size >= 4 ||
          (seen.size >= 3 && seen.has('description')) ||
          (seen.has('quantity') && seen.has('unitPrice')) ||
          (seen.has('quantity') && seen.has('description') && seen.has('lineNet')),
      )
      .map(([row]) => row),
  );
}
