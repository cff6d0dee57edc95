/** Every amount on a page that may be a sum, with the cell that it stands in, from the top down. */
import type { Cell } from '../page/layout.ts';
import { perPage } from '../page/per-page.ts';
import { sumsIn } from '../values/amount.ts';

export interface PrintedSum {
  /** In hundredths, with its sign. */
  cents: number;
  cell: Cell;
  currency: string | null;
}

export const printedSums = perPage(({ layout }): readonly PrintedSum[] =>
  layout.cells.flatMap((cell) => sumsIn(cell.text).map(({ cents, currency }) => ({ cents, cell, currency }))),
);
