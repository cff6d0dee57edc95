/**
 * A copy in a SQLite file. Opened for each look and each transaction and closed again: the file at the path may be
 * another one a moment later, and must always be one self-contained file that a person may copy.
 */
import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf, StagingPostError } from '../../errors.ts';
import type { Copy, CopyCheck, CopyProblem } from './copy.ts';
import { schemaStatements, sqliteSchemaDialect, tableNames } from './default-schema.ts';
import { CommitUnknownError, CopyUnreachableError, CopyUnusableError, RefusedByCopyError } from './errors.ts';
import {
  type RunSql,
  type SqlDialect,
  type SqlValue,
  selectIdentity,
  selectInvoiceRows,
  selectReceipts,
  sqlTransaction,
  textOf,
  withoutInvoiceSql,
} from './sql-transaction.ts';
import { type FileStamp, lookBeforeOpening, stampOf } from './sqlite-file.ts';

const dialect: SqlDialect = {
  rowsOf: (columns) =>
    `(select ${columns.map((column) => `json_extract(value, '$.${column}') as ${column}`).join(', ')} from json_each($1) order by key) x`,
  isAmong: (expression, parameter) => `${expression} in (select value from json_each(${parameter}))`,
  cast: (expression) => expression,
  forUpdate: '',
};

const busyRetryMs = 25;
const busyMaxMs = 5_000;
const receiptsPerPage = 1_000;

export function openSqliteCopy(file: string): Copy {
  /** How the file looked after our own last deed: while it looks so, nobody else has touched it. */
  let known: FileStamp | null = null;

  const open = (): DatabaseSync => {
    lookBeforeOpening(file);
    return asCopyErrors(() => {
      const database = new DatabaseSync(file, { timeout: 0 });
      database.exec('pragma foreign_keys = on; pragma synchronous = extra; pragma trusted_schema = off');
      return database;
    });
  };

  /** Opens, works, closes. What an open transaction had written is undone by closing. */
  const withDatabase = async <T>(work: (database: DatabaseSync) => Promise<T>): Promise<T> => {
    const database = open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  };

  const begin = async (database: DatabaseSync): Promise<void> => {
    for (let waitedMs = 0; ; waitedMs += busyRetryMs) {
      try {
        return asCopyErrors(() => database.exec('begin immediate'));
      } catch (error) {
        if (!isBusy(error) || waitedMs >= busyMaxMs) throw error;
        await delay(busyRetryMs);
      }
    }
  };

  return {
    kind: 'sqlite',

    readIdentity: (book) =>
      withDatabase(
        async (database) => await orWithoutTable(() => selectIdentity(runOn(database), book), null),
      ),

    install: () =>
      withDatabase(async (database) => {
        await begin(database);
        asCopyErrors(() => {
          for (const statement of schemaStatements(sqliteSchemaDialect)) database.exec(statement);
          database.exec('commit');
        });
        finish(database);
        known = null;
      }),

    transaction: (work) =>
      withDatabase(async (database) => {
        const before = stampOf(file);
        await begin(database);
        if (!isSame(known, before)) assertIntact(database, file);
        const run = runOn(database);
        const transaction = sqlTransaction(run, dialect);
        const result = await work({
          ...transaction,
          lockIdentity: (book) => orWithoutTable(() => transaction.lockIdentity(book), null),
        });
        // A busy reader delays COMMIT; the transaction stays open meanwhile, and may be tried again.
        await commit(database);
        finish(database);
        const after = stampOf(file);
        if (after.inode !== before.inode) {
          throw new CommitUnknownError(`${file} was replaced while it was written to`);
        }
        known = after;
        return result;
      }),

    receipts: (book) => pages(book, 'true'),
    receiptsWithoutInvoice: (book) => pages(book, withoutInvoiceSql),

    async *invoiceRows(book) {
      for (let after = '0'; ; ) {
        const page = await withDatabase(
          async (database) =>
            await orWithoutTable(
              () => selectInvoiceRows(runOn(database), book, { after, limit: receiptsPerPage }),
              [],
            ),
        );
        yield* page;
        if (page.length < receiptsPerPage) return;
        after = page.at(-1)?.key ?? after;
      }
    },

    ask: (query, { rowsMax }) =>
      withDatabase(async (database) =>
        asCopyErrors(() => {
          database.exec('pragma query_only = on');
          const statement = database.prepare(`select * from (${query}) asked limit ${rowsMax}`);
          statement.setReturnArrays(true);
          const rows = statement.all() as unknown as unknown[][];
          return rows.map(([value]) => textOf(value));
        }),
      ),

    check: () => withDatabase(async (database) => checkFile(database, file)),

    async close() {},
  };

  async function* pages(book: string, condition: string) {
    for (let after = ''; ; ) {
      const page = await withDatabase(
        async (database) =>
          await orWithoutTable(
            () =>
              selectReceipts(runOn(database), book, {
                sql: `invoice_id > $2 and ${condition}`,
                params: [after],
                limit: receiptsPerPage,
              }),
            [],
          ),
      );
      yield* page;
      if (page.length < receiptsPerPage) return;
      after = page.at(-1)?.invoiceId ?? after;
    }
  }
}

async function commit(database: DatabaseSync): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += busyRetryMs) {
    try {
      return asCopyErrors(() => database.exec('commit'));
    } catch (error) {
      if (isBusy(error) && waitedMs < busyMaxMs) {
        await delay(busyRetryMs);
        continue;
      }
      if (isBusy(error) || error instanceof RefusedByCopyError) throw error;
      throw new CommitUnknownError(`COMMIT failed: ${messageOf(error)}`, { cause: error });
    }
  }
}

/** Where the owner uses a write-ahead log, what we wrote goes into the file itself, so that the file alone can be copied. */
function finish(database: DatabaseSync): void {
  const mode = database.prepare('pragma journal_mode').get() as { journal_mode: string };
  if (mode.journal_mode === 'wal') database.exec('pragma wal_checkpoint(truncate)');
}

function isSame(a: FileStamp | null, b: FileStamp): boolean {
  return a !== null && a.inode === b.inode && a.bytes === b.bytes && a.modifiedMs === b.modifiedMs;
}

function assertIntact(database: DatabaseSync, file: string): void {
  const findings = asCopyErrors(() => database.prepare('pragma quick_check(3)').all()) as {
    quick_check: string;
  }[];
  if (findings.length === 1 && findings[0]?.quick_check === 'ok') return;
  throw new CopyUnusableError(
    'copy_corrupt',
    `${file} is damaged: ${findings.map((finding) => finding.quick_check).join('; ')}`,
    {
      hint: 'Nothing is written to it. Put a good file in its place: what it lacks is applied again by itself.',
    },
  );
}

function runOn(database: DatabaseSync): RunSql {
  return async <T>(sql: string, params: readonly SqlValue[] = []) =>
    asCopyErrors(() => {
      const statement = database.prepare(sql.replace(/\$(\d+)/g, '?$1'));
      return statement.all(...params.map(asInput)) as T[];
    });
}

function asInput(value: SqlValue): SQLInputValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** https://www.sqlite.org/rescode.html: primary result codes, the low byte of `errcode`. */
const codes = {
  error: 1,
  busy: 5,
  locked: 6,
  readonly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  tooBig: 18,
  constraint: 19,
  mismatch: 20,
  notADatabase: 26,
};

function codeOf(error: unknown): number | undefined {
  const code = (error as { errcode?: number } | null)?.errcode;
  return code === undefined ? undefined : code & 0xff;
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof CopyUnreachableError && [codes.busy, codes.locked].includes(codeOf(error.cause) ?? 0)
  );
}

/** Says what happened in the words of the port. */
function asCopyErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asCopyError(error);
  }
}

function asCopyError(error: unknown): unknown {
  if (error instanceof StagingPostError) return error;
  const message = messageOf(error);
  switch (codeOf(error) ?? codes.error) {
    case codes.constraint:
    case codes.mismatch:
    case codes.tooBig:
      return new RefusedByCopyError(message, { cause: error });
    case codes.busy:
    case codes.locked:
      return new CopyUnreachableError(`another program is writing to the database: ${message}`, {
        cause: error,
        hint: 'Nothing to do: it is tried again. If it lasts, close the program that keeps the file locked.',
      });
    case codes.io:
    case codes.full:
    case codes.cannotOpen:
      return new CopyUnreachableError(`the database file cannot be used: ${message}`, {
        cause: error,
        hint: 'Check the disk, its space and the permissions of the file and its folder.',
      });
    case codes.readonly:
      return new CopyUnusableError('copy_read_only', `the database file cannot be written to: ${message}`, {
        cause: error,
        hint: 'Give the user that runs Staging Post write access to the file and to its folder.',
      });
    case codes.corrupt:
    case codes.notADatabase:
      return new CopyUnusableError('copy_corrupt', `the database file is damaged: ${message}`, {
        cause: error,
        hint: 'Nothing is written to it. Put a good file in its place: what it lacks is applied again by itself.',
      });
    default:
      return error;
  }
}

async function orWithoutTable<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === codes.error && /no such table/.test(messageOf(error))) return otherwise;
    throw error;
  }
}

function checkFile(database: DatabaseSync, file: string): CopyCheck {
  const problems: CopyProblem[] = [];
  const tables = new Set(
    (database.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[]).map(
      ({ name }) => name,
    ),
  );
  for (const name of tableNames.filter((table) => !tables.has(table))) {
    problems.push({
      code: 'missing_table',
      message: `the table ${name} is missing`,
      hint: 'It is created anew when the book is reconciled, if this copy is authoritative.',
    });
  }
  try {
    assertIntact(database, file);
    database.exec('begin immediate; rollback');
  } catch (error) {
    const known = asCopyError(error);
    problems.push({
      code: known instanceof StagingPostError ? known.code : 'unusable',
      message: messageOf(known),
      hint: (known instanceof StagingPostError && known.hint) || 'See the message.',
    });
  }
  const { journal_mode: journal } = database.prepare('pragma journal_mode').get() as { journal_mode: string };
  if (journal === 'wal') {
    problems.push({
      code: 'wal',
      message:
        'the file uses a write-ahead log: a person who copies the file alone may miss what its other programs wrote last',
      hint: 'Staging Post checkpoints after each batch. If your program allows it: pragma journal_mode = delete.',
    });
  }
  const { version } = database.prepare('select sqlite_version() as version').get() as { version: string };
  return {
    problems,
    facts: {
      file,
      bytes: String(stampOf(file).bytes),
      journal,
      sqlite: version,
      ...(existsSync(`${file}-journal`) ? { leftover: `${file}-journal` } : {}),
    },
  };
}
