/** Copies under stress, as the people see them who own them: taken home at any moment, and put back over what stands there. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** What an identity row and the invoices beside it say. */
export interface Standing {
  head: string | null;
  /** Ids of invoices, in their order: a database gives rows in whatever order it likes, another one after it was vacuumed. */
  receipts: string[];
  /** The ids of the invoices whose rows stand there, in their order and as often as they stand there. */
  rows: string[];
}

export interface StressedCopy {
  readonly name: string;
  readonly url: string;
  /** Keeps the present state under a number, in place of what was kept there before. */
  takeHome(slot: number): Promise<void>;
  /** Puts what was kept over what stands there now. */
  putBack(slot: number): Promise<void>;
  standing(book: string): Promise<Standing>;
  close(): Promise<void>;
}

const tables = [
  'staging_post_copy',
  'staging_post_receipt',
  'supplier_invoice',
  'supplier_invoice_line',
  'supplier_invoice_document',
];

export function sqliteCopy(name: string, file: string): StressedCopy {
  new DatabaseSync(file).close();
  const withDatabase = async <T>(work: (database: DatabaseSync) => T): Promise<T> => {
    await untilNothingIsLeftBeside(file);
    const database = new DatabaseSync(file, { timeout: 20_000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    name,
    url: `sqlite:${file}`,
    async takeHome(slot) {
      await withDatabase((database) => {
        database.exec(`vacuum into '${file}.home-${slot}.new'`);
      });
      await rename(`${file}.home-${slot}.new`, `${file}.home-${slot}`);
    },
    async putBack(slot) {
      // Another process copies, as a person's would: closing a file here would drop the locks that this process holds.
      await run('cp', [`${file}.home-${slot}`, `${file}.back`]);
      await rename(`${file}.back`, file);
    },
    async standing(book) {
      return await withDatabase((database) => {
        const all = (sql: string, ...values: string[]) =>
          database.prepare(sql).all(...values) as { x: string }[];
        const one = (sql: string) => all(sql, book).map(({ x }) => x);
        return {
          head: one('select head as x from staging_post_copy where book = ?')[0] ?? null,
          receipts: one('select invoice_id as x from staging_post_receipt where book = ? order by 1'),
          rows: one('select source_id as x from supplier_invoice where book = ? order by 1'),
        };
      });
    },
    close: async () => undefined,
  };
}

/**
 * A worker that was killed leaves a journal behind. Whoever opens the file rolls it back, also into a file that was put there
 * since, and destroys that: the worker knows better, a plain SQLite, such as ours, does not. So it goes first.
 */
async function untilNothingIsLeftBeside(file: string): Promise<void> {
  while (existsSync(`${file}-journal`)) await delay(10);
}

/** A restored dump puts back all rows in one transaction; the kept ones lie in a schema of their own. */
export function postgresCopy(name: string, url: string): StressedCopy {
  const pool = new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  const together = async (work: (client: pg.PoolClient) => Promise<void>): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await work(client);
        await client.query('commit');
        return;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        // The worker and the restore ran into each other: a person would try again.
        if (attempt === 10) throw error;
      } finally {
        client.release();
      }
    }
  };
  return {
    name,
    url,
    takeHome: (slot) =>
      together(async (client) => {
        await client.query(`lock table ${tables.join(', ')} in share mode`);
        await client.query(`drop schema if exists home_${slot} cascade; create schema home_${slot}`);
        for (const table of tables) {
          await client.query(`create table home_${slot}.${table} as table public.${table}`);
        }
      }),
    putBack: (slot) =>
      together(async (client) => {
        await client.query(`truncate ${tables.join(', ')}`);
        for (const table of tables) {
          await client.query(
            `insert into public.${table} overriding system value table home_${slot}.${table}`,
          );
        }
        await client.query(
          `select setval(pg_get_serial_sequence('supplier_invoice', 'id'), coalesce((select max(id) from supplier_invoice), 0) + 1, false)`,
        );
      }),
    async standing(book) {
      const one = async (sql: string) =>
        (await pool.query<{ x: string }>(sql, [book])).rows.map(({ x }) => x);
      return {
        head: (await one('select head as x from staging_post_copy where book = $1'))[0] ?? null,
        receipts: await one('select invoice_id as x from staging_post_receipt where book = $1 order by 1'),
        rows: await one('select source_id as x from supplier_invoice where book = $1 order by 1'),
      };
    },
    close: () => pool.end(),
  };
}
