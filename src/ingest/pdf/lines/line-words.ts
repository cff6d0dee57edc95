/** What stands between the lines of a table: the rest of a description, or a title over the lines that follow. Pure. */
import type { Cell, Row } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { percentsIn } from '../values/amount.ts';
import { columnFor, entryIn, indentMax, type Table, within } from './line-table.ts';

/**
 * A line's words go on below it, under where they began, with what is of other columns between them; what stands further down
 * than the next row of print is no part of it, nor is a title of the next lines, or what says that a discount is counted in.
 *
 * @param next the row below
 */
export function goesOn(row: Row, next: Row | undefined, table: Table, page: Page): Cell | null {
  const { last } = table;
  const [cell, ...others] = within(row, table);
  if (!cell) return null;
  const isAlone = others.length === 0 && columnFor(cell, table.columns) === 'description';
  if (last === null) table.hasTitles ||= isAlone && /\p{L}{2}/u.test(cell.text);
  if (!last?.isOpen || !last.described) return null;
  if (isAlone && isTitle(cell, next, table)) {
    table.last = { ...last, y: row.y, described: undefined };
    return null;
  }
  last.isOpen = row.y - last.y <= 2 * Math.max(cell.height, 8);
  last.y = row.y;
  const isUnder = cell.x > last.described.x - alignedPoints && cell.x < last.described.x + indentMax;
  return last.isOpen && isUnder && isAlone && !speaksOfDiscount({ cells: [cell] }, page) ? cell : null;
}

const alignedPoints = 6;

/** Larger than the lines, with a colon at its end, or nearer to the line below than to the one above. */
function isTitle(cell: Cell, next: Row | undefined, table: Table): boolean {
  const { last, hasTitles } = table;
  if (!last?.described || !next || next.page !== cell.page || !entryIn(next, table)) return false;
  if (/:$/.test(cell.text) || cell.height > 1.08 * last.described.height) return true;
  const [above, below] = [cell.y - last.y, next.y - cell.y];
  return below < above - 1 || (hasTitles && below < above + 1);
}

/** "incl. 10 % discount" */
export function speaksOfDiscount({ cells }: Pick<Row, 'cells'>, { marked: { topics } }: Page): boolean {
  return topics.some(
    ({ topic, cell }) => topic.kind === 'column' && topic.column === 'discount' && cells.includes(cell),
  );
}

/**
 * "Rabatt 10 %   -140,00" right below a line is taken off that line, where it is so much of it: what it comes to then. Null where it is
 * none of it, as a discount on all lines is.
 *
 * @param cents the line's amount, in hundredths
 */
export function lessDiscount(row: Row, cents: number, off: number, page: Page): number | null {
  const rates = row.cells.flatMap(({ text }) => percentsIn(text));
  const isOfLine = rates.some(
    ({ basisPoints }) => Math.abs((cents * basisPoints) / 10_000 - Math.abs(off)) <= 1,
  );
  if (!isOfLine || Math.sign(off) === Math.sign(cents)) return null;
  return speaksOfDiscount(row, page) ? cents + off : null;
}
