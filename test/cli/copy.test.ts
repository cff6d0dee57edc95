import { copyFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stage } from '../staging/support/staged.ts';
import { createTestDatabase, onServer, type TestDatabase } from '../support/postgres.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { addBookWithCopy, addFile, inFile, must, reconcileOnce } from './support/office.ts';
import { runProgram } from './support/process.ts';

let desk: Desk;
let server: TestDatabase;
beforeAll(async () => {
  [desk, server] = await Promise.all([openDesk(), createTestDatabase()]);
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
});
afterAll(async () => {
  await desk.close();
  await server.drop();
});

describe('copy add', () => {
  test('of an unknown book names the books that there are', async () => {
    expect(await desk.ask('copy', 'add', 'nordvyk', 'cloud', '--url', 'sqlite:x.db')).toMatchObject({
      code: 3,
      json: { error: { code: 'no_such_book', hint: 'Known books: nordvik' } },
    });
  });

  test('never creates a database file by itself', async () => {
    expect(await desk.ask('copy', 'add', 'nordvik', 'cloud', '--url', 'sqlite:nowhere.db')).toMatchObject({
      code: 6,
      json: {
        error: { code: 'copy_unreachable', hint: expect.stringContaining('never creates a database file') },
      },
    });
  });

  test('refuses an address of a kind that it does not know, and a file that is no database', async () => {
    expect(await desk.ask('copy', 'add', 'nordvik', 'cloud', '--url', 'oracle://host/db')).toMatchObject({
      code: 2,
      json: { error: { code: 'copy_kind_unknown', hint: expect.stringContaining('sqlite:/data/books.db') } },
    });
    await writeFile(path.join(desk.folder, 'letter.txt'), 'Dear accountant, '.repeat(20));
    expect(await desk.ask('copy', 'add', 'nordvik', 'cloud', '--url', 'sqlite:letter.txt')).toMatchObject({
      code: 5,
      json: { error: { code: 'not_a_database' } },
    });
    expect((await desk.ask('copy', 'list')).json).toEqual({ copies: [] });
  });

  test('refuses an address that its password makes unreadable, and does not repeat it', async () => {
    const url = 'postgres://user:hemligt/42@host/db';
    expect(await desk.ask('copy', 'add', 'nordvik', 'cloud', '--url', url)).toMatchObject({
      code: 2,
      json: { error: { code: 'copy_url_invalid', hint: expect.stringContaining('%2F') } },
    });
    const closed = 'postgres://user:hemligt@127.0.0.1:1/db';
    expect(await desk.ask('copy', 'add', 'nordvik', 'cloud', '--url', closed)).toMatchObject({
      code: 6,
      json: { error: { code: 'copy_unreachable', hint: expect.stringContaining('Is the server started') } },
    });
    expect(desk.everythingSaid()).not.toContain('hemligt');
  });

  test('creates our tables, keeps the whole path, and says how to make it authoritative', async () => {
    const file = await addFile(desk, 'cloud.db');
    const { code, out } = await desk.tell('copy', 'add', 'nordvik', 'cloud', '--url', 'sqlite:cloud.db');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'The copy "cloud" of the book "nordvik" is registered; our tables are in it.\nInvoices go to it once you say so: staging-post authority set nordvik cloud\n',
    });
    expect(inFile(file, 'select book, epoch, fenced from staging_post_copy')).toEqual([
      { book: 'nordvik', epoch: 0, fenced: 0 },
    ]);
    const { json } = await desk.ask('copy', 'list', 'nordvik');
    expect(json.copies).toEqual([
      {
        book: 'nordvik',
        copy: 'cloud',
        url: `sqlite:${file}`,
        copyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        authoritative: false,
        promise: 'whole',
        seenAt: null,
        seenHead: null,
        trouble: null,
      },
    ]);
  });

  test('refuses the same name and the same database again', async () => {
    expect(await desk.ask('copy', 'add', 'nordvik', 'cloud', '--url', 'sqlite:other.db')).toMatchObject({
      code: 4,
      json: { error: { code: 'copy_exists' } },
    });
    expect(await desk.ask('copy', 'add', 'nordvik', 'again', '--url', 'sqlite:./cloud.db')).toMatchObject({
      code: 4,
      json: {
        error: { code: 'copy_exists', message: expect.stringContaining('registered already, as "cloud"') },
      },
    });
  });

  test('takes a PostgreSQL database with its password, and never shows the password', async () => {
    const url = new URL(server.url);
    url.password ||= 'unused';
    const { code, json } = await desk.ask(
      ...['copy', 'add', 'nordvik', 'server', '--url', url.href, '--authoritative'],
    );
    const shown = url.href.replace(`:${url.password}@`, '@');
    expect({ code, json }).toEqual({
      code: 0,
      json: {
        book: 'nordvik',
        copy: 'server',
        url: shown,
        copyId: expect.any(String),
        authoritative: true,
        epoch: 1,
      },
    });
    await desk.tell('copy', 'list');
    await desk.tell('copy', 'check', 'nordvik');
    expect(desk.everythingSaid()).not.toContain(`:${url.password}@`);
    expect(desk.everythingSaid()).toContain(shown);
  });
});

describe('copy set', () => {
  test('follows a copy that was moved, and refuses a database that is not that copy', async () => {
    await must(desk, 'book', 'add', 'moved', '--name', 'Moved AB');
    const file = await addFile(desk, 'here.db');
    await must(desk, 'copy', 'add', 'moved', 'cloud', '--url', 'sqlite:here.db', '--authoritative');
    await copyFile(file, path.join(desk.folder, 'there.db'));
    await addFile(desk, 'empty.db');
    expect(await desk.ask('copy', 'set', 'moved', 'cloud', '--url', 'sqlite:empty.db')).toMatchObject({
      code: 4,
      json: {
        error: { code: 'not_this_copy', message: expect.stringContaining('holds no copy of "moved"') },
      },
    });
    expect(await desk.ask('copy', 'set', 'moved', 'cloud', '--url', 'sqlite:there.db')).toEqual({
      code: 0,
      json: { book: 'moved', copy: 'cloud', url: `sqlite:${path.join(desk.folder, 'there.db')}` },
      err: '',
    });
    await rm(file);
    expect((await desk.ask('copy', 'check', 'moved')).code).toBe(0);
    const other = await addBookWithCopy(desk, 'other');
    inFile(other, "update staging_post_copy set book = 'moved'");
    expect(await desk.ask('copy', 'set', 'moved', 'cloud', '--url', `sqlite:${other}`)).toMatchObject({
      code: 4,
      json: { error: { message: expect.stringContaining('holds another copy of "moved"') } },
    });
    expect(await desk.ask('copy', 'set', 'moved', 'laptop', '--url', 'sqlite:there.db')).toMatchObject({
      code: 3,
    });
  });

  test('takes the password from stdin, whatever signs are in it', async () => {
    const url = new URL(server.url);
    const role = 'books';
    await onServer((client) => client.query(`create role ${role} login superuser password '50%25 / ?#@:'`));
    try {
      url.username = role;
      url.password = '';
      const words = ['copy', 'set', 'nordvik', 'server', '--url', url.href, '--password-stdin', '--json'];
      const surroundings = { folder: desk.folder, environment: desk.environment };
      const { code, out } = await runProgram(surroundings, words, { stdin: '50%25 / ?#@:\n' });
      expect({ code, json: JSON.parse(out) }).toEqual({
        code: 0,
        json: { book: 'nordvik', copy: 'server', url: url.href },
      });
      expect((await desk.ask('copy', 'check', 'nordvik', 'server')).code).toBe(0);
    } finally {
      await onServer((client) => client.query(`drop role ${role}`));
    }
  });

  test('stores a changed password sealed, and shows it nowhere', async () => {
    const url = new URL(server.url);
    url.password ||= 'unused';
    expect((await desk.ask('copy', 'set', 'nordvik', 'server', '--url', url.href)).code).toBe(0);
    const row = await desk.ledger.db
      .selectFrom('copy')
      .selectAll()
      .where('name', '=', 'server')
      .executeTakeFirstOrThrow();
    expect(row.url_sealed).toMatch(/^v1\./);
    expect(desk.everythingSaid() + JSON.stringify(row)).not.toContain(`:${url.password}@`);
  });
});

describe('authority', () => {
  test('show tells of every book which copy it is, at which epoch, and who said so', async () => {
    await must(desk, 'book', 'add', 'waiting', '--name', 'Waiting AB');
    const { json } = await desk.ask('authority', 'show');
    const ours = json.authorities.filter(({ book }: { book: string }) =>
      ['nordvik', 'waiting'].includes(book),
    );
    expect(ours).toEqual([
      {
        book: 'nordvik',
        copy: 'server',
        away: null,
        epoch: 1,
        head: expect.stringMatching(/^[0-9a-f]{64}$/),
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        actor: expect.stringMatching(/^cli:/),
      },
      expect.objectContaining({ book: 'waiting', copy: null, epoch: 0 }),
    ]);
    expect((await desk.tell('authority', 'show', 'waiting')).out).toMatch(/waiting +none: invoices wait +0/);
  });

  test('set asks which copy where there are several, and says how to get one where there is none', async () => {
    expect(await desk.ask('authority', 'set', 'nordvik')).toMatchObject({
      code: 2,
      json: { error: { code: 'copy_not_named', hint: 'Its copies: cloud, server' } },
    });
    expect(await desk.ask('authority', 'set', 'waiting')).toMatchObject({
      code: 2,
      json: { error: { code: 'copy_not_named', hint: expect.stringContaining('copy add waiting') } },
    });
    expect(await desk.ask('authority', 'set', 'nordvik', 'laptop')).toMatchObject({
      code: 3,
      json: { error: { code: 'no_such_copy', hint: 'Its copies: cloud, server' } },
    });
  });

  test('set fences the copy before, and notes the reason', async () => {
    const words = ['authority', 'set', 'nordvik', 'cloud', '--reason', 'the server is sold'];
    expect(await desk.ask(...words)).toMatchObject({
      code: 0,
      json: { book: 'nordvik', copy: 'cloud', epoch: 2, before: 'server', fenced: true },
    });
    const event = await desk.ledger.db
      .selectFrom('event')
      .selectAll()
      .where('book', '=', 'nordvik')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({ reason: 'the server is sold', actor: expect.stringMatching(/^cli:/) });
    const { out } = await desk.tell('copy', 'check', 'nordvik', 'server');
    expect(out).toContain('1, fenced');
  });

  test('set refuses to leave a copy unfenced that cannot be reached, unless it is told to', async () => {
    const file = await addBookWithCopy(desk, 'sold');
    await addFile(desk, 'next.db');
    await must(desk, 'copy', 'add', 'sold', 'next', '--url', 'sqlite:next.db');
    await rm(file);
    expect(await desk.ask('authority', 'set', 'sold', 'next')).toMatchObject({
      code: 4,
      json: { error: { code: 'cannot_fence', hint: expect.stringContaining('--force') } },
    });
    const { code, out } = await desk.tell('authority', 'set', 'sold', 'next', '--force');
    expect(code).toBe(0);
    expect(out).toContain('"cloud" could not be fenced');
  });
});

describe('copy check and audit', () => {
  let file: string;
  beforeAll(async () => {
    file = await addBookWithCopy(desk, 'kvist');
    for (const number of ['K-1', 'K-2']) await stage(desk.ledger, 'kvist', { number });
    await reconcileOnce(desk, 'kvist');
  });

  test('are content with a copy that is as it should be', async () => {
    const { code, json } = await desk.ask('copy', 'check', 'kvist');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      book: 'kvist',
      copies: [
        {
          book: 'kvist',
          name: 'cloud',
          kind: 'sqlite',
          url: `sqlite:${file}`,
          isAuthoritative: true,
          identity: { epoch: 1, fenced: false, receiptCount: 2 },
          isAtTip: true,
          facts: expect.any(Object),
          problems: [],
        },
      ],
    });
    expect((await desk.tell('copy', 'check', 'kvist', 'cloud')).out).toMatch(
      /as expected[\s\S]*In order\.\n$/,
    );
    expect(await desk.ask('audit', 'kvist')).toMatchObject({
      code: 0,
      json: { book: 'kvist', copy: 'cloud', verdict: 'in_order', receipts: 2, missing: [], remarks: [] },
    });
    expect((await desk.tell('audit', 'kvist')).out).toContain('every receipt that should be there is there');
  });

  test('a row that a person deleted is told, and is no fault', async () => {
    inFile(file, "delete from supplier_invoice where invoice_number = 'K-1'");
    const { code, json } = await desk.ask('audit', 'kvist');
    expect({ code, verdict: json.verdict, deleted: json.deleted.length }).toEqual({
      code: 0,
      verdict: 'in_order',
      deleted: 1,
    });
    expect((await desk.tell('audit', 'kvist')).out).toMatch(/deleted by people +1 invoice: i[0-9a-f]{11}\n/);
  });

  test('a receipt that somebody took away is found, and its invoice made ready again', async () => {
    inFile(
      file,
      'delete from staging_post_receipt where invoice_id in (select invoice_id from staging_post_receipt limit 1)',
    );
    const { code, json } = await desk.ask('audit', 'kvist');
    expect({ code, verdict: json.verdict, missing: json.missing.length }).toEqual({
      code: 5,
      verdict: 'attention',
      missing: 1,
    });
  });

  test('an overwritten copy wants attention until the worker has seen it', async () => {
    const before = path.join(desk.folder, 'before.db');
    await copyFile(file, before);
    await stage(desk.ledger, 'kvist', { number: 'K-3' });
    await reconcileOnce(desk, 'kvist');
    await copyFile(before, file);
    expect(await desk.ask('copy', 'check', 'kvist')).toMatchObject({
      code: 5,
      json: { copies: [{ isAtTip: false, problems: [{ code: 'overwritten' }] }] },
    });
    const { code, out } = await desk.tell('copy', 'check', 'kvist');
    expect(code).toBe(5);
    expect(out).toMatch(/not at the tip[\s\S]*its history was replaced[\s\S]*1 copy wants attention\.\n$/);
    await reconcileOnce(desk, 'kvist');
    expect((await desk.ask('copy', 'check', 'kvist')).code).toBe(0);
  });

  test('another copy put in its place wants a person', async () => {
    const other = await addBookWithCopy(desk, 'annan');
    inFile(other, "update staging_post_copy set book = 'kvist'");
    await copyFile(other, file);
    await reconcileOnce(desk, 'kvist');
    expect((await desk.ask('copy', 'check', 'kvist')).code).toBe(5);
    expect((await desk.ask('audit', 'kvist')).code).toBe(5);
  });

  test('a file that is gone cannot be reached: audit ends with 6, copy check tells it as a finding', async () => {
    await rm(file);
    expect(await desk.ask('audit', 'kvist')).toMatchObject({
      code: 6,
      json: { error: { code: 'copy_unreachable' } },
    });
    expect(await desk.ask('copy', 'check', 'kvist')).toMatchObject({
      code: 5,
      json: { copies: [{ problems: [{ code: 'copy_unreachable' }] }] },
    });
  });

  test('a book without a copy says so', async () => {
    expect(await desk.ask('audit', 'waiting')).toMatchObject({
      code: 4,
      json: { error: { hint: expect.stringContaining('authority set waiting') } },
    });
    expect((await desk.tell('copy', 'check', 'waiting')).out).toContain('has no copy. Add one with');
    expect(await desk.ask('copy', 'check', 'kvist', 'laptop')).toMatchObject({ code: 3 });
  });
});
