/**
 * The story of docs/protocol.md with the tools that people use: a SQLite file is copied home and back, a PostgreSQL database
 * is dumped and restored. The real worker, with its default settings, sees each overwrite at its next sweep (no bell rings
 * for it) and puts back exactly what went missing; what people edited and deleted stays so.
 */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Program, programIn, type Worker } from '../../demo/program.ts';
import { findCopy } from '../../src/staging/books/copies.ts';
import type { Row } from '../../src/staging/postgres/schema.ts';
import { handsOver, type RunByHand } from '../reconcile/support/database.ts';
import { stage } from '../staging/support/staged.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import {
  describeWithPostgresServer,
  type PostgresServer,
  startPostgresServer,
} from '../support/postgres-server.ts';

let folder: string;
let testLedger: TestLedger;
let program: Program;
let worker: Worker;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'staging-post-overwritten-'));
  testLedger = await createTestLedger();
  program = programIn(folder, { LEDGER_URL: testLedger.url, TMPDIR: folder });
  worker = await program.startWorker();
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await testLedger?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function addBook(book: string, url: string): Promise<void> {
  await program.ask('book', 'add', book, '--name', `${book} AB`);
  await program.ask('copy', 'add', book, 'cloud', '--url', url, '--authoritative');
}

const handsIn = (run: RunByHand) => handsOver(run, (column) => `cast(${column} as text)`);

async function arrive(book: string, count: number, heals = 0): Promise<Row<'invoice'>[]> {
  const rows: Row<'invoice'>[] = [];
  for (let index = 0; index < count; index += 1) rows.push(await stage(testLedger.ledger, book));
  await atRest(book, heals);
  const ids = rows.map(({ id }) => id);
  return await testLedger.ledger.db
    .selectFrom('invoice')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('arrival')
    .execute();
}

/** Everything is applied, and so many overwrites of this book have been healed. */
async function atRest(book: string, heals: number): Promise<void> {
  const { db } = testLedger.ledger;
  await eventually(async () => {
    const waiting = await db
      .selectFrom('invoice')
      .select(['id', 'state'])
      .where('book', '=', book)
      .where('state', '<>', 'applied')
      .execute();
    expect(waiting).toEqual([]);
    const healed = await db
      .selectFrom('heal')
      .select('id')
      .where('book', '=', book)
      .where('healed_at', 'is not', null)
      .execute();
    expect(healed).toHaveLength(heals);
    expect((await findCopy(db, book, 'cloud')).trouble).toBeNull();
  }, 60_000);
}

/** Which invoices the last overwrite took, as the ledger tells it. */
async function lastLost(book: string): Promise<string[]> {
  const event = await testLedger.ledger.db
    .selectFrom('event')
    .select('data')
    .where('book', '=', book)
    .where('type', '=', 'book:overwritten')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return (event.data.lost as string[]).sort();
}

const numbersOf = (...rows: (Row<'invoice'> | undefined)[]) =>
  rows.map((row) => String(row?.invoice_number)).sort();
const numbersIn = (standing: readonly { number: string | null }[]) =>
  standing.map(({ number }) => String(number)).sort();
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();

test('a SQLite file that is copied home, worked in and copied back over the cloud one is healed exactly', async () => {
  const [cloud, home] = [path.join(folder, 'cloud.db'), path.join(folder, 'home.db')];
  const sqlIn =
    (file: string): RunByHand =>
    async (text, ...params) => {
      const database = new DatabaseSync(file, { timeout: 5_000 });
      try {
        database.exec('pragma foreign_keys = on');
        return database.prepare(text.replace(/\$(\d+)/g, '?$1')).all(...params) as Record<string, unknown>[];
      } finally {
        database.close();
      }
    };
  await sqlIn(cloud)('create table account (number integer primary key, name text not null)');
  await addBook('sqlite-book', `sqlite:${cloud}`);
  const [edited, deleted, ...kept] = await arrive('sqlite-book', 4);
  await copyFile(cloud, home);
  const lost = await arrive('sqlite-book', 3);
  await handsIn(sqlIn(home)).annotate(edited?.placed_key ?? '', 'attested at home');
  await handsIn(sqlIn(home)).remove(deleted?.placed_key ?? '');
  await copyFile(home, cloud);

  await atRest('sqlite-book', 1);
  expect(await lastLost('sqlite-book')).toEqual(idsOf(lost));
  const standing = await handsIn(sqlIn(cloud)).invoices();
  expect(numbersIn(standing)).toEqual(numbersOf(edited, ...kept, ...lost));
  expect(standing.find(({ number }) => number === edited?.invoice_number)).toMatchObject({
    note: 'attested at home',
    status: 'approved',
  });
  expect(standing.every(({ documents }) => documents.length === 1)).toBe(true);
}, 120_000);

describeWithPostgresServer('a PostgreSQL database that is restored from a dump', (bin) => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer(bin);
  }, 120_000);
  afterAll(async () => await server?.stop());

  const sqlIn =
    (database: string): RunByHand =>
    async (text, ...params) => {
      const client = new pg.Client({ connectionString: server.urlOf(database) });
      await client.connect();
      try {
        return (await client.query(text, params)).rows as Record<string, unknown>[];
      } finally {
        await client.end();
      }
    };
  const dumpFile = (name: string) => path.join(server.folder, name);
  /** How often the worker says that it found a restore under way. */
  const looksAtIncomplete = async () =>
    (await readFile(path.join(folder, 'worker.log'), 'utf8')).split('"copy_incomplete"').length;
  const troubleOf = async (book: string) =>
    (await findCopy(testLedger.ledger.db, book, 'cloud')).trouble?.code ?? null;

  test('is healed exactly, however it is restored, and never written to while that is under way', async () => {
    const book = 'postgres-book';
    await server.tool('createdb', 'cloud');
    await sqlIn('cloud')('create table account (number integer primary key, name text not null)');
    await sqlIn('cloud')("insert into account values (2440, 'Leverantörsskulder')");
    await addBook(book, server.urlOf('cloud'));
    const [edited, deleted, ...kept] = await arrive(book, 4);

    // Taken home, worked in, and dumped again to be brought back.
    await server.tool('pg_dump', '-Fc', '-f', dumpFile('away.dump'), 'cloud');
    await server.tool('createdb', 'home');
    await server.tool('pg_restore', '-d', 'home', dumpFile('away.dump'));
    await handsIn(sqlIn('home')).annotate(edited?.placed_key ?? '', 'attested at home');
    await handsIn(sqlIn('home')).remove(deleted?.placed_key ?? '');
    await server.tool('pg_dump', '-Fc', '-f', dumpFile('back.dump'), 'home');

    const lost: Row<'invoice'>[] = [];
    const expectHealed = async (heals: number) => {
      await atRest(book, heals);
      expect(await lastLost(book)).toEqual(idsOf(lost));
      const standing = await handsIn(sqlIn('cloud')).invoices();
      expect(numbersIn(standing)).toEqual(numbersOf(edited, ...kept, ...lost));
      expect(standing.find(({ number }) => number === edited?.invoice_number)).toMatchObject({
        note: 'attested at home',
        status: 'approved',
      });
    };

    // Over what is there, object by object.
    lost.push(...(await arrive(book, 2)));
    await server.tool('pg_restore', '--clean', '--if-exists', '-d', 'cloud', dumpFile('back.dump'));
    await expectHealed(1);

    // Into a new database of the same name, so slowly that sweeps fall between its parts: tables, then rows, and only
    // then keys. What was written in between would collide with what is still to come.
    lost.push(...(await arrive(book, 1, 1)));
    await server.tool('dropdb', '--force', 'cloud');
    await server.tool('createdb', 'cloud');
    const restore = (section: string) =>
      server.tool('pg_restore', `--section=${section}`, '-d', 'cloud', dumpFile('back.dump'));
    await restore('pre-data');
    await eventually(async () => expect(await troubleOf(book)).toBe('copy_incomplete'));
    await restore('data');
    const looks = await looksAtIncomplete();
    await eventually(async () => expect(await looksAtIncomplete()).toBeGreaterThan(looks));
    await restore('post-data');
    await expectHealed(2);
    expect(await sqlIn('cloud')('select name from account')).toEqual([{ name: 'Leverantörsskulder' }]);
  }, 180_000);
});
