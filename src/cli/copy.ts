/** `copy add`, `set`, `list`, `check`, `mapping`; copying between them: copy-data.ts. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { exitCodes, messageOf, StagingPostError } from '../errors.ts';
import { type CopyReport, checkCopy } from '../reconcile/check-copy.ts';
import { parseMapping } from '../reconcile/copies/mapping.ts';
import { setAuthority } from '../reconcile/handover.ts';
import { readdressCopy, registerCopy } from '../reconcile/register-copy.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { findBook, listBooks } from '../staging/books/books.ts';
import { changeMapping, copiesOf, findCopy, promiseOf, withoutPassword } from '../staging/books/copies.ts';
import { type Block, dim, green, red, yellow } from './answer.ts';
import { readSecretFromStdin } from './ask.ts';
import type { Context, Runner } from './context.ts';
import { addCopyDataCommands } from './copy-data.ts';
import { count, moment, shortHead } from './wording.ts';

const urlHelp =
  'sqlite:<path>, postgres://user@host/database, mysql://user@host/database (MariaDB too) or https://client-id@api.fortnox.se/3?tenant=<number>; a password is stored encrypted, or left to ~/.pgpass';
const passwordHelp =
  'read the password from stdin: in the address it is visible to everybody on the machine while the command runs';

interface AddressOptions {
  url: string;
  passwordStdin?: boolean;
}

export function addCopyCommands(program: Command, run: Runner): void {
  const copy = program.command('copy').description('the databases that hold a book');
  copy
    .command('add')
    .description('register a database as a copy of a book; our tables are created in it')
    .argument('<book>')
    .argument('<name>', 'its name in commands, such as "cloud" or "laptop"')
    .requiredOption('--url <address>', urlHelp)
    .option('--password-stdin', passwordHelp)
    .option('--authoritative', 'invoices go to this copy from now on')
    .option(
      '--mapping <file>',
      'the SQL that puts invoices into the owner’s own tables (docs/mappings/); without it plain tables of ours are created',
    )
    .action(run(add));
  copy
    .command('set')
    .description(
      'change the address of a copy that was moved, or its password; refused where another copy is found',
    )
    .argument('<book>')
    .argument('<name>')
    .requiredOption('--url <address>', urlHelp)
    .option('--password-stdin', passwordHelp)
    .action(run(set));
  copy
    .command('list')
    .description('list the copies and how they were last seen')
    .argument('[book]')
    .action(run(list));
  copy
    .command('check')
    .description(
      'look at the copies of a book now: can they be reached and written to, and are they what they should be',
    )
    .argument('<book>')
    .argument('[name]')
    .option(
      '--no-trial',
      'do not try an invoice there; the trial is rolled back, but a sequence of the database may skip a number',
    )
    .action(run(check));
  copy
    .command('mapping')
    .description('show the SQL of a copy whose invoices stand in its owner’s own tables, or change it')
    .argument('<book>')
    .argument('<name>')
    .option('--set <file>', 'from now on, this mapping')
    .option('--clear', 'from now on, the default schema')
    .action(run(mapping));
  addCopyDataCommands(copy, run);
}

async function add(
  context: Context,
  book: string,
  name: string,
  options: AddressOptions & { authoritative?: boolean; mapping?: string },
) {
  const ledger = await context.ledger();
  const url = await wholeAddress(options);
  const text = options.mapping === undefined ? null : await readMapping(options.mapping);
  const { copyId } = await registerCopy(ledger, { book, name, url, mapping: text }, context.actor);
  const authority = options.authoritative
    ? await setAuthority(ledger, { book, to: name, actor: context.actor, force: false })
    : null;
  return {
    json: {
      book,
      copy: name,
      url: withoutPassword(url),
      copyId,
      authoritative: authority !== null,
      epoch: authority?.epoch ?? null,
    },
    blocks: [
      green(`The copy "${name}" of the book "${book}" is registered; our tables are in it.`),
      authority
        ? `It is authoritative now (epoch ${authority.epoch}): invoices are applied to it.`
        : `Invoices go to it once you say so: staging-post authority set ${book} ${name}`,
    ],
  };
}

async function set(context: Context, book: string, name: string, options: AddressOptions) {
  const ledger = await context.ledger();
  const url = await wholeAddress(options);
  await readdressCopy(ledger, { book, name, url }, context.actor);
  return {
    json: { book, copy: name, url: withoutPassword(url) },
    blocks: [green(`The copy "${name}" of the book "${book}" is reached at ${withoutPassword(url)} now.`)],
  };
}

/** With the password that was piped in; and a whole path, since the worker may run in another folder. */
async function wholeAddress({ url, passwordStdin }: AddressOptions): Promise<string> {
  if (url.startsWith('sqlite:')) return `sqlite:${path.resolve(url.slice('sqlite:'.length))}`;
  if (!passwordStdin || !URL.canParse(url)) return url;
  const whole = new URL(url);
  whole.password = encodeURIComponent(await readSecretFromStdin());
  return whole.href;
}

async function list(context: Context, only: string | undefined) {
  const { db } = await context.ledger();
  const books = only === undefined ? await listBooks(db) : [await findBook(db, only)];
  const copies: Record<string, unknown>[] = [];
  const rows: (string | null | ReturnType<typeof red>)[][] = [];
  for (const { slug } of books) {
    const authority = await readAuthority(db, slug);
    for (const row of await copiesOf(db, slug)) {
      const isAuthoritative = authority.copy === row.name;
      copies.push({
        book: slug,
        copy: row.name,
        url: row.url,
        copyId: row.copy_id,
        promise: promiseOf(row),
        authoritative: isAuthoritative,
        seenAt: row.seen_at,
        seenHead: row.seen_head,
        trouble: row.trouble,
      });
      rows.push([
        slug,
        row.name,
        row.url,
        promiseOf(row) === 'weaker' ? yellow('weaker') : 'whole',
        isAuthoritative ? green('authoritative') : null,
        moment(row.seen_at),
        row.trouble ? red(row.trouble.message) : null,
      ]);
    }
  }
  return {
    json: { copies },
    blocks: [
      {
        columns: ['book', 'copy', 'address', 'promise', '', 'last seen', 'trouble'],
        rows,
        ifEmpty:
          'No copy yet. Add one with: staging-post copy add <book> <name> --url postgres://…|mysql://…|sqlite:<path>|https://…',
      },
    ],
  };
}

/** The mapping in a file; held to its rules before anything is done with it. */
async function readMapping(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StagingPostError('file_unreadable', `${file} cannot be read: ${messageOf(error)}`, {
      kind: 'usage',
      hint: 'Give the path of a mapping file; docs/mappings/ has examples.',
    });
  });
  parseMapping(text);
  return text;
}

async function mapping(
  context: Context,
  book: string,
  name: string,
  { set, clear }: { set?: string; clear?: boolean },
) {
  const ledger = await context.ledger();
  const copy = await findCopy(ledger.db, book, name);
  if (set !== undefined && clear) {
    throw new StagingPostError('mapping_both', 'either --set or --clear', { kind: 'usage' });
  }
  if (set === undefined && !clear) {
    return {
      json: { book, copy: name, mapping: copy.mapping },
      blocks: [
        copy.mapping ?? 'Invoices stand in the default schema: supplier_invoice and its lines and documents.',
      ],
    };
  }
  const text = set === undefined ? null : await readMapping(set);
  await ledger.transaction(async (tx) => await changeMapping(tx.db, copy, text, context.actor));
  return {
    json: { book, copy: name, mapping: text },
    blocks: [
      green(
        text === null
          ? 'From the next batch on, the default schema.'
          : 'From the next batch on, this mapping.',
      ),
      `Try it now: staging-post copy check ${book} ${name}`,
    ],
  };
}

async function check(
  context: Context,
  book: string,
  name: string | undefined,
  { trial }: { trial: boolean },
) {
  const ledger = await context.ledger();
  await findBook(ledger.db, book);
  const copies =
    name === undefined ? await copiesOf(ledger.db, book) : [await findCopy(ledger.db, book, name)];
  const reports: CopyReport[] = [];
  for (const each of copies) reports.push(await checkCopy(ledger, each, { trial }));
  const wrong = reports.filter(({ problems }) => problems.length > 0).length;
  return {
    json: { book, copies: reports },
    blocks: [
      ...reports.flatMap(blocksOf),
      reports.length === 0
        ? `The book "${book}" has no copy. Add one with: staging-post copy add ${book} <name> --url …`
        : wrong === 0
          ? green('In order.')
          : red(`${count(wrong, 'copy wants', 'copies want')} attention.`),
    ],
    exitCode: wrong === 0 ? exitCodes.ok : exitCodes.attention,
  };
}

function blocksOf(report: CopyReport): Block[] {
  const { identity } = report;
  return [
    { heading: `${report.book}/${report.name}${report.isAuthoritative ? ' (authoritative)' : ''}` },
    {
      fields: [
        ['address', report.url],
        ['copy id', identity?.copyId ?? null],
        ['epoch', identity ? `${identity.epoch}${identity.fenced ? ', fenced' : ''}` : null],
        [
          'head',
          identity && `${shortHead(identity.head)}${report.isAtTip ? ', as expected' : ', not at the tip'}`,
        ],
        ['receipts', identity?.receiptCount ?? null],
        ...Object.entries(report.facts),
      ],
    },
    ...report.problems.flatMap(({ message, hint }): Block[] => [red(message), dim(`  ${hint}`)]),
  ];
}
