/** The lines of an invoice, read from a table whose columns have headings. Never a reason to hold an invoice. */
import type { Invoice, InvoiceLine } from '../../invoice/invoice.ts';
import { lineHeadRows } from './amounts.ts';
import type { LineColumn } from './labels/language.ts';
import type { Cell, Row } from './layout.ts';
import type { Page } from './spots.ts';
import { amountsIn, decimalOf, percentsIn, sumsIn } from './values/amount.ts';

export interface LinesFound {
  lines: InvoiceLine[];
  /** Sum of the lines' amounts in hundredths; null where a line has none. */
  sum: number | null;
  /** Whether the page prints that sum below them: a discount or a charge may part it from the net. */
  isPrinted: boolean;
}

interface Column {
  column: LineColumn;
  cell: Cell;
}

const linesMax = 2000;

export function readLines(page: Page, isCredit: boolean): LinesFound {
  const heads = [...lineHeadRows(page)].sort((a, b) => a - b);
  const lines: InvoiceLine[] = [];
  let lastRow = 0;
  for (const [index, head] of heads.entries()) {
    const columns = columnsOf(page, head);
    if (
      !columns.some(({ column }) => column === 'lineNet') ||
      !columns.some(({ column }) => column === 'description')
    )
      continue;
    lastRow = Math.max(
      lastRow,
      readTable(page, columns, page.layout.rows.slice(head + 1, heads[index + 1]), lines, isCredit),
    );
  }
  const nets = lines.map(({ net }) => net);
  const sum = nets.length === 0 || nets.includes(null) ? null : sumOf(lines);
  const isPrinted = lines.length > 1 && sum !== null && printsBelow(Math.abs(sum), page, lastRow);
  return { lines, sum, isPrinted };
}

function hundredths(decimal: string): number {
  return Math.round(Number(decimal.replace('.', '')));
}

/** Each column once; of two headings for amounts the rightmost is the line's. Two headings may stand in one cell. */
function columnsOf({ layout, marked }: Page, head: number): Column[] {
  const headings = marked.topics.flatMap(({ topic, cell, start, end }) =>
    topic.kind === 'column' && cell.row === head
      ? [{ column: topic.column, cell: partOf(cell, start, end) }]
      : [],
  );
  const nets = headings.filter(({ column }) => column === 'lineNet').sort((a, b) => b.cell.x - a.cell.x);
  const last = nets[0]?.cell;
  const first = Math.min(
    ...headings
      .filter(({ column }) => column === 'quantity' || column === 'unitPrice')
      .map(({ cell }) => cell.x),
  );
  const isDescribed = headings.some(({ column }) => column === 'description');
  const unnamed = (layout.rows[head]?.cells ?? [])
    .filter((cell) => !headings.some((heading) => heading.cell.column === cell.column))
    .map(
      (cell): Column => ({
        // Whatever it is called, what stands before the quantity says what the line is of.
        column: !isDescribed && cell.x < first ? 'description' : 'position',
        cell,
      }),
    );
  const named = headings
    .map(({ column, cell }): Column => ({ column: last && cell.x === last.x ? 'lineNet' : column, cell }))
    .filter(({ column, cell }) => column !== 'lineNet' || cell.x === last?.x);
  const seen = new Set<number>();
  return [...named, ...unnamed].filter(({ cell }) => !seen.has(cell.x) && seen.add(cell.x));
}

function partOf(cell: Cell, start: number, end: number): Cell {
  const characterWidth = cell.width / Math.max(1, cell.text.length);
  return {
    ...cell,
    text: cell.text.slice(start, end),
    x: cell.x + start * characterWidth,
    width: (end - start) * characterWidth,
  };
}

/** Adds what it finds to the lines, and gives the row of the last one; 0 where there is none. */
function readTable(
  page: Page,
  columns: readonly Column[],
  rows: readonly Row[],
  lines: InvoiceLine[],
  isCredit: boolean,
): number {
  const headPage = columns[0]?.cell.page;
  const table: Table = { columns, starts: startsOf(columns), end: endOf(columns), leading: 0, last: null };
  const isCounted = columns.some(({ column }) => column === 'quantity' || column === 'unitPrice');
  // Where no line has a quantity, one of the same amount as the line before is no sum of it.
  const leastSummed = isCounted ? 1 : 2;
  /** Sum of the lines since the last subtotal. */
  let since = 0;
  let lastRow = 0;
  for (const row of rows) {
    if (row.page !== headPage || isSumRow(row, page) || lines.length >= linesMax) return lastRow;
    const found = entryIn(row, table);
    const last = lines.at(-1);
    if (!found) {
      const isFull = (last?.description?.length ?? 0) >= descriptionMax;
      const more = goesOn(row, table);
      if (last && !isFull && more) last.description += ` ${more.text}`;
      continue;
    }
    const { text, net, quantity, unitPrice } = found;
    if (quantity === null && (startsWithSum(row, page) || (table.last && !fitsGrid(row, table))))
      return lastRow;
    const isBare = quantity === null && unitPrice === null && lines.length >= leastSummed;
    if (isBare && (net.cents === since || Math.abs(net.cents) === sumOf(lines))) {
      since = 0;
      if (table.last) table.last = { ...table.last, y: row.y, described: undefined };
      continue;
    }
    since += net.cents;
    lines.push({
      id: text('position'),
      description: text('description'),
      quantity,
      unit: text('unit') ?? unitIn(text('quantity')),
      unitPrice: priceAfterDiscount(row, found, isCredit) ?? priceIn(text('unitPrice'), isCredit),
      net: decimalOf(isCredit ? Math.abs(net.cents) : net.cents),
      vatRate: rateIn(text('vatRate')),
    });
    if (table.last) table.leading = Math.max(table.leading, row.y - table.last.lineY);
    const [first] = row.cells;
    if (first) table.starts.push(first.x);
    lastRow = first?.row ?? lastRow;
    table.last = { lineY: row.y, y: row.y, isOpen: true, described: found.described };
  }
  return lastRow;
}

function printsBelow(sum: number, { layout }: Page, lastRow: number): boolean {
  return layout.cells.some(
    ({ row, text }) => row > lastRow && amountsIn(text).some(({ cents }) => Math.abs(cents) === sum),
  );
}

interface Table {
  columns: readonly Column[];
  /** Where its rows begin: left edges of the first columns, and of the lines so far. */
  starts: number[];
  /** What stands further right is beside it. */
  end: number;
  /** The widest step from line to line, in points. */
  leading: number;
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

function entryIn(row: Row, { columns, end }: Table) {
  const cells = Map.groupBy(
    row.cells.filter(({ x }) => x <= end),
    (cell) => columnFor(cell, columns),
  );
  const described = togetherIn(cells.get('description') ?? []);
  cells.set('description', described);
  const text = (column: LineColumn) =>
    (cells.get(column) ?? [])
      .map((cell) => cell.text)
      .join(' ')
      .trim() || null;
  const net = amountsIn(text('lineNet') ?? '').at(-1);
  if (!net) return null;
  const price = text('unitPrice');
  return {
    text,
    net,
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

const descriptionMax = 500;

/**
 * A line's words go on below it, under where they began, with what is of other columns between them; what stands further down
 * than the next row of print is no part of it.
 */
function goesOn(row: Row, table: Table): Cell | null {
  const { last } = table;
  const [cell, ...others] = row.cells.filter(({ x }) => x <= table.end);
  if (!last?.isOpen || !last.described || !cell) return null;
  last.isOpen = row.y - last.y <= 2 * Math.max(cell.height, 8);
  last.y = row.y;
  const isUnder =
    cell.x > last.described.x - alignedPoints &&
    cell.x < last.described.x + indentMax &&
    columnFor(cell, table.columns) === 'description';
  return last.isOpen && isUnder && others.length === 0 ? cell : null;
}

const alignedPoints = 6;
const indentMax = 24;

/** Lines begin where the others did, and follow at their distance. */
function fitsGrid({ cells, y }: Row, { starts, leading, last }: Table): boolean {
  const [first] = cells;
  if (!first) return false;
  const isFar = leading > 0 && last !== null && y - last.y > 1.6 * leading;
  return !isFar && last?.isOpen !== false && starts.some((x) => Math.abs(first.x - x) < indentMax);
}

const sumFields: ReadonlySet<string> = new Set(['net', 'vat', 'gross', 'payable', 'rounding', 'prepaid']);

function startsWithSum({ cells: [first] }: Row, { marked }: Page): boolean {
  return (
    first !== undefined &&
    (marked.labelsIn.get(first)?.some(({ field, start }) => start <= 2 && sumFields.has(field)) ?? false)
  );
}

/** A row that starts with a label of a sum ends the table. */
function isSumRow(row: Row, { marked }: Page): boolean {
  return (
    row.cells.some((cell) =>
      marked.labelsIn
        .get(cell)
        ?.some(({ field, start, isStrong }) => start <= 2 && isStrong && sumFields.has(field)),
    ) ||
    row.cells.some((cell) =>
      marked.labelsIn
        .get(cell)
        ?.some(
          ({ field, start, end }) =>
            start === 0 && end >= cell.text.length - 6 && ['net', 'gross', 'vat'].includes(field),
        ),
    )
  );
}

/** Lines that are all of the invoice: they come to the net, with VAT to the total, or to a sum that is printed. None where they do not. */
export function linesThatAddUp(
  { lines, isPrinted }: Pick<LinesFound, 'lines' | 'isPrinted'>,
  { net, gross }: Pick<Invoice['totals'], 'net' | 'gross'>,
): InvoiceLine[] {
  const totals = [net, gross].filter((total) => total !== null).map((total) => Math.abs(hundredths(total)));
  if (totals.length === 0) return [...lines];
  for (let count = lines.length; count > 0; count--) {
    const taken = lines.slice(0, count);
    if (totals.some((total) => Math.abs(Math.abs(sumOf(taken)) - total) <= count)) return taken;
    // Only what has neither quantity nor price may be a sum that was taken for a line.
    const dropped = lines[count - 1];
    if (dropped?.quantity !== null || dropped.unitPrice !== null) break;
  }
  return isPrinted ? [...lines] : [];
}

function sumOf(lines: readonly InvoiceLine[]): number {
  return lines.reduce((total, { net }) => total + hundredths(net ?? '0'), 0);
}

/** The column whose heading a cell stands under, by the nearer of its edges. */
function columnFor(cell: Cell, columns: readonly Column[]): LineColumn {
  let nearest: LineColumn = 'description';
  let least = Number.POSITIVE_INFINITY;
  for (const { column, cell: head } of columns) {
    const distance = Math.min(Math.abs(cell.x - head.x), Math.abs(cell.x + cell.width - head.x - head.width));
    if (distance < least) [nearest, least] = [column, distance];
  }
  return nearest;
}

function quantityIn(text: string | null): string | null {
  const found = /^-?\d{1,3}(?:[ .]\d{3})*(?:[.,]\d{1,4})?|^-?\d+(?:[.,]\d{1,4})?/.exec(text ?? '')?.[0];
  return found === undefined ? null : decimalText(found);
}

function decimalText(printed: string): string {
  const compact = printed.replace(/ /g, '');
  const decimal = Math.max(compact.lastIndexOf(','), compact.lastIndexOf('.'));
  const isGrouping = decimal >= 0 && /^\d{1,3}(?:\.\d{3})+$/.test(compact);
  if (decimal < 0 || isGrouping) return compact.replace(/[.,]/g, '');
  return `${compact.slice(0, decimal).replace(/[.,]/g, '')}.${compact.slice(decimal + 1)}`;
}

function unitIn(text: string | null): string | null {
  return /\d\s+(\p{L}[\p{L}./]{0,9})$/u.exec(text ?? '')?.[1] ?? null;
}

function priceIn(text: string | null, isUnsigned: boolean): string | null {
  const amount = amountsIn(text ?? '')[0];
  return amount
    ? decimalOf(isUnsigned ? Math.abs(amount.cents) : amount.cents)
    : text === null
      ? null
      : quantityIn(text);
}

/** Of prices before and after a discount the one that counts: with the quantity it makes the amount. Null where none, or the only one, does. */
function priceAfterDiscount(
  { cells }: Row,
  { net, quantity }: { net: { cents: number }; quantity: string | null },
  isUnsigned: boolean,
): string | null {
  if (quantity === null || Number(quantity) === 0) return null;
  const prices = cells.flatMap(({ text }) => sumsIn(text)).map(({ cents }) => cents);
  // The amount itself is no price.
  const amount = prices.lastIndexOf(net.cents);
  if (amount >= 0) prices.splice(amount, 1);
  const price = prices.find((cents) => Math.round(cents * Number(quantity)) === net.cents);
  return price === undefined ? null : decimalOf(isUnsigned ? Math.abs(price) : price);
}

function rateIn(text: string | null): string | null {
  if (text === null) return null;
  const percent = percentsIn(text)[0];
  if (percent) return String(percent.basisPoints / 100);
  return /^\d{1,2}(?:[.,]\d)?$/.test(text) ? text.replace(',', '.').replace(/\.0$/, '') : null;
}
