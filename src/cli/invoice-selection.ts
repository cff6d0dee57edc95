/** Which invoices a command is about: those named, or all of a book in the states that are asked for. */
import type { Command } from 'commander';
import type { Kysely } from 'kysely';
import { StagingPostError } from '../errors.ts';
import { findBook } from '../staging/books/books.ts';
import { type Decision, invoicesInStates } from '../staging/invoices/invoice-decisions.ts';
import { invoicesNamed } from '../staging/invoices/invoice-list.ts';
import type { DB } from '../staging/postgres/schema.ts';
import { wholeIds } from '../staging/short-ids.ts';
import { type InvoiceState, statesThatCan } from '../staging/states.ts';
import type { Cell } from './answer.ts';
import { askYesNo, isSomebodyThere } from './ask.ts';
import type { Context } from './context.ts';
import { render } from './render.ts';
import { count, shortId } from './wording.ts';

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
    .option(
      '--book <slug>',
      'instead of ids: all of a book that this is possible for (rejected ones only with --state rejected)',
    )
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
  const ids = await invoicesInStates(db, book, state ?? usuallyMeant(verb));
  if (ids.length > 0 && !yes) {
    const what = `${verb} ${count(ids.length, 'invoice')} of "${book}"`;
    await confirm(context, what, ids, await previewOf(db, ids));
  }
  return ids;
}

/** All that the verb can move; but what a person rejected comes back only when it is asked for by its state. */
function usuallyMeant(verb: Decision | 'replay'): readonly InvoiceState[] {
  if (verb === 'replay') return replayable;
  return statesThatCan(verb).filter((state) => state !== 'rejected');
}

/** What the question is about; whatever arrives while it is thought over is not part of the answer. */
async function confirm(
  context: Context,
  what: string,
  ids: readonly string[],
  preview: string,
): Promise<void> {
  if (context.json || !isSomebodyThere()) {
    throw new StagingPostError('not_confirmed', `this would ${what}:\n${preview}`, {
      kind: 'usage',
      hint: 'Nothing was done. Say that this is meant with --yes, or name exactly those that you mean by their ids.',
      details: { invoices: ids },
    });
  }
  process.stderr.write(`${preview}\n`);
  if (await askYesNo(`${what[0]?.toUpperCase()}${what.slice(1)}?`)) return;
  throw new StagingPostError('not_confirmed', 'nothing was done', { kind: 'usage' });
}

const previewMax = 10;

async function previewOf(db: Kysely<DB>, ids: readonly string[]): Promise<string> {
  const some = await invoicesNamed(db, ids.slice(0, previewMax));
  const rows = some.map((each): Cell[] => [
    `  ${shortId(each.id)}`,
    each.state,
    each.supplier,
    each.invoiceNumber,
    each.payable,
    each.currency,
  ]);
  const more = ids.length > some.length ? [`  … and ${ids.length - some.length} more`] : [];
  return render([{ columns: ['  invoice', 'state', 'supplier', 'number', 'payable', ''], rows }, ...more], {
    colours: false,
  }).trimEnd();
}
