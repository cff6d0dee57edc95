/**
 * A copy in memory: the same port as the real ones, whose whole content can be taken as a snapshot and put back (which
 * is what copying a database file over another is). Every statement is a stop of the process, and COMMIT may lose its answer.
 */
import { normaliseInvoiceNumber, supplierKeys } from '../../src/invoice/identity.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import type {
  Copy,
  CopyTransaction,
  ExistingInvoice,
  InvoiceToApply,
  Receipt,
  StandingInvoice,
} from '../../src/reconcile/copies/copy.ts';
import {
  CommitUnknownError,
  CopyUnreachableError,
  RefusedByCopyError,
} from '../../src/reconcile/copies/errors.ts';
import { refusedSupplier } from '../simulation/fabricate.ts';
import { type Content, cloneContent, type Place, receiptKey, receiptsOf } from './place.ts';
import type { Process } from './scheduler.ts';

export function openMemoryCopy(place: Place, process: Process): Copy {
  const step = async (what: string) => {
    await process.step(`${place.name}: ${what}`);
    place.mustBeReachable();
  };
  return {
    kind: 'memory',
    async readIdentity(book) {
      await step('read the identity');
      return place.content.identities.get(book) ?? null;
    },
    async install() {
      await step('install');
      place.content = { ...place.content, installed: true };
    },
    async transaction(work) {
      await step('begin');
      const connection = await place.begin(process);
      try {
        const base = place.content;
        const draft = cloneContent(base);
        const result = await work(
          transactionOn(place, draft, async (what) => {
            await step(what);
            if (!place.isOpen(connection)) throw new CopyUnreachableError('the transaction was rolled back');
          }),
        );
        await step('commit');
        if (!place.isOpen(connection)) throw new CopyUnreachableError('the transaction was rolled back');
        const fault = place.commitFaults.shift();
        // The file was replaced under the transaction: what it wrote went into the file that is gone.
        if (place.content !== base) throw new CommitUnknownError('the file was replaced');
        if (fault === 'answer_lost_before') throw new CommitUnknownError('connection lost at COMMIT');
        place.content = draft;
        place.onCommit(base, draft);
        if (fault === 'answer_lost_after') throw new CommitUnknownError('connection lost after COMMIT');
        return result;
      } finally {
        place.end(connection);
      }
    },
    async *receipts(book) {
      await step('read the receipts');
      yield* receiptsOf(place.content, book);
    },
    async *receiptsWithoutInvoice(book) {
      await step('read the receipts without their invoice');
      const { content } = place;
      yield* receiptsOf(content, book).filter((receipt) => !content.rows.has(receipt.key));
    },
    async *invoiceRows() {
      await step('read the rows');
      yield* standingRows(place, place.content);
    },
    async check() {
      return { problems: [], facts: {} };
    },
    async close() {},
  };
}

function transactionOn(place: Place, draft: Content, step: (what: string) => Promise<void>): CopyTransaction {
  return {
    async lockIdentity(book) {
      await step('lock the identity');
      return draft.identities.get(book) ?? null;
    },
    async findReceipts(book, ids) {
      await step('find receipts');
      const found = new Map<string, Receipt>();
      for (const id of ids) {
        const receipt = draft.receipts.get(receiptKey(book, id));
        if (receipt) found.set(id, receipt);
      }
      return found;
    },
    async receiptsOfBatch(book, batchId) {
      await step('receipts of a batch');
      return receiptsOf(draft, book).filter((receipt) => receipt.batchId === batchId);
    },
    async findExisting(invoices) {
      await step('find existing rows');
      const existing = new Map<string, ExistingInvoice[]>();
      for (const { id, invoice } of invoices) existing.set(id, rowsLike(place, draft, invoice));
      return existing;
    },
    async savepoint(work) {
      const saved = cloneContent(draft);
      try {
        return await work();
      } catch (error) {
        Object.assign(draft, saved);
        throw error;
      }
    },
    async insertInvoices(invoices) {
      await step('insert invoices');
      return invoices.map((invoice) => insertRow(draft, invoice));
    },
    async insertReceipts(book, receipts) {
      await step('insert receipts');
      for (const receipt of receipts) {
        const key = receiptKey(book, receipt.invoiceId);
        // The primary key of the real table.
        if (draft.receipts.has(key))
          throw new RefusedByCopyError(`a receipt of ${receipt.invoiceId} is there`);
        draft.receipts.set(key, receipt);
      }
    },
    async dropReceiptsWithoutInvoice(book, ids) {
      await step('drop receipts without their invoice');
      const gone = ids.filter((id) => {
        const receipt = draft.receipts.get(receiptKey(book, id));
        return receipt !== undefined && !draft.rows.has(receipt.key);
      });
      for (const id of gone) draft.receipts.delete(receiptKey(book, id));
      return gone;
    },
    async moveHead(book, { head, previousHead, batchId, receiptsAdded }) {
      await step('move the head');
      const identity = draft.identities.get(book);
      if (!identity) throw new Error('no identity to move');
      const receiptCount = identity.receiptCount + receiptsAdded;
      draft.identities.set(book, { ...identity, head, previousHead, batchId, receiptCount });
    },
    async writeIdentity(identity) {
      await step('write the identity');
      draft.identities.set(identity.book, identity);
    },
  };
}

function standingRows({ hasSourceIds }: Place, content: Content): StandingInvoice[] {
  const receiptOfKey = new Map(
    [...content.receipts.values()].map((receipt) => [receipt.key, receipt.invoiceId]),
  );
  return [...content.rows.values()].map(({ key, invoice, of }) => ({
    table: 'supplier_invoice',
    key,
    supplierKeys: supplierKeys(invoice),
    invoiceNumber: invoice.invoiceNumber ?? '',
    issueDate: invoice.issueDate,
    payable: invoice.totals.payable,
    currency: invoice.currency,
    documentType: invoice.documentType,
    receiptOf: receiptOfKey.get(key) ?? null,
    sourceId: hasSourceIds ? of : null,
  }));
}

function rowsLike(place: Place, content: Content, invoice: Invoice): ExistingInvoice[] {
  const number = normaliseInvoiceNumber(invoice.invoiceNumber ?? '');
  return standingRows(place, content).filter((row) => normaliseInvoiceNumber(row.invoiceNumber) === number);
}

function insertRow(draft: Content, { id, invoice }: InvoiceToApply) {
  if (invoice.seller.name === refusedSupplier) throw new RefusedByCopyError('there is no such supplier');
  const key = String(draft.nextKey);
  // The primary key of the real table.
  if (draft.rows.has(key)) throw new RefusedByCopyError(`there is a row ${key} already`);
  draft.nextKey += 1;
  draft.rows.set(key, { key, invoice, note: '', byHand: false, of: id });
  return { id, table: 'supplier_invoice', key };
}
