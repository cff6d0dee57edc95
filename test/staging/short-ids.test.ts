import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/staging/ledger.ts';
import { storeContent } from '../../src/staging/originals.ts';
import { wholeId, wholeIds } from '../../src/staging/short-ids.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';

const [one, two, percent] = ['dabcdef-one', 'dabcdef-two', 'd%_cdef-odd'];

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
  const original = await storeContent(ledger.db, Buffer.from('mail'));
  await ledger.db
    .insertInto('delivery')
    .values([one, two, percent].map((id) => ({ id, original, reasons: '[]' })))
    .execute();
});
afterAll(async () => await fresh.drop());

describe('an id', () => {
  test('may be written whole, or shortened to where it is still one', async () => {
    expect(await wholeId(ledger.db, 'delivery', one)).toBe(one);
    expect(await wholeId(ledger.db, 'delivery', 'dabcdef-t')).toBe(two);
  });

  test('that fits several is asked for more, with what it fits', async () => {
    await expect(wholeId(ledger.db, 'delivery', 'dabcdef')).rejects.toMatchObject({
      code: 'ambiguous_id',
      kind: 'usage',
      hint: expect.stringMatching(/dabcdef-one, dabcdef-two/),
    });
  });

  test.each(['', 'd%_cd', 'dabcdef-three', 'xabcdef'])(
    'that fits nothing is told as such: "%s"',
    async (given) => {
      await expect(wholeId(ledger.db, 'delivery', given)).rejects.toMatchObject({
        code: 'no_such_delivery',
        kind: 'notFound',
      });
    },
  );

  test('is taken letter by letter: % and _ stand for themselves', async () => {
    await expect(wholeId(ledger.db, 'delivery', 'd%cdef')).rejects.toMatchObject({
      code: 'no_such_delivery',
    });
    expect(await wholeId(ledger.db, 'delivery', 'd%_cde')).toBe(percent);
  });

  test('of a delivery is not that of an invoice', async () => {
    await expect(wholeId(ledger.db, 'invoice', one)).rejects.toMatchObject({ code: 'no_such_invoice' });
  });
});

test('several keep their order, and the same one twice is one', async () => {
  const given = ['dabcdef-t', 'dabcdef-o', two];
  expect(await wholeIds(ledger.db, 'delivery', given)).toEqual([two, one]);
});
