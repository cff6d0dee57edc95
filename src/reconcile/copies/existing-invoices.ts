/** Invoices that stand in a copy of the default schema already, as somebody wrote them. */
import { normaliseInvoiceNumber, supplierKeys } from '../../invoice/identity.ts';
import { blankInvoice, type Invoice } from '../../invoice/invoice.ts';
import type { InvoiceToApply, StandingInvoice } from './copy.ts';
import { comparableNumberSql, comparableNumbers } from './default-schema.ts';
import { isMissingTable } from './errors.ts';
import type { RunSql, SqlDialect } from './sql-transaction.ts';

interface ExistingRow {
  id: number | string;
  document_type: string;
  supplier_name: string | null;
  supplier_organisation_number: string | null;
  supplier_vat_id: string | null;
  bankgiro: string | null;
  plusgiro: string | null;
  iban: string | null;
  invoice_number: string | null;
  issue_date: string | null;
  payable: string | number | null;
  currency: string | null;
  source_id: string | null;
  receipt_of: string | null;
}

/** With the row's own account of where it came from: a key may have been freed and taken again. */
const selectRows = `select i.id, i.document_type, i.supplier_name, i.supplier_organisation_number, i.supplier_vat_id,
    i.bankgiro, i.plusgiro, i.iban, i.invoice_number, cast(i.issue_date as text) as issue_date,
    cast(i.payable as text) as payable, i.currency, i.source_id,
    (select min(r.invoice_id) from staging_post_receipt r
     where r.placed_table = 'supplier_invoice' and r.placed_key = cast(i.id as text) and r.book = i.book
       and (r.outcome = 'linked' or i.source_id is null or i.source_id = r.invoice_id)) as receipt_of
  from supplier_invoice i`;

const rowsPerPage = 1_000;

/** All invoice rows of the book, page by page, each a short look of its own; none where their table is not there. */
export async function* invoiceRowsInPages(
  readPage: (page: { after: string; limit: number }) => Promise<StandingInvoice[]>,
): AsyncGenerator<StandingInvoice> {
  for (let after = '0'; ; ) {
    const page = await readPage({ after, limit: rowsPerPage }).catch((error: unknown) => {
      if (isMissingTable(error)) return [];
      throw error;
    });
    yield* page;
    if (page.length < rowsPerPage) return;
    after = page.at(-1)?.key ?? after;
  }
}

/** The rows after the given key, in order of key. */
export async function selectInvoiceRows(
  run: RunSql,
  book: string,
  page: { after: string; limit: number },
): Promise<StandingInvoice[]> {
  const rows = await run<ExistingRow>(
    `${selectRows} where i.book = $1 and i.id > cast($2 as bigint) order by i.id limit ${page.limit}`,
    [book, page.after],
  );
  return rows.map(asExisting);
}

/** Rows under the same normalised number and of the same type, whoever put them there. */
export async function findExisting(
  run: RunSql,
  dialect: SqlDialect,
  invoices: readonly InvoiceToApply[],
): Promise<Map<string, StandingInvoice[]>> {
  const numbers = invoices.flatMap(({ invoice }) => comparableNumbers(invoice.invoiceNumber ?? ''));
  const book = invoices[0]?.book;
  if (book === undefined) return new Map();
  const rows = await run<ExistingRow>(
    `${selectRows} where i.book = $1 and ${dialect.isAmong(comparableNumberSql, '$2')} order by i.id`,
    [book, JSON.stringify(numbers)],
  );
  const found = new Map<string, StandingInvoice[]>();
  for (const { id, invoice } of invoices) {
    const same = rows.filter((row) => isSameNumber(row, invoice));
    if (same.length > 0) found.set(id, same.map(asExisting));
  }
  return found;
}

function isSameNumber(row: ExistingRow, invoice: Invoice): boolean {
  return (
    invoice.invoiceNumber !== null &&
    row.invoice_number !== null &&
    row.document_type === invoice.documentType &&
    normaliseInvoiceNumber(row.invoice_number) === normaliseInvoiceNumber(invoice.invoiceNumber)
  );
}

function asExisting(row: ExistingRow): StandingInvoice {
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
    table: 'supplier_invoice',
    key: String(row.id),
    supplierKeys: supplierKeys(asRead),
    invoiceNumber: row.invoice_number ?? '',
    issueDate: row.issue_date,
    // A person may have typed "1 250,00" into a text column.
    payable: amountOf(row.payable),
    currency: row.currency,
    receiptOf: row.receipt_of,
    documentType: row.document_type,
    sourceId: row.source_id,
    supplierName: row.supplier_name,
  };
}

function amountOf(value: string | number | null): string | null {
  if (value === null) return null;
  const text = String(value)
    .replace(/[\s\u00a0]/g, '')
    .replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}
