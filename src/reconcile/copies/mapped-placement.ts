/** Invoices where the owner's own SQL puts them (mapping.ts), one by one, each with its lines, files and what follows from it. */

import { StagingPostError } from '../../errors.ts';
import { normaliseInvoiceNumber } from '../../invoice/identity.ts';
import type { ExistingInvoice, InvoiceToApply, PlacedInvoice } from './copy.ts';
import { CopyUnusableError, RefusedByCopyError } from './errors.ts';
import { asExisting, type ExistingRow, isSameNumber } from './existing-row.ts';
import { rowOf } from './invoice-row.ts';
import type { Mapping } from './mapping.ts';
import type { Placement } from './placement.ts';
import { type SqlTemplate, withExpressions } from './sql-template.ts';
import type { RunSql, SqlDialect, SqlValue } from './sql-transaction.ts';

type Parameters = Readonly<Record<string, SqlValue>>;

export function mappedPlacement(mapping: Mapping, dialect: SqlDialect): Placement {
  return {
    schema: () => [],
    // The owner's tables are the owner's: what is missing shows when a statement runs.
    tables: [],
    async findExisting(run, invoices) {
      const found = new Map<string, ExistingInvoice[]>();
      for (const invoice of invoices) {
        const rows = await findExisting(run, dialect, mapping, invoice);
        if (rows.length > 0) found.set(invoice.id, rows);
      }
      return found;
    },
    async insertInvoices(run, invoices) {
      const placed: PlacedInvoice[] = [];
      for (const invoice of invoices) placed.push(await insert(run, mapping, invoice));
      return placed;
    },
    withoutInvoice: [
      `placed_table = '${mapping.table.replaceAll("'", "''")}'
       and not exists (${withExpressions(mapping.stillThere, { key: 'r.placed_key' })})`,
    ],
    ...(mapping.marks ? { marked: marksIn(mapping, mapping.marks, dialect) } : {}),
  };
}

/** Our ids in the owner's own rows. */
function marksIn(
  mapping: Mapping,
  marks: SqlTemplate,
  dialect: SqlDialect,
): NonNullable<Placement['marked']> {
  return {
    async marks(run, book, invoiceIds) {
      if (invoiceIds?.length === 0) return [];
      const values = marks.names.map(() => book);
      const among = invoiceIds === null ? 'true' : dialect.isAmong('m.invoice_id', `$${values.length + 1}`);
      const rows = await perform<{ key: string | number; invoice_id: string }>(
        run,
        'marks',
        { sql: `select m."key", m.invoice_id from (${marks.sql}) m where ${among}`, names: [] },
        {},
        invoiceIds === null ? values : [...values, JSON.stringify(invoiceIds)],
      );
      return rows
        .filter(({ invoice_id: id }) => id !== null && id !== '')
        .map((row) => ({ invoiceId: row.invoice_id, key: String(row.key) }));
    },
    async goneAmong(run, keys) {
      if (keys.length === 0) return new Set();
      const rows = await perform<{ placed_key: string }>(
        run,
        'still there',
        {
          sql: `select x.placed_key from ${dialect.rowsOf(['placed_key'])}
            where not exists (${withExpressions(mapping.stillThere, { key: 'x.placed_key' })})`,
          names: [],
        },
        {},
        [JSON.stringify(keys.map((key) => ({ placed_key: key })))],
      );
      return new Set(rows.map((row) => row.placed_key));
    },
  };
}

async function findExisting(
  run: RunSql,
  dialect: SqlDialect,
  { table, findExisting: template, marks }: Mapping,
  toApply: InvoiceToApply,
): Promise<ExistingInvoice[]> {
  const rows = await perform<Omit<ExistingRow, 'receipt_of'>>(
    run,
    'find existing',
    template,
    parametersOf(toApply),
  );
  const withKey = rows.filter(({ key }) => key !== null && key !== undefined);
  if (withKey.length === 0) return [];
  if (marks) {
    return withKey
      .map((row): ExistingRow => ({ ...row, receipt_of: row.source_id ?? null }))
      .filter((row) => isSameNumber(row, toApply.invoice))
      .map((row) => asExisting(table, row));
  }
  const receipts = await run<{ placed_key: string; invoice_id: string }>(
    `select placed_key, min(invoice_id) as invoice_id from staging_post_receipt
     where book = $1 and placed_table = $2 and ${dialect.isAmong('placed_key', '$3')} group by placed_key`,
    [toApply.book, table, JSON.stringify(withKey.map(({ key }) => String(key)))],
  );
  const ownerOf = new Map(receipts.map((receipt) => [receipt.placed_key, receipt.invoice_id]));
  return withKey
    .map((row): ExistingRow => ({ ...row, receipt_of: ownerOf.get(String(row.key)) ?? null }))
    .filter((row) => isSameNumber(row, toApply.invoice))
    .map((row) => asExisting(table, row));
}

async function insert(run: RunSql, mapping: Mapping, toApply: InvoiceToApply): Promise<PlacedInvoice> {
  const { invoice, files } = toApply;
  const own = parametersOf(toApply);
  for (const template of mapping.before) await perform(run, 'before', template, own);
  const inserted = await perform<Record<string, string | number | null>>(
    run,
    'insert invoice',
    mapping.insertInvoice,
    own,
  );
  const [row] = mapping.key
    ? await perform<Record<string, string | number | null>>(run, 'key', mapping.key, own)
    : inserted;
  const key = Object.values(row ?? {})[0];
  if (key === undefined || key === null) {
    throw new RefusedByCopyError(
      mapping.key
        ? '"key" gave no row after the invoice was inserted'
        : '"insert invoice" gave no row back: its SELECT found nothing, such as no such supplier, or it has no RETURNING',
    );
  }
  const placed = { ...own, key: String(key) };
  for (const [index, line] of invoice.lines.entries()) {
    const parameters = {
      ...placed,
      line_number: index + 1,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit,
      unit_price: line.unitPrice,
      line_net: line.net,
      vat_rate: line.vatRate,
    };
    for (const template of mapping.insertLine) await perform(run, 'insert line', template, parameters);
  }
  for (const file of files) {
    const parameters = {
      ...placed,
      sha256: file.sha256,
      file_name: file.fileName,
      media_type: file.mediaType,
      content: file.content,
    };
    for (const template of mapping.insertDocument)
      await perform(run, 'insert document', template, parameters);
  }
  for (const template of mapping.after) await perform(run, 'after', template, placed);
  return { id: toApply.id, table: mapping.table, key: placed.key };
}

/** Everything that a statement may name about the invoice; amounts and dates as text, for the database to take. */
function parametersOf(toApply: InvoiceToApply): Parameters {
  const { source_id: invoiceId = null, ...row } = rowOf(toApply);
  const { invoice } = toApply;
  const isCredit = invoice.documentType === 'creditNote';
  return {
    ...row,
    invoice_id: invoiceId,
    is_credit_note: isCredit ? 1 : 0,
    // Amounts of credit notes are positive: multiplied by this they are what they do to the debt.
    sign: isCredit ? -1 : 1,
    invoice_number_normalised:
      invoice.invoiceNumber === null ? null : normaliseInvoiceNumber(invoice.invoiceNumber),
  };
}

/** Runs one statement; what the database says against it is told with its heading, so that it can be found in the file. */
async function perform<T>(
  run: RunSql,
  heading: string,
  { sql, names }: SqlTemplate,
  parameters: Parameters,
  values: readonly SqlValue[] = names.map((name) => parameters[name] ?? null),
): Promise<T[]> {
  try {
    return await run<T>(sql, values);
  } catch (error) {
    throw told(error, heading);
  }
}

function told(error: unknown, heading: string): unknown {
  if (error instanceof RefusedByCopyError) {
    return new RefusedByCopyError(`"${heading}": ${error.message}`, {
      cause: error,
      endsTransaction: error.endsTransaction,
    });
  }
  // What cannot be run at all is a fault of the mapping, or the owner's schema has changed: no invoice is to blame.
  if (error instanceof StagingPostError && error.kind === 'unreachable') return error;
  const message = error instanceof Error ? error.message : String(error);
  return new CopyUnusableError('mapping_fails', `the mapping's "${heading}" cannot be run: ${message}`, {
    cause: error,
    hint: 'Mend the mapping, or the tables it names; then: staging-post copy check <book> <name>',
  });
}
