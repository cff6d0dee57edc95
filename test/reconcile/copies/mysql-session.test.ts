/** What only MariaDB and MySQL do: deadlocks, statements that commit by themselves, habits of servers, broken connections. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import mysql from 'mysql2/promise';
import { applyBatch } from '../../../src/reconcile/apply.ts';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { CommitUnknownError, RefusedByCopyError } from '../../../src/reconcile/copies/errors.ts';
import { parseMapping } from '../../../src/reconcile/copies/mapping.ts';
import { openMysqlCopy } from '../../../src/reconcile/copies/mysql.ts';
import { describeWithMariaDb, startMariaDb, type TestMariaDb } from '../../support/mariadb.ts';
import { findProgram } from '../../support/programs.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';
import { candidate, fullCandidate, identityOf, receiptOf } from '../support/invoices.ts';
import {
  asRoot,
  createMysqlDatabase,
  type MysqlDatabase,
  mariaDb,
  stopMariaDbAfterAll,
} from '../support/mysql-database.ts';
import { describeOwnersOfMysql } from './mysql-owners.conformance.ts';

const book = 'acme';
const patience = { connectMs: 10_000, statementMs: 20_000, lockMs: 1_000 };

describeWithMariaDb('a copy in MariaDB', () => {
  stopMariaDbAfterAll();
  let database: MysqlDatabase;
  let copies: Copy[] = [];
  const connections: mysql.Connection[] = [];
  afterEach(async () => {
    await Promise.all(copies.map((copy) => copy.close()));
    copies = [];
    for (const connection of connections.splice(0)) connection.destroy();
    await database?.destroy();
  });

  const openAt = (url: string, mapping?: string): Copy => {
    const copy = openMysqlCopy(url, mapping === undefined ? null : parseMapping(mapping), patience);
    copies.push(copy);
    return copy;
  };
  async function installed(mapping?: string): Promise<Copy> {
    database = await createMysqlDatabase();
    const copy = openAt(database.url, mapping);
    await copy.install();
    await copy.transaction((transaction) => transaction.writeIdentity(identityOf(book)));
    return copy;
  }
  async function owner(): Promise<mysql.Connection> {
    const connection = await mysql.createConnection({
      uri: (await mariaDb()).url,
      database: database.name,
    });
    connections.push(connection);
    return connection;
  }
  const moveHead = (copy: Copy, head: string, meanwhile: () => Promise<unknown> = async () => undefined) =>
    copy.transaction(async (transaction) => {
      await transaction.lockIdentity(book);
      await transaction.moveHead(book, { head, previousHead: 'p', batchId: head, receiptsAdded: 1 });
      await meanwhile();
    });
  const headIn = async (copy: Copy) => (await copy.readIdentity(book))?.head;
  const before = identityOf(book).head;
  const ourConnections = () =>
    asRoot(
      `select id from information_schema.processlist where db = '${database.name}' and user = 'staging_post'`,
    );
  const terminate = async () => {
    for (const { id } of await ourConnections()) await asRoot(`kill ${String(id)}`).catch(() => undefined);
  };
  const gone = async () => {
    while ((await ourConnections()).length > 0) await new Promise((resolve) => setImmediate(resolve));
  };

  test('whose answer to COMMIT is lost has it in, and only a new look tells', async () => {
    const copy = await installed();
    const proxy = await startTcpProxy(database.url);
    const behind = openAt(proxy.url);
    await behind.readIdentity(book);
    // The whole message, with the byte that says that it is a statement.
    proxy.loseAnswerTo('\u0003commit');
    await expect(moveHead(behind, 'in')).rejects.toBeInstanceOf(CommitUnknownError);
    expect(await headIn(copy)).toBe('in');
    await moveHead(behind, 'next');
    expect(await headIn(copy)).toBe('next');
    await behind.close();
    await proxy.close();
  });

  test('whose connection ends just before COMMIT has nothing in, and only a new look tells', async () => {
    const copy = await installed();
    await expect(
      moveHead(copy, 'lost', async () => {
        await terminate();
        await gone();
      }),
    ).rejects.toBeInstanceOf(CommitUnknownError);
    expect(await headIn(copy)).toBe(before);
  });

  test('whose connection ends within a transaction is out of reach, and nothing is in', async () => {
    const copy = await installed();
    const write = copy.transaction(async (transaction) => {
      await transaction.moveHead(book, { head: 'lost', previousHead: 'p', batchId: 'b', receiptsAdded: 0 });
      await terminate();
      await gone();
      await transaction.insertReceipts(book, [receiptOf('i1')]);
    });
    await expect(write).rejects.toMatchObject({ code: 'copy_unreachable' });
    expect(await headIn(copy)).toBe(before);
  });

  test('whose connection ends while nothing is asked of it answers the next question all the same', async () => {
    const copy = await installed();
    await terminate();
    await gone();
    await moveHead(copy, 'next');
    expect(await headIn(copy)).toBe('next');
  });

  test('whose server is killed and comes back holds what it confirmed, and nothing else', async () => {
    const copy = await installed();
    await moveHead(copy, 'confirmed');
    const server = await mariaDb();
    const write = moveHead(copy, 'lost', () => server.kill());
    await expect(write).rejects.toBeInstanceOf(CommitUnknownError);
    await expect(copy.readIdentity(book)).rejects.toMatchObject({ code: 'copy_unreachable' });
    await server.start();
    expect(await headIn(copy)).toBe('confirmed');
  });

  test('whose identity row another holds is given up after a while, and nothing is in', async () => {
    const copy = await installed();
    const other = openAt(database.url);
    await moveHead(other, 'first', async () => {
      await expect(moveHead(copy, 'second')).rejects.toMatchObject({
        code: 'copy_unreachable',
        message: expect.stringContaining('Lock wait timeout'),
      });
    });
    expect(await headIn(copy)).toBe('first');
  });

  test('that ends our transaction in a deadlock lets nothing in, whoever goes on as if nothing had been', async () => {
    const copy = await installed();
    const theirs = await owner();
    const write = copy.transaction(async (transaction) => {
      await transaction.moveHead(book, { head: 'lost', previousHead: 'p', batchId: 'b', receiptsAdded: 0 });
      // They have done more, so the server takes us for its victim; each waits for what the other holds.
      await theirs.query('begin');
      await theirs.query('insert into account select seq + 10000, concat(seq) from seq_1_to_500');
      await theirs.query(
        "insert into staging_post_receipt values ('acme','i1','b','applied','t','1',1,'now')",
      );
      const theirUpdate = theirs.query(
        "update staging_post_copy set previous_head = 'theirs' where book = 'acme'",
      );
      const failed = await transaction
        .savepoint(() => transaction.insertReceipts(book, [receiptOf('i1')]))
        .catch((error: unknown) => error);
      await theirUpdate;
      await theirs.query('rollback');
      expect(failed).toMatchObject({
        code: 'copy_unreachable',
        message: expect.stringContaining('Deadlock'),
      });
      // Each of these would be committed at once now, by itself.
      await transaction.insertReceipts(book, [receiptOf('i2')]).catch(() => undefined);
      await transaction
        .moveHead(book, { head: 'lost', previousHead: 'p', batchId: 'b', receiptsAdded: 1 })
        .catch(() => undefined);
    });
    await expect(write).rejects.toMatchObject({ code: 'copy_unreachable' });
    expect(await headIn(copy)).toBe(before);
    expect(await database.sql('select * from staging_post_receipt')).toEqual([]);
  });

  const bills = ({ note = "''", after = 'select 1' }) => `--! table: bill
--! find existing
select id as "key", number as invoice_number, 'Norrby Kakel AB' as supplier_name, '1250.00' as payable
from bill where number = :invoice_number
--! insert invoice
insert into bill (number, note) values (:invoice_number, ${note})
--! key
select last_insert_id()
--! after
${after}
--! still there
select 1 from bill where id = cast(:key as signed)`;
  const billTable =
    'create table bill (id bigint auto_increment primary key, number varchar(50), note text) engine = InnoDB';
  const apply = (copy: Copy, ...invoices: ReturnType<typeof candidate>[]) =>
    applyBatch(copy, {
      id: 'batch-1',
      book,
      copyId: identityOf(book).copyId,
      epoch: 3,
      expectedHead: before,
      invoices,
      appliedAt: '2026-03-05T08:00:00.000Z',
    });

  test('reads the owner’s SQL as the standard does, whatever the habit of its server', async () => {
    await asRoot("set global sql_mode = ''");
    const copy = await installed(bills({ note: `'C:\\' || "number"` }));
    await database.sql(billTable);
    expect(await apply(copy, candidate(book, { number: 'F-1' }))).toMatchObject({ kind: 'in', refused: [] });
    expect(await database.sql('select note from bill')).toEqual([{ note: 'C:\\F-1' }]);
  });

  test.each([
    ['that changes a table', 'create table side_effect (a integer)'],
    ['that ends it outright', 'call tidy_up()'],
  ])(
    'sees a statement of a mapping %s, and writes no receipt without its transaction',
    async (_what, after) => {
      const copy = await installed(bills({ after }));
      await database.sql(billTable);
      await database.sql('create procedure tidy_up() begin commit; end');
      const attempt = apply(copy, candidate(book, { number: 'F-1' }), candidate(book, { number: 'F-2' }));
      await expect(attempt).rejects.toMatchObject({
        code: 'mapping_fails',
        kind: 'attention',
        message: expect.stringContaining('ended the transaction'),
      });
      expect(await headIn(copy)).toBe(before);
      expect(await database.sql('select * from staging_post_receipt')).toEqual([]);
      // What was committed by that is found again, and not doubled.
      const mended = openAt(database.url, bills({}));
      const again = await apply(mended, candidate(book, { number: 'F-1' }));
      expect(again).toMatchObject({ kind: 'in', receipts: [{ outcome: 'linked' }] });
      expect(await database.sql('select number from bill')).toEqual([{ number: 'F-1' }]);
    },
  );

  test.each([
    [
      'a number that is there already',
      'create unique index one on supplier_invoice (invoice_number(50))',
      'Duplicate',
    ],
    [
      'no value where one must be',
      'alter table supplier_invoice modify iban varchar(40) not null',
      'cannot be null',
    ],
    [
      'an unknown parent',
      'alter table supplier_invoice modify order_reference varchar(20), add foreign key (order_reference) references project (code)',
      'foreign key',
    ],
    ['a text that is too long', 'alter table supplier_invoice modify supplier_name varchar(5)', 'too long'],
    [
      'an amount that is too large',
      'alter table supplier_invoice modify payable decimal(3, 1)',
      'Out of range',
    ],
    ['a check of its owner', 'alter table supplier_invoice add check (payable < 1000)', 'CONSTRAINT'],
    ['no value, and no default', 'alter table supplier_invoice add column kind varchar(5) not null', 'kind'],
  ])('that refuses %s tells it of that invoice alone', async (_what, rule, words) => {
    const copy = await installed();
    await database.sql(
      'create table project (code varchar(20) primary key) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin',
    );
    const good = fullCandidate(book);
    good.invoice.references.order = null;
    good.invoice.seller.name = 'Kort';
    good.invoice.totals.payable = '12.5';
    await apply(copy, { ...good, id: 'first', invoice: { ...good.invoice, invoiceNumber: 'H-1' } });
    await database.sql(rule);
    const bad = candidate(book, { number: 'H-1', payable: '99999.00', supplier: 'Norrby Kakel AB' });
    bad.invoice.references.order = 'P-1';
    const write = copy.transaction(async (transaction) => {
      const refused = await transaction
        .savepoint(() => transaction.insertInvoices([bad]))
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RefusedByCopyError);
      expect((refused as Error).message).toContain(words);
      await transaction.moveHead(book, {
        head: 'went on',
        previousHead: 'p',
        batchId: 'b',
        receiptsAdded: 0,
      });
    });
    await write;
    expect(await headIn(copy)).toBe('went on');
    expect(await database.sql('select invoice_number from supplier_invoice')).toEqual([
      { invoice_number: 'H-1' },
    ]);
  });

  test('tells ids apart byte by byte, whatever the collation of its database', async () => {
    database = await createMysqlDatabase();
    await asRoot(`alter database ${database.name} character set latin1 collate latin1_swedish_ci`);
    const copy = openAt(database.url);
    await copy.install();
    const ids = ['I1', 'i1', 'i1 ', 'ü1', 'u1'];
    await copy.transaction(async (transaction) => {
      await transaction.writeIdentity(identityOf(book));
      await transaction.writeIdentity(identityOf('ACME', { head: 'other' }));
      await transaction.insertReceipts(
        book,
        ids.map((id) => receiptOf(id)),
      );
      expect([...(await transaction.findReceipts(book, ['i1', 'u1'])).keys()].sort()).toEqual(['i1', 'u1']);
    });
    expect(await headIn(copy)).toBe(before);
    const read: string[] = [];
    for await (const { invoiceId } of copy.receipts(book)) read.push(invoiceId);
    expect(read).toEqual([...ids].sort());
  });

  describeOwnersOfMysql({
    installed,
    openAt,
    moveHead,
    headIn,
    apply,
    bills,
    billTable,
    get database() {
      return database;
    },
  });
});

describeWithMariaDb('a copy in MariaDB that encrypts', () => {
  let folder: string;
  let server: TestMariaDb;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'staging-post-tls-'));
    await promisify(execFile)(
      findProgram('openssl') ?? 'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=books.example'],
        ...['-addext', 'subjectAltName=DNS:books.example', '-keyout', 'key.pem', '-out', 'cert.pem'],
      ],
      { cwd: folder },
    );
    server = await startMariaDb(`--ssl-cert=${folder}/cert.pem`, `--ssl-key=${folder}/key.pem`);
  });
  afterAll(async () => {
    await server?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test.each([
    ['DISABLED', true],
    ['REQUIRED', true],
    ['VERIFY_CA', false],
    ['VERIFY_CA&ssl-ca=', true],
    ['VERIFY_IDENTITY&ssl-ca=', false],
  ])('under ssl-mode=%s is reached: %s', async (mode, isReached) => {
    const url = `${server.url}/mysql?ssl-mode=${mode}${mode.endsWith('=') ? path.join(folder, 'cert.pem') : ''}`;
    const copy = openMysqlCopy(url, null, patience);
    const look = copy.readIdentity(book);
    if (isReached) expect(await look).toBeNull();
    else await expect(look).rejects.toMatchObject({ code: 'copy_unreachable' });
    await copy.close();
  });
});
