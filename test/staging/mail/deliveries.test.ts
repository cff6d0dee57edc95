import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deliveryId, sha256 } from '../../../src/invoice/identity.ts';
import { eventsOf } from '../../../src/staging/events.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import {
  deliveriesToRead,
  findDelivery,
  postponeReading,
  replayDelivery,
  routeDelivery,
  settleDelivery,
} from '../../../src/staging/mail/deliveries.ts';
import type { Bell } from '../../../src/staging/queue/queue.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, anna, receive, typesOfEvents, unique } from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
let book: string;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
  book = await addTestBook(ledger);
});
afterAll(async () => await fresh.drop());

const due = async () => await deliveriesToRead(ledger.db, new Date(Date.now() + 60_000), 1000);

const settle = async (id: string, disposition: 'invoice' | 'not_invoice' | 'needs_review') =>
  await ledger.transaction(async (tx) =>
    settleDelivery(
      tx,
      await findDelivery(tx.db, id),
      { disposition, reasons: [{ code: 'x', message: 'as it turned out' }] },
      'worker',
    ),
  );

/** Runs `work` in a transaction, and tells what it rang. */
async function bellsOf(work: (tx: Parameters<Parameters<Ledger['transaction']>[0]>[0]) => Promise<unknown>) {
  const bells: Bell[] = [];
  await ledger.transaction(async (tx) => {
    await work({ ...tx, ring: (bell) => void bells.push(bell) });
  });
  return bells;
}

describe('receiving', () => {
  test('the same bytes twice in one book is one delivery, with one event', async () => {
    const bytes = unique('mail');
    const [first, second] = [await receive(ledger, book, bytes), await receive(ledger, book, bytes)];
    expect(first).toEqual({ id: deliveryId(book, sha256(bytes)), isNew: true });
    expect(second).toEqual({ id: first.id, isNew: false });
    expect(await typesOfEvents(ledger, first.id)).toEqual(['delivery:received']);
  });

  test('the same bytes at the same moment, from two workers, is one delivery as well', async () => {
    const bytes = unique('mail');
    const received = await Promise.all([1, 2, 3].map(() => receive(ledger, book, bytes)));
    expect(received.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
  });

  test('the same bytes in two books are two deliveries', async () => {
    const bytes = unique('mail');
    const other = await addTestBook(ledger);
    expect((await receive(ledger, book, bytes)).id).not.toBe((await receive(ledger, other, bytes)).id);
  });

  test('waits to be read; without a book it waits for a person instead', async () => {
    const routed = await receive(ledger, book);
    const unrouted = await receive(ledger, null);
    const waiting = await due();
    expect(waiting).toContain(routed.id);
    expect(waiting).not.toContain(unrouted.id);
    expect(await findDelivery(ledger.db, unrouted.id)).toMatchObject({
      book: null,
      disposition: 'needs_review',
      reasons: [{ code: 'no_book' }],
    });
  });

  test('what is there is never deleted', async () => {
    const { id } = await receive(ledger, book);
    const deletion = ledger.db.deleteFrom('delivery').where('id', '=', id).execute();
    await expect(deletion).rejects.toThrow('delivery is only added to');
  });

  test('what is not there is told as such', async () => {
    await expect(findDelivery(ledger.db, 'd000')).rejects.toMatchObject({
      code: 'no_such_delivery',
      kind: 'notFound',
    });
  });
});

describe('reading', () => {
  test('settled, it is not read again, and says what it came to', async () => {
    const { id } = await receive(ledger, book);
    await settle(id, 'not_invoice');
    expect(await due()).not.toContain(id);
    expect(await findDelivery(ledger.db, id)).toMatchObject({
      disposition: 'not_invoice',
      reasons: [{ message: 'as it turned out' }],
      read_at: expect.any(Date),
    });
    expect(await typesOfEvents(ledger, id)).toEqual(['delivery:received', 'delivery:not_invoice']);
  });

  test('postponed, it comes back at its time, with the attempt counted; settled, the error is gone', async () => {
    const { id } = await receive(ledger, book);
    const nextReadAt = new Date(Date.now() + 3_600_000);
    await postponeReading(ledger.db, id, { error: 'no memory left', nextReadAt });
    await postponeReading(ledger.db, id, { error: 'no memory left', nextReadAt });
    expect(await due()).not.toContain(id);
    expect(await deliveriesToRead(ledger.db, nextReadAt, 1000)).toContain(id);
    expect(await findDelivery(ledger.db, id)).toMatchObject({
      read_attempts: 2,
      last_error: 'no memory left',
    });
    await settle(id, 'invoice');
    expect(await findDelivery(ledger.db, id)).toMatchObject({ last_error: null });
  });

  test('the longest waiting comes first, and no more than asked for', async () => {
    const ids = [(await receive(ledger, book)).id, (await receive(ledger, book)).id];
    const [early, late] = ids as [string, string];
    await postponeReading(ledger.db, late, { error: 'x', nextReadAt: new Date('2020-01-02') });
    await postponeReading(ledger.db, early, { error: 'x', nextReadAt: new Date('2020-01-01') });
    expect(await deliveriesToRead(ledger.db, new Date(), 2)).toEqual([early, late]);
    expect(await deliveriesToRead(ledger.db, new Date(), 1)).toEqual([early]);
  });

  test('replayed, it is read anew at once, and the bell rings', async () => {
    const { id } = await receive(ledger, book);
    await postponeReading(ledger.db, id, { error: 'x', nextReadAt: new Date(Date.now() + 3_600_000) });
    await settle(id, 'needs_review');
    expect(await bellsOf((tx) => replayDelivery(tx, id, anna))).toEqual([{ kind: 'parse', delivery: id }]);
    expect(await due()).toContain(id);
    expect(await findDelivery(ledger.db, id)).toMatchObject({ disposition: null, read_attempts: 0 });
    expect((await eventsOf(ledger.db, id)).at(-1)).toMatchObject({
      type: 'delivery:replayed',
      actor: 'cli:anna',
      reason: 'because',
    });
  });

  test('without a book there is nothing to replay into', async () => {
    const { id } = await receive(ledger, null);
    const replay = ledger.transaction((tx) => replayDelivery(tx, id, anna));
    await expect(replay).rejects.toMatchObject({ code: 'not_routed', kind: 'refused' });
  });
});

describe('routing', () => {
  test('gives the book a delivery of its own, to be read, and settles the one without', async () => {
    const { id } = await receive(ledger, null);
    const { original } = await findDelivery(ledger.db, id);
    const bells = await bellsOf((tx) => routeDelivery(tx, id, book, anna));
    const routed = deliveryId(book, original);
    expect(bells).toEqual([{ kind: 'parse', delivery: routed }]);
    expect(await findDelivery(ledger.db, routed)).toMatchObject({
      book,
      original,
      disposition: null,
      mail_from: 'faktura@kakelboden.example',
      mail_to: ['faktura@nordvik.example'],
    });
    expect(await findDelivery(ledger.db, id)).toMatchObject({
      book: null,
      disposition: 'not_invoice',
      reasons: [{ code: 'routed' }],
    });
    expect((await eventsOf(ledger.db, routed)).at(-1)).toMatchObject({
      type: 'delivery:routed',
      actor: 'cli:anna',
      data: { from: id },
    });
  });

  test('once more to the same book comes to the same delivery', async () => {
    const { id } = await receive(ledger, null);
    const route = () => ledger.transaction((tx) => routeDelivery(tx, id, book, anna));
    expect(await route()).toBe(await route());
  });

  test('what has a book keeps it: ids are derived from it', async () => {
    const { id } = await receive(ledger, book);
    const route = ledger.transaction((tx) => routeDelivery(tx, id, book, anna));
    await expect(route).rejects.toMatchObject({ code: 'routed_already', kind: 'refused' });
  });
});
