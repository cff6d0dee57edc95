/**
 * What our two tables would say inside a copy, where its owner allows none there: who the copy is for a book and how far
 * its history goes, its receipts, and what was about to be written. One who writes holds the copy's row here meanwhile.
 */
import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { messageOf, StagingPostError } from '../../errors.ts';
import type { Ledger } from '../ledger.ts';
import { openPool } from '../postgres/connection.ts';
import { kyselyOver } from '../postgres/kysely.ts';
import type { DB, Row } from '../postgres/schema.ts';

export interface CopyName {
  book: string;
  name: string;
}

/** The copy's row, held: from the moment that the ledger lets go of it, `assertHeld` rejects. */
export interface Hold {
  readonly db: Kysely<DB>;
  assertHeld(): Promise<void>;
}

const lockMs = 10_000;
/** One that sleeps for longer loses its hold, and says nothing to the copy any more when it wakes. */
const idleMs = 60_000;

export async function readMarked(
  db: Kysely<DB>,
  { book, name }: CopyName,
): Promise<Row<'marked_copy'> | undefined> {
  return await db
    .selectFrom('marked_copy')
    .selectAll()
    .where('book', '=', book)
    .where('name', '=', name)
    .executeTakeFirst();
}

/**
 * Runs `work` in a transaction of the ledger that holds everything of this name; commits when it resolves. One who does not
 * wait gets null where another holds it.
 */
export async function holding<T>(
  ledger: Pick<Ledger, 'url' | 'log'>,
  name: string,
  work: (hold: Hold) => Promise<T>,
  { wait = true }: { wait?: boolean } = {},
): Promise<T | null> {
  // A connection beside the ledger's own: a hold lasts, and whoever holds asks the ledger for another one meanwhile.
  const pool = openPool(ledger.url, { name: 'staging-post outbox', max: 1, log: ledger.log });
  const client = await connect(pool);
  let broken = true;
  const say = async <Answer extends pg.QueryResultRow>(text: string, values: string[] = []) => {
    try {
      return (await client.query<Answer>(text, values)).rows;
    } catch (error) {
      throw notHeld(error);
    }
  };
  const key = "hashtextextended('staging-post outbox ' || $1, 0)";
  try {
    await say('begin isolation level read committed');
    await say(
      `select set_config('lock_timeout', '${lockMs}ms', true),
         set_config('idle_in_transaction_session_timeout', '${idleMs}ms', true)`,
    );
    if (wait) await say(`select pg_advisory_xact_lock(${key})`, [name]);
    else {
      const [lock] = await say<{ held: boolean }>(`select pg_try_advisory_xact_lock(${key}) as held`, [name]);
      if (!lock?.held) return null;
    }
    const result = await work({
      db: kyselyOver(client),
      assertHeld: async () => void (await say('select 1')),
    });
    await commit(client);
    broken = false;
    return result;
  } finally {
    // A connection that goes takes what it had not committed with it.
    client.release(broken);
    await pool.end();
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    await pool.end();
    throw notHeld(error);
  }
}

function notHeld(error: unknown): StagingPostError {
  return new StagingPostError('copy_held', `the outbox of the copy cannot be held: ${messageOf(error)}`, {
    kind: 'unreachable',
    cause: error,
    hint: 'Nothing to do: another worker has it in hand, or the ledger was away; it is tried again.',
  });
}

async function commit(client: pg.PoolClient): Promise<void> {
  try {
    if ((await client.query('commit')).command === 'COMMIT') return;
  } catch (error) {
    throw new StagingPostError(
      'ledger_commit_unknown',
      `the ledger's answer to COMMIT was lost: ${messageOf(error)}`,
      { kind: 'unreachable', cause: error, hint: 'Nothing to do: it is looked up, and tried again.' },
    );
  }
  throw new Error('the transaction of the outbox was undone: an error inside it had been passed over');
}

export async function writeMarked(db: Kysely<DB>, row: Omit<Row<'marked_copy'>, 'company' | 'looked_at'>) {
  const { book: _book, name: _name, ...values } = row;
  await db
    .insertInto('marked_copy')
    .values(row)
    .onConflict((conflict) => conflict.columns(['book', 'name']).doUpdateSet(values))
    .execute();
}

export async function noteLook(
  db: Kysely<DB>,
  { book, name }: CopyName,
  seen: { company: string | null; at: Date; gone: readonly string[]; returned: readonly string[] },
): Promise<void> {
  const note = async (invoices: readonly string[], since: Date | null) => {
    if (invoices.length === 0) return;
    await db
      .updateTable('outbox')
      .set({ gone_since: since })
      .where('book', '=', book)
      .where('copy', '=', name)
      .where(sql<boolean>`invoice = any(${[...invoices]}::text[])`)
      .execute();
  };
  await note(seen.gone, seen.at);
  await note(seen.returned, null);
  await db
    .updateTable('marked_copy')
    .set({ looked_at: seen.at, company: sql<string | null>`coalesce(company, ${seen.company})` })
    .where('book', '=', book)
    .where('name', '=', name)
    .execute();
}

/** The intents, before anything is sent. They stay when what follows fails: whoever comes next looks first. */
export async function noteIntents(
  db: Kysely<DB>,
  { book, name }: CopyName,
  invoices: readonly string[],
): Promise<void> {
  if (invoices.length === 0) return;
  await db
    .insertInto('outbox')
    .values(invoices.map((invoice) => ({ book, copy: name, invoice, state: 'intended' as const })))
    .onConflict((conflict) => conflict.columns(['book', 'copy', 'invoice']).doNothing())
    .execute();
}

/** What was answered: where the invoice stands. */
export async function noteAnswer(
  db: Kysely<DB>,
  { book, name }: CopyName,
  placed: { invoice: string; table: string; key: string },
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ placed_table: placed.table, placed_key: placed.key })
    .where('book', '=', book)
    .where('copy', '=', name)
    .where('invoice', '=', placed.invoice)
    .where('state', '=', 'intended')
    .execute();
}

export type StandingRow = Pick<Row<'outbox'>, 'invoice'> & {
  placed_table: string;
  placed_key: string;
  outcome: 'applied' | 'linked';
  batch_id: string;
  epoch: number;
  applied_at: string;
  gone_since: Date | null;
};

/** Of an intent, or of one that was found there. An invoice that has a receipt already is refused, as by any unique key. */
export async function addReceipts(
  db: Kysely<DB>,
  { book, name }: CopyName,
  receipts: readonly Omit<StandingRow, 'gone_since'>[],
): Promise<void> {
  if (receipts.length === 0) return;
  const { rows } = await sql<{ invoice: string }>`
    insert into outbox (book, copy, invoice, state, placed_table, placed_key, outcome, batch_id, epoch, applied_at)
    select ${book}, ${name}, r.invoice, 'standing', r.placed_table, r.placed_key, r.outcome, r.batch_id, r.epoch, r.applied_at
    from rows from (json_to_recordset(${JSON.stringify(receipts)}::json) as (invoice text, placed_table text,
      placed_key text, outcome text, batch_id text, epoch bigint, applied_at text)) with ordinality
      as r (invoice, placed_table, placed_key, outcome, batch_id, epoch, applied_at, ordinal)
    order by r.ordinal
    on conflict (book, copy, invoice) do update set state = 'standing', placed_table = excluded.placed_table,
      placed_key = excluded.placed_key, outcome = excluded.outcome, batch_id = excluded.batch_id,
      epoch = excluded.epoch, applied_at = excluded.applied_at
    where outbox.state = 'intended' returning invoice`.execute(db);
  const added = new Set(rows.map(({ invoice }) => invoice));
  const there = receipts.find(({ invoice }) => !added.has(invoice));
  if (there) throw new ReceiptThereError(there.invoice);
}

export class ReceiptThereError extends Error {
  constructor(invoice: string) {
    super(`there is a receipt of ${invoice} already`);
  }
}

/** Receipts of the copy, those of some invoices or of one batch, or all after an invoice id, in byte order of the id. */
export async function standingRows(
  db: Kysely<DB>,
  { book, name }: CopyName,
  of: {
    invoices?: readonly string[];
    batch?: string;
    /** Inclusive. */
    from?: string;
    after?: string;
    /** Exclusive. */
    until?: string | null;
    limit?: number;
  } = {},
): Promise<StandingRow[]> {
  let query = db
    .selectFrom('outbox')
    .selectAll()
    .where('book', '=', book)
    .where('copy', '=', name)
    .where('state', '=', 'standing');
  if (of.invoices) query = query.where(sql<boolean>`invoice = any(${[...of.invoices]}::text[])`);
  if (of.batch !== undefined) query = query.where('batch_id', '=', of.batch);
  if (of.from !== undefined) query = query.where(sql<boolean>`invoice collate "C" >= ${of.from}`);
  if (of.until) query = query.where(sql<boolean>`invoice collate "C" < ${of.until}`);
  if (of.after !== undefined) query = query.where(sql<boolean>`invoice collate "C" > ${of.after}`);
  let ordered = query.orderBy(sql`invoice collate "C"`);
  if (of.limit !== undefined) ordered = ordered.limit(of.limit);
  return (await ordered.execute()) as StandingRow[];
}

/** Which invoice stands under these keys, by key. */
export async function receiptsByKey(
  db: Kysely<DB>,
  { book, name }: CopyName,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('outbox')
    .select(['invoice', 'placed_key'])
    .where('book', '=', book)
    .where('copy', '=', name)
    .where('state', '=', 'standing')
    .where(sql<boolean>`placed_key = any(${[...keys]}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.placed_key ?? '', row.invoice]));
}

/** Tells one state of what is gone from another. */
export async function lastGone(db: Kysely<DB>, { book, name }: CopyName): Promise<string> {
  const gone = await db
    .selectFrom('outbox')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.max('gone_since').as('last')])
    .where('book', '=', book)
    .where('copy', '=', name)
    .where('gone_since', 'is not', null)
    .executeTakeFirstOrThrow();
  return `${gone.rows} ${gone.last?.toISOString() ?? ''}`;
}

/** All receipts in the order in which they were meant to be written. */
export async function standingInOrder(db: Kysely<DB>, { book, name }: CopyName): Promise<StandingRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('book', '=', book)
    .where('copy', '=', name)
    .where('state', '=', 'standing')
    .orderBy('ordinal')
    .execute();
  return rows as StandingRow[];
}

export async function dropReceipts(
  db: Kysely<DB>,
  { book, name }: CopyName,
  invoices: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('book', '=', book)
    .where('copy', '=', name)
    .where(sql<boolean>`invoice = any(${[...invoices]}::text[])`)
    .execute();
}
