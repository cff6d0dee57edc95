/** After all tests: lets the guard do its work, and waits for it. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export default async function tearDown(): Promise<void> {
  const { postgresGuard } = globalThis as unknown as { postgresGuard: ChildProcess };
  const ended = once(postgresGuard, 'exit');
  postgresGuard.ref();
  postgresGuard.stdin?.end();
  await ended;
}
