/** How many rows a list shows. */
import { type Command, InvalidArgumentError } from 'commander';

export const limitDefault = 50;

export function withLimit(command: Command): Command {
  return command.option('--limit <number>', 'show at most this many', parseLimit, limitDefault);
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new InvalidArgumentError('It must be a whole number, 1 or more.');
}

/** "50 of 1200 shown", where not all are. */
export function shownOf(shown: number, total: number): string[] {
  return shown < total ? [`${shown} of ${total} shown; see more with --limit ${total}`] : [];
}
