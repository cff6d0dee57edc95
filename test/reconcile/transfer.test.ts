import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkOut, copyData } from '../../src/reconcile/checkout.ts';
import { openHandoverOf } from '../../src/staging/books/handovers.ts';
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

describe('PostgreSQL databases', () => {
  const path = process.env.PATH;
  let company: Company;
  beforeEach(async () => {
    company = await Company.open(['cloud', 'laptop'], { kind: 'postgres', lent: fresh });
    process.env.PATH = company.folder;
  });
  afterEach(async () => {
    process.env.PATH = path;
    await company.leave();
  });

  test('are left to the owner’s tools where there is no pg_dump: it is told what to run, and --copied ends it', async () => {
    const ids = await company.arriveMany(2);
    await company.reconcile();
    const order = { book: company.book, to: 'laptop', actor: 'test' };
    await expect(checkOut(company.ledger, order)).rejects.toMatchObject({
      code: 'cannot_copy',
      message: expect.stringContaining('not installed'),
      hint: expect.stringMatching(/pg_dump .*pg_restore .*--copied.*repeat the command/s),
    });
    // Fenced and begun: what the owner copies now has everything, and the same command with --copied ends it.
    expect(await company.identity('cloud')).toMatchObject({ fenced: true });
    await checkOut(company.ledger, { ...order, copied: true });
    expect(await company.authority()).toMatchObject({ copy: 'laptop', epoch: 2 });
    await company.reconcile();
    expect(await company.standing('laptop')).toEqual([...ids].sort());
  });

  test('are not copied with programs that are older than the server', async () => {
    for (const name of ['pg_dump', 'pg_restore']) {
      const program = `#!/bin/sh\necho '${name} (PostgreSQL) 9.6.24'\n`;
      writeFileSync(`${company.folder}/${name}`, program, { mode: 0o755 });
    }
    await expect(take(company)).rejects.toMatchObject({
      code: 'cannot_copy',
      message: expect.stringContaining('version 9'),
      hint: expect.stringContaining('Install the client programs of PostgreSQL 1'),
    });
    expect(await company.rows('laptop')).toEqual([]);
  });
});
