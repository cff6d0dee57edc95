/** The lines of an invoice, read from a table whose columns have headings. Never a reason to hold an invoice. */
import type { Invoice, InvoiceLine } from '../../../invoice/invoice.ts';
import { centsOf, lineHeadRows } from '../amounts/amounts.ts';
import type { FoundLabel } from '../page/label-search.ts';
import type { Cell, Row } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { amountsIn, decimalOf } from '../values/amount.ts';
import { figuresThatMake, priceAfterDiscount, priceIn, rateIn, unitIn } from './line-figures.ts';
import { type Column, type Entry, entryIn, fitsGrid, tableUnder } from './line-table.ts';
import { goesOn, lessDiscount, speaksOfDiscount } from './line-words.ts';

export interface LinesFound {
  lines: InvoiceLine[];
  /** Sum of the lines' amounts in hundredths; null where a line has none. */
  sum: number | null;
  /** Whether the page prints that sum below them: a discount or a charge may part it from the net. */
  isPrinted: boolean;
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
        column: !isDescribed && cell.x < first && !headsDates(cell, marked) ? 'description' : 'position',
        cell,
      }),
    );
  const named = headings
    .map(({ column, cell }): Column => ({ column: last && cell.x === last.x ? 'lineNet' : column, cell }))
    .filter(({ column, cell }) => column !== 'lineNet' || cell.x === last?.x);
  const seen = new Set<number>();
  return [...named, ...unnamed].filter(({ cell }) => !seen.has(cell.x) && seen.add(cell.x));
}

function headsDates(cell: Cell, { labelsIn }: Page['marked']): boolean {
  return labelsIn.get(cell)?.some(({ field }) => field === 'issueDate') ?? false;
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
  const table = tableUnder(columns);
  const isCounted = columns.some(({ column }) => column === 'quantity' || column === 'unitPrice');
  // Where no line has a quantity, one of the same amount as the line before is no sum of it.
  const leastSummed = isCounted ? 1 : 2;
  /** Sum of the lines since the last subtotal. */
  let since = 0;
  let lastRow = 0;
  for (const [index, row] of rows.entries()) {
    if (row.page !== headPage || isSumRow(row, page) || lines.length >= linesMax) return lastRow;
    const found = entryIn(row, table);
    const last = lines.at(-1);
    if (!found) {
      const isFull = (last?.description?.length ?? 0) >= descriptionMax;
      const more = goesOn(row, rows[index + 1], table, page);
      if (last && !isFull && more) last.description += ` ${more.text}`;
      if (last && table.last?.isOpen && speaksOfDiscount(row, page)) last.unitPrice = priceThatMakes(last);
      continue;
    }
    const { text, net, quantity, unitPrice } = found;
    if (quantity === null && (sumLabelsAt(row, page).length > 0 || (table.last && !fitsGrid(row, table))))
      return lastRow;
    const isBare = quantity === null && unitPrice === null && lines.length >= leastSummed;
    if (isBare && (net.cents === since || Math.abs(net.cents) === sumOf(lines))) {
      since = 0;
      if (table.last) table.last = { ...table.last, y: row.y, described: undefined };
      continue;
    }
    const reduced =
      last && quantity === null ? lessDiscount(row, centsOf(last.net ?? '0'), net.cents, page) : null;
    if (last && reduced !== null) {
      // What the price comes to then is printed nowhere.
      Object.assign(last, { net: decimalOf(reduced), unitPrice: null });
      if (table.last) table.last = { ...table.last, y: row.y };
      since += net.cents;
      continue;
    }
    since += net.cents;
    lines.push({
      id: text('position'),
      description: text('description'),
      ...figuresOf(row, found, isCredit),
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

/** A price that a discount was taken from is none that makes the amount. */
function priceThatMakes({ quantity, unitPrice, net }: InvoiceLine): string | null {
  const made = Number(quantity ?? 0) * Number(unitPrice ?? 0);
  return Math.abs(made - Number(net ?? 0)) < 0.01 ? unitPrice : null;
}

/** By their columns; where no column tells a quantity, or a discount parts the price from the amount, by what makes the amount. */
function figuresOf(
  row: Row,
  found: Entry,
  isUnsigned: boolean,
): Pick<InvoiceLine, 'quantity' | 'unit' | 'unitPrice'> {
  const { text, net, quantity } = found;
  const texts = row.cells.filter((cell) => cell !== found.netCell).map((cell) => cell.text);
  const after = priceAfterDiscount(texts, found, isUnsigned);
  const unit = unitIn(text('unit')) ?? text('unit') ?? unitIn(text('quantity'));
  const made = after === null ? figuresThatMake(Math.abs(net.cents), texts) : null;
  if (made && quantity === null)
    return { quantity: made.quantity, unit: made.unit ?? unit, unitPrice: made.unitPrice };
  const isDiscounted = made?.unitPrice === null && Number(made.quantity) === Number(quantity);
  return {
    quantity,
    unit,
    unitPrice: isDiscounted ? null : (after ?? priceIn(text('unitPrice'), isUnsigned)),
  };
}

function printsBelow(sum: number, { layout }: Page, lastRow: number): boolean {
  return layout.cells.some(
    ({ row, text }) => row > lastRow && amountsIn(text).some(({ cents }) => Math.abs(cents) === sum),
  );
}

const descriptionMax = 500;

export const sumFields: ReadonlySet<string> = new Set([
  'net',
  'vat',
  'gross',
  'payable',
  'rounding',
  'prepaid',
]);

/** Labels of sums at the beginning of a row. */
export function sumLabelsAt({ cells: [first] }: Row, { marked }: Page): FoundLabel[] {
  const labels = (first && marked.labelsIn.get(first)) ?? [];
  return labels.filter(({ field, start }) => start <= 2 && sumFields.has(field));
}

/** A row that starts with a label of a sum ends the table. */
export function isSumRow(row: Row, { marked }: Page): boolean {
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
  const totals = [net, gross].filter((total) => total !== null).map((total) => Math.abs(centsOf(total)));
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
  return lines.reduce((total, { net }) => total + centsOf(net ?? '0'), 0);
}
