/** The audit: every transition is an event with time, actor and reason, and history is only added to (I9). */
import { type Kysely, type QueryCreator, sql } from 'kysely';
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

/** One statement of one shape, however many they are: every invoice that moves is an event. */
export async function record(db: Kysely<DB>, ...events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const column = <Key extends keyof NewEvent>(key: Key) => events.map((event) => event[key] ?? null);
  const data = events.map((event) => JSON.stringify(event.data ?? {}));
  await sql`
    insert into event (actor, type, book, subject, reason, data)
    select e.actor, e.type, e.book, e.subject, e.reason, e.data::jsonb
    from unnest(${column('actor')}::text[], ${column('type')}::text[], ${column('book')}::text[],
                ${column('subject')}::text[], ${column('reason')}::text[], ${data}::text[])
           as e(actor, type, book, subject, reason, data)`.execute(db);
}

/** What a statement tells of the rows that its part `moved` has changed; `id` is their subject. */
export function telling(event: Pick<NewEvent, 'actor' | 'type' | 'reason' | 'data'>) {
  return (part: QueryCreator<DB & { moved: { id: string; book: string } }>) =>
    part
      .insertInto('event')
      .columns(['actor', 'type', 'book', 'subject', 'reason', 'data'])
      .expression((of) =>
        of
          .selectFrom('moved')
          .select([
            sql<string>`${event.actor}`.as('actor'),
            sql<string>`${event.type}`.as('type'),
            'book',
            'id as subject',
            sql<string | null>`${event.reason ?? null}`.as('reason'),
            sql<string>`${JSON.stringify(event.data ?? {})}::jsonb`.as('data'),
          ]),
      );
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
