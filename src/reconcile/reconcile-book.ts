/**
 * One book, brought up to date: look at the authoritative copy, resolve what a dead worker left, heal what was
 * overwritten, apply what is ready. Every step may be interrupted anywhere; the next run goes on from what is there.
 */
import { messageOf, StagingPostError } from '../errors.ts';
import { acknowledgeBatch, openBatchOf } from '../staging/batches.ts';
import { noteCopy } from '../staging/copies.ts';
import { closeHeals } from '../staging/heals.ts';
import type { Ledger } from '../staging/ledger.ts';
import { applyNext, lookUpBatch } from './batch.ts';
import type { Identity } from './copies/copy.ts';
import { CommitUnknownError } from './copies/errors.ts';
import { heal, reinstall } from './heal.ts';
import { type BookAtWork, type OpenCopy, renew, takeUp } from './mandate.ts';
import { observe } from './observe.ts';

export interface ReconcileSettings {
  /** Invoices in one batch. */
  batchSize: number;
  /** How long a copy must have been seen without our tables before they are created anew: a restore may be under way. */
  reinstallAfterMs: number;
}

export type ReconcileResult =
  | { kind: 'in_order'; written: number; overwritesSeen: number }
  /** Invoices wait: the reason stands in the copy's row and on `status`. */
  | { kind: 'waiting'; code: string; message: string };

/** Enough turns for any honest sequence of heal and apply; a copy that moves on every look is left to the next sweep. */
const turnsMax = 10_000;

export async function reconcileBook(
  ledger: Ledger,
  book: string,
  open: OpenCopy,
  settings: ReconcileSettings,
): Promise<ReconcileResult> {
  const work = await takeUp(ledger, book, open);
  if (!work) {
    return { kind: 'waiting', code: 'no_authority', message: `no copy of ${book} is authoritative` };
  }
  try {
    return await bringUpToDate(ledger, work, settings);
  } catch (error) {
    const trouble = asTrouble(error);
    // The authority moving away says nothing about the copy.
    if (trouble.code === 'authority_moved') return { kind: 'waiting', ...trouble };
    return await noteTrouble(ledger, work, trouble);
  } finally {
    await work.copy.close();
  }
}

async function bringUpToDate(
  ledger: Ledger,
  start: BookAtWork,
  settings: ReconcileSettings,
): Promise<ReconcileResult> {
  const done = { written: 0, overwritesSeen: 0 };
  let work = start;
  for (let turn = 0; turn < turnsMax; turn += 1) {
    const barred = await resolveOpenBatch(ledger, work, settings);
    if (barred) done.written += barred.written;
    work = { ...work, mandate: await renew(ledger, work.mandate) };

    const identity = await work.copy.readIdentity(work.mandate.book);
    const seen = observe(identity, work.mandate, work.mandate.book);
    switch (seen.kind) {
      case 'held':
        return await noteTrouble(ledger, work, seen);
      case 'no_identity': {
        const waiting = await waitForRestore(ledger, work, settings);
        if (waiting) return waiting;
        await reinstall(work);
        continue;
      }
      case 'overwritten_before_handover':
        await giveCurrentEpoch(work, seen.identity);
        continue;
      case 'overwritten':
        await heal(ledger, work, seen.identity);
        done.overwritesSeen += 1;
        continue;
      case 'as_expected':
        break;
    }
    const outcome = await applyOnce(ledger, work, settings);
    if (outcome === 'look_again') continue;
    if (outcome.kind === 'applied') {
      done.written += outcome.written;
      continue;
    }
    if (outcome.kind === 'not_as_expected') continue;
    await ledger.transaction(async (tx) => {
      await noteCopy(tx.db, work.registered, { head: work.mandate.head, trouble: null });
      await closeHeals(tx.db, work.mandate.book);
    });
    return { kind: 'in_order', ...done };
  }
  return { kind: 'waiting', code: 'busy', message: 'the copy keeps moving; the next sweep goes on' };
}

async function applyOnce(ledger: Ledger, work: BookAtWork, settings: ReconcileSettings) {
  try {
    return await applyNext(ledger, work, { limit: settings.batchSize, always: false });
  } catch (error) {
    // The next turn finds the open batch and looks whether it is in.
    if (error instanceof CommitUnknownError) return 'look_again' as const;
    throw error;
  }
}

/**
 * An intent without an end: the copy tells whether it is in. If it is not, its writer may only be asleep; the batch that
 * follows moves the head in any case, and so bars its way for good.
 */
async function resolveOpenBatch(
  ledger: Ledger,
  work: BookAtWork,
  settings: ReconcileSettings,
): Promise<{ written: number } | null> {
  const batch = await openBatchOf(ledger.db, work.mandate.book);
  if (!batch) return null;
  const found = await lookUpBatch(work.copy, batch);
  if (found !== 'not_in') {
    await ledger.transaction(async (tx) => await acknowledgeBatch(tx.db, batch, found));
    return { written: found.receipts.length };
  }
  const mandate = await renew(ledger, work.mandate);
  const outcome = await applyNext(
    ledger,
    { ...work, mandate },
    { limit: settings.batchSize, always: true, superseded: batch },
  );
  return { written: outcome.kind === 'applied' ? outcome.written : 0 };
}

/** The row was written under an earlier epoch: an old state was put back. It is ours again before it is healed. */
async function giveCurrentEpoch({ mandate, copy }: BookAtWork, found: Identity): Promise<void> {
  await copy.transaction(async (transaction) => {
    const identity = await transaction.lockIdentity(mandate.book);
    if (!identity || identity.copyId !== found.copyId || identity.epoch >= mandate.epoch) return;
    await transaction.writeIdentity({ ...identity, epoch: mandate.epoch, fenced: false });
  });
}

async function waitForRestore(
  ledger: Ledger,
  work: BookAtWork,
  settings: ReconcileSettings,
): Promise<ReconcileResult | null> {
  const { registered } = work;
  const since = registered.trouble?.code === 'no_identity' ? registered.trouble_since : null;
  if (since && ledger.clock.now().getTime() - since.getTime() >= settings.reinstallAfterMs) return null;
  return await noteTrouble(ledger, work, {
    code: 'no_identity',
    message: `the authoritative copy holds nothing of ours for ${work.mandate.book}: its schema was dropped, or a restore is under way`,
    hint: 'Nothing to do: if it stays so, our tables are created anew and everything missing is applied again.',
  });
}

interface Trouble {
  code: string;
  message: string;
  hint?: string;
}

function asTrouble(error: unknown): Trouble {
  if (error instanceof StagingPostError) {
    return { code: error.code, message: error.message, ...(error.hint ? { hint: error.hint } : {}) };
  }
  return { code: 'failed', message: messageOf(error) };
}

async function noteTrouble(
  ledger: Ledger,
  work: BookAtWork,
  { code, message, hint }: Trouble,
): Promise<ReconcileResult> {
  await ledger.transaction(
    async (tx) =>
      await noteCopy(tx.db, work.registered, { trouble: { code, message, ...(hint ? { hint } : {}) } }),
  );
  ledger.log.warn({ book: work.mandate.book, copy: work.mandate.copy, code }, message);
  return { kind: 'waiting', code, message };
}
