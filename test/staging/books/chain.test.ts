import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { genesisHead, nextHead } from '../../../src/invoice/identity.ts';
import {
  addLink,
  findFork,
  findLink,
  type LinkedReceipt,
  receiptsOfLinks,
} from '../../../src/staging/books/chain.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook } from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());

const receipt = (invoiceId: string): LinkedReceipt => ({
  invoiceId,
  outcome: 'applied',
  table: 't',
  key: invoiceId,
});

const link = async (book: string, parent: string | null, head: string, receipts: LinkedReceipt[] = []) =>
  await addLink(ledger.db, { book, head, parent, batch: null, epoch: 1, copyId: null, receipts });

/** The heads from this one down to its root. */
function ancestry(parents: Map<string, string | null>, head: string): string[] {
  const line = [];
  for (let at: string | null = head; at !== null; at = parents.get(at) ?? null) line.push(at);
  return line;
}

describe('a head', () => {
  test('follows from everything that its batch was: another part, another head', () => {
    const part = fc.tuple(fc.string(), fc.uuid(), fc.nat(), fc.array(fc.string(), { maxLength: 4 }));
    fc.assert(
      fc.property(part, part, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(nextHead(...one) === nextHead(...other)).toBe(isSame);
        expect(nextHead(...one)).toBe(nextHead(...one));
      }),
    );
  });

  test.each<[string, Parameters<typeof nextHead>]>([
    ['another head below', ['g', 'b', 1, ['x', 'y']]],
    ['another batch', ['h', 'c', 1, ['x', 'y']]],
    ['another epoch', ['h', 'b', 2, ['x', 'y']]],
    ['another order', ['h', 'b', 1, ['y', 'x']]],
    ['the same letters cut elsewhere', ['h', 'b', 1, ['xy']]],
    ['one less', ['h', 'b', 1, ['x']]],
  ])('%s is another head', (_, changed) => {
    expect(nextHead(...changed)).not.toBe(nextHead('h', 'b', 1, ['x', 'y']));
  });

  test('begins for each book elsewhere', async () => {
    const [one, other] = [await addTestBook(ledger), await addTestBook(ledger)];
    expect(genesisHead(one)).not.toBe(genesisHead(other));
    expect(await findLink(ledger.db, one, genesisHead(one))).toEqual({
      head: genesisHead(one),
      parent: null,
      depth: 0,
    });
    expect(await findLink(ledger.db, one, genesisHead(other))).toBeUndefined();
  });
});

describe('a link', () => {
  test('stands one above its parent, with its receipts in order', async () => {
    const book = await addTestBook(ledger);
    const ids = ['c', 'a', 'b'];
    await link(book, genesisHead(book), 'one', ids.map(receipt));
    await link(book, 'one', 'two', [receipt('d')]);
    expect(await findLink(ledger.db, book, 'two')).toEqual({ head: 'two', parent: 'one', depth: 2 });
    const receipts = await receiptsOfLinks(ledger.db, book, ['two', 'one']);
    expect(receipts).toEqual([...ids, 'd'].map(receipt));
    expect(await receiptsOfLinks(ledger.db, book, [])).toEqual([]);
  });

  test('that is there already stays as it is', async () => {
    const book = await addTestBook(ledger);
    await link(book, genesisHead(book), 'one', [receipt('a')]);
    await link(book, genesisHead(book), 'one', [receipt('a'), receipt('b')]);
    expect(await receiptsOfLinks(ledger.db, book, ['one'])).toEqual([receipt('a')]);
  });

  test('may hold more receipts than one statement takes', async () => {
    const book = await addTestBook(ledger);
    const many = Array.from({ length: 12_001 }, (_, n) => receipt(`i${n}`));
    await link(book, genesisHead(book), 'one', many);
    expect(await receiptsOfLinks(ledger.db, book, ['one'])).toEqual(many);
  });
});

describe('the fork between two heads', () => {
  const fork = async (book: string, tip: string, found: string) => {
    const [one, other] = await Promise.all([tip, found].map((head) => findLink(ledger.db, book, head)));
    if (!one || !other) throw new Error('both heads must be in the chain');
    return await findFork(ledger.db, book, one, other);
  };

  test('is found in any tree: what only the one has, what only the other has, and where they part', async () => {
    // Link n stands on one of those before it, or is a root of its own (as a full audit adopts one).
    const tree = fc.array(fc.option(fc.nat(), { freq: 8 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(), fc.nat(), async (shape, one, other) => {
        const book = await addTestBook(ledger);
        const parents = new Map<string, string | null>([[genesisHead(book), null]]);
        for (const [n, choice] of shape.entries()) {
          const known = [...parents.keys()];
          const parent = choice === null ? null : (known[choice % known.length] as string);
          parents.set(`h${n}`, parent);
          await link(book, parent, `h${n}`);
        }
        const heads = [...parents.keys()];
        const [tip, found] = [heads[one % heads.length] as string, heads[other % heads.length] as string];
        const [left, right] = [ancestry(parents, tip), ancestry(parents, found)];
        const common = left.find((head) => right.includes(head)) ?? null;
        const above = (line: string[]) => line.slice(0, common === null ? undefined : line.indexOf(common));
        expect(await fork(book, tip, found)).toEqual({
          ancestor: common,
          leftBehind: above(left),
          arrivedAt: above(right),
        });
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  test('is found in few questions, however long the chain and the branches are', async () => {
    const book = await addTestBook(ledger);
    const grow = async (from: string, name: string, links: number) => {
      let head = from;
      for (let n = 0; n < links; n += 1) {
        await link(book, head, `${name}${n}`);
        head = `${name}${n}`;
      }
      return head;
    };
    const trunk = await grow(genesisHead(book), 'trunk', 300);
    const [left, right] = [await grow(trunk, 'left', 60), await grow(trunk, 'right', 45)];
    const [tip, found] = await Promise.all([left, right].map((head) => findLink(ledger.db, book, head)));
    if (!tip || !found) throw new Error('both heads must be in the chain');
    let asked = 0;
    const counting = ledger.db.withPlugin({
      transformQuery: ({ node }) => {
        asked += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const { ancestor, leftBehind, arrivedAt } = await findFork(counting, book, tip, found);
    expect({ ancestor, left: leftBehind.length, right: arrivedAt.length }).toEqual({
      ancestor: 'trunk299',
      left: 60,
      right: 45,
    });
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(20);
  });
});
