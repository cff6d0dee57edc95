/** Starts mortal-process.ts, and tells how it ended. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import { eventually } from '../../support/eventually.ts';
import type { TestLedger } from '../../support/ledger.ts';
import type { Order } from './mortal-process.ts';

export interface Mortal {
  /** Resolves when it is stopped, as the kernel says. */
  asleep(): Promise<void>;
  wake(): void;
  /** What it said last, or null when it was killed. */
  ended(): Promise<{ result?: unknown; error?: string } | null>;
}

const started = new Set<ChildProcessWithoutNullStreams>();

/** For `afterAll`: a process that still sleeps would keep the test run waiting. */
export function endMortals(): void {
  for (const child of started) child.kill('SIGKILL');
}

export function startMortal(
  { url, dir }: TestLedger,
  order: Pick<Order, 'book' | 'deed' | 'stopAt' | 'how'>,
): Mortal {
  const full: Order = { ...order, ledgerUrl: url, dir };
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    [path.resolve('test/reconcile/support/mortal-process.ts')],
    {
      env: {
        ...process.env,
        MORTAL: JSON.stringify(full),
        NODE_OPTIONS: '',
        TMPDIR: dir,
        // Many are started after each other: what the first one compiled serves the others.
        NODE_COMPILE_CACHE: path.join(dir, 'compiled'),
      },
    },
  );
  started.add(child);
  child.once('exit', () => started.delete(child));
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  return {
    asleep: () =>
      eventually(() => {
        expect(said).toContain('asleep');
        // The state follows the name in brackets: T is stopped (proc_pid_stat(5)).
        expect(readFileSync(`/proc/${child.pid}/stat`, 'utf8')).toMatch(/\) T /);
      }),
    wake: () => void child.kill('SIGCONT'),
    async ended() {
      const [code, signal] = await exit;
      if (signal === 'SIGKILL') return null;
      if (code !== 0) throw new Error(`it ended with ${code ?? signal}: ${complained}`);
      return JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as { result?: unknown; error?: string };
    },
  };
}
