import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventsOf, lastEventOf, record } from '../../src/staging/events.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { unique } from './support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());

test('an event is kept with who, what, why and when, oldest first', async () => {
  const subject = unique('subject');
  const first = {
    actor: 'cli:anna',
    type: 'invoice:hold',
    book: 'acme',
    subject,
    reason: 'ask Karin',
    data: { n: 1 },
  };
  await record(ledger.db, first);
  await record(ledger.db, { actor: 'worker', type: 'invoice:claim', subject });
  const events = await eventsOf(ledger.db, subject);
  expect(events).toMatchObject([
    { ...first, at: expect.any(Date) },
    { actor: 'worker', type: 'invoice:claim', book: null, reason: null, data: {} },
  ]);
  expect(await lastEventOf(ledger.db, subject, 'invoice:hold')).toEqual(events[0]);
  expect(await lastEventOf(ledger.db, subject, 'invoice:apply')).toBeUndefined();
});

test('the newest of its kind is the last one written', async () => {
  const subject = unique('subject');
  for (const reason of ['one', 'two']) await record(ledger.db, { actor: 'a', type: 't', subject, reason });
  expect(await lastEventOf(ledger.db, subject, 't')).toMatchObject({ reason: 'two' });
});

test('more events than one statement takes are all kept, in order; none at all are none', async () => {
  const subject = unique('subject');
  const many = Array.from({ length: 12_345 }, (_, n) => ({ actor: 'a', type: 't', subject, data: { n } }));
  await record(ledger.db, ...many);
  await record(ledger.db);
  const kept = await eventsOf(ledger.db, subject);
  expect(kept.map(({ data }) => data)).toEqual(many.map(({ data }) => data));
});

test('an event is there if and only if the transaction that it tells of is', async () => {
  const subject = unique('subject');
  const undone = ledger.transaction(async ({ db }) => {
    await record(db, { actor: 'a', type: 't', subject });
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  expect(await eventsOf(ledger.db, subject)).toEqual([]);
});

describe('history is only added to: the database refuses', () => {
  test.each([
    ['to change an event', "update event set reason = 'nothing happened'"],
    ['to delete an event', 'delete from event'],
    ['to empty the table', 'truncate event'],
  ])('%s', async (_, statement) => {
    const subject = unique('subject');
    await record(ledger.db, { actor: 'a', type: 't', subject });
    await expect(ledger.transaction(({ client }) => client.query(statement))).rejects.toThrow(
      'event is only added to',
    );
    expect(await eventsOf(ledger.db, subject)).toHaveLength(1);
  });
});
