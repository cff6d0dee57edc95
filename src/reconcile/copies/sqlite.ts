/**
 * A copy in a SQLite file. Opened for each look and each transaction and closed again: the file at the path may be
 * another one a moment later, and must always be one self-contained file that a person may copy.
 */
import { existsSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf, StagingPostError } from '../../errors.ts';
import type { Copy, CopyCheck, CopyProblem } from './copy.ts';
import { defaultPlacement } from './default-placement.ts';
import { comparableNumberSql, sqliteSchemaDialect } from './default-schema.ts';
import {
  CommitUnknownError,
  CopyUnreachableError,
  CopyUnusableError,
  isMissingTable,
  missingTable,
  RefusedByCopyError,
  unknownSchema,
} from './errors.ts';
import { mappedPlacement } from './mapped-placement.ts';
import type { Mapping } from './mapping.ts';
import { invoiceRowsInPages, type Placement, schemaOf, tablesOf } from './placement.ts';
import type { IdRange } from './receipt-digest.ts';
import { all, type Condition, inPages } from './receipt-pages.ts';
import {
  type RunSql,
  type SqlDialect,
  type SqlValue,
  selectIdentity,
  selectReceipts,
  sqlTransaction,
  withReturning,
} from './sql-transaction.ts';
import { type FileStamp, lookBeforeOpening, stampOf } from './sqlite-file.ts';
import { askSqliteFile } from './sqlite-question.ts';

const dialect: SqlDialect = {
  rowsOf: (columns) =>
    `(select key as ordinal, ${columns.map((column) => `json_extract(value, '$.${column}') as ${column}`).join(', ')} from json_each($1)) x`,
  isAmong: (expression, parameter) => `${expression} in (select value from json_each(${parameter}))`,
  cast: (expression, type) => (type === 'integer' ? `cast(${expression} as integer)` : expression),
  asText: (expression) => `cast(${expression} as text)`,
  // The text becomes a number, not the key a text: so that the row is looked up.
  isKey: (key, text) => `${key} = cast(${text} as integer)`,
  comparableNumber: comparableNumberSql,
  onConflict: (key) => `on conflict (${key}) do update set`,
  rowByRow: true,
  forUpdate: '',
  ...withReturning,
};

const busyRetryMs = 25;
const busyMaxMs = 5_000;

/** The check reads the whole file. One that nobody but us has touched since then is believed for so long, since disks fail too. */
const believedMs = 60 * 60_000;

/** How each file looked after our own last deed, and when it was checked: while it looks so, nobody else has touched it. */
const knownFiles = new Map<string, { stamp: FileStamp; checkedMs: number }>();

/** @param mapping how invoices stand there; without one, in the default schema */
export function openSqliteCopy(file: string, mapping: Mapping | null = null): Copy {
  const placement = mapping ? mappedPlacement(mapping, dialect) : defaultPlacement(dialect);
  const selectRows = placement.selectInvoiceRows;

  const open = (): DatabaseSync => {
    lookBeforeOpening(file);
    return asCopyErrors(() => {
      const database = new DatabaseSync(file, { timeout: 0 });
      // Without spilling, nothing is written into the file before COMMIT.
      database.exec(
        'pragma foreign_keys = on; pragma synchronous = extra; pragma trusted_schema = off; pragma cache_spill = off',
      );
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
          for (const { sql } of schemaOf(placement, sqliteSchemaDialect)) database.exec(sql);
          database.exec('commit');
        });
        finish(database);
        knownFiles.delete(file);
      }),

    transaction: (work) =>
      withDatabase(async (database) => {
        const { inode } = stampOf(file);
        await begin(database);
        const before = stampOf(file);
        if (before.inode !== inode) throw replaced(file);
        const isWal = journalModeOf(database) === 'wal';
        const checkedMs = checkedAsItStands(file, before) ?? checkNow(database, file);
        const run = runOn(database);
        const transaction = sqlTransaction(run, dialect, placement);
        const result = await work({
          ...transaction,
          lockIdentity: (book) => orWithoutTable(() => transaction.lockIdentity(book), null),
        });
        await commit(database, () => {
          const now = stampOf(file);
          // Under our lock only those write to the file who know nothing of locks: people who copy another one over it.
          // Where there is a write-ahead log, its readers may still move pages from there into the file.
          if (isWal ? now.inode !== before.inode : !isSame(now, before)) throw replaced(file);
        });
        finish(database);
        const after = stampOf(file);
        if (after.inode !== before.inode) {
          throw new CommitUnknownError(`${file} was replaced while it was written to`);
        }
        knownFiles.set(file, { stamp: after, checkedMs });
        return result;
      }),

    receipts: (book, range) => pages(book, all, range),
    receiptsWithoutInvoice: (book) => pages(book, placement.withoutInvoice),

    async deletionMark() {
      const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
      return JSON.stringify([stampOf(file), log?.size ?? 0, log?.mtimeMs ?? 0]);
    },

    ...(selectRows
      ? {
          invoiceRows: (book: string) =>
            invoiceRowsInPages((page) =>
              withDatabase(async (database) => await selectRows(runOn(database), book, page)),
            ),
        }
      : {}),

    async ask(query, { timeoutMs, rowsMax }) {
      lookBeforeOpening(file);
      return await askSqliteFile({ file, query, rowsMax }, timeoutMs).catch((error: unknown) => {
        throw asCopyError(error);
      });
    },

    check: () => withDatabase(async (database) => checkFile(database, file, placement)),

    async close() {},
  };

  function pages(book: string, condition: Condition, range?: IdRange) {
    return inPages(
      condition,
      (page) => withDatabase((database) => selectReceipts(runOn(database), book, page)),
      range,
    );
  }
}

/** A busy reader delays COMMIT; the transaction stays open meanwhile, and is tried again. */
async function commit(database: DatabaseSync, refuseIfReplaced: () => void): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += busyRetryMs) {
    refuseIfReplaced();
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
  if (journalModeOf(database) === 'wal') database.exec('pragma wal_checkpoint(truncate)');
}

function journalModeOf(database: DatabaseSync): string {
  return asCopyErrors(
    () => (database.prepare('pragma journal_mode').get() as { journal_mode: string }).journal_mode,
  );
}

/** Nothing was written: what we read was of the file that stood there before. */
function replaced(file: string): CopyUnreachableError {
  return new CopyUnreachableError(`${file} was replaced while a transaction was open`, {
    hint: 'Nothing to do: the file that stands there now is looked at anew.',
  });
}

function isSame(a: FileStamp, b: FileStamp): boolean {
  return (
    a.inode === b.inode && a.bytes === b.bytes && a.modifiedMs === b.modifiedMs && a.changedMs === b.changedMs
  );
}

/** When the file was checked, if it stands as we left it and that is not too long ago; else null. */
function checkedAsItStands(file: string, now: FileStamp): number | null {
  const known = knownFiles.get(file);
  if (!known || !isSame(known.stamp, now) || performance.now() - known.checkedMs >= believedMs) return null;
  // What another program wrote may stand in a log beside the file, and leave the file itself as it was.
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0 ? known.checkedMs : null;
}

function checkNow(database: DatabaseSync, file: string): number {
  assertIntact(database, file);
  return performance.now();
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

/** What is said more than once on a connection is prepared once. */
function runOn(database: DatabaseSync): RunSql {
  const prepared = new Map<string, StatementSync>();
  return async <T>(sql: string, params: readonly SqlValue[] = []) =>
    asCopyErrors(() => {
      const statement = prepared.get(sql) ?? database.prepare(sql.replace(/\$(\d+)/g, '?$1'));
      prepared.set(sql, statement);
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
    case codes.error:
      if (/no such table/.test(message)) return missingTable(message, error);
      return /no such column|has no column/.test(message) ? unknownSchema(message, error) : error;
    default:
      return error;
  }
}

async function orWithoutTable<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isMissingTable(error)) return otherwise;
    throw error;
  }
}

function checkFile(database: DatabaseSync, file: string, placement: Placement): CopyCheck {
  const problems: CopyProblem[] = [];
  const tables = new Set(
    (database.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[]).map(
      ({ name }) => name,
    ),
  );
  for (const name of tablesOf(placement).filter((table) => !tables.has(table))) {
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
  const journal = journalModeOf(database);
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
