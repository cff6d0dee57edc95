/** Mails that are no longer where they were seen. */
import { type Kysely, sql } from 'kysely';
import { record } from '../events.ts';
import type { DB } from '../postgres/schema.ts';
import { actor, ofOnePlace, type Place, placeName, placeOf } from './sightings.ts';

/** Writes that the mail at this place was gone before it could be fetched. */
export async function recordGone(db: Kysely<DB>, place: Place, uid: number): Promise<void> {
  const gone = await db
    .insertInto('sighting')
    .values({
      ...placeOf(place, uid),
      state: 'vanished',
    })
    .onConflict((conflict) =>
      conflict
        .columns(ofOnePlace)
        .where('state', '<>', 'superseded')
        .doUpdateSet({ state: 'vanished', updated_at: sql<Date>`now()` })
        .where('sighting.state', '<>', 'vanished'),
    )
    .returning(['uid', 'delivery'])
    .execute();
  await recordAsEvents(db, place, gone);
}

export interface Vanished {
  uid: number;
  delivery: string | null;
}

/** Writes which mails the ledger was still waiting for, or had not yet acknowledged, are no longer there. */
export async function recordVanished(
  db: Kysely<DB>,
  place: Place,
  present: readonly number[],
): Promise<Vanished[]> {
  const vanished = await db
    .updateTable('sighting')
    .set({ state: 'vanished', updated_at: sql<Date>`now()` })
    .where('mailbox', '=', place.mailbox)
    .where('folder', '=', place.folder)
    .where('uid_validity', '=', place.uidValidity)
    .where('state', 'in', ['stored', 'failing', 'quarantined'])
    .where(sql<boolean>`not uid = any(${[...present]}::bigint[])`)
    .returning(['uid', 'delivery'])
    .execute();
  await recordAsEvents(db, place, vanished);
  return vanished;
}

async function recordAsEvents(db: Kysely<DB>, place: Place, vanished: Vanished[]): Promise<void> {
  await record(
    db,
    ...vanished.map(({ uid, delivery }) => ({
      actor,
      type: delivery ? 'delivery:vanished' : 'mail:vanished',
      subject: delivery ?? placeName(place, uid),
      reason: delivery
        ? 'gone from the mailbox after it was stored: moved by us without an answer, or by somebody else'
        : 'gone from the mailbox before it could be fetched',
      data: { place: placeName(place, uid) },
    })),
  );
}
