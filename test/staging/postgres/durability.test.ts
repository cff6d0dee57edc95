import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { StagingPostError } from '../../../src/errors.ts';
import {
  type Cluster,
  openCluster,
  readPassword,
  startServer,
  stopServer,
  superuser,
} from '../../../src/staging/postgres/cluster.ts';
import { openPool } from '../../../src/staging/postgres/connection.ts';
import { assertDurable } from '../../../src/staging/postgres/durability.ts';
import { ensureEmbeddedPostgres } from '../../../src/staging/postgres/embedded.ts';
import { eventually } from '../../support/eventually.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

/** What is said about the ledger at this address, as it shows itself to a fresh connection. */
async function complaintAbout(url: string): Promise<StagingPostError | null> {
  const pool = openPool(url);
  try {
    await assertDurable(pool);
    return null;
  } catch (error) {
    if (error instanceof StagingPostError) return error;
    throw error;
  } finally {
    await pool.end();
  }
}

async function run(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One by one: some may not run together in one transaction.
    for (const statement of statements.split(';').filter((part) => part.trim()))
      await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('a ledger', () => {
  let database: TestDatabase;
  let name: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    name = new URL(database.url).pathname.slice(1);
  });
  afterAll(async () => {
    await run(database.url, `drop owned by careless_${name}; drop role careless_${name}`);
    await database.drop();
  });

  /** The address for a role of its own, made anew. */
  async function asCareless(): Promise<string> {
    const role = `careless_${name}`;
    await run(database.url, `drop owned by ${role}; drop role ${role}`).catch(() => undefined);
    await run(database.url, `create role ${role} login password 'careless'`);
    return Object.assign(new URL(database.url), { username: role, password: 'careless' }).href;
  }

  test('that keeps what it has confirmed is accepted', async () => {
    expect(await complaintAbout(database.url)).toBeNull();
  });

  test.each(['off', 'local'])(
    'whose database has synchronous_commit %s is refused until the hint is followed',
    async (value) => {
      await run(database.url, `alter database ${name} set synchronous_commit = ${value}`);
      const complaint = await complaintAbout(database.url);
      expect(complaint).toMatchObject({
        code: 'ledger_not_durable',
        message: expect.stringContaining(`synchronous_commit is ${value} (set for the database ${name})`),
      });
      await run(database.url, complaint?.hint?.replace('Run: ', '') ?? '');
      expect(await complaintAbout(database.url)).toBeNull();
    },
  );

  test.each(['', ' in database'])(
    'whose role has it off%s is refused until the hint is followed',
    async (where) => {
      const url = await asCareless();
      const scope = where && ` in database ${name}`;
      await run(database.url, `alter role careless_${name}${scope} set synchronous_commit = off`);
      const complaint = await complaintAbout(url);
      expect(complaint?.message).toContain(`(set for the role careless_${name}`);
      await run(database.url, complaint?.hint?.replace('Run: ', '') ?? '');
      expect(await complaintAbout(url)).toBeNull();
    },
  );

  test('whose address switches it off is refused', async () => {
    const complaint = await complaintAbout(`${database.url}?options=-c%20synchronous_commit%3Doff`);
    expect(complaint).toMatchObject({
      code: 'ledger_not_durable',
      hint: expect.stringContaining('LEDGER_URL'),
    });
  });

  test('that only allows reading is refused', async () => {
    const complaint = await complaintAbout(`${database.url}?options=-c%20default_transaction_read_only%3Don`);
    expect(complaint).toMatchObject({ code: 'ledger_read_only' });
  });
});

describe('a server without fsync', () => {
  let dir: string;
  let cluster: Cluster;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'durability-'));
    await chmod(dir, 0o711);
    await (await ensureEmbeddedPostgres(dir)).release();
    cluster = await openCluster(dir);
  });
  afterEach(async () => await stopServer(cluster));
  afterAll(async () => await rm(dir, { recursive: true, force: true }));

  async function start(settings: Record<string, string>): Promise<string> {
    const { port } = await startServer(cluster, settings);
    return `postgres://${superuser}:${await readPassword(cluster)}@127.0.0.1:${port}/staging_post`;
  }

  test('by its configuration is refused until the hint is followed', async () => {
    const url = await start({});
    await run(url, "alter system set fsync = 'off'; select pg_reload_conf()");
    await eventually(async () => {
      expect(await complaintAbout(url)).toMatchObject({
        code: 'ledger_not_durable',
        message: expect.stringContaining('fsync is off (set for the server)'),
        hint: expect.stringMatching(/^Run: ALTER SYSTEM/),
      });
    });
    await run(url, (await complaintAbout(url))?.hint?.replace('Run: ', '') ?? '');
    await eventually(async () => expect(await complaintAbout(url)).toBeNull());
  });

  test('by its command line is refused', async () => {
    expect(await complaintAbout(await start({ fsync: 'off' }))).toMatchObject({
      code: 'ledger_not_durable',
      hint: expect.stringContaining('command line'),
    });
  });
});
