/** What a page says beside its values: that it was paid already, that the amount is drawn off, that the buyer wrote it. Pure. */
import type { Invoice, Reason } from '../../invoice/invoice.ts';
import { phrasesIn } from './labels/language.ts';
import { remarkOn } from './page/label-search.ts';
import type { Cell } from './page/layout.ts';
import type { Remark } from './page/lexicon.ts';
import type { Page } from './page/spots.ts';
import { fold } from './text/words.ts';
import { amountsIn } from './values/amount.ts';

/** Why a person should see an invoice whose page says how it is paid, or who wrote it. */
export function remarkDoubts(page: Page, { payment, documentType }: Invoice): Reason[] {
  const { marked } = page;
  const says = (about: Remark) => remarkOn(marked, about);
  const reasons: Reason[] = [];
  // Nobody prints the buyer's giro, or a reference to pay with, where nothing is to be paid: a service is only offered then.
  const isPaidByBuyer =
    payment.reference !== null ||
    payment.accounts.some(({ kind }) => kind === 'bankgiro' || kind === 'plusgiro');
  const directDebit = says('directDebit') ?? (isPaidByBuyer ? undefined : says('debitServices'));
  // What is drawn off in the buyer's favour is no debit.
  if (directDebit && payment.accounts.length > 0 && documentType === 'invoice') {
    reasons.push({
      code: 'direct_debit',
      message: `the page says "${directDebit.text}": the account on it may be the buyer's`,
    });
  }
  const paid = marked.topics.find(
    ({ topic, cell }) =>
      topic.kind === 'remark' &&
      topic.about === 'paidAlready' &&
      !isSumOf(cell, page) &&
      !speaksOfOther(cell, page),
  );
  if (paid)
    reasons.push({ code: 'paid_already', message: `the page says "${paid.text}": it may be paid already` });
  const selfBilled = says('selfBilling');
  if (selfBilled)
    reasons.push({ code: 'self_billed', message: `the page says "${selfBilled.text}": the buyer wrote it` });
  return reasons;
}

/** "The goods are ours until they have been paid", "Previous invoice … paid on …". */
function speaksOfOther(cell: Cell, { layout, marked: { language } }: Page): boolean {
  const row = fold(layout.rows[cell.row]?.cells.map(({ text }) => text).join(' ') ?? '');
  return phrasesIn(language.notPaidAlready).some((phrase) =>
    new RegExp(`(?<!\\p{L})${fold(phrase)}(?!\\p{L})`, 'u').test(row),
  );
}

/** "Already paid   0.00": an amount beside it is counted with the sums, and what is left to pay is said below. */
function isSumOf(cell: Cell, { layout, marked }: Page): boolean {
  const next = layout.rows[cell.row]?.cells[cell.column + 1];
  return (
    next !== undefined &&
    amountsIn(next.text).length > 0 &&
    (marked.labelsIn.get(cell)?.some(({ field }) => field === 'prepaid') ?? false)
  );
}
