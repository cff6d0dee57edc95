/**
 * Batches: the intent is in the ledger before the copy is touched (claims.ts), and every intent is resolved: acknowledged,
 * or abandoned once it can no longer be written. One batch at a time within a book, held by a unique index.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { StagingPostError } from '../../errors.ts';
import { type HeldAuthority, holdAuthority } from '../books/authority.ts';
import { type LinkedReceipt, linking, type NewLink } from '../books/chain.ts';
import { record } from '../events.ts';
import { moveMany } from '../invoices/transitions.ts';
import type { DB, Rival, Row } from '../postgres/schema.ts';
import type { ClaimedInvoice, Intent } from './claims.ts';
import { notePutBack } from './vanished.ts';

const actor = 'worker';

export async function openBatchOf(db: Kysely<DB>, book: string): Promise<Row<'batch'> | undefined> {
  return await db
    .selectFrom('batch')
    .selectAll()
    .where('book', '=', book)
    .where('state', '=', 'intended')
    .executeTakeFirst();
}

export async function findBatch(db: Kysely<DB>, book: string, id: string): Promise<Row<'batch'> | undefined> {
  return await db
    .selectFrom('batch')
    .selectAll()
    .where('book', '=', book)
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirst();
}

export interface BatchResult {
  /** The new head, or null when nothing was written. */
  head: string | null;
  /** Written by this batch, in order: they make the link. */
  receipts: readonly LinkedReceipt[];
  /** Were in the copy already. */
  found: readonly LinkedReceipt[];
  disputed: readonly { id: string; message: string; rivals?: Rival[] }[];
  refused: readonly { id: string; message: string }[];
}

/**
 * The batch is in: its link joins the chain, and each of its invoices goes where the copy said.
 * @param claimed what was claimed for it, where that is known: spares two questions
 * @returns the authority, which is held from here on
 */
export async function acknowledgeBatch(
  db: Kysely<DB>,
  batch: Intent,
  result: BatchResult,
  claimed: readonly ClaimedInvoice[] | null = null,
): Promise<HeldAuthority> {
  const { held, applied } =
    result.head === null ? await settleUnwritten(db, batch) : await settle(db, batch, result.head, result);
  const inCopy = [...result.receipts, ...result.found];
  await markApplied(
    db,
    inCopy.filter(({ invoiceId }) => !applied.has(invoiceId)),
    { batch: batch.id, copy: batch.copy },
  );
  if (!claimed || claimed.some(({ wanted }) => wanted)) {
    await notePutBack(
      db,
      batch.book,
      inCopy.map(({ invoiceId }) => invoiceId),
    );
  }
  for (const { id, message, rivals } of result.disputed) {
    await setAside(db, 'dispute', id, 'conflict', message, {
      rivals: rivals ? JSON.stringify(rivals) : null,
    });
  }
  for (const { id, message } of result.refused)
    await setAside(db, 'quarantine', id, 'refused_by_copy', message);
  const settled = inCopy.length + result.disputed.length + result.refused.length;
  if (settled !== claimed?.length) await returnUnwritten(db, batch);
  return held;
}

interface Settled {
  held: HeldAuthority;
  /** Of the batch's invoices, those that are `applied` now. */
  applied: ReadonlySet<string>;
}

/**
 * The end of the intent, link, receipts, tip, invoices and their events in one statement: none of it where another worker resolved
 * the batch. Each part names the one before it, so that rows are locked in the order in which claims lock them.
 */
async function settle(
  db: Kysely<DB>,
  batch: Intent,
  head: string,
  { receipts }: Pick<BatchResult, 'receipts'>,
): Promise<Settled> {
  const link: NewLink = {
    book: batch.book,
    head,
    parent: batch.expected_head,
    batch: batch.id,
    epoch: batch.epoch,
    copyId: batch.copy_id,
    receipts,
  };
  const { rows } = await sql<HeldAuthority & { id: string | null }>`
    with resolved as (
      update batch set state = 'acknowledged', resolved_at = now()
      where id = ${batch.id} and state = 'intended' returning id
    ), ${linking(link, sql`from resolved`)}, tip as (
      update authority set head = ${head} from resolved where book = ${batch.book} returning copy, epoch, head
    ), moved as (${movingTaken(receipts, sql`, tip`)}), told as (${tellApplied({ batch: batch.id, copy: batch.copy })})
    select tip.copy, tip.epoch, tip.head, moved.id from tip left join moved on true`.execute(db);
  const [first] = rows;
  if (!first) throw resolvedByAnother(batch);
  const { copy, epoch } = first;
  return {
    held: { copy, epoch, head },
    applied: new Set(rows.flatMap(({ id }) => (id === null ? [] : [id]))),
  };
}

/** Nothing was written: there is no link, and the tip stays. */
async function settleUnwritten(db: Kysely<DB>, batch: Intent): Promise<Settled> {
  await resolve(db, batch, 'acknowledged');
  return { held: await holdAuthority(db, batch.book), applied: new Set() };
}

/** The batch is not in and can no longer come in: its invoices are ready again. */
export async function abandonBatch(db: Kysely<DB>, batch: Intent, reason: string): Promise<void> {
  await resolve(db, batch, 'abandoned');
  await returnUnwritten(db, batch);
  await record(db, { actor, type: 'batch:abandoned', book: batch.book, subject: batch.id, reason });
}

/**
 * Every intent is resolved once. A worker that slept meanwhile finds it resolved by another, and has nothing to say any
 * more: the tip may be far ahead.
 */
async function resolve(db: Kysely<DB>, batch: Intent, state: 'acknowledged' | 'abandoned'): Promise<void> {
  const resolved = await db
    .updateTable('batch')
    .set({ state, resolved_at: sql<Date>`now()` })
    .where('id', '=', batch.id)
    .where('state', '=', 'intended')
    .returning('id')
    .executeTakeFirst();
  if (!resolved) throw resolvedByAnother(batch);
}

function resolvedByAnother({ id }: Intent): StagingPostError {
  return new StagingPostError('batch_resolved', `batch ${id} was resolved by another worker meanwhile`, {
    hint: 'Nothing to do: this worker was late, and the other one went on.',
  });
}

async function returnUnwritten(db: Kysely<DB>, batch: Intent): Promise<void> {
  const left = await db
    .selectFrom('invoice')
    .select('id')
    .where('book', '=', batch.book)
    .where('state', '=', 'applying')
    .where('batch', '=', batch.id)
    .execute();
  await moveMany(
    db,
    'return',
    left.map(({ id }) => id),
    { actor, data: { batch: batch.id } },
  );
}

async function setAside(
  db: Kysely<DB>,
  verb: 'dispute' | 'quarantine',
  id: string,
  code: string,
  message: string,
  set: { rivals?: string | null } = {},
): Promise<void> {
  await moveMany(db, verb, [id], {
    actor,
    reason: message,
    set: { reasons: JSON.stringify([{ code, message }]), ...set },
  });
}

/** Invoices whose receipts stand in the copy are applied, whatever state they waited in. */
export async function markApplied(
  db: Kysely<DB>,
  receipts: readonly LinkedReceipt[],
  where: { batch: string | null; copy: string },
): Promise<void> {
  const taken = where.batch === null ? new Set() : await applyTaken(db, receipts, where);
  await applyOthers(
    db,
    receipts.filter(({ invoiceId }) => !taken.has(invoiceId)),
    where,
  );
}

/** Those that are `applying`, which is nearly always all: no look at what they were is needed. Returns their ids. */
async function applyTaken(
  db: Kysely<DB>,
  receipts: readonly LinkedReceipt[],
  where: { batch: string | null; copy: string },
): Promise<Set<string>> {
  if (receipts.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    with moved as (${movingTaken(receipts)}), told as (${tellApplied(where)})
    select id from moved`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** @param alsoFrom more of the FROM: a part of the same WITH, without whose row nothing moves */
const movingTaken = (receipts: readonly LinkedReceipt[], alsoFrom: RawBuilder<unknown> = sql``) => sql`
  update invoice set ${appliedAs}
  from ${tableOf(receipts)}${alsoFrom}
  where invoice.id = r.id and invoice.state = 'applying'
  returning invoice.id, invoice.book, invoice.outcome, 'invoice:apply' as type`;

async function applyOthers(
  db: Kysely<DB>,
  receipts: readonly LinkedReceipt[],
  where: { batch: string | null; copy: string },
): Promise<void> {
  if (receipts.length === 0) return;
  await sql`
    with moved as (
      update invoice set ${appliedAs}
      from ${tableOf(receipts)},
           (select i.id, i.state from invoice i
            where i.id = any(${receipts.map(({ invoiceId }) => invoiceId)}::text[]) for update) as before
      where invoice.id = r.id and before.id = r.id and before.state <> 'applied'
        -- Wanted back: a receipt alone does not tell that its row stands again, only the batch does that looked.
        and (before.state = 'applying' or not exists (
          select from vanished_invoice v where v.invoice = r.id and v.state = 'wanted'))
      returning invoice.id, invoice.book, invoice.outcome,
        case when before.state = 'applying' then 'invoice:apply' else 'invoice:find' end as type
    )
    ${tellApplied(where)}`.execute(db);
}

const appliedAs = sql`
  state = 'applied', state_since = now(), applied_at = now(), batch = null,
  outcome = r.outcome, placed_table = r.placed_table, placed_key = r.placed_key`;

function tableOf(receipts: readonly LinkedReceipt[]): RawBuilder<unknown> {
  const column = <Key extends keyof LinkedReceipt>(key: Key) => receipts.map((receipt) => receipt[key]);
  return sql`unnest(${column('invoiceId')}::text[], ${column('outcome')}::text[], ${column('table')}::text[],
    ${column('key')}::text[]) as r(id, outcome, placed_table, placed_key)`;
}

const tellApplied = ({ batch, copy }: { batch: string | null; copy: string }) => sql`
  insert into event (actor, type, book, subject, data)
  select ${actor} as actor, type, book, id as subject,
    jsonb_build_object('outcome', outcome, 'batch', ${batch}::text, 'copy', ${copy}::text) as data
  from moved`;
