import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { identityOf, receiptOf } from '../support/invoices.ts';
import { createSqliteDatabase, type SqliteDatabase, sqliteKind } from '../support/sqlite-database.ts';
import { describeCopy } from './copy.conformance.ts';
import { describeKilledApply } from './killed-apply.conformance.ts';

describeCopy(sqliteKind('delete'));
describeCopy(sqliteKind('wal'));
describeKilledApply(sqliteKind('delete'));
describeKilledApply(sqliteKind('wal'));

const book = 'acme';
let database: SqliteDatabase;
afterEach(async () => await database?.destroy());

async function installed(journal: 'delete' | 'wal' = 'delete'): Promise<Copy> {
  database = await createSqliteDatabase(journal);
  const copy = database.open();
  await copy.install();
  await copy.transaction((transaction) => transaction.writeIdentity(identityOf(book)));
  return copy;
}

const moveHead = (copy: Copy, head: string, meanwhile: () => void | Promise<void> = () => undefined) =>
  copy.transaction(async (transaction) => {
    await transaction.lockIdentity(book);
    await transaction.moveHead(book, { head, previousHead: 'p', batchId: head, receiptsAdded: 1 });
    await transaction.insertReceipts(book, [receiptOf(head)]);
    await meanwhile();
  });

function headIn(file: string): unknown {
  const reader = new DatabaseSync(file, { readOnly: true });
  try {
    return reader.prepare('select head from staging_post_copy where book = ?').get(book)?.head;
  } finally {
    reader.close();
  }
}

describe('a SQLite file that is replaced while a transaction is open', () => {
  test.each([
    ['copied over', (from: string, to: string) => copyFileSync(from, to)],
    ['put in its place by a rename', (from: string, to: string) => renameSync(from, to)],
  ])('%s is not written to, and is looked at anew', async (_how, replace) => {
    const copy = await installed();
    const home = path.join(database.folder, 'home.db');
    copyFileSync(database.file, home);
    const atHome = new DatabaseSync(home);
    atHome.exec(
      `update staging_post_copy set head = 'of home'; create table more (a); insert into more values (1)`,
    );
    atHome.close();
    const brought = readFileSync(home);

    const write = moveHead(copy, 'lost', () => replace(home, database.file));
    await expect(write).rejects.toMatchObject({ code: 'copy_unreachable' });
    expect(readFileSync(database.file).equals(brought)).toBe(true);
    expect((await copy.readIdentity(book))?.head).toBe('of home');
    await moveHead(copy, 'next');
    expect(headIn(database.file)).toBe('next');
  });

  test('by a rename, with a write-ahead log, is not written to either', async () => {
    const copy = await installed('wal');
    const home = path.join(database.folder, 'home.db');
    copyFileSync(database.file, home);
    const brought = readFileSync(home);
    const write = moveHead(copy, 'lost', () => renameSync(home, database.file));
    await expect(write).rejects.toMatchObject({ code: 'copy_unreachable' });
    expect(readFileSync(database.file).equals(brought)).toBe(true);
  });
});

describe('a SQLite copy stays one self-contained file', () => {
  test.each(['delete', 'wal'] as const)(
    'that a person may copy after each batch, in journal mode %s',
    async (journal) => {
      const copy = await installed(journal);
      // The owner's program has it open all the time, so that nothing is tidied up by the last one to leave.
      const owner = database.connect();
      owner.prepare('select count(*) from account').get();
      for (const head of ['one', 'two', 'three']) {
        await moveHead(copy, head);
        const taken = path.join(database.folder, 'taken.db');
        copyFileSync(database.file, taken);
        expect(headIn(taken)).toBe(head);
      }
      expect(owner.prepare('pragma journal_mode').get()).toEqual({ journal_mode: journal });
      owner.close();
      expect(readdirSync(database.folder).filter((name) => name.startsWith('book.db'))).toEqual(['book.db']);
    },
  );

  test('and nothing stays open between two looks', async () => {
    const copy = await installed();
    await moveHead(copy, 'one');
    const aside = path.join(database.folder, 'aside.db');
    renameSync(database.file, aside);
    await expect(copy.readIdentity(book)).rejects.toMatchObject({ code: 'copy_unreachable' });
    renameSync(aside, database.file);
    expect((await copy.readIdentity(book))?.head).toBe('one');
  });
});

describe('a SQLite copy that its owner is using', () => {
  test('waits for a writer, and comes after it', async () => {
    const copy = await installed();
    const owner = database.connect();
    owner.exec('begin immediate');
    owner.exec("update staging_post_copy set previous_head = 'owner was here'");
    const written = moveHead(copy, 'after');
    await new Promise((resolve) => setImmediate(resolve));
    owner.exec('commit');
    owner.close();
    await written;
    expect(headIn(database.file)).toBe('after');
  });

  test('waits for a reader before it commits', async () => {
    const copy = await installed();
    const owner = database.connect();
    const written = moveHead(copy, 'after', () => {
      owner.exec('begin');
      owner.prepare('select * from account').all();
      setImmediate(() => owner.exec('commit'));
    });
    await written;
    owner.close();
    expect(headIn(database.file)).toBe('after');
  });

  test('gives up when a writer stays, says so, and leaves nothing', async () => {
    const copy = await installed();
    const owner = database.connect();
    owner.exec('begin exclusive');
    await expect(moveHead(copy, 'never')).rejects.toMatchObject({
      code: 'copy_unreachable',
      message: expect.stringContaining('another program is writing'),
    });
    owner.exec('rollback');
    owner.close();
    expect(headIn(database.file)).toBe(identityOf(book).head);
    expect(existsSync(`${database.file}-journal`)).toBe(false);
  });
});
