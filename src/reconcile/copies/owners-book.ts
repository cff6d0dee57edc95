/**
 * What an owner's system must be able to do to hold a book although it allows no tables of ours and may know no
 * transactions: tell where our ids stand, and take an invoice with its id. marked-copy.ts makes a copy of it.
 */
import type { Copy, CopyCheck, ExistingInvoice, InvoiceToApply, Mark, PlacedInvoice } from './copy.ts';

export interface Look {
  /** All rows that bear an id of ours. */
  marks: Mark[];
  /** Of the keys that were asked about, those whose row is gone. */
  gone: Set<string>;
}

/** Where each step is written down before and after it is taken; for systems in which nothing can be undone. */
export interface Notes {
  /** Rejects when another may write in our place by now: then nothing more is said to the system. */
  assertHeld(): Promise<void>;
  intend(invoice: InvoiceToApply): Promise<void>;
  answered(placed: PlacedInvoice): Promise<void>;
}

export interface OwnersTransaction {
  /** Rows with the same number; `sourceId` is the invoice whose id a row bears. */
  findExisting(invoices: readonly InvoiceToApply[]): Promise<Map<string, ExistingInvoice[]>>;
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  /** Finds each under our id, finishing what a dead worker left half, or writes it: never twice. */
  place(invoices: readonly InvoiceToApply[]): Promise<PlacedInvoice[]>;
}

export interface OwnersBook {
  readonly kind: string;
  /** Whether a transaction that throws leaves nothing. */
  readonly canUndo: boolean;
  /** How often all ids are compared, at most. */
  readonly lookEveryMs: number;
  /** Whose books these are, as they say themselves; left out where they cannot. */
  readonly company?: () => Promise<string>;
  /** Makes sure that it can be reached and read. */
  reach(book: string): Promise<void>;
  look(book: string, keys: readonly string[]): Promise<Look>;
  transaction<T>(notes: Notes, work: (transaction: OwnersTransaction) => Promise<T>): Promise<T>;
  check(): Promise<CopyCheck>;
  readonly ask?: NonNullable<Copy['ask']>;
  close(): Promise<void>;
}
