import { copyFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkIn } from '../../src/reconcile/checkout.ts';
import { openSqliteCopy } from '../../src/reconcile/copies/sqlite.ts';
import { transferData } from '../../src/reconcile/copies/transfer.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { withBookLease } from '../../src/reconcile/lease.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import { openBatchOf } from '../../src/staging/applying/batches.ts';
import { readAuthority } from '../../src/staging/books/authority.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { copiesOf } from '../../src/staging/books/copies.ts';
import { addTestBook } from '../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { type Bookkeeping, openBookkeeping } from './support/bookkeeping.ts';
import { losingAnswers, sleepingBefore } from './support/faulty-copy.ts';
import { createPostgresDatabase, type PostgresDatabase } from './support/postgres-database.ts';
import { createSqliteDatabase, type SqliteDatabase, sqliteKind } from './support/sqlite-database.ts';

let testLedger: TestLedger;
beforeAll(async () => {
  testLedger = await createTestLedger();
});
afterAll(async () => await testLedger?.drop());

let cloud: SqliteDatabase;
let books: Bookkeeping;
beforeEach(async () => {
  cloud = await createSqliteDatabase();
  books = await openBookkeeping(testLedger.ledger, sqliteKind('delete'), cloud);
});
afterEach(async () => await books?.close());

const file = (name: string) => path.join(cloud.folder, name);
const register = (name: string, url: string, book = books.book) =>
  registerCopy(testLedger.ledger, { book, name, url }, 'cli:anna');
const authorise = (to: string, force = false, open?: Parameters<typeof setAuthority>[2]) =>
  setAuthority(
    testLedger.ledger,
    { book: books.book, to, actor: 'cli:anna', force, reason: 'on a trip' },
    open,
  );
/** A sleeper's lease is lost with its connection. */
const endLeases = () =>
  testLedger.ledger.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
     and database = (select oid from pg_database where datname = current_database())`,
  );
const identityAt = (name: string) => openSqliteCopy(file(name)).readIdentity(books.book);
const idOf = async (name: string) =>
  (await copiesOf(testLedger.ledger.db, books.book)).find((copy) => copy.name === name)?.copy_id;

describe('registering a copy', () => {
  test('gives an empty database our tables and an identity of its own', async () => {
    const empty = await createSqliteDatabase();
    const { copyId } = await register('empty', empty.url);
    expect(await empty.open().readIdentity(books.book)).toMatchObject({ copyId, epoch: 0, receiptCount: 0 });
    expect(await idOf('empty')).toBe(copyId);
    await empty.destroy();
  });

  test('tells a file that was copied from a registered one apart from it', async () => {
    await books.receive(2);
    await books.reconcile();
    copyFileSync(cloud.file, file('laptop.db'));
    const { copyId } = await register('laptop', `sqlite:${file('laptop.db')}`);
    const [here, there] = [await identityAt('book.db'), await identityAt('laptop.db')];
    expect(here?.copyId).toBe(await idOf('cloud'));
    expect(there).toEqual({ ...here, copyId });
    expect(copyId).not.toBe(here?.copyId);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 0 });
  });

  test('tells a copied file apart also when the one it came from is out of reach', async () => {
    copyFileSync(cloud.file, file('laptop.db'));
    renameSync(cloud.file, file('away.db'));
    const { copyId } = await register('laptop', `sqlite:${file('laptop.db')}`);
    expect(copyId).not.toBe(await idOf('cloud'));
  });

  test('knows one database under two addresses, and leaves it as it was', async () => {
    await books.receive(1);
    await books.reconcile();
    const before = await identityAt('book.db');
    await expect(register('again', `sqlite:${cloud.folder}/./book.db`)).rejects.toMatchObject({
      code: 'copy_exists',
      message: expect.stringContaining('"cloud"'),
    });
    expect(await identityAt('book.db')).toEqual(before);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 0 });
  });

  test('refuses a name and an address that are taken, before it touches anything', async () => {
    await expect(register('cloud', 'sqlite:/nowhere/x.db')).rejects.toMatchObject({ code: 'copy_exists' });
    await expect(register('other', cloud.url)).rejects.toMatchObject({
      code: 'copy_exists',
      kind: 'refused',
    });
  });

  test('takes over the identity that another ledger gave, with its receipts', async () => {
    await books.receive(2);
    await books.reconcile();
    const written = await identityAt('book.db');
    const restored = await createTestLedger();
    await restored.ledger.transaction(
      async ({ db }) => await addBook(db, { slug: books.book, name: 'Samma bok' }, 'test'),
    );
    const { copyId } = await registerCopy(
      restored.ledger,
      { book: books.book, name: 'cloud', url: cloud.url },
      'cli:anna',
    );
    expect(copyId).toBe(written?.copyId);
    expect(await identityAt('book.db')).toEqual(written);
    await restored.drop();
  });

  test('of another book in the same database leaves the first one’s identity alone', async () => {
    const before = await identityAt('book.db');
    const other = await addTestBook(testLedger.ledger);
    await register('cloud', cloud.url, other);
    expect(await identityAt('book.db')).toEqual(before);
    expect((await cloud.open().readIdentity(other))?.copyId).not.toBe(before?.copyId);
  });

  test('out of reach, or no database, registers nothing', async () => {
    await expect(register('gone', `sqlite:${file('gone.db')}`)).rejects.toMatchObject({
      code: 'copy_unreachable',
    });
    await expect(register('odd', 'oracle://host/db')).rejects.toMatchObject({ code: 'copy_kind_unknown' });
    expect((await copiesOf(testLedger.ledger.db, books.book)).map(({ name }) => name)).toEqual(['cloud']);
  });

  test('of a book that is not there says so', async () => {
    await expect(register('x', cloud.url, 'no-such-book')).rejects.toMatchObject({ code: 'no_such_book' });
  });

  test('with a password keeps it sealed, and still opens with it', async () => {
    const database: PostgresDatabase = await createPostgresDatabase();
    expect(new URL(database.url).password).not.toBe('');
    await register('server', database.url);
    const row = (await copiesOf(testLedger.ledger.db, books.book)).find(({ name }) => name === 'server');
    expect(JSON.stringify(row)).not.toContain(new URL(database.url).password);
    await authorise('server');
    await books.receive(1);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
    await database.destroy();
  });
});

describe('moving the authority', () => {
  beforeEach(async () => {
    await books.receive(2);
    await books.reconcile();
    copyFileSync(cloud.file, file('laptop.db'));
    await register('laptop', `sqlite:${file('laptop.db')}`);
  });

  test('fences the old copy, gives the new one the next epoch, and what is new goes there', async () => {
    const { epoch } = await readAuthority(testLedger.ledger.db, books.book);
    expect(await authorise('laptop')).toEqual({ epoch: epoch + 1, fenced: true });
    expect(await identityAt('book.db')).toMatchObject({ fenced: true, epoch });
    expect(await identityAt('laptop.db')).toMatchObject({ fenced: false, epoch: epoch + 1 });
    await books.receive(1);
    expect(await books.reconcile()).toEqual({ kind: 'in_order', written: 1, overwritesSeen: 0 });
    expect((await identityAt('laptop.db'))?.receiptCount).toBe(3);
    expect((await identityAt('book.db'))?.receiptCount).toBe(2);
    const [, moved] = await books.eventsOf('authority:moved');
    expect(moved).toMatchObject({
      actor: 'cli:anna',
      reason: 'on a trip',
      data: { from: 'cloud', to: 'laptop', epoch: epoch + 1 },
    });
  });

  test('and back again: the fence is lifted, and what came meanwhile is applied there', async () => {
    await authorise('laptop');
    await books.receive(2);
    await books.reconcile();
    const { epoch } = await authorise('cloud');
    expect(await identityAt('book.db')).toMatchObject({ fenced: false, epoch });
    expect(await identityAt('laptop.db')).toMatchObject({ fenced: true });
    // The data did not travel: that is an overwrite like any other.
    expect(await books.reconcile()).toEqual({ kind: 'in_order', written: 2, overwritesSeen: 1 });
    await books.expectInOrder();
  });

  test('from a copy out of reach is refused, and by force is recorded', async () => {
    renameSync(cloud.file, file('away.db'));
    await expect(authorise('laptop')).rejects.toMatchObject({
      code: 'cannot_fence',
      kind: 'refused',
      hint: expect.stringContaining('--force'),
    });
    expect((await readAuthority(testLedger.ledger.db, books.book)).copy).toBe('cloud');
    expect(await authorise('laptop', true)).toMatchObject({ fenced: false });
    expect(await books.eventsOf('copy:not_fenced')).toHaveLength(1);
    await books.receive(1);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
    renameSync(file('away.db'), cloud.file);
    expect((await identityAt('book.db'))?.receiptCount).toBe(2);
  });

  test('to a copy out of reach fences nothing', async () => {
    renameSync(file('laptop.db'), file('home.db'));
    await expect(authorise('laptop')).rejects.toMatchObject({ code: 'copy_unreachable' });
    expect(await identityAt('book.db')).toMatchObject({ fenced: false });
    await books.receive(1);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
  });

  test('to a copy that is not registered says which there are', async () => {
    await expect(authorise('tablet')).rejects.toMatchObject({
      code: 'no_such_copy',
      hint: expect.stringContaining('cloud, laptop'),
    });
  });

  test('while a batch is under way, which was in: it is acknowledged, and travels with the data', async () => {
    await books.receive(1);
    await books.reconcile({}, losingAnswers('after', 'after', 'after', 'after', 'after'));
    expect(await openBatchOf(testLedger.ledger.db, books.book)).toBeDefined();
    await authorise('laptop');
    expect(await openBatchOf(testLedger.ledger.db, books.book)).toBeUndefined();
    expect(await books.states()).toEqual({ applied: 3 });
    expect(await books.reconcile()).toEqual({ kind: 'in_order', written: 1, overwritesSeen: 1 });
    expect((await identityAt('laptop.db'))?.receiptCount).toBe(3);
  });

  test('while a batch is under way, which was not in: it can come in no more', async () => {
    await books.receive(1);
    const sleeper = sleepingBefore(1);
    const late = books.reconcile({}, sleeper.open);
    await sleeper.asleep;
    await endLeases();
    await authorise('laptop');
    sleeper.wake();
    await late?.catch(() => undefined);
    expect((await identityAt('book.db'))?.receiptCount).toBe(2);
    expect(await books.reconcile()).toEqual({ kind: 'in_order', written: 1, overwritesSeen: 0 });
    expect((await identityAt('laptop.db'))?.receiptCount).toBe(3);
  });

  test('of another copy’s data over the authoritative one, while a batch is under way there: it can come in no more', async () => {
    await books.receive(1);
    const sleeper = sleepingBefore(1);
    const late = books.reconcile({}, sleeper.open);
    await sleeper.asleep;
    await endLeases();
    let receiptsAtCopying: number | undefined;
    await checkIn(
      testLedger.ledger,
      { book: books.book, from: 'laptop', to: 'cloud', actor: 'cli:anna', overwrite: true },
      {
        transfer: async (...given) => {
          sleeper.wake();
          await late?.catch(() => undefined);
          receiptsAtCopying = (await identityAt('book.db'))?.receiptCount;
          await transferData(...given);
        },
      },
    );
    expect(receiptsAtCopying).toBe(2);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order' });
    expect(await books.states()).toEqual({ applied: 3 });
    expect((await identityAt('book.db'))?.receiptCount).toBe(3);
  });

  test('interrupted before the new copy was told, is finished by the next look', async () => {
    const failing = authorise('laptop', false, (registered, url) => {
      const copy = openSqliteCopy(url.slice('sqlite:'.length));
      return registered.name !== 'laptop'
        ? copy
        : { ...copy, transaction: async () => await Promise.reject(new Error('the power failed')) };
    });
    await expect(failing).rejects.toThrow('the power failed');
    await books.receive(1);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
    expect(await identityAt('laptop.db')).toMatchObject({
      receiptCount: 3,
      epoch: (await readAuthority(testLedger.ledger.db, books.book)).epoch,
    });
  });
});

describe('the lease of a book', () => {
  test('is held by one at a time, and free again afterwards', async () => {
    const { ledger } = testLedger;
    const another = await testLedger.openAnother();
    const held = await withBookLease(ledger, 'acme', async () => {
      expect(await withBookLease(another, 'acme', async () => 'in')).toBeNull();
      expect(await withBookLease(another, 'other', async () => 'in')).toBe('in');
      return 'done';
    });
    expect(held).toBe('done');
    expect(await withBookLease(another, 'acme', async () => 'in')).toBe('in');
  });

  test('is free again when its work fails', async () => {
    const { ledger } = testLedger;
    await expect(
      withBookLease(ledger, 'acme', async () => await Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    expect(await withBookLease(ledger, 'acme', async () => 'in')).toBe('in');
  });

  test('is waited for', async () => {
    const another = await testLedger.openAnother();
    const gate = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const first = withBookLease(testLedger.ledger, 'acme', async () => {
      started.resolve();
      await gate.promise;
    });
    await started.promise;
    const second = withBookLease(another, 'acme', async () => 'in', { waitMs: 20_000 });
    gate.resolve();
    expect(await second).toBe('in');
    await first;
  });

  test('is free when the process that held it is gone', async () => {
    const another = await testLedger.openAnother();
    await withBookLease(another, 'acme', async () => {
      await testLedger.ledger.pool.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
         and database = (select oid from pg_database where datname = current_database())`,
      );
      expect(await withBookLease(testLedger.ledger, 'acme', async () => 'in', { waitMs: 20_000 })).toBe('in');
    });
  });
});
