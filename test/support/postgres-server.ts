/**
 * A PostgreSQL server as an owner of a copy runs one, with the tools that come along: pg_dump, pg_restore. (The
 * embedded server brings none of them.) In a directory of its own, on a free port of the loopback address.
 */
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, test } from '@jest/globals';
import { freePort } from '../../demo/mail-server/loopback.ts';

const run = promisify(execFile);
const programs = ['initdb', 'pg_ctl', 'postgres', 'pg_dump', 'pg_restore', 'createdb', 'dropdb'];

export interface PostgresServer {
  /** Of a database on it, with user and password. */
  urlOf(database: string): string;
  /** Runs one of its tools to its end; returns what it wrote. */
  tool(name: string, ...parameters: string[]): Promise<string>;
  /** For dumps and the like. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Where Debian and its kin put a server's programs; the newest that is whole, or null. */
export function findPostgresPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const directories = versions.map((version) => path.join(root, version, 'bin'));
  return directories.find((bin) => programs.every((name) => existsSync(path.join(bin, name)))) ?? null;
}

export function describeWithPostgresServer(title: string, tests: (bin: string) => void): void {
  const bin = findPostgresPrograms();
  if (bin !== null) {
    describe(title, () => tests(bin));
    return;
  }
  test(`${title}: needs a PostgreSQL server with its tools`, () => {
    const message =
      'No PostgreSQL server is installed (Debian: apt-get install postgresql); its tests did not run.';
    if (process.env.CI === 'true') throw new Error(message);
    console.warn(message);
  });
}

export async function startPostgresServer(bin: string): Promise<PostgresServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-server-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  await chmod(folder, 0o755);
  const data = path.join(folder, 'data');
  const password = randomBytes(16).toString('hex');
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const port = await freePort();
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  const connection = { PGHOST: '127.0.0.1', PGPORT: `${port}`, PGUSER: 'owner', PGPASSWORD: password };
  const options = {
    ...user,
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...Object.fromEntries(environment), LC_ALL: 'C', ...connection },
  };
  const tool = async (name: string, ...parameters: string[]) =>
    (await run(path.join(bin, name), parameters, options)).stdout;
  const auth = ['--auth-local=reject', '--auth-host=scram-sha-256'];
  await tool(
    'initdb',
    '-D',
    data,
    '-U',
    'owner',
    '-E',
    'UTF8',
    '--no-sync',
    ...auth,
    `--pwfile=${passwordFile}`,
  );
  const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  await tool('pg_ctl', 'start', '-w', '-D', data, '-l', path.join(folder, 'log'), '-o', flags);
  return {
    folder,
    tool,
    urlOf: (database) => `postgres://owner:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      await tool('pg_ctl', 'stop', '-w', '-m', 'immediate', '-D', data);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root: then as the account that its package made. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}
