/**
 * Rows that state a VAT rate with its base and its tax: they prove each other. Beside them may stand what bears no VAT, at a
 * rate of nothing or in words ("Momsfritt 500,00"): nothing proves that by itself, but that it is all that the net is more. Pure.
 */
import { type Cell, columnOverlap, type Row } from '../page/layout.ts';
import { perPage } from '../page/per-page.ts';
import type { Page } from '../page/spots.ts';
import { amountsIn, percentsIn } from '../values/amount.ts';

export interface VatRow {
  /** 0 for what bears no VAT. */
  basisPoints: number;
  /** Hundredths. */
  taxable: number;
  tax: number;
  cell: Cell;
}

export interface VatGroups {
  /** One for each rate that is charged, as often as the page tells it. */
  rows: readonly VatRow[];
  /** By their hundredths: amounts that the page says bear no VAT, or that stand in a row which says so. */
  untaxed: ReadonlyMap<number, VatRow>;
}

interface Amount {
  cents: number;
  text: string;
  cell: Cell;
}

/** Asked for by the totals and by their breakdown. */
export const vatGroupsIn = perPage(findGroups);

function findGroups(page: Page): VatGroups {
  const untaxed = new Map<number, VatRow>();
  const bearNoTax = (amounts: readonly Amount[]) => {
    for (const { cents, cell } of amounts)
      if (cents !== 0)
        untaxed.set(Math.abs(cents), { basisPoints: 0, taxable: Math.abs(cents), tax: 0, cell });
  };
  const rows = page.layout.rows.flatMap((row, index) => {
    // In a row with words a bare number is a quantity.
    const isBare = !row.cells.some((cell) => /\p{L}{4}/u.test(cell.text));
    const rates = row.cells.flatMap((cell) => ratesIn(cell.text, isBare));
    if (rates.length === 0) return [];
    const amounts = amountsOf(row.cells);
    if (rates.includes(0)) bearNoTax(amounts);
    const found = rates.flatMap((basisPoints) => pairFor(basisPoints, amounts));
    if (found.length > 0) return found;
    return columnsOfRates(row, page.layout.rows.slice(index + 1, index + 1 + columnRows)).flatMap(
      ({ basisPoints, amounts: below }) => {
        if (basisPoints === 0) bearNoTax(below);
        return pairFor(basisPoints, below);
      },
    );
  });
  for (const { topic, cell } of page.marked.topics) {
    if (topic.kind !== 'remark' || (topic.about !== 'untaxed' && topic.about !== 'exempt')) continue;
    bearNoTax(amountsOf(page.layout.rows[cell.row]?.cells.slice(cell.column) ?? []));
    bearNoTax(amountsOf(cellsBelow(cell, page.layout.rows)));
  }
  return { rows, untaxed };
}

function amountsOf(cells: readonly Cell[]): Amount[] {
  return cells.flatMap((cell) =>
    amountsIn(cell.text)
      .filter(({ isPlain }) => !isPlain)
      .map(({ cents, text }) => ({ cents, text, cell })),
  );
}

/** The next cell in its column, as under a heading. */
function cellsBelow(cell: Cell, rows: readonly Row[]): Cell[] {
  const below = rows
    .slice(cell.row + 1, cell.row + 1 + columnRows)
    .filter(({ page, y }) => page === cell.page && y - cell.y < 2.5 * Math.max(cell.height, 9))
    .flatMap(({ cells }) => cells)
    .find((other) => columnOverlap(cell, other) > 0.3);
  return below ? [below] : [];
}

/** Rates that head columns, with base and tax below each: so many rows at most. */
const columnRows = 4;

function columnsOfRates(head: Row, below: readonly Row[]): { basisPoints: number; amounts: Amount[] }[] {
  const heads = head.cells.flatMap((cell) => {
    const [rate, ...others] = percentsIn(cell.text);
    return rate && others.length === 0 && amountsOf([cell]).length === 0
      ? [{ basisPoints: rate.basisPoints, cell }]
      : [];
  });
  if (heads.length < 2) return [];
  const cells = below.filter(({ page }) => page === head.page).flatMap((row) => row.cells);
  return heads.map(({ basisPoints, cell }) => ({
    basisPoints,
    amounts: amountsOf(cells.filter((other) => columnOverlap(cell, other) > 0.3)),
  }));
}

/** A percentage, or a bare number that is a rate in a column of rates ("25", "25,00"). */
function ratesIn(text: string, isBare: boolean): number[] {
  const percents = percentsIn(text).map(({ basisPoints }) => basisPoints);
  if (percents.length > 0 || !isBare) return percents;
  const bare = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  return bare ? [Number(bare[1]) * 100 + Number((bare[2] ?? '').padEnd(2, '0'))] : [];
}

function pairFor(basisPoints: number, amounts: readonly Amount[]): VatRow[] {
  if (basisPoints === 0) return [];
  for (const base of amounts) {
    for (const tax of amounts) {
      if (base === tax || tax.cents === 0) continue;
      // "25,5 %  (1 000,00)   255,00": what is in brackets is not below zero.
      const taxable = /^\(.*\)?$/.test(base.text) ? Math.abs(base.cents) : base.cents;
      if (Math.abs(tax.cents - (taxable * basisPoints) / 10_000) <= 1.01)
        return [{ basisPoints, taxable, tax: tax.cents, cell: tax.cell }];
    }
  }
  return [];
}

/** Asked for in every combination that is tried. */
const agreed = new WeakMap<VatGroups, Map<string, VatRow[]>>();

/** Rows of rates whose bases and taxes together are the net and the VAT, with what bears none beside them. */
export function agreeing(groups: VatGroups, net: number, vat: number): VatRow[] {
  if (groups.rows.length === 0) return [];
  const known = agreed.get(groups) ?? new Map<string, VatRow[]>();
  agreed.set(groups, known);
  const key = `${net} ${vat}`;
  const found = known.get(key) ?? findAgreeing(groups, net, vat);
  known.set(key, found);
  return found;
}

/** Without those that the page repeats. */
export function distinctRows(rows: readonly VatRow[]): VatRow[] {
  return rows.filter((row, index) => rows.findIndex((other) => sameRow(row, other)) === index);
}

function findAgreeing({ rows, untaxed }: VatGroups, net: number, vat: number): VatRow[] {
  const sum = (part: 'taxable' | 'tax', of: readonly VatRow[]) =>
    of.reduce((total, row) => total + Math.abs(row[part]), 0);
  const withTax = subsetsOf(distinctRows(rows).slice(0, subsetRowsMax)).filter(
    (of) => Math.abs(sum('tax', of) - Math.abs(vat)) <= of.length,
  );
  const left = (of: readonly VatRow[]) => Math.abs(net) - sum('taxable', of);
  const whole = withTax.find((of) => Math.abs(left(of)) <= of.length);
  if (whole) return whole;
  for (const of of withTax) {
    const rest = untaxed.get(left(of));
    if (rest) return [...of, rest];
  }
  return [];
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
