/**
 * The life of one batch: intended in the ledger, applied to the copy, acknowledged in the ledger. When the answer to
 * COMMIT is lost, or a worker died in between, the copy itself tells whether the batch is in.
 */

import { messageOf } from '../errors.ts';
import type { Sha256 } from '../invoice/identity.ts';
import type { Invoice } from '../invoice/invoice.ts';
import { abandonBatch, acknowledgeBatch, type BatchResult } from '../staging/applying/batches.ts';
import {
  type BatchLimits,
  type Claim,
  type ClaimedInvoice,
  claimBatch,
  claimReady,
  claimWhileHeld,
} from '../staging/applying/claims.ts';
import { contentsAhead } from '../staging/applying/contents-ahead.ts';
import type { LinkedReceipt } from '../staging/books/chain.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { TakeMemory } from '../staging/postgres/copy-out.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { type ApplyOutcome, applyBatch, type CandidateInvoice } from './apply.ts';
import type { Copy, Identity, Receipt } from './copies/copy.ts';
import { CommitUnknownError, CopyUnreachableError, RefusedByCopyError } from './copies/errors.ts';
import { filesOf } from './files.ts';
import type { BookAtWork } from './mandate.ts';

export type BatchOutcome =
  /** `next`: what was claimed in the same breath, for `applyClaimed`; null when there is nothing more, or a new look is due. */
  | { kind: 'applied'; written: number; setAside: number; next: Claimed | null }
  | { kind: 'nothing_ready' }
  /** The database took none of so many invoices, and did not say which one it refuses: fewer at a time will tell. */
  | { kind: 'refused_together'; invoices: number }
  /** The copy was not as expected; nothing was written, the batch is abandoned. */
  | { kind: 'not_as_expected' };

export interface Claimed {
  claim: Claim;
  /** Of its documents, by content: what could be read while the batch before it was applied. */
  ahead: Promise<ReadonlyMap<Sha256, Buffer>>;
}

interface BatchOptions {
  limits: BatchLimits;
  /** Moves the head even when none is ready; nothing more is claimed after it. */
  always: boolean;
  /** Of one run of batches: what is read ahead of one is written before that of the one after the next is read. */
  memory?: TakeMemory;
}

/** Applies the next ready invoices, and claims those that follow. */
export async function applyNext(
  ledger: Ledger,
  work: BookAtWork,
  options: BatchOptions & { superseded?: Row<'batch'> },
): Promise<BatchOutcome> {
  const claim = await ledger.transaction(async (tx): Promise<Claim | null> => {
    if (options.superseded) {
      await abandonBatch(tx.db, options.superseded, 'it is not in the copy, and the next batch bars its way');
    }
    const claimNow = options.always ? claimBatch : claimReady;
    return await claimNow(tx.db, work.mandate, options.limits);
  });
  if (!claim) return { kind: 'nothing_ready' };
  return await applyClaimed(ledger, work, { claim, ahead: nothingAhead }, options);
}

/**
 * Writes a claimed batch into the copy and acknowledges it. The next ready invoices are claimed in the transaction that
 * acknowledges: their intent is in the ledger before the copy is touched again, and each batch waits for two commits
 * of the ledger's less. No look at the copy is needed in between, since the batch itself looks under the lock. Meanwhile
 * the documents of those that follow are read, so that documents of two batches stand in memory at most.
 */
export async function applyClaimed(
  ledger: Ledger,
  work: BookAtWork,
  claimed: Claimed,
  options: BatchOptions,
): Promise<BatchOutcome> {
  const { claim } = claimed;
  let outcome: ApplyOutcome;
  let ahead = nothingAhead;
  try {
    const invoices = await candidatesOf(ledger, claim.invoices, await claimed.ahead);
    if (claim.isFull && !options.always) ahead = readAhead(ledger, claim, options);
    outcome = await applyBatch(work.copy, {
      id: claim.batch.id,
      book: claim.batch.book,
      copyId: claim.batch.copy_id,
      epoch: claim.batch.epoch,
      expectedHead: claim.batch.expected_head,
      invoices,
      always: options.always,
      appliedAt: ledger.clock.now().toISOString(),
    });
  } catch (error) {
    if (error instanceof RefusedByCopyError && claim.invoices.length > 0) {
      const refused = await setRefusedAside(ledger, claim, error);
      // Still the sleeper's way is to be barred.
      return options.always
        ? await applyNext(ledger, work, { limits: { invoices: 0 }, always: true })
        : refused;
    }
    // Only a lost answer to COMMIT leaves doubt: it is resolved by looking. Any other error came before COMMIT, and
    // this process is the only one that could still write the batch. One that was to bar a sleeper's way and did not
    // reach the copy stays open, so that the next one bars it.
    const isUnbarred = options.always && error instanceof CopyUnreachableError;
    if (!(error instanceof CommitUnknownError || isUnbarred)) {
      await ledger
        .transaction(async (tx) => await abandonBatch(tx.db, claim.batch, messageOf(error)))
        .catch((second: unknown) => {
          // Left open, or resolved by another meanwhile: either way the next run looks.
          ledger.log.warn({ batch: claim.batch.id, error: messageOf(second) }, 'a failed batch stays open');
        });
    }
    throw error;
  }
  if (outcome.kind === 'not_as_expected') {
    await ledger.transaction(
      async (tx) => await abandonBatch(tx.db, claim.batch, `the copy is not as expected: ${outcome.why}`),
    );
    return { kind: 'not_as_expected' };
  }
  const result: BatchResult = {
    head: outcome.head,
    receipts: outcome.receipts.map(asLinked),
    found: outcome.found.map(asLinked),
    disputed: outcome.disputed,
    refused: outcome.refused,
  };
  const head = outcome.head ?? claim.batch.expected_head;
  const next = await ledger.transaction(async (tx) => {
    const held = await acknowledgeBatch(tx.db, claim.batch, result, claim.invoices);
    // Where the authority has moved meanwhile, that is no reason not to acknowledge what is in.
    return options.always
      ? null
      : await claimWhileHeld(tx.db, held, { ...work.mandate, head }, options.limits);
  });
  return {
    kind: 'applied',
    written: outcome.receipts.length,
    setAside: outcome.disputed.length + outcome.refused.length,
    next: next && { claim: next, ahead },
  };
}

const nothingAhead: Claimed['ahead'] = Promise.resolve(new Map());

/** Most likely it is as much as this time. */
function readAhead(
  ledger: Ledger,
  { batch, invoices }: Claim,
  { limits, memory }: BatchOptions,
): Claimed['ahead'] {
  const documents = invoices.flatMap((invoice) => invoice.documents);
  const bytes = documents.reduce((sum, document) => sum + document.bytes, 0);
  return contentsAhead(ledger, batch.book, limits, { rows: documents.length, bytes }, memory);
}

/** Refused at COMMIT, or with everything rolled back: nothing is in. One alone is the one that is refused. */
async function setRefusedAside(
  ledger: Ledger,
  { batch, invoices }: Claim,
  refusal: RefusedByCopyError,
): Promise<BatchOutcome> {
  const [only, ...others] = invoices;
  if (!only || others.length > 0) {
    await ledger.transaction(async (tx) => await abandonBatch(tx.db, batch, refusal.message));
    return { kind: 'refused_together', invoices: invoices.length };
  }
  const refused = [{ id: only.id, message: refusal.message }];
  await ledger.transaction(
    async (tx) =>
      await acknowledgeBatch(tx.db, batch, { head: null, receipts: [], found: [], disputed: [], refused }),
  );
  return { kind: 'applied', written: 0, setAside: 1, next: null };
}

/**
 * Resolves an intent that a dead worker, or a lost answer, left behind. Reads under the lock of the identity row, so
 * that a COMMIT still under way has ended before we look.
 */
export async function lookUpBatch(copy: Copy, batch: Row<'batch'>): Promise<BatchResult | 'not_in'> {
  const { identity, receipts } = await lastBatchIn(copy, batch.book);
  if (identity?.batchId !== batch.id) return 'not_in';
  return { head: identity.head, receipts, found: [], disputed: [], refused: [] };
}

/** The identity row and the receipts of the batch that it names: of one moment, whatever is copied over the copy meanwhile. */
export async function lastBatchIn(
  copy: Copy,
  book: string,
): Promise<{ identity: Identity | null; receipts: LinkedReceipt[] }> {
  return await copy.transaction(async (transaction) => {
    const identity = await transaction.lockIdentity(book);
    const receipts = identity ? await transaction.receiptsOfBatch(book, identity.batchId) : [];
    return { identity, receipts: receipts.map(asLinked) };
  });
}

export function asLinked(receipt: Receipt): LinkedReceipt {
  return {
    invoiceId: receipt.invoiceId,
    outcome: receipt.outcome,
    table: receipt.table,
    key: receipt.key,
  };
}

export async function candidatesOf(
  ledger: Ledger,
  invoices: readonly ClaimedInvoice[],
  ahead: ReadonlyMap<Sha256, Buffer> = new Map(),
): Promise<CandidateInvoice[]> {
  const files = await filesOf(ledger, invoices, ahead);
  return invoices.map((row) => ({
    id: row.id,
    book: row.book,
    invoice: row.data as unknown as Invoice,
    files: files.get(row.id) ?? [],
    cleared: row.cleared_by !== null,
    linkTo: row.link_to,
    wanted: row.wanted,
  }));
}
