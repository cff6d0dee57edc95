/** A few reading processes that jobs wait for in turn. A process that breaks a limit is gone with its job; the next job gets a new one. */
import { StagingPostError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Job, Outcome } from './jobs.ts';
import { type ProcessOutcome, type ReadingProcess, startReadingProcess } from './reading-process.ts';

export interface ReadingPool {
  /** Runs a job within its time and memory. Rejects when no process can be started, and after close(). */
  run<JobType extends Job>(job: JobType, timeoutMs: number): Promise<Outcome<JobType['kind']>>;
  close(): Promise<void>;
}

export interface PoolOptions {
  processes: number;
  /** Resident bytes that one process may have. */
  processBytes: number;
  /** After so many jobs a process is replaced. */
  jobsPerProcess?: number;
}

/**
 * Processes are replaced after this many jobs, so that nothing that leaks in a parser grows for ever. A new one costs as much
 * as seven hundred pages of text, most of it until V8 has compiled what is run again and again.
 */
const usualJobsPerProcess = 10_000;

/** Jobs that end as a rule within milliseconds: behind these the next one may lie ready, so that the process need not wait for it. */
const isBrief = (kind: Job['kind']) => kind === 'split' || kind === 'document';

interface Slot {
  process: ReadingProcess | null;
  /** That the process has been given in its life. */
  jobs: number;
  /** What it is at, and what lies ready for it. */
  inHand: Job['kind'][];
}

export function createReadingPool(options: PoolOptions, log: Log): ReadingPool {
  const slots = Array.from(
    { length: options.processes },
    (): Slot => ({ process: null, jobs: 0, inHand: [] }),
  );
  const waiting: { kind: Job['kind']; take: (slot: Slot) => void }[] = [];
  const { jobsPerProcess = usualJobsPerProcess } = options;
  let closed = false;

  const isWornOut = ({ jobs }: Slot) => jobs >= jobsPerProcess;
  /** One with nothing to do; else one at a job that will soon end, with nothing ready behind it, and with life left for it. */
  const freeSlot = (): Slot | undefined =>
    slots.find(({ inHand }) => inHand.length === 0) ??
    slots.find((slot) => slot.inHand.length === 1 && slot.inHand.every(isBrief) && !isWornOut(slot));
  const takeSlot = async (kind: Job['kind']): Promise<Slot> => {
    const free = freeSlot();
    if (!free) return await new Promise((take) => waiting.push({ kind, take }));
    free.inHand.push(kind);
    return free;
  };
  const giveBack = (slot: Slot, kind: Job['kind']) => {
    slot.inHand.splice(slot.inHand.indexOf(kind), 1);
    for (let free = freeSlot(); free && waiting.length > 0; free = freeSlot()) {
      const next = waiting.shift();
      if (!next) return;
      free.inHand.push(next.kind);
      next.take(free);
    }
  };
  const processIn = (slot: Slot): ReadingProcess => {
    const isToBeReplaced = isWornOut(slot) && slot.inHand.length === 1;
    if (slot.process && (!slot.process.isAlive() || isToBeReplaced)) void giveUp(slot, slot.process);
    if (!slot.process) {
      slot.process = startReadingProcess(options.processBytes);
      slot.jobs = 0;
    }
    slot.jobs += 1;
    return slot.process;
  };
  const runIn = async (slot: Slot, job: Job, timeoutMs: number): Promise<ProcessOutcome> => {
    for (;;) {
      if (closed) throw closedError();
      const process = processIn(slot);
      const outcome = await process.run(job, timeoutMs);
      // It ended because of close(), and not because of what it read.
      if (closed) throw closedError();
      if (outcome !== 'not_its_turn' && outcome.ended) return outcome;
      // By now it may be at the job that lay ready: that one is done again, by the next process.
      await giveUp(slot, process);
      if (outcome === 'not_its_turn') continue;
      const { violation, detail } = outcome;
      log.warn({ job: job.kind, violation, detail }, 'a reading process was given up');
      return outcome;
    }
  };

  return {
    async run<JobType extends Job>(job: JobType, timeoutMs: number) {
      const slot = await takeSlot(job.kind);
      try {
        // The process answers a job with that job's kind of result.
        return (await runIn(slot, job, timeoutMs)) as Outcome<JobType['kind']>;
      } catch (error) {
        throw closed ? closedError() : error;
      } finally {
        giveBack(slot, job.kind);
      }
    },
    async close() {
      closed = true;
      await Promise.all(slots.map(async (slot) => await slot.process?.kill()));
    },
  };
}

async function giveUp(slot: Slot, process: ReadingProcess): Promise<void> {
  if (slot.process === process) slot.process = null;
  await process.kill();
}

function closedError(): StagingPostError {
  return new StagingPostError('reading_closed', 'reading was closed before this was read', {
    hint: 'It is read at the next start.',
  });
}
