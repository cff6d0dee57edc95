/** The real program, run as people run it: one process for each command, and one for the worker. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { command } from './narrator.ts';

/** The launcher. */
export const bin = fileURLToPath(new URL('../bin/staging-post.js', import.meta.url));

export interface Program {
  /** Says the command in the terminal, runs it, and returns what it answers in JSON. @throws with what it said went wrong. */
  tell<Answer>(...words: string[]): Promise<Answer>;
  /** The same, without a word. */
  ask<Answer>(...words: string[]): Promise<Answer>;
  /** As `tell`, for a command whose exit code is a part of its answer. */
  hear<Answer>(...words: string[]): Promise<{ code: number | null; answer: Answer }>;
  /** Starts the worker; resolves when it says that it is ready. */
  startWorker(): Promise<Worker>;
  /** Kills the workers that still run: what failed before it came to stop its worker must not leave it behind. */
  killWorkers(): Promise<void>;
}

export interface Worker {
  readonly pid: number;
  /** Lets it finish what it has in hand. */
  stop(): Promise<void>;
  /** As a power cut does: kill -9. */
  kill(): Promise<void>;
}

/**
 * @param folder where everything lies that it writes: its working directory too, so that no other `.env` is read
 * @param settings environment variables besides
 */
export function programIn(folder: string, settings: Readonly<Record<string, string>>): Program {
  const options = { cwd: folder, env: environmentOf(folder, settings) };
  const log = path.join(folder, 'worker.log');
  const workers = new Set<Worker>();

  const run = async (words: readonly string[]) => {
    const child = spawn(process.execPath, [bin, ...words, '--json'], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [answer, complaint] = [readAll(child.stdout), readAll(child.stderr)];
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, answer: await answer, complaint: await complaint };
  };
  const ask = async <Answer>(...words: string[]): Promise<Answer> => {
    const { code, answer, complaint } = await run(words);
    if (code === 0) return JSON.parse(answer) as Answer;
    throw new Error(`staging-post ${words.join(' ')} ended with ${code}: ${answer}${complaint}`);
  };
  const sayAloud = (words: readonly string[]) => command(['staging-post', ...words.map(quoted)].join(' '));

  return {
    ask,
    async tell(...words) {
      sayAloud(words);
      return await ask(...words);
    },
    async hear<Answer>(...words: string[]) {
      sayAloud(words);
      const { code, answer, complaint } = await run(words);
      if (answer === '') throw new Error(`staging-post ${words.join(' ')} ended with ${code}: ${complaint}`);
      return { code, answer: JSON.parse(answer) as Answer };
    },
    async startWorker() {
      command('staging-post start &');
      const child = spawn(process.execPath, [bin, 'start', '--json'], {
        ...options,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stderr.pipe(createWriteStream(log, { flags: 'a' }));
      const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
        workers.delete(worker);
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill(signal);
        await gone;
      };
      const worker = { pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
      workers.add(worker);
      await untilReady(child, log);
      return worker;
    },
    async killWorkers() {
      await Promise.all([...workers].map((worker) => worker.kill()));
    },
  };
}

/** Settings of whoever runs the demo must not lead it to their own ledger. */
export function environmentOf(folder: string, settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(
    ([name]) => !/^(STAGING_POST_|LEDGER_URL$|QUEUE_URL$|NODE_OPTIONS$)/.test(name),
  );
  return { ...Object.fromEntries(others), STAGING_POST_DIR: folder, ...settings };
}

async function untilReady(child: ChildProcess, log: string): Promise<void> {
  if (!child.stdout) throw new Error('the worker has no stdout');
  const lines = createInterface({ input: child.stdout });
  const ready = (async () => {
    for await (const line of lines) if (line.includes('"ready"')) return true;
    return false;
  })();
  if (!(await ready)) throw new Error(`the worker did not start; see ${log}`);
  child.stdout.resume();
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += chunk;
  return text;
}

function quoted(word: string): string {
  return /^[\w./:@%=,+-]+$/.test(word) ? word : `'${word}'`;
}
