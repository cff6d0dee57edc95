/** What the mailbox was told about the mails that are stored, and what it answered. */
import { type Kysely, sql } from 'kysely';
import { record } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';
import { actor, later, type Place, placed, placeName } from './sightings.ts';

/** Stored mails that are there and of which the mailbox is still to be told, oldest first. */
export async function sightingsToAcknowledge(
  db: Kysely<DB>,
  place: Place,
  present: readonly number[],
): Promise<Row<'sighting'>[]> {
  return await placed(db, place)
    .selectAll()
    .where('state', '=', 'stored')
    .where('next_attempt_at', '<=', sql<Date>`now()`)
    .where(sql<boolean>`uid = any(${[...present]}::bigint[])`)
    .orderBy('uid')
    .execute();
}

export async function recordAcknowledged(
  db: Kysely<DB>,
  place: Place,
  uid: number,
  { outcome, how }: { outcome: 'acknowledged' | 'vanished'; how: string },
): Promise<void> {
  const [acknowledged] = await db
    .updateTable('sighting')
    .set({ state: outcome, attempts: 0, last_error: null, updated_at: sql<Date>`now()` })
    .where('mailbox', '=', place.mailbox)
    .where('folder', '=', place.folder)
    .where('uid_validity', '=', place.uidValidity)
    .where('uid', '=', uid)
    .where('state', '=', 'stored')
    .returning('delivery')
    .execute();
  if (!acknowledged?.delivery) return;
  await record(db, {
    actor,
    type: outcome === 'acknowledged' ? 'delivery:acknowledged' : 'delivery:vanished',
    subject: acknowledged.delivery,
    reason: how,
    data: { place: placeName(place, uid) },
  });
}

/** Writes that the mailbox refused to be told; the mail is safe in the ledger, so it is only tried again later. */
export async function recordRefusal(
  db: Kysely<DB>,
  place: Place,
  sighting: Pick<Row<'sighting'>, 'id' | 'uid' | 'delivery' | 'last_error'>,
  { why, retryAfterMs }: { why: string; retryAfterMs: number },
): Promise<void> {
  await db
    .updateTable('sighting')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      next_attempt_at: later(retryAfterMs),
      last_error: why,
      updated_at: sql<Date>`now()`,
    }))
    .where('id', '=', sighting.id)
    .execute();
  // Once, not at every attempt: history is for people.
  if (!sighting.delivery || sighting.last_error === why) return;
  await record(db, {
    actor,
    type: 'delivery:acknowledgement-refused',
    subject: sighting.delivery,
    reason: why,
    data: { place: placeName(place, sighting.uid) },
  });
}
