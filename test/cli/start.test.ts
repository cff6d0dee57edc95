import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { invoiceRow, stage } from '../staging/support/staged.ts';
import { eventually } from '../support/eventually.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { addBookWithCopy, inFile } from './support/office.ts';
import { runProgram, startProgram } from './support/process.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => await desk.close());

const surroundings = () => ({ folder: desk.folder, environment: desk.environment });

async function nextLine(lines: AsyncIterator<string>): Promise<unknown> {
  const { value } = await lines.next();
  return JSON.parse(String(value));
}

describe('start', () => {
  test('refuses a role that does not exist, and names those that do', async () => {
    expect(await desk.tell('start', '--roles', 'ingest,cook')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/There is no role cook; roles are ingest, parse, reconcile\./),
    });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'says when it is ready, works, and ends with 0 at %s',
    async (signal) => {
      const book = `stopped-by-${signal.toLowerCase()}`;
      const file = await addBookWithCopy(desk, book);
      const { child, lines, ended, err } = startProgram(surroundings(), ['start', '--json']);
      expect(await nextLine(lines)).toEqual({
        state: 'ready',
        pid: child.pid,
        roles: ['ingest', 'parse', 'reconcile'],
        ledger: expect.stringMatching(/^127\.0\.0\.1:\d+\/|^localhost|^\//),
        queue: 'postgres',
        books: expect.any(Number),
        mailboxes: 0,
      });
      const { id } = await stage(desk.ledger, book, { number: 'F-1' });
      await eventually(async () => expect((await invoiceRow(desk.ledger, id)).state).toBe('applied'));
      child.kill(signal);
      expect(await nextLine(lines)).toEqual({ state: 'stopped', signal });
      expect(await ended).toEqual({ code: 0, signal: null });
      expect(err()).toBe('');
      expect(inFile(file, 'select count(*) as receipts from staging_post_receipt')).toEqual([
        { receipts: 1 },
      ]);
    },
  );

  test('with only some roles does only their work', async () => {
    await addBookWithCopy(desk, 'unattended');
    const { id } = await stage(desk.ledger, 'unattended', { number: 'F-1' });
    const { child, lines, ended } = startProgram(surroundings(), ['start', '--roles', 'parse', '--json']);
    expect(await nextLine(lines)).toMatchObject({ state: 'ready', roles: ['parse'] });
    child.kill('SIGTERM');
    await ended;
    expect((await invoiceRow(desk.ledger, id)).state).toBe('ready');
  });

  test('logs to stderr, in JSON, and leaves stdout to its answer', async () => {
    const environment = { ...desk.environment, STAGING_POST_LOG_LEVEL: 'info' };
    const { child, lines, ended, err } = startProgram({ ...surroundings(), environment }, ['start']);
    await eventually(() => expect(err()).toContain('"ready"'));
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, signal: null });
    const logged = err()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 'info', msg: 'ready', time: expect.any(String) }),
    );
    expect(logged).toContainEqual(
      expect.objectContaining({ signal: 'SIGTERM', msg: expect.stringMatching(/^stopping/) }),
    );
    expect(await lines.next()).toMatchObject({ done: true });
  });

  test('brings a ledger of its owner up to date, which other commands leave to migrate', async () => {
    expect(await desk.ask('migrate')).toEqual({
      code: 0,
      json: {
        ledger: { at: expect.stringMatching(/^\d{6}_\w+\.sql$/), done: [] },
        queue: { backend: 'postgres' },
      },
      err: '',
    });
    expect((await desk.tell('migrate')).out).toMatch(
      /^The ledger was up to date \(\d{6}_\w+\.sql\)\.\nThe queue’s tables/,
    );
  });
});

test('two commands at once share one embedded ledger, which is gone when both are done, and comes back with its content', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-embedded-'));
  // The embedded server never runs as root, so its user must pass through.
  await chmod(folder, 0o711);
  const own = { folder, environment: { STAGING_POST_DIR: path.join(folder, 'data') } };
  try {
    const answers = await Promise.all(
      ['one', 'two'].map((slug) => runProgram(own, ['book', 'add', slug, '--name', slug, '--json'])),
    );
    expect(answers.map(({ code, err }) => ({ code, err }))).toEqual([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ]);
    const { code, out } = await runProgram(own, ['status', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).books.map(({ book }: { book: string }) => book)).toEqual(['one', 'two']);
    expect((await runProgram(own, ['doctor'])).out).toMatch(/\(embedded\): reachable, durable, up to date/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
