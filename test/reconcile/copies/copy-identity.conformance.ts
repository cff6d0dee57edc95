/** The part of the port's suite that is about the identity row and the head in it. */
import { describe, expect, test } from '@jest/globals';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import type { DatabaseKind } from '../support/database.ts';
import { identityOf } from '../support/invoices.ts';
import { promised } from '../support/promises.ts';

const book = 'acme';

export interface OpenedIdentity {
  readonly copy: Copy;
  /** The same database once more, as another process would. */
  openAnother(): Copy;
}

async function gathered<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

export function describeIdentityInCopy(kind: DatabaseKind, here: OpenedIdentity): void {
  describe('identity', () => {
    test('reads back as it was written, whoever looks', async () => {
      const written = identityOf(book, { fenced: true, epoch: 9_007_199_254_740, batchId: 'b' });
      await here.copy.transaction((transaction) => transaction.writeIdentity(written));
      expect(await here.openAnother().readIdentity(book)).toEqual(written);
    });

    promised(kind, 'ownTables')(
      'is null for a book that the database does not hold, and before our tables are there',
      async () => {
        expect(await here.copy.readIdentity('other')).toBeNull();
        const empty = await kind.create();
        const fresh = empty.open();
        expect(await fresh.readIdentity(book)).toBeNull();
        expect(await fresh.transaction((transaction) => transaction.lockIdentity(book))).toBeNull();
        expect(await gathered(fresh.receipts(book))).toEqual([]);
        expect(await gathered(fresh.receiptsWithoutInvoice(book))).toEqual([]);
        await fresh.close();
        await empty.destroy();
      },
    );

    promised(kind, 'manyBooks')('of several books stand side by side in one database', async () => {
      const other = identityOf('other', { epoch: 7, copyId: '22222222-2222-4222-8222-222222222222' });
      await here.copy.transaction(async (transaction) => {
        await transaction.writeIdentity(other);
        await transaction.moveHead(book, { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 0 });
      });
      expect(await here.copy.readIdentity('other')).toEqual(other);
      expect((await here.copy.readIdentity(book))?.head).toBe('h');
      if (!here.copy.readIdentities) return;
      const together = await here.copy.readIdentities(['other', 'nobody', book]);
      const inOrder = together.toSorted((a, b) => a.book.localeCompare(b.book));
      expect(inOrder.map(({ book: of, head }) => [of, head])).toEqual([
        [book, 'h'],
        ['other', other.head],
      ]);
      expect(together).toContainEqual(other);
    });

    promised(kind, 'manyBooks')(
      'given by two at once to a book that has none is that of one of them',
      async () => {
        const give = async (epoch: number) =>
          await here.openAnother().transaction(async (transaction) => {
            if (await transaction.lockIdentity('new')) return null;
            await transaction.writeIdentity(identityOf('new', { epoch }));
            return epoch;
          });
        const outcomes = await Promise.allSettled([1, 2, 3].map(give));
        const given = outcomes.flatMap((outcome) =>
          outcome.status === 'fulfilled' && outcome.value !== null ? [outcome.value] : [],
        );
        expect(given).toHaveLength(1);
        expect(await here.copy.readIdentity('new')).toEqual(identityOf('new', { epoch: given[0] as number }));
        // Whoever was too late may be told so: then the next sweep looks again.
        const refused = outcomes.filter(({ status }) => status === 'rejected');
        expect(refused.map((each) => (each as { reason: { code: string } }).reason.code)).toEqual(
          refused.map(() => 'copy_unreachable'),
        );
      },
    );

    test('is locked and read in one', async () => {
      expect(await here.copy.transaction((transaction) => transaction.lockIdentity(book))).toEqual(
        identityOf(book),
      );
    });
  });

  describe('the head', () => {
    test('moves, and the receipts are counted on', async () => {
      for (const receiptsAdded of [2, 0, 3]) {
        const move = { head: `h${receiptsAdded}`, previousHead: 'p', batchId: 'b', receiptsAdded };
        await here.copy.transaction((transaction) => transaction.moveHead(book, move));
      }
      expect(await here.copy.readIdentity(book)).toEqual(
        identityOf(book, { head: 'h3', previousHead: 'p', batchId: 'b', receiptCount: 5 }),
      );
    });

    test('of a book without a row does not move in silence', async () => {
      const move = { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 0 };
      await expect(
        here.copy.transaction((transaction) => transaction.moveHead('other', move)),
      ).rejects.toThrow();
    });
  });
}
