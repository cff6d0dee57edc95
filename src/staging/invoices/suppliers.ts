/** The suppliers of a book, as its invoices tell: who they are, what they sent, where they were paid to. */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import type { PaymentAccount } from '../../invoice/invoice.ts';
import { findBook } from '../books/books.ts';
import { lastEventOf, record } from '../events.ts';
import type { DB } from '../postgres/schema.ts';
import { supplierSubject } from './supplier-history.ts';
import { forgetPlaces, type PlaceRemembered, placesOfSupplier } from './supplier-places.ts';

export interface SupplierSummary {
  book: string;
  /** By what it is known best: "org:5566778899", "vat:DE…", "name:…". */
  key: string;
  /** As the newest of its invoices that have one. */
  name: string | null;
  invoices: number;
  lastStagedAt: Date;
}

export interface AccountSeen extends PaymentAccount {
  invoices: number;
  firstSeenAt: Date;
  lastSeenAt: Date;
}

export interface SupplierDetails extends SupplierSummary {
  accounts: AccountSeen[];
  /** Where it writes what, as people's corrections showed. */
  learnt: PlaceRemembered[];
  /** Since when what was known before counts no more. */
  forgottenAt: Date | null;
}

/** Those that wrote last first, and how many there are in all. */
export async function listSuppliers(
  db: Kysely<DB>,
  book: string,
  limit: number,
): Promise<{ suppliers: SupplierSummary[]; total: number }> {
  await findBook(db, book);
  const { rows } = await sql<Omit<SupplierSummary, 'book'> & { total: number }>`
    select supplier_keys[1] as key, (array_agg(supplier_name order by arrival desc) filter (where supplier_name is not null))[1] as name,
           count(*) as invoices, max(staged_at) as "lastStagedAt", count(*) over () as total
    from invoice where book = ${book} and state <> 'rejected' and supplier_keys <> '{}'
    group by 1 order by 4 desc, 1 limit ${limit}`.execute(db);
  return {
    total: rows[0]?.total ?? 0,
    suppliers: rows.map(({ total: _total, ...supplier }) => ({ book, ...supplier })),
  };
}

/** @throws StagingPostError `no_such_supplier` */
export async function describeSupplier(db: Kysely<DB>, book: string, key: string): Promise<SupplierDetails> {
  await findBook(db, book);
  const { rows } = await sql<Omit<SupplierSummary, 'book' | 'key'>>`
    select (array_agg(supplier_name order by arrival desc) filter (where supplier_name is not null))[1] as name, count(*) as invoices,
           max(staged_at) as "lastStagedAt"
    from invoice where book = ${book} and state <> 'rejected' and supplier_keys @> array[${key}]::text[]
    having count(*) > 0`.execute(db);
  const summary = rows[0];
  if (!summary) {
    throw new StagingPostError('no_such_supplier', `no invoice of "${book}" came from ${key}`, {
      kind: 'notFound',
      hint: `List them with: staging-post supplier list ${book}`,
    });
  }
  const accounts = await sql<AccountSeen>`
    select a->>'kind' as kind, a->>'id' as id, count(*) as invoices,
           min(staged_at) as "firstSeenAt", max(staged_at) as "lastSeenAt"
    from invoice cross join jsonb_array_elements(data->'payment'->'accounts') a
    where book = ${book} and state <> 'rejected' and supplier_keys @> array[${key}]::text[]
    group by 1, 2 order by 4, 1, 2`.execute(db);
  const forgotten = await lastEventOf(db, supplierSubject(book, key), 'supplier:forgotten');
  return {
    book,
    key,
    ...summary,
    accounts: accounts.rows,
    learnt: await placesOfSupplier(db, book, key),
    forgottenAt: forgotten?.at ?? null,
  };
}

/** From now on the supplier is as a new one: the accounts of its next invoice are taken as they are, and what corrections taught is gone. */
export async function forgetSupplier(
  db: Kysely<DB>,
  book: string,
  key: string,
  { actor, reason }: { actor: string; reason: string | null },
): Promise<void> {
  const { accounts } = await describeSupplier(db, book, key);
  const places = await forgetPlaces(db, book, key);
  await record(db, {
    actor,
    type: 'supplier:forgotten',
    book,
    subject: supplierSubject(book, key),
    reason,
    data: { accounts: accounts.map(({ kind, id }) => ({ kind, id })), places },
  });
}
