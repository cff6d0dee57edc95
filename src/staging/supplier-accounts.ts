/**
 * The accounts that a supplier is paid to, as its earlier invoices tell. An invoice that names another one is held with
 * both shown: a changed account is how invoices are turned into fraud (F1), and no mail may change it by itself.
 */
import { type Kysely, sql } from 'kysely';
import { isSameSupplier, supplierKeys } from '../invoice/identity.ts';
import type { AccountKind, Invoice, PaymentAccount, Reason } from '../invoice/invoice.ts';
import { lastEventOf } from './events.ts';
import type { DB } from './postgres/schema.ts';
import type { InvoiceState } from './states.ts';

/** In these an invoice was found good, by the rules or by a person; in the others its accounts prove nothing. */
const trustedStates: readonly InvoiceState[] = ['ready', 'applying', 'applied', 'conflict', 'quarantined'];

/** Enough to know a supplier's accounts, however many invoices it has sent. */
const invoicesLookedAt = 200;

/** What a forgotten supplier's event is about. */
export function supplierSubject(book: string, key: string): string {
  return `${book}/${key}`;
}

/** Why the invoice's accounts want a person; nothing where they are known, or the supplier is new. */
export async function accountDoubts(
  db: Kysely<DB>,
  book: string,
  id: string,
  invoice: Invoice,
): Promise<Reason[]> {
  const { accounts } = invoice.payment;
  if (accounts.length === 0) return [];
  const known = await knownAccounts(db, book, id, invoice);
  const unknown = accounts.filter((account) => !known.some((other) => isSameAccount(account, other)));
  if (known.length === 0 || unknown.length === 0) return [];
  return [
    {
      code: 'account_changed',
      message: `it asks for payment to ${listed(unknown)}, where this supplier was paid to ${listed(known)} before; ask the supplier by a way known from before, then release or reject it`,
    },
  ];
}

/** The accounts of the supplier's earlier invoices, without those that somebody asked to forget. */
async function knownAccounts(
  db: Kysely<DB>,
  book: string,
  id: string,
  invoice: Invoice,
): Promise<PaymentAccount[]> {
  const keys = identifyingKeys(supplierKeys(invoice));
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('invoice')
    .select(['supplier_keys', 'staged_at', sql<PaymentAccount[]>`data->'payment'->'accounts'`.as('accounts')])
    .where('book', '=', book)
    .where('id', '<>', id)
    .where(sql<boolean>`supplier_keys && ${keys}::text[]`)
    .where((eb) => eb.or([eb('state', 'in', trustedStates), eb('cleared_by', 'is not', null)]))
    .orderBy('arrival', 'desc')
    .limit(invoicesLookedAt)
    .execute();
  const forgottenAt = await lastForgotten(db, book, keys);
  const known = rows
    .filter((row) => isSameSupplier(keys, identifyingKeys(row.supplier_keys)))
    .filter((row) => forgottenAt === null || row.staged_at > forgottenAt)
    .flatMap(({ accounts }) => accounts);
  return known.filter(
    (account, index) => known.findIndex((other) => isSameAccount(other, account)) === index,
  );
}

/** By what a supplier is known apart from its accounts: those are the question, not the answer. */
function identifyingKeys(keys: readonly string[]): string[] {
  return keys.filter((key) => /^(org|vat|name):/.test(key));
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

function isSameAccount(a: PaymentAccount, b: PaymentAccount): boolean {
  return a.kind === b.kind && bare(a) === bare(b);
}

function bare({ id }: PaymentAccount): string {
  return id.replace(/\W/g, '').toUpperCase();
}

const kindNames: Record<AccountKind, string> = {
  iban: 'IBAN',
  bankgiro: 'bankgiro',
  plusgiro: 'plusgiro',
  other: 'account',
};

function listed(accounts: readonly PaymentAccount[]): string {
  return accounts.map(({ kind, id }) => `${kindNames[kind]} ${id}`).join(' and ');
}
