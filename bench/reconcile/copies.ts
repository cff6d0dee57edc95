/** The two databases under measurement, as their owners would treat them: filled, kept aside, put back. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { InvoiceToApply } from '../../src/reconcile/copies/copy.ts';
import { rowOf } from '../../src/reconcile/copies/invoice-row.ts';
import { benchInvoice, idSql } from './history.ts';

export interface BenchedCopy {
  readonly kind: 'sqlite' | 'postgres';
  readonly url: string;
  /** So many receipts with their rows, and the head that stands over them. */
  fill(book: string, receipts: number, head: string): Promise<void>;
  /** Keeps the present state of the book. */
  keep(book: string): Promise<void>;
  /** Puts back what was kept: what came since then is gone. */
  putBack(book: string): Promise<void>;
  /**
   * The same rows of invoices, lines and documents as a batch writes, `perBatch` invoices at a time: one plain INSERT for
   * each table, and a COMMIT as durable as Staging Post's. No receipts, no fence, no look for duplicates, no ledger.
   */
  insertBare(invoices: readonly InvoiceToApply[], perBatch: number): Promise<void>;
  /** Reads the file whole, as is done once after somebody else touched it; left out where there is no file to read. */
  readonly checkWhole?: () => Promise<void>;
  close(): Promise<void>;
}

const receiptColumns = 'book, invoice_id, batch_id, outcome, placed_table, placed_key, epoch, applied_at';
const invoiceColumns =
  'id, book, supplier_name, invoice_number, issue_date, currency, payable, source, source_id';
const columns = Object.keys(rowOf({ id: '', book: '', invoice: benchInvoice(0), files: [] }));

/** The statements that fill either database, over a table `series(n)`. */
function fillings(book: string, series: string): string[] {
  return [
    `insert into supplier_invoice (${invoiceColumns})
     select n, '${book}', 'Leverantör ' || n, 'OLD' || n, '2026-01-02', 'SEK', 100, 'staging-post', ${idSql(book, 'n')} from ${series}`,
    `insert into staging_post_receipt (${receiptColumns})
     select '${book}', ${idSql(book, 'n')}, 'old', 'applied', 'supplier_invoice', cast(n as text), 1,
       '2026-01-02T00:00:00.000Z' from ${series}`,
  ];
}

const headUpdate = (book: string, head: string, receipts: number) =>
  `update staging_post_copy set head = '${head}', batch_id = 'old', receipt_count = ${receipts} where book = '${book}'`;

type Value = string | number | bigint | null | Uint8Array;

const linesOf = ({ invoice }: InvoiceToApply, key: number | bigint): Value[][] =>
  invoice.lines.map((line, at) => [
    key,
    at + 1,
    line.description,
    line.quantity,
    line.unit,
    line.unitPrice,
    line.net,
    line.vatRate,
  ]);

const documentsOf = ({ files }: InvoiceToApply, key: number | bigint): Value[][] =>
  files.map((file) => [key, file.sha256, file.fileName, file.mediaType, file.content]);

async function insertPlainly(pool: pg.Pool, invoices: readonly InvoiceToApply[]): Promise<void> {
  const { rows: placed } = await pool.query<{ id: number }>(
    `${insertInto('supplier_invoice', columns, invoices.length)} returning id`,
    invoices.map(rowOf).flatMap((row) => columns.map((column) => row[column] ?? null)),
  );
  const keyOf = (index: number) => placed[index]?.id ?? 0;
  const lines = invoices.flatMap((each, index) => linesOf(each, keyOf(index)));
  await pool.query(insertInto('supplier_invoice_line', lineColumns, lines.length), lines.flat());
  const documents = invoices.flatMap((each, index) => documentsOf(each, keyOf(index)));
  if (documents.length === 0) return;
  await pool.query(
    insertInto('supplier_invoice_document', documentColumns, documents.length),
    documents.flat(),
  );
}

const lineColumns = [
  'invoice',
  'line_number',
  'description',
  'quantity',
  'unit',
  'unit_price',
  'net',
  'vat_rate',
];
const documentColumns = ['invoice', 'sha256', 'file_name', 'media_type', 'content'];

function insertInto(table: string, names: readonly string[], rows: number): string {
  const places = Array.from(
    { length: rows },
    (_row, index) => `(${names.map((_name, column) => `$${index * names.length + column + 1}`).join(', ')})`,
  );
  return `insert into ${table} (${names.join(', ')}) values ${places.join(', ')}`;
}

function* batchesOf(invoices: readonly InvoiceToApply[], perBatch: number) {
  for (let from = 0; from < invoices.length; from += perBatch) yield invoices.slice(from, from + perBatch);
}

export function benchedSqlite(file: string): BenchedCopy {
  new DatabaseSync(file).close();
  const withDatabase = async (work: (database: DatabaseSync) => Promise<void>) => {
    const database = new DatabaseSync(file);
    try {
      // As durable as Staging Post's own.
      database.exec('pragma synchronous = extra; pragma foreign_keys = on; pragma cache_spill = off');
      await work(database);
    } finally {
      database.close();
    }
  };
  return {
    kind: 'sqlite',
    url: `sqlite:${file}`,
    async fill(book, receipts, head) {
      const series = `(with recursive s(n) as (select 1 union all select n + 1 from s where n < ${receipts}) select n from s)`;
      await withDatabase(async (database) => {
        database.exec(
          `begin; ${fillings(book, series).join('; ')}; ${headUpdate(book, head, receipts)}; commit`,
        );
      });
    },
    checkWhole: () => withDatabase(async (database) => void database.prepare('pragma quick_check(3)').all()),
    async keep() {
      copyFileSync(file, `${file}.kept`);
    },
    async putBack() {
      // Another process copies, as a person's would.
      execFileSync('cp', [`${file}.kept`, `${file}.back`]);
      renameSync(`${file}.back`, file);
    },
    // Here a statement for each row, prepared once, is quicker than one for many rows.
    insertBare: (invoices, perBatch) =>
      withDatabase(async (database) => {
        const [invoice, line, document] = [
          database.prepare(insertInto('supplier_invoice', columns, 1).replaceAll('$', '?')),
          database.prepare(insertInto('supplier_invoice_line', lineColumns, 1).replaceAll('$', '?')),
          database.prepare(insertInto('supplier_invoice_document', documentColumns, 1).replaceAll('$', '?')),
        ];
        for (const batch of batchesOf(invoices, perBatch)) {
          database.exec('begin immediate');
          for (const each of batch) {
            const row = rowOf(each);
            const { lastInsertRowid } = invoice.run(...columns.map((column) => row[column] ?? null));
            for (const values of linesOf(each, lastInsertRowid)) line.run(...values);
            for (const values of documentsOf(each, lastInsertRowid)) document.run(...values);
          }
          database.exec('commit');
        }
      }),
    async close() {},
  };
}

export function benchedPostgres(url: string): BenchedCopy {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const together = async (...statements: string[]) => {
    await pool.query(`begin; ${statements.join('; ')}; commit`);
  };
  let kept: { head: string; previous_head: string; batch_id: string; receipt_count: string; rows: string };
  return {
    kind: 'postgres',
    url,
    async fill(book, receipts, head) {
      await together(
        ...fillings(book, `generate_series(1, ${receipts}) n`),
        headUpdate(book, head, receipts),
        `select setval(pg_get_serial_sequence('supplier_invoice', 'id'), ${receipts})`,
      );
      await pool.query('vacuum analyze');
    },
    async keep(book) {
      const { rows } = await pool.query(
        `select head, previous_head, batch_id, receipt_count, (select max(id) from supplier_invoice) as rows
         from staging_post_copy where book = $1`,
        [book],
      );
      kept = rows[0];
    },
    async putBack(book) {
      await together(
        `delete from supplier_invoice where id > ${kept.rows}`,
        `delete from staging_post_receipt where book = '${book}' and batch_id <> 'old'`,
        `update staging_post_copy set head = '${kept.head}', previous_head = '${kept.previous_head}',
           batch_id = '${kept.batch_id}', receipt_count = ${kept.receipt_count} where book = '${book}'`,
      );
      await pool.query('vacuum supplier_invoice, staging_post_receipt, staging_post_copy');
    },
    async insertBare(invoices, perBatch) {
      for (const batch of batchesOf(invoices, perBatch)) {
        await pool.query('begin');
        await insertPlainly(pool, batch);
        await pool.query('commit');
      }
    },
    close: () => pool.end(),
  };
}
