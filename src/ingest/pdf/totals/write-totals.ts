/** What the sums of a page come to on the invoice: those that are printed, those that follow from them, and what speaks against them. */
import type { Check, Reason } from '../../../invoice/invoice.ts';
import type { InvoiceWriter } from '../../invoice-writer.ts';
import { centsOf } from '../amounts/amounts.ts';
import type { Candidate } from '../choosing/candidates.ts';
import { write } from '../choosing/write-value.ts';
import { remarkOn } from '../page/label-search.ts';
import type { Page } from '../page/spots.ts';
import { decimalOf } from '../values/amount.ts';
import type { TotalsFound } from './totals.ts';
import { sumsPrinted } from './unlabelled-sums.ts';
import { breakdownOf } from './vat-breakdown.ts';

export function writeTotals(
  page: Page,
  found: TotalsFound,
  writer: InvoiceWriter,
): { checks: Check[]; doubts: Reason[] } {
  const { totals } = writer.invoice;
  for (const name of ['net', 'vat', 'gross', 'payable', 'rounding'] as const) {
    totals[name] = write(`totals.${name}`, found.shares[name], writer);
  }
  const { best } = found;
  // Where no total but the one to pay is printed, the total with VAT follows from the others.
  const isOne = best.gross?.cell === best.payable?.cell && best.gross?.text === best.payable?.text;
  if (best.gross && isOne && best.gross.label?.field !== 'gross') forget('totals.gross', writer);
  const isReverse = remarkOn(page.marked, 'reverseCharge') !== undefined;
  if (
    totals.vat === null &&
    totals.net !== null &&
    totals.net === (totals.gross ?? totals.payable) &&
    isReverse
  )
    totals.vat = '0.00';
  // Where the buyer owes the VAT and none is printed, the total is without it, before it is rounded.
  if (totals.net === null && isReverse && (totals.vat === null || totals.vat === '0.00'))
    totals.net = totals.gross ?? (totals.payable === null ? null : unrounded(best));
  // So it is where the page says that the VAT is nothing, unless it is rounded from an amount that is printed as well.
  const isWithoutTax = totals.vat === '0.00' && best.vat?.cents === 0;
  if (totals.net === null && isWithoutTax && best.gross && !isRoundedHere(best.gross.cents, page))
    totals.net = totals.gross;
  writeBeforeRounding(found, writer);
  // A whole amount may have been rounded, in a row that was not read: then nothing says what it was before.
  const mayBeRounded = !best.rounding && (best.payable?.cents ?? 0) % 100 === 0;
  // Nor is one told where something may have been paid before, and the sums do not say what.
  const mayBePart = !best.prepaid && found.shares.prepaid.length > 0;
  if (totals.gross === null && best.payable && totals.payable !== null && !mayBeRounded && !mayBePart)
    totals.gross = decimalOf(
      best.payable.cents - (best.rounding?.cents ?? 0) + Math.abs(best.prepaid?.cents ?? 0),
    );
  writer.invoice.vatBreakdown = breakdownOf(found, isReverse, page);
  return { checks: sumChecks(found), doubts: totalDoubts(found) };
}

/** The total with VAT is the one before rounding, though the page may print it only after: then it follows from net and VAT. */
function writeBeforeRounding({ best, closes }: TotalsFound, writer: InvoiceWriter): void {
  const { totals } = writer.invoice;
  const { net, vat, gross, payable, prepaid, earlier } = best;
  if (net && totals.net !== null) {
    const before = net.cents + (vat?.cents ?? 0);
    // A total of its own that does not close is what the page says; one that is also what is to be paid may be rounded.
    const mayBeRounded =
      gross !== null && (closes || (totals.vat !== null && gross.cents === payable?.cents));
    if (mayBeRounded && gross.cents !== before && isRounding(gross.cents - before))
      forget('totals.gross', writer);
    // Where something else is to be paid, a tax or a payment was not read, and nothing says what the total is.
    const isPart =
      !closes &&
      totals.vat === null &&
      !prepaid &&
      payable !== null &&
      Math.abs(payable.cents - before) >= 100;
    if (!isPart) totals.gross ??= decimalOf(before);
  }
  if (totals.rounding !== null || totals.gross === null || totals.payable === null || !payable) return;
  const due = centsOf(totals.gross) - Math.abs(prepaid?.cents ?? 0) + (earlier?.cents ?? 0);
  if (payable.cents !== due && isRounding(payable.cents - due))
    totals.rounding = decimalOf(payable.cents - due);
}

/** Whether another amount of the page, less than a unit away, may be what a whole one was before. */
function isRoundedHere(total: number, page: Page): boolean {
  const differences = [...sumsPrinted(page, true).keys()].map((cents) => cents - Math.abs(total));
  return total % 100 === 0 && differences.some((each) => each !== 0 && isRounding(each));
}

function unrounded({ payable, rounding }: TotalsFound['best']): string | null {
  return payable && decimalOf(payable.cents - (rounding?.cents ?? 0));
}

/** Less than one unit of the currency. */
function isRounding(cents: number): boolean {
  return Math.abs(cents) < 100;
}

function forget(path: 'totals.gross', writer: InvoiceWriter): void {
  writer.invoice.totals.gross = null;
  delete writer.invoice.evidence[path];
}

function sumChecks({ best, closes, impliedRounding }: TotalsFound): Check[] {
  const { net, vat, rounding, gross, payable } = best;
  const total = gross ?? payable;
  if (!net || !total) return [];
  const terms = `net ${net.value} + VAT ${vat?.value ?? '0.00'} + rounding ${rounding?.value ?? decimalOf(impliedRounding)}`;
  return [
    {
      rule: 'totals:addUp',
      passed: closes,
      message: closes ? `${terms} is ${total.value}` : `${terms} is not ${total.value}`,
    },
  ];
}

/** What is to be paid is more or less than the invoice's own total for a reason that a person should see. */
function totalDoubts({ best, shares }: TotalsFound): Reason[] {
  const reasons: Reason[] = [];
  const named = shares.payable.find(({ candidate }) => isNamedPayable(candidate))?.candidate;
  if (best.payable && named && !isNamedPayable(best.payable) && named.cents !== best.payable.cents) {
    reasons.push({
      code: 'payable_disputed',
      message: `${best.payable.value} is the total, and ${named.value} stands beside "${named.label?.text}": it is not clear how one comes to the other`,
    });
  }
  if (best.payable?.cents === 0 && best.gross && best.gross.cents !== 0) {
    const message = `${best.gross.value} is the total, and nothing of it is left to pay: it may be paid already`;
    reasons.push({ code: 'paid_already', message });
  }
  if (best.earlier && best.earlier.cents !== 0) {
    reasons.push({
      code: 'earlier_balance',
      message: `the amount to pay holds ${best.earlier.value} from before this invoice`,
    });
  }
  return reasons;
}

function isNamedPayable({ label, spot }: Candidate): boolean {
  return label?.field === 'payable' && label.isStrong && (spot === 'after' || spot === 'right');
}
