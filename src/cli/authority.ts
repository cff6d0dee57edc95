/** `authority show`, `set`, `checkout`, `checkin`. */
import type { Command } from 'commander';
import { StagingPostError } from '../errors.ts';
import { checkIn, checkOut } from '../reconcile/checkout.ts';
import { type HandoverResult, setAuthority } from '../reconcile/handover.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { findBook, listBooks } from '../staging/books/books.ts';
import { copiesOf } from '../staging/books/copies.ts';
import { awayOf } from '../staging/books/handovers.ts';
import type { Ledger } from '../staging/ledger.ts';
import { type Block, green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { moment, shortHead } from './wording.ts';

const forceMeans =
  'go on although the copy before cannot be fenced: a worker that still reaches it could write there; it is fenced, and what was written there reported, when it is within reach again';

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
    .option('--force', forceMeans)
    .action(run(set));
  authority
    .command('checkout')
    .description(
      'hand a book over to another copy, with its data; or away, to where no worker reaches: invoices wait then',
    )
    .argument('<book>')
    .requiredOption('--to <copy>', 'its name, or "away"')
    .option('--by <name>', 'who has the book then, as status shows it')
    .option('--note <text>', 'why, for the history')
    .option('--copied', 'its data are there already, copied with your own tools')
    .option('--overwrite', 'also where the other copy holds what is nowhere else')
    .option('--force', forceMeans)
    .action(run(checkout));
  authority
    .command('checkin')
    .description('bring a book back, with its data: what arrived meanwhile is applied by itself')
    .argument('<book>')
    .option('--from <copy>', 'where the data are now')
    .requiredOption('--to <copy>', 'the copy that is authoritative then')
    .option('--copied', 'instead of --from: the data are there already, copied with your own tools')
    .option('--note <text>', 'why, for the history')
    .option('--overwrite', 'also where the other copy holds what is nowhere else')
    .option('--force', forceMeans)
    .action(run(checkin));
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
        away: row.copy === null ? await awayFacts(db, slug) : null,
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
          each.copy ?? yellow(awayWords(each.away)),
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
  return {
    json: { book, copy: to, epoch, before, fenced },
    blocks: [
      green(`"${to}" is the authoritative copy of "${book}" now (epoch ${epoch}).`),
      ...fenceBlocks({ from: before === to ? null : before, fenced }),
    ],
  };
}

async function awayFacts(db: Ledger['db'], book: string): Promise<{ holder: string | null } | null> {
  const away = await awayOf(db, book);
  return away ? { holder: away.holder } : null;
}

function awayWords(away: { holder: string | null } | null): string {
  if (away === null) return 'none: invoices wait';
  return `away${away.holder === null ? '' : ` with ${away.holder}`}: invoices wait`;
}

interface MoveOptions {
  to: string;
  by?: string;
  note?: string;
  copied?: boolean;
  overwrite?: boolean;
  force?: boolean;
}

async function checkout(context: Context, book: string, options: MoveOptions) {
  const { to, by, note, copied = false, overwrite = false, force = false } = options;
  const isAway = to === 'away';
  const result = await checkOut(await context.ledger(), {
    book,
    to: isAway ? null : to,
    actor: context.actor,
    holder: by ?? null,
    note: note ?? null,
    copied,
    overwrite,
    force,
  });
  if (!result) {
    const said = isAway
      ? `"${book}" is away already.`
      : `"${to}" is the authoritative copy of "${book}" already.`;
    return { json: { book, to, done: 'before' }, blocks: [`${said} Nothing was done.`] };
  }
  return {
    json: { book, done: 'now', ...result },
    blocks: isAway
      ? [
          green(`"${book}" is away${by ? ` with ${by}` : ''} (epoch ${result.epoch}): invoices wait here.`),
          ...fenceBlocks(result),
          `Copy the data now. When they are back: staging-post authority checkin ${book} --to <copy> --copied`,
        ]
      : movedBlocks(book, to, result),
  };
}

async function checkin(context: Context, book: string, options: MoveOptions & { from?: string }) {
  const { from, to, note, copied = false, overwrite = false, force = false } = options;
  if ((from === undefined) === !copied) {
    throw new StagingPostError('data_not_named', 'say where the data are', {
      kind: 'usage',
      hint: `With --from <copy> they are copied to "${to}"; with --copied they are there already.`,
    });
  }
  const result = await checkIn(await context.ledger(), {
    book,
    from: from ?? null,
    to,
    actor: context.actor,
    note: note ?? null,
    overwrite,
    force,
  });
  if (!result) {
    return {
      json: { book, to, done: 'before' },
      blocks: [
        `"${to}" is the authoritative copy of "${book}" already, and "${from}" was not handed the book since. Nothing was done.`,
      ],
    };
  }
  return { json: { book, done: 'now', ...result }, blocks: movedBlocks(book, to, result) };
}

function movedBlocks(book: string, to: string, result: HandoverResult): Block[] {
  return [
    green(`"${to}" is the authoritative copy of "${book}" now (epoch ${result.epoch}).`),
    ...(result.copied ? [`The data of "${result.from}" were copied to it.`] : []),
    ...fenceBlocks(result),
    'Invoices that waited are applied to it by a running worker within seconds.',
  ];
}

function fenceBlocks({ from, fenced }: Pick<HandoverResult, 'from' | 'fenced'>): Block[] {
  if (from === null) return [];
  return fenced
    ? [`"${from}" is fenced: nothing is written to it any more.`]
    : [
        yellow(
          `"${from}" could not be fenced: a worker with an old connection to it could still write there. It is fenced when it is within reach again, and what was written there is reported then.`,
        ),
      ];
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
