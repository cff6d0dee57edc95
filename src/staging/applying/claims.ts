/**
 * Claiming the next batch: which of the ready invoices it takes, its intent, and the invoices on their way. All of it is in
 * the ledger before the copy is touched.
 */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { allows, type HeldAuthority, holdMandate, type Mandate } from '../books/authority.ts';
import { telling } from '../events.ts';
import { changesOf } from '../invoices/transitions.ts';
import type { DB, Row } from '../postgres/schema.ts';

const actor = 'worker';

/** What a batch may hold. One invoice whose documents alone are more goes alone. */
export interface BatchLimits {
  invoices: number;
  /** Of their documents, which stand in memory while the batch is applied. */
  documentBytes?: number;
}

export const documentBytesPerBatch = 32 * 1024 * 1024;

/** What is recorded of a batch before the copy is touched. */
export type Intent = Pick<Row<'batch'>, 'id' | 'book' | 'copy' | 'copy_id' | 'epoch' | 'expected_head'>;

export interface Claim {
  batch: Intent;
  /** In order of arrival. */
  invoices: ClaimedInvoice[];
  /** Others are most likely ready behind them. */
  isFull: boolean;
}

export type ClaimedInvoice = Pick<Row<'invoice'>, 'id' | 'book' | 'data' | 'cleared_by' | 'link_to'> & {
  /** Its row vanished from the copy while its receipt stands, and a person wants it back. */
  wanted: boolean;
  /** Those that go into the copy with it, in the order of the mail. */
  documents: ClaimedDocument[];
};

export interface ClaimedDocument {
  fileName: string | null;
  /** Where in the mail. */
  path: string;
  mediaType: string;
  sha256: string;
  bytes: number;
}

/** Records the intent to apply the next ready invoices, in order of arrival. An empty batch is written with 0 invoices. */
export async function claimBatch(db: Kysely<DB>, mandate: Mandate, limits: BatchLimits): Promise<Claim> {
  await holdMandate(db, mandate);
  return await claim(db, mandate, await nextReady(db, mandate.book, limits));
}

/** As `claimBatch`; null, and nothing recorded, where no invoice is ready. */
export async function claimReady(
  db: Kysely<DB>,
  mandate: Mandate,
  limits: BatchLimits,
): Promise<Claim | null> {
  await holdMandate(db, mandate);
  return await claimNext(db, mandate, limits);
}

/** As `claimReady`, in a transaction that holds the authority already; null also where the mandate is not what it was. */
export async function claimWhileHeld(
  db: Kysely<DB>,
  held: HeldAuthority,
  mandate: Mandate,
  limits: BatchLimits,
): Promise<Claim | null> {
  return allows(held, mandate) ? await claimNext(db, mandate, limits) : null;
}

async function claimNext(db: Kysely<DB>, mandate: Mandate, limits: BatchLimits): Promise<Claim | null> {
  const next = await nextReady(db, mandate.book, limits);
  return next.documentsOf.size === 0 ? null : await claim(db, mandate, next);
}

interface Next extends Pick<Claim, 'isFull'> {
  /** By invoice, in order of arrival. */
  documentsOf: ReadonlyMap<string, ClaimedDocument[]>;
}

/** The next ready invoices, locked, with their documents: as many as a batch may hold. */
async function nextReady(
  db: Kysely<DB>,
  book: string,
  { invoices, documentBytes = documentBytesPerBatch }: BatchLimits,
): Promise<Next> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('invoice')
        .select(['id', 'arrival'])
        .where('book', '=', book)
        .where('state', '=', 'ready')
        .orderBy('arrival')
        .limit(invoices)
        .forUpdate()
        .as('next'),
    )
    .leftJoin('invoice_document', 'invoice_document.invoice', 'next.id')
    .leftJoin('document', (join) =>
      join.onRef('document.id', '=', 'invoice_document.document').on('document.original', 'is not', null),
    )
    .select(['next.id', 'document.file_name', 'document.path', 'document.media_type'])
    .select(['document.sha256', 'document.bytes'])
    .orderBy('next.arrival')
    .orderBy('document.ordinal')
    .execute();
  const documentsOf = new Map<string, ClaimedDocument[]>();
  for (const { id, file_name: fileName, path, media_type: mediaType, sha256, bytes } of rows) {
    const documents = documentsOf.get(id) ?? [];
    documentsOf.set(id, documents);
    if (path === null || mediaType === null || sha256 === null || bytes === null) continue;
    // The same file may have come in several mails.
    if (documents.some((document) => document.sha256 === sha256)) continue;
    documents.push({ fileName, path, mediaType, sha256, bytes });
  }
  const taken = firstWithin(documentsOf, documentBytes);
  return { documentsOf: taken, isFull: taken.size === invoices || taken.size < documentsOf.size };
}

function firstWithin(
  documentsOf: ReadonlyMap<string, ClaimedDocument[]>,
  documentBytes: number,
): Map<string, ClaimedDocument[]> {
  const taken = new Map<string, ClaimedDocument[]>();
  let left = documentBytes;
  for (const [id, documents] of documentsOf) {
    left -= documents.reduce((sum, { bytes }) => sum + bytes, 0);
    if (left < 0 && taken.size > 0) break;
    taken.set(id, documents);
  }
  return taken;
}

/** The intent, the invoices on their way, and their events, in one statement. */
async function claim(db: Kysely<DB>, mandate: Mandate, { documentsOf, isFull }: Next): Promise<Claim> {
  const batch: Intent = {
    id: randomUUID(),
    book: mandate.book,
    copy: mandate.copy,
    copy_id: mandate.copyId,
    epoch: mandate.epoch,
    expected_head: mandate.head,
  };
  const invoices = await db
    .with('intent', (part) => part.insertInto('batch').values({ ...batch, state: 'intended' }))
    .with('moved', (part) =>
      part
        .updateTable('invoice')
        .set(changesOf('claim', { set: { batch: batch.id } }))
        .where(sql<boolean>`id = any(${[...documentsOf.keys()]}::text[])`)
        .returning(['id', 'book', 'arrival', 'data', 'cleared_by', 'link_to']),
    )
    .with('told', telling({ actor, type: 'invoice:claim', data: { batch: batch.id } }))
    .selectFrom('moved')
    .leftJoin('vanished_invoice as wanted', (join) =>
      join.onRef('wanted.invoice', '=', 'moved.id').on('wanted.state', '=', 'wanted'),
    )
    .select(['moved.id', 'moved.book', 'data', 'cleared_by', 'link_to'])
    .select(sql<boolean>`wanted.invoice is not null`.as('wanted'))
    .orderBy('arrival')
    .execute();
  return {
    batch,
    invoices: invoices.map((invoice) => ({ ...invoice, documents: documentsOf.get(invoice.id) ?? [] })),
    isFull,
  };
}
