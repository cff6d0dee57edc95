/** Mails of one mailbox that cannot be fetched, or of which the mailbox does not let itself be told. */
import type { Kysely } from 'kysely';
import type { DB, SightingState } from '../postgres/schema.ts';
import { findMailbox } from './mailboxes.ts';
import { placeName } from './sightings.ts';

export interface TroubledMail {
  place: string;
  state: SightingState;
  /** Stored all the same, as this delivery. */
  delivery: string | null;
  attempts: number;
  nextAttemptAt: Date;
  lastError: string | null;
}

export async function troubledMails(db: Kysely<DB>, mailbox: string, limit = 100): Promise<TroubledMail[]> {
  await findMailbox(db, mailbox);
  const rows = await db
    .selectFrom('sighting')
    .selectAll()
    .where('mailbox', '=', mailbox)
    .where('state', 'in', ['stored', 'failing', 'quarantined'])
    .where('last_error', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    place: placeName({ mailbox, folder: row.folder, uidValidity: row.uid_validity }, row.uid),
    state: row.state,
    delivery: row.delivery,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
  }));
}
