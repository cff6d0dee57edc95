/** The transaction of the port, for databases that speak SQL; the few words in which they differ come as a dialect. */
import { normaliseInvoiceNumber, supplierKeys } from '../../invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../invoice/invoice.ts';
import type {
  CopyTransaction,
  ExistingInvoice,
  Identity,
  InvoiceToApply,
  PlacedInvoice,
  Receipt,
} from './copy.ts';
import { comparableNumberSql, comparableNumbers } from './default-schema.ts';
import { RefusedByCopyError } from './errors.ts';

export type SqlValue = string | number | boolean | null | Uint8Array;

/** Runs one statement with parameters $1, $2 …; an error is one of copies/errors.ts already. */
export type RunSql = <T>(sql: string, params?: readonly SqlValue[]) => Promise<T[]>;

export interface SqlDialect {
  /** Rows of the JSON array in $1, with the named text columns, as table `x` in order. */
  rowsOf(columns: readonly string[]): string;
  /** Whether the expression is among the JSON array of strings in the given parameter. */
  isAmong(expression: string, parameter: string): string;
  /** Turns the text column of a row into an amount or a date. */
  cast(expression: string, type: 'amount' | 'date'): string;
  /** Locks the rows that a SELECT found. */
  forUpdate: string;
}

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
const table = 'supplier_invoice';

export async function selectIdentity(run: RunSql, book: string, suffix = ''): Promise<Identity | null> {
  const [row] = await run<IdentityRow>(
    `select ${identityColumns} from staging_post_copy where book = $1 ${suffix}`,
    [book],
  );
  if (!row) return null;
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

export function sqlTransaction(run: RunSql, dialect: SqlDialect): CopyTransaction {
  let savepoints = 0;
  return {
    lockIdentity: (book) => selectIdentity(run, book, dialect.forUpdate),

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

    findExisting: (invoices) => findExisting(run, dialect, invoices),

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

    insertInvoices: (invoices) => insertInvoices(run, dialect, invoices),

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
         select $2, ${columns.map((column) => (column === 'epoch' ? 'cast(x.epoch as bigint)' : `x.${column}`)).join(', ')}
         from ${dialect.rowsOf(columns)}`,
        [JSON.stringify(rows), book],
      );
    },

    async moveHead(book, { head, previousHead, batchId, receiptsAdded }) {
      const moved = await run(
        `update staging_post_copy set head = $2, previous_head = $3, batch_id = $4,
         receipt_count = receipt_count + $5 where book = $1 returning book`,
        [book, head, previousHead, batchId, receiptsAdded],
      );
      if (moved.length === 0) throw new Error(`the copy has no row for ${book} whose head could be moved`);
    },

    async writeIdentity(identity) {
      await run(
        `insert into staging_post_copy (${identityColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (book) do update set copy_id = $2, epoch = $3, fenced = $4, head = $5, previous_head = $6,
         batch_id = $7, receipt_count = $8`,
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
    },
  };
}

interface ExistingRow {
  id: number | string;
  document_type: string;
  supplier_name: string | null;
  supplier_organisation_number: string | null;
  supplier_vat_id: string | null;
  bankgiro: string | null;
  plusgiro: string | null;
  iban: string | null;
  invoice_number: string;
  issue_date: string | null;
  payable: string | number | null;
  currency: string | null;
  receipt_of: string | null;
}

async function findExisting(
  run: RunSql,
  dialect: SqlDialect,
  invoices: readonly InvoiceToApply[],
): Promise<Map<string, ExistingInvoice[]>> {
  const numbers = invoices.flatMap(({ invoice }) => comparableNumbers(invoice.invoiceNumber ?? ''));
  const book = invoices[0]?.book;
  if (book === undefined) return new Map();
  const rows = await run<ExistingRow>(
    `select i.id, i.document_type, i.supplier_name, i.supplier_organisation_number, i.supplier_vat_id,
       i.bankgiro, i.plusgiro, i.iban, i.invoice_number, cast(i.issue_date as text) as issue_date,
       cast(i.payable as text) as payable, i.currency,
       (select min(r.invoice_id) from staging_post_receipt r
        where r.placed_table = '${table}' and r.placed_key = cast(i.id as text) and r.book = i.book) as receipt_of
     from ${table} i
     where i.book = $1 and ${dialect.isAmong(comparableNumberSql, '$2')} order by i.id`,
    [book, JSON.stringify(numbers)],
  );
  const found = new Map<string, ExistingInvoice[]>();
  for (const { id, invoice } of invoices) {
    const same = rows.filter((row) => isSameNumber(row, invoice));
    if (same.length > 0) found.set(id, same.map(asExisting));
  }
  return found;
}

function isSameNumber(row: ExistingRow, invoice: Invoice): boolean {
  return (
    invoice.invoiceNumber !== null &&
    row.document_type === invoice.documentType &&
    normaliseInvoiceNumber(row.invoice_number) === normaliseInvoiceNumber(invoice.invoiceNumber)
  );
}

function asExisting(row: ExistingRow): ExistingInvoice {
  const asRead = blankInvoice('copy');
  asRead.seller = {
    name: row.supplier_name,
    organisationNumber: row.supplier_organisation_number,
    vatId: row.supplier_vat_id,
  };
  for (const kind of ['bankgiro', 'plusgiro', 'iban'] as const) {
    const id = row[kind];
    if (id) asRead.payment.accounts.push({ kind, id });
  }
  return {
    table,
    key: String(row.id),
    supplierKeys: supplierKeys(asRead),
    invoiceNumber: row.invoice_number,
    issueDate: row.issue_date,
    // A person may have typed "1 250,00" into a text column.
    payable: amountOf(row.payable),
    currency: row.currency,
    receiptOf: row.receipt_of,
  };
}

function amountOf(value: string | number | null): string | null {
  if (value === null) return null;
  const text = String(value)
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

const amounts = ['net', 'vat', 'gross', 'rounding', 'payable'] as const;
const dates = ['issue_date', 'due_date'] as const;

function rowOf({ id, book, invoice }: InvoiceToApply): Record<string, string | null> {
  const account = (kind: string) =>
    invoice.payment.accounts.find((candidate) => candidate.kind === kind)?.id ?? null;
  return {
    source_id: id,
    book,
    document_type: invoice.documentType,
    supplier_name: invoice.seller.name,
    supplier_organisation_number: invoice.seller.organisationNumber,
    supplier_vat_id: invoice.seller.vatId,
    bankgiro: account('bankgiro'),
    plusgiro: account('plusgiro'),
    iban: account('iban'),
    invoice_number: invoice.invoiceNumber,
    issue_date: invoice.issueDate,
    due_date: invoice.dueDate,
    currency: invoice.currency,
    net: invoice.totals.net,
    vat: invoice.totals.vat,
    gross: invoice.totals.gross,
    rounding: invoice.totals.rounding,
    payable: invoice.totals.payable,
    payment_reference: invoice.payment.reference,
    buyer_reference: invoice.references.buyer,
    order_reference: invoice.references.order,
    credited_invoice: invoice.references.preceding[0] ?? null,
  };
}

async function insertInvoices(
  run: RunSql,
  dialect: SqlDialect,
  invoices: readonly InvoiceToApply[],
): Promise<PlacedInvoice[]> {
  if (invoices.length === 0) return [];
  const rows = invoices.map(rowOf);
  const columns = Object.keys(rows[0] ?? {});
  const placed = await run<{ id: number | string; source_id: string }>(
    `insert into ${table} (${columns.join(', ')}, source)
     select ${columns.map((column) => typed(dialect, column)).join(', ')}, 'staging-post'
     from ${dialect.rowsOf(columns)} where true returning id, source_id`,
    [JSON.stringify(rows)],
  );
  const keys = new Map(placed.map((row) => [row.source_id, String(row.id)]));
  const keyOf = (id: string): string => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`the row of ${id} did not come back from its own INSERT`);
    return key;
  };
  await insertLines(run, dialect, invoices, keyOf);
  for (const { id, files } of invoices) {
    for (const file of files) {
      await run(
        `insert into supplier_invoice_document (invoice, sha256, file_name, media_type, content)
         values (cast($1 as bigint), $2, $3, $4, $5)`,
        [keyOf(id), file.sha256, file.fileName, file.mediaType, file.content],
      );
    }
  }
  return invoices.map(({ id }) => ({ id, table, key: keyOf(id) }));
}

async function insertLines(
  run: RunSql,
  dialect: SqlDialect,
  invoices: readonly InvoiceToApply[],
  keyOf: (id: string) => string,
): Promise<void> {
  const rows = invoices.flatMap(({ id, invoice }) =>
    invoice.lines.map((line, index) => ({
      invoice: keyOf(id),
      line_number: String(index + 1),
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unit_price: line.unitPrice,
      net: line.net,
      vat_rate: line.vatRate,
    })),
  );
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0] ?? {});
  await run(
    `insert into supplier_invoice_line (${columns.join(', ')})
     select ${columns.map((column) => typed(dialect, column)).join(', ')} from ${dialect.rowsOf(columns)}`,
    [JSON.stringify(rows)],
  );
}

const lineAmounts = ['quantity', 'unit_price', 'vat_rate'];
const integers = ['invoice', 'line_number'];

function typed(dialect: SqlDialect, column: string): string {
  if ([...amounts, ...lineAmounts].includes(column)) return dialect.cast(`x.${column}`, 'amount');
  if ((dates as readonly string[]).includes(column)) return dialect.cast(`x.${column}`, 'date');
  return integers.includes(column) ? `cast(x.${column} as bigint)` : `x.${column}`;
}
