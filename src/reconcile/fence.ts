/**
 * Fences: the row in a copy that keeps everybody from writing to it. A copy that loses the authority is fenced in its
 * own transaction; one that was out of reach then is owed a fence, and is looked at when it is within reach again.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf, StagingPostError } from '../errors.ts';
import { abandonBatch, acknowledgeBatch, findBatch, openBatchOf } from '../staging/applying/batches.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { findFork, findLink, receiptsOfLinks } from '../staging/books/chain.ts';
import { noteCopy, oweFence, settleFence, takeOwedFences, urlOfCopy } from '../staging/books/copies.ts';
import { record } from '../staging/events.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { lastBatchIn, lookUpBatch } from './batch.ts';
import type { Copy, Identity } from './copies/copy.ts';
import { CommitUnknownError, CopyUnreachableError } from './copies/errors.ts';
import { tryToLearnDeletions } from './deletions.ts';
import { changeIdentity } from './fresh-identity.ts';
import type { OpenCopy } from './mandate.ts';

export interface Fence {
  fenced: boolean;
  /** The epoch that stands in the copy; 0 when it could not be read. */
  epoch: number;
}

/**
 * A worker that fell asleep inside its transaction holds the identity row until the server ends that transaction
 * (`statementTimeoutMs` of the PostgreSQL adapter); a fence has to outlast it.
 */
const patienceMs = 75_000;
const retryMs = 1_000;

/** After the fence nothing can be written to the copy: whatever batch was under way is in by now, or never will be. */
export async function fenceOff(
  ledger: Ledger,
  from: Row<'copy'>,
  { force, patient = true, open }: { force: boolean; patient?: boolean; open: OpenCopy },
): Promise<Fence> {
  const copy = open(from, urlOfCopy(ledger, from), ledger);
  let isFenced = false;
  try {
    const identity = await fencePatiently(copy, from, force || !patient ? 0 : patienceMs);
    isFenced = true;
    const batch = await openBatchOf(ledger.db, from.book);
    // A batch that is under way in another copy is decided by the fence there.
    if (batch?.copy === from.name) {
      const found = await lookUpBatch(copy, batch);
      await ledger.transaction(async (tx) => {
        if (found === 'not_in') await abandonBatch(tx.db, batch, 'the copy was fenced before it was written');
        else await acknowledgeBatch(tx.db, batch, found);
      });
    }
    // Whatever is put in its place while it has no authority: what people deleted until now is known.
    await tryToLearnDeletions(ledger, from, copy);
    return { fenced: true, epoch: identity.epoch };
  } catch (error) {
    // The fence is up; what failed is to be repeated.
    if (isFenced) throw error;
    if (!force) throw cannotFence(from, error);
    await goWithoutFence(ledger, from, error);
    return { fenced: false, epoch: 0 };
  } finally {
    await copy.close();
  }
}

async function fencePatiently(copy: Copy, from: Row<'copy'>, waitMs: number): Promise<Identity> {
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    const startedAt = performance.now();
    try {
      return await changeIdentity(copy, from.book, { fenced: true }, from.copy_id);
    } catch (error) {
      waitedMs += performance.now() - startedAt;
      if (waitedMs >= waitMs || !isLocked(error)) throw error;
      await delay(retryMs);
    }
  }
}

/** The database is there, and somebody holds what we need. SQLSTATE 55P03, ER_LOCK_WAIT_TIMEOUT, or SQLITE_BUSY (5) and SQLITE_LOCKED (6). */
function isLocked(error: unknown): boolean {
  if (!(error instanceof CopyUnreachableError)) return false;
  const { code, errcode } = (error.cause ?? {}) as { code?: string; errcode?: number };
  return code === '55P03' || code === 'ER_LOCK_WAIT_TIMEOUT' || [5, 6].includes((errcode ?? 0) & 0xff);
}

/** Whether this failure of `fenceOff` left the copy as it was, for certain. */
export function isNotFenced(error: unknown): boolean {
  return (
    error instanceof StagingPostError &&
    error.code === 'cannot_fence' &&
    !(error.cause instanceof CommitUnknownError)
  );
}

function cannotFence(from: Row<'copy'>, error: unknown): StagingPostError {
  return new StagingPostError(
    'cannot_fence',
    `the copy "${from.name}" cannot be fenced: ${messageOf(error)}`,
    {
      kind: 'refused',
      cause: error,
      hint: `Bring it within reach, or repeat with --force. Then a worker that still reaches "${from.name}" could write there until its next contact with the ledger; those invoices are applied to the new copy as well, and are reported when "${from.name}" is within reach again.`,
    },
  );
}

async function goWithoutFence(ledger: Ledger, from: Row<'copy'>, error: unknown): Promise<void> {
  await abandonOpenBatch(ledger, from.book, 'the authority was moved by force, without a fence');
  await ledger.transaction(async (tx) => {
    const authority = await readAuthority(tx.db, from.book);
    await oweFence(tx.db, from, authority.head);
    await record(tx.db, {
      actor: 'worker',
      type: 'copy:not_fenced',
      book: from.book,
      subject: `${from.book}/${from.name}`,
      reason: messageOf(error),
      data: { head: authority.head, epoch: authority.epoch },
    });
  });
}

export async function abandonOpenBatch(ledger: Ledger, book: string, reason: string): Promise<void> {
  const batch = await openBatchOf(ledger.db, book);
  if (batch) await ledger.transaction(async (tx) => await abandonBatch(tx.db, batch, reason));
}

/** How often a copy that is owed a fence is tried: it may take its time to be out of reach. */
const owedEveryMs = 60_000;

/** Fences the copies of the book that lost the authority without a fence, and tells what was written there since. */
export async function collectOwedFences(
  ledger: Ledger,
  book: string,
  open: OpenCopy,
  { everyMs = owedEveryMs }: { everyMs?: number | undefined } = {},
): Promise<void> {
  const notSince = new Date(ledger.clock.now().getTime() - everyMs);
  for (const owed of await takeOwedFences(ledger.db, book, notSince)) {
    const { copy: authoritative } = await readAuthority(ledger.db, book);
    if (owed.name === authoritative) {
      await settleFence(ledger.db, owed);
      continue;
    }
    let copy: Copy | undefined;
    try {
      copy = open(owed, urlOfCopy(ledger, owed), ledger);
      await fenceLate(ledger, owed, copy);
    } catch (error) {
      ledger.log.info(
        { book, copy: owed.name, error: messageOf(error) },
        'a copy that is owed a fence is still out of reach',
      );
    } finally {
      await copy?.close();
    }
  }
}

async function fenceLate(ledger: Ledger, owed: Row<'copy'>, copy: Copy): Promise<void> {
  const found = await copy.readIdentity(owed.book);
  // Another copy's data, or none of ours, stands there now: nobody's mandate fits it, and there is nothing to fence.
  const identity =
    found?.copyId === owed.copy_id
      ? await changeIdentity(copy, owed.book, { fenced: true }, owed.copy_id)
      : null;
  const stray = identity ? await strayWrites(ledger, owed, copy, identity) : [];
  await ledger.transaction(async (tx) => {
    await settleFence(tx.db, owed);
    await record(tx.db, {
      actor: 'worker',
      type: stray.length > 0 ? 'copy:stray_writes' : 'copy:fenced_late',
      book: owed.book,
      subject: `${owed.book}/${owed.name}`,
      reason: identity
        ? `within reach again: fenced, ${stray.length} invoices had been written there without authority`
        : 'within reach again: it holds another copy’s data by now',
      data: { stray },
    });
    if (stray.length > 0) await noteCopy(tx.db, owed, { trouble: strayTrouble(owed, stray) });
  });
}

function strayTrouble({ book, name }: Row<'copy'>, stray: readonly string[]) {
  return {
    code: 'stray_writes',
    message: `${stray.length} invoice${stray.length === 1 ? ' was' : 's were'} written to "${name}" after it had lost the authority; the authoritative copy has them as well`,
    hint: `Do not pay them from "${name}". It is fenced now; bring it up to date before anybody works in it: staging-post copy take ${book} --from <copy> --to ${name}`,
  };
}

/** What stands in the copy beyond the head at which it lost the authority. */
async function strayWrites(
  ledger: Ledger,
  owed: Row<'copy'>,
  copy: Copy,
  identity: Identity,
): Promise<string[]> {
  const { db } = ledger;
  const left = owed.fence_owed_head ? await findLink(db, owed.book, owed.fence_owed_head) : undefined;
  const found = await findLink(db, owed.book, identity.head);
  if (left && found) {
    const { arrivedAt } = await findFork(db, owed.book, left, found);
    return (await receiptsOfLinks(db, owed.book, arrivedAt)).map(({ invoiceId }) => invoiceId);
  }
  const batch = identity.batchId === '' ? undefined : await findBatch(db, owed.book, identity.batchId);
  if (!batch) return [];
  return (await lastBatchIn(copy, owed.book)).receipts.map(({ invoiceId }) => invoiceId);
}
