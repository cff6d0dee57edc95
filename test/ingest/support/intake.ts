/** A ledger with one book, into which mails are received and read as the worker does it, without a mailbox. */
import { addBook } from '../../../src/staging/books/books.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { receiveDelivery } from '../../../src/staging/mail/deliveries.ts';
import { readOriginal, spool, storeSpooled } from '../../../src/staging/originals.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { hashOf } from '../../support/mail-room.ts';
import { buyer } from './certain.ts';

export interface Intake {
  readonly ledger: Ledger;
  readonly testLedger: TestLedger;
  /** Commits the mail as a delivery of the book; resolves to its id. */
  receive(raw: Uint8Array): Promise<string>;
  delivery(id: string): Promise<{
    disposition: string | null;
    codes: string[];
    readAttempts: number;
    lastError: string | null;
  }>;
  documents(id: string): Promise<{ path: string; file: string | null; kind: string; code: string | null }[]>;
  /** Numbers and states of the invoices that were staged from it. */
  invoices(id: string): Promise<string[]>;
  /** SHA-256 of the mail as the ledger gives it out again. */
  exportedHash(id: string): Promise<string>;
  close(): Promise<void>;
}

export async function openIntake(): Promise<Intake> {
  const testLedger = await createTestLedger();
  const { ledger } = testLedger;
  await addBook(ledger.db, { slug: 'nordvik', ...buyer, addresses: [] }, 'test');
  return {
    ledger,
    testLedger,
    async receive(raw) {
      const spooled = await spool(pieces(raw), Number.POSITIVE_INFINITY);
      const blank = { messageId: null, from: null, to: [], subject: null, date: null, internalDate: null };
      try {
        return await ledger.transaction(async (tx) => {
          await storeSpooled(tx.db, spooled);
          const delivery = { book: 'nordvik', original: spooled.sha256, ...blank };
          return (await receiveDelivery(tx, delivery, 'test')).id;
        });
      } finally {
        await spooled.remove();
      }
    },
    async delivery(id) {
      const row = await ledger.db
        .selectFrom('delivery')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return {
        disposition: row.disposition,
        codes: row.reasons.map(({ code }) => code),
        readAttempts: row.read_attempts,
        lastError: row.last_error,
      };
    },
    async documents(id) {
      const rows = await ledger.db
        .selectFrom('document')
        .selectAll()
        .where('delivery', '=', id)
        .orderBy('ordinal')
        .execute();
      return rows.map(({ path, file_name, kind, reason }) => ({
        path,
        file: file_name,
        kind,
        code: reason?.code ?? null,
      }));
    },
    async invoices(id) {
      const rows = await ledger.db
        .selectFrom('invoice')
        .selectAll()
        .where('delivery', '=', id)
        .orderBy('arrival')
        .execute();
      return rows.map(({ invoice_number, state }) => `${invoice_number} ${state}`);
    },
    async exportedHash(id) {
      const { original } = await ledger.db
        .selectFrom('delivery')
        .select('original')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const chunks: Buffer[] = [];
      for await (const chunk of readOriginal(ledger.db, original)) chunks.push(chunk);
      return hashOf(Buffer.concat(chunks));
    },
    close: () => testLedger.drop(),
  };
}

async function* pieces(raw: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < raw.length; from += 64 * 1024) yield raw.subarray(from, from + 64 * 1024);
}
