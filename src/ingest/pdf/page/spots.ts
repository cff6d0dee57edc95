/** The places where a label's value may stand: after it in its cell, right of, below, left of, or above it; in a list that tells values first, before it. */
import type { FoundLabel, Marked } from './label-search.ts';
import { type Cell, columnOverlap, type Layout, type Row } from './layout.ts';
import { perPage } from './per-page.ts';

export type SpotKind = 'after' | 'right' | 'below' | 'before' | 'left' | 'above';

/** Where forms put values; elsewhere a value stands by chance as often as not. */
export function isPlainSpot(spot: SpotKind | null): boolean {
  return spot === 'after' || spot === 'right' || spot === 'below' || spot === 'before';
}

export interface Spot {
  kind: SpotKind;
  text: string;
  cell: Cell;
  /** From the label, in points; 0 in the same cell. */
  distance: number;
  /** How many other texts stand between. */
  rank: number;
}

export interface Page {
  layout: Layout;
  marked: Marked;
}

/** What stands right beside it may be as far off as the sheet is wide; what stands behind that may not. */
const rightReachPoints = 380;
/** How far below a label its value may stand, in font sizes of the label. */
const belowReach = 3.4;
const aboveReach = 2.2;
const rowsLooked = 14;

/** A label is asked for many fields; its places are looked up once. */
const knownSpots = perPage(() => new Map<FoundLabel, Spot[]>());

export function spotsOf(label: FoundLabel, page: Page): Spot[] {
  const known = knownSpots(page);
  const before = known.get(label);
  if (before !== undefined) return before;
  const spots = findSpots(label, page);
  known.set(label, spots);
  return spots;
}

function findSpots(label: FoundLabel, page: Page): Spot[] {
  const after: Spot[] =
    label.rest === '' ? [] : [{ kind: 'after', text: label.rest, cell: label.cell, distance: 0, rank: 0 }];
  const before = label.rest === '' ? valueBefore(label, page) : null;
  if (before) return [before];
  return [
    ...after,
    ...rightOf(label, page),
    ...below(label, page),
    ...leftOf(label, page),
    ...above(label, page),
  ];
}

export function startsWithLabel(cell: Cell, { labelsIn }: Marked): boolean {
  return labelsIn.get(cell)?.some(({ start }) => start <= 2) ?? false;
}

/** The rows on which something stands beside a cell: its own, and those whose baseline is a little off. */
function rowsBeside(cell: Cell, layout: Layout) {
  const rows = [];
  for (let index = Math.max(0, cell.row - 2); index <= cell.row + 2; index++) {
    const row = layout.rows[index];
    const height = Math.max(cell.height, row?.cells.at(-1)?.height ?? 0, 8);
    if (row && row.page === cell.page && Math.abs(row.y - cell.y) <= 0.45 * height) rows.push(row);
  }
  return rows;
}

/** Cells to the right, up to the next label. */
function rightOf({ cell, end }: FoundLabel, { layout, marked }: Page): Spot[] {
  // Another label in the same cell follows: what stands to the right is that one's.
  // "Fakturanr / datum" has the values of both.
  const isOthers = (other: FoundLabel) =>
    other.start >= end && !/^[\s.]*\/\s*$/.test(cell.text.slice(end, other.start));
  if (marked.labelsIn.get(cell)?.some(isOthers)) return [];
  if (isRowOfHeads(layout.rows[cell.row]?.cells ?? [], marked)) return [];
  const spots: Spot[] = [];
  const edge = cell.x + cell.width;
  const others = rowsBeside(cell, layout)
    .flatMap((row) => row.cells)
    .filter((other) => other !== cell && other.x >= edge - 2)
    .sort((a, b) => a.x - b.x);
  for (const other of others) {
    const distance = other.x - edge;
    if (startsWithLabel(other, marked) || isOnlyLabel(other, marked)) break;
    if (distance > rightReachPoints && spots.length > 0) break;
    const text = other.text.replace(/^[:=]\s*/, '');
    spots.push({ kind: 'right', text, cell: other, distance, rank: spots.length });
  }
  return spots;
}

/** The nearest cells below in the label's column, unless one is a label itself: then the column is a list of labels. */
function below(label: FoundLabel, { layout, marked }: Page): Spot[] {
  const { cell } = label;
  const height = Math.max(cell.height, 8);
  const spots: Spot[] = [];
  for (const next of layout.rows.slice(cell.row + 1, cell.row + 1 + rowsLooked)) {
    // Large print stands further down by its own height, and is no further off.
    const larger = Math.max(0, ...next.cells.map((each) => each.height - height));
    if (next.page !== cell.page || next.y - larger > cell.y + belowReach * height) break;
    const paired = pairedBelow(cell, next, marked, layout);
    if (paired)
      return [{ kind: 'below', text: paired.text, cell: paired, distance: next.y - cell.y, rank: 0 }];
    const inColumn = ofLabelsOwn(
      label,
      next.cells.filter((other) => columnOverlap(cell, other) > 0.3),
      marked,
    );
    if (inColumn.some((other) => startsWithLabel(other, marked))) return spots;
    for (const other of inColumn) {
      if (!isNearestAbove(label, other, marked, layout)) continue;
      spots.push({
        kind: 'below',
        text: other.text,
        cell: other,
        distance: next.y - cell.y,
        rank: spots.length,
      });
    }
    if (inColumn.length > 0) return spots;
  }
  return spots;
}

/** Two labels that stand so close that they are one text, over two values: each label's own is the one that it stands over. */
function ofLabelsOwn({ cell, start }: FoundLabel, values: Cell[], { labelsIn }: Marked): Cell[] {
  const starts = [...new Set(labelsIn.get(cell)?.map((label) => label.start))].sort((a, b) => a - b);
  if (starts.length !== values.length || values.length < 2) return values;
  const own = values[starts.indexOf(start)];
  return own ? [own] : values;
}

/** Three labels in a row over three values: each has its own, however they are aligned, and also where not every label is known. */
function pairedBelow(cell: Cell, values: Row, marked: Marked, layout: Layout): Cell | undefined {
  const heads = layout.rows[cell.row]?.cells ?? [];
  const isTable =
    isRowOfHeads(heads, marked) &&
    heads.length === values.cells.length &&
    !values.cells.some((value) => startsWithLabel(value, marked));
  return isTable ? values.cells[cell.column] : undefined;
}

/** Three or more labels in a row and nothing else, though not all of them need be known: then their values stand below. */
export function isRowOfHeads(cells: readonly Cell[], marked: Marked): boolean {
  return (
    cells.length >= 3 &&
    cells.every((head) => isOnlyLabel(head, marked) || isHeading(head)) &&
    cells.filter((head) => isOnlyLabel(head, marked)).length > cells.length / 2
  );
}

/** A label and nothing else, or with a word before it that makes no other of it: "Vår kontaktperson". */
export function isOnlyLabel(cell: Cell, { labelsIn }: Marked): boolean {
  return (
    labelsIn.get(cell)?.some(({ start, rest }) => rest === '' && (start <= 2 || isHeading(cell))) ?? false
  );
}

/** A short text of words alone, beside labels: a label that is not known. */
export function isHeading({ text }: Cell): boolean {
  return text.length <= 30 && /\p{L}{2}/u.test(text) && !/\d/.test(text);
}

/** Of the labels beside each other in a row, the value below belongs to the one that it stands under best. */
function isNearestAbove({ cell }: FoundLabel, value: Cell, marked: Marked, layout: Layout): boolean {
  const mine = offset(cell, value);
  return !rowsBeside(cell, layout)
    .flatMap((row) => row.cells)
    .some(
      (other) =>
        other !== cell &&
        (startsWithLabel(other, marked) || isHeading(other)) &&
        offset(other, value) < mine - 1,
    );
}

/** How far two cells are from sharing an edge or their middle. */
export function offset(a: Cell, b: Cell): number {
  return Math.min(
    Math.abs(a.x - b.x),
    Math.abs(a.x + a.width - (b.x + b.width)),
    Math.abs(a.x + a.width / 2 - (b.x + b.width / 2)),
  );
}

/** So many labels in one column behind their values are a list that tells values first. */
const listMin = 3;

/** The value before a label, in a list that tells its values first. */
function valueBefore({ cell, start }: FoundLabel, page: Page): Spot | null {
  const value = start > 2 ? null : nearerBefore(cell, page);
  if (!value) return null;
  const inColumn = [...page.marked.labelsIn.keys()].filter(
    (other) =>
      other.page === cell.page &&
      (Math.abs(other.x - cell.x) < 3 || Math.abs(other.x + other.width - (cell.x + cell.width)) < 3),
  );
  const behind = inColumn.filter((other) => nearerBefore(other, page) !== null).length;
  if (behind < listMin || behind < inColumn.length / 2) return null;
  const distance = cell.x - (value.x + value.width);
  return { kind: 'before', text: value.text, cell: value, distance, rank: 0 };
}

/** A figure right before a label that nothing, or nothing as near, stands behind; null where there is none. */
function nearerBefore(cell: Cell, { layout, marked }: Page): Cell | null {
  const { cells = [] } = layout.rows[cell.row] ?? {};
  const [value, next] = [cells[cell.column - 1], cells[cell.column + 1]];
  if (!value || !isOnlyLabel(cell, marked) || marked.labelsIn.has(value) || !/\d/.test(value.text))
    return null;
  const gap = cell.x - (value.x + value.width);
  const isNearer = next === undefined || next.x - (cell.x + cell.width) > 2 * Math.max(gap, cell.height);
  return isNearer && gap < 12 * cell.height ? value : null;
}

function leftOf({ cell, start }: FoundLabel, { layout, marked }: Page): Spot[] {
  if (start > 2) return [];
  const other = layout.rows[cell.row]?.cells[cell.column - 1];
  if (!other || marked.labelsIn.has(other)) return [];
  return [
    { kind: 'left', text: other.text, cell: other, distance: cell.x - (other.x + other.width), rank: 0 },
  ];
}

/** Boxes on slips: the value in large print, what it is in small print below. */
function above({ cell, start }: FoundLabel, { layout, marked }: Page): Spot[] {
  if (start > 2) return [];
  const reach = cell.y - aboveReach * Math.max(cell.height, 8);
  for (let index = cell.row - 1; index >= Math.max(0, cell.row - rowsLooked); index--) {
    const row = layout.rows[index];
    if (!row || row.page !== cell.page || row.y < reach) return [];
    const inColumn = row.cells.filter((other) => columnOverlap(cell, other) > 0.3);
    if (inColumn.length === 0) continue;
    return inColumn
      .filter((other) => !marked.labelsIn.has(other))
      .map((other) => ({ kind: 'above', text: other.text, cell: other, distance: cell.y - row.y, rank: 0 }));
  }
  return [];
}
