/**
 * A real MariaDB for tests, on a free port of loopback and with a directory of its own; or another server that speaks the
 * same, such as MySQL 8, where STAGING_POST_TEST_MYSQL_URL names one (its user must be allowed everything).
 * Making the data directory is what takes long: that is done once in a run. Each file of tests starts a server of its own on
 * a copy of it, since tests change what holds for a whole server.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { describe } from '@jest/globals';
import { freePort } from '../../demo/mail-server/loopback.ts';
import { withFileLock } from '../../src/staging/file-lock.ts';
import { testPostgresDirectory } from './postgres.ts';
import { findProgram } from './programs.ts';

const run = promisify(execFile);

export interface TestMariaDb {
  /** Of its root, without a database. */
  readonly url: string;
  /** As a machine that loses its power: nothing is said to anybody. */
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

const elsewhere = process.env.STAGING_POST_TEST_MYSQL_URL ?? null;

interface Programs {
  server: string;
  install: string;
}

function findPrograms(): Programs | null {
  const server = findProgram('mariadbd', 'mysqld');
  const install = server && findProgram('mariadb-install-db', 'mysql_install_db');
  return server && install ? { server, install } : null;
}

/** Tests that need a MariaDB; where there is none, one that says so is skipped in their place. */
export function describeWithMariaDb(title: string, tests: () => void): void {
  if (elsewhere !== null || findPrograms()) describe(title, tests);
  else describe.skip(`${title}: MariaDB is not installed (Debian: apt-get install mariadb-server)`, tests);
}

/** Small: a server of tests writes little, and its directory is copied. */
const logBytes = '--innodb-log-file-size=4M';

/** Root may run it only as itself; anybody else cannot choose. */
const user = process.getuid?.() === 0 ? ['--user=root'] : [];

/** The data directory of a server that has not been started yet; the guard of the shared PostgreSQL removes it with its own. */
async function emptyServer(install: string): Promise<string> {
  const room = path.join(testPostgresDirectory(), 'mariadb');
  const template = path.join(room, 'template');
  await mkdir(room, { recursive: true, mode: 0o700 });
  await withFileLock(path.join(room, 'lock'), 120_000, async () => {
    if (existsSync(template)) return;
    const unfinished = path.join(room, 'unfinished');
    await rm(unfinished, { recursive: true, force: true });
    await run(install, [
      '--no-defaults',
      `--datadir=${unfinished}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
      logBytes,
      ...user,
    ]);
    await rename(unfinished, template);
  });
  return template;
}

/** @param flags more of its own settings */
export async function startMariaDb(...flags: string[]): Promise<TestMariaDb> {
  if (elsewhere !== null) {
    const nothing = async () => undefined;
    return { url: elsewhere, kill: nothing, start: nothing, remove: nothing };
  }
  const programs = findPrograms();
  if (!programs) throw new Error('MariaDB is not installed');
  const template = await emptyServer(programs.install);
  const directory = await mkdtemp(path.join(path.dirname(template), 'server-'));
  const data = path.join(directory, 'data');
  await cp(template, data, { recursive: true });
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(
      // Ends with us, however we end: the pipe is closed by the kernel then.
      '/bin/sh',
      [
        '-c',
        '"$@" < /dev/null & read -r _; kill -9 $!; wait',
        'sh',
        programs.server,
        '--no-defaults',
        ...user,
        `--datadir=${data}`,
        `--socket=${path.join(directory, 'socket')}`,
        `--pid-file=${path.join(directory, 'pid')}`,
        '--bind-address=127.0.0.1',
        `--port=${port}`,
        '--skip-log-bin',
        '--skip-name-resolve',
        '--innodb-buffer-pool-size=32M',
        logBytes,
        // The machine stays on; only the server is killed.
        '--innodb-flush-log-at-trx-commit=2',
        '--innodb-flush-method=nosync',
        '--skip-innodb-doublewrite',
        ...flags,
      ],
      { stdio: ['pipe', 'ignore', 'pipe'] },
    );
    const heard: string[] = [];
    const { stderr } = server;
    if (!stderr) throw new Error('the server has no stderr');
    for await (const line of createInterface({ input: stderr })) {
      heard.push(line);
      if (line.includes('ready for connections')) {
        stderr.resume();
        return;
      }
    }
    throw new Error(`MariaDB did not start:\n${heard.slice(-20).join('\n')}`);
  };
  const kill = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.stdin?.end();
    await ended;
  };
  await start();
  return {
    url: `mysql://root@127.0.0.1:${port}`,
    kill,
    start,
    async remove() {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
