/** Books for which the ledger has nothing to do: nothing waits, nothing is open, nothing is asked. */
import { type Kysely, sql } from 'kysely';
import type { DB, Row } from '../postgres/schema.ts';

export interface IdleBook {
  /** The authoritative copy. */
  registered: Row<'copy'>;
  epoch: number;
  /** The tip, where the copy was seen last. */
  head: string;
}

/** One question for all books: with every answer by an index, it costs O(books) and not O(invoices). */
export async function idleBooks(db: Kysely<DB>): Promise<IdleBook[]> {
  const rows = await db
    .selectFrom('authority as a')
    .innerJoin('copy as c', (join) => join.onRef('c.book', '=', 'a.book').onRef('c.name', '=', 'a.copy'))
    .selectAll('c')
    .select(['a.epoch', 'a.head'])
    .where('c.trouble', 'is', null)
    .whereRef('c.seen_head', '=', 'a.head')
    .where(
      sql<boolean>`
        not exists (select from invoice i where i.book = a.book and i.state in ('ready', 'applying'))
        and not exists (select from batch b where b.book = a.book and b.state = 'intended')
        and not exists (select from heal h where h.book = a.book and h.healed_at is null)
        and not exists (select from handover o where o.book = a.book and o.state = 'begun')
        and not exists (select from probe p where p.book = a.book)
        and not exists (select from copy o where o.book = a.book and o.fence_owed_since is not null)`,
    )
    .execute();
  return rows.map(({ epoch, head, ...registered }) => ({ registered, epoch, head }));
}

/**
 * In one statement, for all books at once. A book that moved on since it was looked at stays as it is; one that somebody
 * else has in hand notes it itself, and waiting for it here could end in a deadlock with another worker's sweep.
 */
export async function noteSeenAtTip(db: Kysely<DB>, books: readonly IdleBook[]): Promise<void> {
  if (books.length === 0) return;
  await sql`
    with seen as (
      select c.book, c.name
      from unnest(${books.map(({ registered }) => registered.book)}::text[],
                  ${books.map(({ registered }) => registered.name)}::text[],
                  ${books.map(({ head }) => head)}::text[]) as s(book, name, head)
      join copy c on c.book = s.book and c.name = s.name and c.seen_head = s.head and c.trouble is null
      for update of c skip locked)
    update copy set seen_at = now() from seen where copy.book = seen.book and copy.name = seen.name`.execute(
    db,
  );
}
