/** `delivery list`, `show`, `export`, `route`, `replay`. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import { StagingPostError } from '../errors.ts';
import type { Disposition } from '../invoice/invoice.ts';
import { findBook } from '../staging/books/books.ts';
import { findDelivery, replayDelivery, routeDelivery } from '../staging/mail/deliveries.ts';
import { type DeliveryFilter, describeDelivery, listDeliveries } from '../staging/mail/delivery-list.ts';
import { readOriginal } from '../staging/originals.ts';
import { wholeId, wholeIds } from '../staging/short-ids.ts';
import { type Cell, green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { eventsTable } from './events-table.ts';
import { shownOf, withLimit } from './limit.ts';
import { byteSize, count, moment, shortId } from './wording.ts';

const dispositions: readonly Disposition[] = ['invoice', 'not_invoice', 'needs_review'];

export function addDeliveryCommands(program: Command, run: Runner): void {
  const delivery = program.command('delivery').description('the mails that were received');
  withLimit(
    delivery
      .command('list')
      .description('list deliveries, the newest first')
      .option('--book <slug>', 'only those of one book')
      .addOption(
        new Option('--disposition <what>', 'only those that came to this').choices([...dispositions]),
      )
      .option('--unrouted', 'only those that no book claims')
      .option('--unread', 'only those that are not read yet'),
  ).action(run(list));
  delivery
    .command('show')
    .description('show one delivery: where it came from, its documents, its invoices, its history')
    .argument('<id>', 'as listed; its beginning is enough')
    .action(run(show));
  delivery
    .command('export')
    .description('write the mail out as it was received, byte for byte')
    .argument('<id>', 'as listed; its beginning is enough')
    .option('--output <file>', 'where to; a file that is there already is left alone')
    .action(run(exportOriginal));
  delivery
    .command('route')
    .description('give a mail that no book claims to a book')
    .argument('<id>', 'as listed; its beginning is enough')
    .requiredOption('--book <slug>', 'the book that it belongs to')
    .option('--reason <text>', 'why, for the history')
    .action(run(route));
  delivery
    .command('replay')
    .description('read mails anew from their original bytes; what is in a copy already stays as it is')
    .argument('<id...>', 'as listed; their beginnings are enough')
    .option('--reason <text>', 'why, for the history')
    .action(run(replay));
}

async function list(context: Context, { limit, ...filter }: DeliveryFilter & { limit: number }) {
  const { db } = await context.ledger();
  if (filter.book !== undefined) await findBook(db, filter.book);
  const { deliveries, total } = await listDeliveries(db, filter, limit);
  return {
    json: { deliveries, total },
    blocks: [
      {
        columns: ['delivery', 'book', 'received', 'from', 'subject', 'came to', 'invoices', 'why'],
        rows: deliveries.map((each): Cell[] => [
          shortId(each.id),
          each.book ?? yellow('none'),
          moment(each.receivedAt),
          each.from,
          each.subject,
          dispositionCell(each.disposition),
          each.invoices,
          each.reasons[0]?.message ?? null,
        ]),
        ifEmpty: 'No delivery fits.',
      },
      ...shownOf(deliveries.length, total),
    ],
  };
}

function dispositionCell(disposition: Disposition | null): Cell {
  if (disposition === null) return 'to be read';
  return disposition === 'needs_review' ? yellow(disposition) : disposition;
}

async function show(context: Context, given: string) {
  const { db } = await context.ledger();
  const details = await describeDelivery(db, await wholeId(db, 'delivery', given));
  const { delivery, bytes, places, documents, invoices, events } = details;
  return {
    json: {
      id: delivery.id,
      book: delivery.book,
      original: { sha256: delivery.original, bytes },
      receivedAt: delivery.received_at,
      messageId: delivery.message_id,
      from: delivery.mail_from,
      to: delivery.mail_to,
      subject: delivery.subject,
      date: delivery.mail_date,
      disposition: delivery.disposition,
      reasons: delivery.reasons,
      readAt: delivery.read_at,
      readAttempts: delivery.read_attempts,
      lastError: delivery.last_error,
      places,
      documents: documents.map((document) => ({
        path: document.path,
        fileName: document.file_name,
        mediaType: document.media_type,
        bytes: document.bytes,
        sha256: document.sha256,
        kind: document.kind,
        reason: document.reason,
      })),
      invoices,
      events,
    },
    blocks: [
      {
        fields: [
          ['delivery', delivery.id],
          ['book', delivery.book],
          ['from', delivery.mail_from],
          ['to', delivery.mail_to.join(', ') || null],
          ['subject', delivery.subject],
          ['received', moment(delivery.received_at)],
          ['size', byteSize(bytes)],
          ['came to', dispositionCell(delivery.disposition)],
          ...delivery.reasons.map(({ message }): [string, Cell] => ['why', message]),
          ...(delivery.last_error ? [['last error', delivery.last_error] as [string, Cell]] : []),
          ...places.map(({ place, state }): [string, Cell] => ['seen at', `${place} (${state})`]),
        ] as [string, Cell][],
      },
      { heading: 'Documents' },
      {
        columns: ['part', 'file', 'type', 'size', 'is', 'why'],
        rows: documents.map((document) => [
          document.path,
          document.file_name,
          document.media_type,
          byteSize(document.bytes),
          document.kind,
          document.reason?.message ?? null,
        ]),
        ifEmpty: delivery.disposition === null ? 'It is not read yet.' : 'none',
      },
      { heading: 'Invoices' },
      {
        columns: ['invoice', 'number', 'state'],
        rows: invoices.map((each) => [shortId(each.id), each.invoiceNumber, each.state]),
        ifEmpty: 'none',
      },
      { heading: 'History' },
      eventsTable(events),
    ],
  };
}

async function exportOriginal(context: Context, given: string, { output }: { output?: string }) {
  if (output === undefined && (context.json || process.stdout.isTTY)) {
    throw new StagingPostError('output_missing', 'say which file the mail is to be written to', {
      kind: 'usage',
      hint: `For example: staging-post delivery export ${given} --output mail.eml`,
    });
  }
  const { db } = await context.ledger();
  const delivery = await findDelivery(db, await wholeId(db, 'delivery', given));
  const bytes = readOriginal(db, delivery.original);
  if (output === undefined) {
    await pipeline(bytes, process.stdout, { end: false });
    return { json: undefined, blocks: [] };
  }
  const file = path.resolve(output);
  try {
    await pipeline(bytes, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new StagingPostError('file_exists', `${file} is there already`, {
      kind: 'refused',
      hint: 'Nothing was written. Name another file, or take that one away.',
    });
  }
  return {
    json: { id: delivery.id, sha256: delivery.original, file },
    blocks: [green(`Written to ${file} (SHA-256 ${delivery.original}).`)],
  };
}

async function route(context: Context, given: string, { book, reason }: { book: string; reason?: string }) {
  const ledger = await context.ledger();
  await findBook(ledger.db, book);
  const id = await wholeId(ledger.db, 'delivery', given);
  const routed = await ledger.transaction(
    async (tx) => await routeDelivery(tx, id, book, { actor: context.actor, reason: reason ?? null }),
  );
  return {
    json: { from: id, delivery: routed, book },
    blocks: [
      green(`It belongs to "${book}" now, as ${shortId(routed)}; a running worker reads it within seconds.`),
    ],
  };
}

async function replay(context: Context, given: string[], { reason }: { reason?: string }) {
  const ledger = await context.ledger();
  const ids = await wholeIds(ledger.db, 'delivery', given);
  await ledger.transaction(async (tx) => {
    for (const id of ids) await replayDelivery(tx, id, { actor: context.actor, reason: reason ?? null });
  });
  return {
    json: { replayed: ids },
    blocks: [green(`${count(ids.length, 'delivery is', 'deliveries are')} read anew by a running worker.`)],
  };
}
