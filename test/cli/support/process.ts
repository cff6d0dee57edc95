/** The real program as a process of its own: for signals, prompts and the launcher. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bin, environmentOf } from '../../../demo/program.ts';
import type { Told } from './desk.ts';

export interface Surroundings {
  folder: string;
  environment: Readonly<Record<string, string>>;
}

export interface RunOptions {
  /** What is piped in; without it stdin is empty. */
  stdin?: string;
  /** Arguments of Node itself. */
  node?: { program?: string; arguments?: readonly string[] };
}

/** Runs one command to its end. */
export async function runProgram(
  surroundings: Surroundings,
  words: readonly string[],
  { stdin = '', node = {} }: RunOptions = {},
): Promise<Told> {
  const child = spawn(node.program ?? process.execPath, [...(node.arguments ?? []), bin, ...words], {
    cwd: surroundings.folder,
    env: environmentOf(surroundings.folder, surroundings.environment),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: code ?? -1, out: out(), err: err() };
}

export interface Running {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  readonly err: () => string;
  ended: Promise<{ code: number | null; signal: string | null }>;
}

/** Starts a command and leaves it running; its stdout comes line by line. */
export function startProgram(surroundings: Surroundings, words: readonly string[]): Running {
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: surroundings.folder,
    env: environmentOf(surroundings.folder, surroundings.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const err = collect(child.stderr);
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), err, ended };
}

/** Null where a command can be given a terminal of its own, by util-linux's `script`; otherwise why not. */
export function whyNoTerminal(): string | null {
  const found = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
  return found
    ? null
    : 'There is no `script` of util-linux here, so what is asked at a terminal was not tried.';
}

export interface Typing {
  question: string;
  typed: string;
  /** What happens while the question stands there. */
  meanwhile?: () => Promise<void>;
}

/**
 * Runs a command on a terminal of its own and types `typed` once `question` stands there. What the terminal showed is
 * returned, echo included.
 */
export async function runOnTerminal(
  surroundings: Surroundings,
  words: readonly string[],
  { question, typed, meanwhile }: Typing,
): Promise<{ code: number | null; shown: string }> {
  const line = [process.execPath, bin, ...words]
    .map((word) => `'${word.replaceAll("'", `'\\''`)}'`)
    .join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    cwd: surroundings.folder,
    env: { ...environmentOf(surroundings.folder, surroundings.environment), SHELL: '/bin/sh', TERM: 'xterm' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let shown = '';
  let isAnswered = false;
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8');
    if (isAnswered || !shown.includes(question)) return;
    isAnswered = true;
    void Promise.resolve(meanwhile?.()).then(() => child.stdin.write(`${typed}\r`));
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, shown };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
