/**
 * One MariaDB (or MySQL) database over another, with the owner's mariadb-dump and mariadb: read in one snapshot. Their
 * tables cannot be replaced in one transaction, so what stands there is saved first, and put back when the new data do not
 * go in. Tables with their triggers, and views; procedures and events stay as they are in each database.
 */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { messageOf, StagingPostError } from '../../errors.ts';
import { makeTemporaryFolder } from '../../temporary.ts';
import { CopyUnusableError } from './errors.ts';
import { readMysqlAddress } from './mysql-address.ts';
import { asConnectError, asCopyError } from './mysql-errors.ts';
import { runProgram } from './program.ts';

export async function transferMysql(from: string, to: string): Promise<void> {
  const programs = await ablePrograms(from, to);
  const folder = await makeTemporaryFolder();
  const [incoming, before] = [path.join(folder, 'incoming.sql'), path.join(folder, 'before.sql')];
  try {
    await programs.dump(from, incoming);
    await programs.dump(to, before);
    try {
      await replace(programs, to, incoming);
    } catch (error) {
      await putBack(programs, to, before, error);
      throw error;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function replace(programs: Programs, url: string, file: string): Promise<void> {
  await clear(url);
  await programs.load(url, file);
}

async function putBack(programs: Programs, url: string, file: string, cause: unknown): Promise<void> {
  try {
    await replace(programs, url, file);
  } catch (error) {
    throw new CopyUnusableError(
      'half_copied',
      `the database that was copied to is neither the old one nor the new one: ${messageOf(cause)}; and what stood there could not be put back: ${messageOf(error)}`,
      {
        cause,
        hint: 'Let nobody work in it. Mend what the message names and repeat the command, or put a backup there.',
      },
    );
  }
}

interface Programs {
  dump(url: string, file: string): Promise<void>;
  load(url: string, file: string): Promise<void>;
}

async function ablePrograms(from: string, to: string): Promise<Programs> {
  const [source, target] = [await serverOf(from), await serverOf(to)];
  const [dump, client] = [
    await findProgram('mariadb-dump', 'mysqldump'),
    await findProgram('mariadb', 'mysql'),
  ];
  if (source.isMariaDb !== target.isMariaDb) {
    throw cannotCopy('one server is MariaDB and the other MySQL, and their dumps do not fit each other');
  }
  if (target.version < source.version) {
    throw cannotCopy(
      `the server to be copied is of version ${source.version}, and the one it is copied to only of version ${target.version}`,
    );
  }
  if (!dump || !client)
    throw cannotCopy('mariadb-dump and mariadb (or mysqldump and mysql) are not installed here');
  return {
    async dump(url, file) {
      const options = [
        '--single-transaction',
        '--skip-lock-tables',
        '--hex-blob',
        '--triggers',
        '--no-tablespaces',
      ];
      const { args, environment } = connectionOf(url, dump);
      await runProgram(dump.name, [...args, ...options, `--result-file=${file}`, databaseOf(url)], {
        environment,
      });
    },
    async load(url, file) {
      const { args, environment } = connectionOf(url, client);
      await runProgram(client.name, [...args, '--binary-mode', databaseOf(url)], {
        environment,
        input: createReadStream(file),
      });
    },
  };
}

function cannotCopy(problem: string): StagingPostError {
  return new StagingPostError('cannot_copy', `the database cannot be copied from here: ${problem}`, {
    kind: 'refused',
    hint: 'Install the client programs of the server here, or copy with your own tools where they are: mariadb-dump --single-transaction --hex-blob --result-file=book.sql <from>, then empty <to> and: mariadb --binary-mode <to> < book.sql; and repeat the command with --copied.',
  });
}

async function serverOf(url: string): Promise<{ isMariaDb: boolean; version: number }> {
  return await withConnection(url, async (connection) => {
    const [rows] = await connection.query('select version() as version');
    const [{ version }] = rows as [{ version: string }];
    return { isMariaDb: /mariadb/i.test(version), version: Number.parseFloat(version) };
  });
}

interface Program {
  name: string;
  isMariaDbs: boolean;
}

async function findProgram(...names: string[]): Promise<Program | null> {
  for (const name of names) {
    const said = await runProgram(name, ['--version']).catch(() => null);
    if (said !== null) return { name, isMariaDbs: /mariadb/i.test(said) };
  }
  return null;
}

function databaseOf(url: string): string {
  return readMysqlAddress(url).database ?? '';
}

/** Nothing but what the address says: neither the machine's nor the user's own files are asked. */
function connectionOf(
  url: string,
  { isMariaDbs }: Program,
): { args: string[]; environment: NodeJS.ProcessEnv } {
  const { host, port, user, password, ssl } = readMysqlAddress(url);
  return {
    args: [
      '--no-defaults',
      '--protocol=tcp',
      '--default-character-set=utf8mb4',
      `--host=${host}`,
      `--port=${port}`,
      ...(user ? [`--user=${user}`] : []),
      ...encryption(url, typeof ssl === 'object', isMariaDbs),
    ],
    environment: { MYSQL_PWD: password ?? '' },
  };
}

function encryption(url: string, isEncrypted: boolean, isMariaDbs: boolean): string[] {
  const { searchParams } = new URL(url);
  const mode = searchParams.get('ssl-mode')?.toUpperCase() ?? 'REQUIRED';
  const authority = searchParams.get('ssl-ca');
  if (!isEncrypted) return [isMariaDbs ? '--skip-ssl' : '--ssl-mode=DISABLED'];
  const ca = authority === null ? [] : [`--ssl-ca=${authority}`];
  if (!isMariaDbs) return [`--ssl-mode=${mode}`, ...ca];
  // MariaDB's programs take --ssl as a wish, and only a check of the name as a condition; that the server has TLS, our own
  // connection has made sure of. They know no check of the authority without one of the name.
  return ['--ssl', ...ca, ...(mode.startsWith('VERIFY') ? ['--ssl-verify-server-cert'] : [])];
}

/** Takes away its tables and views, whatever refers to what. */
async function clear(url: string): Promise<void> {
  await withConnection(url, async (connection) => {
    const [rows] = await connection.query(
      'select table_name as name, table_type as type from information_schema.tables where table_schema = database()',
    );
    await connection.query('set session foreign_key_checks = 0, session lock_wait_timeout = 30');
    for (const { name, type } of rows as { name: string; type: string }[]) {
      await connection.query(
        `drop ${type === 'VIEW' ? 'view' : 'table'} if exists ${mysql.escapeId(name, true)}`,
      );
    }
  });
}

async function withConnection<T>(
  url: string,
  work: (connection: mysql.Connection) => Promise<T>,
): Promise<T> {
  const connection = await mysql
    .createConnection({ ...readMysqlAddress(url), connectTimeout: 10_000 })
    .catch((error: unknown) => {
      throw asConnectError(error);
    });
  try {
    return await work(connection);
  } catch (error) {
    throw asCopyError(error);
  } finally {
    connection.destroy();
  }
}
