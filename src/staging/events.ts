/** The audit: every transition is an event with time, actor and reason, and history is only added to (I9). */
import type { Kysely } from 'kysely';
import type { DB, Row } from './postgres/schema.ts';

export interface NewEvent {
  /** "worker", or "cli:<user>" for a person. */
  actor: string;
  /** subject:verb, e.g. "invoice:applied". */
  type: string;
  book?: string | null;
  /** The id of what it happened to. */
  subject: string;
  reason?: string | null;
  data?: Record<string, unknown>;
}

/** How many rows go into one INSERT: PostgreSQL takes 65,535 parameters a statement. */
const rowsPerInsert = 1000;

export async function record(db: Kysely<DB>, ...events: NewEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += rowsPerInsert) {
    await db
      .insertInto('event')
      .values(
        events.slice(from, from + rowsPerInsert).map((event) => ({
          actor: event.actor,
          type: event.type,
          book: event.book ?? null,
          subject: event.subject,
          reason: event.reason ?? null,
          data: JSON.stringify(event.data ?? {}),
        })),
      )
      .execute();
  }
}

/** Everything that happened to one thing, oldest first. */
export async function eventsOf(db: Kysely<DB>, subject: string): Promise<Row<'event'>[]> {
  return await db.selectFrom('event').selectAll().where('subject', '=', subject).orderBy('id').execute();
}

/** The newest event of one type that happened to one thing. */
export async function lastEventOf(
  db: Kysely<DB>,
  subject: string,
  type: string,
): Promise<Row<'event'> | undefined> {
  return await db
    .selectFrom('event')
    .selectAll()
    .where('subject', '=', subject)
    .where('type', '=', type)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
