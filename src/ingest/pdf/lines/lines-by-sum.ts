/**
 * Lines that no heading announces, or only headings that are not known: rows of words with an amount at the end, the amounts one
 * below the other, which together are exactly the net or the total. That sum is the proof; what each column holds is told by what
 * quantity and price make. Pure.
 */
import type { InvoiceLine } from '../../../invoice/invoice.ts';
import type { Cell, Row } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { amountsIn, decimalOf, percentsIn } from '../values/amount.ts';
import { figuresThatMake } from './line-figures.ts';
import { isSumRow, sumFields, sumLabelsAt } from './lines.ts';

interface Entry {
  row: Row;
  /** Where the amount stands. */
  cell: Cell;
  cents: number;
}

const linesMax = 2000;

/**
 * @param totals hundredths of what the lines may come to
 * @param isUnsigned whether amounts are told without their sign, as those of a credit note
 */
export function linesBySum(page: Page, totals: readonly number[], isUnsigned: boolean): InvoiceLine[] {
  if (totals.length === 0) return [];
  const found = runsOf(page)
    .flatMap((run) => totals.map((total) => partThatMakes(total, run)))
    .filter((part) => part.length > 1 || part.every((entry) => isLineAlone(entry, page)))
    .map((part) => linesOf(part, page, isUnsigned));
  // Of a summary and what it sums up, the lines are what has quantities, or is more.
  const [best] = found
    .filter(({ length }) => length > 0)
    .sort((a, b) => countedIn(b) - countedIn(a) || b.length - a.length);
  return best ?? [];
}

function countedIn(lines: readonly InvoiceLine[]): number {
  return lines.filter(({ quantity }) => quantity !== null).length;
}

interface Run {
  entries: Entry[];
  sum: number;
}

/** Rows that end in amounts of one column, up to a row of sums. */
function runsOf(page: Page): Entry[][] {
  const runs: Run[] = [];
  const open = new Map<number, Run>();
  for (const row of page.layout.rows) {
    // "Aconto varme" may be what is sold: what was paid before is none of the sums that end a table.
    if (isSumRow(row, page) || sumLabelsAt(row, page).some(({ field }) => field !== 'prepaid')) {
      open.clear();
      continue;
    }
    const entry = entryIn(row);
    if (!entry) continue;
    const edge = Math.round((entry.cell.x + entry.cell.width) / alignedPoints);
    const run = open.get(edge) ?? open.get(edge - 1) ?? open.get(edge + 1) ?? { entries: [], sum: 0 };
    if (run.entries.length === 0) runs.push(run);
    open.set(edge, run);
    // What those above come to is no line: it is carried from page to page, or sums up a part.
    if (run.entries.length >= linesMax || (run.entries.length > 1 && entry.cents === run.sum)) continue;
    run.entries.push(entry);
    run.sum += entry.cents;
  }
  return runs.map(({ entries }) => entries);
}

const alignedPoints = 3;

/** The last amount of a row that has words before it. */
function entryIn(row: Row): Entry | null {
  const column = row.cells.findLastIndex(({ text }) => amountsIn(text).some(({ isPlain }) => !isPlain));
  const cell = row.cells[column];
  const amounts = amountsIn(cell?.text ?? '').filter(({ isPlain }) => !isPlain);
  const [amount] = amounts;
  if (!cell || !amount || amounts.length > 1 || /\p{L}{4}/u.test(cell.text)) return null;
  const hasWords = row.cells.slice(0, column).some(({ text }) => /\p{L}{2}/u.test(text));
  return hasWords ? { row, cell, cents: amount.cents } : null;
}

/** Entries one after the other that come to a total: the longest such part. */
function partThatMakes(total: number, run: readonly Entry[]): Entry[] {
  const firstWith = new Map<number, number>([[0, 0]]);
  let sum = 0;
  let best: Entry[] = [];
  for (const [index, { cents }] of run.entries()) {
    sum += cents;
    for (const wanted of [total, -total]) {
      const from = firstWith.get(sum - wanted);
      if (from !== undefined && index + 1 - from > best.length) best = run.slice(from, index + 1);
    }
    if (!firstWith.has(sum)) firstWith.set(sum, index + 1);
  }
  return best;
}

/** One row alone is a line where its quantity and price make it, where headings stand over it, or where it begins elsewhere than the sums do. */
function isLineAlone(entry: Entry, page: Page): boolean {
  const { row, cell } = entry;
  const [words] = row.cells.filter(({ text }) => /\p{L}{2}/u.test(text));
  if (!words || words.x > cell.x) return false;
  if (figuresOf(entry, words, page).made || isUnderHeads(entry, page)) return true;
  const { labels, labelsIn } = page.marked;
  const isAmongSums = labels.some(
    (label) => sumFields.has(label.field) && Math.abs(label.cell.x - words.x) < 4 * alignedPoints,
  );
  return !isAmongSums && !row.cells.some((each) => labelsIn.has(each));
}

function isUnderHeads({ row, cell }: Entry, { layout }: Page): boolean {
  const isOver = (head: Cell) => Math.abs(head.x + head.width - cell.x - cell.width) < alignedPoints;
  return layout.rows
    .slice(Math.max(0, cell.row - headRows), cell.row)
    .some(
      ({ page, cells }) =>
        page === row.page &&
        cells.length > 1 &&
        cells.every(({ text }) => !/\d/.test(text)) &&
        cells.some(isOver),
    );
}

/** Quantity and price stand beside the words, right below them, or within. */
function figuresOf({ row, cell, cents }: Entry, words: Cell | undefined, { layout }: Page) {
  const beside = row.cells.filter((other) => other !== cell && other !== words);
  const below = layout.rows[cell.row + 1];
  const isNear =
    below !== undefined && below.page === row.page && below.y - row.y < 2 * Math.max(cell.height, 8);
  const under = isNear ? below.cells.filter(({ x }) => words && Math.abs(x - words.x) < alignedPoints) : [];
  const made = (cells: readonly Cell[]) =>
    figuresThatMake(
      Math.abs(cents),
      cells.map(({ text }) => text),
    );
  const [apart, inWords] = [made(beside) ?? made(under), words ? made([words]) : null];
  return { made: apart ?? inWords, wordsEnd: apart === null ? inWords?.start : undefined };
}

function linesOf(part: readonly Entry[], page: Page, isUnsigned: boolean): InvoiceLine[] {
  const column = columnOfWords(part, page);
  const counts = part.map(({ row, cell, cents }) => {
    const words = column === null ? undefined : wordsAt(column, { row, cell });
    return (words && countBehind(words.text, cents)) ?? null;
  });
  const areCounted = counts.every((each) => each !== null);
  return part.map((entry, index) => {
    const { row, cell, cents } = entry;
    const words = column === null ? undefined : wordsAt(column, entry);
    const { made, wordsEnd } = figuresOf(entry, words, page);
    const count = made ? null : areCounted ? counts[index] : countApart(row, words);
    const rates = row.cells.filter((other) => other !== cell).flatMap(({ text }) => percentsIn(text));
    const [rate] = rates;
    return {
      id: null,
      description: words ? withoutFigures(words.text, count?.start ?? wordsEnd) : null,
      quantity: made?.quantity ?? count?.quantity ?? null,
      unit: made?.unit ?? count?.unit ?? null,
      unitPrice: made?.unitPrice ?? null,
      net: decimalOf(isUnsigned ? Math.abs(cents) : cents),
      vatRate: rate && rates.length === 1 ? String(rate.basisPoints / 100) : null,
    };
  });
}

interface Count {
  quantity: string;
  unit: string;
  /** Where in the words it begins; undefined where it stands apart from them. */
  start?: number;
}

/** "10 m" in a cell of its own. */
function countApart({ cells }: Row, words: Cell | undefined): Count | null {
  const counts = cells
    .filter((cell) => cell !== words)
    .map(({ text }) => /^(\d{1,4}(?:[.,]\d{1,3})?)\s?(\p{L}{1,7}[23²³]?)\.?$/u.exec(text))
    .filter((found) => found !== null);
  const [only, ...others] = counts;
  const [, quantity = '', unit = ''] = only ?? [];
  return only && others.length === 0 ? { quantity: quantity.replace(',', '.'), unit } : null;
}

/** "Medlemsavgift, 15 st" in every line: without a price beside it, a number of things that the amount can be parted by. */
function countBehind(text: string, cents: number): Count | null {
  const found = /[,;:]\s(\d{1,4})\s?(\p{L}{1,7})\.?$/u.exec(text);
  const [, quantity = '', unit = ''] = found ?? [];
  return found && Number(quantity) > 0 && cents % Number(quantity) === 0
    ? { quantity, unit, start: found.index }
    : null;
}

/** "Restid, 127,1 tim à 2 302,50 kr": the words end where the quantity begins. */
function withoutFigures(text: string, end: number | undefined): string | null {
  const words = text.slice(0, end).replace(/[\s,;:–-]+$/u, '');
  return /\p{L}{2}/u.test(words) ? words : null;
}

function wordsAt(x: number, { row, cell }: Pick<Entry, 'row' | 'cell'>): Cell | undefined {
  return row.cells.find(
    (other) => other.x < cell.x && Math.abs(other.x - x) < alignedPoints && /\p{L}{2}/u.test(other.text),
  );
}

/**
 * Where the descriptions begin: the column that a heading calls so, or else the only one in which every line has words of more than
 * a unit's length. Null where there are several.
 */
function columnOfWords(part: readonly Entry[], page: Page): number | null {
  const [first] = part;
  if (!first) return null;
  const columns = first.row.cells
    .filter(({ x }) => x < first.cell.x)
    .map(({ x }) => x)
    .filter((x) => part.every((entry) => wordsAt(x, entry) !== undefined))
    .filter((x) => part.some((entry) => /\p{L}{4}/u.test(wordsAt(x, entry)?.text ?? '')));
  const headed = page.marked.topics.filter(
    ({ topic, cell }) =>
      topic.kind === 'column' &&
      topic.column === 'description' &&
      cell.page === first.cell.page &&
      cell.row < first.cell.row &&
      first.cell.row - cell.row <= headRows,
  );
  const under = columns.find((x) => headed.some(({ cell }) => Math.abs(cell.x - x) < alignedPoints));
  const [only, ...others] = columns;
  return under ?? (others.length === 0 ? (only ?? null) : null);
}

/** Rows above the first line in which its heading may stand. */
const headRows = 3;
