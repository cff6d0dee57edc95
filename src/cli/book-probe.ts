/** `book probe set`, `show`, `clear`, `test`: asking the accounting program which copy is authoritative. */
import { type Command, InvalidArgumentError } from 'commander';
import { exitCodes, StagingPostError } from '../errors.ts';
import { openRegisteredCopy } from '../reconcile/mandate.ts';
import { askProbe, type Verdict } from '../reconcile/probe.ts';
import { findBook } from '../staging/books/books.ts';
import { clearProbe, type NewProbe, probeOf, setProbe } from '../staging/books/probes.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { type Block, green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { moment } from './wording.ts';

interface SetOptions {
  copy?: string;
  query?: string;
  url?: string;
  when: Record<string, string>;
  withoutFence?: boolean;
}

export function addBookProbeCommands(book: Command, run: Runner): void {
  const probe = book
    .command('probe')
    .description('where the accounting program itself knows which copy is authoritative');
  probe
    .command('set')
    .description('ask before every look at the book; without a clear answer invoices wait')
    .argument('<book>')
    .option('--copy <name>', 'the registered copy that is asked with --query')
    .option('--query <sql>', 'one SELECT whose first column, in at most one row, is the answer')
    .option('--url <address>', 'instead: a plain GET to http(s)://…, whose text is the answer')
    .option(
      '--when <answer=copy>',
      'what an answer means: a copy’s name, or away; "=cloud" is for the empty answer; may be repeated',
      addMeaning,
      {},
    )
    .option('--without-fence', 'follow it also where the copy that loses the authority cannot be fenced')
    .action(run(set));
  probe
    .command('show')
    .description('show the probe of a book and what it said last')
    .argument('<book>')
    .action(run(show));
  probe
    .command('clear')
    .description('ask no more: the authority stays where it is')
    .argument('<book>')
    .action(run(clear));
  probe
    .command('test')
    .description('ask now, and tell what would follow; nothing is changed')
    .argument('<book>')
    .action(run(test));
}

function addMeaning(text: string, before: Record<string, string>): Record<string, string> {
  const [answer, copy, ...rest] = text.split('=');
  if (answer === undefined || !copy || rest.length > 0) {
    throw new InvalidArgumentError('Write it as answer=copy, for example anna=laptop or =cloud.');
  }
  return { ...before, [answer]: copy };
}

async function set(context: Context, book: string, options: SetOptions) {
  const ledger = await context.ledger();
  await findBook(ledger.db, book);
  const probe: NewProbe = {
    book,
    ask: questionOf(options),
    meanings: options.when,
    withoutFence: options.withoutFence ?? false,
  };
  await ledger.transaction((tx) => setProbe(ledger, tx.db, probe, context.actor));
  return {
    json: await facts(ledger, book),
    blocks: [
      green(`"${book}" asks from now on, before every look at its copy.`),
      `See what it hears: staging-post book probe test ${book}`,
    ],
  };
}

function questionOf({ copy, query, url }: SetOptions): NewProbe['ask'] {
  if (url !== undefined && copy === undefined && query === undefined) {
    if (URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol))
      return { kind: 'http', url };
  } else if (copy !== undefined && query !== undefined && url === undefined) {
    return { kind: 'sql', copy, query: query.trim().replace(/;$/, '') };
  }
  throw new StagingPostError('no_question', 'say whom to ask, and what', {
    kind: 'usage',
    hint: 'Either --copy <name> with --query <sql>, or --url http(s)://…',
  });
}

async function show(context: Context, book: string) {
  const ledger = await context.ledger();
  const probe = await mustHave(ledger, book);
  const { last_answer: last } = probe;
  return {
    json: await facts(ledger, book),
    blocks: [
      {
        fields: [
          ['asks', probe.kind === 'sql' ? `${probe.copy}: ${probe.query}` : probe.url],
          ...Object.entries(probe.meanings).map(([answer, copy]): [string, string] => [
            answer === '' ? 'the empty answer means' : `"${answer}" means`,
            copy,
          ]),
          ['any other answer', 'must be the name of a copy, or away; otherwise invoices wait'],
          ['asked last', moment(probe.asked_at)],
          [
            'it said',
            last === null
              ? null
              : 'trouble' in last
                ? yellow(last.trouble.message)
                : `"${last.answer}": ${last.copy ?? 'away'}`,
          ],
        ],
      } satisfies Block,
    ],
  };
}

async function clear(context: Context, book: string) {
  const ledger = await context.ledger();
  await mustHave(ledger, book);
  await ledger.transaction((tx) => clearProbe(tx.db, book, context.actor));
  return { json: { book, probe: null }, blocks: [green(`"${book}" asks no more.`)] };
}

async function test(context: Context, book: string) {
  const ledger = await context.ledger();
  const verdict = await askProbe(ledger, await mustHave(ledger, book), openRegisteredCopy);
  return {
    json: { book, ...verdict },
    blocks: [told(verdict)],
    exitCode: verdict.kind === 'hold' ? exitCodes.attention : exitCodes.ok,
  };
}

function told(verdict: Verdict): Block {
  if (verdict.kind === 'hold') return yellow(`${verdict.reason.message}: invoices would wait.`);
  return green(`It says "${verdict.answer}": ${verdict.copy ?? 'away'}.`);
}

async function mustHave(ledger: Ledger, book: string): Promise<Row<'probe'>> {
  await findBook(ledger.db, book);
  const probe = await probeOf(ledger.db, book);
  if (probe) return probe;
  throw new StagingPostError('no_probe', `"${book}" has no probe`, {
    kind: 'notFound',
    hint: `Set one: staging-post book probe set ${book} --copy <name> --query <sql>`,
  });
}

async function facts(ledger: Ledger, book: string) {
  const probe = await mustHave(ledger, book);
  return {
    book,
    kind: probe.kind,
    copy: probe.copy,
    query: probe.query,
    url: probe.url,
    meanings: probe.meanings,
    withoutFence: probe.without_fence,
    askedAt: probe.asked_at,
    lastAnswer: probe.last_answer,
  };
}
