/** What people decide about invoices that stand against what the copy holds: in conflict with it, or vanished from it. */
import type { Kysely } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { type DecisionResult, decide } from '../invoices/invoice-decisions.ts';
import { moveMany } from '../invoices/transitions.ts';
import type { LedgerTransaction } from '../ledger.ts';
import type { DB } from '../postgres/schema.ts';
import { decideVanished } from './vanished.ts';

export type Resolution =
  /** It is the row of this key, put there by a person. */
  | { kind: 'link'; key: string }
  /** It is another invoice: apply it all the same. */
  | { kind: 'apply' }
  | { kind: 'reject' }
  /** It was deleted, and is to stay so. */
  | { kind: 'deleted' }
  /** It was not meant to go: put it back. */
  | { kind: 'heal' };

/** Resolves exactly these. Those that the resolution does not fit stay as they are, and are named with their state. */
export async function resolveInvoices(
  tx: LedgerTransaction,
  resolution: Resolution,
  ids: readonly string[],
  decision: { actor: string; reason: string | null },
): Promise<DecisionResult> {
  switch (resolution.kind) {
    case 'apply':
      return await decide(tx, 'release', ids, decision);
    case 'reject':
      return await decide(tx, 'reject', ids, decision);
    case 'link':
      return await withRest(tx, ids, await link(tx, resolution.key, ids, decision));
    case 'deleted':
      return await withRest(tx, ids, await decideVanished(tx.db, ids, 'deleted', decision));
    case 'heal':
      return await withRest(tx, ids, await decideVanished(tx.db, ids, 'wanted', decision));
  }
}

/** One row is one invoice: the copy is asked again whether it is still there when the link is written. */
async function link(
  tx: LedgerTransaction,
  key: string,
  ids: readonly string[],
  { actor, reason }: { actor: string; reason: string | null },
): Promise<string[]> {
  const [id] = ids;
  if (ids.length !== 1 || id === undefined) {
    throw new StagingPostError('one_row_one_invoice', 'one row of the copy is one invoice', {
      kind: 'usage',
      hint: 'Name one invoice, and the key of the row that it is.',
    });
  }
  const invoice = await tx.db
    .selectFrom('invoice')
    .select(['state', 'rivals'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (invoice?.state !== 'conflict') return [];
  const rival = invoice.rivals?.find((candidate) => candidate.key === key);
  if (rival?.receiptOf !== null) {
    const free = (invoice.rivals ?? []).filter(({ receiptOf }) => receiptOf === null);
    throw new StagingPostError(
      'no_such_row',
      rival
        ? `the row ${key} belongs to the invoice ${rival.receiptOf} already`
        : `the invoice is in conflict with no row ${key}`,
      {
        kind: 'refused',
        hint:
          free.length > 0
            ? `Rows that it can be linked to: ${free.map((each) => each.key).join(', ')}. See both: staging-post invoice show ${id}`
            : `See both: staging-post invoice show ${id}`,
      },
    );
  }
  return await moveMany(tx.db, 'release', [id], {
    actor,
    reason,
    set: { link_to: key, cleared_by: null, reasons: '[]' },
    data: { linkTo: key },
  });
}

async function withRest(
  tx: LedgerTransaction,
  ids: readonly string[],
  decided: string[],
): Promise<DecisionResult> {
  const isDecided = new Set(decided);
  const rest = ids.filter((id) => !isDecided.has(id));
  const rows = await booksAndStates(tx.db, ids);
  for (const book of new Set(rows.map((row) => row.book))) {
    if (decided.length > 0) tx.ring({ kind: 'reconcile', book });
  }
  return {
    decided,
    left: rows.filter(({ id }) => rest.includes(id)).map(({ id, state }) => ({ id, state })),
  };
}

async function booksAndStates(db: Kysely<DB>, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('invoice')
    .select(['id', 'book', 'state'])
    .where('id', 'in', ids)
    .orderBy('arrival')
    .execute();
}

/** All of a book that the answer fits: in question; and, where it says that they are to be there, those that stand again. */
export async function vanishedToAskAbout(
  db: Kysely<DB>,
  book: string,
  answer: 'deleted' | 'heal',
): Promise<string[]> {
  const rows = await db
    .selectFrom('vanished_invoice')
    .innerJoin('invoice', 'invoice.id', 'vanished_invoice.invoice')
    .select('invoice.id as id')
    .where('vanished_invoice.book', '=', book)
    .where('vanished_invoice.state', 'in', answer === 'heal' ? ['asked', 'returned'] : ['asked'])
    .orderBy('invoice.arrival')
    .execute();
  return rows.map(({ id }) => id);
}
