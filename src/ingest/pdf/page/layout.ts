/** Scattered runs of text put back into rows and cells, as a reader's eye does: by baseline and by the gaps between. Pure. */

import { matchesOf } from '../text/matches.ts';
import { asPrintedElsewhere, withoutHairSpaces, withoutTracking } from './letter-spacing.ts';
import type { PdfPage, PdfPages, TextItem } from './pages.ts';

/** Text that stands together: words with ordinary spaces between them. */
export interface Cell {
  text: string;
  page: number;
  x: number;
  /** Baseline, from the page's top. */
  y: number;
  width: number;
  /** Font size in points. */
  height: number;
  /** It was put together from letters set apart: where its words end was concluded. */
  isFromLetters?: boolean;
  /** Which row of the layout it stands in, and where in that row. */
  row: number;
  column: number;
}

export interface Row {
  page: number;
  y: number;
  /** From left to right. */
  cells: Cell[];
}

export interface Layout {
  /** From the top of the first page to the bottom of the last. */
  rows: Row[];
  /** All of them, in the same order. */
  cells: Cell[];
  pageSizes: Map<number, { width: number; height: number }>;
  /** All text, row by row. */
  text: string;
  /** The font size of most text, in points: what is clearly larger is a heading. */
  usualSize: number;
}

/** Gaps in font sizes: below the first no space was meant, above the second another column starts. */
const spaceGap = 0.15;
const columnGap = 0.95;
/** Digits on both sides of a gap: a space that groups thousands is narrower than this, a gap between columns is not. */
const digitColumnGap = 0.5;
/** Baselines that differ by less than this, in font sizes, are one row. */
const rowTolerance = 0.4;

export function layOut({ pages }: PdfPages): Layout {
  const texts = pages.flatMap(({ items }) => items.map(({ text }) => text));
  const rows = pages.flatMap((page) =>
    rowsOf({ ...page, items: page.items.map((item) => spelled(item, texts)) }),
  );
  const cells: Cell[] = [];
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.cells.entries()) {
      cell.row = index;
      cell.column = column;
      cells.push(cell);
    }
  }
  return {
    rows,
    cells,
    pageSizes: new Map(pages.map(({ number, width, height }) => [number, { width, height }])),
    text: rows.map((row) => row.cells.map((cell) => cell.text).join('   ')).join('\n'),
    usualSize: usualSizeOf(cells),
  };
}

function spelled(item: TextItem, texts: readonly string[]): TextItem {
  if (!lettersApart.test(item.text)) return item;
  const text = asPrintedElsewhere(item.text.trim(), texts);
  return text === null ? item : { ...item, text };
}

const lettersApart = / \p{L} \p{L} /u;

function rowsOf(page: PdfPage): Row[] {
  const rows: TextItem[][] = [];
  const byBaseline = [...page.items].sort((a, b) => a.y - b.y || a.x - b.x);
  for (const item of byBaseline) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && item.y - first.y <= Math.min(first.height, item.height) * rowTolerance)
      row.push(item);
    else rows.push([item]);
  }
  return rows
    .map((items) => ({ page: page.number, y: items[0]?.y ?? 0, cells: cellsOf(items, page.number) }))
    .filter(({ cells }) => cells.length > 0);
}

function cellsOf(items: TextItem[], page: number): Cell[] {
  const cells: Cell[] = [];
  for (const item of withoutTracking(items.sort((a, b) => a.x - b.x).map(withoutHairSpaces))) {
    const last = cells.at(-1);
    if (!last || startsColumn(last, item)) {
      cells.push({ ...item, page, row: 0, column: 0 });
      continue;
    }
    if (isPrintedTwice(last, item)) continue;
    last.text += spaceBetween(last, item) + item.text;
    last.width = Math.max(last.width, item.x + item.width - last.x);
    last.height = Math.max(last.height, item.height);
    if (item.isFromLetters) last.isFromLetters = true;
  }
  return cells.flatMap(splitAtWideSpaces).filter((cell) => cell.text !== '');
}

function startsColumn(last: Cell, item: TextItem): boolean {
  const gap = item.x - (last.x + last.width);
  const size = Math.min(last.height, item.height);
  if (!/\d$/.test(last.text) || !/^\d/.test(item.text)) return gap >= columnGap * size;
  // In a fixed-width font a space is as wide as a figure.
  return gap >= Math.max(digitColumnGap * size, 1.3 * (item.width / item.text.length));
}

/** A gap between spaced-out letters is no space; one clearly wider than that is shown as two, and so told from it. */
function spaceBetween(last: Cell, item: TextItem): string {
  const gap = (item.x - (last.x + last.width)) / Math.min(last.height, item.height);
  if (gap <= spaceGap || / $/.test(last.text)) return '';
  return gap > 0.6 && item.text.length === 1 ? '  ' : ' ';
}

/** Some programs make bold text by printing it twice, a hair apart. */
function isPrintedTwice(last: Cell, item: TextItem): boolean {
  return last.text.endsWith(item.text) && Math.abs(last.x + last.width - (item.x + item.width)) < 1;
}

/** Columns made with many spaces inside one run of text. */
function splitAtWideSpaces(cell: Cell): Cell[] {
  if (singleSpaces.test(cell.text) && /\S\S/.test(cell.text)) return [cell];
  const text = cell.text.replace(/[\t\u00a0\u2007\u2009\u202f]/g, ' ');
  const characterWidth = cell.width / Math.max(1, text.length);
  return matchesOf(/\S+(?: {1,2}\S+)*/g, text).map((match) => ({
    ...cell,
    ...(isSpacedOut(match[0])
      ? { text: withoutLetterSpacing(match[0]), isFromLetters: true }
      : { text: match[0].replace(/ +/g, ' ') }),
    x: cell.x + match.index * characterWidth,
    width: match[0].length * characterWidth,
  }));
}

/** One space between words: nothing to split, and nothing to draw together unless every word is a letter. */
const singleSpaces = /^\S+(?: \S+)*$/;

function isSpacedOut(text: string): boolean {
  return /^\S(?: {1,2}\S){3,}$/.test(text) && /\p{L}/u.test(text);
}

/** "F A K T U R A" → "FAKTURA", "A T T  B E T A L A" → "ATT BETALA"; figures and single words stay as they are. */
function withoutLetterSpacing(text: string): string {
  return text
    .split('  ')
    .map((word) => word.replace(/ /g, ''))
    .join(' ');
}

/** How two cells stand above each other: the share of the narrower one that they have in common, at least 0.9 where they share an edge. */
export function columnOverlap(cell: Cell, other: Cell): number {
  const common = Math.min(cell.x + cell.width, other.x + other.width) - Math.max(cell.x, other.x);
  const share = common / Math.max(1, Math.min(cell.width, other.width));
  const sharesEdge =
    Math.abs(cell.x - other.x) < 5 || Math.abs(cell.x + cell.width - (other.x + other.width)) < 5;
  return Math.max(0, Math.min(1, sharesEdge ? Math.max(share, 0.9) : share));
}

/** In usual sizes of the page: what is larger is a heading. */
export const largeType = 1.25;

function usualSizeOf(cells: readonly Cell[]): number {
  const sizes = cells.map(({ height }) => height).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 9;
}
