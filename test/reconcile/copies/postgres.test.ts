import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { CommitUnknownError } from '../../../src/reconcile/copies/errors.ts';
import { openPostgresCopy } from '../../../src/reconcile/copies/postgres.ts';
import { onServer, urlOfDatabase } from '../../support/postgres.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';
import { candidate, identityOf, invoiceOf, receiptOf } from '../support/invoices.ts';
import { createPostgresDatabase, type PostgresDatabase, postgresKind } from '../support/postgres-database.ts';
import { describeCopy } from './copy.conformance.ts';
import { describeKilledApply } from './killed-apply.conformance.ts';

describeCopy(postgresKind);
describeKilledApply(postgresKind);

const book = 'acme';
const patience = { connectMs: 10_000, statementMs: 20_000, lockMs: 200 };
let database: PostgresDatabase;
let copies: Copy[] = [];
afterEach(async () => {
  await Promise.all(copies.map((copy) => copy.close()));
  copies = [];
  await database?.destroy();
});

const openAt = (url: string): Copy => {
  const copy = openPostgresCopy(url, null, patience);
  copies.push(copy);
  return copy;
};

async function installed(): Promise<Copy> {
  database = await createPostgresDatabase();
  const copy = openAt(database.url);
  await copy.install();
  await copy.transaction((transaction) => transaction.writeIdentity(identityOf(book)));
  return copy;
}

const moveHead = (copy: Copy, head: string, meanwhile: () => Promise<unknown> = async () => undefined) =>
  copy.transaction(async (transaction) => {
    await transaction.lockIdentity(book);
    await transaction.moveHead(book, { head, previousHead: 'p', batchId: head, receiptsAdded: 1 });
    await meanwhile();
  });

/** Ends every connection of a copy to the database, as a restart of the server does. */
const terminate = () =>
  onServer((client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = $1 and application_name = 'staging-post copy'`,
      [database.name],
    ),
  );

describe('a PostgreSQL copy whose connection breaks', () => {
  test('when the answer to COMMIT is lost: it is in, and only a new look tells', async () => {
    const copy = await installed();
    const proxy = await startTcpProxy(database.url);
    const behind = openAt(proxy.url);
    await behind.readIdentity(book);
    // The whole message: other statements speak of commits too.
    proxy.loseAnswerTo('commit\0');
    await expect(moveHead(behind, 'in')).rejects.toBeInstanceOf(CommitUnknownError);
    expect((await copy.readIdentity(book))?.head).toBe('in');
    await moveHead(behind, 'next');
    expect((await copy.readIdentity(book))?.head).toBe('next');
    await behind.close();
    await proxy.close();
  });

  test('just before COMMIT: it is not in, and only a new look tells', async () => {
    const copy = await installed();
    await expect(moveHead(copy, 'lost', terminate)).rejects.toBeInstanceOf(CommitUnknownError);
    expect((await copy.readIdentity(book))?.head).toBe(identityOf(book).head);
  });

  test('within the transaction: it is out of reach, and nothing is in', async () => {
    const copy = await installed();
    const write = copy.transaction(async (transaction) => {
      await transaction.moveHead(book, { head: 'lost', previousHead: 'p', batchId: 'b', receiptsAdded: 0 });
      await terminate();
      await transaction.insertReceipts(book, [receiptOf('i1')]);
    });
    await expect(write).rejects.toMatchObject({ code: 'copy_unreachable' });
    expect((await copy.readIdentity(book))?.head).toBe(identityOf(book).head);
  });

  test('while nothing is asked of it: the next question is answered all the same', async () => {
    const copy = await installed();
    await copy.readIdentity(book);
    await terminate();
    await onServer(async (client) => {
      const gone = async () =>
        (await client.query('select from pg_stat_activity where datname = $1', [database.name])).rowCount ===
        0;
      while (!(await gone())) await new Promise((resolve) => setImmediate(resolve));
    });
    await moveHead(copy, 'next');
    expect((await copy.readIdentity(book))?.head).toBe('next');
  });
});

test('a PostgreSQL copy asked many things puts no more weight on its connections', async () => {
  const copy = await installed();
  const asked = jest.spyOn(pg.Client.prototype, 'query');
  for (let round = 0; round < 15; round += 1) await copy.readIdentity(book);
  const clients = new Set(asked.mock.contexts as pg.Client[]);
  asked.mockRestore();
  expect(clients.size).toBeGreaterThan(0);
  for (const client of clients) expect(client.listenerCount('error')).toBeLessThan(10);
});

describe('a PostgreSQL copy that keeps us waiting', () => {
  test('because another holds the identity row is given up after a while, and nothing is in', async () => {
    const copy = await installed();
    const other = openAt(database.url);
    await moveHead(other, 'first', async () => {
      await expect(moveHead(copy, 'second')).rejects.toMatchObject({
        code: 'copy_unreachable',
        message: expect.stringContaining('lock timeout'),
      });
    });
    expect((await copy.readIdentity(book))?.head).toBe('first');
  });

  test('longer than its owner lets a statement run is out of reach for now', async () => {
    const copy = await installed();
    await onServer((client) =>
      client.query(`alter database ${database.name} set statement_timeout = '100ms'`),
    );
    await terminate();
    const locker = new pg.Client({ connectionString: database.url });
    await locker.connect();
    await locker.query('begin; lock table staging_post_copy in access exclusive mode');
    const fresh = openAt(database.url);
    await expect(fresh.readIdentity(book)).rejects.toMatchObject({
      code: 'copy_unreachable',
      message: expect.stringContaining('statement timeout'),
    });
    await locker.query('rollback');
    await locker.end();
    expect(await copy.readIdentity(book)).toEqual(identityOf(book));
  });

  test('because its owner cancels our statement is out of reach for now', async () => {
    const copy = await installed();
    await expect(
      moveHead(copy, 'never', async () => {
        await database.sql(
          `create function owners_brake() returns trigger language plpgsql as
           $$ begin raise query_canceled using message = 'stop it'; end $$`,
        );
        throw new Error('the rule stands');
      }),
    ).rejects.toThrow('the rule stands');
    await database.sql(
      'create trigger owners_brake before insert on staging_post_receipt execute function owners_brake()',
    );
    await expect(
      copy.transaction((transaction) => transaction.insertReceipts(book, [receiptOf('i1')])),
    ).rejects.toMatchObject({ code: 'copy_unreachable' });
  });
});

describe('a PostgreSQL copy whose user may not do everything', () => {
  const role = `clerk_${randomUUID().slice(0, 8)}`;
  afterEach(async () => {
    await database.sql(`drop owned by ${role} cascade`);
    await onServer((client) => client.query(`drop role if exists ${role}`));
  });

  async function asClerk(...grants: string[]): Promise<Copy> {
    await onServer((client) => client.query(`create role ${role} login password 'hemligt'`));
    await database.sql('revoke create on schema public from public');
    for (const grant of grants) await database.sql(`grant ${grant} to ${role}`);
    const url = new URL(database.url);
    url.username = role;
    url.password = 'hemligt';
    return openAt(url.href);
  }

  test('says which right is missing, and writes nothing', async () => {
    const copy = await installed();
    const clerk = await asClerk(
      'select, insert, update on staging_post_copy',
      'select on staging_post_receipt',
    );
    expect(await clerk.readIdentity(book)).toEqual(identityOf(book));
    const write = clerk.transaction(async (transaction) => {
      await transaction.moveHead(book, { head: 'h', previousHead: 'p', batchId: 'b', receiptsAdded: 1 });
      await transaction.insertReceipts(book, [receiptOf('i1')]);
    });
    await expect(write).rejects.toMatchObject({
      code: 'copy_permission',
      kind: 'attention',
      message: expect.stringContaining('staging_post_receipt'),
      hint: expect.stringContaining('Grant'),
    });
    expect(await copy.readIdentity(book)).toEqual(identityOf(book));
  });

  test('needs no right to create where all our tables are there', async () => {
    await installed();
    const clerk = await asClerk('select, insert, update on all tables in schema public');
    await clerk.install();
    await moveHead(clerk, 'by the clerk');
    await database.sql('drop table staging_post_receipt');
    await expect(clerk.install()).rejects.toMatchObject({ code: 'copy_permission' });
  });

  test('and whose password is wrong says what to do', async () => {
    await installed();
    await asClerk();
    const url = new URL(database.url);
    url.username = role;
    url.password = 'felaktigt';
    await expect(openAt(url.href).readIdentity(book)).rejects.toMatchObject({
      code: 'copy_unreachable',
      hint: expect.stringMatching(/password|pg_hba/),
    });
    await expect(
      openAt(urlOfDatabase(database.url, 'no_such_database')).readIdentity(book),
    ).rejects.toMatchObject({
      code: 'copy_unreachable',
      hint: expect.stringContaining('does not exist'),
    });
  });
});

describe('a PostgreSQL copy with settings of its owner’s', () => {
  test('tells dates in our way whatever its date style', async () => {
    const copy = await installed();
    await onServer((client) => client.query(`alter database ${database.name} set datestyle = 'German, DMY'`));
    await terminate();
    await database.register(book, invoiceOf({ number: 'F-17', issueDate: '2026-03-02' }));
    const sought = candidate(book, { number: 'F-17' });
    const found = await copy.transaction(async (transaction) => {
      await transaction.insertInvoices([candidate(book, { number: 'F-18', issueDate: '2026-04-03' })]);
      return await transaction.findExisting([sought]);
    });
    expect(found.get(sought.id)?.[0]?.issueDate).toBe('2026-03-02');
    expect(
      await database.sql(
        `select to_char(issue_date, 'YYYY-MM-DD') as date from supplier_invoice order by id`,
      ),
    ).toEqual([{ date: '2026-03-02' }, { date: '2026-04-03' }]);
  });

  test('pages through its receipts in byte order whatever its collation', async () => {
    database = await createPostgresDatabase();
    const swedish = `${database.name}_sv`;
    await onServer((client) =>
      client.query(
        `create database ${swedish} template template0 locale_provider icu icu_locale 'sv-SE' locale 'C'`,
      ),
    );
    const copy = openAt(urlOfDatabase(database.url, swedish));
    await copy.install();
    const many = Array.from({ length: 1_500 }, (_, index) => receiptOf(`${index % 2 ? 'i' : 'I'}${index}`));
    await copy.transaction((transaction) => transaction.insertReceipts(book, many));
    const ids: string[] = [];
    for await (const { invoiceId } of copy.receipts(book)) ids.push(invoiceId);
    expect(ids).toEqual(many.map(({ invoiceId }) => invoiceId).sort());
    await copy.close();
    await onServer((client) => client.query(`drop database ${swedish} with (force)`));
  });

  test('that turn synchronous_commit off are overruled', async () => {
    const copy = await installed();
    await onServer((client) => client.query(`alter database ${database.name} set synchronous_commit = off`));
    await terminate();
    await database.sql('create table seen (setting text)');
    await database.sql(`create function note_setting() returns trigger language plpgsql as
      $$ begin insert into seen values (current_setting('synchronous_commit')); return new; end $$`);
    await database.sql(
      'create trigger note_setting before update on staging_post_copy for each row execute function note_setting()',
    );
    await moveHead(copy, 'h');
    expect(await database.sql('select setting from seen')).toEqual([{ setting: 'on' }]);
  });
});

test('a PostgreSQL copy that is half restored is waited for: a dump puts data back before keys', async () => {
  const copy = await installed();
  await database.sql('alter table staging_post_copy drop constraint staging_post_copy_pkey');
  const incomplete = { code: 'copy_incomplete', kind: 'attention' };
  await expect(copy.readIdentity(book)).rejects.toMatchObject(incomplete);
  await expect(moveHead(copy, 'too early')).rejects.toMatchObject(incomplete);
  await database.sql('alter table staging_post_copy add primary key (book)');
  expect(await copy.readIdentity(book)).toEqual(identityOf(book));
});
