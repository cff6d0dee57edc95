/** One reading process seen from its parent: given one job after the other, killed when it breaks a limit. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { StagingPostError } from '../../errors.ts';
import type { AnswerMessage, Job, JobResults, Violation } from './jobs.ts';
import { residentBytes } from './resident-memory.ts';

export type ProcessOutcome =
  | { ended: true; result: JobResults[Job['kind']] }
  | { ended: false; violation: Violation; detail: string };

/** The process was given up for the job before: this one is none the worse, and can be given to another process. */
export type NotItsTurn = 'not_its_turn';

export interface ReadingProcess {
  /**
   * Runs one job, after those that it was given before: a job that lies ready when the one before ends need not wait for its
   * parent. Its time counts from its turn. After an outcome that did not end by itself the process is not to be used again. Rejects with
   * `reading_process_failed` when the process could not even start, and with the system's error where that is to blame
   * (a full disk) rather than what was read.
   */
  run(job: Job, timeoutMs: number): Promise<ProcessOutcome | NotItsTurn>;
  isAlive(): boolean;
  /** Kills it; resolves when it is gone. */
  kill(): Promise<void>;
}

const memoryCheckMs = 100;
const stderrKept = 4000;

/** Starts a process that may have `bytesMax` of resident memory. */
export function startReadingProcess(bytesMax: number): ReadingProcess {
  const child = fork(new URL('./child.ts', import.meta.url), [], {
    // Nothing else of the parent's environment: it holds the secrets of mailboxes and copies.
    env: { TZ: 'UTC', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    execArgv: heapOptions(bytesMax),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stderr = keepTail(child);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
  const ready = readiness(child, gone, stderr);
  let jobs = 0;
  let inHand = 0;
  /** Whether the process is still to be used when all that it was given so far has ended. */
  let turn = Promise.resolve(true);
  letParentExit(child, true);

  const runInTurn = async (job: Job, timeoutMs: number, before: Promise<boolean>) => {
    await ready;
    const answered = Promise.race([answerTo(child, { id: ++jobs, job }), gone.then(() => null)]);
    // Until its turn nobody waits for it: what is wrong with it is told then.
    answered.catch(() => undefined);
    if (!(await before)) return 'not_its_turn';
    const fence = fenceIn(child, { bytesMax, timeoutMs });
    try {
      const answer = await answered;
      if (answer) return answer;
      return { ended: false as const, ...(fence.broken() ?? violationOf(child, stderr())) };
    } finally {
      fence.lift();
    }
  };

  return {
    isAlive: () => child.exitCode === null && child.signalCode === null && child.connected && !child.killed,
    async kill() {
      letParentExit(child, false);
      child.kill('SIGKILL');
      await gone;
    },
    async run(job, timeoutMs) {
      inHand += 1;
      letParentExit(child, false);
      const running = runInTurn(job, timeoutMs, turn);
      // A job that the machine's own fault ended says nothing against the process.
      turn = running.then(
        (outcome) => outcome !== 'not_its_turn' && outcome.ended && !child.killed,
        () => !child.killed,
      );
      try {
        return await running;
      } finally {
        inHand -= 1;
        if (inHand === 0) letParentExit(child, true);
      }
    },
  };
}

/** Kills the process when the job takes too long or too much memory. */
function fenceIn(child: ChildProcess, { bytesMax, timeoutMs }: { bytesMax: number; timeoutMs: number }) {
  let broken: { violation: Violation; detail: string } | null = null;
  let isLifted = false;
  const breakFor = (violation: Violation, detail: string) => {
    // The memory was asked for before the job ended: by now the process may be at the next one.
    if (isLifted) return;
    broken ??= { violation, detail };
    child.kill('SIGKILL');
  };
  const deadline = setTimeout(() => breakFor('too_slow', `it was not done after ${timeoutMs} ms`), timeoutMs);
  const watch = setInterval(() => {
    if (child.pid === undefined) return;
    void residentBytes(child.pid).then((bytes) => {
      if (bytes !== null && bytes > bytesMax) breakFor('too_big', `it took ${bytes} bytes of memory`);
    });
  }, memoryCheckMs);
  return {
    broken: () => broken,
    lift() {
      isLifted = true;
      clearTimeout(deadline);
      clearInterval(watch);
    },
  };
}

function answerTo(child: ChildProcess, message: { id: number; job: Job }): Promise<ProcessOutcome> {
  return new Promise((resolve, reject) => {
    const onMessage = (received: unknown) => {
      const answer = received as AnswerMessage;
      if ('ready' in answer || answer.id !== message.id) return;
      child.off('message', onMessage);
      if ('result' in answer) resolve({ ended: true, result: answer.result });
      else if (answer.ownFaultCode === null)
        resolve({ ended: false, violation: 'crashed', detail: answer.error });
      else reject(Object.assign(new Error(answer.error), { code: answer.ownFaultCode }));
    };
    child.on('message', onMessage);
    // A process that is gone is noticed by its exit.
    child.send(message, () => undefined);
  });
}

/** Resolves when the process has loaded everything; rejects when it ends before that. */
function readiness(child: ChildProcess, gone: Promise<void>, stderr: () => string): Promise<void> {
  const started = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    void gone.then(() =>
      reject(
        new StagingPostError(
          'reading_process_failed',
          `a reading process could not start: ${stderr().slice(-500)}`,
          {
            hint: 'check that the installation is complete (npm ci) and that there is memory left for another process',
          },
        ),
      ),
    );
  });
  // Met by the job that waits for it; until then it is nobody's unhandled rejection.
  started.catch(() => undefined);
  return started;
}

/** V8 aborts a process whose heap is full, and says so on stderr. */
function violationOf(child: ChildProcess, stderr: string): { violation: Violation; detail: string } {
  if (/heap out of memory|allocation failed/i.test(stderr))
    return { violation: 'too_big', detail: 'its heap was full' };
  const how = child.signalCode ? `signal ${child.signalCode}` : `exit code ${child.exitCode}`;
  return { violation: 'crashed', detail: `the process ended by ${how}` };
}

/**
 * The heap stops short of the resident limit, so that an ordinary bloat is V8's own, orderly end. V8 takes a low limit for a
 * lack of memory and would collect all of the heap every few dozen documents, so it is told how much may be there before
 * it does; with less for what is new than it would take, the process is still smaller than it would be. Threads that help to
 * collect take the cores from the other reading processes, and the time to agree with them from this one.
 */
function heapOptions(bytesMax: number): string[] {
  const mebibytes = Math.max(64, Math.floor((bytesMax * 0.7) / (1024 * 1024)));
  return [
    `--max-old-space-size=${mebibytes}`,
    `--initial-old-space-size=${Math.floor(mebibytes / 4)}`,
    '--max-semi-space-size=16',
    '--no-parallel-scavenge',
  ];
}

function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-stderrKept);
  });
  return () => tail;
}

/** An idle reading process must not keep its parent from ending; one at work must. Its stderr is a socket that would. */
function letParentExit(child: ChildProcess, isIdle: boolean): void {
  for (const handle of [child, child.channel, child.stderr as Socket | null]) {
    if (isIdle) handle?.unref();
    else handle?.ref();
  }
}
