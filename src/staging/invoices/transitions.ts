/** Moving invoices from state to state: every move is checked against states.ts, and is an event. */
import { type Kysely, sql, type UpdateObject } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { telling } from '../events.ts';
import type { DB } from '../postgres/schema.ts';
import { stateAfter, statesThatCan, type TransitionVerb } from '../states.ts';

export interface Move {
  actor: string;
  reason?: string | null;
  data?: Record<string, unknown>;
  /** Columns that change together with the state. */
  set?: UpdateObject<DB, 'invoice'>;
}

/**
 * Moves those of the invoices that may make the move, and returns their ids. The others stay as they are: the caller
 * decides whether that is an error.
 */
export async function moveMany(
  db: Kysely<DB>,
  verb: TransitionVerb,
  ids: readonly string[],
  move: Move,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const moved = await db
    .with('moved', (part) =>
      part
        .updateTable('invoice')
        .set(changesOf(verb, move))
        .where(sql<boolean>`id = any(${[...ids]}::text[])`)
        .where('state', 'in', statesThatCan(verb))
        .returning(['id', 'book']),
    )
    .with('told', telling({ ...move, type: `invoice:${verb}` }))
    .selectFrom('moved')
    .select('id')
    .execute();
  return moved.map(({ id }) => id);
}

/** The columns that a move changes: what belongs to the state that was left goes with it. */
export function changesOf(verb: TransitionVerb, { set }: Pick<Move, 'set'>): UpdateObject<DB, 'invoice'> {
  const to = stateAfter(verb);
  return {
    state: to,
    state_since: sql<Date>`now()`,
    ...(to === 'applying' ? {} : { batch: null }),
    ...(to === 'applied' ? {} : { outcome: null, placed_table: null, placed_key: null, applied_at: null }),
    ...set,
  };
}

/** Moves one invoice, or says why that is not possible now. */
export async function moveOne(db: Kysely<DB>, verb: TransitionVerb, id: string, move: Move): Promise<void> {
  const moved = await moveMany(db, verb, [id], move);
  if (moved.length > 0) return;
  const invoice = await db.selectFrom('invoice').select('state').where('id', '=', id).executeTakeFirst();
  if (!invoice) {
    throw new StagingPostError('no_such_invoice', `there is no invoice ${id}`, {
      kind: 'notFound',
      hint: 'List them with: staging-post invoice list',
    });
  }
  throw new StagingPostError('not_allowed_now', `invoice ${id} is ${invoice.state}: it cannot ${verb} now`, {
    kind: 'refused',
    hint:
      invoice.state === 'applying'
        ? 'It is being written into the copy at this moment; look again in a few seconds.'
        : `Only invoices that are ${statesThatCan(verb).join(', ')} can ${verb}.`,
  });
}
