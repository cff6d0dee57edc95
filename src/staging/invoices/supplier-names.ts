/** The name of a supplier whose page tells it by a number alone: as its earlier invoices have it. */
import type { Kysely } from 'kysely';
import { supplierKeys } from '../../invoice/identity.ts';
import type { Invoice } from '../../invoice/invoice.ts';
import type { DB } from '../postgres/schema.ts';
import { earlierInvoices } from './supplier-history.ts';

/**
 * The invoice with its supplier's name, where it has a registered number and no name. Only a number may bring it: an account
 * is no proof of who asks to be paid to it.
 */
export async function withKnownName(
  db: Kysely<DB>,
  book: string,
  id: string,
  invoice: Invoice,
): Promise<Invoice> {
  if (invoice.seller.name !== null) return invoice;
  const numbers = supplierKeys(invoice).filter((key) => /^(org|vat):/.test(key));
  const named = (await earlierInvoices(db, book, id, numbers)).find(({ name }) => name !== null);
  if (!named?.name) return invoice;
  return {
    ...invoice,
    seller: { ...invoice.seller, name: named.name },
    evidence: {
      ...invoice.evidence,
      'seller.name': {
        source: 'ledger',
        where: `on invoice ${named.id} of the same supplier`,
        text: named.name,
        confidence: named.nameEvidence?.confidence ?? 1,
      },
    },
  };
}
