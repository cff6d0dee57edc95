/** The grid of a table of lines: its columns, where its rows begin and end, and what a row of it holds. Pure. */
import type { LineColumn } from '../labels/language.ts';
import type { Cell, Row } from '../page/layout.ts';
import { amountsIn } from '../values/amount.ts';
import { datesAtStart } from '../values/date.ts';
import { quantityIn } from './line-figures.ts';

export interface Column {
  column: LineColumn;
  cell: Cell;
}

export type Entry = NonNullable<ReturnType<typeof entryIn>>;

export interface Table {
  columns: readonly Column[];
  /** What ends further left is beside it. */
  start: number;
  /** Where its rows begin: left edges of the first columns, and of the lines so far. */
  starts: number[];
  /** What stands further right is beside it. */
  end: number;
  /** The widest step from line to line, in points. */
  leading: number;
  /** Whether a text alone stands over its first line: then others may stand over those further down. */
  hasTitles: boolean;
  last: { lineY: number; y: number; isOpen: boolean; described: Cell | undefined } | null;
}

function startsOf(columns: readonly Column[]): number[] {
  const [first] = [...columns].sort((a, b) => a.cell.x - b.cell.x);
  return [first, ...columns.filter(({ column }) => column === 'description')].flatMap((each) =>
    each ? [each.cell.x] : [],
  );
}

const besidePoints = 12;

function endOf(columns: readonly Column[]): number {
  return Math.max(...columns.map(({ cell }) => cell.x + cell.width)) + besidePoints;
}

export function tableUnder(columns: readonly Column[]): Table {
  return {
    columns,
    start: Math.min(...columns.map(({ cell }) => cell.x)) - besidePoints,
    starts: startsOf(columns),
    end: endOf(columns),
    leading: 0,
    hasTitles: false,
    last: null,
  };
}

/** Cells of the table's own width: further left and right other things may stand, row by row beside it. */
export function within({ cells }: Row, { start, end }: Table): Cell[] {
  return cells.filter(({ x, width }) => x <= end && x + width >= start);
}

export function entryIn(row: Row, table: Table) {
  const cells = Map.groupBy(within(row, table), (cell) => columnFor(cell, table.columns));
  const described = togetherIn(cells.get('description') ?? behindDate(cells.get('position') ?? []));
  cells.set('description', described);
  const text = (column: LineColumn) =>
    (cells.get(column) ?? [])
      .map((cell) => cell.text)
      .join(' ')
      .trim() || null;
  const net = amountsIn(text('lineNet') ?? '').at(-1);
  const netCell = cells.get('lineNet')?.at(-1);
  if (!net) return null;
  const price = text('unitPrice');
  return {
    text,
    net,
    netCell,
    quantity: quantityIn(text('quantity')),
    unitPrice: price === null || !/\d/.test(price) ? null : price,
    described: described[0],
  };
}

/** What stands apart from the words before it, or is a figure alone, is of a column without a heading. */
function togetherIn(cells: readonly Cell[]): Cell[] {
  const together: Cell[] = [];
  for (const cell of cells) {
    const before = together.at(-1);
    if (before && (cell.x - before.x - before.width > 2 * cell.height || !/\p{L}/u.test(cell.text))) break;
    together.push(cell);
  }
  return together;
}

/** "02.01.2026 Montering" in a column of dates: where one runs into the description, what stands behind it is that. */
function behindDate(cells: readonly Cell[]): Cell[] {
  const cell = cells.at(-1);
  const [date] = cell ? datesAtStart(cell.text) : [];
  const text = date ? cell?.text.slice(date.text.length).trim() : undefined;
  return cell && text !== undefined && /\p{L}{2}/u.test(text) ? [{ ...cell, text }] : [];
}

/** Lines begin where the others did, and follow at their distance. */
export function fitsGrid({ cells, y }: Row, { starts, leading, last }: Table): boolean {
  const [first] = cells;
  if (!first) return false;
  const isFar = leading > 0 && last !== null && y - last.y > 1.6 * leading;
  return !isFar && last?.isOpen !== false && starts.some((x) => Math.abs(first.x - x) < indentMax);
}

/** So far right of where another begins, a text is still under it. */
export const indentMax = 24;

/** The column whose heading a cell stands under, by the nearer of its edges. */
export function columnFor(cell: Cell, columns: readonly Column[]): LineColumn {
  let nearest: LineColumn = 'description';
  let least = Number.POSITIVE_INFINITY;
  for (const { column, cell: head } of columns) {
    const distance = Math.min(Math.abs(cell.x - head.x), Math.abs(cell.x + cell.width - head.x - head.width));
    if (distance < least) [nearest, least] = [column, distance];
  }
  return nearest;
}
