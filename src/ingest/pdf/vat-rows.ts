/** Rows that state a VAT rate with its base and its tax: they prove each other. */
import type { Cell } from './layout.ts';
import type { Page } from './spots.ts';
import { amountsIn, percentsIn } from './values/amount.ts';

export interface VatRow {
  basisPoints: number;
  /** Hundredths. */
  taxable: number;
  tax: number;
  cell: Cell;
}

export function vatRowsIn({ layout }: Page): VatRow[] {
  return layout.rows.flatMap((row) => {
    // In a row with words a bare number is a quantity.
    const isBare = !row.cells.some((cell) => /\p{L}{4}/u.test(cell.text));
    const rates = row.cells.flatMap((cell) => ratesIn(cell.text, isBare));
    if (rates.length === 0) return [];
    const amounts = row.cells.flatMap((cell) =>
      amountsIn(cell.text)
        .filter(({ isPlain }) => !isPlain)
        .map(({ cents }) => ({ cents, cell })),
    );
    return rates.flatMap((basisPoints) => pairFor(basisPoints, amounts));
  });
}

/** A percentage, or a bare number that is a rate in a column of rates ("25", "25,00"). */
function ratesIn(text: string, isBare: boolean): number[] {
  const percents = percentsIn(text).map(({ basisPoints }) => basisPoints);
  if (percents.length > 0 || !isBare) return percents;
  const bare = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  return bare ? [Number(bare[1]) * 100 + Number((bare[2] ?? '').padEnd(2, '0'))] : [];
}

function pairFor(basisPoints: number, amounts: readonly { cents: number; cell: Cell }[]): VatRow[] {
  if (basisPoints === 0) return [];
  for (const base of amounts) {
    for (const tax of amounts) {
      if (base === tax || tax.cents === 0) continue;
      if (Math.abs(tax.cents - (base.cents * basisPoints) / 10_000) <= 1.01)
        return [{ basisPoints, taxable: base.cents, tax: tax.cents, cell: tax.cell }];
    }
  }
  return [];
}

/** Asked for in every combination that is tried. */
const agreed = new WeakMap<readonly VatRow[], Map<string, VatRow[]>>();

export function agreeing(rows: readonly VatRow[], net: number, vat: number): VatRow[] {
  if (rows.length === 0) return [];
  const known = agreed.get(rows) ?? new Map<string, VatRow[]>();
  agreed.set(rows, known);
  const key = `${net} ${vat}`;
  const found = known.get(key) ?? findAgreeing(rows, net, vat);
  known.set(key, found);
  return found;
}

/** Without those that the page repeats. */
export function distinctRows(rows: readonly VatRow[]): VatRow[] {
  return rows.filter((row, index) => rows.findIndex((other) => sameRow(row, other)) === index);
}

/** Rows of rates whose bases and taxes together are the net and the VAT. */
function findAgreeing(rows: readonly VatRow[], net: number, vat: number): VatRow[] {
  const sum = (part: 'taxable' | 'tax', of: readonly VatRow[]) =>
    of.reduce((total, row) => total + Math.abs(row[part]), 0);
  const fits = (of: readonly VatRow[]) =>
    Math.abs(sum('tax', of) - Math.abs(vat)) <= of.length &&
    Math.abs(sum('taxable', of) - Math.abs(net)) <= of.length;
  return subsetsOf(distinctRows(rows).slice(0, subsetRowsMax)).find(fits) ?? [];
}

/** More different rows of rates than this no invoice has; each doubles the work. */
const subsetRowsMax = 7;

/** All that are not empty, the largest first. */
function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  const all = Array.from({ length: 2 ** items.length - 1 }, (_, index) =>
    items.filter((_item, bit) => ((index + 1) >> bit) & 1),
  );
  return all.sort((a, b) => b.length - a.length);
}

function sameRow(a: VatRow, b: VatRow): boolean {
  return a.basisPoints === b.basisPoints && a.taxable === b.taxable && a.tax === b.tax;
}
