/**
 * A copy in MariaDB (10.6 and later) or MySQL (8 and later). What is different there: a deadlock ends the whole
 * transaction, statements that change tables commit by themselves, and a transaction that has ended goes on without a
 * word, each statement for itself. So the session is watched, and nothing is said to it any more once that happened.
 */
import mysql from 'mysql2/promise';
import { messageOf } from '../../errors.ts';
import type { Copy } from './copy.ts';
import { defaultPlacement } from './default-placement.ts';
import {
  CommitUnknownError,
  CopyUnreachableError,
  CopyUnusableError,
  isMissingTable,
  RefusedByCopyError,
} from './errors.ts';
import { mappedPlacement } from './mapped-placement.ts';
import type { Mapping } from './mapping.ts';
import { readMysqlAddress } from './mysql-address.ts';
import { checkMysqlDatabase, isTransactional } from './mysql-check.ts';
import { mysqlDialect, mysqlDigestColumns, mysqlSchemaDialect } from './mysql-dialect.ts';
import { asConnectError, asCopyError, deadlock, errorNumberOf } from './mysql-errors.ts';
import {
  answered,
  defaultPatience,
  isHeader,
  type MysqlPatience,
  openSession,
  runOn,
  type Session,
  statementTimeLimit,
} from './mysql-session.ts';
import { invoiceRowsInPages, schemaOf } from './placement.ts';
import type { IdRange } from './receipt-digest.ts';
import { all, type Condition, inPages } from './receipt-pages.ts';
import {
  type RunSql,
  type SqlValue,
  selectDigests,
  selectIdentities,
  selectIdentity,
  selectReceipts,
  sqlTransaction,
  textOf,
} from './sql-transaction.ts';

/** @param mapping how invoices stand there; without one, in the default schema */
export function openMysqlCopy(
  url: string,
  mapping: Mapping | null = null,
  patience: MysqlPatience = defaultPatience,
): Copy {
  const placement = mapping ? mappedPlacement(mapping, mysqlDialect) : defaultPlacement(mysqlDialect);
  const pool = mysql.createPool({
    ...readMysqlAddress(url),
    charset: 'utf8mb4_unicode_ci',
    connectionLimit: 2,
    connectTimeout: patience.connectMs,
    idleTimeout: 10_000,
    maxPreparedStatements: 100,
    dateStrings: true,
    supportBigNumbers: true,
    // A server may ask its client for a file: not this one.
    flags: ['-LOCAL_FILES'],
    connectAttributes: { program_name: 'staging-post copy' },
  });
  const selectRows = placement.selectInvoiceRows;
  const sessions = new WeakMap<object, Session>();
  let closing: Promise<void> | undefined;

  const connect = async (): Promise<Session> => {
    try {
      return await openSession(pool, sessions, patience);
    } catch (error) {
      throw asConnectError(error);
    }
  };

  /** A connection that failed in any way is not used again. */
  const withSession = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    const session = await connect();
    let failed = true;
    try {
      const result = await work(session);
      failed = false;
      return result;
    } finally {
      if (failed) session.connection.destroy();
      else session.connection.release();
    }
  };

  const pages = (book: string, condition: Condition, range?: IdRange) =>
    inPages(
      condition,
      (page) => withSession((session) => selectReceipts(runOn(session, patience), book, page)),
      range,
    );

  return {
    kind: 'mysql',

    readIdentity: (book) =>
      withSession(
        async (session) => await orWithoutTable(() => selectIdentity(runOn(session, patience), book)),
      ),

    readIdentities: (books) =>
      withSession(
        async (session) =>
          (await orWithoutTable(() => selectIdentities(runOn(session, patience), mysqlDialect, books))) ?? [],
      ),

    install: () =>
      withSession(async (session) => {
        const run = runOn(session, patience);
        // Each of these statements commits by itself: an install that is interrupted is finished by the next one.
        const [lock] = await run<{ held: number | null }>(
          "select get_lock(concat('staging_post_', md5(database())), $1) as held",
          [patience.lockMs / 1_000],
        );
        if (lock?.held !== 1) throw new CopyUnreachableError('another process creates our tables just now');
        const there = new Set(
          (
            await run<{ name: string }>(
              `select table_name as name from information_schema.tables where table_schema = database()
               union select index_name from information_schema.statistics where table_schema = database()`,
            )
          ).map(({ name }) => name),
        );
        const collation = session.isMariaDb ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
        for (const { name, sql } of schemaOf(placement, mysqlSchemaDialect(collation))) {
          // MySQL knows no CREATE INDEX IF NOT EXISTS.
          if (!there.has(name)) await run(sql.replace(' if not exists', ''));
        }
        await run("select release_lock(concat('staging_post_', md5(database())))");
      }),

    transaction: (work) =>
      withSession(async (session) => {
        const { run, commit } = await begin(session, patience);
        const transaction = sqlTransaction(run, mysqlDialect, placement);
        const result = await work({
          ...transaction,
          async lockIdentity(book) {
            return (await isTransactional(run)) ? await transaction.lockIdentity(book) : null;
          },
        });
        await commit();
        return result;
      }),

    receipts: (book, range) => pages(book, all, range),
    digestReceipts: (book) =>
      withSession(
        async (session) =>
          (await orWithoutTable(() => selectDigests(runOn(session, patience), book, mysqlDigestColumns))) ??
          [],
      ),
    receiptsWithoutInvoice: (book) => pages(book, placement.withoutInvoice),

    ...(selectRows
      ? {
          invoiceRows: (book: string) =>
            invoiceRowsInPages((page) =>
              withSession(async (session) => await selectRows(runOn(session, patience), book, page)),
            ),
        }
      : {}),

    ask: (query, limits) => withSession((session) => askReadOnly(session, patience, query, limits)),

    check: () =>
      withSession((session) => checkMysqlDatabase(runOn(session, patience), placement, mapping, session)),

    async close() {
      closing ??= pool.end();
      await closing;
    },
  };
}

/** As the inner query of a SELECT it can be nothing else, and in a transaction that is read-only its functions write nothing. */
async function askReadOnly(
  session: Session,
  patience: MysqlPatience,
  query: string,
  { timeoutMs, rowsMax }: { timeoutMs: number; rowsMax: number },
): Promise<(string | null)[]> {
  const { connection, isMariaDb } = session;
  try {
    await connection.query(statementTimeLimit(isMariaDb, timeoutMs));
    await connection.query('start transaction read only');
    const [rows] = await answered(
      connection.query({ sql: `select * from (${query}) asked limit ${rowsMax + 1}`, rowsAsArray: true }),
      patience,
    );
    await connection.query('rollback');
    await connection.query(statementTimeLimit(isMariaDb, patience.statementMs));
    return (rows as unknown as unknown[][]).slice(0, rowsMax).map(([value]) => textOf(value));
  } catch (error) {
    throw asCopyError(error);
  }
}

/** `SERVER_STATUS_IN_TRANS` of the protocol: said with every answer that is not rows. */
const inTransaction = 0x0001;

/** A transaction that knows when it has ended: from then on nothing is said to the server, least of all COMMIT. */
async function begin(
  session: Session,
  patience: MysqlPatience,
): Promise<{ run: RunSql; commit: () => Promise<void> }> {
  let ended: unknown = null;
  const watched = runOn(session, patience, (result) => {
    const last: unknown = Array.isArray(result) ? result.at(-1) : result;
    if (isHeader(last) && !(last.serverStatus & inTransaction)) throw committedByItself();
  });
  const run: RunSql = async <T>(sql: string, params?: readonly SqlValue[]) => {
    if (ended) throw ended;
    try {
      return await watched<T>(sql, params);
    } catch (error) {
      // Only these two leave the transaction as it was before the statement.
      if (!(error instanceof RefusedByCopyError) && !isMissingTable(error)) ended = error;
      throw error;
    }
  };
  await run('start transaction read write');
  return {
    run,
    commit: async () => {
      if (ended) throw ended;
      try {
        await answered(session.connection.query('commit'), patience);
      } catch (error) {
        // A cluster tells of a conflict only now: nothing is in.
        if (errorNumberOf(error) === deadlock) throw asCopyError(error);
        throw new CommitUnknownError(`the answer to COMMIT was lost: ${messageOf(error)}`, { cause: error });
      }
    },
  };
}

function committedByItself(): CopyUnusableError {
  return new CopyUnusableError(
    'transaction_ended',
    'a statement ended the transaction: what came before it is committed, and cannot be undone',
    {
      hint: 'Statements that change tables, LOCK TABLES and COMMIT have no place in a mapping, nor in a procedure that it calls. An invoice that is in without its receipt is found under its number, and linked.',
    },
  );
}

async function orWithoutTable<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isMissingTable(error)) return null;
    throw error;
  }
}
