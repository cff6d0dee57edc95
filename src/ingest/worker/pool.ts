/** A few reading processes that jobs wait for in turn. A process that breaks a limit is gone with its job; the next job gets a new one. */
import { StagingPostError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Job, Outcome } from './jobs.ts';
import { type ReadingProcess, startReadingProcess } from './reading-process.ts';

export interface ReadingPool {
  /** Runs a job within its time and memory. Rejects when no process can be started, and after close(). */
  run<JobType extends Job>(job: JobType, timeoutMs: number): Promise<Outcome<JobType['kind']>>;
  close(): Promise<void>;
}

export interface PoolOptions {
  processes: number;
  /** Resident bytes that one process may have. */
  processBytes: number;
}

/**
 * Processes are replaced after this many jobs, so that nothing that leaks in a parser grows for ever. A new one costs as much
 * as seven hundred pages of text, most of it until V8 has compiled what is run again and again.
 */
const jobsPerProcess = 10_000;

interface Slot {
  process: ReadingProcess | null;
  jobs: number;
}

export function createReadingPool(options: PoolOptions, log: Log): ReadingPool {
  const idle: Slot[] = Array.from({ length: options.processes }, () => ({ process: null, jobs: 0 }));
  const waiting: ((slot: Slot) => void)[] = [];
  const slots = [...idle];
  let closed = false;

  const takeSlot = async () => idle.pop() ?? (await new Promise<Slot>((resolve) => waiting.push(resolve)));
  const giveBack = (slot: Slot) => {
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
  };
  const processIn = (slot: Slot): ReadingProcess => {
    if (slot.process && (!slot.process.isAlive() || slot.jobs >= jobsPerProcess)) {
      void slot.process.kill();
      slot.process = null;
    }
    if (!slot.process) {
      slot.process = startReadingProcess(options.processBytes);
      slot.jobs = 0;
    }
    slot.jobs += 1;
    return slot.process;
  };

  return {
    async run<JobType extends Job>(job: JobType, timeoutMs: number) {
      const slot = await takeSlot();
      try {
        if (closed) throw closedError();
        const outcome = await processIn(slot).run(job, timeoutMs);
        // It ended because of close(), and not because of what it read.
        if (closed) throw closedError();
        if (!outcome.ended) {
          log.warn(
            { job: job.kind, violation: outcome.violation, detail: outcome.detail },
            'a reading process was given up',
          );
          await slot.process?.kill();
          slot.process = null;
        }
        // The process answers a job with that job's kind of result.
        return outcome as Outcome<JobType['kind']>;
      } catch (error) {
        throw closed ? closedError() : error;
      } finally {
        giveBack(slot);
      }
    },
    async close() {
      closed = true;
      await Promise.all(slots.map(async (slot) => await slot.process?.kill()));
    },
  };
}

function closedError(): StagingPostError {
  return new StagingPostError('reading_closed', 'reading was closed before this was read', {
    hint: 'It is read at the next start.',
  });
}
