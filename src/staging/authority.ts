/**
 * The authority: the record that says which copy of a book is authoritative now, with its epoch (a fencing token that
 * only grows) and the tip (the head at which that copy was last seen).
 */
import { type Kysely, sql } from 'kysely';
import { record } from './events.ts';
import type { DB, Row } from './postgres/schema.ts';

export async function readAuthority(db: Kysely<DB>, book: string): Promise<Row<'authority'>> {
  return await db.selectFrom('authority').selectAll().where('book', '=', book).executeTakeFirstOrThrow();
}

/** Moves the authority. The database refuses an epoch that does not grow. */
export async function moveAuthority(
  db: Kysely<DB>,
  to: { book: string; copy: string | null; epoch: number; actor: string; reason?: string | null },
): Promise<void> {
  const before = await readAuthority(db, to.book);
  await db
    .updateTable('authority')
    .set({ copy: to.copy, epoch: to.epoch, actor: to.actor, since: sql<Date>`now()` })
    .where('book', '=', to.book)
    .execute();
  await record(db, {
    actor: to.actor,
    type: 'authority:moved',
    book: to.book,
    subject: to.book,
    reason: to.reason ?? null,
    data: { from: before.copy, to: to.copy, epoch: to.epoch },
  });
}

/** Writes where the authoritative copy was last seen. */
export async function moveTip(db: Kysely<DB>, book: string, head: string): Promise<void> {
  await db.updateTable('authority').set({ head }).where('book', '=', book).execute();
}

/** Books with an authoritative copy whose receipts were last compared before the given moment, or never; longest ago first. */
export async function booksToAudit(db: Kysely<DB>, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('authority')
    .select('book')
    .where('copy', 'is not', null)
    .where((eb) => eb.or([eb('audited_at', 'is', null), eb('audited_at', '<=', before)]))
    .orderBy('audited_at', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map(({ book }) => book);
}
