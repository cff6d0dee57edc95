import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findDelivery, settleDelivery } from '../../src/staging/mail/deliveries.ts';
import { addMailbox } from '../../src/staging/mail/mailboxes.ts';
import { recordStored } from '../../src/staging/mail/sightings.ts';
import { type Described, receive, stage } from '../staging/support/staged.ts';
import { findRedisServer, startRedis } from '../support/redis.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { addBookWithCopy, must, reconcileOnce } from './support/office.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => await desk.close());

async function messagesOf(verdict: string): Promise<string[]> {
  const { json } = await desk.ask('doctor');
  return json.findings
    .filter((finding: { verdict: string }) => finding.verdict === verdict)
    .map((finding: { what: string; message: string }) => `${finding.what}: ${finding.message}`);
}

const mailbox = 'fakturor';
let uid = 0;

/** Every mail was seen somewhere: so the sum of the mails closes. */
async function seen(delivery: string): Promise<string> {
  const place = { mailbox, folder: 'INBOX', uidValidity: '1' };
  uid += 1;
  await recordStored(desk.ledger.db, place, uid, {
    delivery,
    announcedBytes: 1,
    internalDate: null,
    toAcknowledge: false,
  });
  return delivery;
}

const stageSeen = async (described: Described) =>
  await stage(desk.ledger, 'nordvik', described, await seen((await receive(desk.ledger, 'nordvik')).id));

describe('where nothing is yet', () => {
  test('status says so and how to begin, and nothing wants a person', async () => {
    expect(await desk.tell('status')).toEqual({
      code: 0,
      out: 'No book yet. Add one with: staging-post book add <slug> --name "…"\n\nMails\n0 seen = 0: the sum closes\n\nNothing wants a person.\n',
      err: '',
    });
    expect((await desk.ask('status')).json).toMatchObject({
      books: [],
      mailboxes: [],
      unrouted: 0,
      attention: [],
    });
    expect(await desk.ask('status', 'nordvik')).toMatchObject({
      code: 3,
      json: { error: { code: 'no_such_book' } },
    });
  });

  test('doctor finds ledger and queue good, and advises to add the rest', async () => {
    const { code, json } = await desk.ask('doctor');
    expect(code).toBe(0);
    expect(json).toEqual({
      ok: true,
      findings: [
        {
          what: 'ledger',
          verdict: 'good',
          message: expect.stringMatching(/reachable, durable, up to date$/),
          hint: null,
        },
        { what: 'queue', verdict: 'good', message: 'in the ledger’s database: reachable', hint: null },
        {
          what: 'books',
          verdict: 'advice',
          message: 'there is no book yet',
          hint: expect.stringContaining('book add'),
        },
        {
          what: 'mailboxes',
          verdict: 'advice',
          message: 'there is no mailbox yet',
          hint: expect.stringContaining('mailbox add'),
        },
      ],
    });
    const { out } = await desk.tell('doctor');
    expect(out).toMatch(
      /^✓ ledger: [\s\S]*! books: there is no book yet\n {2}Add one: [\s\S]*All is well\.\n$/,
    );
  });
});

describe('status', () => {
  test('counts invoices, mails and what wants a person, of one book or of all', async () => {
    await addBookWithCopy(desk, 'nordvik');
    await must(desk, 'book', 'add', 'acme', '--name', 'Acme AB');
    const { ledger } = desk;
    const password = { env: 'STAGING_POST_PASSWORD_X' };
    const url = 'imap://faktura@127.0.0.1:1/INBOX';
    await addMailbox(ledger, ledger.db, { name: mailbox, book: 'nordvik', url, password }, 'test');
    const { delivery } = await stageSeen({ number: 'F-1' });
    await stageSeen({ state: 'needs_review', reasons: [{ code: 'luhn', message: 'no' }] });
    await seen((await receive(ledger, null)).id);
    await ledger.transaction(async (tx) =>
      settleDelivery(
        tx,
        await findDelivery(tx.db, delivery),
        { disposition: 'invoice', reasons: [] },
        'test',
      ),
    );
    await reconcileOnce(desk, 'nordvik');

    const { json } = await desk.ask('status');
    expect(json.books.map(({ book }: { book: string }) => book)).toEqual(['acme', 'nordvik']);
    expect(json.books[1]).toMatchObject({
      book: 'nordvik',
      name: 'nordvik AB',
      authority: { copy: 'cloud', epoch: 1, auditedAt: null },
      isAtTip: true,
      copies: [{ name: 'cloud', kind: 'sqlite', isAuthoritative: true, trouble: null }],
      invoices: { ready: 0, applied: 1, needs_review: 1, held: 0 },
      deliveries: { invoice: 1, not_invoice: 0, needs_review: 0, unread: 1 },
      heals: [],
    });
    expect(json.attention.map(({ code, book }: { code: string; book: string }) => [code, book])).toEqual([
      ['no_authority', 'acme'],
      ['invoices_needs_review', 'nordvik'],
      ['mailbox_never_swept', 'nordvik'],
      ['unrouted_mail', null],
    ]);

    const { out } = await desk.tell('status', 'nordvik');
    expect(out).toMatch(/^nordvik · nordvik AB\nauthoritative copy +cloud \(epoch 1, since /);
    expect(out).toMatch(/invoices +1 needs_review, 1 applied\n/);
    expect(out).toContain('• nordvik: 1 invoice read, but not certain');
    expect(out).not.toContain('acme');
    expect((await desk.tell('status')).out).toContain('none: invoices wait');
  });

  test('tells of an overwrite what was lost and what is back', async () => {
    const file = path.join(desk.folder, 'cloud-nordvik.db');
    const before = path.join(desk.folder, 'before.db');
    await copyFile(file, before);
    await stageSeen({ number: 'F-2' });
    await reconcileOnce(desk, 'nordvik');
    await copyFile(before, file);
    await reconcileOnce(desk, 'nordvik');
    const { json } = await desk.ask('status', 'nordvik');
    expect(json.books[0].heals).toEqual([
      expect.objectContaining({ copy: 'cloud', lost: 1, healed: 1, healedAt: expect.any(String) }),
    ]);
    expect((await desk.tell('status', 'nordvik')).out).toMatch(
      /cloud was overwritten, seen .*Z: 1 invoice lost, 1 back by .*Z\n/,
    );
  });

  test('tells why the copy cannot be written to, and which command looks closer', async () => {
    await rm(path.join(desk.folder, 'cloud-nordvik.db'));
    await reconcileOnce(desk, 'nordvik').catch(() => undefined);
    const { json } = await desk.ask('status', 'nordvik');
    expect(json.books[0].copies[0].trouble).toMatchObject({
      code: 'copy_unreachable',
      since: expect.any(String),
    });
    expect(json.attention[0]).toMatchObject({ code: 'copy_unreachable', book: 'nordvik' });
    await copyFile(path.join(desk.folder, 'before.db'), path.join(desk.folder, 'cloud-nordvik.db'));
    await reconcileOnce(desk, 'nordvik');
    expect((await desk.ask('status', 'nordvik')).json.books[0].copies[0].trouble).toBeNull();
  });

  test('shows a mailbox that nobody sweeps, and the sum of the mails', async () => {
    const { out } = await desk.tell('status');
    expect(out).toMatch(/Mailboxes\nmailbox +book[\s\S]*fakturor +nordvik +never +4 +0 +0 +–\n/);
    expect(out).toMatch(/4 seen = 1 with invoices \+ 1 for a person \+ 2 to be read: the sum closes/);
    expect(out).toContain(
      '• mailbox fakturor: was never looked through\n  Is a worker running? Start one: staging-post start',
    );
  });
});

describe('doctor', () => {
  test('finds what is in order, and what is not with what to mend, and ends with 5', async () => {
    const { code, json } = await desk.ask('doctor');
    expect({ code, ok: json.ok }).toEqual({ code: 5, ok: false });
    expect(await messagesOf('bad')).toEqual([
      'mailbox fakturor: mailbox fakturor: the environment variable STAGING_POST_PASSWORD_X is not set',
      'book acme: no copy is authoritative: its invoices wait',
    ]);
    expect(await messagesOf('good')).toContainEqual(
      expect.stringMatching(/^copy nordvik\/cloud: sqlite:.*: in order$/),
    );
    const { out } = await desk.tell('doctor');
    expect(out).toMatch(/✗ book acme: [\s\S]*copy add acme <name>[\s\S]*2 things are to be mended\.\n$/);
  });

  test('sees a mailbox that cannot be reached', async () => {
    desk.environment.STAGING_POST_PASSWORD_X = 'hemligt';
    expect((await messagesOf('bad'))[0]).toMatch(/^mailbox fakturor: mailbox fakturor: .*ECONNREFUSED/);
    expect(desk.everythingSaid()).not.toContain('hemligt');
  });

  test('sees a copy that cannot be reached; another copy than the authoritative one is only advice', async () => {
    await must(desk, 'authority', 'set', 'nordvik', 'cloud');
    const other = path.join(desk.folder, 'laptop.db');
    await copyFile(path.join(desk.folder, 'before.db'), other);
    await must(desk, 'copy', 'add', 'nordvik', 'laptop', '--url', 'sqlite:laptop.db');
    await rm(other);
    expect(await messagesOf('advice')).toContainEqual(
      expect.stringMatching(/^copy nordvik\/laptop: the database file .* is not there/),
    );
    await rm(path.join(desk.folder, 'cloud-nordvik.db'));
    expect(await messagesOf('bad')).toContainEqual(
      expect.stringMatching(/^copy nordvik\/cloud: the database file .* is not there/),
    );
  });

  test('sees a ledger that cannot be reached, one that is not durable, and one that is not migrated', async () => {
    const { LEDGER_URL = '' } = desk.environment;
    const look = async (url: string) => {
      desk.environment.LEDGER_URL = url;
      const { code, json } = await desk.ask('doctor').finally(() => {
        desk.environment.LEDGER_URL = LEDGER_URL;
      });
      expect({ code, ok: json.ok }).toEqual({ code: 5, ok: false });
      return json.findings;
    };
    expect(await look('postgres://nobody:hemligt@127.0.0.1:1/ledger')).toEqual([
      {
        what: 'ledger',
        verdict: 'bad',
        message: expect.stringMatching(/^the ledger at 127\.0\.0\.1:1\/ledger cannot be reached/),
        hint: 'Is the server started, and the port right?',
      },
    ]);
    expect(desk.everythingSaid()).not.toContain('hemligt');
    const slack = `${LEDGER_URL}?options=${encodeURIComponent('-c synchronous_commit=off')}`;
    expect(await look(slack)).toEqual([
      expect.objectContaining({
        what: 'ledger',
        hint: 'Take synchronous_commit out of LEDGER_URL and PGOPTIONS.',
      }),
    ]);
    const name = new URL(LEDGER_URL).pathname.slice(1);
    const empty = LEDGER_URL.replace(name, 'postgres');
    expect(await look(empty)).toEqual([expect.objectContaining({ hint: 'Run: staging-post migrate' })]);
  });

  test('sees a Redis that cannot be reached, and finds one good that can', async () => {
    const program = findRedisServer();
    if (program === null)
      return console.warn('redis-server is not installed; doctor was not tried with one.');
    const redis = await startRedis(program);
    desk.environment.QUEUE_URL = redis.url;
    try {
      const { json } = await desk.ask('doctor');
      const queue = json.findings.filter(({ what }: { what: string }) => what === 'queue');
      expect(queue.map(({ verdict }: { verdict: string }) => verdict)).not.toContain('bad');
      await redis.kill();
      const { code, json: later } = await desk.ask('doctor');
      expect(code).toBe(5);
      expect(later.findings).toContainEqual(
        expect.objectContaining({
          verdict: 'bad',
          message: expect.stringMatching(
            /^the Redis of QUEUE_URL cannot be reached: .*(ECONNREFUSED|Connection is closed)/,
          ),
          hint: expect.stringContaining('QUEUE_URL'),
        }),
      );
    } finally {
      delete desk.environment.QUEUE_URL;
      await redis.remove();
    }
  });
});
