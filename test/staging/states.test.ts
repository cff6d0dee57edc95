import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { moveMany, moveOne } from '../../src/staging/invoices/transitions.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { publishStates } from '../../src/staging/postgres/states-in-database.ts';
import {
  allowedMoves,
  type InvoiceState,
  invoiceStates,
  restingStates,
  stateAfter,
  statesThatCan,
  transitions,
} from '../../src/staging/states.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { addTestBook, anna, invoiceRow, putInto, stage, typesOfEvents } from './support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
let invoice: string;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
  invoice = (await stage(ledger, await addTestBook(ledger))).id;
});
afterAll(async () => await fresh.drop());

/** Columns without which the database does not take the state. */
const companionsOf = (state: InvoiceState) => ({
  ...(state === 'applying' ? { batch: crypto.randomUUID() } : {}),
  ...(state === 'applied' ? { outcome: 'applied' as const } : {}),
});

const everyPair = invoiceStates.flatMap((from) => invoiceStates.map((to) => ({ from, to })));
const isAllowed = ({ from, to }: { from: InvoiceState; to: InvoiceState }) =>
  allowedMoves().some(([a, b]) => a === from && b === to);

describe('by the code', () => {
  const everyMove = transitions.flatMap(({ verb, to }) => invoiceStates.map((from) => ({ verb, from, to })));
  const mayMove = ({ verb, from }: (typeof everyMove)[number]) => statesThatCan(verb).includes(from);

  test.each(everyMove.filter(mayMove))(
    '$from may $verb, and is $to, and it is an event',
    async ({ verb, from, to }) => {
      await putInto(ledger, invoice, from);
      const before = (await typesOfEvents(ledger, invoice)).length;
      await moveOne(ledger.db, verb, invoice, { ...anna, set: companionsOf(to) });
      expect(await invoiceRow(ledger, invoice)).toMatchObject({ state: to });
      expect((await typesOfEvents(ledger, invoice)).slice(before)).toEqual([`invoice:${verb}`]);
    },
  );

  test.each(everyMove.filter((move) => !mayMove(move)))('$from may not $verb', async ({ verb, from, to }) => {
    await putInto(ledger, invoice, from);
    const before = (await typesOfEvents(ledger, invoice)).length;
    const refused = moveOne(ledger.db, verb, invoice, { ...anna, set: companionsOf(to) });
    await expect(refused).rejects.toMatchObject({ code: 'not_allowed_now', kind: 'refused' });
    expect(await moveMany(ledger.db, verb, [invoice], { ...anna, set: companionsOf(to) })).toEqual([]);
    expect(await invoiceRow(ledger, invoice)).toMatchObject({ state: from });
    expect((await typesOfEvents(ledger, invoice)).length).toBe(before);
  });

  test('what does not exist is told as such', async () => {
    const moved = moveOne(ledger.db, 'hold', 'i000', anna);
    await expect(moved).rejects.toMatchObject({ code: 'no_such_invoice', kind: 'notFound' });
  });
});

describe('by the database', () => {
  const update = (from: InvoiceState, to: InvoiceState) =>
    ledger.db
      .updateTable('invoice')
      .set({ state: to, batch: null, outcome: null, ...companionsOf(to) })
      .where('id', '=', invoice)
      .where('state', '=', from)
      .executeTakeFirstOrThrow();

  test.each(everyPair.filter((pair) => isAllowed(pair)))(
    '$from to $to is let through',
    async ({ from, to }) => {
      await putInto(ledger, invoice, from);
      expect(await update(from, to)).toMatchObject({ numUpdatedRows: 1n });
    },
  );

  test.each(everyPair.filter((pair) => pair.from !== pair.to && !isAllowed(pair)))(
    '$from to $to is refused',
    async ({ from, to }) => {
      await putInto(ledger, invoice, from);
      await expect(update(from, to)).rejects.toMatchObject({ constraint: 'invoice_transition' });
      expect(await invoiceRow(ledger, invoice)).toMatchObject({ state: from });
    },
  );

  test('the states are those of the code, no other', async () => {
    const states = await ledger.db.selectFrom('invoice_state').select('state').execute();
    expect(states.map(({ state }) => state).sort()).toEqual([...invoiceStates].sort());
    const unknown = ledger.db
      .updateTable('invoice')
      .set({ state: 'lost' as InvoiceState })
      .where('id', '=', invoice)
      .execute();
    await expect(unknown).rejects.toMatchObject({ constraint: 'invoice_transition' });
    const born = ledger.pool.query(
      `insert into invoice (id, book, delivery, state, document_type, data)
       select 'i-lost', book, delivery, 'lost', document_type, data from invoice where id = $1`,
      [invoice],
    );
    await expect(born).rejects.toMatchObject({ constraint: 'invoice_state' });
  });

  test('a move that an older version allowed is taken away, one that is missing is put back', async () => {
    const moves = () => ledger.db.selectFrom('invoice_transition').selectAll().execute();
    const before = await moves();
    await ledger.db
      .insertInto('invoice_transition')
      .values({ from_state: 'rejected', to_state: 'applying' })
      .execute();
    await ledger.db
      .deleteFrom('invoice_transition')
      .where('from_state', '=', 'ready')
      .where('to_state', '=', 'applying')
      .execute();
    await ledger.pool.query('select hold_states()');
    await putInto(ledger, invoice, 'rejected');
    expect(await update('rejected', 'applying')).toMatchObject({ numUpdatedRows: 1n });
    await publishStates(ledger.db);
    await putInto(ledger, invoice, 'rejected');
    await expect(update('rejected', 'applying')).rejects.toMatchObject({ constraint: 'invoice_transition' });
    await putInto(ledger, invoice, 'ready');
    expect(await update('ready', 'applying')).toMatchObject({ numUpdatedRows: 1n });
    expect(new Set((await moves()).map((move) => JSON.stringify(move)))).toEqual(
      new Set(before.map((move) => JSON.stringify(move))),
    );
  });
});

describe('the machine', () => {
  test('leads from every state to a resting one, and people can end whatever waits for them', () => {
    for (const state of invoiceStates) {
      const reached = new Set<InvoiceState>([state]);
      for (const from of reached) for (const [a, to] of allowedMoves()) if (a === from) reached.add(to);
      expect(restingStates.some((resting) => reached.has(resting))).toBe(true);
    }
    for (const waiting of ['needs_review', 'held', 'conflict', 'quarantined'] as const) {
      expect(statesThatCan('release')).toContain(waiting);
      expect(statesThatCan('reject')).toContain(waiting);
    }
  });

  test('lets nothing but a batch write, and nobody touch what is being written', () => {
    const into = (to: InvoiceState) => transitions.filter((move) => move.to === to).map(({ verb }) => verb);
    expect(into('applying')).toEqual(['claim']);
    const people = ['release', 'hold', 'reject', 'question'] as const;
    expect(people.filter((verb) => statesThatCan(verb).includes('applying'))).toEqual([]);
    expect(people.filter((verb) => statesThatCan(verb).includes('applied'))).toEqual([]);
    expect(people.map(stateAfter)).not.toContain('applied');
  });
});
