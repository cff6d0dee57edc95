/** `status`: how everything stands, and what wants a person. */
import type { Command } from 'commander';
import type { Settings } from '../config.ts';
import type { HealSummary } from '../staging/applying/heals-list.ts';
import { type AttentionItem, attentionOf } from '../staging/attention.ts';
import { weakerPromise } from '../staging/books/copies.ts';
import type { MailSum } from '../staging/mail/mail-sum.ts';
import { type BookOverview, type Overview, readOverview } from '../staging/overview.ts';
import { type InvoiceState, invoiceStates } from '../staging/states.ts';
import { type Block, type Cell, dim, green, red, yellow } from './answer.ts';
import type { Runner } from './context.ts';
import { ago, count, duration, moment, shortHead } from './wording.ts';

export function addStatusCommand(program: Command, run: Runner): void {
  program
    .command('status')
    .description('show how everything stands, and what wants a person')
    .argument('[book]', 'only this book')
    .action(
      run(async (context, book: string | undefined) => {
        const ledger = await context.ledger();
        const overview = await readOverview(ledger.db, book);
        const attention = attentionOf(overview, { sweepAgeMaxSeconds: strangeSweepAge(context.settings) });
        return {
          json: { ...overview, attention },
          blocks: [
            ...overview.books.flatMap((each) => blocksOfBook(each, ledger.clock.now())),
            ...(overview.books.length === 0
              ? ['No book yet. Add one with: staging-post book add <slug> --name "…"']
              : []),
            ...blocksOfMailboxes(overview),
            { heading: 'Mails' },
            sumLine(overview.total),
            ...blocksOfAttention(attention),
          ],
        };
      }),
    );
}

/** Three sweeps missed, and a minute for a slow server. */
function strangeSweepAge({ mailbox }: Settings): number {
  return (3 * mailbox.sweepIntervalMs) / 1000 + 60;
}

const waitingForPeople: readonly InvoiceState[] = ['needs_review', 'held', 'conflict', 'quarantined'];

function blocksOfBook(book: BookOverview, now: Date): Block[] {
  const { authority } = book;
  const copy = book.copies.find(({ isAuthoritative }) => isAuthoritative);
  return [
    { heading: `${book.book} · ${book.name}` },
    {
      fields: [
        [
          'authoritative copy',
          authority.copy === null
            ? yellow(book.away ? awayLine(book.away) : 'none: invoices wait')
            : `${authority.copy} (epoch ${authority.epoch}, since ${moment(authority.since)})`,
        ],
        ...(copy
          ? ([
              ['address', copy.url],
              ...(copy.promise === 'weaker'
                ? ([['promise', yellow(weakerPromise)]] as [string, Cell][])
                : []),
              ['last seen', seenCell(copy, book, now)],
              ['audited', ago(authority.auditedAt, now)],
            ] as [string, Cell][])
          : []),
        ...probeLine(book.probe),
        ['invoices', invoicesLine(book.invoices)],
        ['mails', deliveriesLine(book.deliveries)],
      ],
    },
    ...book.heals.map(healLine),
  ];
}

function awayLine({ holder, note, from, begunAt }: NonNullable<BookOverview['away']>): string {
  const whom = holder === null ? '' : ` with ${holder}`;
  const why = note === null ? '' : `: ${note}`;
  return `away${whom}, taken from ${from ?? 'nowhere'} ${moment(begunAt)}${why}; invoices wait`;
}

function probeLine(probe: BookOverview['probe']): [string, Cell][] {
  if (!probe) return [];
  const { asks, lastAnswer } = probe;
  if (lastAnswer === null) return [['probe', `${asks}, not asked yet`]];
  return [
    [
      'probe',
      'trouble' in lastAnswer
        ? red(lastAnswer.trouble.message)
        : `${asks} says "${lastAnswer.answer}": ${lastAnswer.copy ?? 'away'}`,
    ],
  ];
}

function seenCell(copy: BookOverview['copies'][number], book: BookOverview, now: Date): Cell {
  if (copy.trouble) return red(copy.trouble.message);
  if (copy.seenAt === null) return yellow('never');
  const where = `${ago(copy.seenAt, now)} at head ${shortHead(copy.seenHead)}`;
  return book.isAtTip === false ? yellow(`${where}, which is not the tip`) : where;
}

function invoicesLine(invoices: Record<InvoiceState, number>): Cell {
  const parts = invoiceStates
    .filter((state) => invoices[state] > 0)
    .map((state) => `${invoices[state]} ${state}`);
  if (parts.length === 0) return 'none';
  const text = parts.join(', ');
  return waitingForPeople.some((state) => invoices[state] > 0) ? yellow(text) : text;
}

function deliveriesLine({ invoice, not_invoice, needs_review, unread }: BookOverview['deliveries']): string {
  return `${invoice} with invoices, ${not_invoice} without, ${needs_review} in doubt, ${unread} to be read`;
}

function healLine(heal: HealSummary): Block {
  const seen = `overwritten, seen ${moment(heal.overwrittenSeenAt)}: ${count(heal.lost, 'invoice')} lost`;
  if (heal.healedAt === null) return yellow(`  ${heal.copy} was ${seen}, ${heal.healed} back so far`);
  const wait = heal.waitingForPerson > 0 ? `, ${heal.waitingForPerson} wait for a person` : '';
  return dim(`  ${heal.copy} was ${seen}, ${heal.healed} back by ${moment(heal.healedAt)}${wait}`);
}

function blocksOfMailboxes({ mailboxes }: Overview): Block[] {
  if (mailboxes.length === 0) return [];
  return [
    { heading: 'Mailboxes' },
    {
      columns: ['mailbox', 'book', 'last full sweep', 'stored', 'to be fetched', 'gone', 'trouble'],
      rows: mailboxes.map((each): Cell[] => [
        each.name,
        each.book ?? 'by recipient',
        each.sweptSecondsAgo === null ? yellow('never') : `${duration(each.sweptSecondsAgo)} ago`,
        each.mails.stored + each.mails.acknowledged,
        each.mails.failing + each.mails.quarantined,
        each.mails.vanished,
        each.lastError === null ? null : red(each.lastError),
      ]),
    },
  ];
}

/** "500 seen = 420 invoice + 60 not an invoice + 20 for a person" */
function sumLine(sum: MailSum): Block {
  const parts = [
    [sum.invoice, 'with invoices'],
    [sum.notInvoice, 'without'],
    [sum.needsPerson, 'for a person'],
    [sum.toBeRead, 'to be read'],
    [sum.toBeFetched, 'to be fetched'],
    [sum.vanished, 'gone before they could be fetched'],
  ] as const;
  const shown = parts.filter(([mails]) => mails > 0).map(([mails, what]) => `${mails} ${what}`);
  const line = `${sum.seen} seen = ${shown.join(' + ') || '0'}`;
  return sum.closes ? green(`${line}: the sum closes`) : red(`${line}: THE SUM DOES NOT CLOSE`);
}

function blocksOfAttention(attention: readonly AttentionItem[]): Block[] {
  if (attention.length === 0) return [{ heading: 'Nothing wants a person.' }];
  return [
    { heading: 'For a person' },
    ...attention.flatMap(({ message, hint }): Block[] => [yellow(`• ${message}`), dim(`  ${hint}`)]),
  ];
}
