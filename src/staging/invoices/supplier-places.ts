/** What people's corrections taught of each supplier: where on its papers a field stands. */
import { type Kysely, sql } from 'kysely';
import type { LearntPlace, PlaceOfSupplier } from '../../invoice/learnt-place.ts';
import { record } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';
import { findInvoice } from './invoices.ts';
import { supplierSubject } from './supplier-history.ts';

export interface PlaceRemembered extends LearntPlace {
  /** The invoice that was corrected. */
  invoice: string;
  actor: string;
  learntAt: Date;
}

/** Those learnt last; enough for any book, and bounded, because they go along with each of its documents. */
const placesGiven = 2000;

/** Everything that was learnt for a book, for the reading of its documents. */
export async function placesOfBook(db: Kysely<DB>, book: string): Promise<PlaceOfSupplier[]> {
  const rows = await db
    .selectFrom('supplier_place')
    .selectAll()
    .where('book', '=', book)
    .orderBy('learnt_at', 'desc')
    .limit(placesGiven)
    .execute();
  return rows.map((row) => ({ ...row.place, supplierKeys: row.supplier_keys }));
}

/** What was learnt of one supplier, by any of its keys. */
export async function placesOfSupplier(
  db: Kysely<DB>,
  book: string,
  key: string,
): Promise<PlaceRemembered[]> {
  const rows = await db
    .selectFrom('supplier_place')
    .selectAll()
    .where('book', '=', book)
    .where(sql<boolean>`supplier_keys @> array[${key}]::text[]`)
    .orderBy('field')
    .orderBy('account_kind')
    .execute();
  return rows.map(asRemembered);
}

function asRemembered({ place, invoice, actor, learnt_at }: Row<'supplier_place'>): PlaceRemembered {
  return { ...place, invoice, actor, learntAt: learnt_at };
}

/**
 * Remembers what a correction of an invoice showed; of each field the newest counts. Resolves to the supplier's key, or to
 * null where the invoice does not say of whom it is: then nothing is remembered.
 */
export async function rememberPlaces(
  db: Kysely<DB>,
  invoice: string,
  places: readonly LearntPlace[],
  actor: string,
): Promise<string | null> {
  const { book, supplier_keys: keys } = await findInvoice(db, invoice);
  const [supplier] = keys;
  if (supplier === undefined || places.length === 0) return supplier ?? null;
  for (const place of places) {
    const facts = { supplier_keys: keys, place: JSON.stringify(place), invoice, actor };
    await db
      .insertInto('supplier_place')
      .values({ book, supplier, field: place.field, account_kind: place.accountKind ?? '', ...facts })
      .onConflict((conflict) =>
        conflict
          .columns(['book', 'supplier', 'field', 'account_kind'])
          .doUpdateSet({ ...facts, learnt_at: sql<Date>`now()` }),
      )
      .execute();
  }
  await record(db, {
    actor,
    type: 'supplier:learnt',
    book,
    subject: supplierSubject(book, supplier),
    data: { invoice, places },
  });
  return supplier;
}

/** Resolves to what there was. */
export async function forgetPlaces(db: Kysely<DB>, book: string, key: string): Promise<PlaceRemembered[]> {
  const rows = await db
    .deleteFrom('supplier_place')
    .where('book', '=', book)
    .where(sql<boolean>`supplier_keys @> array[${key}]::text[]`)
    .returningAll()
    .execute();
  return rows.map(asRemembered);
}
