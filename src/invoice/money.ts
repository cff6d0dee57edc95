/** Money is never a float: decimal strings outside, big.js inside. */
import Big from 'big.js';

/** The amount in its shortest exact form with at least two decimals: "1250" → "1250.00", "0.125" → "0.125". */
export function normaliseAmount(amount: string | Big): string {
  const value = new Big(amount);
  const decimals = Math.max(2, (value.toFixed().split('.')[1] ?? '').length);
  const text = value.toFixed(decimals);
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

export function sameAmount(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && new Big(a).eq(b);
}

export function sumAmounts(amounts: readonly string[]): string {
  return normaliseAmount(amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)));
}

/** Whether two amounts differ by less than the tolerance (a decimal string, in the amounts' own unit). */
export function withinTolerance(a: string, b: string, tolerance: string): boolean {
  return new Big(a).minus(b).abs().lt(tolerance);
}
