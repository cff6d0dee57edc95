import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkOut } from '../../src/reconcile/checkout.ts';
import { auditBook } from '../../src/reconcile/full-audit.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { openRegisteredCopy } from '../../src/reconcile/mandate.ts';
import { reconcileBook } from '../../src/reconcile/reconcile-book.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { type Ledger, openLedger } from '../../src/staging/ledger.ts';
import { stage } from '../staging/support/staged.ts';
import { createTestLedger, createTestLedgerDatabase } from '../support/ledger.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { Company, type CopyKind, settings } from './support/company.ts';

const opened: { ledger: Ledger; database: TestDatabase }[] = [];
afterEach(async () => {
  for (const { ledger, database } of opened.splice(0)) {
    await ledger.close();
    await database.drop();
  }
});

/** Invoices by the content of their mail, so that the same mail read again is the same invoice. */
const mail = (n: number) => ({ content: `mail ${n}`, number: `M-${n}` });

describe.each<CopyKind>(['sqlite', 'postgres'])('copies in %s', (kind) => {
  let company: Company;
  beforeEach(async () => {
    company = await Company.open(['cloud', 'laptop'], { kind, lent: await createTestLedger() });
  });
  afterEach(async () => await company.close());

  /** A backup of the ledger's database, as it is at this moment, restored whenever it is asked for. */
  async function backUp(): Promise<() => Promise<Ledger>> {
    // A database that is a template may have no connections meanwhile.
    const name = new URL(company.fresh.url).pathname.slice(1);
    await company.ledger.close();
    const saved = await createTestDatabase(name);
    company.ledger = await company.fresh.openAnother();
    return async () => {
      const ledger = await openLedger({ url: saved.url, dir: company.fresh.dir, maxConnections: 5 });
      opened.push({ ledger, database: saved });
      return ledger;
    };
  }

  const reconcile = async (ledger: Ledger) =>
    await reconcileBook(ledger, company.book, openRegisteredCopy, settings);

  const statesIn = async (ledger: Ledger) =>
    (await ledger.db.selectFrom('invoice').select('state').where('book', '=', company.book).execute()).map(
      ({ state }) => state,
    );

  test('a ledger from before the last invoices adopts their receipts, and applies nothing twice', async () => {
    await company.arrive(mail(1));
    await company.reconcile();
    const restore = await backUp();
    const later = [await company.arrive(mail(2)), await company.arrive(mail(3))];
    await company.reconcile();

    const old = await restore();
    expect(await reconcile(old)).toMatchObject({ kind: 'in_order' });
    expect(await auditBook(old, company.book, { actor: 'test' })).toMatchObject({
      verdict: 'attention',
      unknown: later.sort(),
      remarks: [{ code: 'unknown_receipts' }],
    });
    // The mailbox is read again, with one mail that nobody had seen.
    for (const n of [2, 3, 4]) await stage(old, company.book, mail(n));
    expect(await reconcile(old)).toMatchObject({ kind: 'in_order', written: 1 });
    expect(await statesIn(old)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await company.rows('cloud')).toHaveLength(4);
    expect(await auditBook(old, company.book, { actor: 'test' })).toMatchObject({
      verdict: 'in_order',
      receipts: 4,
      unknown: [],
    });
  });

  test('a ledger from before a handover writes to no copy until a person says which one', async () => {
    await company.arrive(mail(1));
    await company.reconcile();
    const restore = await backUp();
    await checkOut(company.ledger, { book: company.book, to: null, actor: 'test' });
    await setAuthority(company.ledger, { book: company.book, to: 'laptop', actor: 'test', force: false });
    await company.arrive(mail(2));
    await company.reconcile();

    const old = await restore();
    await stage(old, company.book, mail(2));
    await stage(old, company.book, mail(3));
    expect(await reconcile(old)).toMatchObject({ kind: 'waiting', code: 'fenced' });
    const { trouble } = await old.db
      .selectFrom('copy')
      .select('trouble')
      .where('book', '=', company.book)
      .where('name', '=', 'cloud')
      .executeTakeFirstOrThrow();
    expect(trouble?.hint).toContain('restored from a backup');
    const before = await company.identity('laptop');
    await setAuthority(old, { book: company.book, to: 'laptop', actor: 'cli:anna', force: false });
    await reconcile(old);
    expect(await reconcile(old)).toMatchObject({ kind: 'in_order' });
    expect((await company.identity('laptop'))?.epoch).toBeGreaterThan(before?.epoch ?? 0);
    // The laptop had begun empty: what only the cloud held is applied there, what it held is not doubled.
    const there = (await company.rows('laptop')).map((row) => row.invoice_number);
    expect(there).toHaveLength(3);
    expect(there).toEqual(expect.arrayContaining(['M-1', 'M-2', 'M-3']));
  });

  test('a ledger that is behind its copy holds, and goes on above its epoch', async () => {
    await company.arrive(mail(1));
    await company.reconcile();
    const restore = await backUp();
    for (const to of ['laptop', 'cloud']) {
      await setAuthority(company.ledger, { book: company.book, to, actor: 'test', force: false });
    }
    await company.arrive(mail(2));
    await company.reconcile();
    const { epoch } = await company.authority();

    const old = await restore();
    for (const n of [2, 3]) await stage(old, company.book, mail(n));
    expect(await reconcile(old)).toMatchObject({ kind: 'waiting', code: 'ledger_behind' });
    expect(await company.rows('cloud')).toHaveLength(2);
    const moved = await setAuthority(old, {
      book: company.book,
      to: 'cloud',
      actor: 'cli:anna',
      force: false,
    });
    expect(moved.epoch).toBe(epoch + 1);
    expect(await reconcile(old)).toMatchObject({ kind: 'in_order', written: 1 });
    expect((await company.rows('cloud')).map((row) => row.invoice_number)).toEqual(['M-1', 'M-2', 'M-3']);
    // The ledger that came from before, should it still be running somewhere, is fenced out by the epoch.
    await company.arrive(mail(9));
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'ledger_behind' });
  });

  test('a ledger that is lost and rebuilt by reading the mailboxes again applies nothing twice, and leaves deletions alone', async () => {
    for (const n of [1, 2, 3]) await company.arrive(mail(n));
    await company.reconcile();
    const [deleted = ''] = await company.standing('cloud');
    await company.deleteByHand('cloud', deleted);

    const database = await createTestLedgerDatabase();
    const rebuilt = await openLedger({ url: database.url, dir: company.fresh.dir, maxConnections: 5 });
    opened.push({ ledger: rebuilt, database });
    const { book } = company;
    await rebuilt.transaction((tx) => addBook(tx.db, { slug: book, name: 'Norrby AB' }, 'test'));
    const url = company.urlOf('cloud');
    await registerCopy(rebuilt, { book, name: 'cloud', url }, 'test');
    await setAuthority(rebuilt, { book, to: 'cloud', actor: 'test', force: false });
    // A worker may look before the first mail is fetched, and between two.
    expect(await reconcile(rebuilt)).toMatchObject({ kind: 'in_order', written: 0 });
    for (const n of [1, 2]) await stage(rebuilt, book, mail(n));
    await reconcile(rebuilt);
    for (const n of [3, 4]) await stage(rebuilt, book, mail(n));
    expect(await reconcile(rebuilt)).toMatchObject({ kind: 'in_order', written: 1 });
    expect(await statesIn(rebuilt)).toEqual(['applied', 'applied', 'applied', 'applied']);
    const standing = await company.standing('cloud');
    expect(standing).toHaveLength(3);
    expect(standing).not.toContain(deleted);
    expect(await auditBook(rebuilt, book, { actor: 'test' })).toMatchObject({ deleted: [deleted] });
  });
});
