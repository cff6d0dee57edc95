/** Deliveries: one received email each, kept whole; identified by its raw bytes within its book (I2). */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { deliveryId, type Sha256 } from '../../invoice/identity.ts';
import type { Disposition, Reason } from '../../invoice/invoice.ts';
import { record } from '../events.ts';
import type { LedgerTransaction } from '../ledger.ts';
import type { DB, Row } from '../postgres/schema.ts';

export interface NewDelivery {
  /** Null: no book claims the recipients. */
  book: string | null;
  original: Sha256;
  messageId: string | null;
  from: string | null;
  to: string[];
  subject: string | null;
  date: Date | null;
  internalDate: Date | null;
  /** Why no book was found; makes the delivery wait for a person. */
  unrouted?: Reason;
}

/** Writes the delivery unless it is known, and rings for it to be read. The original must be stored already. */
export async function receiveDelivery(
  tx: LedgerTransaction,
  delivery: NewDelivery,
  actor: string,
): Promise<{ id: string; isNew: boolean }> {
  const id = deliveryId(delivery.book, delivery.original);
  const inserted = await tx.db
    .insertInto('delivery')
    .values({
      id,
      book: delivery.book,
      original: delivery.original,
      message_id: delivery.messageId,
      mail_from: delivery.from,
      mail_to: delivery.to,
      subject: delivery.subject,
      mail_date: delivery.date,
      internal_date: delivery.internalDate,
      disposition: delivery.unrouted ? 'needs_review' : null,
      reasons: JSON.stringify(delivery.unrouted ? [delivery.unrouted] : []),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return { id, isNew: false };
  await record(tx.db, {
    actor,
    type: 'delivery:received',
    book: delivery.book,
    subject: id,
    reason: delivery.unrouted?.message ?? null,
    data: { original: delivery.original },
  });
  if (!delivery.unrouted) tx.ring({ kind: 'parse', delivery: id });
  return { id, isNew: true };
}

export async function findDelivery(db: Kysely<DB>, id: string): Promise<Row<'delivery'>> {
  const delivery = await db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
  if (delivery) return delivery;
  throw new StagingPostError('no_such_delivery', `there is no delivery ${id}`, {
    kind: 'notFound',
    hint: 'List them with: staging-post delivery list',
  });
}

/** Unread deliveries whose time has come, oldest first: what the sweep rings for again. */
export async function deliveriesToRead(db: Kysely<DB>, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('delivery')
    .select('id')
    .where('disposition', 'is', null)
    .where('next_read_at', '<=', now)
    .orderBy('next_read_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Marks a delivery as read, with what it came to. */
export async function settleDelivery(
  tx: LedgerTransaction,
  delivery: Row<'delivery'>,
  result: { disposition: Disposition; reasons: Reason[] },
  actor: string,
): Promise<void> {
  await tx.db
    .updateTable('delivery')
    .set({
      disposition: result.disposition,
      reasons: JSON.stringify(result.reasons),
      read_at: sql<Date>`now()`,
      last_error: null,
    })
    .where('id', '=', delivery.id)
    .execute();
  await record(tx.db, {
    actor,
    type: `delivery:${result.disposition}`,
    book: delivery.book,
    subject: delivery.id,
    reason: result.reasons.map((reason) => reason.message).join('; ') || null,
  });
}

/** Writes down that reading failed for a passing cause, and when to try again. */
export async function postponeReading(
  db: Kysely<DB>,
  id: string,
  failure: { error: string; nextReadAt: Date },
): Promise<void> {
  await db
    .updateTable('delivery')
    .set((eb) => ({
      read_attempts: eb('read_attempts', '+', 1),
      next_read_at: failure.nextReadAt,
      last_error: failure.error,
    }))
    .where('id', '=', id)
    .execute();
}

/** Has a delivery read anew from its original bytes. What already went into a copy stays as it is. */
export async function replayDelivery(
  tx: LedgerTransaction,
  id: string,
  { actor, reason }: { actor: string; reason: string | null },
): Promise<void> {
  const delivery = await findDelivery(tx.db, id);
  if (delivery.book === null) {
    throw new StagingPostError('not_routed', `delivery ${id} belongs to no book yet`, {
      kind: 'refused',
      hint: `Give it one with: staging-post delivery route ${id} --book <slug>`,
    });
  }
  await tx.db
    .updateTable('delivery')
    .set({ disposition: null, read_attempts: 0, next_read_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
  await record(tx.db, { actor, type: 'delivery:replayed', book: delivery.book, subject: id, reason });
  tx.ring({ kind: 'parse', delivery: id });
}

/** Gives a mail that no book claimed to a book: a delivery of that book comes to be, and the unrouted one is settled. */
export async function routeDelivery(
  tx: LedgerTransaction,
  id: string,
  book: string,
  { actor, reason }: { actor: string; reason: string | null },
): Promise<string> {
  const unrouted = await findDelivery(tx.db, id);
  if (unrouted.book !== null) {
    throw new StagingPostError(
      'routed_already',
      `delivery ${id} belongs to the book "${unrouted.book}" already`,
      {
        kind: 'refused',
        hint: 'A delivery never changes its book: its identity is derived from it.',
      },
    );
  }
  const routed = await receiveDelivery(
    tx,
    {
      book,
      original: unrouted.original,
      messageId: unrouted.message_id,
      from: unrouted.mail_from,
      to: unrouted.mail_to,
      subject: unrouted.subject,
      date: unrouted.mail_date,
      internalDate: unrouted.internal_date,
    },
    actor,
  );
  await settleDelivery(
    tx,
    unrouted,
    {
      disposition: 'not_invoice',
      reasons: [{ code: 'routed', message: `routed to ${book} as ${routed.id}` }],
    },
    actor,
  );
  await record(tx.db, {
    actor,
    type: 'delivery:routed',
    book,
    subject: routed.id,
    reason,
    data: { from: id },
  });
  return routed.id;
}
