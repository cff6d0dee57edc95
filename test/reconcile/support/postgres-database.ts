/** Databases on the shared embedded PostgreSQL. */
import pg from 'pg';
import { openPostgresCopy } from '../../../src/reconcile/copies/postgres.ts';
import { createTestDatabase, onServer, urlOfDatabase } from '../../support/postgres.ts';
import {
  type DatabaseKind,
  handsOver,
  type OwnedDatabase,
  quoted,
  type Rule,
  type RunByHand,
} from './database.ts';

export interface PostgresDatabase extends OwnedDatabase {
  readonly sql: RunByHand;
  readonly name: string;
}

export async function createPostgresDatabase(): Promise<PostgresDatabase> {
  const database = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const sql: RunByHand = async (text, ...params) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query(text, params)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  // What the owner had before us.
  await sql('create table account (number integer primary key, name text not null)');
  await sql("insert into account values (2440, 'Leverantörsskulder')");
  const homes: string[] = [];
  return {
    name,
    sql,
    url: database.url,
    open: () => openPostgresCopy(database.url),
    ...handsOver(sql, (column) => `${column}::text`),
    async refuse(supplier, rule) {
      for (const statement of rules(supplier)[rule] ?? []) await sql(statement);
    },
    async takeHome() {
      const home = `${name}_home_${homes.length}`;
      homes.push(home);
      await cloneDatabase(name, home);
      return async () => {
        await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
        await cloneDatabase(home, name);
      };
    },
    async destroy() {
      await database.drop();
      for (const home of homes) {
        await onServer((client) => client.query(`drop database if exists ${home} with (force)`));
      }
    },
  };
}

async function cloneDatabase(from: string, to: string): Promise<void> {
  await onServer(async (client) => {
    // A template must have no visitors; ours leave as soon as they are done.
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
    await client.query(`create database ${to} template ${from}`);
  });
}

function rules(supplier: string): Partial<Record<Rule, string[]>> {
  const program = `create function owners_rule() returns trigger language plpgsql as $$ begin
      if new.supplier_name = ${quoted(supplier)} then raise exception 'there is no such supplier'; end if;
      return new;
    end $$`;
  return {
    constraint: [`alter table supplier_invoice add check (supplier_name <> ${quoted(supplier)})`],
    trigger: [
      program,
      'create trigger owners_rule before insert on supplier_invoice for each row execute function owners_rule()',
    ],
    deferred: [
      program,
      `create constraint trigger owners_rule after insert on supplier_invoice
       deferrable initially deferred for each row execute function owners_rule()`,
    ],
  };
}

/** An address where nobody listens: port 1 needs root, and nothing on this machine uses it. */
const nobody = 'postgres://nobody@127.0.0.1:1/nothing';

export const postgresKind: DatabaseKind = {
  title: 'PostgreSQL',
  rules: ['constraint', 'trigger', 'deferred'],
  statements: import.meta.resolve('./postgres-statements.ts'),
  create: createPostgresDatabase,
  openUnreachable: async () => openPostgresCopy(nobody),
  async openReadOnly(database) {
    const { name } = database as PostgresDatabase;
    await onServer((client) => client.query(`alter database ${name} set default_transaction_read_only = on`));
    return openPostgresCopy(urlOfDatabase(database.url, name));
  },
};
