/** The worker is put together from its roles: each does its own work, and nobody else's. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readSettings } from '../src/config.ts';
import { createWorker, type Role, readingLimitsOf, roles } from '../src/main.ts';
import type { Service } from '../src/service.ts';
import { findDelivery } from '../src/staging/mail/deliveries.ts';
import { addMailbox, findMailbox } from '../src/staging/mail/mailboxes.ts';
import { addTestBook, addTestCopy, receive, stage } from './staging/support/staged.ts';
import { eventually } from './support/eventually.ts';
import { createTestLedger, type TestLedger } from './support/ledger.ts';

let testLedger: TestLedger;
let worker: Service | undefined;
beforeEach(async () => {
  testLedger = await createTestLedger();
});
afterEach(async () => {
  await worker?.stop();
  await testLedger.drop();
});

const settings = readSettings({});

/** A mail that is not read, an invoice that waits for a copy that cannot be reached, a mailbox that cannot either. */
async function workForEveryRole() {
  const { ledger } = testLedger;
  const book = await addTestBook(ledger);
  await addTestCopy(ledger, book);
  await stage(ledger, book);
  const { id: delivery } = await receive(ledger, book, 'Subject: hello\r\n\r\nHello.\r\n');
  const url = 'imap://faktura@127.0.0.1:1/INBOX';
  await addMailbox(ledger, ledger.db, { name: 'inbox', book, url, password: { plain: 'x' } }, 'test');
  const done: Record<Role, () => Promise<boolean>> = {
    ingest: async () => (await findMailbox(ledger.db, 'inbox')).last_error !== null,
    parse: async () => (await findDelivery(ledger.db, delivery)).disposition !== null,
    reconcile: async () =>
      (await ledger.db.selectFrom('copy').select('trouble').executeTakeFirstOrThrow()).trouble !== null,
  };
  return done;
}

async function doneOf(done: Record<Role, () => Promise<boolean>>): Promise<Role[]> {
  const found = await Promise.all(roles.map(async (role) => ((await done[role]()) ? role : null)));
  return found.filter((role) => role !== null);
}

describe('a worker', () => {
  test.each(roles.map((role) => [role]))(
    'with the role %s alone does that work, and no other',
    async (role) => {
      const done = await workForEveryRole();
      worker = createWorker(testLedger.ledger, settings, [role]);
      await worker.start();
      await eventually(async () => expect(await done[role]()).toBe(true));
      await worker.stop();
      expect(await doneOf(done)).toEqual([role]);
    },
  );

  test('without a word has every role, in whatever order they are named', async () => {
    const done = await workForEveryRole();
    worker = createWorker(testLedger.ledger, settings);
    await worker.start();
    await eventually(async () => expect(await doneOf(done)).toEqual([...roles]));
  });

  test('may be stopped twice, and before it was started', async () => {
    worker = createWorker(testLedger.ledger, settings);
    await worker.stop();
    await worker.start();
    await Promise.all([worker.stop(), worker.stop()]);
  });
});

test('what the settings say of reading is what the reader is given', () => {
  const limits = readingLimitsOf(
    readSettings({
      STAGING_POST_PARSE_CONCURRENCY: '3',
      STAGING_POST_PARSE_TIMEOUT_MS: '5000',
      STAGING_POST_PARSE_MEMORY_MB: '256',
      STAGING_POST_PARSE_PAGES_MAX: '9',
    }),
  );
  expect(limits).toMatchObject({
    processes: 3,
    documentMs: 5_000,
    processBytes: 268_435_456,
    pdf: { pages: 9 },
  });
});
