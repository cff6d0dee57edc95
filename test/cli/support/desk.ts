/**
 * Somebody at a terminal: the real command line on a ledger of its own, run inside the test's process because that is
 * fast. What needs a process (signals, prompts, the launcher) is run as one by process.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { execute } from '../../../src/cli/main.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { createTestLedger } from '../../support/ledger.ts';

export interface Told {
  code: number;
  out: string;
  err: string;
}

/** Answers are JSON whose shape the test says. */
// biome-ignore lint/suspicious/noExplicitAny: what a program would see
export type Json = any;

export interface Desk {
  readonly ledger: Ledger;
  readonly url: string;
  /** The working directory of every command. */
  readonly folder: string;
  /** Environment variables of every command; LEDGER_URL is set. */
  readonly environment: Record<string, string>;
  /** Runs a command and tells what it said, to people. */
  tell(...words: string[]): Promise<Told>;
  /** Runs it with --json, and parses what it said. */
  ask(...words: string[]): Promise<{ code: number; json: Json; err: string }>;
  /** Everything that was said so far, on stdout and stderr: where no secret may stand. */
  everythingSaid(): string;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const [testLedger, folder] = await Promise.all([
    createTestLedger(),
    mkdtemp(path.join(tmpdir(), 'staging-post-desk-')),
  ]);
  const environment: Record<string, string> = {
    LEDGER_URL: testLedger.url,
    STAGING_POST_DIR: testLedger.dir,
    STAGING_POST_LOG_LEVEL: 'silent',
  };
  const said: string[] = [];
  const tell = async (...words: string[]) => {
    const told = await runIn(folder, environment, words);
    said.push(told.out, told.err);
    return told;
  };
  return {
    ledger: testLedger.ledger,
    url: testLedger.url,
    folder,
    environment,
    tell,
    async ask(...words) {
      const { code, out, err } = await tell(...words, '--json');
      return { code, json: JSON.parse(out), err };
    },
    everythingSaid: () => said.join('\n'),
    async close() {
      await testLedger.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Without a ledger: for commands that need none, and for what goes wrong before there is one. */
export async function runIn(
  folder: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Told> {
  const before = { folder: process.cwd(), environment: { ...process.env } };
  let [out, err] = ['', ''];
  const toOut = jest.spyOn(process.stdout, 'write').mockImplementation(capture((text) => (out += text)));
  const toErr = jest.spyOn(process.stderr, 'write').mockImplementation(capture((text) => (err += text)));
  for (const name of Object.keys(process.env)) {
    if (/^(STAGING_POST_|LEDGER_URL$|QUEUE_URL$)/.test(name)) delete process.env[name];
  }
  Object.assign(process.env, environment);
  process.chdir(folder);
  try {
    const code = await execute(words);
    return { code, out, err };
  } finally {
    process.chdir(before.folder);
    for (const name of Object.keys(process.env)) {
      if (!(name in before.environment)) delete process.env[name];
    }
    Object.assign(process.env, before.environment);
    toOut.mockRestore();
    toErr.mockRestore();
  }
}

function capture(add: (text: string) => void): typeof process.stdout.write {
  return ((chunk: string | Uint8Array) => {
    add(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return true;
  }) as typeof process.stdout.write;
}
