/** The doorbell in a Redis, by BullMQ: rung after the ledger's commit, so a bell may be lost, and the sweep rings again. */
import { type EventEmitter, once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { type RedisOptions as AllRedisOptions, Redis } from 'ioredis';
import { messageOf, StagingPostError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Service } from '../../service.ts';
import type { Bell, BellKind, Doorbell } from './queue.ts';
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

const connectTimeoutMs = 5_000;
const ringTimeoutMs = 2_000;
const prefix = 'staging-post';

type RedisOptions = Omit<AllRedisOptions, 'replyMapping'>;

const common: RedisOptions = {
  connectTimeout: connectTimeoutMs,
  keepAlive: 10_000,
  // For ever, but not often.
  retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
};
/** Whoever rings must not wait for a Redis that is away: what could be queued up here would be lost anyway. */
const forRinging: RedisOptions = {
  ...common,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: ringTimeoutMs,
};
/** Workers wait for as long as it takes (BullMQ demands null). */
const forWorking: RedisOptions = { ...common, maxRetriesPerRequest: null };

/** Waits a moment for Redis, and goes on without it: it is only a doorbell. */
export async function openRedisDoorbell(url: string, log: Log): Promise<Doorbell> {
  if (!/^rediss?:\/\//.test(url)) {
    throw new StagingPostError('queue_url_invalid', 'QUEUE_URL is not the address of a Redis', {
      kind: 'usage',
      hint: 'Write it as redis://:password@host:6379/0 (rediss:// with TLS), or leave it out to use the ledger’s database.',
    });
  }
  const doorbell = new RedisDoorbell(url, log);
  await doorbell.untilConnected();
  return doorbell;
}

/**
 * A connection that ends when it is told to while Redis is away. ioredis then only stops trying: it neither says 'end' nor fails the
 * commands that wait, and BullMQ's worker waits for both before it stops. As `wait`, not yet connected, it does end.
 */
class EndingRedis extends Redis {
  override disconnect(reconnect = false): void {
    if (this.status === 'reconnecting' && !reconnect) this.status = 'wait';
    super.disconnect(reconnect);
  }
}

class RedisDoorbell implements Doorbell {
  readonly backend = 'redis';
  readonly transactional = false;
  readonly #log: Log;
  readonly #outage: Outage;
  readonly #ringer: Redis;
  readonly #url: string;
  readonly #queues: Record<BellKind, BellQueue>;
  readonly #services = new Set<Service>();
  readonly #workerConnections = new Set<Redis>();
  #closing: Promise<void> | undefined;

  constructor(url: string, log: Log) {
    this.#url = url;
    this.#log = log;
    this.#outage = new Outage(log, this.backend);
    this.#ringer = this.#connect(forRinging);
    const open = (kind: BellKind): BellQueue => {
      const options = { ...queueOptions, prefix, connection: this.#ringer, skipVersionCheck: true };
      const queue = new Queue<Bell>(queueNames[kind], options);
      queue.on('error', (error) => this.#outage.lost(error));
      return queue;
    };
    this.#queues = { parse: open('parse'), reconcile: open('reconcile') };
  }

  #connect(options: RedisOptions): Redis {
    const connection = new EndingRedis(this.#url, options);
    connection.on('error', (error: Error) => this.#outage.lost(error));
    connection.on('ready', () => this.#outage.over());
    return connection;
  }

  async untilConnected(): Promise<void> {
    if (this.#ringer.status === 'ready') return;
    const signal = AbortSignal.timeout(connectTimeoutMs);
    // 'error' events reject `once`; they are told by the outage, and ioredis goes on trying.
    const emitter = this.#ringer as unknown as EventEmitter;
    await once(emitter, 'ready', { signal }).catch((error: unknown) => this.#outage.lost(error));
  }

  async ring(bells: readonly Bell[]): Promise<boolean> {
    if (bells.length === 0) return true;
    if (this.#closing) return false;
    try {
      // Otherwise BullMQ would keep every call waiting until there is a connection.
      if (this.#ringer.status !== 'ready') throw new Error('not connected to Redis');
      await enqueue(this.#queues, bells);
      return true;
    } catch (error) {
      this.#outage.lost(error);
      // A Redis that hangs looks connected; until it speaks again, nobody else shall wait for it.
      if (messageOf(error) === 'Command timed out') this.#ringer.disconnect(true);
      return false;
    }
  }

  answer: Doorbell['answer'] = (kind, handler, { concurrency }) => {
    const parts = { makeWorker: this.#makeWorker, concurrency, outage: this.#outage, log: this.#log };
    const service = answering(kind, handler, parts);
    this.#services.add(service);
    return service;
  };

  readonly #makeWorker: MakeWorker = (kind, answer, concurrency) => {
    const connection = this.#connect(forWorking);
    this.#workerConnections.add(connection);
    // BullMQ makes itself a second one, to wait on.
    connection.duplicate = (override) => {
      const copy = this.#connect({ ...forWorking, ...override });
      this.#workerConnections.add(copy);
      return copy;
    };
    const options = { ...workerOptions, prefix, concurrency, connection, skipVersionCheck: true };
    return new Worker(queueNames[kind], answer, options);
  };

  async counts() {
    return await countBells(this.#queues);
  }

  async wipe() {
    await wipeQueues(this.#queues);
  }

  async findings(): Promise<string[]> {
    const info = await this.#ringer.info().catch((error: unknown) => {
      throw new StagingPostError(
        'queue_unreachable',
        `the Redis of QUEUE_URL cannot be reached: ${this.#outage.why ?? messageOf(error)}`,
        {
          kind: 'unreachable',
          hint: 'Check QUEUE_URL and the server. Until it is back, work is found by the sweeps, only later.',
          cause: error,
        },
      );
    });
    const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const policy = field('maxmemory_policy');
    const found: string[] = [];
    if (policy !== '' && policy !== 'noeviction') {
      found.push(
        `Redis may throw bells away (maxmemory-policy is ${policy}). Run: redis-cli config set maxmemory-policy noeviction`,
      );
    }
    const version = field('redis_version');
    if (Number.parseFloat(version) < 6.2)
      found.push(`Redis ${version} is too old for BullMQ: use 6.2 or newer.`);
    return found;
  }

  close() {
    this.#closing ??= (async () => {
      await Promise.all([...this.#services].map((service) => service.stop()));
      for (const connection of this.#workerConnections) connection.disconnect();
      await Promise.all(Object.values(this.#queues).map((queue) => queue.close()));
      this.#ringer.disconnect();
    })();
    return this.#closing;
  }
}
