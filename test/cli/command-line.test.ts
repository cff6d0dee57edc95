/** Words, help, settings, exit codes and the launcher: what every command has in common. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bin } from '../../demo/program.ts';
import { commandNames } from '../../src/cli/commands.ts';
import { stage } from '../staging/support/staged.ts';
import { type Desk, openDesk, runIn } from './support/desk.ts';
import { addBookWithCopy } from './support/office.ts';
import { runOnTerminal, runProgram, whyNoTerminal } from './support/process.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => await desk.close());

const surroundings = () => ({ folder: desk.folder, environment: desk.environment });

describe('help', () => {
  test('of the program lists every group and command, on stdout, with exit code 0', async () => {
    const { code, out, err } = await desk.tell('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const firsts = new Set(commandNames().map((name) => name.split(' ')[0]));
    for (const first of firsts) expect(out).toMatch(new RegExp(`^ {2}${first}\\b`, 'm'));
    expect(out).toContain('Every command takes --json.');
  });

  test.each(commandNames().map((name) => [name]))(
    'of "%s" tells its options, --json among them',
    async (name) => {
      const { code, out, err } = await desk.tell(...name.split(' '), '--help');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^Usage: staging-post ${name}( |$)`, 'm'));
      expect(out).toMatch(/--json +answer in JSON/);
    },
  );

  test('is shown where a group is named without a command, with the exit code of wrong words', async () => {
    const { code, err } = await desk.tell('invoice');
    expect(code).toBe(2);
    expect(err).toMatch(/^Usage: staging-post invoice/);
  });

  test('tells the version', async () => {
    expect(await desk.tell('--version')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('wrong words', () => {
  test.each([
    [['stats'], 'unknown_command', /Did you mean status\?/],
    [['book', 'ad'], 'unknown_command', /Did you mean add\?/],
    [['status', '--jsn'], 'unknown_option', /Did you mean --json\?/],
    [['status', 'a', 'b'], 'excess_arguments', /--help/],
    [['book', 'add', 'acme'], 'missing_mandatory_option_value', /--help/],
    [['audit'], 'missing_argument', /--help/],
  ])('%j end with 2 and a hint', async (words, code, hint) => {
    const told = await desk.tell(...words);
    expect(told).toMatchObject({ code: 2, out: '' });
    expect(told.err).toMatch(/^error: .+\nhint: .+\n$/);
    expect(told.err).toMatch(hint);
    const { json } = await desk.ask(...words);
    expect(json).toEqual({
      error: { code, message: expect.any(String), hint: expect.stringMatching(hint), details: {} },
    });
  });
});

describe('settings that are wrong', () => {
  test('are all told at once, with 2, before anything is done', async () => {
    const environment = {
      STAGING_POST_BATCH_SIZE: 'many',
      STAGING_POST_BACTH_SIZE: '7',
      LEDGER_URL: 'mysql://root:hemligt@host/db',
    };
    const { code, out, err } = await runIn(desk.folder, environment, ['status']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/LEDGER_URL must be an address such as postgres:/);
    expect(err).toMatch(/STAGING_POST_BATCH_SIZE must be a whole number from 1 to 10000; found "many"/);
    expect(err).toMatch(/STAGING_POST_BACTH_SIZE is not a setting; did you mean STAGING_POST_BATCH_SIZE\?/);
    expect(err).toMatch(/hint: Every variable is explained in \.env\.example\./);
    expect(err).not.toContain('hemligt');
  });

  test('may stand in .env of the working directory, where the environment wins', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-env-'));
    try {
      await writeFile(path.join(folder, '.env'), 'STAGING_POST_LOG_LEVEL=loud\n');
      const told = await runProgram({ folder, environment: { LEDGER_URL: desk.url } }, ['status']);
      expect(told).toMatchObject({ code: 2, err: expect.stringContaining('found "loud"') });
      const { code } = await runProgram({ folder, environment: desk.environment }, ['book', 'list']);
      expect(code).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('a key that cannot be one, and a key file that others may read', async () => {
    const wrong = { ...desk.environment, STAGING_POST_SECRET_KEY: 'short' };
    expect(await runIn(desk.folder, wrong, ['status'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('openssl rand -base64 32'),
    });
    const dir = await mkdtemp(path.join(tmpdir(), 'staging-post-key-'));
    try {
      await writeFile(path.join(dir, 'secret.key'), `${Buffer.alloc(32).toString('base64')}\n`);
      await chmod(path.join(dir, 'secret.key'), 0o644);
      const exposed = { ...desk.environment, STAGING_POST_DIR: dir };
      expect(await runIn(desk.folder, exposed, ['status'])).toMatchObject({
        code: 1,
        err: expect.stringMatching(/may be read by others \(mode 644\)\nhint: Run: chmod 600 /),
      });
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});

describe('exit codes', () => {
  const own = () => ({ ...desk.environment });
  test.each([
    ['0 when it went well', 0, ['status'], {}],
    ['1 when something failed', 1, ['status'], { LEDGER_URL: '?options=-c%20synchronous_commit%3Doff' }],
    ['2 when the words or settings are wrong', 2, ['stats'], {}],
    ['3 when what was named does not exist', 3, ['status', 'nobody'], {}],
    ['4 when the state of the thing does not allow it', 4, ['audit', 'bare'], {}],
    ['5 when a check found something for a person', 5, ['doctor'], {}],
    ['6 when the ledger cannot be reached', 6, ['status'], { LEDGER_URL: 'postgres://127.0.0.1:1/db' }],
  ])('%s', async (_, expected, words, changes: { LEDGER_URL?: string }) => {
    if (expected === 4) await desk.tell('book', 'add', 'bare', '--name', 'Bare AB');
    const environment = own();
    if (changes.LEDGER_URL) {
      environment.LEDGER_URL = changes.LEDGER_URL.startsWith('?')
        ? `${desk.url}${changes.LEDGER_URL}`
        : changes.LEDGER_URL;
    }
    expect((await runIn(desk.folder, environment, words)).code).toBe(expected);
  });
});

describe('a decision about a whole book, at a terminal', () => {
  const missing = whyNoTerminal();
  if (missing) {
    test('needs `script`', () => console.warn(missing));
    return;
  }

  test.each([
    ['y', 0, 'held'],
    ['n', 2, 'ready'],
  ])('answered with %s ends with %d, and the invoice is %s', async (typed, exitCode, state) => {
    const book = `asked-${typed}`;
    await addBookWithCopy(desk, book);
    const { id } = await stage(desk.ledger, book, { number: 'F-1' });
    const words = ['invoice', 'hold', '--book', book];
    const { code, shown } = await runOnTerminal(surroundings(), words, { question: '[y/N]', typed });
    expect(shown).toMatch(/invoice +state +supplier/);
    expect(shown).toContain(`Hold 1 invoice of "${book}"?`);
    expect(code).toBe(exitCode);
    expect((await desk.ask('invoice', 'show', id)).json.state).toBe(state);
  });

  test('broken off with Ctrl-C does nothing, and ends with 2', async () => {
    await addBookWithCopy(desk, 'broken-off');
    const { id } = await stage(desk.ledger, 'broken-off', { number: 'F-1' });
    const words = ['invoice', 'hold', '--book', 'broken-off'];
    const { code, shown } = await runOnTerminal(surroundings(), words, {
      question: '[y/N]',
      typed: '\u0003',
    });
    expect(shown).toContain('error: the question was not answered');
    expect(code).toBe(2);
    expect((await desk.ask('invoice', 'show', id)).json.state).toBe('ready');
  });

  test('is about those that were shown: what arrives meanwhile is left alone', async () => {
    await addBookWithCopy(desk, 'frozen');
    const shownOne = await stage(desk.ledger, 'frozen', { number: 'F-1' });
    let late = '';
    await runOnTerminal(surroundings(), ['invoice', 'hold', '--book', 'frozen'], {
      question: '[y/N]',
      typed: 'y',
      meanwhile: async () => {
        ({ id: late } = await stage(desk.ledger, 'frozen', { number: 'F-2' }));
      },
    });
    const stateOf = async (id: string) => (await desk.ask('invoice', 'show', id)).json.state;
    expect(await stateOf(shownOne.id)).toBe('held');
    expect(await stateOf(late)).toBe('ready');
  });
});

describe('the launcher', () => {
  test('runs what it is told, in any working directory', async () => {
    expect(await runProgram(surroundings(), ['--version'])).toMatchObject({ code: 0, err: '' });
  });

  test('says in one line that Node is too old', async () => {
    const pretend =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.19.0"}})';
    const { code, out, err } = await runProgram(surroundings(), ['status'], {
      node: { arguments: ['--import', pretend] },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: Staging Post needs Node 24 or newer, .*npx staging-post.*\n$/);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  const old = oldNode();
  test(
    old
      ? `says so on a Node that is too old (${old.version})`
      : 'was not tried on an older Node: there is none here',
    async () => {
      if (!old) return;
      const { code, out, err } = await runProgram(surroundings(), ['status'], {
        node: { program: old.program },
      });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toBe(
        `error: Staging Post needs Node 24 or newer, this is ${old.version}: run it as "npx staging-post" or "npm run staging-post" (npm brings the right Node along after "npm ci"), or install Node 24\n`,
      );
    },
  );

  test('says in one line that it cannot run as a dependency of something else', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-installed-'));
    try {
      const installed = path.join(folder, 'node_modules', 'staging-post');
      await cp(path.dirname(bin), path.join(installed, 'bin'), { recursive: true });
      await mkdir(path.join(installed, 'src/cli'), { recursive: true });
      await writeFile(
        path.join(installed, 'src/cli/main.ts'),
        'export const run = async (): Promise<void> => {};',
      );
      await writeFile(path.join(installed, 'package.json'), '{"type":"module"}');
      const { status, stderr } = spawnSync(process.execPath, [path.join(installed, 'bin/staging-post.js')], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: expect.stringMatching(/^error: Staging Post cannot run from within node_modules: .*\n$/),
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('ends quietly when its reader has gone', () => {
    const line = `'${process.execPath}' '${bin}' --help | true`;
    const { status, stderr } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('hands on to the demo what is meant for it', async () => {
    expect(await runProgram(surroundings(), ['demo', '--', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^npm run demo .*\n +--keep/),
      err: '',
    });
    expect((await runProgram(surroundings(), ['demo', '--no-such-thing'])).code).not.toBe(0);
  });
});

/** A Node before 24 on this machine. */
function oldNode(): { program: string; version: string } | null {
  const programs = (process.env.PATH ?? '')
    .split(path.delimiter)
    .concat('/usr/bin', '/usr/local/bin')
    .map((folder) => path.join(folder, 'node'))
    .filter((program) => existsSync(program));
  for (const program of programs) {
    const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
    if (Number(/^v(\d+)/.exec(version)?.[1] ?? 99) < 24) return { program, version };
  }
  return null;
}
