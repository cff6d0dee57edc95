/**
 * Addresses on the first page: a name over a street and a town. A supplier's stands there like its customer's, and where it
 * stands does not tell whose it is; what else stands in it may. Pure.
 */
import { type Cell, columnOverlap } from '../page/layout.ts';
import { perPage } from '../page/per-page.ts';
import { offset, type Page } from '../page/spots.ts';
import { isName } from './name-candidates.ts';
import { isAddressLine } from './names.ts';

export interface AddressBlock {
  /** Its first line, where the name stands. */
  head: Cell;
  /** All lines, the first among them. */
  lines: readonly Cell[];
  /** The lines before the street or the town: names of companies, departments and persons. */
  names: readonly Cell[];
}

/** Lines that an address has at most, and how far down the street or the town may stand. */
const linesMax = 10;
const addressWithin = 4;
/** In points: large print stands a little off the lines below it. */
const edgeTolerance = 6;
/** Between lines, in font sizes. */
const lineGap = 2.1;

/** From the top of the page downwards. */
export const addressBlocks: (page: Page) => readonly AddressBlock[] = perPage(findBlocks);

/** The address that a text is the first line of; undefined where it is of none. */
export function blockHeadedBy(cell: Cell, page: Page): AddressBlock | undefined {
  return addressBlocks(page).find(({ head }) => head === cell);
}

/** The address that a text is named in. */
export function blockNaming(cell: Cell, page: Page): AddressBlock | undefined {
  return addressBlocks(page).find(({ names }) => names.includes(cell));
}

/** In points: an address stands between a name and the numbers below it, and perhaps a free line. */
const numbersReach = 90;

/** Whether a text stands over another in its column, as a name stands over its address and its numbers. */
export function standsOver(above: Cell, below: Cell): boolean {
  const down = below.y - above.y;
  return above.page === below.page && down > 0 && down <= numbersReach && Math.abs(above.x - below.x) < 3;
}

/** Whether an address stands over a text in its column. */
export function isBelowAddress(cell: Cell, page: Page): boolean {
  return addressBlocks(page).some(({ head }) => standsOver(head, cell));
}

function findBlocks(page: Page): AddressBlock[] {
  const blocks: AddressBlock[] = [];
  const taken = new Set<Cell>();
  for (const { cells } of page.layout.rows.filter((row) => row.page === 1)) {
    for (const head of cells) {
      if (taken.has(head) || page.marked.labelsIn.has(head) || !isName(head.text)) continue;
      const lines = linesFrom(head, page);
      const street = lines.findIndex(({ text }, index) => index > 0 && isAddressLine(withoutLabel(text)));
      if (street === -1 || street > addressWithin) continue;
      blocks.push({ head, lines, names: lines.slice(0, street) });
      for (const line of lines) taken.add(line);
    }
  }
  return blocks;
}

/** "Adresse : 18, Place du Marché" */
function withoutLabel(text: string): string {
  return text.replace(/^\p{Lu}\p{L}{2,19}\s?:\s*/u, '');
}

/** What stands right below each other with an edge or the middle in common. */
function linesFrom(head: Cell, { layout }: Page): Cell[] {
  const lines = [head];
  let last = head;
  for (const row of layout.rows.slice(head.row + 1)) {
    if (row.page !== head.page || lines.length === linesMax) break;
    if (row.y - last.y > lineGap * Math.max(last.height, 8)) break;
    const next = row.cells.find(
      (cell) => offset(cell, head) < edgeTolerance && columnOverlap(cell, head) > 0.3,
    );
    if (!next) continue;
    lines.push(next);
    last = next;
  }
  return lines;
}
