/**
 * A copy in MariaDB (10.6 and later) or MySQL (8 and later). What is different there: a deadlock ends the whole
 * transaction, statements that change tables commit by themselves, and a transaction that has ended goes on without a
 * word, each statement for itself. So the session is watched, and nothing is said to it any more once that happened.
 */
import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise';
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
import { mysqlDialect, mysqlSchemaDialect, positional } from './mysql-dialect.ts';
import { asConnectError, asCopyError, deadlock, errorNumberOf } from './mysql-errors.ts';
import { invoiceRowsInPages, schemaOf } from './placement.ts';
import { all, type Condition, inPages } from './receipt-pages.ts';
import {
  type RunSql,
  type SqlValue,
  selectIdentity,
  selectReceipts,
  sqlTransaction,
  textOf,
} from './sql-transaction.ts';

export interface MysqlPatience {
  connectMs: number;
  statementMs: number;
  /** How long the identity row may be locked by another; whole seconds. */
  lockMs: number;
}

const defaultPatience: MysqlPatience = { connectMs: 10_000, statementMs: 60_000, lockMs: 10_000 };

/** As the standard reads SQL, whatever the server's own habit; and what does not fit is refused, not bent. */
const sqlMode = [
  ...['STRICT_ALL_TABLES', 'NO_ZERO_DATE', 'NO_ZERO_IN_DATE', 'ERROR_FOR_DIVISION_BY_ZERO'],
  ...['NO_ENGINE_SUBSTITUTION', 'ANSI_QUOTES', 'PIPES_AS_CONCAT', 'NO_BACKSLASH_ESCAPES'],
].join(',');

/** A connection with its session as we want it. */
interface Session {
  connection: PoolConnection;
  isMariaDb: boolean;
  /** The longest statement, with its values, that the server takes, in bytes. */
  packetBytes: number;
}

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

  const pages = (book: string, condition: Condition) =>
    inPages(condition, (page) =>
      withSession((session) =>
        selectReceipts(runOn(session, patience), book, {
          sql: `invoice_id > $2 and ${page.condition}`,
          params: [page.after],
          limit: page.limit,
        }),
      ),
    );

  return {
    kind: 'mysql',

    readIdentity: (book) =>
      withSession(
        async (session) => await orWithoutTable(() => selectIdentity(runOn(session, patience), book)),
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

    receipts: (book) => pages(book, all),
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

async function openSession(
  pool: Pool,
  sessions: WeakMap<object, Session>,
  { lockMs, statementMs }: MysqlPatience,
): Promise<Session> {
  const connection = await pool.getConnection();
  const known = sessions.get(connection.connection);
  if (known) return { ...known, connection };
  try {
    // A connection that breaks while nothing is asked of it is no reason to end the process: the next question tells.
    connection.connection.on('error', () => undefined);
    const statementSeconds = statementMs / 1_000;
    await connection.query('set names utf8mb4 collate utf8mb4_unicode_ci');
    await connection.query('set session transaction isolation level read committed');
    await connection.query(
      `set session sql_mode = '${sqlMode}', session time_zone = '+00:00', session autocommit = 1,
       session completion_type = 'NO_CHAIN', session foreign_key_checks = 1, session unique_checks = 1,
       session innodb_lock_wait_timeout = ${Math.max(1, Math.round(lockMs / 1_000))},
       session wait_timeout = ${statementSeconds}`,
    );
    const [rows] = await connection.query('select version() as version, @@max_allowed_packet as packet');
    const [{ version, packet }] = rows as [{ version: string; packet: number | string }];
    const isMariaDb = /mariadb/i.test(version);
    await connection.query(statementTimeLimit(isMariaDb, statementMs));
    const session = { connection, isMariaDb, packetBytes: Number(packet) };
    sessions.set(connection.connection, session);
    return session;
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

/** MySQL limits SELECT only. */
function statementTimeLimit(isMariaDb: boolean, ms: number): string {
  return isMariaDb
    ? `set session max_statement_time = ${ms / 1_000}`
    : `set session max_execution_time = ${ms}`;
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

function runOn(
  { connection, packetBytes }: Session,
  patience: MysqlPatience,
  look?: (result: unknown) => void,
): RunSql {
  return async <T>(sql: string, params: readonly SqlValue[] = []) => {
    const { text, values } = positional(sql, params);
    refuseIfTooLong(text, values, packetBytes);
    try {
      const [result] = await answered(
        values.length > 0 ? connection.execute(text, values.map(asInput)) : connection.query(text),
        patience,
      );
      look?.(result);
      return rowsIn<T>(result);
    } catch (error) {
      throw asCopyError(error);
    }
  };
}

/** A server that says nothing for longer than a statement may run is as good as gone. */
async function answered<T>(asked: Promise<T>, { statementMs }: MysqlPatience): Promise<T> {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => silence.reject(new CopyUnreachableError('the server gives no answer')),
    statementMs + 5_000,
  );
  try {
    return await Promise.race([asked, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Rows of a SELECT; of a CALL, those of its first SELECT. */
function rowsIn<T>(result: unknown): T[] {
  if (!Array.isArray(result)) return [];
  const [first] = result as unknown[];
  return (Array.isArray(first) ? first : first !== undefined && isHeader(first) ? [] : result) as T[];
}

function isHeader(result: unknown): result is ResultSetHeader {
  return result !== null && typeof result === 'object' && 'serverStatus' in result;
}

/** The server ends the connection of whoever sends more. */
function refuseIfTooLong(text: string, values: readonly SqlValue[], packetBytes: number): void {
  const bytes = [text, ...values].reduce<number>(
    (sum, value) =>
      sum +
      16 +
      (typeof value === 'string'
        ? Buffer.byteLength(value)
        : value instanceof Uint8Array
          ? value.byteLength
          : 0),
    0,
  );
  if (bytes <= packetBytes) return;
  throw new RefusedByCopyError(
    `${bytes} bytes at once are more than the server takes (max_allowed_packet is ${packetBytes})`,
  );
}

function asInput(value: SqlValue): string | number | boolean | null | Buffer {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/** `SERVER_STATUS_IN_TRANS` of the protocol: said with every answer that is not rows. */
const inTransaction = 0x0001;

/** A transaction that knows when it has ended: from then on nothing is said to the server, least of all COMMIT. */
async function begin(
  session: Session,
  patience: MysqlPatience,
): Promise<{ run: RunSql; commit(): Promise<void> }> {
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
    async commit() {
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
