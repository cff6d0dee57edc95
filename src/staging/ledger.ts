/** The ledger, opened: its database, its doorbell, its key. Everything that must happen together happens in `transaction`. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { type Clock, systemClock } from '../clock.ts';
import { messageOf, StagingPostError } from '../errors.ts';
import { type Log, silentLog } from '../log.ts';
import { assertReachable, openPool } from './postgres/connection.ts';
import { assertDurable } from './postgres/durability.ts';
import { ensureEmbeddedPostgres } from './postgres/embedded.ts';
import { kyselyOver, kyselyOverPool } from './postgres/kysely.ts';
import { assertMigrated, migrate } from './postgres/migrate.ts';
import type { DB } from './postgres/schema.ts';
import { type Bell, type Doorbell, openDoorbell } from './queue/queue.ts';
import { type Cipher, loadCipher } from './secrets.ts';

export interface LedgerOptions {
  /** Of a PostgreSQL; without it the embedded one below `dir` is found or started. */
  url?: string | undefined;
  /** Where the embedded server's data and the generated key lie. */
  dir: string;
  /** 32 bytes as base64 or hex; without it `<dir>/secret.key`. */
  secretKey?: string | undefined;
  /** redis:// or rediss://; without it the queue lives in the ledger's own database. */
  queueUrl?: string | undefined;
  clock?: Clock;
  log?: Log;
  /** The most connections that the ledger's own work may use; the queue has a few of its own. */
  maxConnections?: number;
  /** False: refuse a ledger whose tables are not up to date, instead of bringing them there. */
  migrate?: boolean;
}

/** What stands open while `work` runs. All of it is one transaction on one connection; nothing may be kept for later. */
export interface LedgerTransaction {
  readonly db: Kysely<DB>;
  readonly client: pg.PoolClient;
  /** Rings when, and only when, the transaction commits. The same bell rung twice in it rings once. */
  ring(bell: Bell): void;
}

export interface Ledger {
  /** For reading, and for single statements that stand for themselves. */
  readonly db: Kysely<DB>;
  readonly pool: pg.Pool;
  readonly doorbell: Doorbell;
  readonly cipher: Cipher;
  readonly clock: Clock;
  readonly log: Log;
  /** Of the database, with its password: for handing on, never for showing. */
  readonly url: string;
  /** The migrations that were done when it was opened, by file name. */
  readonly migrated: readonly string[];
  /**
   * Runs `work` in one transaction (READ COMMITTED), committed when it resolves and undone when it throws. After a deadlock or a
   * serialization failure it is run again, so it must not do anything that cannot be done twice.
   * Never ask `ledger.db` or `ledger.pool` for anything inside: that is a second connection, and may wait for the first for ever.
   * @throws StagingPostError `ledger_commit_unknown` when the answer to COMMIT was lost: it may be in or not; read before doing it again.
   */
  transaction<T>(work: (tx: LedgerTransaction) => Promise<T>): Promise<T>;
  /** Closes everything; the last one out stops the embedded server, unless `keepServer`. Safe to call twice. */
  close(options?: { keepServer?: boolean }): Promise<void>;
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization_failure, deadlock_detected. */
const retriable = new Set(['40001', '40P01']);
const maxAttempts = 5;

/**
 * Opens the ledger: server found or started, settings checked, tables up to date, doorbell hung up.
 * @throws StagingPostError with what is wrong and what to do about it.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const log = options.log ?? silentLog;
  const opened: Array<() => Promise<void>> = [];
  const closeOpened = async () => {
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  };
  let keepServer = false;
  try {
    const cipher = await loadCipher(options);
    let url = options.url;
    if (!url) {
      const server = await ensureEmbeddedPostgres(options.dir);
      opened.push(() => server.release({ keep: keepServer }));
      url = server.url;
    }
    const pool = openPool(url, { max: options.maxConnections ?? 10, log });
    opened.push(() => pool.end());
    await assertReachable(pool, url);
    await assertDurable(pool);
    const mayMigrate = options.migrate ?? true;
    const migrated = mayMigrate ? (await migrate(pool)).done : [];
    if (!mayMigrate) await assertMigrated(pool);
    const doorbell = await openDoorbell({
      queueUrl: options.queueUrl,
      ledgerUrl: url,
      log,
      migrate: mayMigrate,
    });
    opened.push(() => doorbell.close());
    let closing: Promise<void> | undefined;
    return {
      ...ledgerOver({ pool, doorbell, cipher, clock: options.clock ?? systemClock, log, url }),
      migrated,
      close({ keepServer: keep = false } = {}) {
        keepServer = keep;
        closing ??= closeOpened();
        return closing;
      },
    };
  } catch (error) {
    await closeOpened().catch(() => undefined);
    throw error;
  }
}

/** The ledger over parts that are open already; closing it closes none of them. */
export function ledgerOver(
  parts: Pick<Ledger, 'pool' | 'doorbell' | 'cipher' | 'clock' | 'log' | 'url'>,
): Ledger {
  return {
    ...parts,
    db: kyselyOverPool(parts.pool),
    migrated: [],
    transaction: (work) => transact(parts.pool, parts.doorbell, work),
    close: async () => undefined,
  };
}

async function transact<T>(
  pool: pg.Pool,
  doorbell: Doorbell,
  work: (tx: LedgerTransaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(pool, doorbell, work);
    } catch (error) {
      if (attempt === maxAttempts || !retriable.has(codeOf(error) ?? '')) throw error;
      // Two that ran into each other should not do so again in step.
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

async function attemptOnce<T>(
  pool: pg.Pool,
  doorbell: Doorbell,
  work: (tx: LedgerTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const bells = new Map<string, Bell>();
  const tx: LedgerTransaction = {
    db: kyselyOver(client),
    client,
    ring: (bell) => void bells.set(JSON.stringify(bell), bell),
  };
  let broken = false;
  let result: T;
  try {
    await client.query('begin isolation level read committed');
    result = await work(tx);
    if (doorbell.transactional) await doorbell.ring([...bells.values()], client);
    await commit(client);
  } catch (error) {
    broken = !(await isUndone(client));
    throw error;
  } finally {
    client.release(broken);
  }
  if (!doorbell.transactional) await doorbell.ring([...bells.values()]);
  return result;
}

async function commit(client: pg.PoolClient): Promise<void> {
  let command: string;
  try {
    ({ command } = await client.query('commit'));
  } catch (error) {
    // An answer with an SQLSTATE is a refusal: nothing is in. Anything else is silence.
    if (isRefusal(error)) throw error;
    throw new StagingPostError(
      'ledger_commit_unknown',
      `the ledger's answer to COMMIT was lost: ${messageOf(error)}`,
      {
        kind: 'unreachable',
        hint: 'It may have been committed or not: what was to be stored is looked up before it is done again.',
        cause: error,
      },
    );
  }
  // PostgreSQL answers COMMIT with ROLLBACK when a statement had failed and its error was swallowed.
  if (command !== 'COMMIT') {
    throw new StagingPostError(
      'ledger_transaction_aborted',
      'the transaction was undone: an error inside it had been passed over',
      {
        hint: 'This is a fault of the program: please report it with what you did.',
      },
    );
  }
}

/** Five characters, of a class that leaves the connection standing; 08 and 57P are its end. */
function isRefusal(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code);
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** True when the connection may go back to the pool with no transaction open on it. */
async function isUndone(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}
