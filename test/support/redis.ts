/** A real Redis for tests, on a free port and with a directory of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../demo/mail-server/loopback.ts';
import { findProgram } from './programs.ts';

export interface TestRedis {
  readonly url: string;
  /** The server hangs: it accepts connections and answers nothing, until `resume`. */
  hang(): void;
  resume(): void;
  /** Kills the server; `start` brings an empty one back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** The server's program, or null where the machine has none: then say so, except in CI, where it must be there. */
export function findRedisServer(): string | null {
  return findProgram('redis-server');
}

export async function startRedis(program: string): Promise<TestRedis> {
  const directory = await mkdtemp(path.join(tmpdir(), 'staging-post-redis-'));
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async () => {
    const flags = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      directory,
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    const child = spawn(program, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
    server = child;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('Ready to accept connections')) break;
    }
    child.stdout.resume();
  };
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}/0`,
    hang: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    kill,
    start,
    async remove() {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
