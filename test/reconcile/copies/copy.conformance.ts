/**
 * What every copy must do, whatever database is behind it: the port src/reconcile/copies/copy.ts in sentences. A new kind
 * of copy is one file in ../support/ and one that calls this.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { applyBatch } from '../../../src/reconcile/apply.ts';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { RefusedByCopyError } from '../../../src/reconcile/copies/errors.ts';
import {
  digestOf,
  type IdRange,
  type ReceiptDigest,
  rangesThatDiffer,
} from '../../../src/reconcile/copies/receipt-digest.ts';
import type { DatabaseKind, OwnedDatabase } from '../support/database.ts';
import { candidate, fullCandidate, identityOf, invoiceOf, receiptOf } from '../support/invoices.ts';
import { promised } from '../support/promises.ts';
import { describeIdentityInCopy } from './copy-identity.conformance.ts';
import { describeInvoicesInCopy } from './copy-invoices.conformance.ts';

const book = 'acme';

async function gathered<T>(all: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of all) list.push(one);
  return list;
}

const tables = ['staging_post_receipt', 'supplier_invoice_line', 'supplier_invoice_document'];

export function describeCopy(kind: DatabaseKind): void {
  describe(`a copy in ${kind.title}`, () => {
    let database: OwnedDatabase;
    let copy: Copy;
    const opened: Copy[] = [];
    const openAnother = () => {
      const another = database.open();
      opened.push(another);
      return another;
    };

    beforeEach(async () => {
      database = await kind.create();
      copy = openAnother();
      await copy.install();
      await copy.transaction((transaction) => transaction.writeIdentity(identityOf(book)));
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((each) => each.close()));
      await database.destroy();
    });

    const receiptsIn = async (of = book, from = copy) => await gathered(from.receipts(of));
    const apply = async (...invoices: ReturnType<typeof candidate>[]) => {
      const identity = await copy.readIdentity(book);
      const outcome = await applyBatch(copy, {
        id: `batch-${identity?.receiptCount}`,
        book,
        copyId: identityOf(book).copyId,
        epoch: 3,
        expectedHead: identity?.head ?? '',
        invoices,
        appliedAt: '2026-03-05T08:00:00.000Z',
      });
      if (outcome.kind !== 'in') throw new Error(outcome.why);
      return outcome;
    };

    describeIdentityInCopy(kind, {
      get copy() {
        return copy;
      },
      openAnother,
    });

    describe('a transaction', () => {
      promised(kind, 'transactions')('that throws leaves nothing, and throws on', async () => {
        const before = await copy.readIdentity(book);
        const failing = copy.transaction(async (transaction) => {
          await transaction.insertInvoices([fullCandidate(book)]);
          await transaction.insertReceipts(book, [receiptOf('i1')]);
          await transaction.moveHead(book, { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 1 });
          throw new Error('changed my mind');
        });
        await expect(failing).rejects.toThrow('changed my mind');
        expect(await copy.readIdentity(book)).toEqual(before);
        expect(await receiptsIn()).toEqual([]);
        expect(await database.invoices()).toEqual([]);
      });

      test('is not seen by others before it is committed', async () => {
        const other = openAnother();
        await copy.transaction(async (transaction) => {
          await transaction.lockIdentity(book);
          await transaction.moveHead(book, { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 0 });
          await transaction.insertReceipts(book, [receiptOf('i1')]);
          expect((await other.readIdentity(book))?.head).toBe(identityOf(book).head);
          expect(await receiptsIn(book, other)).toEqual([]);
        });
        expect((await other.readIdentity(book))?.head).toBe('h');
        expect(await receiptsIn(book, other)).toHaveLength(1);
      });

      test('returns what its work returns', async () => {
        expect(await copy.transaction(async () => 17)).toBe(17);
      });

      test('of two at once from one head, one comes in', async () => {
        const batch = (id: string) => ({
          id,
          book,
          copyId: identityOf(book).copyId,
          epoch: 3,
          expectedHead: identityOf(book).head,
          invoices: [candidate(book, { number: id })],
          appliedAt: '2026-03-05T08:00:00.000Z',
        });
        const outcomes = await Promise.allSettled(
          ['one', 'two', 'three'].map((id) => applyBatch(openAnother(), batch(id))),
        );
        const kinds = outcomes.map((outcome) =>
          outcome.status === 'fulfilled' ? outcome.value.kind : (outcome.reason as { code: string }).code,
        );
        // A copy may also say that it is locked: then the next sweep tries again.
        expect(kinds.filter((each) => each === 'in')).toHaveLength(1);
        expect(kinds.filter((each) => !['in', 'not_as_expected', 'copy_unreachable'].includes(each))).toEqual(
          [],
        );
        expect(await receiptsIn()).toHaveLength(1);
        expect(await database.invoices()).toHaveLength(1);
      });
    });

    describe('receipts', () => {
      test('read back as they were written, in order of invoice id', async () => {
        const receipts = [
          receiptOf('i2', { outcome: 'linked', table: 'other', key: 'Å 7' }),
          receiptOf('i10'),
          receiptOf('I3', { batchId: 'batch-2' }),
        ];
        await copy.transaction((transaction) => transaction.insertReceipts(book, receipts));
        expect(await receiptsIn()).toEqual([receipts[2], receipts[1], receipts[0]]);
        await copy.transaction(async (transaction) => {
          expect(await transaction.findReceipts(book, ['i2', 'nobody'])).toEqual(
            new Map([['i2', receipts[0]]]),
          );
          expect(await transaction.findReceipts(book, [])).toEqual(new Map());
          expect(await transaction.receiptsOfBatch(book, 'batch-2')).toEqual([receipts[2]]);
          expect(await transaction.receiptsOfBatch(book, 'unknown')).toEqual([]);
          expect((await transaction.countReceipts?.(book)) ?? 3).toBe(3);
          expect((await transaction.countReceipts?.('other')) ?? 0).toBe(0);
        });
      });

      promised(kind, 'manyBooks')('belong to their book', async () => {
        await copy.transaction(async (transaction) => {
          await transaction.insertReceipts(book, [receiptOf('i1')]);
          await transaction.insertReceipts('other', [receiptOf('i1', { key: '2' }), receiptOf('i2')]);
        });
        expect(await receiptsIn()).toEqual([receiptOf('i1')]);
        expect((await receiptsIn('other')).map(({ key }) => key)).toEqual(['2', '1']);
      });

      test('of one invoice are never two', async () => {
        await copy.transaction((transaction) => transaction.insertReceipts(book, [receiptOf('i1')]));
        const again = copy.transaction((transaction) => transaction.insertReceipts(book, [receiptOf('i1')]));
        await expect(again).rejects.toBeInstanceOf(RefusedByCopyError);
        expect(await receiptsIn()).toHaveLength(1);
      });

      test('are read whole when there are many thousands', async () => {
        const many = Array.from({ length: 2_001 }, (_, index) =>
          receiptOf(`i${String(index).padStart(5, '0')}`, { key: String(index), table: 'supplier_invoice' }),
        );
        await copy.transaction((transaction) => transaction.insertReceipts(book, many));
        expect(await receiptsIn()).toEqual(many);
        // All at once are no deletions, where only the rows can tell.
        const gone = kind.lacks?.includes('head') ? [] : many;
        expect(await gathered(copy.receiptsWithoutInvoice(book))).toEqual(gone);
      });

      test('of a range are those alone, and sum up to what is in them, wherever they are summed up', async () => {
        const ids = ['', 'I3', 'i1a', 'i1a7', 'i1b', 'i1bé', 'i2', 'ié', 'ä'];
        await copy.transaction(async (transaction) => {
          await transaction.insertReceipts(
            book,
            ids.map((id) => receiptOf(id)),
          );
          await transaction.insertReceipts('other', [receiptOf('i1a')]);
        });
        const within = async (range: IdRange) =>
          (await gathered(copy.receipts(book, range))).map(({ invoiceId }) => invoiceId);
        expect(await within({ from: 'i1a', until: 'i1b' })).toEqual(['i1a', 'i1a7']);
        expect(await within({ from: 'i1b', until: null })).toEqual(['i1b', 'i1bé', 'i2', 'ié', 'ä']);
        expect(await within({ from: '', until: 'i' })).toEqual(['', 'I3']);
        const bySum = (digests: ReceiptDigest[]) =>
          [...digests].sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
        const inCode = await digestOf(
          (async function* () {
            yield* ids;
          })(),
        );
        if (copy.digestReceipts) expect(bySum(await copy.digestReceipts(book))).toEqual(bySum(inCode));
        expect(rangesThatDiffer(inCode, (await copy.digestReceipts?.('other')) ?? [])).not.toEqual([]);
      });

      test('whose invoice is gone are told apart from those whose invoice stands', async () => {
        const [kept, gone] = [candidate(book, { number: 'F-1' }), candidate(book, { number: 'F-2' })];
        const { receipts } = await apply(kept, gone);
        await database.remove(receipts[1]?.key ?? '');
        expect(await gathered(copy.receiptsWithoutInvoice(book))).toEqual([receipts[1]]);
        expect(await gathered(copy.receiptsWithoutInvoice('other'))).toEqual([]);
      });

      promised(kind, 'ownTables')(
        'stand without their invoices when the table of invoices is dropped',
        async () => {
          const { receipts } = await apply(candidate(book, { number: 'F-1' }));
          for (const table of [...tables.slice(1), 'supplier_invoice']) await database.dropTable(table);
          expect(await gathered(copy.receiptsWithoutInvoice(book))).toEqual(receipts);
        },
      );
    });

    describe('a savepoint', () => {
      test('undoes what its work did when that throws, and no more', async () => {
        await copy.transaction(async (transaction) => {
          await transaction.insertReceipts(book, [receiptOf('before')]);
          const failing = transaction.savepoint(async () => {
            await transaction.insertReceipts(book, [receiptOf('inside')]);
            await transaction.savepoint(() => transaction.insertReceipts(book, [receiptOf('deeper')]));
            throw new Error('no');
          });
          await expect(failing).rejects.toThrow('no');
          await transaction.insertReceipts(book, [receiptOf('after')]);
        });
        expect((await receiptsIn()).map(({ invoiceId }) => invoiceId)).toEqual(['after', 'before']);
      });

      test('within a savepoint undoes only itself', async () => {
        await copy.transaction((transaction) =>
          transaction.savepoint(async () => {
            await transaction.insertReceipts(book, [receiptOf('kept')]);
            await transaction
              .savepoint(async () => {
                await transaction.insertReceipts(book, [receiptOf('undone')]);
                throw new Error('no');
              })
              .catch(() => undefined);
          }),
        );
        expect((await receiptsIn()).map(({ invoiceId }) => invoiceId)).toEqual(['kept']);
      });

      test('returns what its work returns', async () => {
        expect(await copy.transaction((transaction) => transaction.savepoint(async () => 'done'))).toBe(
          'done',
        );
      });
    });

    describe('installing', () => {
      test('again changes nothing that is there', async () => {
        await apply(candidate(book, { number: 'F-1' }));
        const byHand = await database.register(book, invoiceOf({ number: 'H-1' }));
        await database.annotate(byHand, 'mine');
        const [identity, invoices, receipts] = [
          await copy.readIdentity(book),
          await database.invoices(),
          await receiptsIn(),
        ];
        await Promise.all([copy.install(), openAnother().install()]);
        expect(await copy.readIdentity(book)).toEqual(identity);
        expect(await database.invoices()).toEqual(invoices);
        expect(await receiptsIn()).toEqual(receipts);
      });

      promised(kind, 'ownTables')('puts back a table of ours that is missing', async () => {
        await database.dropTable('staging_post_receipt');
        await copy.install();
        await copy.transaction((transaction) => transaction.insertReceipts(book, [receiptOf('i1')]));
        expect(await receiptsIn()).toHaveLength(1);
      });
    });

    describe('looked at from outside', () => {
      test('is in order, with facts for people', async () => {
        const { problems, facts } = await copy.check();
        expect(problems.filter(({ code }) => code !== 'wal' && code !== 'fsync_off')).toEqual([]);
        expect(Object.values(facts).filter((fact) => typeof fact !== 'string')).toEqual([]);
      });

      test('out of reach says so, whatever is asked of it', async () => {
        const unreachable = await kind.openUnreachable();
        const code = { code: 'copy_unreachable', kind: 'unreachable' };
        await expect(unreachable.readIdentity(book)).rejects.toMatchObject(code);
        await expect(unreachable.install()).rejects.toMatchObject(code);
        await expect(unreachable.transaction(async () => undefined)).rejects.toMatchObject(code);
        // Where they stand in the ledger, they are told all the same.
        if (!kind.lacks?.includes('ownTables'))
          await expect(gathered(unreachable.receipts(book))).rejects.toMatchObject(code);
        await expect(gathered(unreachable.receiptsWithoutInvoice(book))).rejects.toMatchObject(code);
        await expect(unreachable.check()).rejects.toMatchObject(code);
        await unreachable.close();
      });

      const { openReadOnly } = kind;
      if (openReadOnly) {
        test('read-only can be looked at, and says why it cannot be written to', async () => {
          await apply(candidate(book, { number: 'F-1' }));
          const readOnly = await openReadOnly(database);
          expect((await readOnly.readIdentity(book))?.receiptCount).toBe(1);
          expect(await receiptsIn(book, readOnly)).toHaveLength(1);
          await expect(
            readOnly.transaction((transaction) => transaction.writeIdentity(identityOf(book))),
          ).rejects.toMatchObject({ code: 'copy_read_only', kind: 'attention', hint: expect.any(String) });
          const { problems } = await readOnly.check();
          expect(problems.map(({ code }) => code)).toContain('copy_read_only');
          await readOnly.close();
        });
      }
    });

    describeInvoicesInCopy(kind, {
      get copy() {
        return copy;
      },
      get database() {
        return database;
      },
      apply,
      receiptsIn,
    });

    test('closes twice without a word', async () => {
      const another = database.open();
      await another.readIdentity(book);
      await another.close();
      await another.close();
    });
  });
}
