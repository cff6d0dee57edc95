/** Connections to the ledger's PostgreSQL: pools whose connections fail loudly, in time, and never in the middle of nowhere. */
import pg from 'pg';
import { messageOf, StagingPostError } from '../../errors.ts';
import { type Log, silentLog } from '../../log.ts';
import { valueTypes } from './value-types.ts';

/** Everything of the ledger lives here, so that it may share a database. */
export const ledgerSchema = 'staging_post';

export interface PoolOptions {
  /** Shown in pg_stat_activity. */
  name?: string;
  max?: number;
  /** The search_path of its connections. */
  schema?: string;
  log?: Log;
  /** A statement that takes longer is cancelled by the server; a little later we give the connection up ourselves. */
  statementTimeoutMs?: number;
  lockTimeoutMs?: number;
  /** A transaction whose owner has gone to sleep is ended by the server. */
  idleInTransactionTimeoutMs?: number;
  /** How long to wait for a connection, be it from the server or from the pool itself. */
  connectTimeoutMs?: number;
}

/** How much longer than the server's own limit we wait for its answer. */
const graceMs = 5_000;
const keepAliveAfterMs = 10_000;

/**
 * A client that ends its connection where pg would put it back into the pool: after a timeout, since the late answer would be taken for
 * the next query's (https://github.com/brianc/node-postgres/issues/3399), and after the server's own farewell.
 */
class GuardedClient extends pg.Client {
  override query = ((...request: unknown[]) => {
    const answer = (super.query as (...request: unknown[]) => unknown)(...request);
    if (answer instanceof Promise) answer.catch((error: unknown) => this.#endAfter(error));
    return answer;
  }) as pg.Client['query'];

  #endAfter(error: unknown): void {
    const { message, severity } = error as { message?: string; severity?: string };
    if (message !== 'Query read timeout' && severity !== 'FATAL') return;
    this.end().catch(() => undefined);
  }
}

/** Opens a pool; connections are made as they are needed, so nothing is contacted yet. End it with `pool.end()`. */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const log = options.log ?? silentLog;
  const statementTimeoutMs = options.statementTimeoutMs ?? 60_000;
  const settings = {
    search_path: options.schema ?? ledgerSchema,
    statement_timeout: `${statementTimeoutMs}ms`,
    lock_timeout: `${options.lockTimeoutMs ?? 20_000}ms`,
    idle_in_transaction_session_timeout: `${options.idleInTransactionTimeoutMs ?? 60_000}ms`,
  };
  // Not as start-up parameters: those a connection pooler in between may refuse, and the URL's own would replace them.
  const adjust = async (client: pg.ClientBase) => {
    const calls = Object.keys(settings).map((name, at) => `set_config('${name}', $${at + 1}, false)`);
    await client.query(`select ${calls.join(', ')}`, Object.values(settings));
  };
  const pool = new pg.Pool({
    connectionString: checkedUrl(url),
    application_name: options.name ?? 'staging-post',
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 15_000,
    query_timeout: statementTimeoutMs + graceMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMs,
    types: valueTypes,
    Client: GuardedClient as unknown as new () => pg.ClientBase,
    // pg waits for it, though its types do not say so.
    onConnect: adjust as (client: pg.ClientBase) => void,
  });
  // Without a listener a dropped connection would end the process: on the pool for idle ones, on each for those in use.
  pool.on('error', (error) =>
    log.warn({ error: error.message }, 'an idle connection to the ledger was lost'),
  );
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ error: error.message }, 'a connection to the ledger was lost'));
  });
  return pool;
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new StagingPostError('ledger_url_invalid', 'LEDGER_URL is not the address of a PostgreSQL database', {
    kind: 'usage',
    hint: 'Write it as postgres://user:password@host:5432/database, or leave it out for the embedded PostgreSQL.',
  });
}

/** Where a URL leads, without user and password, also where a password has signs in it that it should not: for messages. */
export function placeOf(url: string): string {
  return url
    .replace(/^[^/]*\/\//, '')
    .replace(/^.*@/s, '')
    .replace(/\?.*$/s, '');
}

const refusals: Record<string, string> = {
  ECONNREFUSED: 'Is the server started, and the port right?',
  ENOTFOUND: 'The host name is unknown: check LEDGER_URL.',
  EAI_AGAIN: 'The host name could not be looked up: check LEDGER_URL and the network.',
  '28P01': 'The password is wrong: check LEDGER_URL.',
  '28000': 'The server does not let this user in from here: check LEDGER_URL and the server’s pg_hba.conf.',
  '3D000': 'That database does not exist: create it with createdb, or correct LEDGER_URL.',
};

/**
 * Borrows a connection, to know that there is one.
 * @throws StagingPostError `ledger_unreachable`, saying what was found and what to try.
 */
export async function assertReachable(pool: pg.Pool, url: string): Promise<void> {
  try {
    const client = await pool.connect();
    client.release();
  } catch (error) {
    const { code } = error as { code?: string };
    throw new StagingPostError(
      'ledger_unreachable',
      `the ledger at ${placeOf(url)} cannot be reached: ${messageOf(error)}`,
      {
        kind: 'unreachable',
        hint: refusals[code ?? ''] ?? 'Check LEDGER_URL, the server and the network between.',
        cause: error,
      },
    );
  }
}
