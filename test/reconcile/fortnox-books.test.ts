/** One book in Fortnox (its stand-in): what overwrites, lost answers, limits, other programs and people do to it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { auditBook } from '../../src/reconcile/full-audit.ts';
import { decideVanished } from '../../src/staging/applying/vanished.ts';
import { copiesOf, findCopy } from '../../src/staging/books/copies.ts';
import { anna, invoiceRow, stage, unique } from '../staging/support/staged.ts';
import type { FortnoxStandIn } from '../support/fortnox.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { type Bookkeeping, openBookkeeping } from './support/bookkeeping.ts';
import { type FortnoxDatabase, fortnoxKind } from './support/fortnox-database.ts';
import { invoiceOf } from './support/invoices.ts';
import { dropOutboxAfterAll } from './support/marked-database.ts';

dropOutboxAfterAll();
let testLedger: TestLedger;
let books: Bookkeeping;
let fortnox: FortnoxStandIn;
beforeAll(async () => {
  testLedger = await createTestLedger();
});
afterAll(async () => await testLedger?.drop());
beforeEach(async () => {
  books = await openBookkeeping(testLedger.ledger, fortnoxKind);
  fortnox = (books.database as FortnoxDatabase).standIn;
});
afterEach(async () => await books?.close());

const inOrder = (written: number, overwritesSeen = 0) => ({ kind: 'in_order', written, overwritesSeen });
const posts = () => fortnox.requests.filter((request) => request === 'POST supplierinvoices').length;
const troubleOf = async () => (await findCopy(books.ledger.db, books.book, 'cloud')).trouble;
const audit = async () => await auditBook(books.ledger, books.book, { actor: 'test' });
async function apply(count: number) {
  const rows = await books.receive(count);
  expect(await books.reconcile()).toEqual(inOrder(count));
  return rows;
}
/** As often as the worker would, until it is content. */
async function reconcileUntilInOrder(): Promise<number> {
  for (let sweep = 1; sweep <= 5; sweep += 1) {
    const result = await books.reconcile();
    if (result?.kind === 'in_order') return sweep;
  }
  throw new Error('never in order');
}

test('gets each invoice once, with its supplier and its file, and our id where the list tells it', async () => {
  const [first] = await apply(2);
  expect(fortnox.books.suppliers).toMatchObject([
    { Name: 'Norrby Kakel AB', OrganisationNumber: '5566778899' },
  ]);
  expect(fortnox.books.invoices[0]).toMatchObject({
    SupplierNumber: '1',
    InvoiceNumber: first?.invoice_number,
    Total: '1250.00',
    ExternalInvoiceNumber: first?.id,
    ExternalInvoiceSeries: 'STAGING-POST',
  });
  expect(fortnox.books.connections).toMatchObject([
    { SupplierInvoiceNumber: '1', Name: expect.stringContaining('faktura.xml') },
    { SupplierInvoiceNumber: '2' },
  ]);
  expect(fortnox.books.inbox).toEqual([]);
  await books.expectInOrder();
  const before = fortnox.requests.length;
  expect(await books.reconcile()).toEqual(inOrder(0));
  // Whose books, and one page of invoices.
  expect(fortnox.requests.slice(before)).toEqual(['GET companyinformation', 'GET supplierinvoices']);
});

test('a credit note is a negative total, and is found again as one', async () => {
  const number = unique('K');
  await stage(books.ledger, books.book, { number, documentType: 'creditNote' });
  expect(await books.reconcile()).toEqual(inOrder(1));
  expect(fortnox.books.invoices[0]?.Total).toBe('-1250.00');
  await stage(books.ledger, books.book, { number, documentType: 'creditNote', payable: '9.00' });
  await books.reconcile();
  expect(await books.states()).toMatchObject({ applied: 1 });
  expect(fortnox.books.invoices).toHaveLength(1);
});

describe('overwritten with an older state', () => {
  test('notices it at its next look, and puts back exactly what is missing, exactly once', async () => {
    await apply(2);
    const restore = fortnox.backUp();
    const lost = await apply(3);
    restore();
    expect(await books.reconcile()).toEqual(inOrder(3, 1));
    await books.expectInOrder();
    expect(await books.heals()).toMatchObject([
      { found_by: 'full_audit', lost: 3, healed_at: expect.any(Date) },
    ]);
    const [overwritten] = await books.eventsOf('book:overwritten');
    expect([...((overwritten?.data.lost ?? []) as string[])].sort()).toEqual(lost.map(({ id }) => id).sort());
    expect(await books.reconcile()).toEqual(inOrder(0));
    expect(fortnox.books.invoices).toHaveLength(5);
  });

  test('again and again, in the middle of a batch too, with mail arriving all the time', async () => {
    const restore = fortnox.backUp();
    await apply(2);
    const middle = fortnox.backUp();
    await books.receive(4);
    fortnox.fail('POST supplierinvoices', null, null, { status: 503 });
    expect(await books.reconcile()).toMatchObject({ kind: 'waiting', code: 'copy_unreachable' });
    expect(fortnox.books.invoices).toHaveLength(4);
    middle();
    await books.receive(1);
    expect(await books.reconcile()).toEqual(inOrder(5));
    restore();
    await books.receive(1);
    expect(await books.reconcile()).toEqual(inOrder(8, 1));
    await books.expectInOrder();
  });

  test('by one invoice only, a person is asked: it may have been deleted as well', async () => {
    await apply(2);
    const restore = fortnox.backUp();
    const [last] = await apply(1);
    restore();
    expect(await books.reconcile()).toEqual(inOrder(0));
    expect(await audit()).toMatchObject({ verdict: 'attention', asked: [last?.id] });
    await books.ledger.transaction(({ db }) => decideVanished(db, [last?.id ?? ''], 'wanted', anna));
    expect(await books.reconcile()).toEqual(inOrder(1));
    expect(await audit()).toMatchObject({ verdict: 'in_order', asked: [] });
    await books.expectInOrder();
  });
});

describe('people', () => {
  test('registered it by hand: linked, and their row is left as it is', async () => {
    const number = unique('H');
    const key = await books.database.register(books.book, invoiceOf({ number: `${number}/` }));
    const before = structuredClone(fortnox.books.invoices);
    const [linked] = await books.receive(1, { number });
    expect(await books.reconcile()).toEqual(inOrder(1));
    expect(await invoiceRow(books.ledger, linked?.id ?? '')).toMatchObject({
      outcome: 'linked',
      placed_key: key,
    });
    expect(fortnox.books.invoices).toEqual(before);
    await books.expectInOrder();
  });

  test('registered it with another amount: a conflict, and nothing is written', async () => {
    const number = unique('H');
    await books.database.register(books.book, invoiceOf({ number, payable: '9.00' }));
    await books.receive(1, { number });
    expect(await books.reconcile()).toEqual(inOrder(0));
    expect(await books.states()).toEqual({ conflict: 1 });
    expect(posts()).toBe(0);
  });

  test('deleted one in the middle: they are asked, and it stays deleted while newer ones are put back', async () => {
    const [deleted] = await apply(2);
    const restore = fortnox.backUp();
    await apply(3);
    const keyOf = async (id = '') => (await invoiceRow(books.ledger, id)).placed_key ?? '';
    fortnox.takeAway(await keyOf(deleted?.id));
    expect(await books.reconcile()).toEqual(inOrder(0));
    expect(await audit()).toMatchObject({ asked: [deleted?.id] });
    await books.ledger.transaction(({ db }) => decideVanished(db, [deleted?.id ?? ''], 'deleted', anna));
    restore();
    fortnox.takeAway(await keyOf(deleted?.id));
    expect(await books.reconcile()).toEqual(inOrder(3, 1));
    await books.expectInOrder({ deleted: 1 });
  });

  test('cancelled it, or gave it another supplier and number: it still is ours', async () => {
    await apply(2);
    const [one, two] = fortnox.books.invoices;
    Object.assign(one ?? {}, { Cancel: true });
    Object.assign(two ?? {}, { InvoiceNumber: 'rättad' });
    expect(await books.reconcile()).toEqual(inOrder(0));
    expect(await audit()).toMatchObject({ verdict: 'in_order' });
    expect(posts()).toBe(2);
  });
});

describe('an answer that is lost', () => {
  test.each([
    ['POST supplierinvoices', 'lost after'],
    ['POST supplierinvoices', 'lost before'],
    ['POST supplierinvoices', 'error after'],
    ['POST suppliers', 'lost after'],
    ['POST suppliers', 'lost before'],
    ['POST inbox', 'lost after'],
    ['POST supplierinvoicefileconnections', 'lost after'],
    ['POST supplierinvoicefileconnections', 'lost before'],
  ] as const)(
    'to %s (%s) is resolved by reading: nothing is lost, nothing is twice',
    async (request, fault) => {
      await books.receive(2);
      fortnox.fail(request, fault);
      await reconcileUntilInOrder();
      await books.expectInOrder();
      expect(fortnox.books.suppliers).toHaveLength(1);
      expect(fortnox.books.connections.map(({ SupplierInvoiceNumber: key }) => key)).toEqual(['1', '2']);
      expect(fortnox.books.inbox).toEqual([]);
      expect(await books.heals()).toEqual([]);
    },
  );

  test('whenever it is asked for: nothing is written in the dark', async () => {
    await books.receive(1);
    fortnox.fail('POST supplierinvoices', 'lost after');
    fortnox.fail('GET suppliers', null, ...Array.from({ length: 8 }, () => 'lost before' as const));
    expect(await books.reconcile()).toMatchObject({ kind: 'waiting', code: 'copy_unreachable' });
    expect(await reconcileUntilInOrder()).toBeLessThanOrEqual(3);
    expect(posts()).toBe(1);
    await books.expectInOrder();
  });
});

describe('what it refuses', () => {
  test('of one invoice alone is told with its words, and the others go on', async () => {
    fortnox.refuse('Spärrad Leverantör AB');
    const [bad] = await books.receive(1, { supplier: 'Spärrad Leverantör AB' });
    await books.receive(2);
    expect(await books.reconcile()).toEqual(inOrder(2));
    expect(await books.states()).toEqual({ applied: 2, quarantined: 1 });
    expect((await invoiceRow(books.ledger, bad?.id ?? '')).reasons).toMatchObject([
      { code: 'refused_by_copy', message: expect.stringContaining('Leverantören är spärrad. (2001304)') },
    ]);
    await books.expectInOrder();
  });

  test('for lack of a right holds everything, with a hint', async () => {
    await books.receive(1);
    fortnox.fail('POST supplierinvoices', { status: 403 });
    expect(await books.reconcile()).toMatchObject({ kind: 'waiting', code: 'copy_permission' });
    expect(await troubleOf()).toMatchObject({ hint: expect.stringContaining('rights') });
    expect(await books.reconcile()).toEqual(inOrder(1));
  });

  test('because it is asked too often is waited for as long as it says', async () => {
    fortnox.allow(6, 200);
    await books.receive(3);
    expect(await books.reconcile()).toEqual(inOrder(3));
    await books.expectInOrder();
  });

  test('for longer than a sweep may take is left to the next one', async () => {
    await books.receive(1);
    fortnox.fail('POST supplierinvoices', { status: 429, retryAfter: 60 });
    expect(await books.reconcile()).toMatchObject({ kind: 'waiting', code: 'copy_unreachable' });
    expect(await books.reconcile()).toEqual(inOrder(1));
  });

  test('because the token is too old gets a new one', async () => {
    await apply(1);
    fortnox.expireTokens();
    await books.receive(1);
    expect(await books.reconcile()).toEqual(inOrder(1));
    await books.expectInOrder();
  });
});

describe('workers', () => {
  test('one that lost its hold in its sleep says nothing more, and the next one goes on', async () => {
    await books.receive(2);
    // As the server does with a transaction that has been idle for too long.
    fortnox.before('GET inbox', async () => {
      const { rowCount } = await books.ledger.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'staging-post outbox'`,
      );
      expect(rowCount).toBe(1);
    });
    expect(await books.reconcile()).toMatchObject({ kind: 'waiting', code: 'copy_held' });
    expect(posts()).toBe(0);
    expect(await books.reconcile()).toEqual(inOrder(2));
    await books.expectInOrder();
  });

  test('with as many books in hand as the ledger has connections come through', async () => {
    const others = await Promise.all([1, 2, 3].map(() => openBookkeeping(books.ledger, fortnoxKind)));
    const all = [books, ...others];
    for (const each of all) await each.receive(2);
    const results = await Promise.all(all.map((each) => each.reconcile()));
    expect(results).toEqual(all.map(() => inOrder(2)));
    for (const each of others) await each.close();
  });
});

test('another company at the address is not written to, nor taken for an overwrite', async () => {
  await apply(2);
  await books.reconcile();
  const [theirs, ours] = ['559999-0001', fortnox.books.company];
  const kept = fortnox.books.invoices;
  Object.assign(fortnox.books, { company: theirs, invoices: [] });
  await books.receive(1);
  expect(await books.reconcile()).toMatchObject({ kind: 'waiting', code: 'other_company' });
  expect(fortnox.books.invoices).toEqual([]);
  Object.assign(fortnox.books, { company: ours, invoices: kept });
  expect(await books.reconcile()).toEqual(inOrder(1));
  await books.expectInOrder();
});

test('a ledger that was restored from a backup finds what stands there under our ids, and doubles nothing', async () => {
  const rows = await apply(3);
  const { db } = books.ledger;
  // The backup was taken when these had only arrived.
  await db.deleteFrom('outbox').where('book', '=', books.book).execute();
  await db.updateTable('marked_copy').set({ receipt_count: 0 }).where('book', '=', books.book).execute();
  await db
    .updateTable('invoice')
    .set({
      state: 'ready',
      outcome: null,
      placed_table: null,
      placed_key: null,
      applied_at: null,
      batch: null,
    })
    .where('book', '=', books.book)
    .execute();
  expect(await books.reconcile()).toEqual(inOrder(3));
  expect(posts()).toBe(3);
  expect((await invoiceRow(books.ledger, rows[0]?.id ?? '')).outcome).toBe('applied');
  await books.expectInOrder();
});

test('a list of many pages is read to its end', async () => {
  for (let n = 0; n < 1_203; n += 1)
    await books.database.register(books.book, invoiceOf({ number: `H-${n}` }));
  await apply(1);
  await books.reconcile();
  expect(fortnox.requests.slice(-4)).toEqual([
    'GET companyinformation',
    ...Array(3).fill('GET supplierinvoices'),
  ]);
  await books.expectInOrder({ byHand: 1_203 });
});

test('an id that stands there twice is found by the check', async () => {
  await apply(1);
  const [one] = fortnox.books.invoices;
  fortnox.books.invoices.push({ ...one, GivenNumber: '99' } as (typeof fortnox.books.invoices)[number]);
  const copy = books.database.open();
  expect((await copy.check()).problems).toMatchObject([
    { code: 'written_twice', message: expect.stringMatching(/2 times: 1, 99/) },
  ]);
});

test('the secret is sealed in the ledger, and never shown', async () => {
  const [copy] = await copiesOf(books.ledger.db, books.book);
  expect(copy).toMatchObject({ kind: 'fortnox', url_sealed: expect.any(String) });
  expect(JSON.stringify(copy)).not.toContain('hemligt');
});
