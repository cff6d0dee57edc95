/** The register of copies: which physical databases hold a book, how to reach them, and how they were last seen. */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { record } from '../events.ts';
import type { Ledger } from '../ledger.ts';
import type { DB, Row } from '../postgres/schema.ts';

export interface NewCopy {
  book: string;
  name: string;
  kind: string;
  /** With its password, if it has one: it is stored sealed, and shown without. */
  url: string;
  copyId: string;
  /** The owner's own SQL, as text; without it the default schema. */
  mapping?: string | null;
}

export async function addCopy(ledger: Ledger, db: Kysely<DB>, copy: NewCopy, actor: string): Promise<void> {
  const address = addressOf(ledger, copy);
  await db
    .insertInto('copy')
    .values({
      book: copy.book,
      name: copy.name,
      copy_id: copy.copyId,
      mapping: copy.mapping ?? null,
      ...address,
    })
    .execute();
  await record(db, {
    actor,
    type: 'copy:added',
    book: copy.book,
    subject: `${copy.book}/${copy.name}`,
    data: { kind: copy.kind, url: address.url, copyId: copy.copyId, mapped: Boolean(copy.mapping) },
  });
}

/** Gives a copy the owner's own SQL, or (null) the default schema; from the next batch on. What stands there already stays where it is. */
export async function changeMapping(
  db: Kysely<DB>,
  copy: Row<'copy'>,
  mapping: string | null,
  actor: string,
): Promise<void> {
  await db
    .updateTable('copy')
    .set({ mapping })
    .where('book', '=', copy.book)
    .where('name', '=', copy.name)
    .execute();
  await record(db, {
    actor,
    type: 'copy:mapped',
    book: copy.book,
    subject: `${copy.book}/${copy.name}`,
    data: { was: copy.mapping, is: mapping },
  });
}

/** The same copy is reached elsewhere, or with another password. */
export async function changeAddress(
  ledger: Ledger,
  db: Kysely<DB>,
  copy: Omit<NewCopy, 'copyId'>,
  actor: string,
): Promise<void> {
  const address = addressOf(ledger, copy);
  await db
    .updateTable('copy')
    .set(address)
    .where('book', '=', copy.book)
    .where('name', '=', copy.name)
    .execute();
  await record(db, {
    actor,
    type: 'copy:readdressed',
    book: copy.book,
    subject: `${copy.book}/${copy.name}`,
    data: { kind: copy.kind, url: address.url },
  });
}

/** What is stored of an address: shown without its password, which is sealed beside it. */
function addressOf(ledger: Ledger, copy: Omit<NewCopy, 'copyId'>) {
  const url = withoutPassword(copy.url);
  return {
    kind: copy.kind,
    url,
    url_sealed: url === copy.url ? null : ledger.cipher.seal(copy.url, sealContext(copy)),
  };
}

/** The address with its password, for opening it; never to be printed. */
export function urlOfCopy(ledger: Ledger, copy: Row<'copy'>): string {
  return copy.url_sealed === null ? copy.url : ledger.cipher.open(copy.url_sealed, sealContext(copy));
}

function sealContext(copy: { book: string; name: string }): string {
  return `copy:${copy.book}/${copy.name}`;
}

export async function findCopy(db: Kysely<DB>, book: string, name: string): Promise<Row<'copy'>> {
  const copies = await copiesOf(db, book);
  const copy = copies.find((candidate) => candidate.name === name);
  if (copy) return copy;
  throw new StagingPostError('no_such_copy', `the book "${book}" has no copy "${name}"`, {
    kind: 'notFound',
    hint:
      copies.length > 0
        ? `Its copies: ${copies.map((other) => other.name).join(', ')}`
        : `Add one with: staging-post copy add ${book} ${name} --url …`,
  });
}

export async function copiesOf(db: Kysely<DB>, book: string): Promise<Row<'copy'>[]> {
  return await db.selectFrom('copy').selectAll().where('book', '=', book).orderBy('name').execute();
}

/** What keeps a copy from being written to; null when it was seen in order. Events only when it changes. */
export async function noteCopy(
  db: Kysely<DB>,
  copy: Row<'copy'>,
  seen: { head?: string; trouble: { code: string; message: string; hint?: string } | null },
): Promise<void> {
  const changed = copy.trouble?.code !== seen.trouble?.code;
  await db
    .updateTable('copy')
    .set({
      ...(seen.head === undefined ? {} : { seen_head: seen.head, seen_at: sql<Date>`now()` }),
      trouble: seen.trouble ? JSON.stringify(seen.trouble) : null,
      ...(changed ? { trouble_since: seen.trouble ? sql<Date>`now()` : null } : {}),
    })
    .where('book', '=', copy.book)
    .where('name', '=', copy.name)
    .execute();
  if (!changed) return;
  await record(db, {
    actor: 'worker',
    type: seen.trouble ? 'copy:troubled' : 'copy:recovered',
    book: copy.book,
    subject: `${copy.book}/${copy.name}`,
    reason: seen.trouble?.message ?? null,
    data: seen.trouble ? { code: seen.trouble.code } : {},
  });
}

/** Said wherever a promise is told that is not whole. */
export const weakerPromise =
  'weaker: no tables of ours in it; an older state is noticed at a look at all its rows, not at once (docs/copies.md)';

/** Accounting APIs, and databases whose mapping finds our ids in their owner's rows, hold no tables of ours. */
export function promiseOf({ kind, mapping }: Pick<Row<'copy'>, 'kind' | 'mapping'>): 'whole' | 'weaker' {
  return kind === 'fortnox' || /^\s*--!\s*marks\b/im.test(mapping ?? '') ? 'weaker' : 'whole';
}

/** A connection address as it may be shown: user and host stay, the password goes (also one in the query). */
export function withoutPassword(url: string): string {
  // A password with signs in it that it should not have may make an address unreadable.
  if (!URL.canParse(url)) return url.replace(/\/\/.*@/s, '//…@');
  const parsed = new URL(url);
  if (!parsed.password && !parsed.searchParams.has('password')) return url;
  parsed.password = '';
  parsed.searchParams.delete('password');
  return parsed.toString();
}

/** The copy lost the authority, and could not be fenced: it is owed a fence, and a look at what was written there since. */
export async function oweFence(db: Kysely<DB>, copy: Row<'copy'>, head: string): Promise<void> {
  await db
    .updateTable('copy')
    .set({ fence_owed_since: sql<Date>`now()`, fence_owed_head: head, fence_tried_at: sql<Date>`now()` })
    .where('book', '=', copy.book)
    .where('name', '=', copy.name)
    .execute();
}

/** It is fenced now, or has the authority again. */
export async function settleFence(
  db: Kysely<DB>,
  copy: Pick<Row<'copy'>, 'book' | 'name' | 'mapping'>,
): Promise<void> {
  await db
    .updateTable('copy')
    .set({ fence_owed_since: null, fence_owed_head: null, fence_tried_at: null })
    .where('book', '=', copy.book)
    .where('name', '=', copy.name)
    .execute();
}

/** Copies that are owed a fence and were not tried since the given moment; marked as tried now, so that one out of reach costs little. */
export async function takeOwedFences(db: Kysely<DB>, book: string, notSince: Date): Promise<Row<'copy'>[]> {
  return await db
    .updateTable('copy')
    .set({ fence_tried_at: sql<Date>`now()` })
    .where('book', '=', book)
    .where('fence_owed_since', 'is not', null)
    .where((eb) => eb.or([eb('fence_tried_at', 'is', null), eb('fence_tried_at', '<=', notSince)]))
    .returningAll()
    .execute();
}
