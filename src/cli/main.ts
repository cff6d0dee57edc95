/** The command line: words in, an answer on stdout, an exit code. Start reading in commands.ts for what there is. */
import { CommanderError } from 'commander';
import { exitCodes } from '../errors.ts';
import type { Answer } from './answer.ts';
import { buildProgram } from './commands.ts';
import { type Context, openContext, type Runner } from './context.ts';
import { failureAsJson, failureAsText, failureOf } from './failure.ts';
import { render } from './render.ts';

/** Runs one command and sets the exit code of the process. */
export async function run(words: readonly string[]): Promise<void> {
  endQuietlyWithoutReader();
  process.exitCode = await execute(words);
}

/** The same within a process that goes on: resolves with the exit code, and never rejects. */
export async function execute(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  let exitCode: number = exitCodes.ok;
  const runner: Runner =
    <Args extends unknown[]>(work: (context: Context, ...args: Args) => Promise<Answer>) =>
    async (...args: [...Args, unknown]) => {
      const context = openContext({ json });
      try {
        const answer = await work(context, ...(args.slice(0, -1) as Args));
        print(answer, json);
        exitCode = answer.exitCode ?? exitCodes.ok;
      } finally {
        await context.close();
      }
    };
  try {
    await buildProgram(runner).parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    return fail(error, json);
  }
}

function print({ json: facts, blocks }: Answer, json: boolean): void {
  if (json) {
    if (facts !== undefined) printJson(facts);
    return;
  }
  const { stdout } = process;
  const colours = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  stdout.write(render(blocks, { colours, width: stdout.isTTY ? stdout.columns : undefined }));
}

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function fail(error: unknown, json: boolean): number {
  // Help and version are answers, not failures; a group without its verb has shown its help.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
  if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage;
  const failure = failureOf(error);
  if (json) printJson(failureAsJson(failure));
  else process.stderr.write(failureAsText(failure));
  if (process.env.STAGING_POST_LOG_LEVEL === 'debug' && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  return failure.exitCode;
}

/** `staging-post … | head` closes our stdout early: that is no fault. */
function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.ok);
    throw error;
  });
}
