/** Brings a ledger's tables to where this program expects them: plain SQL files, each once, in order, and remembered. */
import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { messageOf, StagingPostError } from '../../errors.ts';
import { allowedMoves } from '../states.ts';
import { ledgerSchema } from './connection.ts';
import { kyselyOver } from './kysely.ts';
import { publishStates } from './states-in-database.ts';

export interface Migration {
  number: number;
  name: string;
  sql: string;
  checksum: string;
}

export interface MigrationReport {
  /** The number of the newest migration in the ledger now. */
  at: number;
  /** File names of those just done, in order. */
  done: string[];
}

const shippedMigrations = new URL('./migrations/', import.meta.url);
/** "STPO": everybody who migrates takes this lock first. */
const advisoryLock = 0x5354504f;
const recordedTable = `${ledgerSchema}.migration`;

/** The migrations that came with this program, in order. */
export async function readMigrations(directory: URL = shippedMigrations): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  return await Promise.all(
    files.map(async (file) => {
      const number = Number(/^(\d{6})_\w+\.sql$/.exec(file)?.[1]);
      if (!Number.isInteger(number)) throw new Error(`not a migration's name: ${file}`);
      const sql = (await readFile(new URL(file, directory), 'utf8')).replaceAll('\r\n', '\n');
      return { number, name: file, sql, checksum: hash('sha256', sql, 'hex') };
    }),
  );
}

/** Those not done yet. @throws StagingPostError `ledger_newer` or `migration_changed` when ledger and program do not fit. */
export async function pendingMigrations(
  client: pg.ClientBase,
  shipped: readonly Migration[],
): Promise<Migration[]> {
  const { rows: exists } = await client.query('select to_regclass($1) is not null as present', [
    recordedTable,
  ]);
  if (!exists[0]?.present) return [...shipped];
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    `select number, name, checksum from ${recordedTable} order by number`,
  );
  for (const recorded of rows) assertKnown(recorded, shipped);
  const done = new Set(rows.map(({ number }) => number));
  return shipped.filter(({ number }) => !done.has(number));
}

function assertKnown(
  recorded: { number: number; name: string; checksum: string },
  shipped: readonly Migration[],
): void {
  const own = shipped.find(({ number }) => number === recorded.number);
  if (!own) {
    throw new StagingPostError(
      'ledger_newer',
      `the ledger was migrated by a newer Staging Post (${recorded.name} is not known here)`,
      {
        kind: 'refused',
        hint: 'Upgrade this installation to at least the version that last used the ledger; going back is not possible.',
      },
    );
  }
  if (own.checksum !== recorded.checksum) {
    throw new StagingPostError(
      'migration_changed',
      `the migration ${own.name} is not the one that this ledger was made with`,
      {
        kind: 'refused',
        hint: 'Use an unaltered release of Staging Post. In development, start from an empty ledger.',
      },
    );
  }
}

/**
 * Does what is pending, alone: others wait for the lock. A migration that fails leaves the ledger as it was before it. Where nothing
 * is pending nothing is written, so that a user without the right to create anything may still open the ledger.
 */
export async function migrate(pool: pg.Pool, directory?: URL): Promise<MigrationReport> {
  const shipped = await readMigrations(directory);
  const client = await pool.connect();
  let destroy = false;
  try {
    const upToDate = (await pendingMigrations(client, shipped)).length === 0;
    if (upToDate && (directory || (await statesArePublished(client))))
      return { at: newest(shipped), done: [] };
    // A migration may take its time, and so may the one before us that we wait for.
    await client.query(
      `select set_config('statement_timeout', '0', false), set_config('lock_timeout', '0', false)`,
    );
    destroy = true;
    await client.query(patiently('select pg_advisory_lock($1)', [advisoryLock]));
    const pending = await pendingMigrations(client, shipped);
    for (const migration of pending) await run(client, migration);
    if (!directory) {
      // What the tables say and what is refused by them change together.
      await client.query('begin');
      await publishStates(kyselyOver(client));
      await client.query('commit');
    }
    return { at: newest(shipped), done: pending.map(({ name }) => name) };
  } finally {
    // Closing the connection gives the lock back and forgets the settings above.
    client.release(destroy);
  }
}

/** @throws StagingPostError `ledger_not_migrated` when something is pending. */
export async function assertMigrated(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const pending = await pendingMigrations(client, await readMigrations());
    if (pending.length === 0) return;
    throw new StagingPostError(
      'ledger_not_migrated',
      `the ledger lacks ${pending.map(({ name }) => name).join(', ')}`,
      {
        kind: 'refused',
        hint: 'Run: staging-post migrate',
      },
    );
  } finally {
    client.release();
  }
}

const newest = (migrations: readonly Migration[]) => migrations.at(-1)?.number ?? 0;

async function statesArePublished(client: pg.PoolClient): Promise<boolean> {
  const known = await kyselyOver(client).selectFrom('invoice_transition').selectAll().execute();
  const moves = allowedMoves();
  return (
    known.length === moves.length &&
    moves.every(([from, to]) => known.some((move) => move.from_state === from && move.to_state === to))
  );
}

/** A query that pg does not give up on; 0 would mean the pool's own limit. */
function patiently(text: string, values?: unknown[]): pg.QueryConfig {
  return { text, ...(values && { values }), query_timeout: 2 ** 31 - 1 } as pg.QueryConfig;
}

async function run(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(`create schema if not exists ${ledgerSchema}`);
    await client.query(
      `create table if not exists ${recordedTable} (
         number   integer primary key,
         name     text not null,
         checksum text not null,
         done_at  timestamptz not null default now()
       )`,
    );
    await client.query(patiently(migration.sql));
    await client.query(`insert into ${recordedTable} (number, name, checksum) values ($1, $2, $3)`, [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new StagingPostError(
      'migration_failed',
      `the migration ${migration.name} failed: ${messageOf(error)}`,
      {
        hint: 'The ledger is as it was before. If a right is missing, run `staging-post migrate` as the owner of the database.',
        cause: error,
      },
    );
  }
}
