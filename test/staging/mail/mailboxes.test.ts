import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventsOf } from '../../../src/staging/events.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import {
  addMailbox,
  completeSweep,
  findMailbox,
  listMailboxes,
  mailboxHealth,
  type NewMailbox,
  passwordOfMailbox,
  recordRenumbering,
  recordTrouble,
} from '../../../src/staging/mail/mailboxes.ts';
import { createCipher } from '../../../src/staging/secrets.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, addTestMailbox, typesOfEvents, unique } from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());

const add = async (changes: Partial<NewMailbox> = {}) => {
  const mailbox: NewMailbox = {
    name: unique('mailbox'),
    book: null,
    url: 'imaps://faktura@mail.nordvik.example/INBOX',
    password: { plain: 'hunter2' },
    ...changes,
  };
  await addMailbox(ledger, ledger.db, mailbox, 'cli:anna');
  return await findMailbox(ledger.db, mailbox.name);
};

describe('adding', () => {
  test('writes it down with an event, and it is found and listed', async () => {
    const book = await addTestBook(ledger);
    const mailbox = await add({ book, afterStored: 'move:Arkiv', caFile: '/etc/ca.pem' });
    expect(mailbox).toMatchObject({
      book,
      after_stored: 'move:Arkiv',
      ca_file: '/etc/ca.pem',
      last_sweep_at: null,
    });
    expect(await listMailboxes(ledger.db)).toContainEqual(mailbox);
    expect(await typesOfEvents(ledger, mailbox.name)).toEqual(['mailbox:added']);
  });

  test.each([
    ['a name that is none', { name: 'In Box' }, 'bad_mailbox_name'],
    ['a book that does not exist', { book: 'nowhere' }, 'no_such_book'],
  ])('%s is refused', async (_, changes, code) => {
    await expect(add(changes)).rejects.toMatchObject({ code });
  });

  test('the same name twice is refused, and the first one stays as it is', async () => {
    const mailbox = await add();
    await expect(add({ name: mailbox.name, url: 'imaps://x@y.example' })).rejects.toMatchObject({
      code: 'mailbox_exists',
    });
    expect(await findMailbox(ledger.db, mailbox.name)).toEqual(mailbox);
  });

  test('what may happen to stored mail is one of three things, also for the database', async () => {
    await expect(add({ afterStored: 'delete' })).rejects.toMatchObject({
      constraint: 'mailbox_after_stored_check',
    });
  });

  test('one that is not there is told as such', async () => {
    await expect(findMailbox(ledger.db, 'nowhere')).rejects.toMatchObject({
      code: 'no_such_mailbox',
      kind: 'notFound',
    });
  });
});

describe('the password', () => {
  test('is nowhere in the ledger as it was typed, and comes back with the key', async () => {
    const mailbox = await add();
    const events = await eventsOf(ledger.db, mailbox.name);
    expect(JSON.stringify([mailbox, events])).not.toContain('hunter2');
    expect(passwordOfMailbox(ledger, mailbox)).toBe('hunter2');
  });

  test('does not come back with another key, nor when it was moved to another mailbox', async () => {
    const mailbox = await add();
    const stranger = { cipher: createCipher(Buffer.alloc(32, 7)) };
    expect(() => passwordOfMailbox(stranger, mailbox)).toThrow(
      expect.objectContaining({ code: 'secret_unreadable' }),
    );
    expect(() => passwordOfMailbox(ledger, { ...mailbox, name: 'other' })).toThrow(
      expect.objectContaining({ code: 'secret_unreadable' }),
    );
  });

  test('may stand in the environment, and is told to be missing by the variable’s name', async () => {
    const mailbox = await add({ password: { env: 'STAGING_POST_PASSWORD_X' } });
    expect(mailbox.password_sealed).toBeNull();
    expect(passwordOfMailbox(ledger, mailbox, { STAGING_POST_PASSWORD_X: 'open' })).toBe('open');
    expect(() => passwordOfMailbox(ledger, mailbox, {})).toThrow(/STAGING_POST_PASSWORD_X is not set/);
  });

  test('stands in one place only, also for the database', async () => {
    const { name } = await add();
    const both = ledger.db
      .updateTable('mailbox')
      .set({ password_env: 'X' })
      .where('name', '=', name)
      .execute();
    await expect(both).rejects.toThrow(/check constraint/);
  });
});

describe('its health', () => {
  const healthOf = async (name: string) =>
    (await mailboxHealth(ledger.db)).find((health) => health.name === name);

  test('a mailbox never swept says so; a completed sweep is the one sign of life', async () => {
    const place = await addTestMailbox(ledger, null);
    expect(await healthOf(place.mailbox)).toEqual({
      name: place.mailbox,
      sweptSecondsAgo: null,
      lastError: null,
      mails: { stored: 0, acknowledged: 0, failing: 0, quarantined: 0, vanished: 0 },
    });
    await completeSweep(ledger.db, place, 18);
    expect((await healthOf(place.mailbox))?.sweptSecondsAgo).toBeGreaterThanOrEqual(0);
    expect(await findMailbox(ledger.db, place.mailbox)).toMatchObject({ uid_validity: '1', uid_next: 18 });
  });

  test('trouble is shown until a sweep is through, and is an event once, not at every attempt', async () => {
    const place = await addTestMailbox(ledger, null);
    await completeSweep(ledger.db, place, 2);
    const { last_sweep_at: swept } = await findMailbox(ledger.db, place.mailbox);
    for (const error of ['no route', 'no route', 'timed out']) {
      await recordTrouble(ledger.db, place.mailbox, 'mailbox_unreachable', error);
    }
    expect((await healthOf(place.mailbox))?.lastError).toBe('timed out');
    expect((await findMailbox(ledger.db, place.mailbox)).last_sweep_at).toEqual(swept);
    const events = await eventsOf(ledger.db, place.mailbox);
    expect(events.slice(1)).toMatchObject([
      { type: 'mailbox:troubled', reason: 'no route', data: { code: 'mailbox_unreachable' } },
    ]);
    await completeSweep(ledger.db, place, 2);
    expect((await healthOf(place.mailbox))?.lastError).toBeNull();
    await recordTrouble(ledger.db, place.mailbox, 'mailbox_unreachable', 'no route');
    expect(await typesOfEvents(ledger, place.mailbox)).toHaveLength(3);
  });

  test('a server that numbers anew is an event with the place', async () => {
    const place = await addTestMailbox(ledger, null);
    await recordRenumbering(ledger.db, place, { reason: 'UIDVALIDITY changed', data: { was: '0' } });
    expect((await eventsOf(ledger.db, place.mailbox)).at(-1)).toMatchObject({
      type: 'mailbox:renumbered',
      data: { place: `${place.mailbox}/INBOX;UIDVALIDITY=1`, was: '0' },
    });
  });
});
