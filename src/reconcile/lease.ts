/**
 * One worker at a time within a book. The lease is a convenience that spares needless collisions: what keeps a worker
 * that lost it from doing harm is the fence inside the copy.
 */
import type { Ledger } from '../staging/ledger.ts';

/** Runs `work` while no other process holds the book; null when one does. PostgreSQL frees the lease when a process dies. */
export async function withBookLease<T>(
  ledger: Ledger,
  book: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const client = await ledger.pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      [`staging-post book ${book}`],
    );
    if (!rows[0]?.taken) return null;
    try {
      return await work();
    } finally {
      await client
        .query('select pg_advisory_unlock(hashtextextended($1, 0))', [`staging-post book ${book}`])
        .catch((error: Error) => {
          broken = error;
        });
    }
  } catch (error) {
    if (error instanceof Error && broken === undefined && /connection/i.test(error.message)) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}
