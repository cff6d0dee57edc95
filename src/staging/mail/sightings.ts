/**
 * Sightings: where mails were seen, and what became of each place. A place (mailbox, folder, UIDVALIDITY, UID) is never
 * an identity; it tells what is still to be fetched, to be retried, and to be acknowledged to the mailbox.
 */
import { type Kysely, sql } from 'kysely';
import type { Sha256 } from '../../invoice/identity.ts';
import { record } from '../events.ts';
import type { DB } from '../postgres/schema.ts';

/** One folder as long as its UIDs hold. */
export interface Place {
  mailbox: string;
  folder: string;
  uidValidity: string;
}

/** What the server says about the message at a place. */
export interface Description {
  announcedBytes: number | null;
  internalDate: Date | null;
}

/** Who does all this. */
export const actor = 'worker';

/** The place in words, for events and people. */
export function placeName(place: Place, uid?: number): string {
  return `${place.mailbox}/${place.folder};UIDVALIDITY=${place.uidValidity}${uid === undefined ? '' : `;UID=${uid}`}`;
}

/** The rows of a place's folder that hold. */
export function placed(db: Kysely<DB>, place: Place) {
  return db
    .selectFrom('sighting')
    .where('mailbox', '=', place.mailbox)
    .where('folder', '=', place.folder)
    .where('uid_validity', '=', place.uidValidity)
    .where('state', '<>', 'superseded');
}

/** One message of the folder, as the columns that say where it was seen. */
export const placeOf = (place: Place, uid: number) => ({
  mailbox: place.mailbox,
  folder: place.folder,
  uid_validity: place.uidValidity,
  uid,
});

/** By these columns, among the rows that hold, a place has one row at most. */
export const ofOnePlace = ['mailbox', 'folder', 'uid_validity', 'uid'] as const;

/**
 * What is there minus what the ledger has, ascending: UIDs never seen, seen again after they had vanished, or due for
 * another attempt. Where mail is moved away after it is stored, a stored one that lies there again counts as well.
 */
export async function uidsToFetch(
  db: Kysely<DB>,
  place: Place,
  present: readonly number[],
  { movedAway }: { movedAway: boolean },
): Promise<number[]> {
  const rows = await sql<{ uid: number }>`
    select present.uid from unnest(${[...present]}::bigint[]) as present (uid)
    where not exists (
      select from sighting s
      where s.mailbox = ${place.mailbox} and s.folder = ${place.folder} and s.uid_validity = ${place.uidValidity}
        and s.uid = present.uid and s.state <> 'superseded'
        and case s.state
          when 'vanished' then false
          when 'failing' then s.next_attempt_at > now()
          when 'quarantined' then s.next_attempt_at > now()
          when 'acknowledged' then ${!movedAway}::boolean
          else true
        end
    )
    order by present.uid`.execute(db);
  return rows.rows.map(({ uid }) => uid);
}

/** Among what is there, the UIDs that have a delivery, with what the server said about each when it was stored. */
export async function describedSightings(
  db: Kysely<DB>,
  place: Place,
  present: readonly number[],
): Promise<Map<number, Description>> {
  const rows = await placed(db, place)
    .select(['uid', 'announced_bytes', 'internal_date'])
    .where('delivery', 'is not', null)
    .where(sql<boolean>`uid = any(${[...present]}::bigint[])`)
    .execute();
  return new Map(
    rows.map((row) => [row.uid, { announcedBytes: row.announced_bytes, internalDate: row.internal_date }]),
  );
}

/** The delivery that these bytes became when this mailbox showed them before, at whatever place. */
export async function deliverySeenIn(
  db: Kysely<DB>,
  mailbox: string,
  original: Sha256,
): Promise<string | null> {
  const seen = await db
    .selectFrom('sighting')
    .innerJoin('delivery', 'delivery.id', 'sighting.delivery')
    .select('delivery.id')
    .where('sighting.mailbox', '=', mailbox)
    .where('delivery.original', '=', original)
    .orderBy('sighting.id')
    .limit(1)
    .executeTakeFirst();
  return seen?.id ?? null;
}

/**
 * Writes that the mail at this place is stored as `delivery`; to be acknowledged to the mailbox, or nothing to be done
 * there. Where another mail was known at this place, that row gives way.
 */
export async function recordStored(
  db: Kysely<DB>,
  place: Place,
  uid: number,
  {
    delivery,
    announcedBytes,
    internalDate,
    toAcknowledge,
  }: Description & { delivery: string; toAcknowledge: boolean },
): Promise<void> {
  const now = sql<Date>`now()`;
  const values = {
    state: toAcknowledge ? ('stored' as const) : ('acknowledged' as const),
    delivery,
    announced_bytes: announcedBytes,
    internal_date: internalDate,
    attempts: 0,
    next_attempt_at: now,
    last_error: null,
    updated_at: now,
  };
  const known = await placed(db, place)
    .select(['id', 'delivery'])
    .where('uid', '=', uid)
    .forUpdate()
    .executeTakeFirst();
  if (known?.delivery && known.delivery !== delivery) {
    await supersede(db, place, uid, known.id, { was: known.delivery, is: delivery });
  }
  await db
    .insertInto('sighting')
    .values({ ...placeOf(place, uid), ...values })
    .onConflict((conflict) =>
      conflict.columns(ofOnePlace).where('state', '<>', 'superseded').doUpdateSet(values),
    )
    .execute();
}

async function supersede(
  db: Kysely<DB>,
  place: Place,
  uid: number,
  id: number,
  change: { was: string; is: string },
): Promise<void> {
  await db
    .updateTable('sighting')
    .set({ state: 'superseded', updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
  await record(db, {
    actor,
    type: 'mail:replaced',
    subject: placeName(place, uid),
    reason: 'the server now shows another mail under this UID: it was restored from a backup',
    data: change,
  });
}

/** After a change of UIDVALIDITY no older place holds any more. Returns how many were given up. */
export async function supersedeOlderPlaces(db: Kysely<DB>, place: Place): Promise<number> {
  const result = await db
    .updateTable('sighting')
    .set({ state: 'superseded', updated_at: sql<Date>`now()` })
    .where('mailbox', '=', place.mailbox)
    .where('folder', '=', place.folder)
    .where('uid_validity', '<>', place.uidValidity)
    .where('state', '<>', 'superseded')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** A moment on the database's own clock. */
export function later(ms: number) {
  return sql<Date>`now() + ${ms} * interval '1 millisecond'`;
}
