/** Mails that cannot be fetched: retried ever more rarely, put to a person after a while. */
import { type Kysely, sql } from 'kysely';
import { record } from '../events.ts';
import type { DB, SightingState } from '../postgres/schema.ts';
import {
  actor,
  type Description,
  later,
  ofOnePlace,
  type Place,
  placed,
  placeName,
  placeOf,
} from './sightings.ts';

export interface FetchFailure extends Partial<Description> {
  error: string;
  /** Put to a person now, and tried again only rarely. */
  quarantined: boolean;
  retryAfterMs: number;
}

/** How often fetching the mail at this place has failed so far. */
export async function failedAttempts(db: Kysely<DB>, place: Place, uid: number): Promise<number> {
  const row = await placed(db, place)
    .select('attempts')
    .where('uid', '=', uid)
    .where('state', 'in', ['failing', 'quarantined'])
    .executeTakeFirst();
  return row?.attempts ?? 0;
}

/** Writes that the mail could not be fetched. What is stored already stays so. */
export async function recordFailure(
  db: Kysely<DB>,
  place: Place,
  uid: number,
  failure: FetchFailure,
): Promise<void> {
  const state: SightingState = failure.quarantined ? 'quarantined' : 'failing';
  const before = await placed(db, place).select('state').where('uid', '=', uid).executeTakeFirst();
  await db
    .insertInto('sighting')
    .values({
      ...placeOf(place, uid),
      state,
      announced_bytes: failure.announcedBytes ?? null,
      internal_date: failure.internalDate ?? null,
      attempts: 1,
      next_attempt_at: later(failure.retryAfterMs),
      last_error: failure.error,
    })
    .onConflict((conflict) =>
      conflict
        .columns(ofOnePlace)
        .where('state', '<>', 'superseded')
        .doUpdateSet((eb) => ({
          state: eb
            .case()
            .when('sighting.delivery', 'is', null)
            .then(state)
            .else(eb.ref('sighting.state'))
            .end(),
          attempts: eb('sighting.attempts', '+', 1),
          next_attempt_at: later(failure.retryAfterMs),
          last_error: failure.error,
          updated_at: sql<Date>`now()`,
        })),
    )
    .execute();
  if (!failure.quarantined || before?.state === 'quarantined') return;
  await record(db, {
    actor,
    type: 'mail:quarantined',
    subject: placeName(place, uid),
    reason: failure.error,
  });
}
