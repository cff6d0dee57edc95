/**
 * A worker is killed between any two statements of an apply. The copy is then wholly before the batch or wholly after it (or, where it holds no table of ours, the invoices are in and the receipts are not yet),
 * and the next worker goes on from there: nothing is lost, nothing is twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BatchToApply } from '../../../src/reconcile/apply.ts';
import { candidatesOf } from '../../../src/reconcile/batch.ts';
import { claimBatch } from '../../../src/staging/applying/claims.ts';
import { readAuthority } from '../../../src/staging/books/authority.ts';
import { findCopy } from '../../../src/staging/books/copies.ts';
import { stage, unique } from '../../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { testPostgresDirectory } from '../../support/postgres.ts';
import { type Bookkeeping, openBookkeeping } from '../support/bookkeeping.ts';
import type { DatabaseKind } from '../support/database.ts';
import { packed } from '../support/dying-apply.ts';

const refused = 'Okänd Leverantör AB';
const program = fileURLToPath(new URL('../support/dying-apply.ts', import.meta.url));

export function describeKilledApply(kind: DatabaseKind): void {
  const { statements } = kind;
  if (statements === null) throw new Error(`${kind.title}: nobody watches its statements`);

  describe(`a worker killed between any two statements of an apply to ${kind.title}`, () => {
    let testLedger: TestLedger;
    let books: Bookkeeping;
    let waiting: ChildProcess | undefined;
    beforeAll(async () => {
      testLedger = await createTestLedger();
      books = await openBookkeeping(testLedger.ledger, kind);
      await books.database.refuse(refused, kind.rules.includes('trigger') ? 'trigger' : 'constraint');
    });
    afterAll(async () => {
      waiting?.kill('SIGKILL');
      await books?.close();
      await testLedger?.drop();
    });

    /** What the worker would have done: the intent is recorded, the rest is the dying process's. */
    async function intend(): Promise<BatchToApply> {
      const { ledger } = testLedger;
      for (const supplier of ['Norrby Kakel AB', refused, 'Bygdens Plåt AB']) {
        await stage(ledger, books.book, { supplier, organisationNumber: null, number: unique('F') });
      }
      const { batch, invoices } = await ledger.transaction(async ({ db }) => {
        const authority = await readAuthority(db, books.book);
        const registered = await findCopy(db, books.book, authority.copy ?? '');
        const { epoch, head } = authority;
        const mandate = { book: books.book, copy: registered.name, copyId: registered.copy_id, epoch, head };
        return await claimBatch(db, mandate, { invoices: 10 });
      });
      return {
        id: batch.id,
        book: books.book,
        copyId: batch.copy_id,
        epoch: batch.epoch,
        expectedHead: batch.expected_head,
        invoices: await candidatesOf(ledger, invoices),
        appliedAt: '2026-03-05T08:00:00.000Z',
      };
    }

    /** It loads its program and waits for its order; the next one does so while this one dies. */
    const startWorker = (): ChildProcess =>
      spawn(process.execPath, [program], {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          NODE_COMPILE_CACHE: path.join(testPostgresDirectory(), 'compiled'),
        },
        stdio: ['pipe', 'ignore', 'inherit'],
      });

    /** @returns whether it came through alive. */
    async function applyAndDieAt(dieAtStatement: number, batch: BatchToApply): Promise<boolean> {
      const child = waiting ?? startWorker();
      const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
      child.stdin?.end(
        packed({
          url: books.database.url,
          mapping: books.database.mapping ?? null,
          ledger: kind.lacks?.includes('ownTables') ? { url: testLedger.url, dir: testLedger.dir } : null,
          statements: statements ?? '',
          dieAtStatement,
          batch,
        }),
      );
      waiting = startWorker();
      const [code, signal] = await exit;
      if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the apply ended with ${code ?? signal}`);
      return code === 0;
    }

    test('leaves the copy wholly before or wholly after, and the next one goes on', async () => {
      let deaths = 0;
      const found = { before: 0, between: 0, after: 0 };
      for (let statement = 1; ; statement += 1) {
        const batch = await intend();
        const [one, , three] = batch.invoices;
        const isAlive = await applyAndDieAt(statement, batch);

        const { identity, receipts, numbers } = await books.look();
        const isIn = identity?.batchId === batch.id;
        found[isIn ? 'after' : 'before'] += 1;
        const ofBatch = receipts.filter(({ batchId }) => batchId === batch.id);
        expect(ofBatch.map(({ invoiceId }) => invoiceId).sort()).toEqual(
          isIn ? [String(one?.id), String(three?.id)].sort() : [],
        );
        const wanted = [one?.invoice.invoiceNumber, three?.invoice.invoiceNumber];
        const standing = numbers.filter((number) =>
          batch.invoices.some((each) => each.invoice.invoiceNumber === number),
        );
        if (isIn) expect(standing).toEqual(wanted);
        else if (standing.length > 0) {
          // Where our tables are elsewhere, the invoices may be in before their receipts are.
          expect(kind.lacks).toContain('ownTables');
          if (!kind.lacks?.includes('transactions')) expect(standing).toEqual(wanted);
          found.between += 1;
        }
        expect(identity?.receiptCount).toBe(receipts.length);
        expect(numbers).toHaveLength(receipts.length + (isIn ? 0 : standing.length));

        expect(await books.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 0 });
        await books.expectInOrder();
        if (isAlive) break;
        deaths += 1;
      }
      expect(deaths).toBeGreaterThan(10);
      expect(found.before).toBeGreaterThan(8);
      expect(found.after).toBeGreaterThan(0);
      if (kind.lacks?.includes('ownTables')) expect(found.between).toBeGreaterThan(0);
      const { numbers } = await books.look();
      expect(numbers).toHaveLength(2 * (deaths + 1));
    }, 120_000);
  });
}
