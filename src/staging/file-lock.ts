/**
 * A lock between processes that cannot go stale: SQLite's exclusive lock on a small file. The kernel frees it when its
 * holder dies, however it dies, which no file holding a process number can promise.
 */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, StagingPostError } from '../errors.ts';

/** SQLITE_BUSY: somebody else holds the lock (https://sqlite.org/rescode.html#busy). */
const sqliteBusy = 5;
const retryEveryMs = 25;

/**
 * Runs `work` while holding the lock file at `path` (created when missing), waiting for its turn without blocking the
 * event loop. Not reentrant.
 * @throws StagingPostError `locked` when the turn has not come within `timeoutMs`; `lock_unusable` when the file cannot be opened.
 */
export async function withFileLock<T>(path: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lock = tryLock(path);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.close();
      }
    }
    if (performance.now() > deadline) {
      throw new StagingPostError(
        'locked',
        `another process has held ${path} for ${timeoutMs / 1000} seconds`,
        {
          hint: 'See which staging-post process is starting or stopping, and end it if it hangs.',
        },
      );
    }
    await sleep(retryEveryMs);
  }
}

function tryLock(path: string): DatabaseSync | null {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
    throw new StagingPostError('lock_unusable', `the lock ${path} cannot be used: ${messageOf(error)}`, {
      hint: 'Run as the user who owns that directory, or point STAGING_POST_DIR at another one.',
      cause: error,
    });
  }
}
