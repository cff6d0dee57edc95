/** `invoice list`, `show`, `replay`, `hold`, `release`, `reject`; `resolve` has a file of its own. */
import { type Command, InvalidArgumentError } from 'commander';
import { exitCodes } from '../errors.ts';
import { findBook } from '../staging/books/books.ts';
import { type Decision, decide } from '../staging/invoices/invoice-decisions.ts';
import {
  deliveriesOfInvoices,
  describeInvoice,
  listInvoices,
  summarise,
} from '../staging/invoices/invoice-list.ts';
import { replayDelivery } from '../staging/mail/deliveries.ts';
import { wholeId } from '../staging/short-ids.ts';
import { type InvoiceState, invoiceStates } from '../staging/states.ts';
import { type Block, type Cell, green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { eventsTable } from './events-table.ts';
import { addInvoiceCorrectCommand } from './invoice-correct.ts';
import { addInvoiceRegroupCommand } from './invoice-regroup.ts';
import { addInvoiceResolveCommand, rivalBlocks } from './invoice-resolve.ts';
import { chosenInvoices, type Selection, withSelection } from './invoice-selection.ts';
import { shownOf, withLimit } from './limit.ts';
import { count, shortId } from './wording.ts';

const decisions: { verb: Decision; description: string; done: string }[] = [
  { verb: 'hold', description: 'keep invoices back until they are released', done: 'held' },
  {
    verb: 'release',
    description:
      'have invoices applied: also those that looked like a duplicate, or whose reading was in doubt',
    done: 'released: a running worker applies them within seconds',
  },
  {
    verb: 'reject',
    description: 'never apply these invoices (a later release takes it back)',
    done: 'rejected',
  },
];

export function addInvoiceCommands(program: Command, run: Runner): void {
  const invoice = program.command('invoice').description('the invoices that were read in the mails');
  withLimit(
    invoice
      .command('list')
      .description('list invoices, the last to arrive first')
      .option('--book <slug>', 'only those of one book')
      .option('--state <states>', `only those in these states, of ${invoiceStates.join(',')}`, parseStates),
  ).action(run(list));
  invoice
    .command('show')
    .description('show one invoice: what was read and where, its checks, its documents, its history')
    .argument('<id>', 'as listed; its beginning is enough')
    .action(run(show));
  addInvoiceResolveCommand(invoice, run);
  withSelection(
    invoice
      .command('replay')
      .description('read invoices anew from their original mails; what is in a copy already stays as it is'),
    parseStates,
  ).action(run(replay));
  addInvoiceCorrectCommand(invoice, run);
  addInvoiceRegroupCommand(invoice, run);
  for (const { verb, description, done } of decisions) {
    withSelection(invoice.command(verb).description(description), parseStates).action(
      run((context: Context, ids: string[], selection: Selection) =>
        decideAbout(context, { verb, done }, ids, selection),
      ),
    );
  }
}

function parseStates(text: string): InvoiceState[] {
  const asked = text.split(',').map((state) => state.trim());
  const unknown = asked.filter((state) => !invoiceStates.includes(state as InvoiceState));
  if (unknown.length === 0) return asked as InvoiceState[];
  throw new InvalidArgumentError(
    `There is no state ${unknown.join(', ')}; states are ${invoiceStates.join(', ')}.`,
  );
}

async function list(
  context: Context,
  { book, state, limit }: { book?: string; state?: InvoiceState[]; limit: number },
) {
  const { db } = await context.ledger();
  if (book !== undefined) await findBook(db, book);
  const { invoices, total } = await listInvoices(db, { book, states: state }, limit);
  return {
    json: { invoices, total },
    blocks: [
      {
        columns: ['invoice', 'book', 'state', 'supplier', 'number', 'dated', 'due', 'payable', '', 'why'],
        rows: invoices.map((each): Cell[] => [
          shortId(each.id),
          each.book,
          stateCell(each.state),
          each.supplier,
          each.invoiceNumber,
          each.issueDate,
          each.dueDate,
          each.documentType === 'creditNote' && each.payable !== null ? `−${each.payable}` : each.payable,
          each.currency,
          each.reasons[0]?.message ?? null,
        ]),
        ifEmpty: 'No invoice fits.',
      },
      ...shownOf(invoices.length, total),
    ],
  };
}

function stateCell(state: InvoiceState): Cell {
  if (state === 'applied') return green(state);
  return state === 'ready' || state === 'applying' || state === 'rejected' ? state : yellow(state);
}

async function show(context: Context, given: string) {
  const { db } = await context.ledger();
  const { invoice, documents, events } = await describeInvoice(db, await wholeId(db, 'invoice', given));
  const { data } = invoice;
  const placed = invoice.placed_table && `${invoice.placed_table} ${invoice.placed_key}`;
  return {
    json: {
      ...summarise(invoice),
      outcome: invoice.outcome,
      placed: invoice.placed_table && { table: invoice.placed_table, key: invoice.placed_key },
      rivals: invoice.state === 'conflict' ? invoice.rivals : null,
      invoice: data,
      documents: documents.map((document) => ({
        id: document.id,
        delivery: document.delivery,
        fileName: document.file_name,
        mediaType: document.media_type,
        bytes: document.bytes,
        role: document.role,
      })),
      events,
    },
    blocks: [
      {
        fields: [
          ['invoice', invoice.id],
          ['book', invoice.book],
          ['delivery', shortId(invoice.delivery)],
          ['state', stateCell(invoice.state)],
          ...invoice.reasons.map(({ message }): [string, Cell] => ['why', message]),
          ['stands in the copy as', placed],
          ['type', data.documentType],
          ['supplier', data.seller.name],
          ['organisation number', data.seller.organisationNumber],
          ['VAT number', data.seller.vatId],
          ['number', data.invoiceNumber],
          ['dated', data.issueDate],
          ['due', data.dueDate],
          ['net', data.totals.net],
          ['VAT', data.totals.vat],
          ['payable', data.totals.payable && `${data.totals.payable} ${data.currency ?? ''}`],
          ...data.payment.accounts.map(({ kind, id }): [string, Cell] => [kind, id]),
          ['payment reference', data.payment.reference],
          ['read by', data.source],
        ] as [string, Cell][],
      },
      ...rivalBlocks(invoice),
      ...evidenceBlocks(data),
      { heading: 'Documents' },
      {
        columns: ['delivery', 'file', 'type', 'role'],
        rows: documents.map((each) => [shortId(each.delivery), each.file_name, each.media_type, each.role]),
      },
      { heading: 'History' },
      eventsTable(events),
    ],
  };
}

function evidenceBlocks({
  evidence,
  checks,
}: Awaited<ReturnType<typeof describeInvoice>>['invoice']['data']): Block[] {
  return [
    { heading: 'Where it was read' },
    {
      columns: ['field', 'text', 'where', 'sure'],
      rows: Object.entries(evidence).map(([field, each]) => [
        field,
        each.text,
        each.where,
        `${Math.round(each.confidence * 100)} %`,
      ]),
      ifEmpty: 'nothing was noted',
    },
    { heading: 'Checks' },
    {
      columns: ['rule', '', 'message'],
      rows: checks.map(({ rule, passed, message }) => [
        rule,
        passed ? green('passed') : yellow('failed'),
        message,
      ]),
      ifEmpty: 'none applied',
    },
  ];
}

async function replay(context: Context, given: string[], selection: Selection) {
  const ledger = await context.ledger();
  const ids = await chosenInvoices(context, ledger.db, 'replay', given, selection);
  const deliveries = ids.length === 0 ? [] : await deliveriesOfInvoices(ledger.db, ids);
  await ledger.transaction(async (tx) => {
    for (const delivery of deliveries) {
      await replayDelivery(tx, delivery, { actor: context.actor, reason: selection.reason ?? null });
    }
  });
  return {
    json: { invoices: ids, deliveries },
    blocks: [
      green(
        `${count(ids.length, 'invoice')} in ${count(deliveries.length, 'mail')}: read anew by a running worker within seconds.`,
      ),
    ],
  };
}

async function decideAbout(
  context: Context,
  { verb, done }: { verb: Decision; done: string },
  given: string[],
  selection: Selection,
) {
  const ledger = await context.ledger();
  const ids = await chosenInvoices(context, ledger.db, verb, given, selection);
  const { decided, left } = await ledger.transaction(
    async (tx) => await decide(tx, verb, ids, { actor: context.actor, reason: selection.reason ?? null }),
  );
  return {
    json: { decided, left },
    blocks: [
      green(`${count(decided.length, 'invoice is', 'invoices are')} ${done}.`),
      ...left.map(({ id, state }) =>
        yellow(`${shortId(id)} is ${state}: it cannot be ${done.split(':')[0]} now`),
      ),
    ],
    exitCode: left.length > 0 ? exitCodes.refused : exitCodes.ok,
  };
}
