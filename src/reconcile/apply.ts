/**
 * One fenced batch into one copy (docs/protocol.md, "Applying a batch"). Under the lock of the identity row it checks
 * book, copy id, epoch, fence and head; then invoices, receipts and the new head are written together or not at all.
 */

import { messageOf } from '../errors.ts';
import { nextHead, normaliseInvoiceNumber, supplierKeys } from '../invoice/identity.ts';
import type { Rival } from '../staging/postgres/schema.ts';
import type {
  Copy,
  CopyTransaction,
  ExistingInvoice,
  Identity,
  InvoiceToApply,
  PlacedInvoice,
  Receipt,
} from './copies/copy.ts';
import { CopyUnusableError, RefusedByCopyError } from './copies/errors.ts';
import { judge } from './duplicates.ts';

export interface BatchToApply {
  id: string;
  book: string;
  copyId: string;
  epoch: number;
  expectedHead: string;
  invoices: readonly CandidateInvoice[];
  /** Moves the head even when there is nothing to write, so that no sleeping worker can still write on the old one. */
  always?: boolean;
  /** ISO 8601, UTC: the receipts' time. */
  appliedAt: string;
}

export interface CandidateInvoice extends InvoiceToApply {
  /** A person cleared it: what looks like a conflict is applied all the same. */
  cleared: boolean;
  /** The key of the row that a person said it is. */
  linkTo?: string | null;
  /** Its row vanished while its receipt stands, and a person wants it back. */
  wanted?: boolean;
}

export type ApplyOutcome =
  | {
      kind: 'in';
      /** Null when nothing had to be written. */
      head: string | null;
      receipts: Receipt[];
      found: Receipt[];
      disputed: Disputed[];
      refused: { id: string; message: string }[];
    }
  /** The copy is not as expected: nothing was written. */
  | { kind: 'not_as_expected'; why: Mismatch; identity: Identity | null };

/** For a person, with the rows that stand against it. */
export interface Disputed {
  id: string;
  message: string;
  rivals: Rival[];
}

export type Mismatch = 'no_identity' | 'other_copy' | 'fenced' | 'other_epoch' | 'other_head';

/** What stands between us and writing, if anything: the order is from "who" to "where". */
export function findMismatch(
  identity: Identity | null,
  expected: Pick<BatchToApply, 'copyId' | 'epoch' | 'expectedHead'>,
): Mismatch | null {
  if (!identity) return 'no_identity';
  if (identity.copyId !== expected.copyId) return 'other_copy';
  if (identity.fenced) return 'fenced';
  if (identity.epoch !== expected.epoch) return 'other_epoch';
  if (identity.head !== expected.expectedHead) return 'other_head';
  return null;
}

export async function applyBatch(copy: Copy, batch: BatchToApply): Promise<ApplyOutcome> {
  return await copy.transaction(async (transaction) => {
    const identity = await transaction.lockIdentity(batch.book);
    const why = findMismatch(identity, batch);
    if (why) return { kind: 'not_as_expected', why, identity };

    const known = await transaction.findReceipts(
      batch.book,
      batch.invoices.map(({ id }) => id),
    );
    const dropped = await dropForPuttingBack(transaction, batch, known);
    const candidates = batch.invoices.filter(({ id }) => !known.has(id));
    const { toInsert, toLink, disputed } = await sortOut(transaction, candidates);
    const { placed, refused } = await insertEach(transaction, toInsert);

    const written = [...placed, ...toLink];
    const order = new Map(batch.invoices.map(({ id }, index) => [id, index]));
    const receipts = written
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      .map(
        ({ id, table, key, outcome }): Receipt => ({
          invoiceId: id,
          batchId: batch.id,
          outcome,
          table,
          key,
          epoch: batch.epoch,
          appliedAt: batch.appliedAt,
        }),
      );
    const head =
      receipts.length > 0 || dropped > 0 || batch.always
        ? nextHead(
            batch.expectedHead,
            batch.id,
            batch.epoch,
            receipts.map(({ invoiceId }) => invoiceId),
          )
        : null;
    if (head !== null) {
      await transaction.insertReceipts(batch.book, receipts);
      await transaction.moveHead(batch.book, {
        head,
        previousHead: batch.expectedHead,
        batchId: batch.id,
        receiptsAdded: receipts.length - dropped,
      });
    }
    return { kind: 'in', head, receipts, found: [...known.values()], disputed, refused };
  });
}

/**
 * Where a person wants back what vanished, its receipt goes in the same transaction that writes it anew. A receipt whose
 * row stands after all is left as it is. Returns the number of receipts that are gone; they are no longer known.
 */
async function dropForPuttingBack(
  transaction: CopyTransaction,
  batch: BatchToApply,
  known: Map<string, Receipt>,
): Promise<number> {
  const wanted = batch.invoices.filter(({ id, wanted: isWanted }) => isWanted && known.has(id));
  if (wanted.length === 0) return 0;
  if (!transaction.dropReceiptsWithoutInvoice) {
    throw new CopyUnusableError(
      'cannot_put_back',
      'this kind of copy cannot put back what vanished from it',
      {
        hint: 'Register the invoices there by hand, then: staging-post invoice resolve <id> --deleted',
      },
    );
  }
  const dropped = await transaction.dropReceiptsWithoutInvoice(
    batch.book,
    wanted.map(({ id }) => id),
  );
  for (const id of dropped) known.delete(id);
  return dropped.length;
}

type Written = PlacedInvoice & { outcome: Receipt['outcome'] };

/** Which of the candidates are new, which stand there already by a person's hand, and which need a person. */
async function sortOut(transaction: CopyTransaction, candidates: readonly CandidateInvoice[]) {
  const existing = await transaction.findExisting(candidates);
  const taken = new Map<string, string>();
  const accepted = new Map<string, CandidateInvoice[]>();
  const toInsert: CandidateInvoice[] = [];
  const toLink: Written[] = [];
  const disputed: Disputed[] = [];
  for (const candidate of candidates) {
    const rows = (existing.get(candidate.id) ?? []).map(
      // A row that this batch has linked already belongs to that invoice.
      (row): ExistingInvoice => ({ ...row, receiptOf: row.receiptOf ?? taken.get(placeOf(row)) ?? null }),
    );
    const link = ownOrChosen(candidate, rows);
    if (link) {
      taken.set(placeOf(link), candidate.id);
      toLink.push({ id: candidate.id, table: link.table, key: link.key, outcome: 'linked' });
      continue;
    }
    if (candidate.linkTo) {
      disputed.push({
        id: candidate.id,
        message: `the row ${candidate.linkTo} that it was to be linked to does not stand there any more under this number, or belongs to another invoice`,
        rivals: rows.map(asRival),
      });
      continue;
    }
    const number = numberOf(candidate);
    const twins = (number && accepted.get(number)?.map(asExisting)) || [];
    const found = judge(candidate.invoice, [...rows, ...twins]);
    // What a person cleared is what looked like a conflict. The very same invoice in a person's hand is linked all the
    // same: else one that was registered by hand meanwhile, or lost its receipt, would stand there twice.
    const judgement = candidate.cleared && found.kind === 'conflict' ? { kind: 'new' as const } : found;
    switch (judgement.kind) {
      case 'new':
        toInsert.push(candidate);
        if (number) accepted.set(number, [...(accepted.get(number) ?? []), candidate]);
        break;
      case 'same':
        taken.set(placeOf(judgement.existing), candidate.id);
        toLink.push({
          id: candidate.id,
          table: judgement.existing.table,
          key: judgement.existing.key,
          outcome: 'linked',
        });
        break;
      case 'conflict':
        disputed.push({
          id: candidate.id,
          message: judgement.message,
          rivals: rows.length > 0 ? rows.map(asRival) : [asRival(judgement.existing)],
        });
        break;
    }
  }
  return { toInsert, toLink, disputed };
}

/**
 * The row that says it is this very invoice (our tables may have been restored from another time than the row, and a
 * person may have changed it since), or the one that a person said it is; unless it belongs to another invoice.
 */
function ownOrChosen(
  { id, linkTo }: CandidateInvoice,
  rows: readonly ExistingInvoice[],
): ExistingInvoice | undefined {
  const free = rows.filter(({ receiptOf }) => receiptOf === null || receiptOf === id);
  return free.find(({ sourceId }) => sourceId === id) ?? free.find(({ key }) => linkTo && key === linkTo);
}

function asRival(row: ExistingInvoice): Rival {
  return {
    table: row.table,
    key: row.key,
    supplier: row.supplierName ?? null,
    invoiceNumber: row.invoiceNumber,
    issueDate: row.issueDate,
    payable: row.payable,
    currency: row.currency,
    receiptOf: row.receiptOf,
  };
}

/** The same for two that a person would take for one, if their suppliers are; null without a number. */
function numberOf({ invoice }: CandidateInvoice): string | null {
  if (invoice.invoiceNumber === null) return null;
  return `${invoice.documentType} ${normaliseInvoiceNumber(invoice.invoiceNumber)}`;
}

/** An invoice of this very batch, seen as the row that it is about to become. */
function asExisting({ id, invoice }: CandidateInvoice): ExistingInvoice {
  return {
    table: 'batch',
    key: id,
    supplierKeys: supplierKeys(invoice),
    invoiceNumber: invoice.invoiceNumber ?? '',
    issueDate: invoice.issueDate,
    payable: invoice.totals.payable,
    currency: invoice.currency,
    receiptOf: id,
  };
}

function placeOf(row: ExistingInvoice): string {
  return JSON.stringify([row.table, row.key]);
}

/** All at once; when the database refuses, one by one, so that the one it refuses stops no other. */
async function insertEach(
  transaction: CopyTransaction,
  invoices: readonly CandidateInvoice[],
): Promise<{ placed: Written[]; refused: { id: string; message: string }[] }> {
  if (invoices.length === 0) return { placed: [], refused: [] };
  const insert = async (some: readonly CandidateInvoice[]) =>
    (await transaction.savepoint(() => transaction.insertInvoices(some))).map(
      (placed): Written => ({ ...placed, outcome: 'applied' }),
    );
  try {
    return { placed: await insert(invoices), refused: [] };
  } catch (error) {
    if (!isOfOneInvoice(error)) throw error;
  }
  const placed: Written[] = [];
  const refused: { id: string; message: string }[] = [];
  for (const invoice of invoices) {
    try {
      placed.push(...(await insert([invoice])));
    } catch (error) {
      if (!isOfOneInvoice(error)) throw error;
      refused.push({ id: invoice.id, message: messageOf(error) });
    }
  }
  return { placed, refused };
}

function isOfOneInvoice(error: unknown): boolean {
  return error instanceof RefusedByCopyError && !error.endsTransaction;
}
