import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Dovecot, startDovecot } from '../../demo/mail-server/dovecot.ts';
import {
  completeSweep,
  findMailbox,
  passwordOfMailbox,
  recordTrouble,
} from '../../src/staging/mail/mailboxes.ts';
import { describeWithDovecot, mail } from '../support/dovecot.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { must } from './support/office.ts';
import { runOnTerminal, runProgram, whyNoTerminal } from './support/process.ts';

const variable = 'STAGING_POST_PASSWORD_FAKTUROR';
const secret = 'hemligt-lösenord-42';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
});
afterAll(async () => await desk.close());

/** Nobody listens on this port. */
const nowhere = 'imap://faktura@127.0.0.1:1/INBOX';

describe('mailbox add, before anything is tried', () => {
  test.each([
    ['faktura@mail.nordvik.example', /is not an address/],
    ['pop3://faktura@mail.nordvik.example/INBOX', /pop3:\/\/ is not a way to read mail/],
    ['imaps://mail.nordvik.example/INBOX', /names no user/],
  ])('refuses the address %s and shows how one is written', async (url, message) => {
    expect(await desk.ask('mailbox', 'add', 'x', '--url', url, '--book', 'nordvik')).toMatchObject({
      code: 2,
      json: {
        error: {
          code: 'mailbox_url_invalid',
          message: expect.stringMatching(message),
          hint: expect.stringContaining('imaps://user@host/INBOX'),
        },
      },
    });
  });

  test('refuses a password in the address, without repeating it', async () => {
    const url = `imaps://faktura:${secret}@mail.nordvik.example/INBOX`;
    expect(await desk.ask('mailbox', 'add', 'x', '--url', url, '--book', 'nordvik')).toMatchObject({
      code: 2,
      json: { error: { code: 'mailbox_url_invalid', hint: expect.stringContaining('--password-env') } },
    });
    await desk.tell('mailbox', 'add', 'x', '--url', `faktura:${secret}@mail`, '--book', 'nordvik');
    expect(desk.everythingSaid()).not.toContain(secret);
  });

  test('refuses an unknown book, an unknown way to acknowledge, and a missing password', async () => {
    const words = ['mailbox', 'add', 'x', '--url', nowhere];
    expect(await desk.ask(...words, '--book', 'nordvyk')).toMatchObject({
      code: 3,
      json: { error: { hint: 'Known books: nordvik' } },
    });
    expect(await desk.ask(...words, '--after', 'burn')).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringContaining('keep, seen and move:<folder>') } },
    });
    const surroundings = { folder: desk.folder, environment: desk.environment };
    const { code, err } = await runProgram(surroundings, [...words, '--book', 'nordvik']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /no password for the mailbox "x" was given\nhint: .*--password-env VAR.*--password-stdin/,
    );
  });

  test('says which variable is missing, and stores nothing when the trial fails', async () => {
    const words = ['mailbox', 'add', 'x', '--url', nowhere, '--book', 'nordvik', '--password-env', variable];
    expect(await desk.ask(...words)).toMatchObject({
      code: 1,
      json: {
        error: {
          code: 'mailbox_password_missing',
          message: expect.stringContaining(`${variable} is not set`),
        },
      },
    });
    desk.environment[variable] = secret;
    expect(await desk.ask(...words)).toMatchObject({
      code: 6,
      json: {
        error: { code: 'mailbox_unreachable', hint: expect.stringMatching(/Nothing was stored; .* --force/) },
      },
    });
    expect((await desk.ask('mailbox', 'list')).json).toEqual({ mailboxes: [] });
  });

  test('stores it all the same with --force, or untried with --no-test', async () => {
    const words = ['--url', nowhere, '--password-env', variable];
    const { code, out } = await desk.tell('mailbox', 'add', 'forced', ...words, '--force');
    expect(code).toBe(0);
    expect(out).toMatch(/is stored, although it does not work yet: mailbox forced: /);
    expect(await desk.ask('mailbox', 'add', 'untried', ...words, '--no-test')).toMatchObject({
      code: 0,
      json: { test: null, book: null, after: 'keep' },
    });
    expect(await desk.ask('mailbox', 'add', 'untried', ...words, '--no-test')).toMatchObject({
      code: 4,
      json: { error: { code: 'mailbox_exists' } },
    });
    expect(await desk.ask('mailbox', 'add', 'Fakturor!', ...words, '--no-test')).toMatchObject({ code: 2 });
    expect(await desk.ask('mailbox', 'show', 'fakturor')).toMatchObject({
      code: 3,
      json: { error: { hint: 'Known mailboxes: forced, untried' } },
    });
  });

  test('list and show tell when each was swept last, and what troubles it', async () => {
    await completeSweep(desk.ledger.db, { mailbox: 'untried', folder: 'INBOX', uidValidity: '7' }, 12);
    await recordTrouble(desk.ledger.db, 'forced', 'mailbox_unreachable', 'nobody answers');
    const { json } = await desk.ask('mailbox', 'list');
    expect(json.mailboxes).toEqual([
      {
        mailbox: 'forced',
        book: null,
        url: nowhere,
        after: 'keep',
        lastSweepSecondsAgo: null,
        lastError: 'nobody answers',
        mails: { stored: 0, acknowledged: 0, failing: 0, quarantined: 0, vanished: 0 },
      },
      expect.objectContaining({
        mailbox: 'untried',
        lastSweepSecondsAgo: expect.any(Number),
        lastError: null,
      }),
    ]);
    const { out } = await desk.tell('mailbox', 'show', 'forced');
    expect(out).toMatch(/forced +by recipient .* keep +never +nobody answers\n\nMails with trouble\nnone\n$/);
    expect(out).not.toContain('untried');
  });
});

describeWithDovecot('mailboxes of a real server', () => {
  let dovecot: Dovecot;
  let address: string[];
  beforeAll(async () => {
    dovecot = await startDovecot({ users: ['faktura'] });
    await dovecot.deliver('faktura', mail({}));
    desk.environment[variable] = dovecot.password('faktura');
    const certificate = dovecot.caFile === null ? [] : ['--ca-file', dovecot.caFile];
    address = ['--url', dovecot.url('faktura'), '--book', 'nordvik', ...certificate];
  });
  afterAll(async () => await dovecot.stop());

  const storedPassword = async (name: string) =>
    passwordOfMailbox(desk.ledger, await findMailbox(desk.ledger.db, name), desk.environment);

  test('are tried before they are stored, and what was found is told', async () => {
    const words = ['mailbox', 'add', 'fakturor', ...address, '--password-env', variable, '--after', 'seen'];
    expect(await desk.ask(...words)).toEqual({
      code: 0,
      json: {
        mailbox: 'fakturor',
        book: 'nordvik',
        url: dovecot.url('faktura'),
        after: 'seen',
        passwordFrom: `environment:${variable}`,
        test: { ok: true, messages: 1, error: null },
      },
      err: '',
    });
  });

  test('are found good by doctor, with how many mails lie in them', async () => {
    const { json } = await desk.ask('doctor');
    expect(json.findings).toContainEqual({
      what: 'mailbox fakturor',
      verdict: 'good',
      message: `${dovecot.url('faktura')}: 1 mail lies in it`,
      hint: null,
    });
  });

  test('with a wrong password, or a folder that is not there, are not stored', async () => {
    desk.environment.STAGING_POST_PASSWORD_WRONG = secret;
    const wrong = ['mailbox', 'add', 'other', ...address, '--password-env', 'STAGING_POST_PASSWORD_WRONG'];
    expect(await desk.ask(...wrong)).toMatchObject({
      code: 6,
      json: {
        error: { code: 'mailbox_login_refused', hint: expect.stringContaining('user and the password') },
      },
    });
    const move = ['mailbox', 'add', 'other', ...address, '--password-env', variable, '--after', 'move:Lästa'];
    expect(await desk.ask(...move)).toMatchObject({
      code: 1,
      json: {
        error: { code: 'mailbox_cannot_acknowledge', hint: expect.stringContaining('Create the folder') },
      },
    });
  });

  test('take their password from stdin, and keep it sealed', async () => {
    const surroundings = { folder: desk.folder, environment: desk.environment };
    const words = ['mailbox', 'add', 'piped', ...address, '--password-stdin', '--json'];
    const { code, out, err } = await runProgram(surroundings, words, {
      stdin: `${dovecot.password('faktura')}\n`,
    });
    expect({ code, err, from: JSON.parse(out).passwordFrom }).toEqual({ code: 0, err: '', from: 'ledger' });
    expect(await storedPassword('piped')).toBe(dovecot.password('faktura'));
    const row = JSON.stringify(await findMailbox(desk.ledger.db, 'piped'));
    expect(row + out).not.toContain(dovecot.password('faktura'));
  });

  test('ask for it at a terminal, without echo', async () => {
    const missing = whyNoTerminal();
    if (missing) return console.warn(missing);
    const surroundings = { folder: desk.folder, environment: desk.environment };
    const { code, shown } = await runOnTerminal(surroundings, ['mailbox', 'add', 'typed', ...address], {
      question: 'Password of typed',
      typed: dovecot.password('faktura'),
    });
    expect(shown).toContain('The mailbox "typed" is there: 1 mail lies in it.');
    expect(code).toBe(0);
    expect(shown).not.toContain(dovecot.password('faktura'));
    expect(await storedPassword('typed')).toBe(dovecot.password('faktura'));
  });

  test('get another password, or another way to acknowledge, once that was tried', async () => {
    const surroundings = { folder: desk.folder, environment: desk.environment };
    const words = ['mailbox', 'set', 'typed', '--password-stdin', '--json'];
    const refused = await runProgram(surroundings, words, { stdin: secret });
    expect(refused).toMatchObject({ code: 6, out: expect.stringContaining('mailbox_login_refused') });
    expect(await storedPassword('typed')).toBe(dovecot.password('faktura'));
    expect(await desk.ask('mailbox', 'set', 'typed', '--password-env', variable)).toEqual({
      code: 0,
      json: {
        mailbox: 'typed',
        changed: { passwordFrom: `environment:${variable}` },
        test: { ok: true, messages: 1, error: null },
      },
      err: '',
    });
    expect(await desk.ask('mailbox', 'set', 'typed', '--after', 'move:Lästa')).toMatchObject({ code: 1 });
    expect(await desk.ask('mailbox', 'set', 'typed', '--after', 'seen')).toMatchObject({
      code: 0,
      json: { changed: { afterStored: 'seen' } },
    });
    expect(await findMailbox(desk.ledger.db, 'typed')).toMatchObject({
      after_stored: 'seen',
      password_env: variable,
      password_sealed: null,
    });
    expect(await desk.ask('mailbox', 'set', 'nobody', '--after', 'seen')).toMatchObject({ code: 3 });
  });

  test('never have their password shown by any command', async () => {
    const commands = [
      ['mailbox', 'list'],
      ['mailbox', 'show', 'fakturor'],
      ['doctor'],
      ['status'],
      ['delivery', 'list'],
    ];
    for (const words of commands) {
      await desk.tell(...words);
      await desk.ask(...words);
    }
    const said = desk.everythingSaid();
    expect(said).not.toContain(dovecot.password('faktura'));
    expect(said).not.toContain(secret);
    const stored = JSON.stringify([
      await desk.ledger.db.selectFrom('event').selectAll().execute(),
      await desk.ledger.db.selectFrom('mailbox').selectAll().execute(),
    ]);
    expect(stored).not.toContain(dovecot.password('faktura'));
  });
});
