/** Looking at a copy in MariaDB or MySQL: what a person should know of before anything is written there. */
import type { CopyCheck, CopyProblem } from './copy.ts';
import { CopyUnusableError } from './errors.ts';
import type { Mapping } from './mapping.ts';
import { type Placement, tablesOf } from './placement.ts';
import type { RunSql } from './sql-transaction.ts';

/** Whether our tables are there; refused where they were put into an engine that knows no transactions. */
export async function isTransactional(run: RunSql): Promise<boolean> {
  const tables = await run<{ name: string; engine: string | null }>(
    `select table_name as name, engine as engine from information_schema.tables
     where table_schema = database() and table_name in ('staging_post_copy', 'staging_post_receipt')`,
  );
  const other = tables.find(({ engine }) => engine?.toLowerCase() !== 'innodb');
  if (other) {
    throw new CopyUnusableError(
      'copy_engine',
      `the table ${other.name} is in ${other.engine}, not in InnoDB`,
      {
        hint: `Only InnoDB keeps invoice and receipt together: alter table ${other.name} engine = InnoDB`,
      },
    );
  }
  return tables.some(({ name }) => name === 'staging_post_copy');
}

interface Facts {
  version: string;
  database_name: string;
  flush: number | string;
  read_only: number | string;
}

export async function checkMysqlDatabase(
  run: RunSql,
  placement: Placement,
  mapping: Mapping | null,
  { isMariaDb }: { isMariaDb: boolean },
): Promise<CopyCheck> {
  const tables = await run<{ name: string; engine: string | null }>(
    `select table_name as name, engine as engine from information_schema.tables
     where table_schema = database() and table_type = 'BASE TABLE'`,
  );
  const names = new Set(tables.map(({ name }) => name));
  const problems: CopyProblem[] = [];
  for (const name of tablesOf(placement).filter((table) => !names.has(table))) {
    problems.push({
      code: 'missing_table',
      message: `the table ${name} is missing`,
      hint: 'It is created anew when the book is reconciled, if this copy is authoritative.',
    });
  }
  const ours = new Set([...tablesOf(placement), ...tablesNamedIn(mapping, names)]);
  for (const { name, engine } of tables) {
    if (!ours.has(name) || engine?.toLowerCase() === 'innodb') continue;
    problems.push({
      code: 'copy_engine',
      message: `the table ${name} is in ${engine}, which knows no transactions: an apply that is interrupted would leave half an invoice there`,
      hint: `alter table ${name} engine = InnoDB`,
    });
  }
  const [facts] = await run<Facts>(
    `select version() as version, database() as database_name, @@innodb_flush_log_at_trx_commit as flush,
       @@global.read_only as read_only`,
  );
  problems.push(...problemsOfServer(facts, isMariaDb));
  return {
    problems,
    facts: { [isMariaDb ? 'mariadb' : 'mysql']: facts?.version ?? '', database: facts?.database_name ?? '' },
  };
}

function problemsOfServer(facts: Facts | undefined, isMariaDb: boolean): CopyProblem[] {
  const problems: CopyProblem[] = [];
  const [major = 0, minor = 0] = (facts?.version ?? '').split('.').map((part) => Number.parseInt(part, 10));
  if (isMariaDb ? major < 10 || (major === 10 && minor < 6) : major < 8) {
    problems.push({
      code: 'copy_version',
      message: `the server is ${facts?.version}: older than MariaDB 10.6 or MySQL 8`,
      hint: 'Upgrade it: older ones cannot read the rows that Staging Post sends.',
    });
  }
  if (Number(facts?.flush) !== 1) {
    problems.push({
      code: 'fsync_off',
      message: `the server runs with innodb_flush_log_at_trx_commit = ${facts?.flush}: a power loss may take back what it has confirmed`,
      hint: 'Set it to 1. Until then an overwrite by power loss is seen and healed like any other.',
    });
  }
  if (Number(facts?.read_only) !== 0) {
    problems.push({
      code: 'copy_read_only',
      message: 'the server is read-only',
      hint: 'Most likely it is a replica: point the copy at the primary.',
    });
  }
  return problems;
}

/** The owner's tables that his SQL speaks of. */
function tablesNamedIn(mapping: Mapping | null, names: ReadonlySet<string>): string[] {
  if (!mapping) return [];
  const { findExisting, before, insertInvoice, key, insertLine, insertDocument, after, stillThere } = mapping;
  const templates = [
    findExisting,
    ...before,
    insertInvoice,
    key,
    ...insertLine,
    ...insertDocument,
    ...after,
    stillThere,
  ];
  const words = new Set(templates.flatMap((template) => template?.sql.match(/\w+/g) ?? []));
  return [...names].filter((name) => words.has(name));
}
