/**
 * One PostgreSQL database over another, with the owner's pg_dump and pg_restore: read in one snapshot, written in one
 * transaction. Where the programs are not there, or older than the server, a person is told what to run instead.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { messageOf, StagingPostError } from '../../errors.ts';
import { makeTemporaryFolder } from '../../temporary.ts';
import { CopyUnreachableError } from './errors.ts';
import { programVersion, runProgram } from './program.ts';

/** The ledger, and its queue, may live in the same database as a copy; they are not the book's. */
const notTheBooks = ['staging_post', 'staging_post_queue'];
const lockTimeoutMs = 30_000;

export async function transferPostgres(from: string, to: string): Promise<void> {
  await assertAble(from, to);
  const folder = await makeTemporaryFolder();
  const file = path.join(folder, 'dump');
  try {
    await run('pg_dump', from, [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      ...notTheBooks.map((schema) => `--exclude-schema=${schema}`),
      `--file=${file}`,
    ]);
    await run('pg_restore', to, [
      '--clean',
      '--if-exists',
      '--no-owner',
      '--no-privileges',
      '--single-transaction',
      '--exit-on-error',
      file,
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** pg_dump refuses a server newer than itself, and a dump may not fit an older server than the one it was taken from. */
async function assertAble(from: string, to: string): Promise<void> {
  const [source, target] = [await serverVersion(from), await serverVersion(to)];
  const programs = await Promise.all(['pg_dump', 'pg_restore'].map(programVersion));
  const oldest = Math.min(...programs.map((version) => version ?? 0));
  const problem =
    oldest === 0
      ? 'pg_dump and pg_restore are not installed here'
      : oldest < source
        ? `pg_dump and pg_restore here are of version ${oldest}, and the server to be copied is of version ${source}`
        : target < source
          ? `the server to be copied is of version ${source}, and the one it is copied to only of version ${target}`
          : null;
  if (problem === null) return;
  throw new StagingPostError('cannot_copy', `the database cannot be copied from here: ${problem}`, {
    kind: 'refused',
    hint: `Install the client programs of PostgreSQL ${Math.max(source, target)}, or copy with your own tools where they are: pg_dump --format=custom --no-owner --dbname=<from> --file=book.dump, then pg_restore --clean --if-exists --no-owner --single-transaction --dbname=<to> book.dump; and repeat the command with --copied.`,
  });
}

async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>(
      "select current_setting('server_version_num') as number",
    );
    return Math.floor(Number(rows[0]?.number) / 10_000);
  } catch (error) {
    throw new CopyUnreachableError(`connecting failed: ${messageOf(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The password goes by the environment: arguments can be read by everybody on the machine. */
async function run(program: string, url: string, args: string[]): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password) || address.searchParams.get('password');
  address.password = '';
  address.searchParams.delete('password');
  await runProgram(program, ['--no-password', `--dbname=${address.href}`, ...args], {
    environment: {
      ...(password ? { PGPASSWORD: password } : {}),
      PGOPTIONS: `-c lock_timeout=${lockTimeoutMs}`,
      LC_ALL: 'C',
    },
  });
}
