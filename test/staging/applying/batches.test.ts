import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { genesisHead } from '../../../src/invoice/identity.ts';
import {
  abandonBatch,
  acknowledgeBatch,
  type BatchResult,
  findBatch,
  markApplied,
  openBatchOf,
} from '../../../src/staging/applying/batches.ts';
import { type BatchLimits, claimBatch } from '../../../src/staging/applying/claims.ts';
import { type Mandate, moveAuthority, readAuthority } from '../../../src/staging/books/authority.ts';
import { findLink, type LinkedReceipt, receiptsOfLinks } from '../../../src/staging/books/chain.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { invoiceStates } from '../../../src/staging/states.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import {
  addTestBook,
  addTestCopy,
  invoiceRow,
  putInto,
  stage,
  typesOfEvents,
  unique,
} from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());

const mandateOf = (book: string) => ({
  book,
  copy: 'cloud',
  copyId: crypto.randomUUID(),
  epoch: 1,
  head: genesisHead(book),
});

const claim = async (
  book: string,
  invoices = 100,
  changes: Partial<Mandate> = {},
  limits: Partial<BatchLimits> = {},
) =>
  await ledger.transaction(({ db }) =>
    claimBatch(db, { ...mandateOf(book), ...changes }, { invoices, ...limits }),
  );

/** A book with so many ready invoices, in order of arrival. */
async function bookWith(invoices: number): Promise<{ book: string; ids: string[] }> {
  const book = await addTestBook(ledger);
  await addTestCopy(ledger, book);
  const ids: string[] = [];
  for (let n = 0; n < invoices; n += 1) ids.push((await stage(ledger, book)).id);
  return { book, ids };
}

const receipt = (invoiceId: string, outcome: 'applied' | 'linked' = 'applied'): LinkedReceipt => ({
  invoiceId,
  outcome,
  table: 'supplier_invoice',
  key: '1',
});
const nothing: BatchResult = { head: null, receipts: [], found: [], disputed: [], refused: [] };
const acknowledge = async (batch: Awaited<ReturnType<typeof claim>>['batch'], result: Partial<BatchResult>) =>
  await ledger.transaction(({ db }) => acknowledgeBatch(db, batch, { ...nothing, ...result }));

describe('a claim', () => {
  test('records the intent and takes the ready ones, first come first, no more than asked for', async () => {
    const { book, ids } = await bookWith(4);
    await putInto(ledger, ids[1] as string, 'held');
    const { batch, invoices } = await claim(book, 2);
    expect(invoices.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    for (const { id } of invoices)
      expect(await invoiceRow(ledger, id)).toMatchObject({ state: 'applying', batch: batch.id });
    expect(batch).toMatchObject({ book, expected_head: genesisHead(book), epoch: 1 });
    expect(await openBatchOf(ledger.db, book)).toMatchObject({ ...batch, state: 'intended' });
    expect(await findBatch(ledger.db, book, batch.id)).toMatchObject(batch);
    expect((await invoiceRow(ledger, ids[3] as string)).state).toBe('ready');
  });

  test('holds so many bytes of documents, and lets nothing pass what waits before it', async () => {
    const { book } = await bookWith(0);
    const sizes = [40, 40, 40, 500, 10];
    const ids: string[] = [];
    for (const size of sizes)
      ids.push((await stage(ledger, book, { content: unique('d').padEnd(size, '.') })).id);
    const batches: string[][] = [];
    for (let taken = 0; taken < ids.length; ) {
      const { batch, invoices } = await claim(book, 4, {}, { documentBytes: 100 });
      expect(invoices.map(({ documents }) => documents[0]?.bytes)).toEqual(
        invoices.map(({ id }) => sizes[ids.indexOf(id)]),
      );
      batches.push(invoices.map(({ id }) => id));
      taken += invoices.length;
      await ledger.db.updateTable('batch').set({ state: 'abandoned' }).where('id', '=', batch.id).execute();
    }
    expect(batches).toEqual([ids.slice(0, 2), ids.slice(2, 3), ids.slice(3, 4), ids.slice(4)]);
  });

  test('tells the documents of an invoice in the order of its mail, each file once', async () => {
    const { book } = await bookWith(0);
    const invoice = await stage(ledger, book, { content: 'the same bytes' });
    // The same mail's file again, in another mail.
    await stage(ledger, book, { content: 'the same bytes' });
    const { invoices } = await claim(book);
    expect(invoices).toMatchObject([
      { id: invoice.id, documents: [{ fileName: 'faktura.xml', path: '1', bytes: 14 }] },
    ]);
  });

  test('may be empty: a batch that only moves the head', async () => {
    const { book } = await bookWith(1);
    expect((await claim(book, 0)).invoices).toEqual([]);
  });

  test('is one at a time within a book, for the database as well, but books do not wait for each other', async () => {
    const [one, other] = [await bookWith(1), await bookWith(1)];
    await claim(one.book);
    await expect(claim(one.book)).rejects.toMatchObject({ constraint: 'batch_open' });
    expect((await claim(other.book)).invoices).toHaveLength(1);
  });

  test.each<[string, Partial<Mandate>]>([
    ['another copy', { copy: 'laptop' }],
    ['another epoch', { epoch: 2 }],
    ['another tip', { head: 'long past' }],
  ])('is refused to a worker that read %s before it slept, and records nothing', async (_, changes) => {
    const { book, ids } = await bookWith(1);
    await expect(claim(book, 100, changes)).rejects.toMatchObject({ code: 'authority_moved' });
    expect(await openBatchOf(ledger.db, book)).toBeUndefined();
    expect((await invoiceRow(ledger, ids[0] as string)).state).toBe('ready');
  });

  test('by two at the same moment succeeds for one', async () => {
    const { book } = await bookWith(3);
    const tries = await Promise.allSettled([claim(book), claim(book)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('of a book does not find the batch of another, nor what is no id', async () => {
    const [one, other] = [await bookWith(1), await bookWith(0)];
    const { batch } = await claim(one.book);
    expect(await findBatch(ledger.db, other.book, batch.id)).toBeUndefined();
    expect(await findBatch(ledger.db, one.book, 'what a stranger wrote there')).toBeUndefined();
  });
});

describe('acknowledged', () => {
  test('each invoice goes where the copy said, the link joins the chain, and the tip moves', async () => {
    const { book, ids } = await bookWith(6);
    const [applied, linked, found, disputed, refused, unwritten] = ids as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const { batch } = await claim(book);
    const receipts = [receipt(applied), receipt(linked, 'linked')];
    await acknowledge(batch, {
      head: 'new-head',
      receipts,
      found: [receipt(found)],
      disputed: [{ id: disputed, message: 'another amount there' }],
      refused: [{ id: refused, message: 'no such supplier' }],
    });
    const rows = await Promise.all(ids.map((id) => invoiceRow(ledger, id)));
    expect(rows.map(({ state, outcome, batch: of }) => [state, outcome, of])).toEqual([
      ['applied', 'applied', null],
      ['applied', 'linked', null],
      ['applied', 'applied', null],
      ['conflict', null, null],
      ['quarantined', null, null],
      ['ready', null, null],
    ]);
    expect(rows[3]?.reasons).toEqual([{ code: 'conflict', message: 'another amount there' }]);
    expect(rows[4]?.reasons).toEqual([{ code: 'refused_by_copy', message: 'no such supplier' }]);
    expect((await typesOfEvents(ledger, applied)).slice(1)).toEqual(['invoice:claim', 'invoice:apply']);
    expect((await typesOfEvents(ledger, unwritten)).slice(1)).toEqual(['invoice:claim', 'invoice:return']);
    expect(await findLink(ledger.db, book, 'new-head')).toMatchObject({
      parent: genesisHead(book),
      depth: 1,
    });
    expect(await receiptsOfLinks(ledger.db, book, ['new-head'])).toEqual(receipts);
    expect((await readAuthority(ledger.db, book)).head).toBe('new-head');
    expect(await openBatchOf(ledger.db, book)).toBeUndefined();
  });

  test('with nothing written the tip stays', async () => {
    const { book, ids } = await bookWith(1);
    const { batch } = await claim(book);
    await acknowledge(batch, { disputed: [{ id: ids[0] as string, message: 'x' }] });
    expect((await readAuthority(ledger.db, book)).head).toBe(genesisHead(book));
    expect(await findBatch(ledger.db, book, batch.id)).toMatchObject({ state: 'acknowledged' });
  });

  test('what was claimed anew after an abandoned batch is not given back by the late one', async () => {
    const { book, ids } = await bookWith(1);
    const { batch } = await claim(book);
    await ledger.transaction(({ db }) => abandonBatch(db, batch, 'its worker died'));
    const next = await claim(book);
    await expect(acknowledge(batch, {})).rejects.toMatchObject({ code: 'batch_resolved' });
    expect(await invoiceRow(ledger, ids[0] as string)).toMatchObject({
      state: 'applying',
      batch: next.batch.id,
    });
  });
});

describe('a batch is resolved once', () => {
  const resolve = {
    acknowledged: (batch: Awaited<ReturnType<typeof claim>>['batch']) =>
      acknowledge(batch, { head: 'late-head' }),
    abandoned: (batch: Awaited<ReturnType<typeof claim>>['batch']) =>
      ledger.transaction(({ db }) => abandonBatch(db, batch, 'its worker died')),
  };

  test.each([
    ['acknowledged', 'acknowledged'],
    ['acknowledged', 'abandoned'],
    ['abandoned', 'acknowledged'],
    ['abandoned', 'abandoned'],
  ] as const)('%s, it cannot be %s any more, and nothing moves', async (first, second) => {
    const { book, ids } = await bookWith(1);
    const { batch } = await claim(book);
    await resolve[first](batch);
    const before = [await readAuthority(ledger.db, book), await invoiceRow(ledger, ids[0] as string)];
    await expect(resolve[second](batch)).rejects.toMatchObject({ code: 'batch_resolved' });
    expect([await readAuthority(ledger.db, book), await invoiceRow(ledger, ids[0] as string)]).toEqual(
      before,
    );
    expect(await findBatch(ledger.db, book, batch.id)).toMatchObject({ state: first });
  });

  test('also when two come at the same moment', async () => {
    const { batch } = await claim((await bookWith(1)).book);
    const tries = await Promise.allSettled([resolve.acknowledged(batch), resolve.abandoned(batch)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a receipt found in the copy', () => {
  test.each(invoiceStates.filter((state) => state !== 'applied' && state !== 'applying'))(
    'makes an invoice applied that was %s',
    async (state) => {
      const { ids } = await bookWith(1);
      const id = ids[0] as string;
      await putInto(ledger, id, state);
      await markApplied(ledger.db, [receipt(id, 'linked')], { batch: null, copy: 'cloud' });
      expect(await invoiceRow(ledger, id)).toMatchObject({
        state: 'applied',
        outcome: 'linked',
        placed_table: 'supplier_invoice',
        placed_key: '1',
        applied_at: expect.any(Date),
      });
      expect((await typesOfEvents(ledger, id)).at(-1)).toBe('invoice:find');
    },
  );

  test('of one that is applied changes nothing; of one that the ledger does not know, neither', async () => {
    const { ids } = await bookWith(1);
    const id = ids[0] as string;
    await putInto(ledger, id, 'applied');
    const before = await invoiceRow(ledger, id);
    await markApplied(ledger.db, [receipt(id, 'linked'), receipt('i-unknown')], {
      batch: null,
      copy: 'cloud',
    });
    expect(await invoiceRow(ledger, id)).toEqual(before);
    expect(await typesOfEvents(ledger, 'i-unknown')).toEqual([]);
  });
});

describe('the epoch', () => {
  test.each([
    ['back', 4, 'cloud'],
    ['on the spot to another copy', 5, null],
  ])('does not go %s', async (_, epoch, copy) => {
    const book = await addTestBook(ledger);
    await addTestCopy(ledger, book);
    await moveAuthority(ledger.db, { book, copy: 'cloud', epoch: 5, actor: 'test' });
    const move = ledger.transaction(({ db }) => moveAuthority(db, { book, copy, epoch, actor: 'test' }));
    await expect(move).rejects.toMatchObject({ constraint: 'authority_epoch' });
    expect(await readAuthority(ledger.db, book)).toMatchObject({ copy: 'cloud', epoch: 5 });
  });
});
