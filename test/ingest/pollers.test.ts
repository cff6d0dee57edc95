import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startHoodiecrow } from '../../demo/mail-server/hoodiecrow.ts';
import { type MailServer, startMailServer } from '../../demo/mail-server/mail-server.ts';
import { createPollers } from '../../src/ingest/pollers.ts';
import type { Service } from '../../src/service.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { addMailbox, findMailbox, passwordOfMailbox } from '../../src/staging/mail/mailboxes.ts';
import { mail } from '../support/dovecot.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';

let server: MailServer;
let testLedger: TestLedger;
let pollers: Service | undefined;

beforeAll(async () => {
  server = await startMailServer({ users: ['faktura', 'ekonomi'] });
});
beforeEach(async () => {
  testLedger = await createTestLedger();
  await addBook(testLedger.ledger.db, { slug: 'nordvik', name: 'Nordvik AB' }, 'test');
});
afterEach(async () => {
  await pollers?.stop();
  await testLedger.drop();
});
afterAll(async () => {
  await server.stop();
});

const settings = { sweepIntervalMs: 200, maxMailBytes: 1024 * 1024, backoffMaxMs: 1_000 };

async function addMailboxOf(
  user: string,
  mailServer = server,
  more: { afterStored?: string } = {},
): Promise<void> {
  const { ledger } = testLedger;
  await addMailbox(
    ledger,
    ledger.db,
    {
      name: user,
      book: 'nordvik',
      url: mailServer.url(user),
      password: { plain: mailServer.password(user) },
      caFile: mailServer.caFile,
      ...more,
    },
    'test',
  );
}

async function subjects(): Promise<(string | null)[]> {
  const rows = await testLedger.ledger.db
    .selectFrom('delivery')
    .select('subject')
    .orderBy('subject')
    .execute();
  return rows.map(({ subject }) => subject);
}

test('every mailbox of the ledger is read, also one that is added later', async () => {
  await addMailboxOf('faktura');
  await server.deliver('faktura', mail({ subject: 'first' }));
  pollers = createPollers(testLedger.ledger, settings);
  await pollers.start();
  await eventually(async () => expect(await subjects()).toEqual(['first']));
  await addMailboxOf('ekonomi');
  await server.deliver('ekonomi', mail({ subject: 'second' }));
  await eventually(async () => expect(await subjects()).toEqual(['first', 'second']));
});

test('a mailbox that cannot be opened says why, and does not keep the others from being read', async () => {
  const { ledger } = testLedger;
  const env = 'STAGING_POST_PASSWORD_NOT_SET';
  await addMailbox(
    ledger,
    ledger.db,
    { name: 'a', book: 'nordvik', url: server.url('faktura'), password: { env } },
    'test',
  );
  await addMailbox(
    ledger,
    ledger.db,
    { name: 'b', book: 'nordvik', url: 'http://x', password: { env } },
    'test',
  );
  await addMailboxOf('ekonomi');
  await server.deliver('ekonomi', mail({ subject: 'third' }));
  pollers = createPollers(ledger, settings);
  await pollers.start();
  await eventually(async () => expect((await subjects()).includes('third')).toBe(true));
  const errorOf = async (name: string) => (await findMailbox(ledger.db, name)).last_error;
  await eventually(async () => expect((await errorOf('a'))?.includes(env)).toBe(true));
  await eventually(async () => expect((await errorOf('b'))?.includes('http')).toBe(true));
});

test('a password is stored sealed, and opens only for its own mailbox', async () => {
  const { ledger } = testLedger;
  await addMailboxOf('faktura');
  const row = await findMailbox(ledger.db, 'faktura');
  expect(JSON.stringify(row)).not.toContain(server.password('faktura'));
  expect(passwordOfMailbox(ledger, row)).toBe(server.password('faktura'));
  expect(() => passwordOfMailbox(ledger, { ...row, name: 'other' })).toThrow();
});

test('the in-process server serves where there is no Dovecot: fetched, announced, moved', async () => {
  const hoodiecrow = await startHoodiecrow({ users: ['faktura'] });
  try {
    await hoodiecrow.createFolder('faktura', 'Klart');
    await addMailboxOf('faktura', hoodiecrow, { afterStored: 'move:Klart' });
    await hoodiecrow.deliver('faktura', mail({ subject: 'before' }));
    pollers = createPollers(testLedger.ledger, { ...settings, sweepIntervalMs: 60 * 60_000 });
    await pollers.start();
    await eventually(async () => expect(await subjects()).toEqual(['before']));
    await hoodiecrow.deliver('faktura', mail({ subject: 'while waiting' }));
    await eventually(async () => expect(await subjects()).toEqual(['before', 'while waiting']));
    const states = async () => {
      const rows = await testLedger.ledger.db.selectFrom('sighting').select('state').execute();
      return rows.map(({ state }) => state);
    };
    await eventually(async () => expect(await states()).toEqual(['acknowledged', 'acknowledged']));
  } finally {
    await pollers?.stop();
    await hoodiecrow.stop();
  }
});
