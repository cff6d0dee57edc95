/** A MariaDB database copied over another with its own programs, and the handover around it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { checkOut } from '../../src/reconcile/checkout.ts';
import { openCopy } from '../../src/reconcile/copies/open-copy.ts';
import { transferMysql } from '../../src/reconcile/copies/transfer-mysql.ts';
import { foreseePushBack } from '../../src/reconcile/push-back.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import { readAuthority } from '../../src/staging/books/authority.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { describeWithMariaDb } from '../support/mariadb.ts';
import { type Bookkeeping, openBookkeeping } from './support/bookkeeping.ts';
import { invoiceOf } from './support/invoices.ts';
import {
  createMysqlDatabase,
  type MysqlDatabase,
  mysqlKind,
  stopMariaDbAfterAll,
} from './support/mysql-database.ts';

describeWithMariaDb('a database in MariaDB', () => {
  stopMariaDbAfterAll();
  let fresh: TestLedger;
  let books: Bookkeeping;
  let laptop: MysqlDatabase;
  beforeAll(async () => {
    fresh = await createTestLedger();
  });
  afterAll(async () => await fresh?.drop());
  beforeEach(async () => {
    books = await openBookkeeping(fresh.ledger, mysqlKind);
    laptop = await createMysqlDatabase();
    await registerCopy(fresh.ledger, { book: books.book, name: 'laptop', url: laptop.url }, 'test');
    await books.receive(2);
    await books.reconcile();
  });
  afterEach(async () => {
    await laptop?.destroy();
    await books?.close();
  });
  const identityAt = async (url: string) => {
    const copy = openCopy(url);
    try {
      return await copy.readIdentity(books.book);
    } finally {
      await copy.close();
    }
  };

  test('is checked out with everything that people put there, and what is only at the target goes', async () => {
    const { database } = books;
    await database.register(books.book, invoiceOf({ number: 'H-1' }));
    await database.sql?.(
      "create definer = staging_post@'%' view open_items as select * from supplier_invoice where payable > 0",
    );
    await laptop.sql('create table left_over (a integer)');
    const before = await database.invoices();
    const ahead = await foreseePushBack(fresh.ledger, { book: books.book, from: 'cloud', over: 'laptop' });
    expect(ahead).toMatchObject({ removed: [], byHand: { onlyInCopied: [{ invoiceNumber: 'H-1' }] } });
    expect(await checkOut(fresh.ledger, { book: books.book, to: 'laptop', actor: 'test' })).toMatchObject({
      copied: true,
      fenced: true,
    });
    expect(await laptop.invoices()).toEqual(before);
    expect(await laptop.sql('select count(*) as open from open_items')).toEqual([{ open: 3 }]);
    await expect(laptop.sql('select * from left_over')).rejects.toThrow();
    const authority = await readAuthority(fresh.ledger.db, books.book);
    expect(authority).toMatchObject({ copy: 'laptop' });
    expect(await identityAt(laptop.url)).toMatchObject({ epoch: authority.epoch, fenced: false });
    expect(await identityAt(database.url)).toMatchObject({ fenced: true });
  });

  test('that does not go in leaves the target as it was', async () => {
    await laptop.register(books.book, invoiceOf({ number: 'mine' }));
    const before = await laptop.invoices();
    // A view over a table that is gone is dumped, and cannot be made again.
    await books.database.sql?.('create function one() returns integer return 1');
    await books.database.sql?.('create view broken as select one() as a');
    await expect(transferMysql(books.database.url, laptop.url)).rejects.toMatchObject({
      code: 'copy_unreachable',
      message: expect.stringContaining('failed: '),
    });
    expect(await laptop.invoices()).toEqual(before);
    expect(await identityAt(laptop.url)).not.toBeNull();
  });

  test('is not dumped over an open line where its address asks for encryption', async () => {
    const secret = new URL(laptop.url);
    secret.search = '?ssl-mode=REQUIRED';
    await expect(transferMysql(books.database.url, secret.href)).rejects.toMatchObject({
      code: 'copy_unreachable',
    });
  });
});
