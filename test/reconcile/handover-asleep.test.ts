import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkIn, checkOut } from '../../src/reconcile/checkout.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { copiesOf } from '../../src/staging/books/copies.ts';
import { eventsOf } from '../../src/staging/events.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company, type CopyKind } from './support/company.ts';
import { endMortals, startMortal } from './support/run-mortal.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => {
  endMortals();
  await fresh.drop();
});

/** A worker with an intent for this copy, stopped at this step; its lease is taken over by whoever hands over. */
async function workerAsleep(company: Company, stopAt: string) {
  const worker = startMortal(fresh, {
    book: company.book,
    deed: { kind: 'reconcile' },
    stopAt,
    how: 'SIGSTOP',
  });
  await worker.asleep();
  return worker;
}

describe.each<CopyKind>(['sqlite', 'postgres'])('a worker that slept through a handover (%s)', (kind) => {
  test('never writes to the copy that lost the authority', async () => {
    const company = await Company.open(['cloud', 'laptop'], { kind, lent: fresh });
    const ids = await company.arriveMany(2);
    const worker = await workerAsleep(company, 'cloud: before');
    await setAuthority(
      company.ledger,
      { book: company.book, to: 'laptop', actor: 'test', force: false },
      undefined,
      { leaseWaitMs: 0 },
    );
    await company.reconcile();
    const left = await company.identity('cloud');
    worker.wake();
    await worker.ended();
    expect(await company.rows('cloud')).toEqual([]);
    expect(await company.identity('cloud')).toEqual(left);
    expect(await company.standing('laptop')).toEqual([...ids].sort());
    await company.reconcile();
    expect(await company.states(ids)).toEqual(['applied', 'applied']);
    await company.leave();
  });

  test('nor when the book came back to that very copy meanwhile', async () => {
    const company = await Company.open(['cloud', 'laptop'], { kind, lent: fresh });
    const ids = await company.arriveMany(2);
    const worker = await workerAsleep(company, 'cloud: before');
    const { book, ledger } = company;
    await checkOut(ledger, { book, to: null, actor: 'test' }, { leaseWaitMs: 0 });
    await checkIn(ledger, { book, from: null, to: 'cloud', actor: 'test' });
    worker.wake();
    await worker.ended();
    await company.reconcile();
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect(await company.identity('cloud')).toMatchObject({ epoch: 3, receiptCount: 2 });
    await company.leave();
  });
});

test('a worker asleep inside its transaction is waited for until the server ends that, and writes nothing', async () => {
  const company = await Company.open(['cloud', 'laptop'], { kind: 'postgres', lent: fresh });
  const ids = await company.arriveMany(2);
  const worker = await workerAsleep(company, 'cloud: before COMMIT');
  const moving = setAuthority(
    company.ledger,
    { book: company.book, to: 'laptop', actor: 'test', force: false },
    undefined,
    { leaseWaitMs: 0 },
  );
  // What idle_in_transaction_session_timeout does after a minute.
  await eventually(async () => {
    const ended = await company.sql<{ ended: boolean }>(
      'cloud',
      `select pg_terminate_backend(s.pid) as ended from pg_stat_activity s
       where s.datname = current_database() and s.state = 'idle in transaction'
         and exists (select from pg_stat_activity other where s.pid = any(pg_blocking_pids(other.pid)))`,
    );
    expect(ended).toEqual([{ ended: true }]);
  });
  expect(await moving).toMatchObject({ fenced: true });
  worker.wake();
  await worker.ended();
  expect(await company.rows('cloud')).toEqual([]);
  await company.reconcile();
  expect(await company.standing('laptop')).toEqual([...ids].sort());
  await company.leave();
}, 60_000);

test('what a sleeper wrote after a handover without a fence is found, told, and never counted', async () => {
  const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
  const ids = await company.arriveMany(2);
  const worker = await workerAsleep(company, 'cloud: before COMMIT');
  // The sleeper holds the file's lock: no fence can be put up, and a person goes on all the same.
  await setAuthority(
    company.ledger,
    { book: company.book, to: 'laptop', actor: 'test', force: true },
    undefined,
    { leaseWaitMs: 0 },
  );
  await company.reconcile();
  worker.wake();
  await worker.ended();
  expect(await company.standing('cloud')).toEqual([...ids].sort());
  await company.reconcile();
  expect(await company.identity('cloud')).toMatchObject({ fenced: true });
  const [cloud] = await copiesOf(company.ledger.db, company.book);
  expect(cloud?.trouble).toMatchObject({ code: 'stray_writes' });
  const stray = (await eventsOf(company.ledger.db, `${company.book}/cloud`)).find(
    ({ type }) => type === 'copy:stray_writes',
  );
  expect(stray?.data.stray).toEqual(expect.arrayContaining(ids));
  expect(await company.standing('laptop')).toEqual([...ids].sort());
  await company.leave();
}, 60_000);
