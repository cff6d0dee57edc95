/**
 * A VAT that is printed only in parts, each beside its rate: "Moms % 25, Moms kr 17 699.00, Moms % 6, Moms kr 58.62". What the taxes
 * of one row come to is it, where they are all that the total is more than the net. Pure.
 */
import { type AmountCandidate, isLabelledSum } from '../amounts/amounts.ts';
import { unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { decimalOf } from '../values/amount.ts';

export function vatOfParts({
  net,
  vat,
  total,
}: Record<'net' | 'vat' | 'total', readonly AmountCandidate[]>): AmountCandidate[] {
  return inRows(vat.filter(isLabelledSum)).flatMap((taxes) => {
    const cents = taxes.reduce((sum, tax) => sum + tax.cents, 0);
    const isRest = net
      .filter(isLabelledSum)
      .some((base) => total.filter(isLabelledSum).some((sum) => sum.cents - base.cents === cents));
    return isRest ? [together(cents, taxes)] : [];
  });
}

/** Several in one row, each in a cell of its own. */
function inRows(taxes: readonly AmountCandidate[]): AmountCandidate[][] {
  const cells = [...new Map(taxes.map((tax) => [tax.cell, tax])).values()];
  const rows = Map.groupBy(cells, ({ cell }) => `${cell.page} ${cell.row}`);
  return [...rows.values()].filter((row) => row.length > 1);
}

function together(cents: number, taxes: readonly AmountCandidate[]): AmountCandidate {
  const [first] = taxes as [AmountCandidate];
  const text = taxes.map((tax) => tax.text).join(' + ');
  return {
    ...unlabelled(decimalOf(cents), first.cell, 'what the taxes come to', weights.totals.ofRows, text),
    cents,
    currency: first.currency,
  };
}
