/**
 * Before all tests: names a directory for the shared PostgreSQL, and sets a guard that ends the server and removes the
 * directory when this run is over, however it ends: the guard waits on a pipe that the kernel closes when we die.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default function setUp(): void {
  const memory = '/dev/shm';
  const directory = mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'staging-post-test-'));
  // Root's server runs as another user, who must be let through.
  chmodSync(directory, 0o711);
  process.env.TEST_POSTGRES_DIRECTORY = directory;

  const guard = spawn(
    '/bin/sh',
    [
      '-c',
      'cat > /dev/null; exec "$@"',
      'sh',
      process.execPath,
      path.resolve('test/support/postgres-guard.ts'),
      directory,
    ],
    { detached: true, stdio: ['pipe', 'ignore', 'inherit'] },
  );
  guard.unref();
  (guard.stdin as unknown as { unref(): void }).unref();
  Object.assign(globalThis, { postgresGuard: guard });
}
