/**
 * One worker at a time within a book. The lease is a convenience that spares needless collisions: what keeps a worker
 * that lost it from doing harm is the fence inside the copy.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Ledger } from '../staging/ledger.ts';

const retryMs = 100;
const takeOverMs = 5_000;

export interface LeaseOptions {
  waitMs: number;
  /**
   * After the wait, end the connection of whoever still holds the lease: a worker that sleeps (a stopped process, a
   * suspended machine) would otherwise keep people from handing the book over. It harms nothing: see above.
   */
  takeOver?: boolean;
}

/**
 * Runs `work` while no other process holds the book; null when one does, and still did after `waitMs`. PostgreSQL frees
 * the lease when a process dies.
 */
export async function withBookLease<T>(
  ledger: Ledger,
  book: string,
  work: () => Promise<T>,
  options: LeaseOptions = { waitMs: 0 },
): Promise<T | null> {
  const key = `staging-post book ${book}`;
  const client = await ledger.pool.connect();
  // A connection that fails here, or cannot give the lease back, gives it up by being closed.
  let usable = false;
  try {
    for (let waitedMs = 0; !(await take(client, key)); waitedMs += retryMs) {
      const isOver = waitedMs >= options.waitMs;
      // The server needs a moment to see that the connection it was told to end is gone.
      if (isOver && (!options.takeOver || waitedMs >= options.waitMs + takeOverMs)) {
        usable = true;
        return null;
      }
      if (isOver && (await endHolder(client, key))) {
        ledger.log.warn({ book }, 'the book was taken over from a worker that did not give it back');
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

/** False when nobody holds it any more, or when the server does not let us end that connection. */
async function endHolder(client: pg.PoolClient, key: string): Promise<boolean> {
  try {
    // A 64-bit key stands in pg_locks as two halves, with objsubid 1 (https://www.postgresql.org/docs/current/view-pg-locks.html).
    const { rows } = await client.query<{ ended: boolean }>(
      `select pg_terminate_backend(l.pid) as ended
       from pg_locks l, (select hashtextextended($1, 0) as key) k
       where l.locktype = 'advisory' and l.granted and l.objsubid = 1
         and l.database = (select oid from pg_database where datname = current_database())
         and l.classid = ((k.key >> 32) & 4294967295)::oid and l.objid = (k.key & 4294967295)::oid`,
      [key],
    );
    return rows.some(({ ended }) => ended);
  } catch {
    return false;
  }
}

async function giveBack(client: pg.PoolClient, key: string): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
    return true;
  } catch {
    return false;
  }
}
