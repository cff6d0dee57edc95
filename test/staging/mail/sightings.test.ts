import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256 } from '../../../src/invoice/identity.ts';
import { eventsOf } from '../../../src/staging/events.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import {
  recordAcknowledged,
  recordRefusal,
  sightingsToAcknowledge,
} from '../../../src/staging/mail/acknowledgements.ts';
import { failedAttempts, recordFailure } from '../../../src/staging/mail/fetch-failures.ts';
import {
  deliverySeenIn,
  describedSightings,
  type Place,
  placeName,
  recordStored,
  supersedeOlderPlaces,
  uidsToFetch,
} from '../../../src/staging/mail/sightings.ts';
import { troubledMails } from '../../../src/staging/mail/troubled-mails.ts';
import { recordGone, recordVanished } from '../../../src/staging/mail/vanishings.ts';
import type { Row } from '../../../src/staging/postgres/schema.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, addTestMailbox, receive, typesOfEvents, unique } from '../support/staged.ts';

const minute = 60_000;

let fresh: TestLedger;
let ledger: Ledger;
let book: string;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
  book = await addTestBook(ledger);
});
afterAll(async () => await fresh.drop());

const newPlace = async () => await addTestMailbox(ledger, book);
const newDelivery = async () => (await receive(ledger, book)).id;

const store = async (place: Place, uid: number, delivery: string, { toAcknowledge = true } = {}) =>
  await recordStored(ledger.db, place, uid, {
    delivery,
    announcedBytes: 100,
    internalDate: null,
    toAcknowledge,
  });

const fail = async (
  place: Place,
  uid: number,
  { quarantined = false, retryAfterMs = minute, error = 'cut off' } = {},
) => await recordFailure(ledger.db, place, uid, { error, quarantined, retryAfterMs, announcedBytes: 7 });

const toFetch = async (place: Place, present: number[], movedAway = false) =>
  await uidsToFetch(ledger.db, place, present, { movedAway });

const rowsAt = async (place: Place, uid: number): Promise<Row<'sighting'>[]> =>
  await ledger.db
    .selectFrom('sighting')
    .selectAll()
    .where('mailbox', '=', place.mailbox)
    .where('uid', '=', uid)
    .orderBy('id')
    .execute();

describe('what is to be fetched is what is there minus what the ledger has', () => {
  test('a UID never seen, whatever the order in which the server tells', async () => {
    expect(await toFetch(await newPlace(), [9, 2, 5])).toEqual([2, 5, 9]);
    expect(await toFetch(await newPlace(), [])).toEqual([]);
  });

  test('not one that is stored, nor one that was acknowledged', async () => {
    const place = await newPlace();
    await store(place, 1, await newDelivery());
    await store(place, 2, await newDelivery(), { toAcknowledge: false });
    expect(await toFetch(place, [1, 2, 3])).toEqual([3]);
  });

  test('where mail is moved away, one that lies there again after it was acknowledged', async () => {
    const place = await newPlace();
    await store(place, 1, await newDelivery());
    await store(place, 2, await newDelivery(), { toAcknowledge: false });
    expect(await toFetch(place, [1, 2], true)).toEqual([2]);
  });

  test('a failing or quarantined one when its time has come, and not before', async () => {
    const place = await newPlace();
    await fail(place, 1, { retryAfterMs: 0 });
    await fail(place, 2);
    await fail(place, 3, { quarantined: true, retryAfterMs: 0 });
    await fail(place, 4, { quarantined: true });
    expect(await toFetch(place, [1, 2, 3, 4])).toEqual([1, 3]);
  });

  test('one that had vanished and is there again', async () => {
    const place = await newPlace();
    await recordGone(ledger.db, place, 1);
    expect(await toFetch(place, [1])).toEqual([1]);
  });

  test('each place for itself: another mailbox, folder or UIDVALIDITY knows nothing of it', async () => {
    const place = await newPlace();
    await store(place, 1, await newDelivery());
    for (const other of [await newPlace(), { ...place, folder: 'Junk' }, { ...place, uidValidity: '2' }]) {
      expect(await toFetch(other, [1])).toEqual([1]);
    }
  });
});

describe('a stored mail', () => {
  test('is remembered with what the server said of it, and found again by its bytes', async () => {
    const place = await newPlace();
    const bytes = unique('mail');
    const { id } = await receive(ledger, book, bytes);
    await store(place, 1, id);
    expect(await describedSightings(ledger.db, place, [1, 2])).toEqual(
      new Map([[1, { announcedBytes: 100, internalDate: null }]]),
    );
    expect(await deliverySeenIn(ledger.db, place.mailbox, sha256(bytes))).toBe(id);
    expect(await deliverySeenIn(ledger.db, (await newPlace()).mailbox, sha256(bytes))).toBeNull();
  });

  test('is stored once, however often that is written', async () => {
    const place = await newPlace();
    const delivery = await newDelivery();
    await store(place, 1, delivery);
    await store(place, 1, delivery);
    expect(await rowsAt(place, 1)).toMatchObject([{ state: 'stored', delivery }]);
  });

  test('ends its failures', async () => {
    const place = await newPlace();
    await fail(place, 1, { quarantined: true });
    await store(place, 1, await newDelivery());
    expect(await rowsAt(place, 1)).toMatchObject([{ state: 'stored', attempts: 0, last_error: null }]);
    expect(await failedAttempts(ledger.db, place, 1)).toBe(0);
  });

  test('gives way when the server shows another mail under its UID; both stay known', async () => {
    const place = await newPlace();
    const [was, is] = [await newDelivery(), await newDelivery()];
    await store(place, 1, was);
    await store(place, 1, is);
    expect(await rowsAt(place, 1)).toMatchObject([
      { state: 'superseded', delivery: was },
      { state: 'stored', delivery: is },
    ]);
    expect(await eventsOf(ledger.db, placeName(place, 1))).toMatchObject([
      { type: 'mail:replaced', data: { was, is } },
    ]);
  });

  test('without a delivery is refused by the database', async () => {
    const place = await newPlace();
    const insertion = ledger.db
      .insertInto('sighting')
      .values({ mailbox: place.mailbox, folder: 'INBOX', uid_validity: '1', uid: 1, state: 'stored' })
      .execute();
    await expect(insertion).rejects.toThrow(/check constraint/);
  });
});

test('a new UIDVALIDITY ends every place of its folder with an older one, and no other', async () => {
  const place = await newPlace();
  const next = { ...place, uidValidity: '2' };
  await store(place, 1, await newDelivery());
  await fail(place, 2);
  await store({ ...place, folder: 'Junk' }, 3, await newDelivery());
  await store(next, 4, await newDelivery());
  expect(await supersedeOlderPlaces(ledger.db, next)).toBe(2);
  expect(await supersedeOlderPlaces(ledger.db, next)).toBe(0);
  const states = await Promise.all([1, 2, 3, 4].map(async (uid) => (await rowsAt(place, uid))[0]?.state));
  expect(states).toEqual(['superseded', 'superseded', 'stored', 'stored']);
});

describe('telling the mailbox', () => {
  test('is due for what is stored and there, oldest first, until it was told', async () => {
    const place = await newPlace();
    for (const uid of [3, 1, 2]) await store(place, uid, await newDelivery());
    const due = async () => (await sightingsToAcknowledge(ledger.db, place, [1, 3, 9])).map(({ uid }) => uid);
    expect(await due()).toEqual([1, 3]);
    await recordAcknowledged(ledger.db, place, 1, { outcome: 'acknowledged', how: 'flagged' });
    expect(await due()).toEqual([3]);
  });

  test('is an event, once', async () => {
    const place = await newPlace();
    const delivery = await newDelivery();
    await store(place, 1, delivery);
    const told = { outcome: 'acknowledged', how: 'moved to Arkiv' } as const;
    await recordAcknowledged(ledger.db, place, 1, told);
    await recordAcknowledged(ledger.db, place, 1, told);
    expect((await eventsOf(ledger.db, delivery)).slice(1)).toMatchObject([
      { type: 'delivery:acknowledged', reason: 'moved to Arkiv', data: { place: placeName(place, 1) } },
    ]);
  });

  test('that the mailbox refuses is tried again later, and told to people once for each reason', async () => {
    const place = await newPlace();
    const delivery = await newDelivery();
    await store(place, 1, delivery);
    for (const why of ['read-only', 'read-only', 'over quota']) {
      const [sighting] = await rowsAt(place, 1);
      await recordRefusal(ledger.db, place, sighting as Row<'sighting'>, { why, retryAfterMs: minute });
    }
    expect(await sightingsToAcknowledge(ledger.db, place, [1])).toEqual([]);
    expect(await rowsAt(place, 1)).toMatchObject([
      { state: 'stored', attempts: 3, last_error: 'over quota' },
    ]);
    expect((await eventsOf(ledger.db, delivery)).slice(1).map(({ reason }) => reason)).toEqual([
      'read-only',
      'over quota',
    ]);
    expect(await troubledMails(ledger.db, place.mailbox)).toMatchObject([
      { place: placeName(place, 1), delivery, state: 'stored', attempts: 3, lastError: 'over quota' },
    ]);
  });
});

describe('a mail that cannot be fetched', () => {
  test('is counted, and put to a person once, with the place', async () => {
    const place = await newPlace();
    await fail(place, 1);
    await fail(place, 1);
    expect(await failedAttempts(ledger.db, place, 1)).toBe(2);
    expect(await typesOfEvents(ledger, placeName(place, 1))).toEqual([]);
    await fail(place, 1, { quarantined: true, error: 'too large' });
    await fail(place, 1, { quarantined: true, error: 'too large' });
    expect(await eventsOf(ledger.db, placeName(place, 1))).toMatchObject([
      { type: 'mail:quarantined', reason: 'too large' },
    ]);
    expect(await troubledMails(ledger.db, place.mailbox)).toMatchObject([
      { state: 'quarantined', delivery: null, attempts: 4, lastError: 'too large' },
    ]);
  });

  test('does not take back what is stored already', async () => {
    const place = await newPlace();
    const delivery = await newDelivery();
    await store(place, 1, delivery);
    await fail(place, 1, { quarantined: true });
    expect(await rowsAt(place, 1)).toMatchObject([{ state: 'stored', delivery, last_error: 'cut off' }]);
  });

  test('of a mailbox that is not there is no list', async () => {
    await expect(troubledMails(ledger.db, 'nowhere')).rejects.toMatchObject({ code: 'no_such_mailbox' });
  });
});

describe('a mail that is gone', () => {
  test('before it could be fetched is written down once', async () => {
    const place = await newPlace();
    await fail(place, 1);
    await recordGone(ledger.db, place, 1);
    await recordGone(ledger.db, place, 1);
    await recordGone(ledger.db, place, 2);
    expect(await rowsAt(place, 1)).toMatchObject([{ state: 'vanished', delivery: null }]);
    for (const uid of [1, 2]) {
      expect(await typesOfEvents(ledger, placeName(place, uid))).toEqual(['mail:vanished']);
    }
  });

  test('while something was still to be done with it is told; what was done with is nobody’s business', async () => {
    const place = await newPlace();
    const [waiting, done] = [await newDelivery(), await newDelivery()];
    await store(place, 1, waiting);
    await store(place, 2, done, { toAcknowledge: false });
    await fail(place, 3);
    await fail(place, 4);
    expect(await recordVanished(ledger.db, place, [4])).toEqual([
      { uid: 1, delivery: waiting },
      { uid: 3, delivery: null },
    ]);
    expect(await recordVanished(ledger.db, place, [4])).toEqual([]);
    expect((await typesOfEvents(ledger, waiting)).at(-1)).toBe('delivery:vanished');
    expect(await typesOfEvents(ledger, placeName(place, 3))).toEqual(['mail:vanished']);
    expect((await rowsAt(place, 2))[0]?.state).toBe('acknowledged');
    expect((await rowsAt(place, 4))[0]?.state).toBe('failing');
  });

  test('keeps its delivery: the ledger has the bytes', async () => {
    const place = await newPlace();
    const delivery = await newDelivery();
    await store(place, 1, delivery);
    await recordVanished(ledger.db, place, []);
    expect(await rowsAt(place, 1)).toMatchObject([{ state: 'vanished', delivery }]);
  });
});
