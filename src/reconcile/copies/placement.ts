/** How invoices stand in a copy: in plain tables of ours, or wherever its owner's own SQL puts them. */
import type { ExistingInvoice, InvoiceToApply, PlacedInvoice } from './copy.ts';
import { ownSchemaParts, ownTables, type SchemaDialect, type SchemaPart } from './default-schema.ts';
import type { Condition } from './receipt-pages.ts';
import type { RunSql } from './sql-transaction.ts';

export interface Placement {
  /** Tables and indexes that are created where they are missing, besides our two. */
  schema(dialect: SchemaDialect): SchemaPart[];
  /** The tables that must be there. */
  readonly tables: readonly string[];
  /** Rows with the same number; the caller judges supplier and amounts. Keyed by invoice id. */
  findExisting(run: RunSql, invoices: readonly InvoiceToApply[]): Promise<Map<string, ExistingInvoice[]>>;
  insertInvoices(run: RunSql, invoices: readonly InvoiceToApply[]): Promise<PlacedInvoice[]>;
  /** Which receipts `r` point at a row that is gone. */
  readonly withoutInvoice: Condition;
}

/** Everything that we create in a copy. */
export function schemaOf(placement: Placement, dialect: SchemaDialect): SchemaPart[] {
  return [...ownSchemaParts(dialect), ...placement.schema(dialect)];
}

export function tablesOf(placement: Placement): string[] {
  return [...ownTables, ...placement.tables];
}
