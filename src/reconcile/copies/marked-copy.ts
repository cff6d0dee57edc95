/**
 * A copy whose owner allows no tables of ours. What they would say stands in the ledger's outbox; our ids in the owner's own
 * rows ("marks") prove what is there, and no head can stand beside them. Its weaker promise is told in docs/copies.md.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { nextHead } from '../../invoice/identity.ts';
import { weakerPromise } from '../../staging/books/copies.ts';
import {
  addReceipts,
  type CopyName,
  dropReceipts,
  type Hold,
  holding,
  lastGone,
  noteAnswer,
  noteIntents,
  noteLook,
  ReceiptThereError,
  readMarked,
  receiptsByKey,
  type StandingRow,
  standingInOrder,
  standingRows,
  writeMarked,
} from '../../staging/books/outbox.ts';
import type { Ledger } from '../../staging/ledger.ts';
import type { Row } from '../../staging/postgres/schema.ts';
import type { Copy, CopyTransaction, Identity, InvoiceToApply, Receipt } from './copy.ts';
import { CommitUnknownError, CopyUnusableError, RefusedByCopyError } from './errors.ts';
import { compareWithMarks } from './missing-marks.ts';
import type { OwnersBook, OwnersTransaction } from './owners-book.ts';
import { byBytes } from './receipt-digest.ts';

const receiptsPerPage = 1_000;

export function openMarkedCopy(owners: OwnersBook, ledger: Ledger, registered: CopyName): Copy {
  const named = (book: string): CopyName => ({ book, name: registered.name });
  const label = `${registered.book}/${registered.name}`;

  const held = async <T>(work: (hold: Hold) => Promise<T>, wait = true): Promise<T | null> => {
    try {
      return await holding(ledger, label, work, { wait });
    } catch (error) {
      if (!(error instanceof StagingPostError) || error.code !== 'ledger_commit_unknown') throw error;
      throw new CommitUnknownError(error.message, { cause: error });
    }
  };

  /** All marks against all receipts. What an older state of the copy lacks is forgotten, and the head is one that nobody knows. */
  const takeStock = async (book: string, wait: boolean): Promise<void> => {
    await held(async ({ db }) => {
      const row = await readMarked(db, named(book));
      if (!row) return;
      const rows = await standingInOrder(db, named(book));
      const company = await sameCompany(owners, row);
      const look = await owners.look(book, keysOfLinked(rows));
      const { wentBack, newlyGone, returned } = compareWithMarks(rows, look);
      await noteLook(db, named(book), {
        company,
        at: ledger.clock.now(),
        gone: newlyGone,
        returned,
      });
      if (wentBack.length === 0) return;
      await dropReceipts(db, named(book), wentBack);
      await writeMarked(db, {
        ...row,
        head: nextHead(row.head, randomUUID(), row.epoch, []),
        previous_head: row.head,
        batch_id: '',
        receipt_count: row.receipt_count - wentBack.length,
      });
    }, wait);
  };

  /** Rows that are gone one by one. */
  const withoutRow = async (db: Hold['db'], book: string): Promise<StandingRow[]> => {
    const rows = await standingInOrder(db, named(book));
    const look = await owners.look(book, keysOfLinked(rows));
    const { missing, wentBack } = compareWithMarks(rows, look);
    // What an older state lacks was not deleted: the next look takes note of it.
    return missing.filter(({ invoice }) => !wentBack.includes(invoice));
  };

  return {
    kind: owners.kind,
    promise: 'weaker',
    canUndo: owners.canUndo,

    async readIdentity(book, { thorough = false } = {}) {
      const row = await readMarked(ledger.db, named(book));
      if (!row) {
        await owners.reach(book);
        return null;
      }
      const sinceMs =
        row.looked_at === null ? Infinity : ledger.clock.now().getTime() - row.looked_at.getTime();
      if (!thorough && sinceMs < owners.lookEveryMs) return asIdentity(row);
      // Whoever writes just now has looked, or leaves the look to the next one.
      await takeStock(book, thorough);
      const now = await readMarked(ledger.db, named(book));
      return now ? asIdentity(now) : null;
    },

    install: () => owners.reach(registered.book),

    async transaction<T>(work: (transaction: CopyTransaction) => Promise<T>): Promise<T> {
      const result = await held(async (hold) => {
        // The rows of those that are put back are locked by this transaction, and stand in the outbox already.
        const dropped = new Set<string>();
        const notes = {
          assertHeld: () => hold.assertHeld(),
          // By themselves, at once: the transaction that is open may never be committed.
          async intend({ id, book }: InvoiceToApply) {
            if (!dropped.has(id)) await noteIntents(ledger.db, named(book), [id]);
          },
          answered: ({ id, table, key }: { id: string; table: string; key: string }) =>
            noteAnswer(ledger.db, named(registered.book), { invoice: id, table, key }),
        };
        await sameCompany(owners, await readMarked(hold.db, named(registered.book)));
        return {
          of: await owners.transaction(
            notes,
            async (owned) => await work(transactionOver(hold, owned, { named, withoutRow, dropped })),
          ),
        };
      });
      return (result as { of: T }).of;
    },

    async *receipts(book, range = { from: '', until: null }) {
      const limit = receiptsPerPage;
      for (let start: { from: string } | { after: string } = range; ; ) {
        const page = await standingRows(ledger.db, named(book), { ...start, until: range.until, limit });
        yield* page.map(asReceipt);
        if (page.length < limit) return;
        start = { after: page.at(-1)?.invoice ?? '' };
      }
    },

    async *receiptsWithoutInvoice(book) {
      const gone = await withoutRow(ledger.db, book);
      yield* gone.map(asReceipt).sort((a, b) => byBytes(a.invoiceId, b.invoiceId));
    },

    // What a look has found to be gone: nothing needs to be read for it.
    deletionMark: () => lastGone(ledger.db, named(registered.book)),

    ...(owners.ask ? { ask: owners.ask } : {}),

    async check() {
      const { problems, facts } = await owners.check();
      const { marks } = await owners.look(registered.book, []);
      const twice = [...Map.groupBy(marks, ({ invoiceId }) => invoiceId)].filter(([, of]) => of.length > 1);
      for (const [id, of] of twice) {
        problems.push({
          code: 'written_twice',
          message: `the invoice ${id} stands there ${of.length} times: ${of.map(({ key }) => key).join(', ')}`,
          hint: 'Keep one of them and take the others away there. It may happen when a worker fell asleep in the middle of a request.',
        });
      }
      return { problems, facts: { ...facts, promise: weakerPromise } };
    },

    close: () => owners.close(),
  };
}

function transactionOver(
  { db }: Hold,
  owned: OwnersTransaction,
  {
    named,
    withoutRow,
    dropped,
  }: {
    named: (book: string) => CopyName;
    withoutRow: (db: Hold['db'], book: string) => Promise<StandingRow[]>;
    dropped: Set<string>;
  },
): CopyTransaction {
  let savepoints = 0;
  return {
    async lockIdentity(book) {
      const row = await readMarked(db, named(book));
      return row ? asIdentity(row) : null;
    },
    async findReceipts(book, invoices) {
      const rows = await standingRows(db, named(book), { invoices });
      return new Map(rows.map((row) => [row.invoice, asReceipt(row)]));
    },
    receiptsOfBatch: async (book, batch) => (await standingRows(db, named(book), { batch })).map(asReceipt),

    async findExisting(invoices) {
      const found = await owned.findExisting(invoices);
      const book = invoices[0]?.book;
      if (book === undefined || found.size === 0) return found;
      const keys = [...found.values()].flat().map(({ key }) => key);
      const owners = await receiptsByKey(db, named(book), keys);
      return new Map(
        [...found].map(([id, rows]) => [
          id,
          rows
            // What bears the invoice's own id is no rival: it is found again where it would be written.
            .filter(({ sourceId }) => sourceId !== id)
            .map((row) => ({ ...row, receiptOf: row.sourceId ?? owners.get(row.key) ?? null })),
        ]),
      );
    },
    async savepoint(work) {
      savepoints += 1;
      const name = sql.raw(`outbox_${savepoints}`);
      await sql`savepoint ${name}`.execute(db);
      try {
        return await owned.savepoint(work);
      } catch (error) {
        try {
          await sql`rollback to savepoint ${name}`.execute(db);
        } catch {
          // The hold is gone, and with it what the outbox was to say: whoever comes next finds what stands there.
          throw error instanceof RefusedByCopyError
            ? new RefusedByCopyError(error.message, { cause: error, endsTransaction: true })
            : error;
        }
        throw error;
      }
    },
    insertInvoices: (invoices) => owned.place(invoices),

    async insertReceipts(book, receipts) {
      try {
        await addReceipts(
          db,
          named(book),
          receipts.map((receipt) => ({
            invoice: receipt.invoiceId,
            placed_table: receipt.table,
            placed_key: receipt.key,
            outcome: receipt.outcome,
            batch_id: receipt.batchId,
            epoch: receipt.epoch,
            applied_at: receipt.appliedAt,
          })),
        );
      } catch (error) {
        if (error instanceof ReceiptThereError) throw new RefusedByCopyError(error.message, { cause: error });
        throw error;
      }
    },
    async dropReceiptsWithoutInvoice(book, invoices) {
      const gone = (await withoutRow(db, book))
        .map(({ invoice }) => invoice)
        .filter((id) => invoices.includes(id));
      await dropReceipts(db, named(book), gone);
      for (const id of gone) dropped.add(id);
      return gone;
    },
    async moveHead(book, { head, previousHead, batchId, receiptsAdded }) {
      const row = await readMarked(db, named(book));
      if (!row) throw new Error(`the copy has no row for ${book} whose head could be moved`);
      await writeMarked(db, {
        ...row,
        head,
        previous_head: previousHead,
        batch_id: batchId,
        receipt_count: row.receipt_count + receiptsAdded,
      });
    },
    writeIdentity: (identity) =>
      writeMarked(db, {
        ...named(identity.book),
        copy_id: identity.copyId,
        epoch: identity.epoch,
        fenced: identity.fenced,
        head: identity.head,
        previous_head: identity.previousHead,
        batch_id: identity.batchId,
        receipt_count: identity.receiptCount,
      }),
  };
}

function keysOfLinked(rows: readonly StandingRow[]): string[] {
  return rows.filter(({ outcome }) => outcome === 'linked').map(({ placed_key: key }) => key);
}

/** @throws CopyUnusableError `other_company` when the address leads to books that are not the ones that were seen first */
async function sameCompany(owners: OwnersBook, row: Row<'marked_copy'> | undefined): Promise<string | null> {
  const found = (await owners.company?.()) ?? null;
  const known = row?.company ?? null;
  if (known === null || found === null || known === found) return found;
  throw new CopyUnusableError('other_company', `these are the books of ${found}, and not of ${known}`, {
    hint: 'The address or its credentials lead to another company: correct them with staging-post copy set. Nothing was written.',
  });
}

function asIdentity(row: Row<'marked_copy'>): Identity {
  return {
    book: row.book,
    copyId: row.copy_id,
    epoch: row.epoch,
    fenced: row.fenced,
    head: row.head,
    previousHead: row.previous_head,
    batchId: row.batch_id,
    receiptCount: row.receipt_count,
  };
}

function asReceipt(row: StandingRow): Receipt {
  return {
    invoiceId: row.invoice,
    batchId: row.batch_id,
    outcome: row.outcome,
    table: row.placed_table,
    key: row.placed_key,
    epoch: row.epoch,
    appliedAt: row.applied_at,
  };
}

/** For a kind that needs the ledger, where none was given. */
export function needsLedger(kind: string): StagingPostError {
  return new StagingPostError(
    'copy_needs_ledger',
    `a copy of kind ${kind} can only be opened with its ledger`,
    {
      hint: 'This is a fault of the program: please report it with what you did.',
    },
  );
}
