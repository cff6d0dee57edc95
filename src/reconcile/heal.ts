/**
 * Healing: from a head that was not expected to what is missing, and to a new branch of the chain on which it is applied
 * again. An older head or another branch costs O(what lies between); only an unknown head needs the full audit.
 */
import { StagingPostError } from '../errors.ts';
import { findBatch, markApplied } from '../staging/applying/batches.ts';
import { openHeal } from '../staging/applying/heals.ts';
import { holdDeleted } from '../staging/applying/vanished.ts';
import { holdMandate, moveTip } from '../staging/books/authority.ts';
import {
  addLink,
  findFork,
  findLink,
  isLinked,
  type LinkedReceipt,
  receiptsOfLinks,
} from '../staging/books/chain.ts';
import type { Ledger, LedgerTransaction } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { adoptReceipts, compareReceipts } from './audit.ts';
import { lastBatchIn } from './batch.ts';
import type { Identity } from './copies/copy.ts';
import { createIdentityIfMissing } from './fresh-identity.ts';
import type { BookAtWork } from './mandate.ts';

/** Takes note of the history that now stands in the copy, and makes ready again what it lacks. */
export async function heal(ledger: Ledger, work: BookAtWork, identity: Identity): Promise<void> {
  const { mandate } = work;
  await adoptLateBatch(ledger, work, identity);
  const tip = await findLink(ledger.db, mandate.book, mandate.head);
  const found = await findLink(ledger.db, mandate.book, identity.head);
  if (!found || !tip) return await healByAudit(ledger, work, identity);
  await ledger.transaction(async (tx) => {
    const fork = await findFork(tx.db, mandate.book, tip, found);
    const left = await receiptsOfLinks(tx.db, mandate.book, fork.leftBehind);
    const arrived = await receiptsOfLinks(tx.db, mandate.book, fork.arrivedAt);
    const isThere = new Set(arrived.map(({ invoiceId }) => invoiceId));
    await turnTo(tx, work, identity.head, {
      // A batch that was acknowledged late stands on top of the tip: nothing was overwritten.
      overwrite:
        fork.leftBehind.length === 0 ? null : fork.arrivedAt.length === 0 ? 'older_head' : 'other_branch',
      lost: left.map(({ invoiceId }) => invoiceId).filter((id) => !isThere.has(id)),
      gained: arrived,
    });
  });
}

/**
 * A batch that a sleeping worker wrote after we gave it up: the row names it, so its link is added where it belongs,
 * and the head is a known one.
 */
async function adoptLateBatch(
  ledger: Ledger,
  { mandate, copy }: BookAtWork,
  identity: Identity,
): Promise<void> {
  const batch =
    identity.batchId === '' ? undefined : await findBatch(ledger.db, mandate.book, identity.batchId);
  if (!batch || (await findLink(ledger.db, mandate.book, identity.head))) return;
  // Its link is there, under another head: this one was written by somebody else, and only an audit can tell.
  if (await isLinked(ledger.db, batch.id)) return;
  if (!(await findLink(ledger.db, mandate.book, identity.previousHead))) return;
  const last = await lastBatchIn(copy, mandate.book);
  refuseIfMoved(last.identity, identity);
  await ledger.transaction(
    async (tx) =>
      await addLink(tx.db, {
        book: mandate.book,
        head: identity.head,
        parent: identity.previousHead,
        batch: batch.id,
        epoch: identity.epoch,
        copyId: identity.copyId,
        receipts: last.receipts,
      }),
  );
}

/** Receipts tell of the history that they were read in: one that was replaced meanwhile is looked at anew. */
export function refuseIfMoved(now: Identity | null, seen: Pick<Identity, 'head'>): void {
  if (now?.head === seen.head) return;
  throw new StagingPostError('copy_moved', 'the copy was replaced or written to while it was looked at', {
    hint: 'Nothing to do: the next sweep looks again.',
  });
}

/** The head is unknown: only the receipts themselves can tell. Their history is adopted as a new root of the chain. */
async function healByAudit(ledger: Ledger, work: BookAtWork, identity: Identity): Promise<void> {
  const comparison = await compareReceipts(ledger.db, work.copy, work.mandate.book);
  refuseIfMoved(await work.copy.readIdentity(work.mandate.book), identity);
  const root = { book: work.mandate.book, head: identity.head };
  await ledger.transaction(async (tx) => {
    const isNew = await addLink(tx.db, {
      ...root,
      parent: null,
      batch: null,
      epoch: identity.epoch,
      copyId: identity.copyId,
      receipts: [],
    });
    if (isNew) {
      await adoptReceipts(tx.db, work.copy, root);
      refuseIfMoved(await work.copy.readIdentity(root.book), identity);
    }
    await turnTo(tx, work, identity.head, {
      overwrite: 'full_audit',
      lost: comparison.missing,
      gained: comparison.unacknowledged,
    });
  });
}

async function turnTo(
  tx: LedgerTransaction,
  { mandate }: BookAtWork,
  head: string,
  found: {
    overwrite: Row<'heal'>['found_by'] | null;
    lost: readonly string[];
    gained: readonly LinkedReceipt[];
  },
): Promise<void> {
  await holdMandate(tx.db, mandate);
  await markApplied(tx.db, found.gained, { batch: null, copy: mandate.copy });
  if (found.overwrite) {
    await openHeal(tx.db, {
      book: mandate.book,
      copy: mandate.copy,
      expectedHead: mandate.head,
      foundHead: head,
      foundBy: found.overwrite,
      lost: found.lost,
    });
    await holdDeleted(tx.db, mandate.book, found.lost);
  }
  await moveTip(tx.db, mandate.book, head);
}

/**
 * The copy has no identity row for this book: our tables, or the whole schema, are gone. Gives it a new identity; the
 * look that follows finds an unknown head and audits.
 */
export async function reinstall({ mandate, copy }: BookAtWork): Promise<void> {
  await copy.install();
  await createIdentityIfMissing(copy, mandate.book, mandate);
}
