import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { genesisHead } from '../../../src/invoice/identity.ts';
import { claimBatch } from '../../../src/staging/applying/claims.ts';
import { holdMandate, type Mandate, moveAuthority, moveTip } from '../../../src/staging/books/authority.ts';
import { addBook } from '../../../src/staging/books/books.ts';
import { addCopy } from '../../../src/staging/books/copies.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';

const book = 'nordvik';
const copyId = '5f0c1f9e-8a52-4d8e-9f43-0c8f0c4a9b11';
const mandate: Mandate = { book, copy: 'cloud', copyId, epoch: 1, head: genesisHead(book) };
let testLedger: TestLedger;

beforeAll(async () => {
  testLedger = await createTestLedger();
  const { ledger } = testLedger;
  await ledger.transaction(async ({ db }) => {
    await addBook(db, { slug: book, name: 'Nordvik AB' }, 'test');
    await addCopy(ledger, db, { book, name: 'cloud', kind: 'sqlite', url: 'sqlite:/a.db', copyId }, 'test');
    await moveAuthority(db, { book, copy: 'cloud', epoch: 1, actor: 'test' });
  });
});
afterAll(async () => await testLedger.drop());

test('a mandate holds as long as copy, epoch and tip are as they were read', async () => {
  const { ledger } = testLedger;
  await ledger.transaction(async ({ db }) => await holdMandate(db, mandate));
  for (const stale of [{ copy: 'laptop' }, { epoch: 0 }, { head: 'another head' }]) {
    const held = ledger.transaction(async ({ db }) => await holdMandate(db, { ...mandate, ...stale }));
    await expect(held).rejects.toMatchObject({ code: 'authority_moved' });
  }
});

test('a worker that read the tip and slept intends nothing: the copy may stand at that old head again', async () => {
  const { ledger } = testLedger;
  await ledger.transaction(async ({ db }) => await moveTip(db, book, 'a later head'));
  const claim = ledger.transaction(async ({ db }) => await claimBatch(db, mandate, { invoices: 10 }));
  await expect(claim).rejects.toMatchObject({ code: 'authority_moved' });
  expect(await ledger.db.selectFrom('batch').selectAll().execute()).toEqual([]);
});
