import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { openPool } from '../../../src/staging/postgres/connection.ts';
import { assertMigrated, migrate, readMigrations } from '../../../src/staging/postgres/migrate.ts';
import { allowedMoves } from '../../../src/staging/states.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
let pool: pg.Pool;
let directory: URL;

beforeEach(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url);
  directory = pathToFileURL(`${await mkdtemp(path.join(tmpdir(), 'migrations-'))}/`);
});

afterEach(async () => {
  await pool.end();
  await database.drop();
  await rm(directory, { recursive: true });
});

const ship = (name: string, text: string) => writeFile(new URL(name, directory), text);
const tables = async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'staging_post' order by 1`,
  );
  return rows.map((row) => row.name);
};

describe('the shipped migrations', () => {
  test('make a ledger, once, also when several come at the same time', async () => {
    const shipped = await readMigrations();
    const reports = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    expect(reports.map(({ done }) => done.length).sort((a, b) => a - b)).toEqual([0, 0, shipped.length]);
    expect(await migrate(pool)).toEqual({ at: shipped.at(-1)?.number, done: [] });
    await assertMigrated(pool);
  });

  test('give the database the moves that states.ts allows, and mend them when they differ', async () => {
    const published = async () => (await pool.query('select from invoice_transition')).rowCount;
    await migrate(pool);
    expect(await published()).toBe(allowedMoves().length);
    await pool.query('delete from invoice_transition');
    await migrate(pool);
    expect(await published()).toBe(allowedMoves().length);
  });

  test('bring a ledger with invoices to where an illegal move is refused in place', async () => {
    const shipped = await readMigrations();
    const before = shipped.filter(({ number }) => number <= 10);
    for (const { name, sql } of before) await ship(name, sql);
    await migrate(pool, directory);
    await pool.query(`
      insert into invoice_state values ('ready'), ('applying'), ('rejected');
      insert into invoice_transition values ('ready', 'applying'), ('ready', 'rejected');
      insert into book (slug, name) values ('acme', 'Acme AB');
      insert into original (sha256, bytes) values (repeat('0', 64), 0);
      insert into delivery (id, book, original) values ('d1', 'acme', repeat('0', 64));
      insert into invoice (id, book, delivery, state, document_type, data) values ('i1', 'acme', 'd1', 'rejected', 'invoice', '{}')`);
    const later = shipped.find(({ number }) => number === 11);
    await ship(later?.name ?? '', later?.sql ?? '');
    await migrate(pool, directory);
    const back = () => pool.query("update invoice set state = 'ready'");
    await expect(back()).rejects.toMatchObject({ constraint: 'invoice_transition' });
    // Opening it publishes the moves that states.ts allows, and this is one of them.
    await migrate(pool);
    await back();
    expect((await pool.query('select id, state from invoice')).rows).toEqual([{ id: 'i1', state: 'ready' }]);
  });

  test('bring a ledger with a heal that goes on to where the heal itself tells what it waits for', async () => {
    const shipped = await readMigrations();
    for (const { name, sql } of shipped.filter(({ number }) => number <= 12)) await ship(name, sql);
    await migrate(pool, directory);
    await pool.query(`
      insert into invoice_state values ('ready');
      select hold_states();
      insert into book (slug, name) values ('acme', 'Acme AB');
      insert into original (sha256, bytes) values (repeat('0', 64), 0);
      insert into delivery (id, book, original) values ('d1', 'acme', repeat('0', 64));
      insert into invoice (id, book, delivery, state, document_type, data)
        select id, 'acme', 'd1', 'ready', 'invoice', '{}' from unnest('{i3,i2,i1}'::text[]) id;
      insert into heal (id, book, copy, expected_head, found_by, lost) values
        ('00000000-0000-4000-8000-000000000001', 'acme', 'cloud', 'h2', 'older_head', 3),
        ('00000000-0000-4000-8000-000000000002', 'acme', 'cloud', 'h1', 'older_head', 0);
      insert into heal_invoice (heal, invoice, healed_at)
        select '00000000-0000-4000-8000-000000000001', id, case id when 'i2' then now() end
        from unnest('{i1,i2,i3}'::text[]) id`);
    await migrate(pool);
    const { rows } = await pool.query('select lost, missing from heal order by id');
    expect(rows).toEqual([
      { lost: 3, missing: ['i3', 'i1'] },
      { lost: 0, missing: [] },
    ]);
  });

  test('are missed in an empty database, with the command that does them', async () => {
    await expect(assertMigrated(pool)).rejects.toMatchObject({
      code: 'ledger_not_migrated',
      hint: 'Run: staging-post migrate',
    });
  });

  test('keep everything in a schema of their own', async () => {
    await migrate(pool);
    const { rows } = await pool.query(
      `select nspname, relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'staging_post')`,
    );
    expect(rows).toEqual([]);
  });

  test('need no rights once they are done', async () => {
    await migrate(pool);
    const role = `reader_${new URL(database.url).pathname.slice(1)}`;
    await pool.query(`create role ${role} login password 'reader'`);
    await pool.query(`grant usage on schema staging_post to ${role}`);
    await pool.query(`grant select on all tables in schema staging_post to ${role}`);
    const poor = openPool(Object.assign(new URL(database.url), { username: role, password: 'reader' }).href);
    expect((await migrate(poor)).done).toEqual([]);
    await poor.end();
    await pool.query(`drop owned by ${role}`);
    await pool.query(`drop role ${role}`);
  });
});

describe('migrations', () => {
  test('are done in order, and later ones when they are shipped', async () => {
    await ship('000001_first.sql', 'create table staging_post.first (id integer)');
    await migrate(pool, directory);
    await ship('000002_second.sql', 'alter table staging_post.first rename to second');
    expect((await migrate(pool, directory)).done).toEqual(['000002_second.sql']);
    expect(await tables()).toEqual(['migration', 'second']);
  });

  test('that fail leave the ledger as it was before them, and what was done before is kept', async () => {
    await ship('000001_good.sql', 'create table staging_post.good (id integer)');
    await ship('000002_bad.sql', 'create table staging_post.bad (id integer); select 1 / 0');
    await expect(migrate(pool, directory)).rejects.toMatchObject({
      code: 'migration_failed',
      message: expect.stringContaining('000002_bad.sql failed: division by zero'),
    });
    expect(await tables()).toEqual(['good', 'migration']);
  });

  test('that were altered afterwards are refused', async () => {
    await ship('000001_first.sql', 'create table staging_post.first (id integer)');
    await migrate(pool, directory);
    await ship('000001_first.sql', 'create table staging_post.first (id bigint)');
    await ship('000002_second.sql', 'create table staging_post.second (id integer)');
    await expect(migrate(pool, directory)).rejects.toMatchObject({
      code: 'migration_changed',
      kind: 'refused',
    });
    expect(await tables()).toEqual(['first', 'migration']);
  });

  test('do not mind other line ends', async () => {
    await ship('000001_first.sql', 'create table staging_post.first (\nid integer\n)');
    await migrate(pool, directory);
    await ship('000001_first.sql', 'create table staging_post.first (\r\nid integer\r\n)');
    expect((await migrate(pool, directory)).done).toEqual([]);
  });

  test('of a newer program are not worked on by an older one', async () => {
    await ship('000001_first.sql', 'create table staging_post.first (id integer)');
    await ship('000002_second.sql', 'create table staging_post.second (id integer)');
    await migrate(pool, directory);
    await rm(new URL('000002_second.sql', directory));
    await expect(migrate(pool, directory)).rejects.toMatchObject({
      code: 'ledger_newer',
      message: expect.stringContaining('000002_second.sql'),
    });
  });
});
