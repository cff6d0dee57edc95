/** Correcting an invoice: what a person says over what was read. */
import { sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { type Correction, unanswered, valueAt, withCorrections } from '../../invoice/correction.ts';
import { record } from '../events.ts';
import type { LedgerTransaction } from '../ledger.ts';
import type { InvoiceState } from '../states.ts';
import { columnsOf } from './invoice-columns.ts';
import { findInvoice } from './invoices.ts';
import { moveMany } from './transitions.ts';

/** What stands in a copy already is corrected there, by its people. */
const correctableStates: readonly InvoiceState[] = [
  'ready',
  'needs_review',
  'held',
  'conflict',
  'quarantined',
];

/**
 * Corrects an invoice that is in no copy yet. Reasons that the corrections answer go; one that was only in doubt and has no
 * reason left is ready.
 * @throws StagingPostError `no_such_invoice`, `not_correctable_now`
 */
export async function correctInvoice(
  tx: LedgerTransaction,
  id: string,
  corrections: readonly Correction[],
  { actor, reason }: { actor: string; reason: string | null },
): Promise<{ state: InvoiceState }> {
  const invoice = await findInvoice(tx.db, id);
  if (!correctableStates.includes(invoice.state)) {
    throw new StagingPostError('not_correctable_now', `invoice ${id} is ${invoice.state}`, {
      kind: 'refused',
      hint:
        invoice.state === 'applied'
          ? 'It stands in the copy: correct it there, where its people work.'
          : `Only invoices that are ${correctableStates.join(', ')} can be corrected.`,
    });
  }
  for (const { field, value } of corrections) {
    const values = {
      value: JSON.stringify(value),
      was: JSON.stringify(valueAt(invoice.data, field)),
      actor,
    };
    await tx.db
      .insertInto('correction')
      .values({ invoice: id, field, ...values })
      .onConflict((conflict) =>
        conflict
          .columns(['invoice', 'field'])
          .doUpdateSet({ value: values.value, actor, corrected_at: sql<Date>`now()` }),
      )
      .execute();
  }
  const reasons = unanswered(invoice.reasons, corrections);
  await tx.db
    .updateTable('invoice')
    .set(columnsOf(withCorrections(invoice.data, corrections), reasons))
    .where('id', '=', id)
    .execute();
  await record(tx.db, {
    actor,
    type: 'invoice:correct',
    book: invoice.book,
    subject: id,
    reason,
    data: Object.fromEntries(
      corrections.map(({ field, value }) => [field, { was: valueAt(invoice.data, field), is: value }]),
    ),
  });
  if (invoice.state === 'needs_review' && reasons.length === 0) {
    await moveMany(tx.db, 'release', [id], { actor, reason: 'corrected, and nothing is in doubt any more' });
    tx.ring({ kind: 'reconcile', book: invoice.book });
    return { state: 'ready' };
  }
  return { state: invoice.state };
}
