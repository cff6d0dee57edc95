/** `extract`: what a mail or file would be staged as, without a ledger and without a trace. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { StagingPostError } from '../errors.ts';
import {
  asExtract,
  createDeliveryReader,
  type DeliveryReading,
  type ReadInvoice,
} from '../ingest/reading.ts';
import { readingLimitsOf } from '../main.ts';
import { type Block, type Cell, dim, green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { byteSize } from './wording.ts';

interface ExtractOptions {
  ownName?: string[];
  ownOrganisationNumber?: string[];
  ownVat?: string[];
}

export function addExtractCommand(program: Command, run: Runner): void {
  program
    .command('extract')
    .description('show what a mail, PDF or XML would be staged as; needs no ledger and keeps nothing')
    .argument('<file>', 'a mail (.eml), a PDF or an XML invoice; judged by its content, not its name')
    .option('--own-name <name...>', 'the buyer’s own name, so that it is never read as the supplier’s')
    .option('--own-organisation-number <number...>', 'the buyer’s own number, for the same reason')
    .option('--own-vat <id...>', 'the buyer’s own VAT number, for the same reason')
    .action(run(extract));
}

async function extract(context: Context, file: string, options: ExtractOptions) {
  const full = await readableFile(file);
  const reader = createDeliveryReader(readingLimitsOf(context.settings), context.log);
  context.closeLater(() => reader.close());
  const reading = await reader.readFile(full, {
    ownNames: options.ownName ?? [],
    ownOrganisationNumbers: options.ownOrganisationNumber ?? [],
    ownVatIds: options.ownVat ?? [],
  });
  return { json: asExtract(reading), blocks: blocksOf(reading) };
}

async function readableFile(file: string): Promise<string> {
  const full = path.resolve(file);
  const found = await stat(full).catch(() => null);
  if (!found) {
    throw new StagingPostError('no_such_file', `there is no file ${full}`, { kind: 'notFound' });
  }
  if (found.isFile()) return full;
  throw new StagingPostError('not_a_file', `${full} is not a file`, {
    kind: 'usage',
    hint: 'Name one mail, PDF or XML; for a folder, call it once for each file.',
  });
}

function blocksOf({ disposition, reasons, documents, invoices }: DeliveryReading): Block[] {
  return [
    disposition === 'needs_review' ? yellow('needs review') : green(disposition.replace('_', ' ')),
    ...reasons.map(({ message }) => yellow(`  ${message}`)),
    ...invoices.flatMap(blocksOfInvoice),
    { heading: 'Documents' },
    {
      columns: ['part', 'file', 'type', 'size', 'is', 'why'],
      rows: documents.map((document) => [
        document.path,
        document.fileName,
        document.mediaType,
        byteSize(document.bytes),
        document.kind,
        document.reason?.message ?? null,
      ]),
      ifEmpty: 'none',
    },
  ];
}

function blocksOfInvoice({ invoice, state, reasons }: ReadInvoice): Block[] {
  const { seller, buyer, totals, payment, checks } = invoice;
  const failed = checks.filter(({ passed }) => !passed);
  return [
    {
      heading: `${invoice.documentType} ${invoice.invoiceNumber ?? '(no number)'}: ${state.replace('_', ' ')}`,
    },
    ...reasons.map(({ message }) => yellow(`  ${message}`)),
    {
      fields: [
        ['supplier', seller.name],
        ['organisation number', seller.organisationNumber],
        ['VAT number', seller.vatId],
        ['buyer', buyer.name],
        ['dated', invoice.issueDate],
        ['due', invoice.dueDate],
        ['net', totals.net],
        ['VAT', totals.vat],
        ['payable', totals.payable && `${totals.payable} ${invoice.currency ?? ''}`],
        ...payment.accounts.map(({ kind, id }): [string, Cell] => [kind, id]),
        ['payment reference', payment.reference],
        ['lines', invoice.lines.length],
        ['read by', invoice.source],
        ['checks', `${checks.length - failed.length} passed, ${failed.length} failed`],
      ],
    },
    ...failed.map(({ rule, message }) => yellow(`  ${rule}: ${message}`)),
    dim('  Where each value was read is in --json, under evidence.'),
  ];
}
