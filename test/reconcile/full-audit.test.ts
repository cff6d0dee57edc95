import { renameSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAuditor } from '../../src/reconcile/auditor.ts';
import { checkCopy } from '../../src/reconcile/check-copy.ts';
import { auditBook } from '../../src/reconcile/full-audit.ts';
import { createReconciler } from '../../src/reconcile/reconciler.ts';
import { resolveInvoices } from '../../src/staging/applying/invoice-resolutions.ts';
import { readAuthority } from '../../src/staging/books/authority.ts';
import { findCopy } from '../../src/staging/books/copies.ts';
import { addTestBook, anna, invoiceRow } from '../staging/support/staged.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { type Bookkeeping, openBookkeeping } from './support/bookkeeping.ts';
import { losingAnswers } from './support/faulty-copy.ts';
import { createSqliteDatabase, type SqliteDatabase, sqliteKind } from './support/sqlite-database.ts';

let testLedger: TestLedger;
beforeAll(async () => {
  testLedger = await createTestLedger();
});
afterAll(async () => await testLedger?.drop());

let cloud: SqliteDatabase;
let books: Bookkeeping;
beforeEach(async () => {
  cloud = await createSqliteDatabase();
  books = await openBookkeeping(testLedger.ledger, sqliteKind('delete'), cloud);
});
afterEach(async () => await books?.close());

const audit = () => auditBook(testLedger.ledger, books.book, { actor: 'cli:anna' });
const sql = async (statement: string) => await cloud.sql?.(statement);
const apply = async (count: number) => {
  const rows = await books.receive(count);
  await books.reconcile();
  return rows.map(({ id }) => id);
};
const codes = (remarks: { code: string }[]) => remarks.map(({ code }) => code);

describe('a full audit', () => {
  test('of a copy in order says so, and is noted', async () => {
    await apply(3);
    expect(await audit()).toMatchObject({
      verdict: 'in_order',
      receipts: 3,
      missing: [],
      deleted: [],
      remarks: [],
    });
    expect((await readAuthority(testLedger.ledger.db, books.book)).audited_at).toBeInstanceOf(Date);
    expect(await books.eventsOf('book:audited')).toMatchObject([
      { actor: 'cli:anna', data: { receipts: 3 } },
    ]);
  });

  test('sees receipts that somebody deleted, and what still stands is linked', async () => {
    const [first, second] = await apply(3);
    await sql(`delete from staging_post_receipt where invoice_id in ('${first}', '${second}')`);
    const report = await audit();
    expect(report).toMatchObject({ verdict: 'attention', missing: [first, second] });
    expect(codes(report.remarks)).toEqual(['receipts_missing']);
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 2 });
    expect(await invoiceRow(testLedger.ledger, first ?? '')).toMatchObject({
      state: 'applied',
      outcome: 'linked',
    });
    expect(await cloud.invoices()).toHaveLength(3);
    expect(await books.heals()).toMatchObject([
      { found_by: 'full_audit', lost: 2, healed_at: expect.any(Date) },
    ]);
  });

  test('leaves what one person deleted alone, and asks about several at once', async () => {
    const ids = await apply(4);
    const keys = await Promise.all(
      ids.map(async (id) => (await invoiceRow(testLedger.ledger, id)).placed_key ?? ''),
    );
    await cloud.remove(keys[0] ?? '');
    expect(await audit()).toMatchObject({ verdict: 'in_order', deleted: [ids[0]], newlyDeleted: [ids[0]] });
    await cloud.remove(keys[1] ?? '');
    await cloud.remove(keys[2] ?? '');
    const report = await audit();
    expect(report).toMatchObject({ verdict: 'attention', newlyDeleted: ids.slice(1, 3).sort() });
    expect(codes(report.remarks)).toEqual(['many_deleted']);
    // The question stands until a person has answered it.
    expect(await audit()).toMatchObject({ verdict: 'attention', newlyDeleted: [] });
    await testLedger.ledger.transaction(
      async (tx) => await resolveInvoices(tx, { kind: 'deleted' }, ids.slice(1, 3), anna),
    );
    expect(await audit()).toMatchObject({ verdict: 'in_order', newlyDeleted: [] });
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 0 });
    expect(await cloud.invoices()).toHaveLength(1);
  });

  test('sees the whole table of invoices gone', async () => {
    await apply(2);
    for (const table of ['supplier_invoice_line', 'supplier_invoice_document', 'supplier_invoice']) {
      await cloud.dropTable(table);
    }
    const report = await audit();
    expect(report.deleted).toHaveLength(2);
    expect(codes(report.remarks)).toEqual(['many_deleted']);
  });

  test('takes note of receipts that the ledger missed, and tells of those it cannot know', async () => {
    await apply(1);
    await books.receive(1, {});
    await books.reconcile({}, losingAnswers('after', 'before', 'before', 'before'));
    await sql(`insert into staging_post_receipt select book, 'i-unknown', batch_id, outcome, placed_table, placed_key,
      epoch, applied_at from staging_post_receipt limit 1`);
    const report = await audit();
    expect(report).toMatchObject({ verdict: 'attention', receipts: 3, unknown: ['i-unknown'] });
    expect(codes(report.remarks)).toEqual(['unknown_receipts']);
    expect(await books.states()).toEqual({ applied: 2 });
  });

  test('of an overwritten copy sets the heal going', async () => {
    await apply(1);
    const copyBack = await cloud.takeHome();
    await apply(2);
    await copyBack();
    expect(await audit()).toMatchObject({ verdict: 'healing', receipts: 1, missing: [] });
    expect(await books.states()).toEqual({ applied: 1, ready: 2 });
    expect(await books.reconcile()).toMatchObject({ kind: 'in_order', written: 2 });
    await books.expectInOrder();
  });

  test('that cannot be made says why', async () => {
    const lonely = await addTestBook(testLedger.ledger);
    await expect(auditBook(testLedger.ledger, lonely, { actor: 'test' })).rejects.toMatchObject({
      code: 'no_authority',
    });
    await sql(`update staging_post_copy set epoch = 9`);
    await expect(audit()).rejects.toMatchObject({ code: 'ledger_behind', kind: 'attention' });
    await sql('delete from staging_post_copy');
    await expect(audit()).rejects.toMatchObject({ code: 'no_identity', kind: 'attention' });
    renameSync(cloud.file, `${cloud.file}.away`);
    await expect(audit()).rejects.toMatchObject({ code: 'copy_unreachable' });
  });
});

describe('the auditor', () => {
  test('audits every book when it is due, and one that fails stops no other', async () => {
    const second = await openBookkeeping(testLedger.ledger, sqliteKind('delete'));
    const broken = await openBookkeeping(testLedger.ledger, sqliteKind('delete'));
    await broken.database.destroy();
    await testLedger.ledger.db.updateTable('authority').set({ audited_at: null }).execute();
    const auditor = createAuditor(testLedger.ledger, { intervalMs: 24 * 60 * 60_000 });
    await auditor.start();
    await eventually(async () => {
      for (const { book } of [books, second]) {
        expect((await readAuthority(testLedger.ledger.db, book)).audited_at).not.toBeNull();
      }
    });
    await auditor.stop();
    await auditor.stop();
    expect(await books.eventsOf('book:audited')).toHaveLength(1);
    expect((await readAuthority(testLedger.ledger.db, broken.book)).audited_at).toBeNull();
    await second.close();
  });
});

describe('the reconciler', () => {
  const settings = { batchSize: 10, reinstallAfterMs: 0, sweepIntervalMs: 24 * 60 * 60_000, concurrency: 8 };

  test('sweeps all books, however few connections the ledger has', async () => {
    const few = await testLedger.openAnother({ maxConnections: 3 });
    const others = [books];
    for (let index = 0; index < 4; index += 1) {
      others.push(await openBookkeeping(testLedger.ledger, sqliteKind('delete')));
    }
    for (const each of others) await each.receive(2);
    const reconciler = createReconciler(few, settings);
    await reconciler.sweep();
    for (const each of others) {
      expect(await each.states()).toEqual({ applied: 2 });
      await each.expectInOrder();
    }
    await reconciler.stop();
    for (const each of others.slice(1)) await each.close();
  });

  test('does not let a book out of reach keep the others', async () => {
    const gone = await openBookkeeping(testLedger.ledger, sqliteKind('delete'));
    await gone.receive(1);
    await gone.database.destroy();
    await books.receive(1);
    const reconciler = createReconciler(testLedger.ledger, settings);
    await reconciler.start();
    await eventually(async () => expect(await books.states()).toEqual({ applied: 1 }));
    await reconciler.stop();
    expect(await gone.states()).toEqual({ ready: 1 });
  });

  test('makes one more round for a bell that rings while the book is in hand', async () => {
    await books.receive(1);
    const reconciler = createReconciler(testLedger.ledger, settings);
    const first = reconciler.reconcile(books.book);
    await books.receive(1);
    await Promise.all([first, reconciler.reconcile(books.book)]);
    expect(await books.states()).toEqual({ applied: 2 });
    await reconciler.stop();
  });
});

describe('looking at a copy from outside', () => {
  const check = async () => {
    const { db } = testLedger.ledger;
    return await checkCopy(testLedger.ledger, await findCopy(db, books.book, 'cloud'));
  };

  test('finds the authoritative one in order', async () => {
    await apply(1);
    expect(await check()).toMatchObject({
      isAuthoritative: true,
      isAtTip: true,
      identity: { receiptCount: 1 },
      problems: [],
      facts: { journal: 'delete' },
    });
  });

  test.each([
    ['overwritten', `update staging_post_copy set head = 'other'`],
    ['overwritten', 'update staging_post_copy set epoch = 0'],
    ['no_identity', 'delete from staging_post_copy'],
    ['other_copy', `update staging_post_copy set copy_id = 'x'`],
    ['ledger_behind', 'update staging_post_copy set epoch = 9'],
    ['fenced', 'update staging_post_copy set fenced = 1'],
    ['missing_table', 'drop table supplier_invoice_document'],
  ])('says %s, and changes nothing', async (code, statement) => {
    await apply(1);
    await sql(statement);
    const before = await cloud.open().readIdentity(books.book);
    const { problems } = await check();
    expect(codes(problems)).toContain(code);
    expect(problems.every(({ message, hint }) => message.length > 0 && hint.length > 0)).toBe(true);
    expect(await cloud.open().readIdentity(books.book)).toEqual(before);
  });

  test('says that it is out of reach instead of failing', async () => {
    renameSync(cloud.file, `${cloud.file}.away`);
    expect(await check()).toMatchObject({
      identity: null,
      isAtTip: null,
      problems: [{ code: 'copy_unreachable' }],
    });
  });
});
