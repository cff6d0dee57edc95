/**
 * Mails into the ledger without a mailbox before it: by the program's own staging code, whose rows are remembered, since
 * the same few mails come in every world.
 */
import { deliveryId, invoiceId, sha256 } from '../../src/invoice/identity.ts';
import { stageInvoices } from '../../src/staging/invoices/invoices.ts';
import type { LedgerTransaction } from '../../src/staging/ledger.ts';
import { findDelivery, receiveDelivery, settleDelivery } from '../../src/staging/mail/deliveries.ts';
import { storeContent } from '../../src/staging/originals.ts';
import { readFabricated } from './fabricate.ts';
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
  const reading = readFabricated(raw);
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
  memory.set(Buffer.from(raw).toString(), { rows, ids: idsOf(raw, documentHash) });
}

/**
 * `new`: nothing of it is in the ledger, and its rows are not known yet: the world must be played again once they are,
 * or the first world of a run would differ from the others. `part`: it must go the whole way in any case.
 */
export function stageFromMemory(database: Database, raw: Uint8Array): 'staged' | 'new' | 'part' {
  const known = memory.get(Buffer.from(raw).toString());
  const ids = known?.ids ?? idsOf(raw, readFabricated(raw).documents[0]?.sha256 ?? '');
  const isIn = (table: string, id: string) => database.committed(table).some((row) => row.id === id);
  if (isIn('delivery', ids.delivery) || isIn('invoice', ids.invoice)) return 'part';
  if (!known) return 'new';
  const now = database.clock();
  for (const { table, values } of known.rows) database.insert(table, values, now);
  return 'staged';
}

function idsOf(raw: Uint8Array, documentHash: string): Memory['ids'] {
  return { delivery: deliveryId(book, sha256(raw)), invoice: invoiceId(book, documentHash, 0) };
}
