/** Scattered runs of text put back into rows and cells, as a reader's eye does: by baseline and by the gaps between. Pure. */
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
  pageHeights: Map<number, number>;
  /** All text, row by row. */
  text: string;
}

/** Gaps in font sizes: below the first no space was meant, above the second another column starts. */
const spaceGap = 0.15;
const columnGap = 0.95;
/** Baselines that differ by less than this, in font sizes, are one row. */
const rowTolerance = 0.4;

export function layOut({ pages }: PdfPages): Layout {
  const rows = pages.flatMap(rowsOf);
  return {
    rows,
    pageHeights: new Map(pages.map((page) => [page.number, page.height])),
    text: rows.map((row) => row.cells.map((cell) => cell.text).join('   ')).join('\n'),
  };
}

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
  return rows.map((items) => ({
    page: page.number,
    y: items[0]?.y ?? 0,
    cells: cellsOf(items, page.number),
  }));
}

function cellsOf(items: TextItem[], page: number): Cell[] {
  const cells: Cell[] = [];
  for (const item of items.sort((a, b) => a.x - b.x)) {
    const last = cells.at(-1);
    const gap = last ? item.x - (last.x + last.width) : Number.POSITIVE_INFINITY;
    const size = Math.min(last?.height ?? item.height, item.height);
    if (last && gap < columnGap * size) {
      if (isPrintedTwice(last, item)) continue;
      last.text += gap > spaceGap * size && !last.text.endsWith(' ') ? ` ${item.text}` : item.text;
      last.width = Math.max(last.width, item.x + item.width - last.x);
      last.height = Math.max(last.height, item.height);
    } else {
      cells.push({ text: item.text, page, x: item.x, y: item.y, width: item.width, height: item.height });
    }
  }
  return cells.flatMap(splitAtWideSpaces).filter((cell) => cell.text !== '');
}

/** Some programs make bold text by printing it twice, a hair apart. */
function isPrintedTwice(last: Cell, item: TextItem): boolean {
  return last.text.endsWith(item.text) && Math.abs(last.x + last.width - (item.x + item.width)) < 1;
}

/** Columns made with many spaces inside one run of text. */
function splitAtWideSpaces(cell: Cell): Cell[] {
  const text = cell.text.replace(/[\t\u00a0\u2007\u202f]/g, ' ');
  const characterWidth = cell.width / Math.max(1, text.length);
  return [...text.matchAll(/\S+(?: {1,2}\S+)*/g)].map((match) => ({
    ...cell,
    text: match[0].replace(/ +/g, ' '),
    x: cell.x + match.index * characterWidth,
    width: match[0].length * characterWidth,
  }));
}

/** Whether two cells stand above each other: sharing a good part of their width, or one of their edges. */
export function isInColumnOf(cell: Cell, other: Cell): boolean {
  const overlap = Math.min(cell.x + cell.width, other.x + other.width) - Math.max(cell.x, other.x);
  const sharesEdge =
    Math.abs(cell.x - other.x) < 6 || Math.abs(cell.x + cell.width - (other.x + other.width)) < 6;
  return sharesEdge || overlap > 0.3 * Math.min(cell.width, other.width);
}
