import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { openPool, placeOf } from '../../../src/staging/postgres/connection.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => await database.drop());

async function withPool<T>(
  options: Parameters<typeof openPool>[1],
  work: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const pool = openPool(database.url, options);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

const pidOf = async (client: Pick<pg.PoolClient, 'query'>) =>
  (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid;

describe('a pool', () => {
  test('gives every connection its limits and its schema', async () => {
    const options = {
      statementTimeoutMs: 1_000,
      lockTimeoutMs: 2_000,
      idleInTransactionTimeoutMs: 3_000,
      name: 'tester',
    };
    const { rows } = await withPool(options, (pool) =>
      pool.query(
        `select name, current_setting(name) as value
         from unnest(array['application_name', 'search_path', 'statement_timeout', 'lock_timeout',
                           'idle_in_transaction_session_timeout']) as name`,
      ),
    );
    expect(Object.fromEntries(rows.map(({ name, value }) => [name, value]))).toEqual({
      application_name: 'tester',
      search_path: 'staging_post',
      statement_timeout: '1s',
      lock_timeout: '2s',
      idle_in_transaction_session_timeout: '3s',
    });
  });

  test('gives a connection up whose query got no answer in time, so that the late answer is nobody’s', async () => {
    await withPool({ max: 1 }, async (pool) => {
      const client = await pool.connect();
      const before = await pidOf(client);
      const slow = { text: `select pg_sleep(30), 'late' as answer`, query_timeout: 50 };
      await expect(client.query(slow)).rejects.toThrow('Query read timeout');
      client.release();
      const again = await pool.connect();
      expect(await pidOf(again)).not.toBe(before);
      again.release();
    });
  });

  test('survives the end of a connection, idle or in use', async () => {
    await withPool({ max: 2 }, async (pool) => {
      const [victim, killer] = [await pool.connect(), await pool.connect()];
      const pid = await pidOf(victim);
      const waiting = victim.query('select pg_sleep(30)');
      await killer.query('select pg_terminate_backend($1)', [pid]);
      await expect(waiting).rejects.toMatchObject({ code: '57P01' });
      victim.release();

      const idle = await pool.connect();
      const idlePid = await pidOf(idle);
      idle.release();
      await killer.query('select pg_terminate_backend($1)', [idlePid]);
      expect(await pidOf(killer)).toBeDefined();
      killer.release();
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });

  test('that is exhausted says so instead of waiting for ever', async () => {
    await withPool({ max: 1, connectTimeoutMs: 50 }, async (pool) => {
      const client = await pool.connect();
      await expect(pool.query('select 1')).rejects.toThrow('timeout exceeded');
      client.release();
    });
  });
});

test.each([
  ['postgres://user:secret@db.example.com:5432/ledger?sslmode=require', 'db.example.com:5432/ledger'],
  ['postgresql://localhost/ledger', 'localhost/ledger'],
  ['postgres://user:sec/ret@host/ledger', 'host/ledger'],
  ['postgres://user:sec?ret@host/ledger', 'host/ledger'],
  ['postgres://user:sec@ret@host/ledger', 'host/ledger'],
])('the place of %s is told without its secrets', (url, place) => {
  expect(placeOf(url)).toBe(place);
});
