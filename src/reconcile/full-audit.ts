/**
 * The full audit of one book: whatever the heads say, are all receipts there that the ledger believes in, and do their
 * invoices still stand? It sees what no head can show, such as a receipt table that somebody edited.
 */
import { StagingPostError } from '../errors.ts';
import { acknowledgeBatch, markApplied, openBatchOf } from '../staging/applying/batches.ts';
import { openHeal } from '../staging/applying/heals.ts';
import { noteVanished, type VanishedNow } from '../staging/applying/vanished.ts';
import { holdMandate } from '../staging/books/authority.ts';
import type { LinkedReceipt } from '../staging/books/chain.ts';
import { record } from '../staging/events.ts';
import type { Ledger } from '../staging/ledger.ts';
import { type Comparison, compareReceipts, deletedByPeople, noteAudit } from './audit.ts';
import { lookUpBatch } from './batch.ts';
import { heal, refuseIfMoved } from './heal.ts';
import { withBookLease } from './lease.ts';
import { type BookAtWork, type OpenCopy, openRegisteredCopy, renew, takeUp } from './mandate.ts';
import { observe } from './observe.ts';

export interface AuditReport {
  book: string;
  copy: string;
  verdict: 'in_order' | 'healing' | 'attention';
  /** Receipts in the copy. */
  receipts: number;
  /** Applied, said the ledger, but the receipt was gone: made ready, and applied again by the worker. */
  missing: string[];
  /** Receipts that the ledger had not taken note of; it has now. */
  taken: string[];
  /** Receipts of invoices that the ledger does not know. */
  unknown: string[];
  /** Receipts whose invoice is gone: deleted by people, and left so. */
  deleted: string[];
  /** Those of them that were still there at the audit before. */
  newlyDeleted: string[];
  /** Those about which a person is asked: deleted, or to be put back? */
  asked: string[];
  /** Known as deleted before, and standing again: a person is asked whether they are to stay. */
  returned: string[];
  /** What wants a person. */
  remarks: { code: string; message: string; hint: string }[];
}

/**
 * Compares the authoritative copy with the ledger, receipt by receipt. Missing ones are made ready to be applied again.
 * @throws StagingPostError `no_authority`, `book_busy`, or why the copy cannot be looked at now.
 */
export async function auditBook(
  ledger: Ledger,
  book: string,
  { actor, open = openRegisteredCopy }: { actor: string; open?: OpenCopy },
): Promise<AuditReport> {
  const report = await withBookLease(
    ledger,
    book,
    async () => {
      const work = await takeUp(ledger, book, open);
      if (!work) throw noAuthority(book);
      try {
        return await auditUnderLease(ledger, work, actor);
      } finally {
        await work.copy.close();
      }
    },
    { waitMs: 30_000 },
  );
  if (report) return report;
  throw new StagingPostError('book_busy', `a worker has the book "${book}" in hand`, {
    kind: 'refused',
    hint: 'Try again in a moment.',
  });
}

async function auditUnderLease(ledger: Ledger, start: BookAtWork, actor: string): Promise<AuditReport> {
  const { book } = start.mandate;
  await acknowledgeWhatIsIn(ledger, start);
  const seen = { ...start, mandate: await renew(ledger, start.mandate) };
  const isOverwritten = await takeNoteOfOverwrite(ledger, seen);
  const work = { ...start, mandate: await renew(ledger, start.mandate) };
  const comparison = await compareReceipts(ledger.db, work.copy, book);
  const deleted = (await deletedByPeople(work.copy, book)).map(({ invoiceId }) => invoiceId);
  refuseIfMoved(await work.copy.readIdentity(book), work.mandate);
  return await ledger.transaction(async (tx) => {
    await holdMandate(tx.db, work.mandate);
    const vanished = await noteVanished(tx.db, {
      book,
      copy: work.mandate.copy,
      gone: deleted,
      receipted: {
        besideApplied: idsOf(comparison.unacknowledged),
        notOfApplied: comparison.missing,
      },
      // One alone may there as well be an older state of the copy.
      isDoubtful: work.copy.promise === 'weaker',
    });
    const report = judgeAudit(work, comparison, { isOverwritten, deleted, vanished });
    await markApplied(tx.db, comparison.unacknowledged, { batch: null, copy: work.mandate.copy });
    if (comparison.missing.length > 0) {
      await openHeal(tx.db, {
        book,
        copy: work.mandate.copy,
        expectedHead: work.mandate.head,
        foundHead: work.mandate.head,
        foundBy: 'full_audit',
        lost: comparison.missing,
      });
    }
    await noteAudit(tx.db, book);
    await record(tx.db, {
      actor,
      type: 'book:audited',
      book,
      subject: book,
      reason: report.remarks.map(({ message }) => message).join('; ') || null,
      data: { verdict: report.verdict, receipts: report.receipts, missing: report.missing, deleted },
    });
    if (isOverwritten || comparison.missing.length > 0) tx.ring({ kind: 'reconcile', book });
    return report;
  });
}

/** A worker that died after its COMMIT left an intent: if it is in the copy, it is no overwrite. */
async function acknowledgeWhatIsIn(ledger: Ledger, { mandate, copy }: BookAtWork): Promise<void> {
  const batch = await openBatchOf(ledger.db, mandate.book);
  const found = batch ? await lookUpBatch(copy, batch) : 'not_in';
  if (!batch || found === 'not_in') return;
  await ledger.transaction(async (tx) => await acknowledgeBatch(tx.db, batch, found));
}

/** True when the copy's history was replaced; what it lacks is ready to be applied again then. */
async function takeNoteOfOverwrite(ledger: Ledger, work: BookAtWork): Promise<boolean> {
  const identity = await work.copy.readIdentity(work.mandate.book, { thorough: true });
  const seen = observe(identity, work.mandate, work.mandate.book);
  switch (seen.kind) {
    case 'as_expected':
      return false;
    case 'overwritten':
    case 'overwritten_before_handover':
      await heal(ledger, work, seen.identity);
      return true;
    case 'no_identity':
      throw new StagingPostError(
        'no_identity',
        `the authoritative copy holds nothing of ours for ${work.mandate.book}`,
        {
          kind: 'attention',
          hint: 'Its schema was dropped, or a restore is under way. A running worker creates our tables anew and applies everything again.',
        },
      );
    case 'held':
      throw new StagingPostError(seen.code, seen.message, { kind: 'attention', hint: seen.hint });
  }
}

function judgeAudit(
  { mandate }: BookAtWork,
  { receipts, missing, unacknowledged, unknown }: Comparison,
  found: { isOverwritten: boolean; deleted: string[]; vanished: VanishedNow },
): AuditReport {
  const remarks: AuditReport['remarks'] = [];
  if (unknown.length > 0) {
    remarks.push({
      code: 'unknown_receipts',
      message: `${unknown.length} receipts are of invoices that this ledger does not know`,
      hint: 'Most likely the ledger was restored from a backup: they are recognised as soon as their mails are fetched again. Otherwise another ledger writes to this copy.',
    });
  }
  if (missing.length > 0) {
    remarks.push({
      code: 'receipts_missing',
      message: `${missing.length} receipts were missing though the head is as expected: somebody edited staging_post_receipt`,
      hint: 'They are applied again by the worker; invoices that still stand there are linked, not doubled.',
    });
  }
  const { asked, returned } = found.vanished;
  // One by one people delete; a table that was restored alone loses many at once. Never guessed.
  if (asked.length > 0) {
    remarks.push({
      code: 'many_deleted',
      message: `${asked.length} invoice${asked.length === 1 ? '' : 's'} vanished from the copy while the receipts stayed: deleted by somebody, or their table was restored alone from an older state`,
      hint: `If they were deleted: staging-post invoice resolve --book ${mandate.book} --deleted; if they are to be put back: staging-post invoice resolve --book ${mandate.book} --heal`,
    });
  }
  if (returned.length > 0) {
    remarks.push({
      code: 'deleted_returned',
      message: `${returned.length} invoice${returned.length === 1 ? '' : 's'} that had been deleted stand${returned.length === 1 ? 's' : ''} in the copy again: it went back to an older state`,
      hint: `Delete them there again if that still holds: Staging Post never deletes anything. If they are to stay: staging-post invoice resolve --book ${mandate.book} --heal`,
    });
  }
  const verdict = remarks.length > 0 ? 'attention' : found.isOverwritten ? 'healing' : 'in_order';
  return {
    book: mandate.book,
    copy: mandate.copy,
    verdict,
    receipts,
    missing,
    taken: idsOf(unacknowledged),
    unknown: idsOf(unknown),
    deleted: found.deleted,
    newlyDeleted: found.vanished.newly,
    asked: found.vanished.asked,
    returned: found.vanished.returned,
    remarks,
  };
}

const idsOf = (receipts: readonly LinkedReceipt[]) => receipts.map(({ invoiceId }) => invoiceId);

function noAuthority(book: string): StagingPostError {
  return new StagingPostError(
    'no_authority',
    `no copy of ${book} is authoritative: there is nothing to audit`,
    {
      kind: 'refused',
      hint: `Make one so: staging-post authority set ${book} <copy>`,
    },
  );
}
