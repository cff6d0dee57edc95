/**
 * What MariaDB and MySQL say, in the words of the port.
 * https://mariadb.com/kb/en/mariadb-error-code-reference/, https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html
 */
import { messageOf, StagingPostError } from '../../errors.ts';
import {
  CopyUnreachableError,
  CopyUnusableError,
  missingTable,
  RefusedByCopyError,
  unknownSchema,
} from './errors.ts';

const connectHints: Record<number | string, string> = {
  HANDSHAKE_NO_SSL_SUPPORT:
    'The server has no TLS. Turn it on there, or, if nobody can listen in between, add ?ssl-mode=DISABLED to the address.',
  1044: 'Grant the user of the copy its rights on that database.',
  1045: 'The user or its password is wrong: correct the address of the copy.',
  1049: 'That database does not exist: create it, or correct the address of the copy.',
  1130: 'The server lets nobody in from this machine: see the host of its users.',
  1698: 'The server wants another way of logging in for this user: give it a password.',
};

/** Data that does not fit, and does not come with an SQLSTATE that says so. */
const refusals = new Set([
  1265, // data truncated
  1364, // no default for a column
  1366, // incorrect value for a column
  1369, // check option of a view
  1411, // incorrect value for a function
  1526, // no partition for a value
  1644, // SIGNAL of a trigger
  3140, // invalid JSON
  3819, // check constraint of MySQL
  4025, // check constraint of MariaDB
]);
const permissions = new Set([1044, 1142, 1143, 1227, 1370]);
const readOnly = new Set([1290, 1792, 1836]);
/** The server is full, overloaded, shutting down, or gave up waiting. */
const passing = new Set([
  1021, 1030, 1040, 1046, 1053, 1114, 1152, 1158, 1159, 1160, 1161, 1203, 1205, 1206, 1213, 1226, 1317, 1927,
  1969, 3024, 4031,
]);

export const deadlock = 1213;

export function errorNumberOf(error: unknown): number | undefined {
  const { errno, sqlState } = (error ?? {}) as { errno?: unknown; sqlState?: unknown };
  // Errors of the network have an errno too, but no SQLSTATE.
  return typeof errno === 'number' && typeof sqlState === 'string' ? errno : undefined;
}

export function asConnectError(error: unknown): unknown {
  if (error instanceof StagingPostError) return error;
  const hint = connectHints[errorNumberOf(error) ?? (error as { code?: string } | null)?.code ?? ''];
  return new CopyUnreachableError(`connecting failed: ${messageOf(error)}`, {
    cause: error,
    ...(hint ? { hint } : {}),
  });
}

export function asCopyError(error: unknown): unknown {
  if (error instanceof StagingPostError) return error;
  const message = messageOf(error);
  const number = errorNumberOf(error);
  if (number === undefined) {
    return isOfDriver(error)
      ? new CopyUnreachableError(`a statement failed: ${message}`, { cause: error })
      : error;
  }
  if (permissions.has(number)) {
    return new CopyUnusableError('copy_permission', message, {
      cause: error,
      hint: 'Grant the user of the copy the right that the message names (for our tables: CREATE, INDEX and REFERENCES on the database).',
    });
  }
  if (readOnly.has(number)) {
    return new CopyUnusableError('copy_read_only', message, {
      cause: error,
      hint: 'The server is read-only, most likely a replica: point the copy at the primary.',
    });
  }
  if (number === 1665) {
    return new CopyUnusableError('copy_binlog', message, {
      cause: error,
      hint: 'Set binlog_format = ROW (or MIXED) on the server: its statement format does not know READ COMMITTED.',
    });
  }
  if (number === 1146) return missingTable(message, error);
  if (passing.has(number))
    return new CopyUnreachableError(`a statement failed: ${message}`, { cause: error });
  const state = (error as { sqlState: string }).sqlState;
  // Cardinality, data exceptions, integrity constraints, and what a program of the owner raises.
  if (/^(21|22|23|44|45)/.test(state) || refusals.has(number)) {
    return new RefusedByCopyError(message, { cause: error });
  }
  if (/^42/.test(state) || number === 1005) return unknownSchema(message, error);
  return error;
}

/** A broken or silent connection, as node and mysql2 tell of it. */
function isOfDriver(error: unknown): boolean {
  const { code, fatal } = (error ?? {}) as { code?: unknown; fatal?: unknown };
  return (typeof code === 'string' && /^(E[A-Z]{3,}|PROTOCOL_|HANDSHAKE_)/.test(code)) || fatal === true;
}
