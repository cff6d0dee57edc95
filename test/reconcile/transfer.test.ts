import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkOut, copyData } from '../../src/reconcile/checkout.ts';
import { openHandoverOf } from '../../src/staging/handovers.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company } from './support/company.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => await fresh.drop());

const take = async (company: Company) =>
  await copyData(company.ledger, { book: company.book, from: 'cloud', to: 'laptop', actor: 'test' });

describe('a SQLite file copied over another', () => {
  test('is one whole file, with no log or journal beside it, also where both used a write-ahead log', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    for (const name of ['cloud', 'laptop']) await company.sql(name, 'pragma journal_mode = wal');
    const ids = await company.arriveMany(3);
    await company.reconcile();
    await take(company);
    expect(readdirSync(company.folder).sort()).toEqual(['cloud.db', 'laptop.db']);
    expect(await company.standing('laptop')).toEqual([...ids].sort());
    expect(await company.sql('laptop', 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await company.leave();
  });

  test('waits for nobody who works in the file that is replaced: that is refused, and nothing is changed', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    await company.arriveMany(1);
    await company.reconcile();
    const program = new DatabaseSync(company.file('laptop'));
    program.exec('begin immediate');
    const before = readFileSync(company.file('laptop'));
    const checkout = checkOut(company.ledger, { book: company.book, to: 'laptop', actor: 'test' });
    await expect(checkout).rejects.toMatchObject({
      code: 'copy_unreachable',
      hint: expect.stringContaining(`authority set ${company.book} cloud`),
    });
    expect(readFileSync(company.file('laptop')).equals(before)).toBe(true);
    expect(existsSync(`${company.file('laptop')}.staging-post-incoming`)).toBe(false);
    program.close();
    // It was begun, and the same command finishes it.
    expect(await openHandoverOf(company.ledger.db, company.book)).toMatchObject({ to_copy: 'laptop' });
    expect(await checkOut(company.ledger, { book: company.book, to: 'laptop', actor: 'test' })).toMatchObject(
      {
        copied: true,
      },
    );
    expect(await openHandoverOf(company.ledger.db, company.book)).toBeUndefined();
    await company.leave();
  });

  test('that is damaged is refused before anything is replaced', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    await company.arriveMany(1);
    await company.reconcile();
    // A page in the middle, as a bad disk or an interrupted copy leaves it.
    const bytes = readFileSync(company.file('cloud'));
    bytes.fill(0xff, 4096 * 4, 4096 * 5);
    writeFileSync(company.file('cloud'), bytes);
    const before = readFileSync(company.file('laptop'));
    await expect(take(company)).rejects.toMatchObject({ code: 'copy_corrupt' });
    expect(readFileSync(company.file('laptop')).equals(before)).toBe(true);
    await company.leave();
  });
});

test('databases of different kinds are left to the owner’s tools, and the way is told', async () => {
  const company = await Company.open(['cloud'], { lent: fresh });
  await company.addCopy('server', 'postgres');
  await expect(
    checkOut(company.ledger, { book: company.book, to: 'server', actor: 'test' }),
  ).rejects.toMatchObject({ code: 'cannot_copy', hint: expect.stringContaining('--copied') });
  await company.leave();
});

test('PostgreSQL databases are copied where the programs are able, and otherwise it is told what to run', async () => {
  const company = await Company.open(['cloud', 'laptop'], { kind: 'postgres', lent: fresh });
  const ids = await company.arriveMany(2);
  await company.reconcile();
  await company.registerByHand('cloud', 'H-1');
  const outcome = await checkOut(company.ledger, { book: company.book, to: 'laptop', actor: 'test' }).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof Error) {
    expect(outcome).toMatchObject({
      code: 'cannot_copy',
      hint: expect.stringMatching(/pg_dump .*pg_restore .*--copied.*repeat the command/s),
    });
    // Fenced and begun: what the owner copies now has everything, and the same command with --copied ends it.
    expect(await company.identity('cloud')).toMatchObject({ fenced: true });
    await checkOut(company.ledger, { book: company.book, to: 'laptop', actor: 'test', copied: true });
  } else {
    expect((await company.rows('laptop')).map((row) => row.invoice_number)).toContain('H-1');
  }
  expect(await company.authority()).toMatchObject({ copy: 'laptop', epoch: 2 });
  await company.reconcile();
  expect(await company.standing('laptop')).toEqual([...ids].sort());
  await company.leave();
});
