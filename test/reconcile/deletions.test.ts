import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkIn, checkOut, copyData } from '../../src/reconcile/checkout.ts';
import { createDeletionWatch } from '../../src/reconcile/deletion-watch.ts';
import { type OpenCopy, openRegisteredCopy } from '../../src/reconcile/mandate.ts';
import { foreseeAndLearn, tellPushBack } from '../../src/reconcile/push-back.ts';
import { vanishedOf } from '../../src/staging/applying/vanished.ts';
import { invoiceRow } from '../staging/support/staged.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company, type CopyKind } from './support/company.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => await fresh.drop());

/** A copy was taken home while it was empty; since then these invoices were applied. */
async function companyWith(invoices: number, kind: CopyKind = 'sqlite') {
  const company = await Company.open(['cloud', 'laptop'], { kind, lent: fresh });
  const ids = await company.arriveMany(invoices);
  await company.reconcile();
  return { company, ids };
}

const statesKnown = async (company: Company) =>
  Object.fromEntries(
    [...(await vanishedOf(company.ledger.db, company.book))].map(([id, { state }]) => [id, state]),
  );

/** Counts how often the rows of a copy were looked at. */
function counting() {
  const looks = { number: 0 };
  const open: OpenCopy = (registered, url) => {
    const copy = openRegisteredCopy(registered, url);
    return {
      ...copy,
      receiptsWithoutInvoice(book) {
        looks.number += 1;
        return copy.receiptsWithoutInvoice(book);
      },
    };
  };
  return { looks, open };
}

const often = { intervalMs: 60_000 };
/** Beyond the rest that follows each look, however slow that was. */
async function lookAgain(watch: ReturnType<typeof createDeletionWatch>, hasSeen: () => Promise<void>) {
  await eventually(async () => {
    await watch.look();
    await hasSeen();
  });
}

describe.each<CopyKind>(['sqlite', 'postgres'])('a deletion that no audit has seen (%s)', (kind) => {
  test('is known soon, and an overwrite to before the invoice asks about it instead of putting it back', async () => {
    const { company, ids } = await companyWith(3, kind);
    const [deleted = '', ...others] = ids;
    const watch = createDeletionWatch(company.ledger, often);
    await company.deleteByHand('cloud', deleted);
    await lookAgain(watch, async () => expect(await statesKnown(company)).toEqual({ [deleted]: 'deleted' }));
    // Back to the beginning, as somebody's own tools would.
    await company.sql('cloud', 'delete from supplier_invoice');
    await company.sql('cloud', 'delete from staging_post_receipt');
    await company.sql('cloud', 'delete from staging_post_copy');
    for (let looks = 0; looks < 2; looks += 1) await company.reconcile();
    expect(await company.standing('cloud')).toEqual([...others].sort());
    expect(await invoiceRow(company.ledger, deleted)).toMatchObject({
      state: 'held',
      reasons: [{ code: 'deleted_before_overwrite' }],
    });
    await company.leave();
  });

  test('costs a look at the rows only when something was deleted', async () => {
    const { company, ids } = await companyWith(1, kind);
    const { looks, open } = counting();
    const ofOthers = () => looks.number;
    const watch = createDeletionWatch(company.ledger, often, open);
    await watch.look();
    const first = ofOthers();
    expect(first).toBeGreaterThan(0);
    for (let again = 0; again < 3; again += 1) await watch.look();
    expect(ofOthers()).toBe(first);
    await company.deleteByHand('cloud', ids[0] ?? '');
    await lookAgain(watch, async () => expect(ofOthers()).toBeGreaterThan(first));
    await watch.stop();
    await company.leave();
  });
});

test('a kind of copy that cannot tell whether anything was deleted is looked at more seldom', async () => {
  const { company, ids } = await companyWith(1);
  const { looks, open } = counting();
  const unmarked: OpenCopy = (registered, url, ledger) => {
    const copy = open(registered, url, ledger);
    delete copy.deletionMark;
    return copy;
  };
  const watch = createDeletionWatch(company.ledger, often, unmarked);
  await company.deleteByHand('cloud', ids[0] ?? '');
  await watch.look();
  expect(await statesKnown(company)).toEqual({ [ids[0] ?? '']: 'deleted' });
  const first = looks.number;
  await watch.look();
  expect(looks.number).toBe(first);
  await company.leave();
});

test('several gone at once are asked about when a second look misses them still: the first may see a restore', async () => {
  const { company, ids } = await companyWith(3);
  const [first = '', second = '', third = ''] = ids;
  const watch = createDeletionWatch(company.ledger, often);
  await company.sql('cloud', 'create table aside as select * from supplier_invoice');
  await company.sql('cloud', 'delete from supplier_invoice');
  await watch.look();
  expect(await statesKnown(company)).toEqual({});
  await company.sql('cloud', `insert into supplier_invoice select * from aside where source_id = '${third}'`);
  const asked = { [first]: 'asked', [second]: 'asked' };
  await lookAgain(watch, async () => expect(await statesKnown(company)).toEqual(asked));
  // The restore comes to its end after all: nothing is in question any more.
  await company.sql(
    'cloud',
    `insert into supplier_invoice select * from aside where source_id <> '${third}'`,
  );
  await lookAgain(watch, async () => expect(await statesKnown(company)).toEqual({}));
  await company.leave();
});

describe('what was deleted is known at the last moment', () => {
  test('before the guard lets a script copy: it tells, and remembers', async () => {
    const { company, ids } = await companyWith(2);
    const [deleted = '', healed = ''] = ids;
    await company.deleteByHand('cloud', deleted);
    const report = await foreseeAndLearn(company.ledger, {
      book: company.book,
      from: 'laptop',
      over: 'cloud',
    });
    expect(report).toMatchObject({ removed: [{ id: healed, healed: true }], deleted: [{ id: deleted }] });
    expect(tellPushBack(report)).toMatch(
      /would remove 1 invoice .*1 would be healed; 1 invoice .*was deleted by hand in cloud, and would be asked about/,
    );
    company.cp('laptop', 'cloud');
    await company.ledger.db
      .updateTable('book')
      .set({ found_check_in: 'accept' })
      .where('slug', '=', company.book)
      .execute();
    // The first look takes it as a check-in, the next one heals.
    for (let looks = 0; looks < 2; looks += 1) await company.reconcile();
    expect(await company.states(ids)).toEqual(['held', 'applied']);
    await company.leave();
  });

  test('before the authoritative copy is knowingly copied over', async () => {
    const { company, ids } = await companyWith(2);
    const [deleted = '', healed = ''] = ids;
    await company.deleteByHand('cloud', deleted);
    await copyData(company.ledger, {
      ...{ book: company.book, from: 'laptop', to: 'cloud', actor: 'test', overwrite: true },
    });
    await company.reconcile();
    expect(await company.states(ids)).toEqual(['held', 'applied']);
    expect(await company.standing('cloud')).toEqual([healed]);
    await company.leave();
  });

  test('before a copy is fenced, whatever comes back in its place', async () => {
    const { company, ids } = await companyWith(2);
    const { book, ledger } = company;
    const [deleted = '', healed = ''] = ids;
    await company.deleteByHand('cloud', deleted);
    await checkOut(ledger, { book, to: null, actor: 'test' });
    // An old state is brought back, copied with somebody's own tools.
    company.cp('laptop', 'cloud');
    await checkIn(ledger, { book, from: null, to: 'cloud', actor: 'test' });
    await company.reconcile();
    expect(await company.states(ids)).toEqual(['held', 'applied']);
    expect(await company.standing('cloud')).toEqual([healed]);
    await company.leave();
  });
});
