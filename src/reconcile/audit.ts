/** The full audit: the receipts themselves, compared one by one with what the ledger believes is applied. */
import { type Kysely, sql } from 'kysely';
import type { LinkedReceipt } from '../staging/chain.ts';
import type { DB } from '../staging/postgres/schema.ts';
import { asLinked } from './batch.ts';
import type { Copy, Receipt } from './copies/copy.ts';

export interface Comparison {
  /** Applied says the ledger, but the copy has no receipt; in order of arrival. */
  missing: string[];
  /** The copy has a receipt, but the ledger holds the invoice for something else than applied. */
  unacknowledged: LinkedReceipt[];
  /** The copy has a receipt of an invoice that the ledger does not know (yet: its mail may still be fetched again). */
  unknown: LinkedReceipt[];
  /** All receipts of the copy. */
  receipts: LinkedReceipt[];
}

export async function compareReceipts(db: Kysely<DB>, copy: Copy, book: string): Promise<Comparison> {
  const staged = new Map(
    (
      await db
        .selectFrom('invoice')
        .select(['id', 'state', 'arrival'])
        .where('book', '=', book)
        .orderBy('arrival')
        .execute()
    ).map((invoice) => [invoice.id, invoice]),
  );
  const receipts: LinkedReceipt[] = [];
  const unacknowledged: LinkedReceipt[] = [];
  const unknown: LinkedReceipt[] = [];
  const seen = new Set<string>();
  for await (const receipt of copy.receipts(book)) {
    const linked = asLinked(receipt);
    receipts.push(linked);
    seen.add(receipt.invoiceId);
    const invoice = staged.get(receipt.invoiceId);
    if (!invoice) unknown.push(linked);
    else if (invoice.state !== 'applied') unacknowledged.push(linked);
  }
  const missing = [...staged.values()].filter(({ id, state }) => state === 'applied' && !seen.has(id));
  return { missing: missing.map(({ id }) => id), unacknowledged, unknown, receipts };
}

/** Invoices that a person deleted in the copy: the receipt stands, its row is gone. They stay deleted (I8). */
export async function deletedByPeople(copy: Copy, book: string): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for await (const receipt of copy.receiptsWithoutInvoice(book)) receipts.push(receipt);
  return receipts;
}

export async function noteAudit(db: Kysely<DB>, book: string): Promise<void> {
  await db.updateTable('authority').set({ audited_at: sql<Date>`now()` }).where('book', '=', book).execute();
}
