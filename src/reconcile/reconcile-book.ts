/**
 * One book, brought up to date: look at the authoritative copy, resolve what a dead worker left, heal what was
 * overwritten, apply what is ready. Every step may be interrupted anywhere; the next run goes on from what is there.
 */
import { messageOf, StagingPostError } from '../errors.ts';
import { acknowledgeBatch, openBatchOf } from '../staging/applying/batches.ts';
import type { BatchLimits } from '../staging/applying/claims.ts';
import { closeHeals } from '../staging/applying/heals.ts';
import { noteCopy } from '../staging/books/copies.ts';
import { awayOf } from '../staging/books/handovers.ts';
import type { Ledger } from '../staging/ledger.ts';
import { memoryInTurn } from '../staging/postgres/copy-out.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { applyClaimed, applyNext, lookUpBatch } from './batch.ts';
import type { Identity } from './copies/copy.ts';
import { CommitUnknownError, isMissingTable } from './copies/errors.ts';
import { resolveDoubt } from './doubt.ts';
import { collectOwedFences } from './fence.ts';
import { heal, reinstall } from './heal.ts';
import { type BookAtWork, type OpenCopy, renew, takeUp } from './mandate.ts';
import { observe } from './observe.ts';
import { heedProbe } from './probe.ts';

export interface ReconcileSettings {
  /** Invoices in one batch. */
  batchSize: number;
  /** Bytes of their documents, `documentBytesPerBatch` if not given; one invoice with more goes alone. */
  batchBytes?: number;
  /** How long a copy must have been seen without our tables before they are created anew: a restore may be under way. */
  reinstallAfterMs: number;
  /** How often a copy that is owed a fence is tried, while it is out of reach; every minute if not given. */
  owedFenceEveryMs?: number;
}

export type ReconcileResult =
  | { kind: 'in_order'; written: number; overwritesSeen: number }
  /** Invoices wait: the reason stands in the copy's row and on `status`. */
  | { kind: 'waiting'; code: string; message: string };

/** Enough turns for any honest sequence of heal and apply; a copy that moves on every look is left to the next sweep. */
const turnsMax = 1_000;

/** How many answers to COMMIT may be lost in a row before the copy is left to the next sweep. */
const doubtsMax = 3;

export async function reconcileBook(
  ledger: Ledger,
  book: string,
  open: OpenCopy,
  settings: ReconcileSettings,
): Promise<ReconcileResult> {
  try {
    return await reconcileNow(ledger, book, open, settings);
  } finally {
    await collectOwedFences(ledger, book, open, { everyMs: settings.owedFenceEveryMs });
  }
}

async function reconcileNow(
  ledger: Ledger,
  book: string,
  open: OpenCopy,
  settings: ReconcileSettings,
): Promise<ReconcileResult> {
  const probed = await heedProbe(ledger, book, open);
  if (probed) return { kind: 'waiting', ...probed };
  const work = await takeUp(ledger, book, open);
  if (!work) return await waitForAuthority(ledger, book);
  try {
    return await bringUpToDate(ledger, work, settings);
  } catch (error) {
    const trouble = asTrouble(error);
    // Neither the authority moving away nor another worker being faster says anything about the copy.
    if (['authority_moved', 'batch_resolved', 'copy_moved'].includes(trouble.code)) {
      return { kind: 'waiting', ...trouble };
    }
    return await noteTrouble(ledger, work, trouble);
  } finally {
    await work.copy.close();
  }
}

async function waitForAuthority(ledger: Ledger, book: string): Promise<ReconcileResult> {
  const away = await awayOf(ledger.db, book);
  if (!away) return { kind: 'waiting', code: 'no_authority', message: `no copy of ${book} is authoritative` };
  const holder = away.holder === null ? '' : ` with ${away.holder}`;
  return { kind: 'waiting', code: 'away', message: `${book} is away${holder}` };
}

async function bringUpToDate(
  ledger: Ledger,
  start: BookAtWork,
  settings: ReconcileSettings,
): Promise<ReconcileResult> {
  const done = { written: 0, overwritesSeen: 0, batchSize: settings.batchSize };
  let doubts = 0;
  let isInstalled = false;
  for (let turn = 0; turn < turnsMax; turn += 1) {
    try {
      const work = { ...start, mandate: await renew(ledger, start.mandate) };
      const result = await takeTurn(ledger, work, settings, done);
      if (result) return result;
    } catch (error) {
      if (isMissingTable(error) && !isInstalled) {
        const waiting = await waitForRestore(ledger, start, settings, asTrouble(error));
        if (waiting) return waiting;
        await start.copy.install();
        isInstalled = true;
        continue;
      }
      // The next turn finds the open batch, and looks whether it is in.
      doubts += 1;
      if (!(error instanceof CommitUnknownError) || doubts > doubtsMax) throw error;
    }
  }
  return { kind: 'waiting', code: 'busy', message: 'the copy keeps moving; the next sweep goes on' };
}

/** One look and one deed. Null: look again. */
async function takeTurn(
  ledger: Ledger,
  work: BookAtWork,
  settings: ReconcileSettings,
  done: { written: number; overwritesSeen: number; batchSize: number },
): Promise<ReconcileResult | null> {
  const { book } = work.mandate;
  const batch = await openBatchOf(ledger.db, book);
  if (batch) {
    done.written += await resolveBatch(ledger, work, batch, settings);
    return null;
  }
  const identity = await work.copy.readIdentity(book);
  const seen = observe(identity, work.mandate, book);
  switch (seen.kind) {
    case 'held': {
      const doubt = identity ? await resolveDoubt(ledger, work, seen, identity) : seen;
      return doubt && (await noteTrouble(ledger, work, doubt));
    }
    case 'no_identity': {
      const waiting = await waitForRestore(ledger, work, settings, noIdentity(book));
      if (!waiting) await reinstall(work);
      return waiting;
    }
    case 'overwritten_before_handover':
      await giveCurrentEpoch(work, seen.identity);
      return null;
    case 'overwritten':
      await heal(ledger, work, seen.identity);
      done.overwritesSeen += 1;
      return null;
    case 'as_expected':
      break;
  }
  const options = { limits: limitsOf(settings, done.batchSize), always: false, memory: memoryInTurn() };
  let outcome = await applyNext(ledger, work, options);
  while (outcome.kind === 'applied') {
    done.written += outcome.written;
    if (!outcome.next) break;
    outcome = await applyClaimed(ledger, work, outcome.next, options);
  }
  if (outcome.kind === 'refused_together') done.batchSize = Math.ceil(outcome.invoices / 2);
  if (outcome.kind !== 'nothing_ready') return null;
  await ledger.transaction(async (tx) => {
    await noteCopy(tx.db, work.registered, { head: work.mandate.head, trouble: null });
    await closeHeals(tx.db, book);
  });
  return { kind: 'in_order', written: done.written, overwritesSeen: done.overwritesSeen };
}

/**
 * An intent without an end: the copy tells whether it is in. If it is not, its writer may only be asleep; the batch that
 * follows moves the head in any case, and so bars its way for good. Returns the number of invoices that are in.
 */
async function resolveBatch(
  ledger: Ledger,
  work: BookAtWork,
  batch: Row<'batch'>,
  settings: ReconcileSettings,
): Promise<number> {
  const found = await lookUpBatch(work.copy, batch);
  if (found !== 'not_in') {
    await ledger.transaction(async (tx) => await acknowledgeBatch(tx.db, batch, found));
    return found.receipts.length;
  }
  const outcome = await applyNext(ledger, work, {
    limits: limitsOf(settings, settings.batchSize),
    always: true,
    superseded: batch,
  });
  return outcome.kind === 'applied' ? outcome.written : 0;
}

function limitsOf({ batchBytes }: ReconcileSettings, invoices: number): BatchLimits {
  return { invoices, ...(batchBytes === undefined ? {} : { documentBytes: batchBytes }) };
}

/** The row was written under an earlier epoch: an old state was put back. It is ours again before it is healed. */
async function giveCurrentEpoch({ mandate, copy }: BookAtWork, found: Identity): Promise<void> {
  await copy.transaction(async (transaction) => {
    const identity = await transaction.lockIdentity(mandate.book);
    if (!identity || identity.copyId !== found.copyId || identity.epoch >= mandate.epoch) return;
    await transaction.writeIdentity({ ...identity, epoch: mandate.epoch, fenced: false });
  });
}

/** What is missing may be on its way back. Null: it has been missing for long enough. */
async function waitForRestore(
  ledger: Ledger,
  work: BookAtWork,
  settings: ReconcileSettings,
  missing: Trouble,
): Promise<ReconcileResult | null> {
  const { registered } = work;
  const since = registered.trouble?.code === missing.code ? registered.trouble_since : null;
  if (since && ledger.clock.now().getTime() - since.getTime() >= settings.reinstallAfterMs) return null;
  return await noteTrouble(ledger, work, missing);
}

function noIdentity(book: string): Trouble {
  return {
    code: 'no_identity',
    message: `the authoritative copy holds nothing of ours for ${book}: its schema was dropped, or a restore is under way`,
    hint: 'Nothing to do: if it stays so, our tables are created anew and everything missing is applied again.',
  };
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
