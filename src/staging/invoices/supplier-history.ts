/** What a supplier's earlier invoices tell: those that were found good, by the rules or by a person, and that nobody asked to forget. */
import { type Kysely, sql } from 'kysely';
import { isSameSupplier } from '../../invoice/identity.ts';
import type { Evidence, PaymentAccount } from '../../invoice/invoice.ts';
import { lastEventOf } from '../events.ts';
import type { DB } from '../postgres/schema.ts';
import type { InvoiceState } from '../states.ts';

export interface EarlierInvoice {
  id: string;
  name: string | null;
  /** How the name was read. */
  nameEvidence: Evidence | null;
  accounts: PaymentAccount[];
}

/** In these an invoice was found good; in the others what it says proves nothing. */
const trustedStates: readonly InvoiceState[] = ['ready', 'applying', 'applied', 'conflict', 'quarantined'];

/** Enough to know a supplier, however many invoices it has sent. */
const invoicesLookedAt = 200;

/** What a forgotten supplier's event is about. */
export function supplierSubject(book: string, key: string): string {
  return `${book}/${key}`;
}

/** Other invoices of the supplier that `keys` tell, the newest first. */
export async function earlierInvoices(
  db: Kysely<DB>,
  book: string,
  id: string,
  keys: readonly string[],
): Promise<EarlierInvoice[]> {
  if (keys.length === 0) return [];
  const kinds = new Set(keys.map(kindOf));
  const rows = await db
    .selectFrom('invoice')
    .select([
      'id',
      'supplier_keys',
      'staged_at',
      'supplier_name as name',
      sql<Evidence | null>`data->'evidence'->'seller.name'`.as('nameEvidence'),
      sql<PaymentAccount[]>`data->'payment'->'accounts'`.as('accounts'),
    ])
    .where('book', '=', book)
    .where('id', '<>', id)
    .where(sql<boolean>`supplier_keys && ${keys}::text[]`)
    .where((eb) => eb.or([eb('state', 'in', trustedStates), eb('cleared_by', 'is not', null)]))
    .orderBy('arrival', 'desc')
    .limit(invoicesLookedAt)
    .execute();
  const forgottenAt = await lastForgotten(db, book, keys);
  return rows
    .filter((row) =>
      isSameSupplier(
        keys,
        row.supplier_keys.filter((key) => kinds.has(kindOf(key))),
      ),
    )
    .filter((row) => forgottenAt === null || row.staged_at > forgottenAt);
}

function kindOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

async function lastForgotten(db: Kysely<DB>, book: string, keys: readonly string[]): Promise<Date | null> {
  const times: Date[] = [];
  // One after the other: inside a transaction there is one connection.
  for (const key of keys) {
    const event = await lastEventOf(db, supplierSubject(book, key), 'supplier:forgotten');
    if (event) times.push(event.at);
  }
  return times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));
}
