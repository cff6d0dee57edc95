/**
 * The life of one batch: intended in the ledger, applied to the copy, acknowledged in the ledger. When the answer to
 * COMMIT is lost, or a worker died in between, the copy itself tells whether the batch is in.
 */

import type { Kysely } from 'kysely';
import { messageOf } from '../errors.ts';
import type { Invoice } from '../invoice/invoice.ts';
import {
  abandonBatch,
  acknowledgeBatch,
  type BatchResult,
  type Claim,
  claimBatch,
} from '../staging/batches.ts';
import type { LinkedReceipt } from '../staging/chain.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { DB, Row } from '../staging/postgres/schema.ts';
import { wantedAmong } from '../staging/vanished.ts';
import { type ApplyOutcome, applyBatch, type CandidateInvoice } from './apply.ts';
import type { Copy, Identity, Receipt } from './copies/copy.ts';
import { CommitUnknownError, RefusedByCopyError } from './copies/errors.ts';
import { filesOf } from './files.ts';
import type { BookAtWork } from './mandate.ts';

export type BatchOutcome =
  | { kind: 'applied'; written: number; setAside: number }
  | { kind: 'nothing_ready' }
  /** The database took none of so many invoices, and did not say which one it refuses: fewer at a time will tell. */
  | { kind: 'refused_together'; invoices: number }
  /** The copy was not as expected; nothing was written, the batch is abandoned. */
  | { kind: 'not_as_expected' };

/** Applies the next ready invoices. With `always`, moves the head even when none is ready. */
export async function applyNext(
  ledger: Ledger,
  work: BookAtWork,
  options: { limit: number; always: boolean; superseded?: Row<'batch'> },
): Promise<BatchOutcome> {
  const claim = await ledger.transaction(async (tx): Promise<Claim | null> => {
    if (options.superseded) {
      await abandonBatch(tx.db, options.superseded, 'it is not in the copy, and the next batch bars its way');
    }
    if (!options.always && !(await isAnyReady(tx.db, work.mandate.book))) return null;
    return await claimBatch(tx.db, work.mandate, options.limit);
  });
  if (!claim) return { kind: 'nothing_ready' };
  let outcome: ApplyOutcome;
  try {
    outcome = await applyBatch(work.copy, {
      id: claim.batch.id,
      book: claim.batch.book,
      copyId: claim.batch.copy_id,
      epoch: claim.batch.epoch,
      expectedHead: claim.batch.expected_head,
      invoices: await candidatesOf(ledger, claim.invoices),
      always: options.always,
      appliedAt: ledger.clock.now().toISOString(),
    });
  } catch (error) {
    if (error instanceof RefusedByCopyError && claim.invoices.length > 0) {
      const refused = await setRefusedAside(ledger, claim, error);
      // Still the sleeper's way is to be barred.
      return options.always ? await applyNext(ledger, work, { limit: 0, always: true }) : refused;
    }
    // Only a lost answer to COMMIT leaves doubt: it is resolved by looking. Any other error came before COMMIT, and
    // this process is the only one that could still write the batch.
    if (!(error instanceof CommitUnknownError)) {
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
  await ledger.transaction(async (tx) => await acknowledgeBatch(tx.db, claim.batch, result));
  return {
    kind: 'applied',
    written: outcome.receipts.length,
    setAside: outcome.disputed.length + outcome.refused.length,
  };
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
  return { kind: 'applied', written: 0, setAside: 1 };
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

async function isAnyReady(db: Kysely<DB>, book: string): Promise<boolean> {
  const ready = await db
    .selectFrom('invoice')
    .select('id')
    .where('book', '=', book)
    .where('state', '=', 'ready')
    .limit(1)
    .executeTakeFirst();
  return ready !== undefined;
}

export async function candidatesOf(
  ledger: Ledger,
  invoices: readonly Row<'invoice'>[],
): Promise<CandidateInvoice[]> {
  const files = await filesOf(
    ledger.db,
    invoices.map(({ id }) => id),
  );
  const wanted = await wantedAmong(
    ledger.db,
    invoices.map(({ id }) => id),
  );
  return invoices.map((row) => ({
    id: row.id,
    book: row.book,
    invoice: row.data as unknown as Invoice,
    files: files.get(row.id) ?? [],
    cleared: row.cleared_by !== null,
    linkTo: row.link_to,
    wanted: wanted.has(row.id),
  }));
}
