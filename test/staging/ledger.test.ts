import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Ledger, openLedger } from '../../src/staging/ledger.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { onServer } from '../support/postgres.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());
beforeEach(async () => {
  await sql`truncate book cascade`.execute(ledger.db);
});

const addBook = (slug: string) => ({ slug, name: slug });
const books = async () =>
  (await ledger.db.selectFrom('book').select('slug').orderBy('slug').execute()).map((row) => row.slug);

describe('a transaction of the ledger', () => {
  test('that resolves is committed, with its result', async () => {
    const result = await ledger.transaction(async ({ db }) => {
      await db.insertInto('book').values(addBook('acme')).execute();
      return 17;
    });
    expect(result).toBe(17);
    expect(await books()).toEqual(['acme']);
  });

  test('that throws leaves nothing behind', async () => {
    const undone = ledger.transaction(async ({ db }) => {
      await db.insertInto('book').values(addBook('acme')).execute();
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    expect(await books()).toEqual([]);
  });

  test('that passed over a failed statement is not taken for committed', async () => {
    const aborted = ledger.transaction(async ({ db }) => {
      await db.insertInto('book').values(addBook('acme')).execute();
      await sql`select 1 / 0`.execute(db).catch(() => undefined);
    });
    await expect(aborted).rejects.toMatchObject({ code: 'ledger_transaction_aborted' });
    expect(await books()).toEqual([]);
  });

  test('runs on one connection, so that a pool of one is enough', async () => {
    const narrow = await fresh.openAnother({ maxConnections: 1 });
    await narrow.transaction(async (tx) => {
      const of = sql<{ pid: number }>`select pg_backend_pid() as pid`;
      const [one, other] = [await of.execute(tx.db), await of.execute(tx.db)];
      expect(one.rows).toEqual(other.rows);
      tx.ring({ kind: 'reconcile', book: 'acme' });
    });
  });

  test('cannot begin another one inside, which would end it', async () => {
    const nested = ledger.transaction(async ({ db }) => {
      await db.insertInto('book').values(addBook('acme')).execute();
      await db.transaction().execute(async () => undefined);
    });
    await expect(nested).rejects.toThrow('in a transaction already');
    expect(await books()).toEqual([]);
  });

  test('that met a deadlock is run again until it is through', async () => {
    for (const slug of ['acme', 'bolt']) await ledger.db.insertInto('book').values(addBook(slug)).execute();
    const meeting = barrier(2);
    let attempts = 0;
    const renameBoth = (first: string, second: string) =>
      ledger.transaction(async ({ db }) => {
        attempts += 1;
        const append = (slug: string) =>
          db.updateTable('book').set({ name: sql`name || '+'` }).where('slug', '=', slug).execute();
        await append(first);
        await meeting();
        await append(second);
      });
    await Promise.all([renameBoth('acme', 'bolt'), renameBoth('bolt', 'acme')]);
    expect(attempts).toBe(3);
    const names = await ledger.db.selectFrom('book').select('name').orderBy('slug').execute();
    expect(names).toEqual([{ name: 'acme++' }, { name: 'bolt++' }]);
  });

  test('whose answer to COMMIT is lost says so, and is found committed', async () => {
    const proxy = await startTcpProxy(fresh.url);
    const distant = await fresh.openAnother({ url: proxy.url });
    const unsure = distant.transaction(async ({ db }) => {
      await db.insertInto('book').values(addBook('acme')).execute();
      proxy.loseAnswerTo('commit');
    });
    await expect(unsure).rejects.toMatchObject({ code: 'ledger_commit_unknown', kind: 'unreachable' });
    await eventually(async () => expect(await books()).toEqual(['acme']));
    expect(await distant.transaction(async () => 'goes on')).toBe('goes on');
    await distant.close();
    await proxy.close();
  });
});

test('a ledger whose connections are all cut goes on with new ones, its bells too', async () => {
  const heard: string[] = [];
  const service = ledger.doorbell.answer('reconcile', async ({ book }) => void heard.push(book), {
    concurrency: 1,
  });
  await service.start();
  await onServer((client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      new URL(fresh.url).pathname.slice(1),
    ]),
  );
  await eventually(() => ledger.transaction(async (tx) => tx.ring({ kind: 'reconcile', book: 'acme' })));
  await eventually(() => expect(heard).toContain('acme'));
  await service.stop();
});

test('the ledger gives numbers, dates and amounts as they are', async () => {
  const { rows } = await sql`
    select 9007199254740991::int8 as number, date '2026-02-28' as day, 0.10::numeric as amount,
           timestamptz '2026-02-28 23:00:00+01' as at`.execute(ledger.db);
  expect(rows).toEqual([
    { number: 9007199254740991, day: '2026-02-28', amount: '0.10', at: new Date('2026-02-28T22:00:00Z') },
  ]);
  await expect(sql`select 9007199254740992::int8 as number`.execute(ledger.db)).rejects.toMatchObject({
    code: 'number_too_large',
  });
});

describe('a ledger that cannot be reached', () => {
  const opening = (url: string) => openLedger({ url, dir: fresh.dir });

  test('is named without its password, with what to try', async () => {
    await expect(opening('postgres://user:hunter2@127.0.0.1:1/ledger')).rejects.toMatchObject({
      code: 'ledger_unreachable',
      kind: 'unreachable',
      message: expect.stringMatching(/^(?!.*hunter2).*127\.0\.0\.1:1\/ledger/),
      hint: expect.stringContaining('port'),
    });
  });

  test.each([
    ['a wrong password', { password: 'guess' }, 'password is wrong'],
    ['a database that does not exist', { pathname: '/nowhere' }, 'does not exist'],
  ])('for %s', async (_, altered, hint) => {
    const url = Object.assign(new URL(fresh.url), altered);
    await expect(opening(url.href)).rejects.toMatchObject({
      code: 'ledger_unreachable',
      hint: expect.stringContaining(hint),
    });
  });

  test('because its address is not one', async () => {
    await expect(opening('mysql://127.0.0.1/ledger')).rejects.toMatchObject({ code: 'ledger_url_invalid' });
  });
});

/** Resolves for everybody when `parties` have come; later comers pass at once. */
function barrier(parties: number): () => Promise<void> {
  const open = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === parties) open.resolve();
    return open.promise;
  };
}
