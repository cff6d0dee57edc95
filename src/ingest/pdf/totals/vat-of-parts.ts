/**
 * A VAT that is printed only in parts, each beside its rate: "Moms % 25, Moms kr 17 699.00, Moms % 6, Moms kr 58.62". What the taxes
 * of one row come to is it, where they are all that the total is more than the net. Pure.
 */
import { type AmountCandidate, addedUp, isLabelledSum } from '../amounts/amounts.ts';
import { weights } from '../choosing/weights.ts';

export function vatOfParts({
  net,
  vat,
  total,
}: Record<'net' | 'vat' | 'total', readonly AmountCandidate[]>): AmountCandidate[] {
  return inRows(vat.filter(isLabelledSum)).flatMap((taxes) => {
    const whole = addedUp(taxes, 'what the taxes come to', weights.totals.ofRows);
    const isRest = net
      .filter(isLabelledSum)
      .some((base) => total.filter(isLabelledSum).some((sum) => sum.cents - base.cents === whole.cents));
    return isRest ? [whole] : [];
  });
}

/** Several in one row, each in a cell of its own. */
function inRows(taxes: readonly AmountCandidate[]): [AmountCandidate, ...AmountCandidate[]][] {
  const cells = [...new Map(taxes.map((tax) => [tax.cell, tax])).values()];
  const rows = Map.groupBy(cells, ({ cell }) => `${cell.page} ${cell.row}`);
  return [...rows.values()].flatMap(([first, ...others]) =>
    first && others.length > 0 ? [[first, ...others]] : [],
  );
}
