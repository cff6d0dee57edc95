/**
 * A reading process: does one job after the other that its parent gives it, and answers. It holds no secret, and hostile mail is
 * parsed here and nowhere else; whatever goes wrong in it, the parent kills it and starts another.
 */
import { flushCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../../errors.ts';
import { isOurOwnFault } from '../own-faults.ts';
import type { AnswerMessage, JobMessage } from './jobs.ts';
import { runJob } from './run-job.ts';

// A process that is busy in a loop does not hear that its parent is gone; a thread of its own watches for that.
new Worker(new URL('./watchdog.ts', import.meta.url), { workerData: { parent: process.ppid } }).unref();

// pdf.js leaves promises behind when a file is damaged. What counts is what the job's own promise comes to.
process.on('unhandledRejection', () => undefined);

process.on('disconnect', () => process.exit(0));

/** What was given it so far is done. */
let done = Promise.resolve();

process.on('message', ({ id, job }: JobMessage) => {
  done = done
    .then(() => runJob(job))
    .then(
      (result) => answer({ id, result }),
      (error: unknown) => answer({ id, error: messageOf(error), ownFaultCode: ownFaultCodeOf(error) }),
    );
});

function ownFaultCodeOf(error: unknown): string | null {
  return isOurOwnFault(error) ? String((error as { code: unknown }).code) : null;
}

function answer(message: AnswerMessage): void {
  process.send?.(message);
}

answer({ ready: true });

// It is killed more often than it ends: the next one need not compile again what this one has loaded.
flushCompileCache();
