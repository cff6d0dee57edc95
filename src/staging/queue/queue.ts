/**
 * The doorbell: it tells workers that there may be something to do, sooner than their own sweep of the ledger would. It
 * holds no truth. A bell may be lost, heard twice, or ring for nothing, and every answer must bear that.
 */
import type pg from 'pg';
import type { Log } from '../../log.ts';
import type { Service } from '../../service.ts';
import { openPostgresDoorbell } from './queue-postgres.ts';
import { openRedisDoorbell } from './queue-redis.ts';

export type Bell = { kind: 'parse'; delivery: string } | { kind: 'reconcile'; book: string };
export type BellKind = Bell['kind'];
export type BellOf<Kind extends BellKind> = Extract<Bell, { kind: Kind }>;

export const bellKinds: readonly BellKind[] = ['parse', 'reconcile'];

/** How many bells of one kind there are; `delayed` is always 0 unless somebody else uses the queue. */
export interface BellCounts {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

export interface Doorbell {
  readonly backend: 'postgres' | 'redis';
  /** True when `ring` with a transaction's client is heard if, and only if, that transaction commits. */
  readonly transactional: boolean;
  /**
   * Rings; with `client`, inside the transaction that stands open on it. Never throws and never harms that transaction:
   * a queue that is out of order is logged once, and the sweep rings again. Tells whether the bells are in the queue.
   */
  ring(bells: readonly Bell[], client?: pg.ClientBase): Promise<boolean>;
  /**
   * A worker for one kind of bell. `start` begins to hear, `stop` waits for the answers that run. A handler that throws is
   * logged, and its bell is not rung again from here.
   */
  answer<Kind extends BellKind>(
    kind: Kind,
    handler: (bell: BellOf<Kind>) => Promise<void>,
    options: { concurrency: number },
  ): Service;
  counts(): Promise<Record<BellKind, BellCounts>>;
  /** Forgets all bells, also those being answered. Loses nothing: the ledger knows what is left to do. */
  wipe(): Promise<void>;
  /** What an operator should mend, in sentences; none when all is well. Rejects when the queue cannot be reached. */
  findings(): Promise<string[]>;
  /** Stops the workers that still run and closes the connections. Safe to call twice. */
  close(): Promise<void>;
}

export interface DoorbellOptions {
  /** redis:// or rediss://; without it the queue lives in the ledger's own database. */
  queueUrl?: string | undefined;
  ledgerUrl: string;
  log: Log;
  /** False: refuse a queue whose tables are not up to date, instead of bringing them there. */
  migrate?: boolean;
}

/** @throws StagingPostError when the queue's tables in the ledger's database cannot be made; an absent Redis is only logged. */
export async function openDoorbell(options: DoorbellOptions): Promise<Doorbell> {
  return options.queueUrl
    ? await openRedisDoorbell(options.queueUrl, options.log)
    : await openPostgresDoorbell(options);
}
