/** `authority show`, `authority set`. */
import type { Command } from 'commander';
import { StagingPostError } from '../errors.ts';
import { setAuthority } from '../reconcile/handover.ts';
import { readAuthority } from '../staging/authority.ts';
import { findBook, listBooks } from '../staging/books.ts';
import { copiesOf } from '../staging/copies.ts';
import type { Ledger } from '../staging/ledger.ts';
import { green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { moment, shortHead } from './wording.ts';

interface SetOptions {
  reason?: string;
  force?: boolean;
}

export function addAuthorityCommands(program: Command, run: Runner): void {
  const authority = program.command('authority').description('which copy of a book invoices are applied to');
  authority
    .command('show')
    .description('show which copy is authoritative, of one book or of all')
    .argument('[book]')
    .action(run(show));
  authority
    .command('set')
    .description(
      'make a copy the authoritative one; the one before is fenced, so that nothing is written to it any more',
    )
    .argument('<book>')
    .argument('[copy]', 'its name; may be left out where the book has only one')
    .option('--reason <text>', 'why, for the history')
    .option(
      '--force',
      'go on although the copy before cannot be reached and so cannot be fenced: a worker that still reaches it could write there',
    )
    .action(run(set));
}

async function show(context: Context, only: string | undefined) {
  const { db } = await context.ledger();
  const books = only === undefined ? await listBooks(db) : [await findBook(db, only)];
  const authorities = await Promise.all(
    books.map(async ({ slug }) => {
      const row = await readAuthority(db, slug);
      return {
        book: slug,
        copy: row.copy,
        epoch: row.epoch,
        head: row.head,
        since: row.since,
        actor: row.actor,
      };
    }),
  );
  return {
    json: { authorities },
    blocks: [
      {
        columns: ['book', 'authoritative copy', 'epoch', 'head', 'since', 'by'],
        rows: authorities.map((each) => [
          each.book,
          each.copy ?? yellow('none: invoices wait'),
          each.epoch,
          shortHead(each.head),
          moment(each.since),
          each.actor,
        ]),
        ifEmpty: 'No book yet. Add one with: staging-post book add <slug> --name "…"',
      },
    ],
  };
}

async function set(context: Context, book: string, copy: string | undefined, options: SetOptions) {
  const ledger = await context.ledger();
  const to = copy ?? (await onlyCopyOf(ledger, book));
  const before = (await readAuthority(ledger.db, (await findBook(ledger.db, book)).slug)).copy;
  const { epoch, fenced } = await setAuthority(ledger, {
    book,
    to,
    actor: context.actor,
    reason: options.reason ?? null,
    force: options.force ?? false,
  });
  const lostIt = before !== null && before !== to;
  return {
    json: { book, copy: to, epoch, before, fenced },
    blocks: [
      green(`"${to}" is the authoritative copy of "${book}" now (epoch ${epoch}).`),
      ...(lostIt && fenced ? [`"${before}" is fenced: nothing is written to it any more.`] : []),
      ...(lostIt && !fenced
        ? [
            yellow(
              `"${before}" could not be fenced: keep workers with an old connection to it away from it, or fence it by making it authoritative and handing over again.`,
            ),
          ]
        : []),
    ],
  };
}

async function onlyCopyOf(ledger: Ledger, book: string): Promise<string> {
  await findBook(ledger.db, book);
  const copies = await copiesOf(ledger.db, book);
  if (copies.length === 1 && copies[0]) return copies[0].name;
  throw new StagingPostError('copy_not_named', `say which copy of "${book}" is to be authoritative`, {
    kind: 'usage',
    hint:
      copies.length === 0
        ? `It has none yet: staging-post copy add ${book} <name> --url … --authoritative`
        : `Its copies: ${copies.map(({ name }) => name).join(', ')}`,
  });
}
