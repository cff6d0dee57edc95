/** Staged invoices: from what the reader found to rows in the ledger, with their documents. */
import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { unanswered, withCorrections } from '../../invoice/correction.ts';
import { documentId, invoiceId, normaliseInvoiceNumber, supplierKeys } from '../../invoice/identity.ts';
import type { Invoice, Reason } from '../../invoice/invoice.ts';
import { record } from '../events.ts';
import type { LedgerTransaction } from '../ledger.ts';
import { storeContent } from '../originals.ts';
import type { DB, DocumentKind, Row } from '../postgres/schema.ts';
import type { InvoiceState } from '../states.ts';
import { correctionsOf } from './corrections.ts';
import { columnsOf } from './invoice-columns.ts';
import { accountDoubts } from './supplier-accounts.ts';
import { withKnownName } from './supplier-names.ts';

export interface DocumentToStage {
  path: string;
  fileName: string | null;
  declaredType: string | null;
  mediaType: string;
  bytes: number;
  sha256: string;
  kind: DocumentKind;
  reason: Reason | null;
  /** Must be there for documents that belong to an invoice; of the others, the mail itself is kept. */
  content: Uint8Array | null;
}

export interface InvoiceToStage {
  primaryPath: string;
  /** Tells several invoices in one document apart. */
  ordinal: number;
  invoice: Invoice;
  state: 'ready' | 'needs_review';
  reasons: Reason[];
  documents: { path: string; role: 'primary' | 'representation' | 'attachment' }[];
}

/** An invoice may be read anew until it went into a copy or a person ended it. */
const rereadableStates: readonly InvoiceState[] = [
  'ready',
  'needs_review',
  'held',
  'conflict',
  'quarantined',
];

/** Stages what was read in a delivery of a book. Staging the same again changes nothing but what a better reading found. */
export async function stageInvoices(
  tx: LedgerTransaction,
  delivery: Row<'delivery'> & { book: string },
  reading: { documents: readonly DocumentToStage[]; invoices: readonly InvoiceToStage[] },
  actor: string,
): Promise<string[]> {
  await stageDocuments(tx.db, delivery.id, reading);
  const ids: string[] = [];
  for (const found of reading.invoices)
    ids.push(await stageInvoice(tx, delivery, reading.documents, found, actor));
  if (reading.invoices.some((found) => found.state === 'ready'))
    tx.ring({ kind: 'reconcile', book: delivery.book });
  return ids;
}

async function stageDocuments(
  db: Kysely<DB>,
  delivery: string,
  reading: { documents: readonly DocumentToStage[]; invoices: readonly InvoiceToStage[] },
): Promise<void> {
  const needed = new Set(
    reading.invoices.flatMap((found) => found.documents.map((document) => document.path)),
  );
  for (const [ordinal, document] of reading.documents.entries()) {
    const original = needed.has(document.path) ? await storeContent(db, contentOf(document)) : null;
    const facts = {
      ordinal,
      file_name: document.fileName,
      declared_type: document.declaredType,
      media_type: document.mediaType,
      bytes: document.bytes,
      sha256: document.sha256,
      kind: document.kind,
      reason: document.reason ? JSON.stringify(document.reason) : null,
      original,
    };
    await db
      .insertInto('document')
      .values({ id: documentId(delivery, document.path), delivery, path: document.path, ...facts })
      .onConflict((conflict) => conflict.columns(['delivery', 'path']).doUpdateSet(facts))
      .execute();
  }
}

function contentOf({ path, content }: DocumentToStage): Uint8Array {
  if (content) return content;
  throw new Error(`the reading brought no bytes of document ${path}, which belongs to an invoice`);
}

async function stageInvoice(
  tx: LedgerTransaction,
  delivery: Row<'delivery'> & { book: string },
  documents: readonly DocumentToStage[],
  found: InvoiceToStage,
  actor: string,
): Promise<string> {
  const primary = documents.find((document) => document.path === found.primaryPath);
  if (!primary) throw new Error(`the reading of ${delivery.id} names no document ${found.primaryPath}`);
  const id = invoiceId(delivery.book, primary.sha256, found.ordinal);
  const corrections = await correctionsOf(tx.db, id);
  const corrected = withCorrections(found.invoice, corrections);
  // That there is no name may be what a person said.
  const invoice = corrections.some(({ field }) => field === 'seller.name')
    ? corrected
    : await withKnownName(tx.db, delivery.book, id, corrected);
  const inDoubt = unanswered(found.reasons, corrections);
  const doubts = [
    ...(await twinsOf(tx.db, delivery.book, id, invoice)).map(asReason),
    ...(await accountDoubts(tx.db, delivery.book, id, invoice)),
  ];
  const read = corrections.length > 0 && inDoubt.length === 0 ? 'ready' : found.state;
  const state = doubts.length > 0 && read === 'ready' ? 'held' : read;
  const reasons = [...inDoubt, ...doubts];
  const columns = columnsOf(invoice, reasons);
  const inserted = await tx.db
    .insertInto('invoice')
    .values({ id, book: delivery.book, delivery: delivery.id, state, ...columns })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted) {
    await record(tx.db, {
      actor,
      type: 'invoice:stage',
      book: delivery.book,
      subject: id,
      reason: reasons.map((reason) => reason.message).join('; ') || null,
      data: { state, delivery: delivery.id },
    });
  } else {
    await restage(tx.db, id, delivery, { state, columns }, actor);
  }
  for (const { path, role } of found.documents) {
    await tx.db
      .insertInto('invoice_document')
      .values({ invoice: id, document: documentId(delivery.id, path), role })
      .onConflict((conflict) => conflict.columns(['invoice', 'document']).doUpdateSet({ role }))
      .execute();
  }
  return id;
}

/** The same invoice came again: in another mail (only noted), or read anew from its own (a better reading replaces the first). */
async function restage(
  db: Kysely<DB>,
  id: string,
  delivery: Row<'delivery'> & { book: string },
  reread: { state: InvoiceState; columns: ReturnType<typeof columnsOf> },
  actor: string,
): Promise<void> {
  const existing = await db
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const event = { actor, book: delivery.book, subject: id, data: { delivery: delivery.id } };
  if (existing.delivery !== delivery.id) {
    await record(db, { ...event, type: 'invoice:seen_again' });
    return;
  }
  if (!rereadableStates.includes(existing.state)) return;
  // A person released what stood there then: that holds for the same reading, and for no other.
  const clearedBy = isDeepStrictEqual(existing.data, JSON.parse(reread.columns.data))
    ? existing.cleared_by
    : null;
  // A person's hold stays; so does what the copy said. Only the reader's own verdict is the reader's to change.
  const isReaders = clearedBy === null && (existing.state === 'needs_review' || existing.state === 'ready');
  const state = isReaders ? reread.state : existing.state;
  await db
    .updateTable('invoice')
    .set({
      ...reread.columns,
      state,
      cleared_by: clearedBy,
      ...(state === existing.state ? {} : { state_since: sql<Date>`now()` }),
    })
    .where('id', '=', id)
    .execute();
  await record(db, { ...event, type: 'invoice:reread', data: { ...event.data, state } });
}

interface Twin {
  id: string;
  payable: string | null;
  issue_date: string | null;
}

/** Other invoices of the book with the same supplier, number and type: the same one again in new bytes (F3), or two that clash. */
async function twinsOf(db: Kysely<DB>, book: string, id: string, invoice: Invoice): Promise<Twin[]> {
  const keys = supplierKeys(invoice);
  if (!invoice.invoiceNumber || keys.length === 0) return [];
  return await db
    .selectFrom('invoice')
    .select(['id', 'payable', 'issue_date'])
    .where('book', '=', book)
    .where('invoice_number_normalised', '=', normaliseInvoiceNumber(invoice.invoiceNumber))
    .where('document_type', '=', invoice.documentType)
    .where('id', '<>', id)
    .where('state', '<>', 'rejected')
    .where(sql<boolean>`supplier_keys && ${keys}::text[]`)
    .where((eb) =>
      // Number series restart yearly: another year is another invoice.
      eb.or([
        eb('issue_date', 'is', null),
        eb.val(invoice.issueDate === null),
        eb(
          eb.fn<string>('to_char', ['issue_date', eb.val('YYYY')]),
          '=',
          (invoice.issueDate ?? '').slice(0, 4),
        ),
      ]),
    )
    .orderBy('arrival')
    .limit(5)
    .execute();
}

function asReason(twin: Twin): Reason {
  return {
    code: 'possible_duplicate',
    message: `invoice ${twin.id} has the same supplier and number (payable ${twin.payable ?? 'unknown'}, dated ${twin.issue_date ?? 'unknown'}); release this one if it is another, reject it if it is the same`,
  };
}

export async function findInvoice(db: Kysely<DB>, id: string): Promise<Row<'invoice'>> {
  const invoice = await db.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirst();
  if (invoice) return invoice;
  throw new StagingPostError('no_such_invoice', `there is no invoice ${id}`, {
    kind: 'notFound',
    hint: 'List them with: staging-post invoice list',
  });
}
