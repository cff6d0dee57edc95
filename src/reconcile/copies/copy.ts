/**
 * The port of reconcile: what a copy (one physical database that holds a book) can do. The protocol itself stands in
 * apply.ts, heal.ts and audit.ts; adapters only speak SQL. One conformance suite holds every adapter to this file.
 */
import type { Invoice } from '../../invoice/invoice.ts';
import type { IdRange, ReceiptDigest } from './receipt-digest.ts';

/** The row of `staging_post_copy`: who this database is for a book, and how far its history goes. */
export interface Identity {
  book: string;
  copyId: string;
  epoch: number;
  fenced: boolean;
  head: string;
  previousHead: string;
  /** The batch that moved the head last; the empty string before the first. */
  batchId: string;
  receiptCount: number;
}

export type ReceiptOutcome = 'applied' | 'linked';

/** A row of `staging_post_receipt`. */
export interface Receipt {
  invoiceId: string;
  batchId: string;
  outcome: ReceiptOutcome;
  /** Where the invoice stands in this copy. */
  table: string;
  key: string;
  epoch: number;
  /** ISO 8601, UTC. */
  appliedAt: string;
}

/** A file of the invoice, as bytes. */
export interface InvoiceFile {
  fileName: string;
  mediaType: string;
  sha256: string;
  content: Uint8Array;
}

/** One staged invoice on its way into a copy. */
export interface InvoiceToApply {
  id: string;
  book: string;
  invoice: Invoice;
  files: InvoiceFile[];
}

/** An invoice row that already stands in the copy under the same number and type. */
export interface ExistingInvoice {
  table: string;
  key: string;
  /** Keys by which its supplier is known, in the form of `supplierKeys` (invoice/identity.ts). */
  supplierKeys: string[];
  invoiceNumber: string;
  issueDate: string | null;
  payable: string | null;
  currency: string | null;
  /** The invoice whose receipt points at this row, or null when a person (or another program) put it there. */
  receiptOf: string | null;
  /** The invoice that we once put there as this row, as it says itself: our tables may be from another time than the row. */
  sourceId?: string | null;
  /** As it is written there, for people. */
  supplierName?: string | null;
}

/** Any invoice row of a copy, whoever put it there. */
export interface StandingInvoice extends ExistingInvoice {
  documentType: string;
}

/** A row in the owner's own system that bears one of our ids. */
export interface Mark {
  invoiceId: string;
  key: string;
}

export interface PlacedInvoice {
  id: string;
  table: string;
  key: string;
}

/**
 * One open transaction in a copy. Everything here is seen together or not at all.
 * A method throws `RefusedByCopyError` when the database refuses the data (constraint, type, missing parent), and
 * any other error when the copy cannot be used (connection, disk, corruption).
 */
export interface CopyTransaction {
  /** Locks and reads the identity row, so that no other apply can commit before this transaction ends. Null: no such row or no such table. */
  lockIdentity(book: string): Promise<Identity | null>;
  findReceipts(book: string, invoiceIds: readonly string[]): Promise<Map<string, Receipt>>;
  receiptsOfBatch(book: string, batchId: string): Promise<Receipt[]>;
  /** How many receipts of the book there are; a kind that cannot tell faster than by reading them leaves it out. */
  countReceipts?(book: string): Promise<number>;
  /** Rows with the same normalised number and document type; the caller judges supplier and amounts. Keyed by invoice id. */
  findExisting(invoices: readonly InvoiceToApply[]): Promise<Map<string, ExistingInvoice[]>>;
  /** Runs `work`; when it throws, undoes what it did and throws on. Nests. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  insertInvoices(invoices: readonly InvoiceToApply[]): Promise<PlacedInvoice[]>;
  insertReceipts(book: string, receipts: readonly Receipt[]): Promise<void>;
  /** Takes away those of the receipts whose invoice row is gone, and returns their ids: a person wants the invoices back. */
  dropReceiptsWithoutInvoice?(book: string, invoiceIds: readonly string[]): Promise<string[]>;
  /** Writes the new head, the batch that moved it, and adds to the receipt count. */
  moveHead(
    book: string,
    move: { head: string; previousHead: string; batchId: string; receiptsAdded: number },
  ): Promise<void>;
  /** Where our id stands in the owner's own rows: those of these invoices, or (null) all. Only where a mapping tells how to find them. */
  marks?(book: string, invoiceIds: readonly string[] | null): Promise<Mark[]>;
  /** Those of the keys whose row is gone; beside `marks`. */
  goneAmong?(keys: readonly string[]): Promise<Set<string>>;
  /**
   * Replaces the identity row (a fence, a new epoch, a new copy id). Creates it when there is none; but where
   * `lockIdentity` found none just before, and another process put one there meanwhile, that one stays and this throws.
   */
  writeIdentity(identity: Identity): Promise<void>;
}

/** Trouble that a person should know of before anything is written here. */
export interface CopyProblem {
  code: string;
  message: string;
  hint: string;
}

export interface CopyCheck {
  problems: CopyProblem[];
  /** Server or file facts for people: version, journal mode, size. */
  facts: Record<string, string>;
}

export interface Copy {
  readonly kind: string;
  /** `weaker`: our tables are not in it, so that a deletion and an older state look alike (docs/copies.md). Whole if left out. */
  readonly promise?: 'whole' | 'weaker';
  /** False: what a transaction has written stays there also when it throws, so that nothing is tried in it. */
  readonly canUndo?: boolean;
  /**
   * A quick look, without a lock. Null: the identity row, its table, or the file's schema is not there. Where a look is
   * dear (all rows of an API, page by page) it is taken at an interval only, unless it must be `thorough`.
   */
  readIdentity(book: string, options?: { thorough?: boolean }): Promise<Identity | null>;
  /** As many such looks in one, where a database holds many books; left out where that is no cheaper. Books without a row are left out. */
  readIdentities?(books: readonly string[]): Promise<Identity[]>;
  /** Creates our tables and the default accounts-payable schema where they are missing. Changes nothing that is there. */
  install(): Promise<void>;
  /** Runs `work` in one transaction: commits when it resolves, rolls back when it throws. An error of COMMIT itself is thrown as `CommitUnknownError`. */
  transaction<T>(work: (transaction: CopyTransaction) => Promise<T>): Promise<T>;
  /** All receipts of the book, or those of a range, in order of invoice id (byte by byte), streamed. */
  receipts(book: string, range?: IdRange): AsyncIterable<Receipt>;
  /** All receipts of the book, summed up where they are; left out where the database cannot: then they are read for it. */
  digestReceipts?(book: string): Promise<ReceiptDigest[]>;
  /** Receipts whose invoice row is gone. */
  receiptsWithoutInvoice(book: string): AsyncIterable<Receipt>;
  /**
   * Something short that is never the same again once rows were deleted here: while it is, nobody needs to look which. It may
   * change without cause. Left out where a kind cannot tell without looking at the rows.
   */
  deletionMark?(): Promise<string>;
  /** All invoice rows of the book, streamed. A kind that cannot list them leaves this out: then nobody can say what was put there by hand. */
  invoiceRows?(book: string): AsyncIterable<StandingInvoice>;
  /**
   * Asks a question that somebody else wrote, without any right to change something: the first column of its rows, as
   * text, at most `rowsMax` of them. Left out where a kind has no such language.
   */
  readonly ask?: (
    query: string,
    limits: { timeoutMs: number; rowsMax: number },
  ) => Promise<(string | null)[]>;
  /** Whether it may be written to: integrity, journal, versions, privileges. */
  check(): Promise<CopyCheck>;
  close(): Promise<void>;
}
