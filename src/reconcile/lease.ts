/**
 * One worker at a time within a book. The lease is a convenience that spares needless collisions: what keeps a worker
 * that lost it from doing harm is the fence inside the copy.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Ledger } from '../staging/ledger.ts';

const retryMs = 100;

/**
 * Runs `work` while no other process holds the book; null when one does, and still did after `waitMs`. PostgreSQL frees
 * the lease when a process dies.
 */
export async function withBookLease<T>(
  ledger: Ledger,
  book: string,
  work: () => Promise<T>,
  options: { waitMs: number } = { waitMs: 0 },
): Promise<T | null> {
  const key = `staging-post book ${book}`;
  const client = await ledger.pool.connect();
  // A connection that fails here, or cannot give the lease back, gives it up by being closed.
  let usable = false;
  try {
    for (let waitedMs = 0; !(await take(client, key)); waitedMs += retryMs) {
      if (waitedMs >= options.waitMs) {
        usable = true;
        return null;
      }
      await delay(retryMs);
    }
    try {
      return await work();
    } finally {
      usable = await giveBack(client, key);
    }
  } finally {
    client.release(!usable);
  }
}

async function take(client: pg.PoolClient, key: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
    [key],
  );
  return rows[0]?.taken === true;
}

async function giveBack(client: pg.PoolClient, key: string): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    return true;
  } catch {
    return false;
  }
}
