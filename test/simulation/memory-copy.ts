/**
 * A copy in memory, for the simulation: the same port as the real ones, whose whole content can be taken as a snapshot
 * and put back (which is what copying a database file over another is), and whose commits can be interrupted.
 */
import { normaliseInvoiceNumber, supplierKeys } from '../../src/invoice/identity.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import type {
  Copy,
  CopyTransaction,
  ExistingInvoice,
  Identity,
  InvoiceFile,
  InvoiceToApply,
  Receipt,
} from '../../src/reconcile/copies/copy.ts';
import {
  CommitUnknownError,
  CopyUnreachableError,
  RefusedByCopyError,
} from '../../src/reconcile/copies/errors.ts';
import { isWithin, wholeRange } from '../../src/reconcile/copies/receipt-digest.ts';
import { refusedSupplier } from './fabricate.ts';

export interface InvoiceRow {
  key: string;
  book: string;
  invoice: Invoice;
  /** What a person wrote into it. */
  note: string;
  byHand: boolean;
  files: InvoiceFile[];
}

/** Everything that one database file holds. */
export interface Content {
  installed: boolean;
  identities: Map<string, Identity>;
  receipts: Map<string, Receipt>;
  rows: Map<string, InvoiceRow>;
  /** Keys of rows that a person deleted in this history. */
  deletedByHand: Set<string>;
  /** Names of suppliers that this database does not take. */
  refusedSuppliers: Set<string>;
  nextKey: number;
}

export function emptyContent(): Content {
  return {
    installed: false,
    identities: new Map(),
    receipts: new Map(),
    rows: new Map(),
    deletedByHand: new Set(),
    refusedSuppliers: new Set([refusedSupplier]),
    nextKey: 1,
  };
}

export type CommitFault = 'answer_lost_after' | 'answer_lost_before';

/** One place where a database file lives: what stands there may be replaced at any moment. */
export class Place {
  readonly name: string;
  content: Content = emptyContent();
  reachable = true;
  commitFaults: CommitFault[] = [];
  /** Called with the content before and after every commit that took effect. */
  onCommit: (before: Content, after: Content) => void = () => {};
  #transaction: symbol | null = null;

  constructor(name: string) {
    this.name = name;
  }

  snapshot(): Content {
    return structuredClone(this.content);
  }

  /** What `cp` does: whatever stood there is gone. */
  overwrite(content: Content): void {
    this.content = structuredClone(content);
  }

  /** One transaction at a time, as under the lock of the identity row; a second one is told so, as after a lock timeout. */
  begin(): symbol {
    if (this.#transaction) throw new CopyUnreachableError(`${this.name} is locked by another transaction`);
    this.#transaction = Symbol('transaction');
    return this.#transaction;
  }

  isOpen(transaction: symbol): boolean {
    return this.#transaction === transaction;
  }

  end(transaction: symbol): void {
    if (this.#transaction === transaction) this.#transaction = null;
  }

  /** The process that held the transaction died, or its connection was cut: the database rolls it back. */
  cutConnections(): void {
    this.#transaction = null;
  }
}

/** `pause` is passed before everything that the world could see: there a process may die, or fall asleep. */
export function openMemoryCopy(place: Place, pause: () => Promise<void>): Copy {
  const step = async () => {
    await pause();
    if (!place.reachable) throw new CopyUnreachableError(`${place.name} is out of reach`);
  };
  return {
    kind: 'memory',
    async readIdentity(book) {
      await step();
      return structuredClone(place.content.identities.get(book) ?? null);
    },
    async install() {
      await step();
      place.content.installed = true;
    },
    async transaction(work) {
      await step();
      const transaction = place.begin();
      try {
        const base = place.content;
        const draft = structuredClone(base);
        const result = await work(transactionOn(draft, step));
        await step();
        if (!place.isOpen(transaction)) throw new CopyUnreachableError('the transaction was rolled back');
        // The file was replaced under the transaction: what it wrote went into the file that is gone.
        if (place.content !== base) throw new CommitUnknownError('the file was replaced');
        const fault = place.commitFaults.shift();
        if (fault === 'answer_lost_before') throw new CommitUnknownError('connection lost at COMMIT');
        place.content = draft;
        place.onCommit(base, draft);
        if (fault === 'answer_lost_after') throw new CommitUnknownError('connection lost after COMMIT');
        await pause();
        return result;
      } finally {
        place.end(transaction);
      }
    },
    async *receipts(book, range = wholeRange) {
      await step();
      const all = structuredClone(receiptsOf(place.content, book));
      yield* all.filter(({ invoiceId }) => isWithin(invoiceId, range));
    },
    async *receiptsWithoutInvoice(book) {
      await step();
      yield* receiptsOf(place.content, book).filter((receipt) => !place.content.rows.has(receipt.key));
    },
    async check() {
      await step();
      return { problems: [], facts: {} };
    },
    async close() {},
  };
}

function receiptsOf(content: Content, book: string): Receipt[] {
  return [...content.receipts.entries()]
    .filter(([key]) => key.startsWith(`${book}/`))
    .map(([, receipt]) => receipt)
    .sort((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1));
}

function transactionOn(draft: Content, step: () => Promise<void>): CopyTransaction {
  return {
    async lockIdentity(book) {
      await step();
      return structuredClone(draft.identities.get(book) ?? null);
    },
    async findReceipts(book, ids) {
      await step();
      const found = new Map<string, Receipt>();
      for (const id of ids) {
        const receipt = draft.receipts.get(`${book}/${id}`);
        if (receipt) found.set(id, receipt);
      }
      return found;
    },
    async receiptsOfBatch(book, batchId) {
      await step();
      return receiptsOf(draft, book).filter((receipt) => receipt.batchId === batchId);
    },
    async findExisting(invoices) {
      await step();
      const existing = new Map<string, ExistingInvoice[]>();
      for (const { id, book, invoice } of invoices) existing.set(id, rowsLike(draft, book, invoice));
      return existing;
    },
    async savepoint(work) {
      const saved = structuredClone(draft);
      try {
        return await work();
      } catch (error) {
        Object.assign(draft, saved);
        throw error;
      }
    },
    async insertInvoices(invoices) {
      await step();
      return invoices.map((invoice) => insertRow(draft, invoice));
    },
    async insertReceipts(book, receipts) {
      await step();
      for (const receipt of receipts) {
        const key = `${book}/${receipt.invoiceId}`;
        if (draft.receipts.has(key)) throw new RefusedByCopyError(`there is a receipt ${key} already`);
        draft.receipts.set(key, structuredClone(receipt));
      }
    },
    async moveHead(book, { head, previousHead, batchId, receiptsAdded }) {
      await step();
      const identity = draft.identities.get(book);
      if (!identity) throw new Error('no identity to move');
      draft.identities.set(book, {
        ...identity,
        head,
        previousHead,
        batchId,
        receiptCount: identity.receiptCount + receiptsAdded,
      });
    },
    async writeIdentity(identity) {
      await step();
      draft.identities.set(identity.book, structuredClone(identity));
    },
  };
}

function rowsLike(content: Content, book: string, invoice: Invoice): ExistingInvoice[] {
  if (invoice.invoiceNumber === null) return [];
  const number = normaliseInvoiceNumber(invoice.invoiceNumber);
  const receiptOfKey = new Map(receiptsOf(content, book).map((receipt) => [receipt.key, receipt.invoiceId]));
  return [...content.rows.values()]
    .filter(
      (row) =>
        row.book === book &&
        row.invoice.documentType === invoice.documentType &&
        normaliseInvoiceNumber(row.invoice.invoiceNumber ?? '') === number,
    )
    .map((row) => ({
      table: 'supplier_invoice',
      key: row.key,
      supplierKeys: supplierKeys(row.invoice),
      invoiceNumber: row.invoice.invoiceNumber ?? '',
      issueDate: row.invoice.issueDate,
      payable: row.invoice.totals.payable,
      currency: row.invoice.currency,
      receiptOf: receiptOfKey.get(row.key) ?? null,
    }));
}

function insertRow(draft: Content, { id, book, invoice, files }: InvoiceToApply) {
  if (draft.refusedSuppliers.has(invoice.seller.name ?? '')) {
    throw new RefusedByCopyError('there is no such supplier');
  }
  const key = String(draft.nextKey);
  draft.nextKey += 1;
  draft.rows.set(key, { key, book, invoice, note: '', byHand: false, files });
  return { id, table: 'supplier_invoice', key };
}
