/** Invoices in the default accounts-payable schema (default-schema.ts). */
import type { ExistingInvoice, InvoiceToApply, PlacedInvoice, StandingInvoice } from './copy.ts';
import { comparableNumbers, payableSchemaParts, payableTables } from './default-schema.ts';
import { asExisting, type ExistingRow, isSameNumber } from './existing-row.ts';
import { rowOf } from './invoice-row.ts';
import type { Placement, RowPage } from './placement.ts';
import type { RunSql, SqlDialect, SqlValue } from './sql-transaction.ts';

const table = 'supplier_invoice';

export function defaultPlacement(dialect: SqlDialect): Placement {
  return {
    schema: payableSchemaParts,
    tables: payableTables,
    findExisting: (run, invoices) => findExisting(run, dialect, invoices),
    insertInvoices: (run, invoices) => insertInvoices(run, dialect, invoices),
    selectInvoiceRows: (run, book, page) => selectInvoiceRows(run, dialect, book, page),
    // A row that says it is another invoice took over a key that became free. Without the table, all that point into it.
    withoutInvoice: [
      `placed_table = '${table}'
       and not exists (select 1 from ${table} i where ${dialect.isKey('i.id', 'r.placed_key')}
         and (r.outcome = 'linked' or i.source_id is null or i.source_id = r.invoice_id))`,
      `placed_table = '${table}'`,
    ],
  };
}

/** With the row's own account of where it came from: a key may have been freed and taken again. */
const selectRows = (
  dialect: SqlDialect,
) => `select i.id as "key", i.document_type, i.supplier_name, i.supplier_organisation_number, i.supplier_vat_id,
    i.bankgiro, i.plusgiro, i.iban, i.invoice_number, ${dialect.asText('i.issue_date')} as issue_date,
    ${dialect.asText('i.payable')} as payable, i.currency, i.source_id,
    (select min(r.invoice_id) from staging_post_receipt r
     where r.placed_table = '${table}' and r.placed_key = ${dialect.asText('i.id')} and r.book = i.book
       and (r.outcome = 'linked' or i.source_id is null or i.source_id = r.invoice_id)) as receipt_of
  from ${table} i`;

async function selectInvoiceRows(
  run: RunSql,
  dialect: SqlDialect,
  book: string,
  page: RowPage,
): Promise<StandingInvoice[]> {
  const rows = await run<ExistingRow>(
    `${selectRows(dialect)} where i.book = $1 and i.id > ${dialect.cast('$2', 'integer')} order by i.id limit ${page.limit}`,
    [book, page.after],
  );
  return rows.map((row) => asExisting(table, row));
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
    `${selectRows(dialect)}
     where i.book = $1 and ${dialect.isAmong(dialect.comparableNumber, '$2')} order by i.id`,
    [book, JSON.stringify(numbers)],
  );
  const found = new Map<string, ExistingInvoice[]>();
  for (const { id, invoice } of invoices) {
    const same = rows.filter((row) => isSameNumber(row, invoice));
    if (same.length > 0)
      found.set(
        id,
        same.map((row) => asExisting(table, row)),
      );
  }
  return found;
}

const amounts = ['net', 'vat', 'gross', 'rounding', 'payable'] as const;
const dates = ['issue_date', 'due_date'] as const;

async function insertInvoices(
  run: RunSql,
  dialect: SqlDialect,
  invoices: readonly InvoiceToApply[],
): Promise<PlacedInvoice[]> {
  if (invoices.length === 0) return [];
  const rows = invoices.map(rowOf);
  const columns = Object.keys(rows[0] ?? {});
  const placed = dialect.rowByRow
    ? await insertRowByRow<{ id: number | string; source_id: string }>(
        run,
        table,
        rows.map((row) => ({ ...row, source: 'staging-post' })),
        ['id', 'source_id'],
      )
    : await dialect.insert<{ id: number | string; source_id: string }>(
        run,
        {
          table,
          // In order of arrival, and so are the keys.
          sql: `insert into ${table} (${columns.join(', ')}, source)
       select ${columns.map((column) => typed(dialect, column)).join(', ')}, 'staging-post'
       from ${dialect.rowsOf(columns)} where true order by x.ordinal`,
          columns: ['id', 'source_id'],
        },
        [JSON.stringify(rows)],
      );
  const keys = new Map(placed.map((row) => [row.source_id, String(row.id)]));
  const keyOf = (id: string): string => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`the row of ${id} did not come back from its own INSERT`);
    return key;
  };
  await insertLines(run, dialect, invoices, keyOf);
  await insertDocuments(run, dialect, invoices, keyOf);
  return invoices.map(({ id }) => ({ id, table, key: keyOf(id) }));
}

/** Text goes into a column of numbers as a number: the database turns it by the column's own type. */
async function insertRowByRow<T>(
  run: RunSql,
  into: string,
  rows: readonly Record<string, SqlValue>[],
  returning: readonly string[] = [],
): Promise<T[]> {
  const columns = Object.keys(rows[0] ?? {});
  const places = columns.map((_column, index) => `$${index + 1}`);
  const answer = returning.length > 0 ? `returning ${returning.join(', ')}` : '';
  const sql = `insert into ${into} (${columns.join(', ')}) values (${places.join(', ')}) ${answer}`;
  const answers: T[] = [];
  for (const row of rows) {
    answers.push(
      ...(await run<T>(
        sql,
        columns.map((column) => row[column] ?? null),
      )),
    );
  }
  return answers;
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
  if (dialect.rowByRow) {
    await insertRowByRow(run, 'supplier_invoice_line', rows);
    return;
  }
  const columns = Object.keys(rows[0] ?? {});
  await run(
    `insert into supplier_invoice_line (${columns.join(', ')})
     select ${columns.map((column) => typed(dialect, column)).join(', ')} from ${dialect.rowsOf(columns)}`,
    [JSON.stringify(rows)],
  );
}

/** How much goes into one statement: few round trips, and no statement that a server would refuse for its size. */
const documentsPerInsert = 100;
const bytesPerInsert = 4 * 1024 * 1024;

async function insertDocuments(
  run: RunSql,
  dialect: SqlDialect,
  invoices: readonly InvoiceToApply[],
  keyOf: (id: string) => string,
): Promise<void> {
  let values: SqlValue[] = [];
  let bytes = 0;
  const write = async () => {
    if (values.length === 0) return;
    const rows = Array.from({ length: values.length / 5 }, (_row, index) => {
      const [invoice, ...others] = [1, 2, 3, 4, 5].map((column) => `$${index * 5 + column}`);
      return `(${[dialect.cast(invoice ?? '', 'integer'), ...others].join(', ')})`;
    });
    await run(
      `insert into supplier_invoice_document (invoice, sha256, file_name, media_type, content) values ${rows.join(', ')}`,
      values,
    );
    values = [];
    bytes = 0;
  };
  for (const { id, files } of invoices) {
    for (const file of files) {
      const isFull =
        values.length === (dialect.rowByRow ? 1 : documentsPerInsert) * 5 ||
        bytes + file.content.length > bytesPerInsert;
      if (isFull) await write();
      values.push(keyOf(id), file.sha256, file.fileName, file.mediaType, file.content);
      bytes += file.content.length;
    }
  }
  await write();
}

const lineAmounts = ['quantity', 'unit_price', 'vat_rate'];
const integers = ['invoice', 'line_number'];

function typed(dialect: SqlDialect, column: string): string {
  if ([...amounts, ...lineAmounts].includes(column)) return dialect.cast(`x.${column}`, 'amount');
  if ((dates as readonly string[]).includes(column)) return dialect.cast(`x.${column}`, 'date');
  return integers.includes(column) ? dialect.cast(`x.${column}`, 'integer') : `x.${column}`;
}
