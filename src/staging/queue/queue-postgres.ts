/**
 * The doorbell in the ledger's own database, by BullMQ's PostgreSQL backend: rung inside a transaction of the ledger, it is heard if
 * that transaction commits, and never otherwise.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  assertSchemaCompatibility,
  type JobProgress,
  LATEST_SCHEMA_VERSION,
  type PgPool,
  PostgresConnection,
  type PostgresConnectionOptions,
  PostgresQueueBackend,
  Queue,
  runMigrations,
  SchemaMigrationRequiredError,
  Worker,
} from 'bullmq';
import type pg from 'pg';
import { messageOf, StagingPostError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Service } from '../../service.ts';
import { openPool } from '../postgres/connection.ts';
import type { Bell, BellKind, Doorbell, DoorbellOptions } from './queue.ts';
import {
  answering,
  type BellQueue,
  countBells,
  enqueue,
  type MakeWorker,
  queueNames,
  queueOptions,
  wipeQueues,
  workerOptions,
} from './queue-bullmq.ts';
import { Outage } from './queue-outage.ts';

/** BullMQ's tables, apart from ours: both have a table `migration`. */
export const queueSchema = 'staging_post_queue';
/** One connection listens for each worker; the rest move jobs. */
const poolMax = 8;

/** BullMQ's connection over a pool of ours, which is already migrated, and pinned to the queue's schema by its search_path. */
class BorrowedConnection extends PostgresConnection {
  /** Not BullMQ's own check: it looks in its default schema, and remembers a failure for ever. */
  override async waitUntilReady(): Promise<void> {}
}

export async function openPostgresDoorbell({ ledgerUrl, log, migrate }: DoorbellOptions): Promise<Doorbell> {
  const pool = openPool(ledgerUrl, { name: 'staging-post queue', max: poolMax, schema: queueSchema, log });
  try {
    await migrateQueue(pool, migrate ?? true);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresDoorbell(pool, log);
}

/** BullMQ's own migrations; done by whoever comes first, and only looked at by those who come later. */
async function migrateQueue(pool: pg.Pool, allowed: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    if (await isMigrated(client)) return;
    if (!allowed) {
      throw new StagingPostError('queue_not_migrated', "the queue's tables are not up to date", {
        kind: 'refused',
        hint: 'Run: staging-post migrate',
      });
    }
    await runMigrations(client as never, queueSchema);
  } catch (error) {
    if (error instanceof StagingPostError) throw error;
    throw new StagingPostError(
      'queue_migration_failed',
      `the queue's tables could not be made: ${messageOf(error)}`,
      {
        hint: 'Run `staging-post migrate` as the owner of the database, or set QUEUE_URL to a Redis.',
        cause: error,
      },
    );
  } finally {
    client.release();
  }
}

async function isMigrated(client: pg.PoolClient): Promise<boolean> {
  try {
    return (await assertSchemaCompatibility(client as never, queueSchema)) >= LATEST_SCHEMA_VERSION;
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return false;
    throw error;
  }
}

class PostgresDoorbell implements Doorbell {
  readonly backend = 'postgres';
  readonly transactional = true;
  readonly #pool: pg.Pool;
  readonly #log: Log;
  readonly #outage: Outage;
  readonly #queues: Record<BellKind, BellQueue>;
  readonly #services = new Set<Service>();
  /** The transaction's client while bells are rung on it; BullMQ's queries go there instead of to the pool. */
  readonly #transaction = new AsyncLocalStorage<pg.ClientBase>();
  #closing: Promise<void> | undefined;

  constructor(pool: pg.Pool, log: Log) {
    this.#pool = pool;
    this.#log = log;
    this.#outage = new Outage(log, this.backend);
    const routed = routedPool(pool, () => this.#transaction.getStore());
    const open = (kind: BellKind): BellQueue => {
      const options = { ...queueOptions, connection: routed };
      const queue = new Queue<
        Bell,
        void,
        string,
        Bell,
        void,
        string,
        PostgresQueueBackend,
        PostgresConnectionOptions
      >(
        queueNames[kind],
        options,
        (name, opts) => new PostgresQueueBackend(new BorrowedConnection(opts.connection), name, opts),
      );
      queue.on('error', (error) => this.#outage.lost(error));
      return queue;
    };
    this.#queues = { parse: open('parse'), reconcile: open('reconcile') };
  }

  async ring(bells: readonly Bell[], client?: pg.ClientBase): Promise<boolean> {
    if (bells.length === 0) return true;
    // BullMQ would keep a call after the end waiting for ever.
    if (this.#closing) return false;
    try {
      await (client ? this.#ringWithin(client, bells) : enqueue(this.#queues, bells));
      return true;
    } catch (error) {
      this.#outage.lost(error);
      return false;
    }
  }

  /** Between savepoints, so that a broken queue leaves the transaction whole, and with its search_path put back. */
  async #ringWithin(client: pg.ClientBase, bells: readonly Bell[]): Promise<void> {
    await client.query(
      `savepoint doorbell;
       select set_config('staging_post.search_path', current_setting('search_path'), true);
       select set_config('search_path', '${queueSchema}', true)`,
    );
    try {
      await this.#transaction.run(client, async () => await enqueue(this.#queues, bells));
      await client.query(
        `select set_config('search_path', current_setting('staging_post.search_path'), true);
         release savepoint doorbell`,
      );
    } catch (error) {
      await client.query('rollback to savepoint doorbell; release savepoint doorbell');
      throw error;
    }
  }

  answer: Doorbell['answer'] = (kind, handler, { concurrency }) => {
    const parts = { makeWorker: this.#makeWorker, concurrency, outage: this.#outage, log: this.#log };
    const service = answering(kind, handler, parts);
    this.#services.add(service);
    return service;
  };

  readonly #makeWorker: MakeWorker = (kind, answer, concurrency) => {
    const connection = this.#pool as unknown as PgPool;
    // BullMQ's last argument names the listening connection, so that pg_stat_activity shows it.
    const listener = `staging-post listens for ${kind}`;
    return new Worker<Bell, void, string, PostgresQueueBackend, JobProgress, PostgresConnectionOptions>(
      queueNames[kind],
      answer,
      { ...workerOptions, concurrency, connection },
      (name, opts) =>
        new PostgresQueueBackend(new BorrowedConnection(opts.connection), name, opts, true, listener),
    );
  };

  async counts() {
    return await countBells(this.#queues);
  }

  async wipe() {
    await wipeQueues(this.#queues);
  }

  async findings(): Promise<string[]> {
    const { rows } = await this.#pool.query<{ dead: number; live: number }>(
      `select coalesce(sum(n_dead_tup), 0)::int8 as dead, coalesce(sum(n_live_tup), 0)::int8 as live
       from pg_stat_user_tables where schemaname = $1`,
      [queueSchema],
    );
    const { dead = 0, live = 0 } = rows[0] ?? {};
    // A long-open transaction anywhere in the database keeps answered bells from being cleared away.
    return dead > 100_000 && dead > 10 * live
      ? [
          `The queue's tables hold ${dead} dead rows: look for transactions left open (pg_stat_activity), then VACUUM.`,
        ]
      : [];
  }

  close() {
    this.#closing ??= (async () => {
      await Promise.all([...this.#services].map((service) => service.stop()));
      await Promise.all(Object.values(this.#queues).map((queue) => queue.close()));
      await this.#pool.end();
    })();
    return this.#closing;
  }
}

/** The pool, except that queries go to the current transaction's client where there is one. */
function routedPool(pool: pg.Pool, current: () => pg.ClientBase | undefined): PgPool {
  const routed = {
    options: pool.options,
    query: (text: string, values?: unknown[]) => (current() ?? pool).query(text, values),
    connect: () => pool.connect(),
    end: async () => undefined,
    on: () => routed,
    off: () => routed,
    removeListener: () => routed,
    removeAllListeners: () => routed,
  };
  return routed as unknown as PgPool;
}
