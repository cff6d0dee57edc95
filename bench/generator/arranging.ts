/** Arrangements that layouts share: columns, pairs of label and value, blocks of lines, drawn logos, text by the yard. */
import type { Random } from '../../demo/generator/random.ts';
import { luhnCheckDigit } from '../../src/ingest/checks/luhn.ts';
import type { Company } from './companies.ts';
import type { Facts } from './facts.ts';
import { type AmountStyle, printAmount, printQuantity } from './print.ts';
import type { Sheet, TextStyle } from './sheet.ts';
import type { PrintedLine, Telling } from './telling.ts';

export type Pair = readonly [label: string, value: string];

/** Label left of value, one pair a row. Gives back the y below. */
export function pairsBeside(
  sheet: Sheet,
  pairs: readonly Pair[],
  place: {
    x: number;
    y: number;
    /** Where values begin, or end when `right`. */
    valueX: number;
    right?: boolean;
    leading?: number;
    label?: TextStyle;
    value?: TextStyle;
  },
): number {
  const { x, valueX, right = false, leading = 13, label = {}, value = {} } = place;
  let { y } = place;
  for (const [name, text] of pairs) {
    if (text === '') continue;
    sheet.text(name, x, y, label);
    sheet.text(text, valueX, y, { ...value, align: right ? 'right' : 'left' });
    y += leading;
  }
  return y;
}

/** Label above value, pairs side by side. */
export function pairsAbove(
  sheet: Sheet,
  pairs: readonly Pair[],
  place: {
    x: number;
    y: number;
    /** From one pair to the next; pairs that do not fit in `columns` go on below. */
    step: number;
    columns?: number;
    rowHeight?: number;
    gap?: number;
    label?: TextStyle;
    value?: TextStyle;
  },
): number {
  const { x, y, step, columns = 99, rowHeight = 30, gap = 10, label = { size: 7 }, value = {} } = place;
  const shown = pairs.filter(([, text]) => text !== '');
  for (const [index, [name, text]] of shown.entries()) {
    const left = x + (index % columns) * step;
    const top = y + Math.floor(index / columns) * rowHeight;
    sheet.text(name, left, top, label);
    sheet.text(text, left, top + gap, value);
  }
  return y + Math.ceil(shown.length / columns) * rowHeight;
}

/** Boxes in a row, a small label at the top of each and its value below. Gives back the y below them. */
export function boxes(
  sheet: Sheet,
  cells: readonly (readonly [label: string, value: string, width: number])[],
  place: { x: number; y: number; height?: number; label?: TextStyle; value?: TextStyle; colour?: string },
): number {
  const { y, height = 26, label = { size: 6 }, value = {}, colour } = place;
  let { x } = place;
  for (const [name, text, width] of cells) {
    sheet.frame(x, y, width, height, colour);
    sheet.text(name, x + 3, y + 3, label);
    sheet.text(text, x + 3, y + height - 13, value);
    x += width;
  }
  return y + height;
}

/** Values under their labels, each pair ending at its own x, as sums stand in a row. */
export function sumsUnder(
  sheet: Sheet,
  sums: readonly (readonly [label: string, value: string, end: number])[],
  place: { y: number; gap?: number; label?: TextStyle; value?: TextStyle },
): void {
  const { y, gap = 12, label = { size: 7 }, value = {} } = place;
  for (const [name, text, end] of sums) {
    if (text === '') continue;
    sheet.text(name, end, y, { ...label, align: 'right' });
    sheet.text(text, end, y + gap, { ...value, align: 'right' });
  }
}

/** "Label: value" as one text, one a row. */
export function sentences(
  sheet: Sheet,
  lines: readonly string[],
  x: number,
  y: number,
  style: TextStyle & { leading?: number } = {},
): number {
  const { leading = 12, ...text } = style;
  let top = y;
  for (const line of lines) {
    if (line === '') continue;
    sheet.text(line, x, top, text);
    top += leading;
  }
  return top;
}

/** Small print in columns, each beginning where the widest line of the one before it leaves room. */
export function smallPrint(
  sheet: Sheet,
  columns: readonly (readonly string[])[],
  x: number,
  y: number,
  style: TextStyle & { leading?: number } = {},
): void {
  let left = x;
  for (const lines of columns) {
    sentences(sheet, lines, left, y, style);
    left += Math.max(...lines.map((line) => sheet.widthOf(line, style))) + 14;
  }
}

/** One line in several runs, as programs write a label in bold and its value after it. Gives back the x after the last. */
export function runs(
  sheet: Sheet,
  parts: readonly (readonly [text: string, style?: TextStyle])[],
  x: number,
  y: number,
): number {
  let left = x;
  for (const [text, style] of parts) {
    sheet.text(text, left, y, style);
    left += sheet.widthOf(text, style);
  }
  return left;
}

/** The line that Swedish giros read by machine, from reference, amount and bankgiro. */
export function ocrLine(reference: string, payable: string, bankgiro: string): string {
  const [kronor = '', ore = ''] = payable.split('.');
  return `# ${reference} # ${kronor} ${ore} ${luhnCheckDigit(kronor + ore)} > ${bankgiro.replace('-', '')}#41#`;
}

/** What facts are about, in rows for papers that are no invoices: article, description, quantity, price and amount. */
export function goodsOf({ lines }: Facts, style: AmountStyle): string[][] {
  return lines.map(({ article, description, quantity, unit, unitPrice, net }) => [
    article,
    description,
    `${printQuantity(quantity, style)} ${unit}`,
    printAmount(unitPrice, style),
    printAmount(net, style),
  ]);
}

/** "FAKTURA" as "F A K T U R A" */
export function letterSpaced(text: string): string {
  return text.split('').join(' ');
}

/** Digits in groups counted from the right, as Finnish references are: "12 34567". */
export function groupedFromRight(digits: string, size: number): string {
  return digits.replace(new RegExp(`\\B(?=(.{${size}})+$)`, 'g'), ' ');
}

/** Bars that look like a code of the digits; no scanner reads them. */
export function barcode(sheet: Sheet, digits: string, x: number, y: number, height: number): void {
  let left = x;
  for (const digit of digits) {
    const wide = 0.8 + Number(digit) * 0.12;
    sheet.fill(left, y, wide, height, 'black');
    sheet.fill(left + wide + 0.9, y, 2 - wide / 2, height, 'black');
    left += 4.2;
  }
}

/** Name, street and place, as on an envelope. */
export function addressOf({ street, postcode, city }: Company, name: string): string[] {
  return [name, street, `${postcode} ${city}`];
}

export interface Column {
  title: string;
  x: number;
  align?: TextStyle['align'];
}

/** Columns from `['Text', 40]`, or `['Amount', 555, 'right']` for one that ends there. */
export function columnsAt(...columns: readonly (readonly [string, number, TextStyle['align']?])[]): Column[] {
  return columns.map(([title, x, align = 'left']) => ({ title, x, align }));
}

/** One row's cells at their columns. */
export function rowAt(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly string[],
  y: number,
  style: TextStyle = {},
): void {
  for (const [at, { x, align = 'left' }] of columns.entries())
    sheet.text(cells[at] ?? '', x, y, { ...style, align });
}

/** What those columns of the lines hold, row by row. */
export function rowsOf(telling: Telling, ...columns: (keyof PrintedLine)[]): string[][] {
  return telling.lines(...columns).map((row) => columns.map((column) => row[column]));
}

/**
 * Rows under their titles. When the page is full, `turn` is asked for the y where the next one goes on, and the titles
 * are drawn again. Gives back the y below the last row.
 */
export function table(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  place: {
    y: number;
    leading?: number;
    bottom?: number;
    turn?: () => number;
    title?: TextStyle;
    cell?: TextStyle;
    striped?: string;
    ruled?: boolean;
  },
): number {
  const { leading = 14, bottom = 700, turn, title = { bold: true }, cell = {}, striped, ruled } = place;
  const left = Math.min(...columns.map(({ x }) => x));
  const drawTitles = (y: number) => {
    for (const { title: text, x, align = 'left' } of columns) sheet.text(text, x, y, { ...title, align });
    if (ruled) sheet.line(left, y + leading - 2, Math.max(...columns.map(({ x }) => x)), y + leading - 2);
    return y + leading + 2;
  };
  let y = drawTitles(place.y);
  for (const [index, row] of rows.entries()) {
    if (turn && y > bottom) y = drawTitles(turn());
    if (striped && index % 2 === 0) sheet.fill(left - 4, y - 3, sheet.width - 2 * left + 8, leading, striped);
    for (const [at, { x, align = 'left' }] of columns.entries()) {
      sheet.text(row[at] ?? '', x, y, { ...cell, align });
    }
    y += leading;
  }
  return y;
}

/** A table of ruled cells, the first row its titles on `head`. Gives back the y below. */
export function ruledCells(
  sheet: Sheet,
  widths: readonly (readonly [width: number, align?: 'left' | 'right'])[],
  rows: readonly (readonly string[])[],
  place: {
    x: number;
    y: number;
    height?: number;
    head?: string;
    title?: TextStyle;
    cell?: TextStyle;
    colour?: string;
  },
): number {
  const { x, height = 18, head, title = { bold: true }, cell = {}, colour } = place;
  const wide = widths.reduce((sum, [width]) => sum + width, 0);
  let { y } = place;
  if (head) sheet.fill(x, y, wide, height, head);
  for (const [index, row] of rows.entries()) {
    let left = x;
    for (const [at, [width, align = 'left']] of widths.entries()) {
      sheet.frame(left, y, width, height, colour);
      const textX = align === 'right' ? left + width - 4 : left + 4;
      sheet.text(row[at] ?? '', textX, y + height / 2 - 4.5, { ...(index === 0 ? title : cell), align });
      left += width;
    }
    y += height;
  }
  return y;
}

/** Small print in columns that begin where the layout says. */
export function columnsOfPrint(
  sheet: Sheet,
  columns: readonly (readonly [x: number, lines: readonly string[]])[],
  y: number,
  style: TextStyle & { leading?: number } = {},
): void {
  for (const [x, lines] of columns) sentences(sheet, lines, x, y, style);
}

/** Squares that look like a code for a telephone to read; none does. */
export function squareCode(sheet: Sheet, random: Random, x: number, y: number, size: number): void {
  const step = size / 21;
  for (let row = 0; row < 21; row++) {
    for (let column = 0; column < 21; column++) {
      const isCorner = (row < 8 || row > 13) && (column < 8 || column > 13) && !(row > 13 && column > 13);
      if (!isCorner && random.once(2)) sheet.fill(x + column * step, y + row * step, step, step, 'black');
    }
  }
  for (const [right, down] of [
    [0, 0],
    [14, 0],
    [0, 14],
  ] as const) {
    const [left, top] = [x + right * step, y + down * step];
    sheet.fill(left, top, 7 * step, 7 * step, 'black');
    sheet.fill(left + step, top + step, 5 * step, 5 * step, 'white');
    sheet.fill(left + 2 * step, top + 2 * step, 3 * step, 3 * step, 'black');
  }
}

/** A mark that no letter is in, or only one. */
export function logo(sheet: Sheet, random: Random, x: number, y: number, size: number, colour: string): void {
  switch (random.int(0, 3)) {
    case 0:
      sheet.circle(x + size / 2, y + size / 2, size / 2, colour);
      sheet.circle(x + size / 2, y + size / 2, size / 4, 'white');
      break;
    case 1:
      sheet.polygon(
        [
          [x, y + size],
          [x + size / 2, y],
          [x + size, y + size],
        ],
        colour,
      );
      break;
    case 2:
      for (const step of [0, 1, 2]) sheet.fill(x + (step * size) / 3, y, size / 4, size, colour);
      break;
    default:
      sheet.fill(x, y, size, size, colour);
      sheet.polygon(
        [
          [x + size * 0.2, y + size * 0.8],
          [x + size * 0.8, y + size * 0.5],
          [x + size * 0.2, y + size * 0.2],
        ],
        'white',
      );
  }
}

export const colours = ['#1d4e89', '#8a1c1c', '#2f6b3a', '#5a3d7a', '#333333', '#b3541e', '#0f6674'] as const;
