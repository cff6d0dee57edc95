/** What owners of MariaDB and MySQL set up around a copy: limits, engines, rights, addresses, and what they ask of it. */
import { expect, test } from '@jest/globals';
import type { ApplyOutcome } from '../../../src/reconcile/apply.ts';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { candidate, fullCandidate, identityOf, invoiceOf, receiptOf } from '../support/invoices.ts';
import { asRoot, type MysqlDatabase, mariaDb, urlOfMysqlDatabase } from '../support/mysql-database.ts';

const book = 'acme';

/** What the suite has open: another database for each test. */
export interface OpenedMysql {
  readonly database: MysqlDatabase;
  readonly installed: (mapping?: string) => Promise<Copy>;
  readonly openAt: (url: string) => Copy;
  readonly moveHead: (copy: Copy, head: string) => Promise<void>;
  readonly headIn: (copy: Copy) => Promise<string | undefined>;
  readonly apply: (copy: Copy, ...invoices: ReturnType<typeof candidate>[]) => Promise<ApplyOutcome>;
  /** A mapping of the owner's, and the table that it is about. */
  readonly bills: (options: { note?: string; after?: string }) => string;
  readonly billTable: string;
}

export function describeOwnersOfMysql(here: OpenedMysql): void {
  const { installed, openAt, moveHead, headIn, apply, bills, billTable } = here;

  test('is not sent more at once than its server takes', async () => {
    const copy = await installed();
    const big = fullCandidate(book);
    big.files = [
      {
        fileName: 'big.pdf',
        mediaType: 'application/pdf',
        sha256: 'b'.repeat(64),
        content: Buffer.alloc(20_000_000),
      },
    ];
    const small = candidate(book, { number: 'F-2' });
    expect(await apply(copy, big, small)).toMatchObject({
      kind: 'in',
      receipts: [{ invoiceId: small.id }],
      refused: [{ id: big.id, message: expect.stringContaining('max_allowed_packet') }],
    });
  });

  test('takes a file of several packets, to the last byte', async () => {
    await asRoot('set global max_allowed_packet = 67108864');
    const copy = await installed();
    const big = fullCandidate(book);
    const content = Buffer.alloc(17_000_000, 7);
    big.files = [{ fileName: 'big.pdf', mediaType: 'application/pdf', sha256: 'b'.repeat(64), content }];
    expect(await apply(copy, big)).toMatchObject({ kind: 'in', refused: [] });
    expect(
      await here.database.sql(
        'select length(content) as bytes, hex(right(content, 2)) as last from supplier_invoice_document',
      ),
    ).toEqual([{ bytes: 17_000_000, last: '0707' }]);
  });

  test('with a table of ours in an engine without transactions is not written to', async () => {
    const copy = await installed();
    await here.database.sql('alter table staging_post_receipt engine = Aria');
    const { problems } = await copy.check();
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'copy_engine', message: expect.stringContaining('Aria') }),
    );
    await expect(moveHead(copy, 'never')).rejects.toMatchObject({ code: 'copy_engine', kind: 'attention' });
    expect(await headIn(copy)).toBe(identityOf(book).head);
  });

  test('names the tables of a mapping that know no transactions', async () => {
    const copy = await installed(bills({}));
    await here.database.sql(billTable.replace('InnoDB', 'MyISAM'));
    expect((await copy.check()).problems).toContainEqual(
      expect.objectContaining({ code: 'copy_engine', message: expect.stringContaining('bill') }),
    );
  });

  test('whose user lacks a right says which, and writes nothing', async () => {
    const copy = await installed();
    await asRoot("create or replace user 'reader'@'%' identified by 'r'");
    await asRoot(`grant select, insert, update on ${here.database.name}.staging_post_copy to 'reader'@'%'`);
    await asRoot(`grant select on ${here.database.name}.staging_post_receipt to 'reader'@'%'`);
    const reader = openAt(urlOfMysqlDatabase((await mariaDb()).url, here.database.name, 'reader', 'r'));
    expect(await reader.readIdentity(book)).toEqual(identityOf(book));
    const write = reader.transaction(async (transaction) => {
      await transaction.moveHead(book, { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 1 });
      await transaction.insertReceipts(book, [receiptOf('i1')]);
    });
    await expect(write).rejects.toMatchObject({
      code: 'copy_permission',
      kind: 'attention',
      message: expect.stringContaining('staging_post_receipt'),
    });
    expect(await headIn(copy)).toBe(identityOf(book).head);
    await expect(reader.install()).rejects.toMatchObject({ code: 'copy_permission' });
  });

  test.each([
    [
      'a wrong password',
      (url: URL) => {
        url.password = 'fel';
      },
      'password',
    ],
    [
      'a database that is not there',
      (url: URL) => {
        url.username = 'root';
        url.password = '';
        url.pathname = '/no_such';
      },
      'does not exist',
    ],
    [
      'no TLS where it is asked for',
      (url: URL) => {
        url.search = '?ssl-mode=REQUIRED';
      },
      'no TLS',
    ],
  ])('with %s says what to do', async (_what, change, hint) => {
    await installed();
    const url = new URL(here.database.url);
    change(url);
    await expect(openAt(url.href).readIdentity(book)).rejects.toMatchObject({
      code: 'copy_unreachable',
      hint: expect.stringContaining(hint),
    });
  });

  test('answers a question of its owner’s, which may change nothing', async () => {
    const copy = await installed();
    const limits = { timeoutMs: 5_000, rowsMax: 2 };
    const numbers = 'select number, name from account union select seq, null from seq_1_to_5 order by 1';
    expect(await copy.ask?.(numbers, limits)).toEqual(['1', '2']);
    await here.database.sql(
      'create function meddle() returns integer modifies sql data begin delete from account; return 1; end',
    );
    for (const query of [
      'delete from account',
      'select meddle()',
      'select 1; select 2',
      'drop table account',
    ]) {
      await expect(copy.ask?.(query, limits)).rejects.toMatchObject({
        code: expect.stringMatching(/^copy_/),
      });
    }
    await expect(copy.ask?.('select sleep(30)', { ...limits, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'copy_unreachable',
    });
    expect(await here.database.sql('select number from account')).toEqual([{ number: 2440 }]);
    await moveHead(copy, 'as before');
  });

  test('lists all its invoice rows, page by page, with what they say of themselves', async () => {
    const copy = await installed();
    const many = Array.from({ length: 1_100 }, (_, index) => candidate(book, { number: `F-${index}` }));
    await apply(copy, ...many);
    const key = await here.database.register(book, invoiceOf({ number: 'H-1' }));
    const rows: unknown[] = [];
    for await (const row of copy.invoiceRows?.(book) ?? []) rows.push(row);
    expect(rows).toHaveLength(1_101);
    expect(rows[7]).toMatchObject({ invoiceNumber: 'F-7', sourceId: many[7]?.id, receiptOf: many[7]?.id });
    expect(rows.at(-1)).toMatchObject({ key, invoiceNumber: 'H-1', sourceId: null, receiptOf: null });
  });

  test('finds what a person wrote in the middle of our look', async () => {
    const copy = await installed();
    // READ COMMITTED: what was committed before our lock is seen after it.
    await copy.transaction(async (transaction) => {
      await transaction.lockIdentity(book);
      const key = await here.database.register(book, invoiceOf({ number: 'F-17' }));
      const sought = candidate(book, { number: 'F-17' });
      expect((await transaction.findExisting([sought])).get(sought.id)).toMatchObject([{ key }]);
    });
  });
}
