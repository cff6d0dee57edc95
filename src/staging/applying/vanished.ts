/**
 * Invoices whose receipt stands in a copy while their row is gone: what the ledger knows of deletions. One by one they
 * are a person's deletions, and respected (I8). Several at once may as well be a table that was restored alone: a person says.
 */
import { type Kysely, sql } from 'kysely';
import { record } from '../events.ts';
import { moveMany } from '../invoices/transitions.ts';
import type { DB, Row } from '../postgres/schema.ts';

const actor = 'worker';

export interface VanishedNow {
  /** Seen for the first time. */
  newly: string[];
  /** All about which a person is asked. */
  asked: string[];
  /** All that a person had deleted and that stand again, since the copy went back to an older state. */
  returned: string[];
}

export interface FoundInCopy {
  book: string;
  copy: string;
  /** Receipts without their row. */
  gone: readonly string[];
  /** Of which invoices it holds a receipt: of those that are applied, with these beside them and without those. */
  receipted: { besideApplied: readonly string[]; notOfApplied: readonly string[] };
  /** The copy cannot tell a deletion from an older state: a person is asked about each. */
  isDoubtful?: boolean;
}

/** What a look at all rows found, against what was known. */
export async function noteVanished(db: Kysely<DB>, found: FoundInCopy): Promise<VanishedNow> {
  const known = await vanishedOf(db, found.book);
  const isGone = new Set(found.gone);
  const newly = await knownToTheLedger(
    db,
    found.gone.filter((id) => !known.has(id)),
  );
  const putBackBefore = await everPutBack(db, newly);
  const ask = (id: string) => found.isDoubtful || newly.length > 1 || putBackBefore.has(id);
  await sql`
    insert into vanished_invoice (invoice, book, copy, state)
    select id, ${found.book} as book, ${found.copy} as copy,
      case when id = any(${newly.filter(ask)}::text[]) then 'asked' else 'deleted' end as state
    from unnest(${newly}::text[]) as gone (id)`.execute(db);
  const receipted = await receiptedAmong(
    db,
    [...known.keys()].filter((id) => !isGone.has(id)),
    found.receipted,
  );
  const standing = [...known.values()].filter(({ invoice }) => receipted.has(invoice));
  const returned = standing.filter(({ state }) => state === 'deleted').map(({ invoice }) => invoice);
  for (const id of returned) await setState(db, id, 'returned', null);
  // What was in question, or wanted, stands: that is the answer.
  const back = standing.filter(({ state }) => state === 'asked' || state === 'wanted');
  const answered = back.map(({ invoice }) => invoice);
  await forget(db, answered);
  const deletedAgain = found.gone.filter((id) => known.get(id)?.state === 'returned');
  for (const id of deletedAgain) await setState(db, id, 'deleted', null);
  const events = (ids: readonly string[], type: string, reason: string) =>
    ids.map((subject) => ({ actor, type, book: found.book, subject, reason }));
  await record(
    db,
    ...events(
      newly.filter(ask),
      'invoice:vanished',
      'its row is gone from the copy, with others or against a decision: deleted, or restored from an older state?',
    ),
    ...events(
      newly.filter((id) => !ask(id)),
      'invoice:deleted_in_copy',
      'a person deleted it in the copy; it stays deleted',
    ),
    ...events(deletedAgain, 'invoice:deleted_in_copy', 'a person deleted it in the copy again'),
    ...events([...returned, ...answered], 'invoice:returned', 'its row stands in the copy again'),
  );
  const after = [...(await vanishedOf(db, found.book)).values()];
  const inState = (wanted: Row<'vanished_invoice'>['state']) =>
    after.filter(({ state }) => state === wanted).map(({ invoice }) => invoice);
  return { newly, asked: inState('asked'), returned: inState('returned') };
}

export async function vanishedOf(
  db: Kysely<DB>,
  book: string,
): Promise<Map<string, Row<'vanished_invoice'>>> {
  const rows = await db
    .selectFrom('vanished_invoice')
    .selectAll()
    .where('book', '=', book)
    .orderBy('invoice')
    .execute();
  return new Map(rows.map((row) => [row.invoice, row]));
}

async function appliedAmong(db: Kysely<DB>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('invoice')
    .select('id')
    .where('state', '=', 'applied')
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** A receipt may be of an invoice that this ledger does not know (yet). */
async function knownToTheLedger(db: Kysely<DB>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('invoice')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .orderBy('arrival')
    .execute();
  return rows.map(({ id }) => id);
}

/** Which of these have a receipt in the copy: as the ledger has it, but for what the look found otherwise. */
async function receiptedAmong(
  db: Kysely<DB>,
  ids: readonly string[],
  { besideApplied, notOfApplied }: FoundInCopy['receipted'],
): Promise<Set<string>> {
  const receipted = new Set([...(await appliedAmong(db, ids)), ...besideApplied]);
  for (const id of notOfApplied) receipted.delete(id);
  return receipted;
}

async function everPutBack(db: Kysely<DB>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('event')
    .select('subject')
    .distinct()
    .where('type', '=', 'invoice:put_back')
    .where(sql<boolean>`subject = any(${[...ids]}::text[])`)
    .execute();
  return new Set(rows.map(({ subject }) => subject));
}

/** They stand in the copy again. */
async function forget(db: Kysely<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('vanished_invoice')
    .where(sql<boolean>`invoice = any(${[...ids]}::text[])`)
    .execute();
}

/** Which of these a person wants back. */
async function wantedAmong(db: Kysely<DB>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('vanished_invoice')
    .select('invoice')
    .where('state', '=', 'wanted')
    .where(sql<boolean>`invoice = any(${[...ids]}::text[])`)
    .execute();
  return new Set(rows.map(({ invoice }) => invoice));
}

/** What was wanted stands in the copy again. */
export async function notePutBack(db: Kysely<DB>, book: string, ids: readonly string[]): Promise<void> {
  const wanted = [...(await wantedAmong(db, ids))];
  await forget(db, wanted);
  await record(db, ...wanted.map((subject) => ({ actor, type: 'invoice:put_back', book, subject })));
}

/**
 * An overwrite went back to before these were applied, and people had deleted some of them since: whether that was meant
 * for good is theirs to say, so these are held instead of healed.
 */
export async function holdDeleted(db: Kysely<DB>, book: string, lost: readonly string[]): Promise<string[]> {
  const known = await vanishedOf(db, book);
  const deleted = lost.filter((id) => known.has(id) && known.get(id)?.state !== 'wanted');
  const message =
    'a person had deleted it in the copy, and the copy then went back to before it was registered there; say whether it is to stay deleted or to be put back: staging-post invoice resolve <id> --deleted, or --heal';
  const held = await moveMany(db, 'hold', deleted, {
    actor,
    reason: message,
    set: { reasons: JSON.stringify([{ code: 'deleted_before_overwrite', message }]) },
  });
  for (const id of held) await setState(db, id, 'asked', null);
  return held;
}

/** A person says what became of it: `deleted` for good, or `wanted` back. Returns those that the question was about. */
export async function decideVanished(
  db: Kysely<DB>,
  ids: readonly string[],
  state: 'deleted' | 'wanted',
  decision: { actor: string; reason: string | null },
): Promise<string[]> {
  const decided: string[] = [];
  for (const id of ids) {
    const row = await db
      .selectFrom('vanished_invoice')
      .innerJoin('invoice', 'invoice.id', 'vanished_invoice.invoice')
      .select([
        'vanished_invoice.book as book',
        'vanished_invoice.state as vanished',
        'invoice.state as state',
      ])
      .where('vanished_invoice.invoice', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.vanished === 'wanted') continue;
    if (row.vanished === 'returned' && row.state === 'applied') {
      // Only the person can take it out again; that it is to stay can be said.
      if (state === 'wanted') decided.push(...(await letStay(db, row.book, id, decision)));
      continue;
    }
    if (row.state === 'held') {
      await moveMany(db, state === 'wanted' ? 'release' : 'reject', [id], {
        ...decision,
        set: { reasons: '[]' },
      });
    } else if (row.state !== 'applied') continue;
    else if (state === 'wanted') await moveMany(db, 'restore', [id], decision);
    await setState(db, id, state, decision.actor);
    await record(db, {
      ...decision,
      type: state === 'wanted' ? 'invoice:wanted_back' : 'invoice:deletion_confirmed',
      book: row.book,
      subject: id,
    });
    decided.push(id);
  }
  return decided;
}

async function letStay(
  db: Kysely<DB>,
  book: string,
  id: string,
  decision: { actor: string; reason: string | null },
): Promise<string[]> {
  await forget(db, [id]);
  await record(db, { ...decision, type: 'invoice:deletion_withdrawn', book, subject: id });
  return [id];
}

async function setState(
  db: Kysely<DB>,
  id: string,
  state: Row<'vanished_invoice'>['state'],
  decidedBy: string | null,
): Promise<void> {
  await db
    .updateTable('vanished_invoice')
    .set({ state, decided_by: decidedBy })
    .where('invoice', '=', id)
    .execute();
}
