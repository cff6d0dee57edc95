/** The transaction of the port, for databases that speak SQL; the few words in which they differ come as a dialect. */
import type { CopyTransaction, Identity, Receipt } from './copy.ts';
import { CopyUnreachableError, RefusedByCopyError } from './errors.ts';
import type { Placement } from './placement.ts';
import { asDigest, type DigestRow, type ReceiptDigest } from './receipt-digest.ts';

export type SqlValue = string | number | boolean | null | Uint8Array;

/** Runs one statement with parameters $1, $2 …; an error is one of copies/errors.ts already. */
export type RunSql = <T>(sql: string, params?: readonly SqlValue[]) => Promise<T[]>;

export interface SqlDialect {
  /** Rows of the JSON array in $1, with the named text columns, as table `x`; its column `ordinal` tells their order. */
  rowsOf(columns: readonly string[]): string;
  /** Whether the expression is among the JSON array of strings in the given parameter. */
  isAmong(expression: string, parameter: string): string;
  /** Turns the text column of a row into an amount, a date or an integer. */
  cast(expression: string, type: 'amount' | 'date' | 'integer'): string;
  asText(expression: string): string;
  /** Whether a numeric key is the one that stands in a receipt as text. */
  isKey(key: string, text: string): string;
  /** The number of a row of `supplier_invoice` as its index knows it. */
  comparableNumber: string;
  /** Between an INSERT and its assignments: what is there under the key already is changed. */
  onConflict(key: string): string;
  /** Where no network lies between, a statement for each row, prepared once, is quicker than one for all of them. */
  rowByRow?: true;
  /** Locks the rows that a SELECT found. */
  forUpdate: string;
  /** Runs an INSERT into a table with a numeric key `id`, and gives back the columns of the new rows. */
  insert<T>(run: RunSql, into: Insertion, params: readonly SqlValue[]): Promise<T[]>;
  /** Runs an UPDATE, and tells how many rows it met. */
  update(run: RunSql, sql: string, params: readonly SqlValue[]): Promise<number>;
}

export interface Insertion {
  table: string;
  sql: string;
  columns: readonly string[];
}

/** For databases whose INSERT and UPDATE can answer with rows. */
export const withReturning: Pick<SqlDialect, 'insert' | 'update'> = {
  insert: (run, { sql, columns }, params) => run(`${sql} returning ${columns.join(', ')}`, params),
  update: async (run, sql, params) => (await run(`${sql} returning 1`, params)).length,
};

interface IdentityRow {
  book: string;
  copy_id: string;
  epoch: number | string;
  fenced: boolean | number;
  head: string;
  previous_head: string;
  batch_id: string;
  receipt_count: number | string;
}

const identityColumns = 'book, copy_id, epoch, fenced, head, previous_head, batch_id, receipt_count';
const receiptColumns = 'invoice_id, batch_id, outcome, placed_table, placed_key, epoch, applied_at';

export async function selectIdentity(run: RunSql, book: string, suffix = ''): Promise<Identity | null> {
  const [row] = await run<IdentityRow>(
    `select ${identityColumns} from staging_post_copy where book = $1 ${suffix}`,
    [book],
  );
  return row ? asIdentity(row) : null;
}

/** Of several books that share one database. */
export async function selectIdentities(
  run: RunSql,
  dialect: SqlDialect,
  books: readonly string[],
): Promise<Identity[]> {
  const rows = await run<IdentityRow>(
    `select ${identityColumns} from staging_post_copy where ${dialect.isAmong('book', '$1')}`,
    [JSON.stringify(books)],
  );
  return rows.map(asIdentity);
}

function asIdentity(row: IdentityRow): Identity {
  return {
    book: row.book,
    copyId: row.copy_id,
    epoch: Number(row.epoch),
    fenced: Boolean(row.fenced),
    head: row.head,
    previousHead: row.previous_head,
    batchId: row.batch_id,
    receiptCount: Number(row.receipt_count),
  };
}

interface ReceiptRow {
  invoice_id: string;
  batch_id: string;
  outcome: 'applied' | 'linked';
  placed_table: string;
  placed_key: string;
  epoch: number | string;
  applied_at: string;
}

/** Receipts of the book that meet the condition, in order of invoice id: `byteOrder` is the id, ordered byte by byte. */
export async function selectReceipts(
  run: RunSql,
  book: string,
  condition: { sql: string; params: readonly SqlValue[]; byteOrder?: string; limit?: number },
): Promise<Receipt[]> {
  const { sql, params, byteOrder = 'invoice_id', limit } = condition;
  const rows = await run<ReceiptRow>(
    `select ${receiptColumns} from staging_post_receipt r
     where book = $1 and ${sql} order by ${byteOrder} ${limit ? `limit ${limit}` : ''}`,
    [book, ...params],
  );
  return rows.map((row) => ({
    invoiceId: row.invoice_id,
    batchId: row.batch_id,
    outcome: row.outcome,
    table: row.placed_table,
    key: row.placed_key,
    epoch: Number(row.epoch),
    appliedAt: row.applied_at,
  }));
}

export async function selectDigests(run: RunSql, book: string, columns: string): Promise<ReceiptDigest[]> {
  const rows = await run<DigestRow>(
    `select ${columns} from staging_post_receipt where book = $1 group by 1`,
    [book],
  );
  return rows.map(asDigest);
}

export function sqlTransaction(run: RunSql, dialect: SqlDialect, placement: Placement): CopyTransaction {
  let savepoints = 0;
  /** Books whose row was looked for under lock, and was not there: what is not there cannot be locked. */
  const missing = new Set<string>();
  const { marked } = placement;
  return {
    async lockIdentity(book) {
      const identity = await selectIdentity(run, book, dialect.forUpdate);
      if (!identity) missing.add(book);
      return identity;
    },

    async findReceipts(book, invoiceIds) {
      if (invoiceIds.length === 0) return new Map();
      const receipts = await selectReceipts(run, book, {
        sql: dialect.isAmong('invoice_id', '$2'),
        params: [JSON.stringify(invoiceIds)],
      });
      return new Map(receipts.map((receipt) => [receipt.invoiceId, receipt]));
    },

    receiptsOfBatch: (book, batchId) =>
      selectReceipts(run, book, { sql: 'batch_id = $2', params: [batchId] }),

    async countReceipts(book) {
      const [counted] = await run<{ receipts: number | string }>(
        'select count(*) as receipts from staging_post_receipt where book = $1',
        [book],
      );
      return Number(counted?.receipts ?? 0);
    },

    findExisting: (invoices) => placement.findExisting(run, invoices),

    async savepoint(work) {
      savepoints += 1;
      const name = `staging_post_${savepoints}`;
      await run(`savepoint ${name}`);
      try {
        const result = await work();
        await run(`release savepoint ${name}`);
        return result;
      } catch (error) {
        try {
          await run(`rollback to savepoint ${name}`);
          await run(`release savepoint ${name}`);
        } catch {
          // The transaction is over: nothing may be written now, since nothing would hold it together.
          throw error instanceof RefusedByCopyError
            ? new RefusedByCopyError(error.message, { cause: error, endsTransaction: true })
            : error;
        }
        throw error;
      }
    },

    insertInvoices: (invoices) => placement.insertInvoices(run, invoices),

    async insertReceipts(book, receipts) {
      if (receipts.length === 0) return;
      const rows = receipts.map((receipt) => ({
        invoice_id: receipt.invoiceId,
        batch_id: receipt.batchId,
        outcome: receipt.outcome,
        placed_table: receipt.table,
        placed_key: receipt.key,
        epoch: String(receipt.epoch),
        applied_at: receipt.appliedAt,
      }));
      const columns = Object.keys(rows[0] ?? {});
      await run(
        `insert into staging_post_receipt (book, ${columns.join(', ')})
         select $2, ${columns.map((column) => (column === 'epoch' ? dialect.cast('x.epoch', 'integer') : `x.${column}`)).join(', ')}
         from ${dialect.rowsOf(columns)}`,
        [JSON.stringify(rows), book],
      );
    },

    async dropReceiptsWithoutInvoice(book, invoiceIds) {
      const gone = await selectReceipts(run, book, {
        sql: `${dialect.isAmong('invoice_id', '$2')} and ${placement.withoutInvoice[0]}`,
        params: [JSON.stringify(invoiceIds)],
      });
      const ids = gone.map(({ invoiceId }) => invoiceId);
      await run(
        `delete from staging_post_receipt where book = $1 and ${dialect.isAmong('invoice_id', '$2')}`,
        [book, JSON.stringify(ids)],
      );
      return ids;
    },

    ...(marked && {
      marks: (book: string, invoiceIds: readonly string[] | null) => marked.marks(run, book, invoiceIds),
      goneAmong: (keys: readonly string[]) => marked.goneAmong(run, keys),
    }),

    async moveHead(book, { head, previousHead, batchId, receiptsAdded }) {
      const moved = await dialect.update(
        run,
        `update staging_post_copy set head = $2, previous_head = $3, batch_id = $4,
         receipt_count = receipt_count + $5 where book = $1`,
        [book, head, previousHead, batchId, receiptsAdded],
      );
      if (moved === 0) throw new Error(`the copy has no row for ${book} whose head could be moved`);
    },

    async writeIdentity(identity) {
      const isNew = missing.delete(identity.book);
      const replace = `${dialect.onConflict('book')} copy_id = $2, epoch = $3, fenced = $4, head = $5, previous_head = $6,
         batch_id = $7, receipt_count = $8`;
      try {
        await run(
          `insert into staging_post_copy (${identityColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8)
         ${isNew ? '' : replace}`,
          [
            identity.book,
            identity.copyId,
            identity.epoch,
            identity.fenced,
            identity.head,
            identity.previousHead,
            identity.batchId,
            identity.receiptCount,
          ],
        );
      } catch (error) {
        throw isNew && error instanceof RefusedByCopyError ? foundAnother(error) : error;
      }
    },
  };
}

function foundAnother(error: RefusedByCopyError): CopyUnreachableError {
  return new CopyUnreachableError('another process gave the copy its identity at the same time', {
    cause: error,
    hint: 'Nothing to do: the next sweep looks again.',
  });
}

/** A value of any type as text; null stays null. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
