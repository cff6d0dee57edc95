import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeHeals, openHeal } from '../../../src/staging/applying/heals.ts';
import { healsOf } from '../../../src/staging/applying/heals-list.ts';
import { eventsOf } from '../../../src/staging/events.ts';
import { decide } from '../../../src/staging/invoices/invoice-decisions.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, anna, invoiceRow, putInto, stage, typesOfEvents } from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());

async function bookWithApplied(invoices: number): Promise<{ book: string; ids: string[] }> {
  const book = await addTestBook(ledger);
  const ids: string[] = [];
  for (let n = 0; n < invoices; n += 1) ids.push((await stage(ledger, book)).id);
  for (const id of ids) await putInto(ledger, id, 'applied');
  return { book, ids };
}

const overwrite = async (book: string, lost: string[]) =>
  await ledger.transaction(({ db }) =>
    openHeal(db, { book, copy: 'cloud', expectedHead: 'h2', foundHead: 'h1', foundBy: 'older_head', lost }),
  );
const close = async (book: string) => await ledger.transaction(({ db }) => closeHeals(db, book));
const stateOf = async (id: string) => (await invoiceRow(ledger, id)).state;

describe('an overwrite', () => {
  test('makes ready again what it took, and is one event with all of it', async () => {
    const { book, ids } = await bookWithApplied(3);
    const lost = ids.slice(0, 2);
    await overwrite(book, lost);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['ready', 'ready', 'applied']);
    expect((await typesOfEvents(ledger, ids[0] as string)).at(-1)).toBe('invoice:overwrite');
    expect((await eventsOf(ledger.db, book)).at(-1)).toMatchObject({
      type: 'book:overwritten',
      data: {
        copy: 'cloud',
        foundBy: 'older_head',
        expectedHead: 'h2',
        foundHead: 'h1',
        lost: expect.arrayContaining(lost),
      },
    });
    expect(await healsOf(ledger.db, book)).toMatchObject([
      { lost: 2, healed: 0, waitingForPerson: 0, healedAt: null },
    ]);
  });

  test('takes only what was applied: what a person ended meanwhile stays so', async () => {
    const { book, ids } = await bookWithApplied(2);
    const [applied, rejected] = ids as [string, string];
    await putInto(ledger, rejected, 'rejected');
    await overwrite(book, ids);
    expect(await stateOf(applied)).toBe('ready');
    expect(await stateOf(rejected)).toBe('rejected');
    expect(await healsOf(ledger.db, book)).toMatchObject([{ lost: 1 }]);
  });

  test('that took nothing is healed as soon as it is seen', async () => {
    const { book } = await bookWithApplied(1);
    await overwrite(book, []);
    expect(await healsOf(ledger.db, book)).toMatchObject([{ lost: 0, healedAt: expect.any(Date) }]);
  });
});

describe('a heal', () => {
  test('goes on while anything waits to be applied, counting what is back, and ends with one event', async () => {
    const { book, ids } = await bookWithApplied(3);
    await overwrite(book, ids);
    await putInto(ledger, ids[0] as string, 'applied');
    await putInto(ledger, ids[1] as string, 'applying');
    await close(book);
    expect(await healsOf(ledger.db, book)).toMatchObject([{ lost: 3, healed: 1, healedAt: null }]);
    for (const id of ids) await putInto(ledger, id, 'applied');
    await close(book);
    await close(book);
    expect(await healsOf(ledger.db, book)).toMatchObject([{ healed: 3, healedAt: expect.any(Date) }]);
    const ends = (await eventsOf(ledger.db, book)).filter(({ type }) => type === 'book:healed');
    expect(ends).toMatchObject([{ reason: '3 of 3 overwritten invoices are back', data: { healed: 3 } }]);
  });

  test('ends where a person has to go on, and says so', async () => {
    const { book, ids } = await bookWithApplied(2);
    await overwrite(book, ids);
    await putInto(ledger, ids[0] as string, 'applied');
    await ledger.transaction((tx) => decide(tx, 'hold', [ids[1] as string], anna));
    await close(book);
    expect(await healsOf(ledger.db, book)).toMatchObject([
      { healed: 1, waitingForPerson: 1, healedAt: expect.any(Date) },
    ]);
    expect((await eventsOf(ledger.db, book)).at(-1)).toMatchObject({
      reason: '1 of 2 overwritten invoices are back, 1 wait for a person',
    });
  });

  test('of a second overwrite stands beside the first; both end when the invoice is back', async () => {
    const { book, ids } = await bookWithApplied(1);
    await overwrite(book, ids);
    await putInto(ledger, ids[0] as string, 'applied');
    await overwrite(book, ids);
    expect(await healsOf(ledger.db, book)).toHaveLength(2);
    await putInto(ledger, ids[0] as string, 'applied');
    await close(book);
    const heals = await healsOf(ledger.db, book);
    expect(heals.filter(({ healedAt, healed }) => healedAt === null || healed !== 1)).toEqual([]);
  });

  test('is nobody else’s: another book’s goes on', async () => {
    const [one, other] = [await bookWithApplied(1), await bookWithApplied(1)];
    for (const { book, ids } of [one, other]) {
      await overwrite(book, ids);
      await putInto(ledger, ids[0] as string, 'applied');
    }
    await close(one.book);
    expect((await healsOf(ledger.db, other.book))[0]?.healedAt).toBeNull();
  });
});

test('of old heals the last few are shown, newest first; one that goes on always is', async () => {
  const { book, ids } = await bookWithApplied(1);
  await overwrite(book, ids);
  for (let n = 0; n < 4; n += 1) await overwrite(book, []);
  const heals = await healsOf(ledger.db, book, 2);
  expect(heals.map(({ lost }) => lost)).toEqual([0, 0, 1]);
});
