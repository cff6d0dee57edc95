/** Books: one company's accounting database as the business sees it, and the addresses its suppliers write to. */
import type { Kysely } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { genesisHead } from '../../invoice/identity.ts';
import { record } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';
import { plantChain } from './chain.ts';

export interface NewBook {
  slug: string;
  name: string;
  addresses?: string[];
  /** The company's own numbers, so that the buyer is never read as the supplier. */
  organisationNumber?: string | null;
  vatId?: string | null;
}

export async function addBook(db: Kysely<DB>, book: NewBook, actor: string): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(book.slug)) {
    throw new StagingPostError('bad_slug', `"${book.slug}" cannot be the slug of a book`, {
      kind: 'usage',
      hint: 'Use lower-case letters, digits and hyphens, starting with a letter or digit, at most 63 characters. The slug can never change: the ids of invoices are derived from it.',
    });
  }
  const inserted = await db
    .insertInto('book')
    .values({
      slug: book.slug,
      name: book.name,
      organisation_number: book.organisationNumber ?? null,
      vat_id: book.vatId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('slug')
    .executeTakeFirst();
  if (!inserted) {
    throw new StagingPostError('book_exists', `there is a book "${book.slug}" already`, {
      kind: 'refused',
      hint: `See it with: staging-post status ${book.slug}`,
    });
  }
  await db
    .insertInto('authority')
    .values({ book: book.slug, copy: null, epoch: 0, head: genesisHead(book.slug), actor })
    .execute();
  await plantChain(db, book.slug);
  for (const address of book.addresses ?? []) await addBookAddress(db, book.slug, address);
  await record(db, {
    actor,
    type: 'book:added',
    book: book.slug,
    subject: book.slug,
    data: { name: book.name },
  });
}

async function addBookAddress(db: Kysely<DB>, slug: string, address: string): Promise<void> {
  const normalised = normaliseAddress(address);
  if (!/^[^\s@]+@[^\s@]+$/.test(normalised)) {
    throw new StagingPostError('bad_address', `"${address}" is not a mail address`, {
      kind: 'usage',
      hint: 'Write it as faktura@acme.example; several are separated by blanks.',
    });
  }
  const inserted = await db
    .insertInto('book_address')
    .values({ address: normalised, book: slug })
    .onConflict((conflict) => conflict.doNothing())
    .returning('address')
    .executeTakeFirst();
  if (inserted) return;
  const owner = await db
    .selectFrom('book_address')
    .select('book')
    .where('address', '=', normalised)
    .executeTakeFirst();
  throw new StagingPostError('address_taken', `${normalised} belongs to the book "${owner?.book}" already`, {
    kind: 'refused',
    hint: 'Give each book its own address.',
  });
}

export async function findBook(db: Kysely<DB>, slug: string): Promise<Row<'book'>> {
  const book = await db.selectFrom('book').selectAll().where('slug', '=', slug).executeTakeFirst();
  if (book) return book;
  const known = (await listBooks(db)).map((other) => other.slug);
  throw new StagingPostError('no_such_book', `there is no book "${slug}"`, {
    kind: 'notFound',
    hint:
      known.length > 0
        ? `Known books: ${known.join(', ')}`
        : 'Add one with: staging-post book add <slug> --name "…"',
  });
}

/** What is done when another registered copy is found at the authoritative address: `ask` a person, or `accept` it as a check-in. */
export async function setCheckInPolicy(
  db: Kysely<DB>,
  slug: string,
  policy: Row<'book'>['found_check_in'],
  actor: string,
): Promise<void> {
  await db.updateTable('book').set({ found_check_in: policy }).where('slug', '=', slug).execute();
  await record(db, { actor, type: 'book:policy', book: slug, subject: slug, data: { foundCheckIn: policy } });
}

export async function listBooks(db: Kysely<DB>): Promise<Row<'book'>[]> {
  return await db.selectFrom('book').selectAll().orderBy('slug').execute();
}

/** The addresses of every book that has any. */
export async function addressesOfBooks(db: Kysely<DB>): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom('book_address').selectAll().orderBy('address').execute();
  const addresses = new Map<string, string[]>();
  for (const { book, address } of rows) addresses.set(book, [...(addresses.get(book) ?? []), address]);
  return addresses;
}

/** The books that the given recipients belong to; `invoices+acme@x.se` also counts as `invoices@x.se` (RFC 5233 subaddress). */
export async function booksOfAddresses(db: Kysely<DB>, addresses: readonly string[]): Promise<string[]> {
  const candidates = addresses.map(normaliseAddress).flatMap((address) => {
    const withoutTag = address.replace(/\+[^@]*@/, '@');
    return withoutTag === address ? [address] : [address, withoutTag];
  });
  if (candidates.length === 0) return [];
  const rows = await db
    .selectFrom('book_address')
    .select(['address', 'book'])
    .where('address', 'in', candidates)
    .execute();
  const exact = rows.filter((row) => addresses.some((address) => normaliseAddress(address) === row.address));
  return [...new Set((exact.length > 0 ? exact : rows).map((row) => row.book))].sort();
}

function normaliseAddress(address: string): string {
  return address.trim().toLowerCase();
}
