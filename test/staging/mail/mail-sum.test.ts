import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { type BookMailSum, mailSums, totalOf } from '../../../src/staging/mail/mail-sum.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { type Happening, happen, happenings, type MailWorld, openMailWorld } from '../support/mail-world.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());

const play = async (...story: Happening[]): Promise<MailWorld> => {
  const world = await openMailWorld(ledger);
  for (const happening of story) await happen(world, happening);
  return world;
};
const sumOf = async (book: string | null): Promise<BookMailSum | undefined> =>
  (await mailSums(ledger.db)).find((sum) => sum.book === book);
const total = async () => totalOf(await mailSums(ledger.db));

const see = (mail: number, uid: number, mailbox = 0): Happening => ({
  what: 'see',
  mailbox,
  uid,
  mail,
  claimedBy: 0,
});

test('the sum closes in every mixture of what can happen to mails, book by book, and counts what was seen', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happenings, { maxLength: 25 }), async (story) => {
      const world = await play(...story);
      const sums = await mailSums(ledger.db);
      expect(sums.filter(({ closes }) => !closes)).toEqual([]);
      expect(totalOf(sums)).toMatchObject({ closes: true, seen: world.countSeen() });
    }),
    { numRuns: 60 },
  );
}, 120_000);

describe('a mail counts', () => {
  test('once, wherever and however often it was seen', async () => {
    const { books } = await play(
      see(1, 1),
      see(1, 2),
      see(1, 1),
      { what: 'renumber', mailbox: 0 },
      see(1, 7),
    );
    expect(await sumOf(books[0])).toMatchObject({ seen: 1, toBeRead: 1, closes: true });
  });

  test('as what it came to', async () => {
    const { books } = await play(
      see(1, 1),
      see(2, 2),
      see(3, 3),
      see(4, 4),
      { what: 'settle', nth: 0, as: 'invoice' },
      { what: 'settle', nth: 1, as: 'not_invoice' },
      { what: 'settle', nth: 2, as: 'needs_review' },
      { what: 'fail', mailbox: 0, uid: 5, quarantined: false },
      { what: 'fail', mailbox: 0, uid: 6, quarantined: true },
      { what: 'gone', mailbox: 0, uid: 7 },
    );
    expect(await sumOf(books[0])).toEqual({
      book: books[0],
      seen: 7,
      invoice: 1,
      notInvoice: 1,
      needsPerson: 2,
      toBeRead: 1,
      toBeFetched: 1,
      vanished: 1,
      closes: true,
    });
  });

  test('for nobody while no book claims it, and for its book once a person routed it', async () => {
    const { books } = await play({ what: 'see', mailbox: 2, uid: 1, mail: 1, claimedBy: null });
    expect(await sumOf(null)).toMatchObject({ seen: 1, needsPerson: 1, closes: true });
    const world = await play(
      { what: 'see', mailbox: 2, uid: 1, mail: 1, claimedBy: null },
      { what: 'route', nth: 0, to: 1 },
    );
    expect(await sumOf(null)).toBeUndefined();
    expect(await sumOf(world.books[1])).toMatchObject({ seen: 1, toBeRead: 1, closes: true });
    expect(await sumOf(books[0])).toBeUndefined();
  });
});

describe('the sum can be wrong: a hole made by hand is seen', () => {
  test.each([
    ['a delivery is gone', 'delete from delivery where id = (select min(id) from delivery)'],
    [
      'it is forgotten where a delivery was seen',
      'delete from sighting where id = (select min(id) from sighting)',
    ],
    ['a delivery came to something that does not exist', "update delivery set disposition = 'lost'"],
  ])('%s', async (_, hole) => {
    await play(see(1, 1), see(2, 2));
    expect(await total()).toMatchObject({ seen: 2, closes: true });
    await ledger.transaction(async ({ client }) => {
      await client.query('set local session_replication_role = replica');
      await client.query('alter table delivery drop constraint if exists delivery_disposition_check');
      await client.query(hole);
    });
    expect((await total()).closes).toBe(false);
  });

  test('books whose sums are wrong in opposite ways do not make each other good', async () => {
    const even = { invoice: 0, notInvoice: 0, needsPerson: 0, toBeFetched: 0, vanished: 0, closes: false };
    const sums = [
      { ...even, seen: 2, toBeRead: 1 },
      { ...even, seen: 1, toBeRead: 2 },
    ];
    expect(totalOf(sums).closes).toBe(false);
  });
});

test('of nothing at all it is nothing, and closes', async () => {
  await play();
  expect(await mailSums(ledger.db)).toEqual([]);
  expect(totalOf([])).toMatchObject({ seen: 0, closes: true });
});
