import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventsOf } from '../../../src/staging/events.ts';
import { type Decision, decide, invoicesInStates } from '../../../src/staging/invoices/invoice-decisions.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import type { Bell } from '../../../src/staging/queue/queue.ts';
import { invoiceStates, stateAfter, statesThatCan } from '../../../src/staging/states.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, anna, invoiceRow, putInto, stage } from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
let book: string;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
  book = await addTestBook(ledger);
});
afterAll(async () => await fresh.drop());

const decided = async (
  decision: Decision,
  ids: string[],
  by: { actor: string; reason: string | null } = anna,
) => await ledger.transaction((tx) => decide(tx, decision, ids, by));

/** One invoice in each state, in a book of their own. */
async function oneOfEach(): Promise<{ book: string; ids: Map<string, string> }> {
  const own = await addTestBook(ledger);
  const ids = new Map<string, string>();
  for (const state of invoiceStates) {
    const { id } = await stage(ledger, own);
    await putInto(ledger, id, state);
    ids.set(state, id);
  }
  return { book: own, ids };
}

test.each<Decision>(['hold', 'release', 'reject'])(
  '%s moves those that it can be about, and tells of the others why not',
  async (decision) => {
    const each = await oneOfEach();
    const can = [...each.ids].filter(([state]) => (statesThatCan(decision) as string[]).includes(state));
    const ids = can.map(([, id]) => id);
    expect(await invoicesInStates(ledger.db, each.book, statesThatCan(decision))).toEqual(ids);
    const result = await decided(decision, [...each.ids.values()]);
    expect(new Set(result.decided)).toEqual(new Set(ids));
    expect(result.left.map(({ id, state }) => [state, id])).toEqual(
      [...each.ids].filter(([, id]) => !ids.includes(id)),
    );
    for (const id of ids) {
      expect((await invoiceRow(ledger, id)).state).toBe(stateAfter(decision));
      expect((await eventsOf(ledger.db, id)).at(-1)).toMatchObject({
        type: `invoice:${decision}`,
        actor: 'cli:anna',
        reason: 'because',
      });
    }
  },
);

test('invoices are chosen by their state within one book, in order of arrival', async () => {
  const each = await oneOfEach();
  expect(await invoicesInStates(ledger.db, each.book, ['quarantined', 'conflict'])).toEqual([
    each.ids.get('conflict'),
    each.ids.get('quarantined'),
  ]);
});

describe('a release', () => {
  test('says who cleared it, and a later hold or rejection takes that back', async () => {
    const { id } = await stage(ledger, book, { state: 'needs_review' });
    await decided('release', [id]);
    expect(await invoiceRow(ledger, id)).toMatchObject({ state: 'ready', cleared_by: 'cli:anna' });
    await decided('hold', [id]);
    expect(await invoiceRow(ledger, id)).toMatchObject({ state: 'held', cleared_by: null });
    await decided('release', [id]);
    await decided('reject', [id]);
    expect(await invoiceRow(ledger, id)).toMatchObject({ state: 'rejected', cleared_by: null });
  });

  test('rings once for each book it is about, and for no other', async () => {
    const other = await addTestBook(ledger);
    const ids: string[] = [];
    for (const where of [book, book, other]) {
      ids.push((await stage(ledger, where, { state: 'needs_review' })).id);
    }
    const bells: Bell[] = [];
    const run = (decision: Decision) =>
      ledger.transaction((tx) =>
        decide({ ...tx, ring: (bell) => void bells.push(bell) }, decision, ids, anna),
      );
    await run('release');
    expect(new Set(bells)).toEqual(
      new Set([
        { kind: 'reconcile', book },
        { kind: 'reconcile', book: other },
      ]),
    );
    await run('release');
    await run('hold');
    expect(bells).toHaveLength(2);
  });
});

describe('a hold', () => {
  const doubt = { code: 'sums', message: 'the sums do not agree' };

  test('stands among the reasons with who and why, beside what the reader found, until it is released', async () => {
    const { id } = await stage(ledger, book, { state: 'needs_review', reasons: [doubt] });
    await decided('hold', [id], { actor: 'cli:anna', reason: 'ask Karin' });
    expect((await invoiceRow(ledger, id)).reasons).toEqual([
      doubt,
      { code: 'held_by_person', message: 'held by cli:anna: ask Karin' },
    ]);
    await decided('release', [id]);
    expect((await invoiceRow(ledger, id)).reasons).toEqual([doubt]);
    await decided('hold', [id], { actor: 'cli:bo', reason: null });
    expect((await invoiceRow(ledger, id)).reasons).toEqual([
      doubt,
      { code: 'held_by_person', message: 'held by cli:bo' },
    ]);
  });
});

test('nothing to decide about is decided about nothing', async () => {
  expect(await decided('release', [])).toEqual({ decided: [], left: [] });
  expect(await decided('release', ['i000'])).toEqual({ decided: [], left: [] });
});
