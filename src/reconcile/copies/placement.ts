/** How invoices stand in a copy: in plain tables of ours, or wherever its owner's own SQL puts them. */
import type { ExistingInvoice, InvoiceToApply, Mark, PlacedInvoice, StandingInvoice } from './copy.ts';
import { ownSchemaParts, ownTables, type SchemaDialect, type SchemaPart } from './default-schema.ts';
import { isMissingTable } from './errors.ts';
import type { Condition } from './receipt-pages.ts';
import type { RunSql } from './sql-transaction.ts';

export interface RowPage {
  after: string;
  limit: number;
}

export interface Placement {
  /** Tables and indexes that are created where they are missing, besides our two. */
  schema(dialect: SchemaDialect): SchemaPart[];
  /** The tables that must be there. */
  readonly tables: readonly string[];
  /** Rows with the same number; the caller judges supplier and amounts. Keyed by invoice id. */
  findExisting(run: RunSql, invoices: readonly InvoiceToApply[]): Promise<Map<string, ExistingInvoice[]>>;
  insertInvoices(run: RunSql, invoices: readonly InvoiceToApply[]): Promise<PlacedInvoice[]>;
  /** Rows after the given key, in order of key; left out where they cannot be listed. */
  selectInvoiceRows?: (run: RunSql, book: string, page: RowPage) => Promise<StandingInvoice[]>;
  /** Which receipts `r` point at a row that is gone: the first holds where the tables are there. */
  readonly withoutInvoice: Condition;
  /** Where our ids in the owner's rows are the receipts, and our tables are not there. */
  readonly marked?: {
    marks(run: RunSql, book: string, invoiceIds: readonly string[] | null): Promise<Mark[]>;
    goneAmong(run: RunSql, keys: readonly string[]): Promise<Set<string>>;
  };
}

/** Everything that we create in a copy. */
export function schemaOf(placement: Placement, dialect: SchemaDialect): SchemaPart[] {
  return [...ownSchemaParts(dialect), ...placement.schema(dialect)];
}

export function tablesOf(placement: Placement): string[] {
  return placement.marked ? [...placement.tables] : [...ownTables, ...placement.tables];
}

const rowsPerPage = 1_000;

/** All invoice rows, page by page, each a short look of its own; none where their table is not there. */
export async function* invoiceRowsInPages(
  readPage: (page: RowPage) => Promise<StandingInvoice[]>,
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
