/** Which invoices a command is about: those named, or all of a book in the states that are asked for. */
import type { Command } from 'commander';
import type { Kysely } from 'kysely';
import { StagingPostError } from '../errors.ts';
import { findBook } from '../staging/books.ts';
import { type Decision, invoicesInStates } from '../staging/invoice-decisions.ts';
import type { DB } from '../staging/postgres/schema.ts';
import { wholeIds } from '../staging/short-ids.ts';
import { type InvoiceState, statesThatCan } from '../staging/states.ts';
import { askYesNo, isSomebodyThere } from './ask.ts';
import type { Context } from './context.ts';
import { count } from './wording.ts';

export interface Selection {
  book?: string;
  state?: InvoiceState[];
  reason?: string;
  yes?: boolean;
}

/** What a reading may still change: whatever is not in a copy. */
const replayable: readonly InvoiceState[] = ['ready', 'needs_review', 'held', 'conflict', 'quarantined'];

export function withSelection(command: Command, parseStates: (text: string) => InvoiceState[]): Command {
  return command
    .argument('[id...]', 'as listed; their beginnings are enough')
    .option('--book <slug>', 'instead of ids: all of a book that this is possible for')
    .option('--state <states>', 'with --book: only those in these states', parseStates)
    .option('--reason <text>', 'why, for the history')
    .option('--yes', 'with --book: do not ask whether so many are meant');
}

/** @throws StagingPostError when neither or both ways are used, or when the person says no. */
export async function chosenInvoices(
  context: Context,
  db: Kysely<DB>,
  verb: Decision | 'replay',
  given: readonly string[],
  { book, state, yes }: Selection,
): Promise<string[]> {
  if (given.length > 0 && book === undefined && state === undefined) {
    return await wholeIds(db, 'invoice', given);
  }
  if (given.length > 0 || book === undefined) {
    throw new StagingPostError('nothing_chosen', `say which invoices to ${verb}: by id, or by --book`, {
      kind: 'usage',
      hint: `For example: staging-post invoice ${verb} <id>, or: staging-post invoice ${verb} --book <slug> --state needs_review`,
    });
  }
  await findBook(db, book);
  const possible = verb === 'replay' ? replayable : statesThatCan(verb);
  const ids = await invoicesInStates(db, book, state ?? possible);
  if (ids.length > 0 && !yes) await confirm(context, `${verb} ${count(ids.length, 'invoice')} of "${book}"`);
  return ids;
}

async function confirm(context: Context, what: string): Promise<void> {
  if (context.json || !isSomebodyThere()) {
    throw new StagingPostError('not_confirmed', `this would ${what}`, {
      kind: 'usage',
      hint: 'Nothing was done. Say that this is meant with --yes.',
    });
  }
  if (await askYesNo(`${what[0]?.toUpperCase()}${what.slice(1)}?`)) return;
  throw new StagingPostError('not_confirmed', 'nothing was done', { kind: 'usage' });
}
