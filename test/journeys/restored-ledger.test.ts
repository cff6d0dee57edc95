/** What docs/operations.md promises of a ledger that was restored from a backup, or is lost altogether. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { auditBook } from '../../src/reconcile/full-audit.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { createReconciler } from '../../src/reconcile/reconciler.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { decide } from '../../src/staging/invoices/invoice-decisions.ts';
import { type Ledger, openLedger } from '../../src/staging/ledger.ts';
import { invoiceRow, receive, stage } from '../staging/support/staged.ts';
import { createTestLedgerDatabase } from '../support/ledger.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const book = 'nordvik';
const anna = { actor: 'cli:anna', reason: null };

let folder: string;
let file: string;
let databases: TestDatabase[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'staging-post-restored-'));
  file = path.join(folder, 'cloud.db');
  await writeFile(file, '');
  databases = [];
});
afterEach(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  await rm(folder, { recursive: true, force: true });
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestLedgerDatabase();
  databases.push(database);
  return database;
}

/** As pg_dump and pg_restore would make it; nobody may be connected. */
async function backupOf(database: TestDatabase): Promise<TestDatabase> {
  const backup = await createTestDatabase(new URL(database.url).pathname.slice(1));
  databases.push(backup);
  return backup;
}

async function withLedger<T>({ url }: TestDatabase, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger({ url, dir: folder, maxConnections: 5 });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

async function setUp(ledger: Ledger): Promise<void> {
  await ledger.transaction(({ db }) => addBook(db, { slug: book, name: 'Nordvik AB' }, 'test'));
  await registerCopy(ledger, { book, name: 'cloud', url: `sqlite:${file}` }, 'test');
  await setAuthority(ledger, { book, to: 'cloud', actor: 'test', force: false });
}

/** The mail with this invoice is fetched and read, as often as it is called: the same bytes each time. */
async function fetchMail(ledger: Ledger, number: string): Promise<string> {
  const { id } = await receive(ledger, book, `mail with ${number}`);
  return (await stage(ledger, book, { number, content: `document of ${number}` }, id)).id;
}

async function reconcile(ledger: Ledger) {
  const settings = { sweepIntervalMs: 60_000, concurrency: 1, batchSize: 100, reinstallAfterMs: 0 };
  return await createReconciler(ledger, settings).reconcile(book);
}

function numbersInCopy(): string[] {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const rows = database.prepare('select invoice_number as number from supplier_invoice order by 1').all();
    return rows.map(({ number }) => String(number));
  } finally {
    database.close();
  }
}

test('an old ledger finds its way: what was applied since is recognised when its mails are read again, and not doubled', async () => {
  const database = await emptyDatabase();
  await withLedger(database, async (ledger) => {
    await setUp(ledger);
    await fetchMail(ledger, 'F-1');
    await reconcile(ledger);
  });
  const backup = await backupOf(database);
  const later = await withLedger(database, async (ledger) => {
    const id = await fetchMail(ledger, 'F-2');
    await reconcile(ledger);
    return id;
  });

  await withLedger(backup, async (ledger) => {
    expect(await reconcile(ledger)).toMatchObject({ kind: 'in_order' });
    expect(await auditBook(ledger, book, { actor: 'test' })).toMatchObject({
      verdict: 'attention',
      missing: [],
      unknown: [later],
      remarks: [{ code: 'unknown_receipts' }],
    });
    expect(await fetchMail(ledger, 'F-2')).toBe(later);
    await fetchMail(ledger, 'F-3');
    expect(await reconcile(ledger)).toMatchObject({ kind: 'in_order' });
    expect((await invoiceRow(ledger, later)).state).toBe('applied');
    expect(numbersInCopy()).toEqual(['F-1', 'F-2', 'F-3']);
    expect(await auditBook(ledger, book, { actor: 'test' })).toMatchObject({
      verdict: 'in_order',
      unknown: [],
    });
  });
});

test('a lost ledger is begun anew with the same slugs, and recognises what the copy holds', async () => {
  await withLedger(await emptyDatabase(), async (ledger) => {
    await setUp(ledger);
    for (const number of ['F-1', 'F-2']) await fetchMail(ledger, number);
    await reconcile(ledger);
  });
  await withLedger(await emptyDatabase(), async (ledger) => {
    await setUp(ledger);
    const ids = [];
    for (const number of ['F-1', 'F-2', 'F-3']) ids.push(await fetchMail(ledger, number));
    await reconcile(ledger);
    for (const id of ids) expect((await invoiceRow(ledger, id)).state).toBe('applied');
  });
  expect(numbersInCopy()).toEqual(['F-1', 'F-2', 'F-3']);
});

test('an old ledger writes nothing to a copy whose authority has moved since, until a person says so', async () => {
  const database = await emptyDatabase();
  await withLedger(database, setUp);
  const backup = await backupOf(database);
  await withLedger(database, (ledger) =>
    setAuthority(ledger, { book, to: 'cloud', actor: 'test', force: false }),
  );
  await withLedger(backup, async (ledger) => {
    await fetchMail(ledger, 'F-1');
    expect(await reconcile(ledger)).toMatchObject({ kind: 'waiting', code: 'ledger_behind' });
    expect(numbersInCopy()).toEqual([]);
    await setAuthority(ledger, { book, to: 'cloud', actor: 'test', force: false });
    expect(await reconcile(ledger)).toMatchObject({ kind: 'in_order', written: 1 });
  });
  expect(numbersInCopy()).toEqual(['F-1']);
});

test('a decision since the backup is forgotten, as the document says', async () => {
  const database = await emptyDatabase();
  await withLedger(database, setUp);
  const backup = await backupOf(database);
  await withLedger(database, async (ledger) => {
    const id = await fetchMail(ledger, 'F-1');
    await ledger.transaction((tx) => decide(tx, 'reject', [id], anna));
    await reconcile(ledger);
  });
  expect(numbersInCopy()).toEqual([]);
  await withLedger(backup, async (ledger) => {
    await fetchMail(ledger, 'F-1');
    await reconcile(ledger);
  });
  expect(numbersInCopy()).toEqual(['F-1']);
});
