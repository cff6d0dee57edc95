/** SQLite files in a directory of their own. */
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteCopy } from '../../../src/reconcile/copies/sqlite.ts';
import {
  type DatabaseKind,
  handsOver,
  type OwnedDatabase,
  quoted,
  type Rule,
  type RunByHand,
} from './database.ts';

export type JournalMode = 'delete' | 'wal';

export interface SqliteDatabase extends OwnedDatabase {
  readonly file: string;
  readonly folder: string;
  /** A connection as the owner's program has one. */
  connect(): DatabaseSync;
}

export async function createSqliteDatabase(journal: JournalMode = 'delete'): Promise<SqliteDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-copies-'));
  const file = path.join(folder, 'book.db');
  const connect = () => {
    const database = new DatabaseSync(file, { timeout: 5_000 });
    database.exec('pragma foreign_keys = on');
    return database;
  };
  const sql: RunByHand = async (text, ...params) => {
    const database = connect();
    try {
      return database.prepare(text.replace(/\$(\d+)/g, '?$1')).all(...params) as Record<string, unknown>[];
    } finally {
      database.close();
    }
  };
  await sql(`pragma journal_mode = ${journal}`);
  // What the owner had before us.
  await sql('create table account (number integer primary key, name text not null)');
  await sql("insert into account values (2440, 'Leverantörsskulder')");
  let taken = 0;
  return {
    file,
    folder,
    connect,
    sql,
    url: `sqlite:${file}`,
    open: () => openSqliteCopy(file),
    ...handsOver(sql, (column) => `cast(${column} as text)`),
    async refuse(supplier, rule) {
      for (const statement of rules(supplier)[rule]) await sql(statement);
    },
    async takeHome() {
      taken += 1;
      const home = path.join(folder, `home-${taken}.db`);
      await copyFile(file, home);
      return async () => await copyFile(home, file);
    },
    async destroy() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** SQLite adds no constraint to a table that is there: an owner's rule is a trigger, or a table of its own. */
function rules(supplier: string): Record<Rule, string[]> {
  const trigger = (deed: string) =>
    `create trigger owners_rule after insert on supplier_invoice
     when new.supplier_name = ${quoted(supplier)} begin ${deed}; end`;
  return {
    constraint: [
      'create table known_supplier (name text not null check (length(name) < 3))',
      trigger('insert into known_supplier values (new.supplier_name)'),
    ],
    trigger: [trigger("select raise(abort, 'there is no such supplier')")],
    rollback: [trigger("select raise(rollback, 'there is no such supplier')")],
    deferred: [
      'create table supplier (name text primary key)',
      'create table owed (supplier text references supplier (name) deferrable initially deferred)',
      trigger('insert into owed values (new.supplier_name)'),
    ],
  };
}

export function sqliteKind(journal: JournalMode): DatabaseKind {
  return {
    title: journal === 'wal' ? 'SQLite with a write-ahead log' : 'SQLite',
    rules: ['constraint', 'trigger', 'deferred', 'rollback'],
    statements: import.meta.resolve('./sqlite-statements.ts'),
    create: () => createSqliteDatabase(journal),
    async openUnreachable() {
      return openSqliteCopy(path.join(tmpdir(), 'staging-post-no-such-folder', 'book.db'));
    },
    // Root may write whatever the mode says.
    openReadOnly:
      process.getuid?.() === 0
        ? null
        : async (database) => {
            await chmod((database as SqliteDatabase).file, 0o444);
            return database.open();
          },
  };
}
