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
