import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { genesisHead } from '../../src/invoice/identity.ts';
import { moveTip } from '../../src/staging/books/authority.ts';
import { findCopy, noteCopy } from '../../src/staging/books/copies.ts';
import { eventsOf } from '../../src/staging/events.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { findDelivery, settleDelivery } from '../../src/staging/mail/deliveries.ts';
import { recordStored } from '../../src/staging/mail/sightings.ts';
import { readOverview } from '../../src/staging/overview.ts';
import { type InvoiceState, invoiceStates } from '../../src/staging/states.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { addTestBook, addTestCopy, addTestMailbox, putInto, receive, stage } from './support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());
beforeEach(async () => {
  await sql`truncate book, mailbox, delivery cascade`.execute(ledger.db);
});

const bookOverview = async (book: string) => {
  const { books } = await readOverview(ledger.db, book);
  if (!books[0]) throw new Error(`${book} is not in its own overview`);
  return books[0];
};
const see = async (copy: string, book: string, seen: Parameters<typeof noteCopy>[2]) =>
  await noteCopy(ledger.db, await findCopy(ledger.db, book, copy), seen);

test('of an empty ledger there is nothing, and it adds up', async () => {
  expect(await readOverview(ledger.db)).toMatchObject({
    books: [],
    mailboxes: [],
    unrouted: 0,
    sums: [],
    total: { seen: 0, closes: true },
  });
});

test('of a new book: no copy, no invoice, the chain at its beginning', async () => {
  const book = await addTestBook(ledger);
  expect(await bookOverview(book)).toMatchObject({
    book,
    authority: { copy: null, epoch: 0, auditedAt: null },
    tip: genesisHead(book),
    isAtTip: null,
    copies: [],
    deliveries: { invoice: 0, not_invoice: 0, needs_review: 0, unread: 0 },
    heals: [],
  });
});

test('counts invoices by state and deliveries by what they came to, each book for itself', async () => {
  const [book, other] = [await addTestBook(ledger), await addTestBook(ledger)];
  const numbers = Object.fromEntries(invoiceStates.map((state, index) => [state, index])) as Record<
    InvoiceState,
    number
  >;
  for (const [state, number] of Object.entries(numbers)) {
    for (let n = 0; n < number; n += 1) {
      await putInto(ledger, (await stage(ledger, book)).id, state as InvoiceState);
    }
  }
  await stage(ledger, other);
  const [doubtful, bare] = [await receive(ledger, book), await receive(ledger, book)];
  await stage(ledger, book, { state: 'needs_review' }, doubtful.id);
  for (const { id } of [doubtful, bare]) {
    await ledger.transaction(async (tx) =>
      settleDelivery(
        tx,
        await findDelivery(tx.db, id),
        { disposition: 'needs_review', reasons: [] },
        'worker',
      ),
    );
  }
  const overview = await bookOverview(book);
  expect(overview.invoices).toEqual({ ...numbers, needs_review: numbers.needs_review + 1 });
  const staged = Object.values(numbers).reduce((all, number) => all + number, 0);
  expect(overview.deliveries).toEqual({ invoice: 0, not_invoice: 0, needs_review: 2, unread: staged });
  expect(overview.deliveriesWithoutInvoice).toBe(1);
});

test('is of one moment: a mail that is read while it is put together is counted as unread throughout', async () => {
  const book = await addTestBook(ledger);
  const place = await addTestMailbox(ledger, book);
  const { id: delivery } = await receive(ledger, book);
  await recordStored(ledger.db, place, 1, {
    delivery,
    announcedBytes: 1,
    internalDate: null,
    toAcknowledge: true,
  });
  // The overview has counted the book's invoices when it comes to its heals, and not yet its mails.
  const overview = await whileLocked('heal', async () => {
    const asked = readOverview(ledger.db, book);
    await eventually(async () => expect(await lockWaiters()).toBeGreaterThan(0));
    await stage(ledger, book, {}, delivery);
    await ledger.transaction(async (tx) =>
      settleDelivery(
        tx,
        await findDelivery(tx.db, delivery),
        { disposition: 'invoice', reasons: [] },
        'worker',
      ),
    );
    return { asked };
  });
  expect(await overview.asked).toMatchObject({
    books: [{ invoices: { ready: 0 }, deliveries: { unread: 1, invoice: 0 } }],
    total: { seen: 1, toBeRead: 1, invoice: 0, closes: true },
  });
  expect(await readOverview(ledger.db, book)).toMatchObject({
    books: [{ invoices: { ready: 1 }, deliveries: { unread: 0, invoice: 1 } }],
    total: { seen: 1, toBeRead: 0, invoice: 1, closes: true },
  });
});

async function whileLocked<T>(table: string, work: () => Promise<T>): Promise<T> {
  return await ledger.db.transaction().execute(async (locking) => {
    await sql`lock table ${sql.table(table)} in access exclusive mode`.execute(locking);
    return await work();
  });
}

async function lockWaiters(): Promise<number> {
  const { rows } = await sql<{ waiters: number }>`
    select count(*)::int as waiters from pg_locks join pg_database on oid = database
    where not granted and datname = current_database()`.execute(ledger.db);
  return rows[0]?.waiters ?? 0;
}

describe('the authoritative copy', () => {
  test('is at the tip, or is not, or was never seen', async () => {
    const book = await addTestBook(ledger);
    await addTestCopy(ledger, book);
    expect((await bookOverview(book)).isAtTip).toBeNull();
    await see('cloud', book, { head: genesisHead(book), trouble: null });
    expect(await bookOverview(book)).toMatchObject({
      isAtTip: true,
      copies: [{ name: 'cloud', isAuthoritative: true }],
    });
    await moveTip(ledger.db, book, 'further');
    expect(await bookOverview(book)).toMatchObject({ isAtTip: false, tip: 'further' });
  });

  test('in trouble says since when; the event comes when it changes, and when it is over', async () => {
    const book = await addTestBook(ledger);
    await addTestCopy(ledger, book);
    const trouble = { code: 'copy_unreachable', message: 'no answer' };
    await see('cloud', book, { trouble });
    const since = (await bookOverview(book)).copies[0]?.trouble?.since;
    expect(since).toBeInstanceOf(Date);
    await see('cloud', book, { trouble: { ...trouble, message: 'no answer, still' } });
    expect((await bookOverview(book)).copies[0]?.trouble).toEqual({
      ...trouble,
      message: 'no answer, still',
      hint: null,
      since,
    });
    await see('cloud', book, { trouble: null });
    expect((await bookOverview(book)).copies[0]?.trouble).toBeNull();
    const events = await eventsOf(ledger.db, `${book}/cloud`);
    expect(events.map(({ type }) => type)).toEqual(['copy:troubled', 'copy:recovered']);
  });
});

test('of one book leaves the others out, but not what belongs to nobody', async () => {
  const [one, other] = [await addTestBook(ledger), await addTestBook(ledger)];
  const boxes = [];
  for (const book of [one, other, null]) boxes.push(await addTestMailbox(ledger, book));
  for (const [index, book] of [one, other, null].entries()) {
    const place = boxes[index];
    if (!place) throw new Error('there are as many mailboxes as books');
    const { id: delivery } = await receive(ledger, book);
    await recordStored(ledger.db, place, 1, {
      delivery,
      announcedBytes: 1,
      internalDate: null,
      toAcknowledge: true,
    });
  }
  const all = await readOverview(ledger.db);
  expect(all.books.map(({ book }) => book)).toEqual([one, other].sort());
  expect(all).toMatchObject({ unrouted: 1, total: { seen: 3, closes: true } });
  const narrowed = await readOverview(ledger.db, one);
  expect(narrowed.books.map(({ book }) => book)).toEqual([one]);
  expect(new Set(narrowed.mailboxes.map(({ name }) => name))).toEqual(
    new Set([boxes[0]?.mailbox, boxes[2]?.mailbox]),
  );
  expect(narrowed).toMatchObject({ unrouted: 1, total: { seen: 1, closes: true } });
  await expect(readOverview(ledger.db, 'nowhere')).rejects.toMatchObject({ code: 'no_such_book' });
});
