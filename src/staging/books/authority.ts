/**
 * The authority: the record that says which copy of a book is authoritative now, with its epoch (a fencing token that
 * only grows) and the tip (the head at which that copy was last seen).
 */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { record } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';

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

/** The authority under which a copy may be written to, as a worker read it. */
export interface Mandate {
  book: string;
  copy: string;
  copyId: string;
  epoch: number;
  /** The tip. */
  head: string;
}

export type HeldAuthority = Pick<Row<'authority'>, 'copy' | 'epoch' | 'head'>;

/** The record as it is, and as it stays until the transaction ends. */
export async function holdAuthority(db: Kysely<DB>, book: string): Promise<HeldAuthority> {
  return await db
    .selectFrom('authority')
    .select(['copy', 'epoch', 'head'])
    .where('book', '=', book)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export function allows(now: HeldAuthority, mandate: Mandate): boolean {
  return now.copy === mandate.copy && now.epoch === mandate.epoch && now.head === mandate.head;
}

/**
 * Makes sure that the mandate is still as it was read, and keeps it so until the transaction ends. A worker that slept
 * since then would otherwise record what it intends, or what it found missing, against a tip that is long past.
 * @throws StagingPostError `authority_moved`
 */
export async function holdMandate(db: Kysely<DB>, mandate: Mandate): Promise<void> {
  if (!allows(await holdAuthority(db, mandate.book), mandate)) throw authorityMoved(mandate.book);
}

export function authorityMoved(book: string): StagingPostError {
  return new StagingPostError(
    'authority_moved',
    `the authority of ${book}, or its tip, moved while it was reconciled`,
    { hint: 'Nothing to do: the next sweep goes on from where it stands now.' },
  );
}

/** Writes where the authoritative copy was last seen. */
export async function moveTip(db: Kysely<DB>, book: string, head: string): Promise<void> {
  await db.updateTable('authority').set({ head }).where('book', '=', book).execute();
}

/** The authoritative copies of all books that have one. */
export async function booksWithAuthority(db: Kysely<DB>): Promise<Row<'copy'>[]> {
  return await db
    .selectFrom('authority')
    .innerJoin('copy', (join) =>
      join.onRef('copy.book', '=', 'authority.book').onRef('copy.name', '=', 'authority.copy'),
    )
    .selectAll('copy')
    .orderBy('copy.book')
    .execute();
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
