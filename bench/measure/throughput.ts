/**
 * Documents in a second by the clock, over the whole way of a lone file (split, judged, read at arm's length, grouped), on one
 * core and on two. Bound to one core, parent and reading process share it, so that both runs do the same work and only the
 * cores differ.
 */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Cores, twoCores } from './cores.ts';

export interface Throughput {
  /** The whole path on one core, with one reading process; null where it cannot be bound to one. */
  oneCore: number | null;
  /** Why not. */
  unbound: string | null;
  /** One reading process on two cores: the parent works beside it. */
  oneProcess: number;
  /** The whole path on two cores, with two reading processes. */
  twoProcesses: number;
  /** twoProcesses / oneCore: what the second core adds. */
  byCores: number | null;
  /** twoProcesses / oneProcess: what the second reading process adds where there are two cores either way. */
  byProcesses: number;
}

/** Everything is measured so often, in turns, and the best counts: other work on the machine only slows. */
const rounds = 5;
/** What each reading process has read before anything is measured: until then it is V8's compiling that is measured. */
const documentsToWarmUp = 1500;

/** Reads all files of a folder, again and again. */
export async function measureThroughput(folder: string, warmUp = documentsToWarmUp): Promise<Throughput> {
  const documents = (await readdir(folder)).length;
  const cores = await coresToBindTo();
  const bound = typeof cores === 'string' ? null : cores;
  const readers = [
    ...(bound ? [startReader(folder, 1, [bound[0]])] : []),
    startReader(folder, 1, bound),
    startReader(folder, 2, bound),
  ];
  try {
    for (const reader of readers) {
      const rounds = Math.ceil((warmUp * reader.processes) / documents);
      for (let round = 0; round < rounds; round++) await reader.readAll();
    }
    const best = readers.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < rounds; round++) {
      for (const [index, reader] of readers.entries()) {
        best[index] = Math.min(best[index] ?? 0, await reader.readAll());
      }
    }
    const [twoProcesses = 0, oneProcess = 0, oneCore = null] = best
      .map((seconds) => Math.round((10 * documents) / seconds) / 10)
      .reverse();
    return {
      oneCore,
      unbound: typeof cores === 'string' ? cores : null,
      oneProcess,
      twoProcesses,
      byCores: oneCore === null ? null : rounded(twoProcesses / oneCore),
      byProcesses: rounded(twoProcesses / oneProcess),
    };
  } finally {
    await Promise.all(readers.map(async (reader) => await reader.stop()));
  }
}

/** The cores, or why none can be bound to. */
async function coresToBindTo(): Promise<Cores | string> {
  try {
    await promisify(execFile)('taskset', ['--version']);
  } catch {
    return 'taskset (of util-linux) is not here to bind it to one core';
  }
  return (await twoCores()) ?? 'there are no two cores to use';
}

interface Reader {
  processes: number;
  /** Seconds that it took to read everything once. */
  readAll(): Promise<number>;
  stop(): Promise<void>;
}

function startReader(folder: string, processes: number, processors: readonly number[] | null): Reader {
  const program = new URL('./read-folder.ts', import.meta.url);
  const binding = processors && {
    execPath: 'taskset',
    execArgv: ['--cpu-list', processors.join(','), process.execPath],
  };
  const child = fork(program, [folder, String(processes)], { ...binding });
  return {
    processes,
    async readAll() {
      child.send('read');
      return await answerOf(child);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<number> {
  const gone = new AbortController();
  const onExit = () =>
    gone.abort(new Error('a process that reads for measuring has ended: its own output says why'));
  child.once('exit', onExit);
  try {
    const [seconds] = (await once(child, 'message', { signal: gone.signal })) as [number];
    return seconds;
  } finally {
    child.off('exit', onExit);
  }
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
