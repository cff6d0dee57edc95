/** What people decide about invoices: hold, release, reject. Each is an event with who and why. */
import { type Kysely, sql } from 'kysely';
import type { LedgerTransaction } from '../ledger.ts';
import type { DB } from '../postgres/schema.ts';
import type { InvoiceState } from '../states.ts';
import { moveMany } from './transitions.ts';

export type Decision = 'hold' | 'release' | 'reject';

export interface DecisionResult {
  decided: string[];
  /** Those that could not be moved, with the state that stands against it. */
  left: { id: string; state: InvoiceState }[];
}

const idsPerStatement = 5000;

/** The invoices of a book in these states, in order of arrival. */
export async function invoicesInStates(
  db: Kysely<DB>,
  book: string,
  states: readonly InvoiceState[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('invoice')
    .select('id')
    .where('book', '=', book)
    .where('state', 'in', states)
    .orderBy('arrival')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Decides about exactly these invoices. Those whose state does not allow it stay as they are. A release also says that
 * what looked like a duplicate or a conflict is to be applied all the same; a later hold or rejection takes that back.
 */
export async function decide(
  tx: LedgerTransaction,
  decision: Decision,
  ids: readonly string[],
  { actor, reason }: { actor: string; reason: string | null },
): Promise<DecisionResult> {
  const decided: string[] = [];
  for (let from = 0; from < ids.length; from += idsPerStatement) {
    const some = ids.slice(from, from + idsPerStatement);
    decided.push(
      ...(await moveMany(tx.db, decision, some, {
        actor,
        reason,
        set: {
          cleared_by: decision === 'release' ? actor : null,
          link_to: null,
          reasons: reasonsAfter(decision, actor, reason),
        },
      })),
    );
  }
  if (decision === 'release') await ringFor(tx, decided);
  const isDecided = new Set(decided);
  return {
    decided,
    left: await statesOf(
      tx.db,
      ids.filter((id) => !isDecided.has(id)),
    ),
  };
}

/** A person's hold stands among the reasons as long as it holds; what the reader or the copy found stays beside it. */
function reasonsAfter(decision: Decision, actor: string, reason: string | null) {
  const others = sql<string>`coalesce(
    (select jsonb_agg(r) from jsonb_array_elements(reasons) r where r->>'code' <> 'held_by_person'), '[]')`;
  if (decision !== 'hold') return others;
  const held = JSON.stringify([
    { code: 'held_by_person', message: `held by ${actor}${reason ? `: ${reason}` : ''}` },
  ]);
  return sql<string>`${others} || ${held}::jsonb`;
}

async function ringFor(tx: LedgerTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const books = await tx.db
    .selectFrom('invoice')
    .select('book')
    .distinct()
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
  for (const { book } of books) tx.ring({ kind: 'reconcile', book });
}

async function statesOf(db: Kysely<DB>, ids: readonly string[]): Promise<DecisionResult['left']> {
  if (ids.length === 0) return [];
  return await db
    .selectFrom('invoice')
    .select(['id', 'state'])
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .orderBy('arrival')
    .execute();
}
