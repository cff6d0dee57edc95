/** Overwrites and their heals: what was lost, when it was seen, and what is not back yet. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { record } from '../events.ts';
import { moveMany } from '../invoices/transitions.ts';
import type { DB, Row } from '../postgres/schema.ts';
import type { InvoiceState } from '../states.ts';

const actor = 'worker';
const idsPerStatement = 5000;

export interface Overwrite {
  book: string;
  copy: string;
  expectedHead: string;
  foundHead: string | null;
  foundBy: Row<'heal'>['found_by'];
  /** Applied invoices whose receipts are gone, in order of arrival. */
  lost: readonly string[];
}

/** Writes the overwrite down and makes what it took ready again. */
export async function openHeal(db: Kysely<DB>, overwrite: Overwrite): Promise<void> {
  const id = randomUUID();
  const taken: string[] = [];
  for (let from = 0; from < overwrite.lost.length; from += idsPerStatement) {
    const ids = overwrite.lost.slice(from, from + idsPerStatement);
    taken.push(
      ...(await moveMany(db, 'overwrite', ids, {
        actor,
        reason: `overwritten in ${overwrite.copy}`,
        data: { heal: id },
      })),
    );
  }
  await db
    .insertInto('heal')
    .values({
      id,
      book: overwrite.book,
      copy: overwrite.copy,
      expected_head: overwrite.expectedHead,
      found_head: overwrite.foundHead,
      found_by: overwrite.foundBy,
      lost: taken.length,
      missing: taken,
      healed_at: taken.length === 0 ? sql<Date>`now()` : null,
    })
    .execute();
  await record(db, {
    actor,
    type: 'book:overwritten',
    book: overwrite.book,
    subject: overwrite.book,
    reason: `${overwrite.copy} was replaced by an older or different history: ${taken.length} invoices were missing`,
    data: {
      heal: id,
      copy: overwrite.copy,
      foundBy: overwrite.foundBy,
      expectedHead: overwrite.expectedHead,
      foundHead: overwrite.foundHead,
      lost: taken,
    },
  });
}

/** Notes what is back, and closes each heal of the book in which nothing waits to be applied any more. */
export async function closeHeals(db: Kysely<DB>, book: string): Promise<void> {
  const open = await db
    .selectFrom('heal')
    .selectAll()
    .where('book', '=', book)
    .where('healed_at', 'is', null)
    .forUpdate()
    .execute();
  for (const heal of open) {
    const missing = await notApplied(db, heal.missing);
    const isOver = !missing.some(({ state }) => isOnItsWay(state));
    await db
      .updateTable('heal')
      .set({ missing: missing.map(({ id }) => id), ...(isOver ? { healed_at: sql<Date>`now()` } : {}) })
      .where('id', '=', heal.id)
      .execute();
    if (!isOver) continue;
    const healed = heal.lost - missing.length;
    const waiting = missing.length > 0 ? `, ${missing.length} wait for a person` : '';
    await record(db, {
      actor,
      type: 'book:healed',
      book,
      subject: book,
      reason: `${healed} of ${heal.lost} overwritten invoices are back${waiting}`,
      data: { heal: heal.id, healed, waitingForPerson: missing.length },
    });
  }
}

const isOnItsWay = (state: InvoiceState) => state === 'ready' || state === 'applying';

async function notApplied(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<Pick<Row<'invoice'>, 'id' | 'state'>[]> {
  return await db
    .selectFrom('invoice')
    .select(['id', 'state'])
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .where('state', '<>', 'applied')
    .orderBy('arrival')
    .execute();
}
