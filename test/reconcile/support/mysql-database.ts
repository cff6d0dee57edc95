/** Databases on a MariaDB of this test file's own. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll } from '@jest/globals';
import mysql from 'mysql2/promise';
import { openMysqlCopy } from '../../../src/reconcile/copies/mysql.ts';
import { startMariaDb, type TestMariaDb } from '../../support/mariadb.ts';
import { findProgram } from '../../support/programs.ts';
import {
  type DatabaseKind,
  handsOver,
  type OwnedDatabase,
  quoted,
  type Rule,
  type RunByHand,
} from './database.ts';

const run = promisify(execFile);

let started: Promise<TestMariaDb> | undefined;

/** Started by the first test that asks; call `stopMariaDbAfterAll` in the file. */
export function mariaDb(): Promise<TestMariaDb> {
  started ??= startMariaDb();
  return started;
}

export function stopMariaDbAfterAll(): void {
  afterAll(async () => {
    await (await started)?.remove();
    started = undefined;
  });
}

/** The user of our copies: it may do everything in the databases of the tests, and nothing else. */
const clerk = 'staging_post';

export interface MysqlDatabase extends OwnedDatabase {
  readonly sql: RunByHand;
  readonly name: string;
}

export function urlOfMysqlDatabase(url: string, name: string, user = clerk, password = 'hemligt'): string {
  const of = new URL(url);
  of.pathname = `/${name}`;
  of.username = user;
  of.password = password;
  return of.href;
}

/** Runs a statement as root. */
export async function asRoot(
  text: string,
  values: (string | null)[] = [],
  database?: string,
): Promise<Record<string, unknown>[]> {
  const { url } = await mariaDb();
  const connection = await mysql.createConnection({
    uri: url,
    ...(database === undefined ? {} : { database }),
    dateStrings: true,
    supportBigNumbers: true,
  });
  try {
    await connection.query("set session sql_mode = concat(@@sql_mode, ',ANSI_QUOTES,PIPES_AS_CONCAT')");
    const sql = text.replace(/\$\d+/g, '?');
    const [rows] = values.length > 0 ? await connection.execute(sql, values) : await connection.query(sql);
    return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : [];
  } finally {
    await connection.end();
  }
}

export async function createMysqlDatabase(): Promise<MysqlDatabase> {
  const { url: server } = await mariaDb();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const sql: RunByHand = (text, ...params) => asRoot(text, params, name);
  await asRoot(`create database ${name}`);
  await asRoot(`create user if not exists ${clerk}@'%' identified by 'hemligt'`);
  await asRoot(`grant all on ${name}.* to ${clerk}@'%'`);
  // What the owner had before us.
  await sql('create table account (number integer primary key, name text not null)');
  await sql("insert into account values (2440, 'Leverantörsskulder')");
  const url = urlOfMysqlDatabase(server, name);
  return {
    name,
    sql,
    url,
    open: () => openMysqlCopy(url),
    ...handsOver(sql, asText),
    async refuse(supplier, rule) {
      for (const statement of rules(supplier)[rule] ?? []) await sql(statement);
    },
    async takeHome() {
      const home = await dump(server, name);
      return async () => {
        await asRoot(`drop database if exists ${name}`);
        await asRoot(`create database ${name}`);
        await restore(server, name, home);
      };
    },
    async destroy() {
      await asRoot('set global read_only = 0');
      await asRoot(`drop database if exists ${name}`);
    },
  };
}

/** Decimals are filled up with zeros there. */
function asText(column: string): string {
  const text = `cast(${column} as char)`;
  const isDecimal = ['payable', 'quantity', 'unit_price', 'net'].includes(column);
  return isDecimal ? `trim(trailing '.' from trim(trailing '0' from ${text}))` : text;
}

function toolArguments(server: string): string[] {
  const { hostname, port, username, password } = new URL(server);
  return [
    '--no-defaults',
    '--protocol=tcp',
    `--host=${hostname}`,
    `--port=${port}`,
    `--user=${username}`,
    ...(password ? [`--password=${password}`] : []),
  ];
}

/** With the owner's own tool, as he would. */
async function dump(server: string, name: string): Promise<string> {
  const program = findProgram('mariadb-dump', 'mysqldump') ?? 'mysqldump';
  const { stdout } = await run(
    program,
    [...toolArguments(server), '--single-transaction', '--hex-blob', '--triggers', name],
    { maxBuffer: 256 * 1024 * 1024 },
  );
  return stdout;
}

async function restore(server: string, name: string, home: string): Promise<void> {
  const program = findProgram('mariadb', 'mysql') ?? 'mysql';
  const restoring = run(program, [...toolArguments(server), '--binary-mode', name]);
  restoring.child.stdin?.end(home);
  await restoring;
}

function rules(supplier: string): Partial<Record<Rule, string[]>> {
  return {
    constraint: [
      `alter table supplier_invoice add constraint known check (supplier_name <> ${quoted(supplier)})`,
    ],
    trigger: [
      `create trigger owners_rule before insert on supplier_invoice for each row
       begin if new.supplier_name = ${quoted(supplier)} then
         signal sqlstate '45000' set message_text = 'there is no such supplier'; end if; end`,
    ],
  };
}

/** An address where nobody listens: port 1 needs root, and nothing on this machine uses it. */
const nobody = 'mysql://nobody@127.0.0.1:1/nothing';

export const mysqlKind: DatabaseKind = {
  title: 'MariaDB',
  rules: ['constraint', 'trigger'],
  statements: import.meta.resolve('./mysql-statements.ts'),
  create: createMysqlDatabase,
  openUnreachable: async () => openMysqlCopy(nobody),
  async openReadOnly(database) {
    await asRoot('set global read_only = 1');
    return database.open();
  },
};
