/** Samples and forms that were never filled in have numbers of one figure: many pass their check digits, and none is anybody's. */

/** "000-000-00-00", "PL1111111111": one figure and no other, at least six times. */
export function isPlaceholder(number: string): boolean {
  return /^(\d)\1{5,}$/.test(number.replace(/\D/g, ''));
}
