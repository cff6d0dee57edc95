/**
 * One book with a copy of each kind: what overwrites, lost answers, late workers, refusing databases and people do to it.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { openRegisteredCopy } from '../../src/reconcile/mandate.ts';
import { reconcileBook } from '../../src/reconcile/reconcile-book.ts';
import { findCopy } from '../../src/staging/books/copies.ts';
import { decide } from '../../src/staging/invoices/invoice-decisions.ts';
import { invoiceRow, unique } from '../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { describeOverwrites } from './overwrites.conformance.ts';
import { type Bookkeeping, openBookkeeping } from './support/bookkeeping.ts';
import type { DatabaseKind, RunByHand } from './support/database.ts';
import { losingAnswers, sleepingBefore } from './support/faulty-copy.ts';
import { invoiceOf } from './support/invoices.ts';
import { promised } from './support/promises.ts';

const settings = { batchSize: 100, reinstallAfterMs: 30_000 };
const inOrder = (written: number, overwritesSeen: number) => ({ kind: 'in_order', written, overwritesSeen });

export function describeBook(kind: DatabaseKind): void {
  describe(`a book in ${kind.title}`, () => {
    let testLedger: TestLedger;
    let books: Bookkeeping;
    let sql: RunByHand;
    beforeAll(async () => {
      testLedger = await createTestLedger();
    });
    afterAll(async () => await testLedger?.drop());
    beforeEach(async () => {
      books = await openBookkeeping(testLedger.ledger, kind);
      const { sql: run } = books.database;
      if (!run) throw new Error('these tests speak SQL');
      sql = run;
    });
    afterEach(async () => await books?.close());

    const apply = async (count: number) => {
      const rows = await books.receive(count);
      expect(await books.reconcile()).toEqual(inOrder(count, 0));
      return rows;
    };
    const troubleOf = async (name = 'cloud') =>
      (await findCopy(books.ledger.db, books.book, name)).trouble?.code ?? null;
    const keyOf = async (id: string) => (await invoiceRow(books.ledger, id)).placed_key ?? '';
    const authorise = (to = 'cloud') =>
      setAuthority(books.ledger, { book: books.book, to, actor: 'cli:anna', force: false });

    describeOverwrites(kind, {
      get books() {
        return books;
      },
      sql: (text, ...params) => sql(text, ...params),
      apply,
      troubleOf,
      authorise,
    });

    describe('when the answer to COMMIT is lost', () => {
      test.each([
        ['on its way back', ['after'], 3],
        ['on its way there', ['before'], 3],
        ['twice on its way there', ['before', null, 'before'], 3],
      ] as const)('%s, nothing is lost and nothing is twice', async (_where, losses, count) => {
        await apply(1);
        await books.receive(count);
        expect(await books.reconcile({}, losingAnswers(...losses))).toEqual(inOrder(count, 0));
        await books.expectInOrder();
        expect(await books.heals()).toEqual([]);
      });

      test('whenever it is asked, the copy is left to the next sweep, which comes through', async () => {
        await books.receive(2);
        const always = losingAnswers(...Array.from({ length: 40 }, () => 'after' as const));
        expect(await books.reconcile({}, always)).toMatchObject({ kind: 'waiting', code: 'commit_unknown' });
        expect(await books.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 0 });
        await books.expectInOrder();
        expect(await books.states()).toEqual({ applied: 2 });
      });

      test('and the copy is overwritten before anybody looks, the batch is applied again', async () => {
        await apply(1);
        const copyBack = await books.database.takeHome();
        await books.receive(2);
        const gone = losingAnswers('after', 'before', 'before', 'before', 'before');
        expect(await books.reconcile({}, gone)).toMatchObject({ kind: 'waiting' });
        await copyBack();
        // Where its receipts are elsewhere, the batch is found to be in first, and then to be gone.
        const written = kind.lacks?.includes('ownTables') ? 4 : 2;
        expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written });
        await books.expectInOrder();
      });
    });

    describe('with more than one worker', () => {
      test('at once and without a lease, every invoice comes in once', async () => {
        await books.receive(12);
        const another = await testLedger.openAnother();
        const workers = [books.ledger, another, books.ledger].map((ledger) =>
          reconcileBook(ledger, books.book, openRegisteredCopy, { ...settings, batchSize: 2 }),
        );
        expect(
          (await Promise.allSettled(workers)).filter(({ status }) => status === 'fulfilled').length,
        ).toBeGreaterThan(0);
        expect(await books.reconcile()).toMatchObject({ kind: 'in_order' });
        expect(await books.states()).toEqual({ applied: 12 });
        await books.expectInOrder();
        expect(await books.heals()).toEqual([]);
      });

      test('one of which slept with an intent, that one comes too late and harms nothing', async () => {
        await apply(1);
        await books.receive(2);
        const sleeper = sleepingBefore(1);
        const late = reconcileBook(await testLedger.openAnother(), books.book, sleeper.open, settings);
        await sleeper.asleep;
        expect(await books.reconcile()).toEqual(inOrder(2, 0));
        const there = await books.look();
        sleeper.wake();
        expect(await late).toMatchObject({ kind: 'waiting', code: 'batch_resolved' });
        expect(await books.look()).toEqual(there);
        expect(await books.reconcile()).toEqual(inOrder(0, 0));
        await books.expectInOrder();
        expect(await troubleOf()).toBeNull();
      });

      test('one of which slept through a handover, that one writes to neither copy', async () => {
        await apply(1);
        await books.receive(2);
        const sleeper = sleepingBefore(1);
        const late = reconcileBook(await testLedger.openAnother(), books.book, sleeper.open, settings);
        await sleeper.asleep;
        await authorise();
        const there = await books.look();
        sleeper.wake();
        expect(await late).toMatchObject({ kind: 'waiting' });
        expect(await books.look()).toEqual(there);
        expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 2 });
        await books.expectInOrder();
      });
    });

    describe('with an invoice that the owner refuses', () => {
      const supplier = 'Okänd Leverantör AB';

      test.each(kind.rules)(
        'by a %s rule, it is set aside with the refusal, and the others go on',
        async (rule) => {
          await books.database.refuse(supplier, rule);
          await books.receive(3);
          const [bad] = await books.receive(1, { supplier });
          await books.receive(3);
          expect(await books.reconcile()).toEqual(inOrder(6, 0));
          expect(await books.states()).toEqual({ applied: 6, quarantined: 1 });
          const refused = await invoiceRow(books.ledger, bad?.id ?? '');
          expect(refused.reasons).toEqual([
            { code: 'refused_by_copy', message: expect.stringMatching(/\w{4,}/) },
          ]);
          await books.expectInOrder();
        },
      );

      test('and the answer about the others is lost, they go on all the same', async () => {
        await books.database.refuse(supplier, 'trigger');
        await books.receive(1);
        await books.receive(1, { supplier });
        expect(await books.reconcile({}, losingAnswers('after'))).toMatchObject({ kind: 'in_order' });
        expect(await books.states()).toEqual({ applied: 1, quarantined: 1 });
        await books.expectInOrder();
      });
    });

    describe('with people at work', () => {
      promised(kind, 'head')(
        'what they registered by hand is linked, not doubled, also after an overwrite',
        async () => {
          const number = unique('H');
          const key = await books.database.register(books.book, invoiceOf({ number }));
          await books.database.annotate(key, 'paid already');
          const copyBack = await books.database.takeHome();
          const [linked] = await books.receive(1, { number, payable: '1250.00' });
          expect(await books.reconcile()).toEqual(inOrder(1, 0));
          expect(await invoiceRow(books.ledger, linked?.id ?? '')).toMatchObject({
            outcome: 'linked',
            placed_key: key,
          });
          await copyBack();
          expect(await books.reconcile()).toEqual(inOrder(1, 1));
          expect(await books.database.invoices()).toMatchObject([{ key, number, note: 'paid already' }]);
          await books.expectInOrder();
        },
      );

      test('the same number with another amount is a conflict that a person ends', async () => {
        const number = unique('H');
        await books.database.register(books.book, invoiceOf({ number, payable: '9.00' }));
        const [disputed] = await books.receive(1, { number, payable: '1250.00' });
        await books.receive(1);
        expect(await books.reconcile()).toEqual(inOrder(1, 0));
        expect(await books.states()).toEqual({ applied: 1, conflict: 1 });
        expect((await invoiceRow(books.ledger, disputed?.id ?? '')).reasons).toEqual([
          { code: 'conflict', message: expect.stringContaining('9.00 SEK') },
        ]);
        expect(await books.database.invoices()).toHaveLength(2);
      });

      const release = (id: string) =>
        books.ledger.transaction(
          async (tx) =>
            await decide(tx, 'release', [id], { actor: 'cli:anna', reason: 'the paper is right' }),
        );

      test('a released conflict stands beside the other; one that was registered meanwhile is linked', async () => {
        const [number, other] = [unique('H'), unique('H')];
        await books.database.register(books.book, invoiceOf({ number, payable: '9.00' }));
        await books.database.register(books.book, invoiceOf({ number: other, payable: '9.00' }));
        const [clash] = await books.receive(1, { number, payable: '1250.00' });
        const [found] = await books.receive(1, { number: other, payable: '1250.00' });
        expect(await books.reconcile()).toEqual(inOrder(0, 0));
        const key = await books.database.register(
          books.book,
          invoiceOf({ number: other, payable: '1250.00' }),
        );
        await release(clash?.id ?? '');
        await release(found?.id ?? '');
        expect(await books.reconcile()).toEqual(inOrder(2, 0));
        expect(await invoiceRow(books.ledger, clash?.id ?? '')).toMatchObject({ outcome: 'applied' });
        expect(await invoiceRow(books.ledger, found?.id ?? '')).toMatchObject({
          outcome: 'linked',
          placed_key: key,
        });
        expect(await books.database.invoices()).toHaveLength(4);
      });

      test('what they deleted stays deleted, what they wrote stays written', async () => {
        const [deleted, edited] = await apply(3);
        await books.database.remove(await keyOf(deleted?.id ?? ''));
        await books.database.annotate(await keyOf(edited?.id ?? ''), 'approved by Anna');
        const copyBack = await books.database.takeHome();
        await apply(2);
        await copyBack();
        expect(await books.reconcile()).toEqual(inOrder(2, 1));
        const standing = await books.database.invoices();
        expect(standing.map(({ number }) => number)).not.toContain(deleted?.invoice_number);
        expect(standing.find(({ number }) => number === edited?.invoice_number)).toMatchObject({
          note: 'approved by Anna',
          status: 'approved',
        });
        await books.expectInOrder({ deleted: 1 });
        expect((await invoiceRow(books.ledger, deleted?.id ?? '')).state).toBe('applied');
      });
    });

    test('beside another in one database, both are healed', async () => {
      const second = await openBookkeeping(testLedger.ledger, kind, books.database);
      await apply(1);
      await second.receive(1);
      await second.reconcile();
      const copyBack = await books.database.takeHome();
      await apply(2);
      await second.receive(3);
      expect(await second.reconcile()).toEqual(inOrder(3, 0));
      await copyBack();
      expect(await books.reconcile()).toEqual(inOrder(2, 1));
      expect(await second.reconcile()).toEqual(inOrder(3, 1));
      await books.expectInOrder();
      await second.expectInOrder();
      expect(await books.database.invoices()).toHaveLength(7);
    });

    test('in many small batches comes in whole, in order of arrival', async () => {
      const rows = await books.receive(9);
      expect(await books.reconcile({ batchSize: 2 })).toEqual(inOrder(9, 0));
      expect((await books.database.invoices()).map(({ number }) => number)).toEqual(
        rows.map(({ invoice_number }) => invoice_number),
      );
      await books.expectInOrder();
    });

    test('with larger documents than a batch may hold comes in whole, in order of arrival', async () => {
      const rows = await books.receive(4);
      expect(await books.reconcile({ batchBytes: 1 })).toEqual(inOrder(4, 0));
      expect((await books.database.invoices()).map(({ number }) => number)).toEqual(
        rows.map(({ invoice_number }) => invoice_number),
      );
      const batches = await books.eventsOf('invoice:claim');
      expect(new Set(batches.map(({ data }) => JSON.stringify(data))).size).toBe(4);
      await books.expectInOrder();
    });

    test('whose copy is out of reach waits with the reason, and goes on when it is back', async () => {
      await books.receive(1);
      const copyBack = await books.database.takeHome();
      await books.database.destroy();
      expect(await books.reconcile()).toMatchObject({ kind: 'waiting', code: 'copy_unreachable' });
      expect(await books.states()).toEqual({ ready: 1 });
      expect(await troubleOf()).toBe('copy_unreachable');
      await copyBack().catch(() => undefined);
    });
  });
}
