import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';

let test1: TestLedger;
beforeAll(async () => {
  test1 = await createTestLedger();
});
afterAll(async () => await test1.drop());

test('a transaction that throws leaves nothing behind', async () => {
  const { ledger } = test1;
  await expect(
    ledger.transaction(async (tx) => {
      await tx.db.insertInto('book').values({ slug: 'acme', name: 'Acme' }).execute();
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await ledger.db.selectFrom('book').selectAll().execute()).toEqual([]);
});
