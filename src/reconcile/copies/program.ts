/** Running the database owner's own programs (pg_dump, mariadb-dump …), with what they need to know kept out of their arguments. */
import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { CopyUnreachableError } from './errors.ts';

const outputMax = 8_192;

export interface ProgramOptions {
  /** Besides our own environment: passwords belong here, since arguments can be read by everybody on the machine. */
  environment?: NodeJS.ProcessEnv;
  input?: Readable;
}

/** @returns the end of what it said; rejects with its own first complaint when it fails */
export async function runProgram(
  program: string,
  args: readonly string[],
  { environment = {}, input }: ProgramOptions = {},
): Promise<string> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-outputMax);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    // A program that ends early closes its input: what it said tells why.
    child.stdin.on('error', () => undefined);
    if (input) {
      input.on('error', (error) => {
        child.kill();
        reject(error);
      });
      input.pipe(child.stdin);
    } else child.stdin.end();
    child.on('close', (code) => {
      if (code === 0) return resolve(said);
      const [, reason = `${program} ended with ${code}`] =
        /(?:error|fatal)\b[^:\n]*: *(.+)/i.exec(said) ?? [];
      reject(
        new CopyUnreachableError(`${program} failed: ${reason}`, {
          hint: 'Nothing was changed. Mend what the message names, then repeat.',
        }),
      );
    });
  });
}

/** The first number of what `--version` says; null: the program is not there. */
export async function programVersion(program: string): Promise<number | null> {
  try {
    return Number(/\s(\d+)/.exec(await runProgram(program, ['--version']))?.[1] ?? 0) || null;
  } catch {
    return null;
  }
}
