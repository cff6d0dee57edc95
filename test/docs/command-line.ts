/** Command lines as documents quote them, held against the commands that there are. */
import type { Command } from 'commander';
import { buildProgram } from '../../src/cli/commands.ts';

const program = buildProgram(() => async () => undefined);

/** Options that every command has. */
const always = ['--json', '--help', '--version'];

/**
 * What is wrong with a quoted command line, as it may stand in a sentence: cut short, with `<placeholders>` and
 * `[optional parts]`; `book|mailbox add` stands for each of them.
 */
export function faultsOf(quoted: string): string[] {
  const words = quoted
    .replace(/[[\]()"]/g, ' ')
    .trim()
    .split(/\s+/);
  return alternatives(words).flatMap((line) => faultsOfOne(line));
}

function faultsOfOne(words: string[]): string[] {
  let command: Command = program;
  let depth = 0;
  for (const word of words) {
    const next = command.commands.find((candidate) => candidate.name() === word);
    if (!next) break;
    command = next;
    depth += 1;
  }
  const following = words[depth];
  if (command.commands.length > 0 && following !== undefined && /^[a-z]/.test(following)) {
    return [`there is no "${words.slice(0, depth + 1).join(' ')}"`];
  }
  const known = [...always, ...command.options.map(({ long }) => long ?? '')];
  return words
    .slice(depth)
    .flatMap((word) => /^--[a-z][\w-]*/.exec(word)?.[0] ?? [])
    .filter((option) => !known.includes(option))
    .map((option) => `"${words.slice(0, depth).join(' ')}" has no ${option}`);
}

/** A complete command line, parsed as the program parses it; a fault is what the program would say. */
export async function faultOfWhole(line: string): Promise<string | null> {
  try {
    await buildProgram(() => async () => undefined).parseAsync(shellWords(line), { from: 'user' });
    return null;
  } catch (error) {
    const { exitCode, message } = error as { exitCode?: number; message: string };
    return exitCode === 0 ? null : message;
  }
}

/** Words as a shell splits them: blanks, single and double quotes. */
function shellWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}

function alternatives(words: string[]): string[][] {
  const at = words.findIndex((word) => /^[a-z]+(\|[a-z]+)+$/.test(word));
  if (at < 0) return [words];
  return (words[at] ?? '').split('|').flatMap((one) => alternatives(words.with(at, one)));
}
