/** Asking the person at the keyboard, and only there: without one, the command says which option answers instead. */
import { read } from 'read';
import { StagingPostError } from '../errors.ts';

export function isSomebodyThere(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** A secret, typed without echo. Questions go to stderr: stdout is the answer's. */
export async function askSecret(question: string): Promise<string> {
  return await asked(read({ prompt: `${question}: `, silent: true, output: process.stderr }));
}

export async function askYesNo(question: string): Promise<boolean> {
  const answer = await asked(read({ prompt: `${question} [y/N] `, output: process.stderr }));
  return /^y(es)?$/i.test(answer.trim());
}

/** All of stdin, without the line end that `echo` and editors add. */
export async function readSecretFromStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

async function asked(answer: Promise<string>): Promise<string> {
  try {
    return await answer;
  } catch {
    throw new StagingPostError('not_answered', 'the question was not answered', { kind: 'usage' });
  }
}
