/**
 * Handovers of the authority, as the ledger keeps them: each is begun here before anything is touched, so that one that
 * was interrupted shows, and can be finished or taken back.
 */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { record } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';
import { moveAuthority } from './authority.ts';

export interface HandoverPlan {
  book: string;
  /** The copy that has the authority, or whose data is brought. */
  from: string | null;
  /** Null: away, to where no worker reaches. */
  to: string | null;
  actor: string;
  /** Who has the book then. */
  holder?: string | null;
  note?: string | null;
  /** The highest epoch that was seen in a copy: the new one is above it. */
  epochAbove: number;
}

/**
 * Begins a handover, or goes on with the same one that was interrupted. Another one that was begun is given up: whoever
 * decides last decides.
 */
export async function beginHandover(db: Kysely<DB>, plan: HandoverPlan): Promise<Row<'handover'>> {
  const authority = await db
    .selectFrom('authority')
    .select('epoch')
    .where('book', '=', plan.book)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const open = await openHandoverOf(db, plan.book);
  const isSame = open && open.from_copy === plan.from && open.to_copy === plan.to;
  if (isSame && open.epoch > authority.epoch && open.epoch >= plan.epochAbove) return open;
  if (open) await end(db, open, 'given_up', plan.actor);
  const highest = Math.max(authority.epoch, await highestEpochOf(db, plan.book), plan.epochAbove);
  const begun = await db
    .insertInto('handover')
    .values({
      book: plan.book,
      from_copy: plan.from,
      to_copy: plan.to,
      epoch: highest + 1,
      holder: plan.holder ?? null,
      note: plan.note ?? null,
      actor: plan.actor,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await note(db, begun, 'handover:begun', plan.actor);
  return begun;
}

/**
 * The last step in the ledger: the authority moves, and the handover is done.
 * @throws StagingPostError `handover_overtaken` when another was begun meanwhile: whoever decides last decides. What was
 * fenced for that one, this one would leave open.
 */
export async function completeHandover(
  db: Kysely<DB>,
  handover: Row<'handover'>,
  { actor, withoutFence }: { actor: string; withoutFence: boolean },
): Promise<void> {
  await refuseIfOvertaken(db, handover);
  await moveAuthority(db, {
    book: handover.book,
    copy: handover.to_copy,
    epoch: handover.epoch,
    actor,
    reason: handover.note,
  });
  await db
    .updateTable('handover')
    .set({ without_fence: withoutFence })
    .where('id', '=', handover.id)
    .execute();
  await end(db, { ...handover, without_fence: withoutFence }, 'done', actor);
}

async function refuseIfOvertaken(db: Kysely<DB>, { id, book }: Row<'handover'>): Promise<void> {
  const begun = await db
    .selectFrom('handover')
    .select('id')
    .where('id', '=', id)
    .where('state', '=', 'begun')
    .forUpdate()
    .executeTakeFirst();
  if (!begun) throw overtaken(book);
}

export function overtaken(book: string): StagingPostError {
  return new StagingPostError(
    'handover_overtaken',
    `another handover of "${book}" was begun while this one was under way, and goes before it`,
    { kind: 'refused', hint: `See where it stands: staging-post status; then decide again.` },
  );
}

/** Nothing came of it. */
export async function giveUpHandover(
  db: Kysely<DB>,
  handover: Row<'handover'>,
  actor: string,
): Promise<void> {
  await end(db, handover, 'given_up', actor);
}

async function end(
  db: Kysely<DB>,
  handover: Row<'handover'>,
  state: 'done' | 'given_up',
  actor: string,
): Promise<void> {
  await db
    .updateTable('handover')
    .set({ state, ended_at: sql<Date>`now()` })
    .where('id', '=', handover.id)
    .where('state', '=', 'begun')
    .execute();
  await note(db, handover, `handover:${state}`, actor);
}

async function note(db: Kysely<DB>, handover: Row<'handover'>, type: string, actor: string): Promise<void> {
  await record(db, {
    actor,
    type,
    book: handover.book,
    subject: handover.book,
    reason: handover.note,
    data: {
      handover: handover.id,
      from: handover.from_copy,
      to: handover.to_copy,
      epoch: handover.epoch,
      holder: handover.holder,
      withoutFence: handover.without_fence,
    },
  });
}

/** The handover that began and did not end. */
export async function openHandoverOf(db: Kysely<DB>, book: string): Promise<Row<'handover'> | undefined> {
  return await db
    .selectFrom('handover')
    .selectAll()
    .where('book', '=', book)
    .where('state', '=', 'begun')
    .executeTakeFirst();
}

/** The handover that was done last. */
export async function lastHandoverOf(db: Kysely<DB>, book: string): Promise<Row<'handover'> | undefined> {
  return await db
    .selectFrom('handover')
    .selectAll()
    .where('book', '=', book)
    .where('state', '=', 'done')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Who has the book while no copy within reach is authoritative; undefined: it is not away, or never had a copy. */
export async function awayOf(db: Kysely<DB>, book: string): Promise<Row<'handover'> | undefined> {
  const last = await lastHandoverOf(db, book);
  return last?.to_copy === null ? last : undefined;
}

async function highestEpochOf(db: Kysely<DB>, book: string): Promise<number> {
  const row = await db
    .selectFrom('handover')
    .select((eb) => eb.fn.max('epoch').as('epoch'))
    .where('book', '=', book)
    .executeTakeFirst();
  return Number(row?.epoch ?? 0);
}
