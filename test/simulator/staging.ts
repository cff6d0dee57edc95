/**
 * Mails into the ledger without a mailbox before it: by the program's own staging code, whose rows are remembered, since
 * the same few mails come in every world.
 */
import { deliveryId, invoiceId, sha256 } from '../../src/invoice/identity.ts';
import { findDelivery, receiveDelivery, settleDelivery } from '../../src/staging/deliveries.ts';
import { stageInvoices } from '../../src/staging/invoices.ts';
import type { LedgerTransaction } from '../../src/staging/ledger.ts';
import { storeContent } from '../../src/staging/originals.ts';
import { fabricateReading } from './fabricate.ts';
import type { SimulatedClient } from './pool.ts';
import type { Database } from './postgres/database.ts';

export const book = 'simulated';

interface Memory {
  rows: { table: string; values: Readonly<Record<string, unknown>> }[];
  ids: { delivery: string; invoice: string };
}

const memory = new Map<string, Memory>();

export async function stageMail(tx: LedgerTransaction, raw: Uint8Array): Promise<void> {
  const { id, isNew } = await receiveDelivery(
    tx,
    {
      book,
      original: await storeContent(tx.db, raw),
      messageId: null,
      from: null,
      to: [],
      subject: null,
      date: null,
      internalDate: null,
    },
    'worker',
  );
  if (!isNew) return;
  const delivery = { ...(await findDelivery(tx.db, id)), book };
  const reading = fabricateReading(raw);
  await stageInvoices(tx, delivery, reading, 'worker');
  await settleDelivery(tx, delivery, reading, 'worker');
  remember(tx, raw, reading.documents[0]?.sha256 ?? '');
}

function remember(tx: LedgerTransaction, raw: Uint8Array, documentHash: string): void {
  const { session } = tx.client as unknown as SimulatedClient;
  const rows: Memory['rows'] = [];
  for (const [table, changes] of session.changes) {
    for (const [id, version] of changes) {
      // Only what is wholly new can be put into another world.
      if (!version || session.database.table(table).rows.has(id)) return;
      rows.push({ table, values: version.values });
    }
  }
  // One that came in another mail before is only noted: that is no way into a ledger that does not have it.
  if (!rows.some(({ table }) => table === 'invoice')) return;
  const ids = { delivery: deliveryId(book, sha256(raw)), invoice: invoiceId(book, documentHash, 0) };
  memory.set(Buffer.from(raw).toString(), { rows, ids });
}

/** False when the mail must go the whole way: it is new to this run, or something of it is in the ledger already. */
export function stageFromMemory(database: Database, raw: Uint8Array): boolean {
  const known = memory.get(Buffer.from(raw).toString());
  if (!known) return false;
  const isIn = (table: string, id: string) => database.committed(table).some((row) => row.id === id);
  if (isIn('delivery', known.ids.delivery) || isIn('invoice', known.ids.invoice)) return false;
  const now = database.clock();
  for (const { table, values } of known.rows) database.insert(table, values, now);
  return true;
}
