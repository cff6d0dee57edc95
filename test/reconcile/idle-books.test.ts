/** A sweep of books with nothing to do: one look each, and a round for every book that is not exactly as expected. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openRegisteredCopy } from '../../src/reconcile/mandate.ts';
import { createReconciler, type Reconciler } from '../../src/reconcile/reconciler.ts';
import { readAuthority } from '../../src/staging/books/authority.ts';
import { findCopy } from '../../src/staging/books/copies.ts';
import { stage } from '../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { type Bookkeeping, openBookkeeping } from './support/bookkeeping.ts';
import { postgresKind } from './support/postgres-database.ts';
import { sqliteKind } from './support/sqlite-database.ts';

let testLedger: TestLedger;
const opened: Bookkeeping[] = [];
let looks: { opened: number; transactions: number };
let reconciler: Reconciler;
beforeAll(async () => {
  testLedger = await createTestLedger();
  reconciler = createReconciler(
    testLedger.ledger,
    { batchSize: 10, reinstallAfterMs: 0, sweepIntervalMs: 24 * 60 * 60_000, concurrency: 2 },
    (registered, url) => {
      looks.opened += 1;
      const copy = openRegisteredCopy(registered, url);
      return {
        ...copy,
        transaction: (work) => {
          looks.transactions += 1;
          return copy.transaction(work);
        },
      };
    },
  );
});
afterAll(async () => {
  await reconciler?.stop();
  for (const books of opened) await books.close();
  await testLedger?.drop();
});

async function sweep(): Promise<typeof looks> {
  looks = { opened: 0, transactions: 0 };
  await reconciler.sweep();
  return looks;
}

const seenAt = async ({ book }: Bookkeeping) => (await findCopy(testLedger.ledger.db, book, 'cloud')).seen_at;

test('idle books are looked at once, those in one database together, and whatever is not as expected has its round', async () => {
  const alone = await openBookkeeping(testLedger.ledger, sqliteKind('delete'));
  const first = await openBookkeeping(testLedger.ledger, postgresKind);
  const neighbour = await openBookkeeping(testLedger.ledger, postgresKind, first.database);
  opened.push(alone, first);
  for (const books of [alone, first, neighbour]) await books.receive(2);
  // A round for each: they have work to do.
  expect(await sweep()).toMatchObject({ opened: 3, transactions: 3 });
  for (const books of [alone, first, neighbour]) expect(await books.states()).toEqual({ applied: 2 });

  const before = await seenAt(neighbour);
  expect(await sweep()).toEqual({ opened: 2, transactions: 0 });
  expect((await seenAt(neighbour))?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
  expect((await seenAt(alone))?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);

  // One is overwritten, and the same look sees it: its own round heals it, the others have none.
  const copyBack = await alone.database.takeHome?.();
  await alone.receive(1);
  await sweep();
  await copyBack?.();
  expect((await sweep()).opened).toBe(3);
  expect(await alone.heals()).toMatchObject([
    { found_by: 'older_head', lost: 1, healed_at: expect.any(Date) },
  ]);
  await alone.expectInOrder();

  // An invoice that came, and a trouble that stands, each make a round.
  await stage(testLedger.ledger, neighbour.book);
  expect(await sweep()).toMatchObject({ opened: 3, transactions: 1 });
  await first.database.sql?.(`update staging_post_copy set fenced = true where book = '${first.book}'`);
  expect((await sweep()).opened).toBe(3);
  const { trouble } = await findCopy(testLedger.ledger.db, first.book, 'cloud');
  expect(trouble).toMatchObject({ code: 'fenced' });
  await first.database.sql?.(`update staging_post_copy set fenced = false where book = '${first.book}'`);
  // Its round takes the trouble back; only then it is idle again.
  expect((await sweep()).opened).toBe(3);
  expect((await findCopy(testLedger.ledger.db, first.book, 'cloud')).trouble).toBeNull();
  expect((await sweep()).opened).toBe(2);
});

test('a database out of reach keeps nobody from being looked at, and its own books say so', async () => {
  const gone = await openBookkeeping(testLedger.ledger, sqliteKind('delete'));
  await gone.receive(1);
  await sweep();
  const { head } = await readAuthority(testLedger.ledger.db, gone.book);
  await gone.close();
  await sweep();
  const copy = await findCopy(testLedger.ledger.db, gone.book, 'cloud');
  expect(copy).toMatchObject({ seen_head: head, trouble: { code: 'copy_unreachable' } });
});
