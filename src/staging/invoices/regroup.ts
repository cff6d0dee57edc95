/** Which documents are one invoice, as a person says: two that are one are joined, a file that does not belong is taken out. */
import { StagingPostError } from '../../errors.ts';
import { record } from '../events.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { findInvoice } from './invoices.ts';
import { moveOne } from './transitions.ts';

interface By {
  actor: string;
  reason: string | null;
}

/**
 * Makes one invoice of several: the documents of the others become representations of the first, and the others are
 * rejected. All must be of one book, and none of the others may stand in a copy.
 * @throws StagingPostError `other_book`, `not_allowed_now`, `no_such_invoice`
 */
export async function joinInvoices(
  tx: LedgerTransaction,
  into: string,
  others: readonly string[],
  { actor, reason }: By,
): Promise<void> {
  const first = await findInvoice(tx.db, into);
  for (const id of others) {
    const other = await findInvoice(tx.db, id);
    if (id === into || other.book !== first.book) {
      throw new StagingPostError(
        'other_book',
        id === into ? `${id} is itself` : `${id} is of the book "${other.book}", ${into} of "${first.book}"`,
        { kind: 'usage', hint: 'Name other invoices of the same book.' },
      );
    }
    await moveOne(tx.db, 'reject', id, {
      actor,
      reason: `it is the same as ${into}`,
      set: { reasons: JSON.stringify([{ code: 'joined', message: `it is the same invoice as ${into}` }]) },
    });
    const documents = await tx.db
      .selectFrom('invoice_document')
      .select(['document', 'role'])
      .where('invoice', '=', id)
      .execute();
    for (const { document, role } of documents) {
      await tx.db
        .insertInto('invoice_document')
        .values({ invoice: into, document, role: role === 'primary' ? 'representation' : role })
        .onConflict((conflict) => conflict.columns(['invoice', 'document']).doNothing())
        .execute();
    }
  }
  await record(tx.db, {
    actor,
    type: 'invoice:regroup',
    book: first.book,
    subject: into,
    reason,
    data: { joined: others },
  });
}

/**
 * Takes a document out of an invoice; the one that the invoice was read from stays.
 * @throws StagingPostError `no_such_document`, `is_primary`
 */
export async function takeOut(
  tx: LedgerTransaction,
  from: string,
  document: string,
  { actor, reason }: By,
): Promise<void> {
  const invoice = await findInvoice(tx.db, from);
  const link = await tx.db
    .selectFrom('invoice_document')
    .select('role')
    .where('invoice', '=', from)
    .where('document', '=', document)
    .executeTakeFirst();
  if (!link) {
    throw new StagingPostError('no_such_document', `invoice ${from} has no document ${document}`, {
      kind: 'notFound',
      hint: `See its documents: staging-post invoice show ${from}`,
    });
  }
  if (link.role === 'primary') {
    throw new StagingPostError('is_primary', `invoice ${from} was read from ${document}`, {
      kind: 'refused',
      hint: 'An invoice that should not be is rejected: staging-post invoice reject <id>',
    });
  }
  await tx.db
    .deleteFrom('invoice_document')
    .where('invoice', '=', from)
    .where('document', '=', document)
    .execute();
  await record(tx.db, {
    actor,
    type: 'invoice:regroup',
    book: invoice.book,
    subject: from,
    reason,
    data: { takenOut: document },
  });
}
