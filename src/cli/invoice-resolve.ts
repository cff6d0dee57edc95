/** `invoice resolve`: a person's word about invoices that stand against what the copy holds. */
import type { Command } from 'commander';
import { exitCodes, StagingPostError } from '../errors.ts';
import {
  type Resolution,
  resolveInvoices,
  vanishedToAskAbout,
} from '../staging/applying/invoice-resolutions.ts';
import { findBook } from '../staging/books/books.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Rival, Row } from '../staging/postgres/schema.ts';
import { wholeIds } from '../staging/short-ids.ts';
import { type Block, type Cell, green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { count, shortId } from './wording.ts';

interface ResolveOptions {
  link?: string;
  apply?: boolean;
  reject?: boolean;
  deleted?: boolean;
  heal?: boolean;
  book?: string;
  reason?: string;
}

export function addInvoiceResolveCommand(invoice: Command, run: Runner): void {
  invoice
    .command('resolve')
    .description('say what invoices are that stand against what the copy holds; exactly one of the ways')
    .argument('[id...]', 'as listed; their beginnings are enough')
    .option('--link <key>', 'in conflict: it is the row of this key, registered by hand')
    .option('--apply', 'in conflict: it is another invoice, apply it all the same')
    .option('--reject', 'in conflict: never apply it')
    .option('--deleted', 'vanished from the copy: somebody deleted it, and it stays deleted')
    .option(
      '--heal',
      'vanished from the copy: it was lost, put it back; or deleted, and standing again: it is to stay',
    )
    .option('--book <slug>', 'with --deleted or --heal, instead of ids: all of a book that are in question')
    .option('--reason <text>', 'why, for the history')
    .action(run(resolve));
}

const done: Record<Resolution['kind'], string> = {
  link: 'linked by a running worker within seconds',
  apply: 'released: a running worker applies it within seconds',
  reject: 'rejected',
  deleted: 'left deleted',
  heal: 'put back by a running worker within seconds',
};

async function resolve(context: Context, given: string[], options: ResolveOptions) {
  const resolution = resolutionOf(options);
  const ledger = await context.ledger();
  const ids = await meant(ledger, given, options, resolution);
  const { decided, left } = await ledger.transaction(
    async (tx) =>
      await resolveInvoices(tx, resolution, ids, { actor: context.actor, reason: options.reason ?? null }),
  );
  return {
    json: { resolution: resolution.kind, decided, left },
    blocks: [
      green(`${count(decided.length, 'invoice is', 'invoices are')} ${done[resolution.kind]}.`),
      ...left.map(({ id, state }) =>
        yellow(`${shortId(id)} is ${state}, and not in question: --${resolution.kind} does not fit it`),
      ),
    ],
    exitCode: left.length > 0 ? exitCodes.refused : exitCodes.ok,
  };
}

function resolutionOf({ link, apply, reject, deleted, heal }: ResolveOptions): Resolution {
  const chosen: Resolution[] = [
    ...(link === undefined ? [] : [{ kind: 'link', key: link } as const]),
    ...(apply ? [{ kind: 'apply' } as const] : []),
    ...(reject ? [{ kind: 'reject' } as const] : []),
    ...(deleted ? [{ kind: 'deleted' } as const] : []),
    ...(heal ? [{ kind: 'heal' } as const] : []),
  ];
  if (chosen.length === 1 && chosen[0]) return chosen[0];
  throw new StagingPostError('one_way_to_resolve', 'say exactly one thing that they are', {
    kind: 'usage',
    hint: 'In conflict: --link <key>, --apply or --reject. Vanished from the copy: --deleted or --heal.',
  });
}

async function meant(
  ledger: Ledger,
  given: readonly string[],
  { book }: ResolveOptions,
  { kind }: Resolution,
): Promise<string[]> {
  if (given.length > 0 && book === undefined) return await wholeIds(ledger.db, 'invoice', given);
  if (given.length > 0 || book === undefined || (kind !== 'deleted' && kind !== 'heal')) {
    throw new StagingPostError('nothing_chosen', 'say which invoices', {
      kind: 'usage',
      hint: 'By id; or, with --deleted or --heal, all that are in question by --book.',
    });
  }
  await findBook(ledger.db, book);
  return await vanishedToAskAbout(ledger.db, book, kind);
}

/** The invoice and the rows that stand against it, side by side. */
export function rivalBlocks(invoice: Row<'invoice'>): Block[] {
  if (invoice.state !== 'conflict' || !invoice.rivals) return [];
  const { data } = invoice;
  const row = (name: string, value: (rival: Rival) => Cell, own: Cell): Cell[] => [
    name,
    own,
    ...(invoice.rivals ?? []).map(value),
  ];
  return [
    { heading: 'In conflict with what the copy holds' },
    {
      columns: ['', 'this invoice', ...invoice.rivals.map(({ table, key }) => `${table} ${key}`)],
      rows: [
        row('supplier', ({ supplier }) => supplier, data.seller.name),
        row('number', ({ invoiceNumber }) => invoiceNumber, data.invoiceNumber),
        row('dated', ({ issueDate }) => issueDate, data.issueDate),
        row('payable', ({ payable }) => payable, data.totals.payable),
        row('currency', ({ currency }) => currency, data.currency),
        row(
          'put there',
          ({ receiptOf }) => (receiptOf === null ? 'by hand' : `for invoice ${shortId(receiptOf)}`),
          'by mail',
        ),
      ],
    },
    `If it is the row by hand: staging-post invoice resolve ${shortId(invoice.id)} --link <key>; if it is another invoice: --apply; otherwise: --reject`,
  ];
}
