import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { isInitialised, openCluster, stopServer } from '../../../src/staging/postgres/cluster.ts';
import { ensureEmbeddedPostgres } from '../../../src/staging/postgres/embedded.ts';
import { readPostmaster } from '../../../src/staging/postgres/postmaster.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

let dir: string;
const holders: ChildProcess[] = [];

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'embedded-'));
  if (isRoot) await chmod(dir, 0o711);
});

afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  await chmod(dir, 0o711);
  const cluster = await openCluster(dir);
  if (isInitialised(cluster) && (await readPostmaster(cluster.data))) await stopServer(cluster);
  await rm(dir, { recursive: true, force: true });
});

/** Another process that uses the server, until `leave` or a kill. */
async function holdInAnotherProcess(user: { uid?: number; gid?: number } = {}) {
  const script = path.resolve('test/support/embedded-holder.ts');
  const child = spawn(process.execPath, [script, dir], { ...user, stdio: ['pipe', 'pipe', 'inherit'] });
  holders.push(child);
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [url] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return {
    url: String(url),
    child,
    ended,
    async leave() {
      child.stdin.end();
      return (await ended)[0] as number;
    },
  };
}

const running = async () => await readPostmaster(path.join(dir, 'postgres', 'data'));

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  test('several that come at once share one server, and the last one out stops it', async () => {
    const [here, there] = await Promise.all([ensureEmbeddedPostgres(dir), holdInAnotherProcess()]);
    const another = await ensureEmbeddedPostgres(dir);
    expect(there.url).toBe(here.url);
    expect(another.url).toBe(here.url);

    await Promise.all([here.release(), another.release()]);
    expect(await running()).not.toBeNull();
    expect(await there.leave()).toBe(0);
    expect(await running()).toBeNull();
  });

  test('the server outlives a killed process, and the next one uses and ends it', async () => {
    const killed = await holdInAnotherProcess();
    const before = await running();
    killed.child.kill('SIGKILL');
    await killed.ended;

    const server = await ensureEmbeddedPostgres(dir);
    expect(await running()).toEqual(before);
    await server.release();
    expect(await running()).toBeNull();
  });

  test('it stays for whoever is still connected, and when asked to', async () => {
    const server = await ensureEmbeddedPostgres(dir);
    const guest = new pg.Client({ connectionString: server.url });
    await guest.connect();
    await server.release();
    expect(await running()).not.toBeNull();
    await guest.end();

    const keeper = await ensureEmbeddedPostgres(dir);
    await keeper.release({ keep: true });
    await keeper.release();
    expect(await running()).not.toBeNull();
  });

  test('what was committed is there after the server was killed, though its number now belongs to another program', async () => {
    const server = await ensureEmbeddedPostgres(dir);
    await query(server.url, 'create table kept as select 42 as answer');
    const killed = await running();
    process.kill(killed?.pid ?? 0, 'SIGKILL');
    const pidFile = path.join(dir, 'postgres', 'data', 'postmaster.pid');
    const lines = (await readFile(pidFile, 'utf8')).split('\n');
    await writeFile(pidFile, [process.pid, ...lines.slice(1)].join('\n'));

    const again = await ensureEmbeddedPostgres(dir);
    expect(await query(again.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await server.release({ keep: true });
    await again.release();
  });

  test('an attempt at creating it that was killed half way does not stop the next', async () => {
    await mkdir(path.join(dir, 'postgres', 'data.unfinished', 'base'), { recursive: true });
    const server = await ensureEmbeddedPostgres(dir);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.release();
  });

  test('it is durable, listens to this machine only, and opens with its password alone', async () => {
    const server = await ensureEmbeddedPostgres(dir);
    const settings = await query(
      server.url,
      `select name, setting from pg_settings
       where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') order by name`,
    );
    expect(settings.map(({ name, setting }) => [name, setting].join('='))).toEqual([
      'fsync=on',
      'full_page_writes=on',
      'listen_addresses=127.0.0.1',
      'synchronous_commit=on',
    ]);
    const { mode } = await stat(path.join(dir, 'postgres', 'password'));
    expect(mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select')).rejects.toMatchObject({ code: '28P01' });
    await server.release();
  });

  test('a program that used it keeps its own exit code', async () => {
    const script = `
      const { ensureEmbeddedPostgres } = await import('./src/staging/postgres/embedded.ts');
      await (await ensureEmbeddedPostgres(process.argv[1])).release();
      process.exitCode = 3;`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script, dir], {
      stdio: 'inherit',
    });
    expect((await once(child, 'exit'))[0]).toBe(3);
  });
});

// Only root can try what follows; for anybody else, all of the above ran as the ordinary user that it is about.
if (isRoot) {
  describe('the embedded PostgreSQL and its user', () => {
    test('an ordinary user runs it as himself', async () => {
      await chown(dir, nobody.uid, nobody.gid);
      const holder = await holdInAnotherProcess(nobody);
      expect((await stat(path.join(dir, 'postgres', 'data'))).uid).toBe(nobody.uid);
      expect(await query(holder.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(await holder.leave()).toBe(0);
    });

    test('root may come after an ordinary user', async () => {
      await chown(dir, nobody.uid, nobody.gid);
      expect(await (await holdInAnotherProcess(nobody)).leave()).toBe(0);
      const server = await ensureEmbeddedPostgres(dir);
      expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await server.release();
    });

    test('a directory that its user may not enter is named, with what to do', async () => {
      await chmod(dir, 0o700);
      await expect(ensureEmbeddedPostgres(path.join(dir, 'below'))).rejects.toMatchObject({
        code: 'embedded_postgres_unreachable',
        message: expect.stringContaining(dir),
        hint: expect.stringContaining(`chmod o+x ${dir}`),
      });
    });
  });
}
