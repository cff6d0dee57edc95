/**
 * A question that somebody else wrote, put to a SQLite file. SQLite runs within our own process and cannot be stopped from
 * within it: so the question runs in a process of its own, which is ended when its time is over.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../errors.ts';
import { CopyUnreachableError } from './errors.ts';

const script = fileURLToPath(new URL('./sqlite-question-process.ts', import.meta.url));

/** Of the answer, all rows together. */
const answerBytesMax = 64 * 1_024;

export interface Question {
  file: string;
  query: string;
  rowsMax: number;
}

/** What the process says on stdout. `errcode`: https://www.sqlite.org/rescode.html */
export type Answer = { rows: (string | null)[] } | { refused: { message: string; errcode?: number } };

/**
 * @throws CopyUnreachableError when the time is over or the answer too long; what SQLite said, with its `errcode`, when it
 *   refused the question
 */
export async function askSqliteFile(question: Question, timeoutMs: number): Promise<(string | null)[]> {
  const answer = JSON.parse(await runProcess(question, timeoutMs)) as Answer;
  if ('rows' in answer) return answer.rows;
  const { message, errcode } = answer.refused;
  throw Object.assign(new Error(message), errcode === undefined ? {} : { errcode });
}

function runProcess(question: Question, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [script],
      // Nothing of our own environment: it may hold secrets, and the question is not ours.
      { env: {}, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: answerBytesMax, encoding: 'utf8' },
      (error, said, complained) => {
        if (!error) return resolve(said);
        reject(new CopyUnreachableError(whyThereIsNone(error, timeoutMs, complained), { cause: error }));
      },
    );
    // It may end before it has read the question: then its end tells why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(JSON.stringify(question));
  });
}

function whyThereIsNone(
  error: Error & { code?: unknown; killed?: boolean },
  timeoutMs: number,
  complained: string,
): string {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return `the answer to the query is longer than ${answerBytesMax} bytes`;
  }
  if (error.killed) return `the query took longer than ${timeoutMs / 1_000} s`;
  return `the query failed: ${complained.trim().split('\n').at(-1) || messageOf(error)}`;
}
