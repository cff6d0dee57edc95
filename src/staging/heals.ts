/** Overwrites and their heals: what was lost, when it was seen, and when each invoice was back. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { record } from './events.ts';
import type { DB, Row } from './postgres/schema.ts';
import { moveMany } from './transitions.ts';

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
      healed_at: taken.length === 0 ? sql<Date>`now()` : null,
    })
    .execute();
  for (let from = 0; from < taken.length; from += idsPerStatement) {
    const ids = taken.slice(from, from + idsPerStatement);
    await sql`insert into heal_invoice (heal, invoice) select ${id}::uuid, unnest(${ids}::text[])`.execute(
      db,
    );
  }
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

/** Marks what is back, and closes each heal of the book in which nothing waits to be applied any more. */
export async function closeHeals(db: Kysely<DB>, book: string): Promise<void> {
  const open = await db
    .selectFrom('heal')
    .selectAll()
    .where('book', '=', book)
    .where('healed_at', 'is', null)
    .execute();
  for (const heal of open) {
    await sql`
      update heal_invoice h set healed_at = now() from invoice i
      where h.heal = ${heal.id}::uuid and h.healed_at is null and i.id = h.invoice and i.state = 'applied'`.execute(
      db,
    );
    const { rows } = await sql<{ waiting: string; for_person: string; healed: string }>`
      select count(*) filter (where i.state in ('ready', 'applying')) as waiting,
             count(*) filter (where i.state not in ('ready', 'applying', 'applied')) as for_person,
             count(*) filter (where h.healed_at is not null) as healed
      from heal_invoice h join invoice i on i.id = h.invoice where h.heal = ${heal.id}::uuid`.execute(db);
    const counts = rows[0];
    if (!counts || Number(counts.waiting) > 0) continue;
    await db.updateTable('heal').set({ healed_at: sql<Date>`now()` }).where('id', '=', heal.id).execute();
    await record(db, {
      actor,
      type: 'book:healed',
      book,
      subject: book,
      reason: `${counts.healed} of ${heal.lost} overwritten invoices are back${Number(counts.for_person) > 0 ? `, ${counts.for_person} wait for a person` : ''}`,
      data: { heal: heal.id, healed: Number(counts.healed), waitingForPerson: Number(counts.for_person) },
    });
  }
}
