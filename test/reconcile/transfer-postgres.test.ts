/** Handing a PostgreSQL database over in one command, with the pg_dump and pg_restore of a server as its owner runs it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { checkIn, checkOut, copyData } from '../../src/reconcile/checkout.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { openHandoverOf } from '../../src/staging/books/handovers.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import {
  describeWithPostgresServer,
  type PostgresServer,
  startPostgresServer,
} from '../support/postgres-server.ts';
import { Company } from './support/company.ts';

describeWithPostgresServer('a PostgreSQL database copied over another', (bin) => {
  const path = process.env.PATH;
  let fresh: TestLedger;
  let server: PostgresServer;
  let company: Company;
  let books = 0;

  beforeAll(async () => {
    // The programs that belong to the server, whichever else the machine has.
    process.env.PATH = `${bin}:${path}`;
    fresh = await createTestLedger();
    server = await startPostgresServer(bin);
  }, 120_000);
  afterAll(async () => {
    process.env.PATH = path;
    await server?.stop();
    await fresh?.drop();
  });
  beforeEach(async () => {
    books += 1;
    company = await Company.open([], { lent: fresh });
    for (const name of ['cloud', 'laptop']) {
      await server.tool('createdb', `${name}${books}`);
      await company.addCopyAt(name, server.urlOf(`${name}${books}`));
    }
    await setAuthority(company.ledger, { book: company.book, to: 'cloud', actor: 'test', force: false });
    // What the owner has besides, and the ledger's own schema, should it live in the same database.
    await company.sql('cloud', 'create table account (number integer primary key, name text not null)');
    await company.sql('cloud', `insert into account values (2440, 'Leverantörsskulder')`);
    await company.sql('cloud', 'create schema staging_post');
  });
  afterEach(async () => await company.leave());

  test('travels whole, out and back, in one command each way, and nothing is lost or doubled', async () => {
    const ids = await company.arriveMany(2);
    await company.reconcile();
    await company.registerByHand('cloud', 'H-1');
    const out = { book: company.book, to: 'laptop', actor: 'test' };
    expect(await checkOut(company.ledger, out)).toMatchObject({ copied: true, fenced: true, epoch: 2 });
    expect(await company.identity('cloud')).toMatchObject({ fenced: true });
    expect(await company.identity('laptop')).toMatchObject({ fenced: false, epoch: 2, receiptCount: 2 });
    expect(await company.sql('laptop', 'select name from account')).toEqual([{ name: 'Leverantörsskulder' }]);
    expect(await company.sql('laptop', `select to_regnamespace('staging_post') as it`)).toEqual([
      { it: null },
    ]);

    ids.push(...(await company.arriveMany(1)));
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
    await company.registerByHand('laptop', 'H-2');
    const back = { book: company.book, from: 'laptop', to: 'cloud', actor: 'test' };
    expect(await checkIn(company.ledger, back)).toMatchObject({ copied: true, fenced: true, epoch: 3 });
    ids.push(...(await company.arriveMany(1)));
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 1, overwritesSeen: 0 });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect((await company.rows('cloud')).map((row) => row.invoice_number)).toEqual(
      expect.arrayContaining(['H-1', 'H-2']),
    );
    expect(await company.states(ids)).toEqual(ids.map(() => 'applied'));
  }, 60_000);

  test('that something of its owner’s stands against is left as it was, and the same command goes on afterwards', async () => {
    const ids = await company.arriveMany(1);
    await company.reconcile();
    // The old table cannot go while a view of the owner looks at it.
    await company.sql('laptop', 'create view owed as select payable from supplier_invoice');
    const before = await company.identity('laptop');
    const out = { book: company.book, to: 'laptop', actor: 'test' };
    await expect(checkOut(company.ledger, out)).rejects.toMatchObject({
      code: 'copy_unreachable',
      message: expect.stringContaining('pg_restore failed'),
      hint: expect.stringContaining(`authority set ${company.book} cloud`),
    });
    expect(await company.identity('laptop')).toEqual(before);
    expect(await company.rows('laptop')).toEqual([]);
    expect(await openHandoverOf(company.ledger.db, company.book)).toMatchObject({ to_copy: 'laptop' });
    await company.sql('laptop', 'drop view owed');
    expect(await checkOut(company.ledger, out)).toMatchObject({ copied: true });
    expect(await company.standing('laptop')).toEqual(ids);
  }, 60_000);

  test('over the authoritative one is healed, and taken away from it leaves the authority where it is', async () => {
    const { book, ledger } = company;
    const ids = await company.arriveMany(1);
    await company.reconcile();
    await copyData(ledger, { book, from: 'cloud', to: 'laptop', actor: 'test' });
    expect(await company.identity('laptop')).toMatchObject({ fenced: true, receiptCount: 1 });
    ids.push(...(await company.arriveMany(2)));
    await company.reconcile();
    await copyData(ledger, { book, from: 'laptop', to: 'cloud', actor: 'test' });
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 1 });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 2, overwritesSeen: 1 });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
  }, 60_000);
});
