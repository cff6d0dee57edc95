/** What people leave beside a database file when they copy it about, and what a crash leaves there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lookBeforeOpening } from '../../../src/reconcile/copies/sqlite-file.ts';
import { identityOf } from '../support/invoices.ts';
import { createSqliteDatabase, type JournalMode, type SqliteDatabase } from '../support/sqlite-database.ts';

const databases: SqliteDatabase[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.destroy();
});

async function create(journal: JournalMode = 'delete'): Promise<SqliteDatabase> {
  const database = await createSqliteDatabase(journal);
  databases.push(database);
  await database.sql?.('create table page (id integer primary key, filling text not null)');
  return database;
}

/** Rows of about a page each, so that transactions move pages. */
const fill = (text: string, rows: number) =>
  `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
   insert into page (filling) select replace(hex(zeroblob(1500)), '00', '${text}') from n`;

const fillings = (file: string): Record<string, number> => {
  const database = new DatabaseSync(file, { readOnly: false });
  try {
    const rows = database
      .prepare('select substr(filling, 1, 2) as text, count(*) as rows from page group by 1')
      .all();
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return Object.fromEntries(rows.map(({ text, rows: count }) => [String(text), Number(count)]));
  } finally {
    database.close();
  }
};

/** A program that is killed within a transaction, some pages written to the file already: a hot journal stays. */
async function crashWhileWriting(database: SqliteDatabase, ...statements: string[]): Promise<void> {
  const program = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(process.argv[1]);
    database.exec('pragma cache_size = 5');
    database.exec('begin immediate');
    for (const statement of JSON.parse(process.argv[2])) database.exec(statement);
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['-e', program, database.file, JSON.stringify(statements)], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  expect(existsSync(`${database.file}-journal`)).toBe(true);
}

const keptJournals = (database: SqliteDatabase) =>
  readdirSync(database.folder).filter((name) => name.includes('-journal.stale-'));

describe('a rollback journal', () => {
  test.each([
    ['that grew the file', [fill('bb', 60)]],
    ['that changed pages only', ["update page set filling = replace(filling, 'aa', 'bb')"]],
    [
      'that did both, in several steps',
      [
        fill('bb', 60),
        "update page set filling = replace(filling, 'aa', 'cc')",
        'delete from page where id % 2 = 0',
      ],
    ],
  ])('of a killed transaction %s is rolled back into its own file', async (_title, statements) => {
    const database = await create();
    await database.sql?.(fill('aa', 60));
    await crashWhileWriting(database, ...statements);
    const copy = database.open();
    expect(await copy.readIdentity('acme')).toBeNull();
    expect(existsSync(`${database.file}-journal`)).toBe(false);
    expect(keptJournals(database)).toEqual([]);
    expect(fillings(database.file)).toEqual({ aa: 60 });
  });

  test('of a transaction that wrote everything but did not live to remove it is rolled back as well', async () => {
    const database = await create();
    await database.sql?.(fill('aa', 60));
    const [journal, kept] = [`${database.file}-journal`, `${database.file}-kept`];
    const owner = database.connect();
    owner.exec(`begin immediate; ${fill('bb', 60)}`);
    // The commit removes the journal as its last deed; under a second name it stays.
    linkSync(journal, kept);
    owner.exec('commit');
    owner.close();
    renameSync(kept, journal);
    expect(await database.open().readIdentity('acme')).toBeNull();
    expect(keptJournals(database)).toEqual([]);
    expect(fillings(database.file)).toEqual({ aa: 60 });
  });

  test.each([
    ['an older file', 1],
    ['a newer file', 5],
  ])(
    'beside %s that was copied over the one it belonged to is set aside, not rolled into it',
    async (_title, changes) => {
      const database = await create();
      await database.sql?.(fill('aa', 60));
      const other = path.join(database.folder, 'other.db');
      copyFileSync(database.file, other);
      for (let change = 0; change < 3; change += 1) await database.sql?.(fill('ab', 1));
      const elsewhere = new DatabaseSync(other);
      for (let change = 0; change < changes; change += 1) elsewhere.exec(fill('dd', 10));
      elsewhere.close();
      await crashWhileWriting(database, "update page set filling = replace(filling, 'a', 'c')");
      copyFileSync(other, database.file);
      const there = readFileSync(other);

      const copy = database.open();
      expect(await copy.readIdentity('acme')).toBeNull();
      expect(readFileSync(database.file).equals(there)).toBe(true);
      expect(keptJournals(database)).toHaveLength(1);
      expect(existsSync(`${database.file}-journal`)).toBe(false);
      expect(fillings(database.file)).toEqual({ aa: 60, dd: changes * 10 });
    },
  );

  test('beside a file of other page size, or one that was emptied, is another’s', async () => {
    const database = await create();
    await database.sql?.(fill('aa', 60));
    await crashWhileWriting(database, fill('bb', 60));
    const journal = readFileSync(`${database.file}-journal`);
    const small = path.join(database.folder, 'small.db');
    const other = new DatabaseSync(small);
    other.exec('pragma page_size = 1024; create table page (id integer primary key, filling text)');
    other.close();
    copyFileSync(small, database.file);
    expect(lookBeforeOpening(database.file).setAside).toMatch(/-journal\.stale-\d+$/);
    writeFileSync(`${database.file}-journal`, journal);
    truncateSync(database.file, 0);
    expect(lookBeforeOpening(database.file).setAside).toMatch(/-journal\.stale-\d+$/);
    expect(await database.open().readIdentity('acme')).toBeNull();
  });

  test('of a live transaction of the owner’s program is left alone, at each step of it', async () => {
    const database = await create();
    await database.sql?.(fill('aa', 60));
    const owner = database.connect();
    owner.exec('pragma cache_size = 5; begin immediate');
    for (const statement of [
      fill('bb', 1),
      fill('bb', 60),
      'delete from page where id < 20',
      fill('cc', 90),
    ]) {
      owner.exec(statement);
      expect(lookBeforeOpening(database.file)).toEqual({ setAside: null });
    }
    owner.exec('commit');
    owner.close();
    expect(fillings(database.file)).toEqual({ aa: 41, bb: 61, cc: 90 });
  });

  test('that was emptied, or zeroed, as other journal modes leave it, means nothing', async () => {
    for (const mode of ['truncate', 'persist']) {
      const database = await create();
      const owner = database.connect();
      owner.exec(`pragma journal_mode = ${mode}`);
      owner.exec(fill('aa', 5));
      expect(existsSync(`${database.file}-journal`)).toBe(true);
      expect(lookBeforeOpening(database.file)).toEqual({ setAside: null });
      owner.close();
    }
  });
});

describe('a write-ahead log', () => {
  /** The files as a crash would leave them: copied while the owner's program has them open. */
  function crashedCopy(database: SqliteDatabase, ...statements: string[]): { file: string; wal: string } {
    const file = path.join(database.folder, 'crashed.db');
    const owner = database.connect();
    owner.exec('pragma wal_autocheckpoint = 0');
    for (const statement of statements) owner.exec(statement);
    copyFileSync(database.file, file);
    copyFileSync(`${database.file}-wal`, `${file}-wal`);
    owner.close();
    return { file, wal: `${file}-wal` };
  }

  test('of its own, left by a crash, is read', async () => {
    const database = await create('wal');
    const { file, wal } = crashedCopy(
      database,
      fill('aa', 3),
      fill('bb', 30),
      'delete from page where id = 1',
    );
    expect(readFileSync(wal).length).toBeGreaterThan(0);
    expect(lookBeforeOpening(file)).toEqual({ setAside: null });
    expect(fillings(file)).toEqual({ aa: 2, bb: 30 });
  });

  test('that was begun anew after a checkpoint is its own still', async () => {
    const database = await create('wal');
    const { file } = crashedCopy(
      database,
      fill('aa', 30),
      'pragma wal_checkpoint(restart)',
      fill('bb', 2),
      'pragma wal_checkpoint(passive)',
      fill('cc', 1),
    );
    expect(lookBeforeOpening(file)).toEqual({ setAside: null });
    expect(fillings(file)).toEqual({ aa: 30, bb: 2, cc: 1 });
  });

  test('beside another file of that mode is refused before it can be read into it', async () => {
    const database = await create('wal');
    for (let change = 0; change < 4; change += 1) await database.sql?.(fill('aa', 10));
    const older = path.join(database.folder, 'older.db');
    copyFileSync(database.file, older);
    for (let change = 0; change < 4; change += 1) await database.sql?.(fill('ab', 10));
    const { file } = crashedCopy(database, fill('bb', 30));
    copyFileSync(older, file);
    expect(() => lookBeforeOpening(file)).toThrow(
      expect.objectContaining({
        code: 'stale_wal',
        kind: 'attention',
        hint: expect.stringContaining('-wal'),
      }),
    );
    expect(readFileSync(file).equals(readFileSync(older))).toBe(true);
  });

  test('beside a file that uses none is refused, and an empty one is nothing', async () => {
    const database = await create('wal');
    const { file, wal } = crashedCopy(database, fill('aa', 3));
    const plain = await create('delete');
    copyFileSync(plain.file, file);
    expect(() => lookBeforeOpening(file)).toThrow(expect.objectContaining({ code: 'stale_wal' }));
    truncateSync(wal, 0);
    expect(lookBeforeOpening(file)).toEqual({ setAside: null });
  });
});

describe('a file', () => {
  test('that is being copied is waited for, at whatever length', async () => {
    const database = await create();
    await database.sql?.(fill('aa', 20));
    const whole = readFileSync(database.file);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: whole.length - 1 }), (length) => {
        writeFileSync(database.file, whole.subarray(0, length));
        expect(() => lookBeforeOpening(database.file)).toThrow(
          expect.objectContaining({ code: 'copy_unreachable', kind: 'unreachable' }),
        );
      }),
      { numRuns: 30 },
    );
    writeFileSync(database.file, whole);
    expect(lookBeforeOpening(database.file)).toEqual({ setAside: null });
  });

  test('that is no database is said to be none, and is not touched', async () => {
    const database = await create();
    for (const content of ['PK\u0003\u0004 a zip', 'SQLite', `${'x'.repeat(5_000)}`]) {
      writeFileSync(database.file, content);
      const copy = database.open();
      await expect(copy.readIdentity('acme')).rejects.toMatchObject({
        code: 'not_a_database',
        kind: 'attention',
        hint: expect.any(String),
      });
      await expect(copy.install()).rejects.toMatchObject({ code: 'not_a_database' });
      expect(readFileSync(database.file, 'utf8')).toBe(content);
    }
  });

  test('that is not there is out of reach, and is not made', async () => {
    const database = await create();
    renameSync(database.file, `${database.file}.away`);
    const copy = database.open();
    await expect(copy.install()).rejects.toMatchObject({ code: 'copy_unreachable' });
    expect(existsSync(database.file)).toBe(false);
  });

  test('that is damaged is read, but not written to', async () => {
    const database = await create();
    const copy = database.open();
    await copy.install();
    await copy.transaction((transaction) => transaction.writeIdentity(identityOf('acme')));
    await database.sql?.(fill('aa', 60));
    const handle = await openFile(database.file, 'r+');
    const { size } = await handle.stat();
    // A page in the middle of the owner's rows, overwritten with nonsense.
    await handle.write(Buffer.alloc(4096, 0xa5), 0, 4096, Math.floor(size / 4096 / 2) * 4096);
    await handle.close();
    const damaged = readFileSync(database.file);
    const write = copy.transaction((transaction) =>
      transaction.moveHead('acme', { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 0 }),
    );
    await expect(write).rejects.toMatchObject({ code: 'copy_corrupt', kind: 'attention' });
    expect(readFileSync(database.file).equals(damaged)).toBe(true);
    expect((await copy.readIdentity('acme'))?.head).toBe(identityOf('acme').head);
    expect((await copy.check()).problems.map(({ code }) => code)).toContain('copy_corrupt');
  });

  test('that was found whole is checked anew when somebody else touched it, whatever its times say', async () => {
    const database = await create();
    const copy = database.open();
    await copy.install();
    await database.sql?.(fill('aa', 60));
    await copy.transaction((transaction) => transaction.writeIdentity(identityOf('acme')));
    const { atime, mtime, ctimeMs } = statSync(database.file);
    // Beyond the step of the file system's clock, so that times can tell anything at all.
    const probe = `${database.file}.probe`;
    do writeFileSync(probe, '');
    while (statSync(probe).ctimeMs <= ctimeMs);
    const handle = await openFile(database.file, 'r+');
    const { size } = await handle.stat();
    await handle.write(Buffer.alloc(4096, 0xa5), 0, 4096, Math.floor(size / 4096 / 2) * 4096);
    await handle.close();
    utimesSync(database.file, atime, mtime);
    const write = database
      .open()
      .transaction((transaction) =>
        transaction.moveHead('acme', { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 0 }),
      );
    await expect(write).rejects.toMatchObject({ code: 'copy_corrupt' });
  });
});
