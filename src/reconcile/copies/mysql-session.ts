/** Connections to MariaDB and MySQL whose sessions are as a copy needs them, and statements on them. */
import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise';
import { CopyUnreachableError, RefusedByCopyError } from './errors.ts';
import { positional } from './mysql-dialect.ts';
import { asCopyError } from './mysql-errors.ts';
import type { RunSql, SqlValue } from './sql-transaction.ts';

export interface MysqlPatience {
  connectMs: number;
  statementMs: number;
  /** How long the identity row may be locked by another; whole seconds. */
  lockMs: number;
}

export const defaultPatience: MysqlPatience = { connectMs: 10_000, statementMs: 60_000, lockMs: 10_000 };

/** As the standard reads SQL, whatever the server's own habit; and what does not fit is refused, not bent. */
const sqlMode = [
  ...['STRICT_ALL_TABLES', 'NO_ZERO_DATE', 'NO_ZERO_IN_DATE', 'ERROR_FOR_DIVISION_BY_ZERO'],
  ...['NO_ENGINE_SUBSTITUTION', 'ANSI_QUOTES', 'PIPES_AS_CONCAT', 'NO_BACKSLASH_ESCAPES'],
].join(',');

/** A connection with its session as we want it. */
export interface Session {
  connection: PoolConnection;
  isMariaDb: boolean;
  /** The longest statement, with its values, that the server takes, in bytes. */
  packetBytes: number;
}

export async function openSession(
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
export function statementTimeLimit(isMariaDb: boolean, ms: number): string {
  return isMariaDb
    ? `set session max_statement_time = ${ms / 1_000}`
    : `set session max_execution_time = ${ms}`;
}

export function runOn(
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
export async function answered<T>(asked: Promise<T>, { statementMs }: MysqlPatience): Promise<T> {
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

export function isHeader(result: unknown): result is ResultSetHeader {
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
