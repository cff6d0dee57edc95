/** Columns of amounts below a heading: one row for each VAT rate, perhaps with their sum below. */

import { weights } from '../choosing/weights.ts';
import type { LabelledField } from '../labels/language.ts';
import { type FoundLabel, labelsFor } from '../page/label-search.ts';
import { type Cell, columnOverlap } from '../page/layout.ts';
import { type Page, spotsOf } from '../page/spots.ts';
import { amountsIn, decimalOf, type PrintedAmount } from '../values/amount.ts';
import type { AmountCandidate } from './amounts.ts';

export interface FoundAmount {
  amount: PrintedAmount;
  cell: Cell;
}

/** Columns of more rows than this are lines, not rates. */
const columnRowsMax = 6;
const columnGap = 3.2;

/** For a heading with several amounts below it: their sum, and the last one, which may be their sum already. */
export function columnCandidates(
  page: Page,
  field: LabelledField,
  heads: ReadonlySet<number>,
  isUnsigned: boolean,
): AmountCandidate[] {
  if (!['net', 'vat', 'gross'].includes(field)) return rowsOfRates(page, field, isUnsigned);
  const columns = labelsFor(page.marked, field)
    .filter((label) => !heads.has(label.cell.row))
    .flatMap((label) => ofColumn(label, columnBelow(label.cell, page), isUnsigned));
  return [...columns, ...rowsOfRates(page, field, isUnsigned)];
}

function columnBelow(head: Cell, { layout, marked }: Page): FoundAmount[] {
  const found: FoundAmount[] = [];
  let last = head.y;
  for (const row of layout.rows.slice(head.row + 1)) {
    if (row.page !== head.page || row.y - last > columnGap * Math.max(head.height, 9)) break;
    const cell = row.cells.find((each) => columnOverlap(each, head) > 0.3 && !marked.labelsIn.has(each));
    const amounts = cell ? amountsIn(cell.text).filter(({ isPlain }) => !isPlain) : [];
    const [amount] = amounts;
    if (!cell || !amount || amounts.length > 1) {
      if (cell) break;
      continue;
    }
    found.push({ amount, cell });
    last = row.y;
    if (found.length > columnRowsMax) return [];
  }
  return found;
}

function ofColumn(label: FoundLabel, found: readonly FoundAmount[], isUnsigned: boolean): AmountCandidate[] {
  if (found.length < 2) return [];
  const cents = found.map(({ amount }) => (isUnsigned ? Math.abs(amount.cents) : amount.cents));
  const last = found.at(-1);
  const sum = cents.reduce((total, each) => total + each, 0);
  if (!last) return [];
  const base =
    weights.spot.below +
    (label.isStrong ? weights.label.strong : weights.label.weak) +
    weights.amount.columnSum;
  const make = (value: number, how: string): AmountCandidate => ({
    value: decimalOf(value),
    key: decimalOf(value),
    cents: value,
    currency: last.amount.currency,
    cell: last.cell,
    text: found.map(({ amount }) => amount.text).join(' + '),
    how: `${how} "${label.text}"`,
    score: base,
    label,
    spot: 'below',
  });
  const isSummedUp = (cents.at(-1) ?? 0) * 2 === sum;
  return isSummedUp
    ? [{ ...make(cents.at(-1) ?? 0, 'the sum below'), score: base + 1, isSum: true }]
    : [
        make(sum, 'the amounts below'),
        { ...make(cents.at(-1) ?? 0, 'the last amount below'), score: base - 1 },
      ];
}

/** "Moms 25 %  250,00" and "Moms 12 %  60,00": one label for each rate, beside or above its amount, which together are the VAT. */
function rowsOfRates(page: Page, field: LabelledField, isUnsigned: boolean): AmountCandidate[] {
  if (field !== 'vat' && field !== 'net') return [];
  const rows = rowsOfOneRate(page, field);
  const byRate = [...new Map(rows.map((row) => [`${row.rate} ${row.amount.cents}`, row])).values()];
  const [first] = byRate;
  if (!first || byRate.length < 2 || new Set(byRate.map(({ rate }) => rate)).size < byRate.length) return [];
  const cents = byRate.reduce(
    (sum, { amount }) => sum + (isUnsigned ? Math.abs(amount.cents) : amount.cents),
    0,
  );
  return [
    {
      value: decimalOf(cents),
      key: decimalOf(cents),
      cents,
      currency: first.amount.currency,
      cell: first.cell,
      text: byRate.map(({ amount }) => amount.text).join(' + '),
      how: `the rows of "${first.label.text}"`,
      score: weights.spot.right + weights.label.strong + weights.amount.columnSum,
      label: first.label,
      spot: 'right',
    },
  ];
}

export interface RowOfRate {
  label: FoundLabel;
  /** In percent, as printed. */
  rate: string;
  amount: PrintedAmount;
  cell: Cell;
}

/** Labels that a rate stands with, each with the amount beside or below it. */
export function rowsOfOneRate(page: Page, field: 'vat' | 'net'): RowOfRate[] {
  return labelsFor(page.marked, field)
    .filter((label) => label.start <= 24)
    .flatMap((label) => {
      const cells = page.layout.rows[label.cell.row]?.cells.slice(label.cell.column) ?? [];
      const found = rateAndAmount(cells) ?? rateAndAmount([label.cell, ...cellBelow(label, page)]);
      return found ? [{ ...found, label }] : [];
    });
}

function rateAndAmount(
  cells: readonly Cell[],
): { rate: string; amount: PrintedAmount; cell: Cell } | undefined {
  const text = cells.map((cell) => cell.text).join('   ');
  const rate = /(\d{1,2}(?:[.,]\d{1,2})?)\s?%/.exec(text)?.[1];
  const amount = amountsIn(text)
    .filter(({ isPlain }) => !isPlain)
    .at(-1);
  const cell = cells.at(-1);
  return rate === undefined || !amount || !cell ? undefined : { rate, amount, cell };
}

function cellBelow(label: FoundLabel, page: Page): Cell[] {
  return spotsOf(label, page)
    .filter(({ kind }) => kind === 'below')
    .slice(0, 1)
    .map(({ cell }) => cell);
}
