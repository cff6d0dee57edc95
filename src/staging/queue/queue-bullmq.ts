/** What both backends of the doorbell share: BullMQ's queues and workers, used as a bell and nothing more. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Queue, QueueOptions, Worker, WorkerOptions } from 'bullmq';
import { messageOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Service } from '../../service.ts';
import type { Bell, BellCounts, BellKind, BellOf } from './queue.ts';
import type { Outage } from './queue-outage.ts';

/** What we use of BullMQ's classes; their full types differ by backend. */
export type BellQueue = Pick<Queue<Bell>, 'add' | 'addBulk' | 'getJobCounts' | 'obliterate' | 'close'>;
export interface BellWorker extends Pick<Worker<Bell>, 'run' | 'close'> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
}

/** Shown in the backend's own tools; BullMQ allows no colon in it. */
export const queueNames: Record<BellKind, string> = {
  parse: 'staging-post-parse',
  reconcile: 'staging-post-reconcile',
};

/** Nothing is remembered of a bell that was answered; of failed ones the last few, for whoever wants to look. */
export const queueOptions = {
  defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: 100 },
  streams: { events: { maxLen: 100 } },
} satisfies Omit<QueueOptions, 'connection'>;

/** The worker starts by our hand; a stalled bell may be answered again as often as it likes. */
export const workerOptions = {
  autorun: false,
  drainDelay: 5,
  runRetryDelay: 1_000,
  maxStalledCount: 1_000,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 100 },
} satisfies Omit<WorkerOptions, 'connection'>;

const closeTimeoutMs = 5_000;

/** Puts bells into their queues: a few one by one, since BullMQ's bulk insert makes temporary tables in PostgreSQL. */
export async function enqueue(queues: Record<BellKind, BellQueue>, bells: readonly Bell[]): Promise<void> {
  if (bells.length <= 4) {
    for (const bell of bells) await queues[bell.kind].add(bell.kind, bell);
    return;
  }
  for (const kind of Object.keys(queues) as BellKind[]) {
    const own = bells.filter((bell) => bell.kind === kind);
    if (own.length > 0) await queues[kind].addBulk(own.map((data) => ({ name: kind, data })));
  }
}

export async function countBells(queues: Record<BellKind, BellQueue>): Promise<Record<BellKind, BellCounts>> {
  const count = async (queue: BellQueue): Promise<BellCounts> => {
    const found = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    const of = (state: keyof BellCounts) => found[state] ?? 0;
    return { waiting: of('waiting'), active: of('active'), delayed: of('delayed'), failed: of('failed') };
  };
  const [parse, reconcile] = await Promise.all([count(queues.parse), count(queues.reconcile)]);
  return { parse, reconcile };
}

export async function wipeQueues(queues: Record<BellKind, BellQueue>): Promise<void> {
  for (const queue of Object.values(queues)) await queue.obliterate({ force: true });
}

/** Makes the worker for a kind, with the backend's own connections and the given answer to each job. */
export type MakeWorker = (
  kind: BellKind,
  answer: (job: Job<Bell>) => Promise<void>,
  concurrency: number,
) => BellWorker;

/** One kind of bell answered: BullMQ's worker with a start, and a stop that waits for what runs. */
export function answering<Kind extends BellKind>(
  kind: Kind,
  handler: (bell: BellOf<Kind>) => Promise<void>,
  parts: { makeWorker: MakeWorker; concurrency: number; outage: Outage; log: Log },
): Service {
  const { outage, log } = parts;
  const running = new Set<Promise<void>>();
  let worker: BellWorker | undefined;
  let stopping: Promise<void> | undefined;

  const answer = async (job: Job<Bell>): Promise<void> => {
    outage.over();
    const answered = handler(checkedBell(kind, job.data));
    running.add(answered);
    try {
      await answered;
    } catch (error) {
      log.warn(
        { bell: job.data, error: messageOf(error) },
        'a bell could not be answered; the sweep will ring again',
      );
      throw error;
    } finally {
      running.delete(answered);
    }
  };

  return {
    name: `queue:${kind}`,
    async start() {
      if (worker || stopping) return;
      worker = parts.makeWorker(kind, answer, parts.concurrency);
      worker.on('error', (error) => outage.lost(error));
      // Runs until it is closed; what goes wrong meanwhile is an 'error' event.
      worker.run().catch((error: unknown) => outage.lost(error));
      await Promise.race([
        worker.waitUntilReady().catch((error: unknown) => outage.lost(error)),
        atMost(closeTimeoutMs),
      ]);
    },
    stop() {
      stopping ??= (async () => {
        const closing = worker?.close();
        while (running.size > 0) await Promise.allSettled(running);
        await Promise.race([closing, atMost(closeTimeoutMs)]);
      })();
      return stopping;
    },
  };
}

/** A wait that keeps no process alive. */
function atMost(ms: number): Promise<void> {
  return sleep(ms, undefined, { ref: false });
}

/** What comes out of a queue may have been put there by anybody. */
function checkedBell<Kind extends BellKind>(kind: Kind, bell: Bell): BellOf<Kind> {
  const subject: unknown =
    bell?.kind === 'parse' ? bell.delivery : bell?.kind === 'reconcile' ? bell.book : null;
  if (bell?.kind !== kind || typeof subject !== 'string') throw new Error(`not a bell of kind ${kind}`);
  return bell as BellOf<Kind>;
}
