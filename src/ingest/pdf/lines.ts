/** The lines of an invoice, read from a table whose columns have headings. Never a reason to hold an invoice. */
import type { InvoiceLine } from '../../invoice/invoice.ts';
import { lineHeadRows } from './amounts.ts';
import type { LineColumn } from './labels/language.ts';
import type { Cell, Row } from './layout.ts';
import type { Page } from './spots.ts';
import { amountsIn, decimalOf, percentsIn } from './values/amount.ts';

export interface LinesFound {
  lines: InvoiceLine[];
  /** Sum of the lines' amounts in hundredths; null where a line has none. */
  sum: number | null;
}

interface Column {
  column: LineColumn;
  cell: Cell;
}

const linesMax = 2000;

export function readLines(page: Page, isCredit: boolean): LinesFound {
  const heads = [...lineHeadRows(page)].sort((a, b) => a - b);
  const lines: InvoiceLine[] = [];
  for (const [index, head] of heads.entries()) {
    const columns = columnsOf(page, head);
    if (
      !columns.some(({ column }) => column === 'lineNet') ||
      !columns.some(({ column }) => column === 'description')
    )
      continue;
    readTable(page, columns, page.layout.rows.slice(head + 1, heads[index + 1]), lines, isCredit);
  }
  const nets = lines.map(({ net }) => net);
  const sum =
    nets.length === 0 || nets.includes(null)
      ? null
      : nets.reduce((total, net) => total + hundredths(net ?? '0'), 0);
  return { lines, sum };
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

function readTable(
  page: Page,
  columns: readonly Column[],
  rows: readonly Row[],
  lines: InvoiceLine[],
  isCredit: boolean,
): void {
  const headPage = columns[0]?.cell.page;
  for (const row of rows) {
    if (row.page !== headPage || isSumRow(row, page) || lines.length >= linesMax) return;
    const cells = Map.groupBy(row.cells, (cell) => columnFor(cell, columns));
    const text = (column: LineColumn) =>
      (cells.get(column) ?? [])
        .map((cell) => cell.text)
        .join(' ')
        .trim() || null;
    const net = amountsIn(text('lineNet') ?? '').at(-1);
    const last = lines.at(-1);
    if (!net) {
      const more = text('description');
      if (
        last &&
        more &&
        row.cells.length === 1 &&
        last.description !== null &&
        last.description.length < 500
      )
        last.description += ` ${more}`;
      continue;
    }
    lines.push({
      id: text('position'),
      description: text('description'),
      quantity: quantityIn(text('quantity')),
      unit: text('unit') ?? unitIn(text('quantity')),
      unitPrice: priceIn(text('unitPrice'), isCredit),
      net: decimalOf(isCredit ? Math.abs(net.cents) : net.cents),
      vatRate: rateIn(text('vatRate')),
    });
  }
}

/** A row that starts with a label of a sum ends the table. */
function isSumRow(row: Row, { marked }: Page): boolean {
  return (
    row.cells.some((cell) =>
      marked.labelsIn
        .get(cell)
        ?.some(
          ({ field, start, isStrong }) =>
            start <= 2 &&
            isStrong &&
            ['net', 'vat', 'gross', 'payable', 'rounding', 'prepaid'].includes(field),
        ),
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

function rateIn(text: string | null): string | null {
  if (text === null) return null;
  const percent = percentsIn(text)[0];
  if (percent) return String(percent.basisPoints / 100);
  return /^\d{1,2}(?:[.,]\d)?$/.test(text) ? text.replace(',', '.').replace(/\.0$/, '') : null;
}
