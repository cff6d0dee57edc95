import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sha256 } from '../../../src/invoice/identity.ts';
import type { BatchLimits } from '../../../src/staging/applying/claims.ts';
import { contentsAhead } from '../../../src/staging/applying/contents-ahead.ts';
import { copyOut, memoryInTurn } from '../../../src/staging/postgres/copy-out.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, putInto, stage, unique } from '../support/staged.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => await fresh.drop());

const read = async (book: string, limits: BatchLimits) =>
  [...(await contentsAhead(fresh.ledger, book, limits, { rows: 0, bytes: 0 }))].map(([hash, content]) => {
    expect(sha256(content)).toBe(hash);
    return content.toString();
  });

test('what is read ahead is what the next ready invoices of that book need, and no more than a batch may hold', async () => {
  const { ledger } = fresh;
  const [book, other] = [await addTestBook(ledger), await addTestBook(ledger)];
  const contents = Array.from({ length: 5 }, () => unique('document').padEnd(40, '.'));
  const ids: string[] = [];
  for (const content of contents) ids.push((await stage(ledger, book, { content })).id);
  await stage(ledger, other, { content: unique('of another book') });
  await putInto(ledger, ids[0] as string, 'held');
  expect((await read(book, { invoices: 3 })).sort()).toEqual(contents.slice(1, 4).sort());
  expect((await read(book, { invoices: 3, documentBytes: 100 })).sort()).toEqual(contents.slice(1, 3).sort());
  expect(await read(book, { invoices: 3, documentBytes: 39 })).toEqual([]);
  expect(await read("nobody's", { invoices: 3 })).toEqual([]);
});

test('a document that lies in several chunks is left for its batch', async () => {
  const book = await addTestBook(fresh.ledger);
  await stage(fresh.ledger, book, { content: 'x'.repeat(1024 * 1024 + 1) });
  expect(await read(book, { invoices: 3 })).toEqual([]);
});

test('the memory of one that was read is used again for the one after the next', async () => {
  const take = memoryInTurn();
  const [first, second, third, larger] = [take(100), take(90), take(80), take(101)];
  expect(new Set([first, second, larger]).size).toBe(3);
  expect(third).toBe(first);
  expect(take(101)).not.toBe(larger);
  const [row] = await copyOut(
    fresh.ledger.pool,
    "select 'read into it'",
    { rows: 1, bytes: 12 },
    () => first,
  );
  expect(row?.[0]?.buffer).toBe(first.buffer);
});

test('a ledger that gives none is no error', async () => {
  const broken = {
    log: fresh.ledger.log,
    pool: { connect: async () => await Promise.reject(new Error('out of reach')) },
  };
  const ahead = contentsAhead(broken as never, 'book', { invoices: 3 }, { rows: 1, bytes: 1 });
  expect((await ahead).size).toBe(0);
});
