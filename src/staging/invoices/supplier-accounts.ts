/**
 * The accounts that a supplier is paid to, as its earlier invoices tell. An invoice that names another one is held with
 * both shown: a changed account is how invoices are turned into fraud (F1), and no mail may change it by itself.
 */
import type { Kysely } from 'kysely';
import { supplierKeys } from '../../invoice/identity.ts';
import type { AccountKind, Invoice, PaymentAccount, Reason } from '../../invoice/invoice.ts';
import type { DB } from '../postgres/schema.ts';
import { earlierInvoices } from './supplier-history.ts';

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
  const known = (await earlierInvoices(db, book, id, identifyingKeys(invoice))).flatMap(
    ({ accounts }) => accounts,
  );
  return known.filter(
    (account, index) => known.findIndex((other) => isSameAccount(other, account)) === index,
  );
}

/** By what a supplier is known apart from its accounts: those are the question, not the answer. */
function identifyingKeys(invoice: Invoice): string[] {
  return supplierKeys(invoice).filter((key) => /^(org|vat|name):/.test(key));
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
