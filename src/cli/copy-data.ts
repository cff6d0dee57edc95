/** `copy diff`, `guard`, `take`, `bring`: what copying one database of a book over another would do, and doing it. */
import type { Command } from 'commander';
import { exitCodes, StagingPostError } from '../errors.ts';
import { copyData } from '../reconcile/checkout.ts';
import { foreseeAndLearn, isInTheWay, type PushBackReport, tellPushBack } from '../reconcile/push-back.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { findBook } from '../staging/books/books.ts';
import type { Ledger } from '../staging/ledger.ts';
import { type Block, type Cell, dim, green, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { shortId } from './wording.ts';

export function addCopyDataCommands(copy: Command, run: Runner): void {
  copy
    .command('diff')
    .description('tell what copying one copy over another would take away, before anybody does it')
    .argument('<book>')
    .argument('<over>', 'the copy that would be overwritten')
    .argument('<from>', 'the copy that would be put in its place')
    .action(run(diff));
  copy
    .command('guard')
    .description(
      'for scripts, before they copy: ends with an error when anything would be removed, or the data are not what they should be',
    )
    .argument('<book>')
    .requiredOption('--from <copy>', 'the copy that is about to be copied')
    .requiredOption('--to <copy>', 'the copy that it goes over')
    .action(run(guard));
  copy
    .command('take')
    .description('copy the data of one copy over another that is not authoritative; the authority stays')
    .argument('<book>')
    .requiredOption('--from <copy>')
    .requiredOption('--to <copy>')
    .option('--overwrite', 'also where it holds what is nowhere else')
    .action(
      run((context: Context, book: string, options: DataOptions) => move(context, book, options, false)),
    );
  copy
    .command('bring')
    .description(
      'copy the data of one copy over the authoritative one; invoices that it lacks are put back by themselves',
    )
    .argument('<book>')
    .requiredOption('--from <copy>')
    .requiredOption('--to <copy>')
    .option('--overwrite', 'also where it holds what is nowhere else')
    .action(
      run((context: Context, book: string, options: DataOptions) => move(context, book, options, true)),
    );
}

interface DataOptions {
  from: string;
  to: string;
  overwrite?: boolean;
}

async function diff(context: Context, book: string, over: string, from: string) {
  const ledger = await context.ledger();
  await findBook(ledger.db, book);
  const report = await foreseeAndLearn(ledger, { book, from, over });
  return { json: { ...report, summary: tellPushBack(report) }, blocks: blocksOf(report) };
}

async function guard(context: Context, book: string, { from, to }: DataOptions) {
  const ledger = await context.ledger();
  await findBook(ledger.db, book);
  const report = await foreseeAndLearn(ledger, { book, from, over: to });
  const stop = isInTheWay(report);
  return {
    json: { ...report, summary: tellPushBack(report), safe: !stop },
    blocks: stop ? blocksOf(report) : [green(`Nothing would be lost: ${tellPushBack(report)}.`)],
    exitCode: stop ? exitCodes.attention : exitCodes.ok,
  };
}

function blocksOf(report: PushBackReport): Block[] {
  return [
    (isInTheWay(report) ? yellow : green)(`${tellPushBack(report)}.`),
    ...(report.removed.length === 0
      ? []
      : [
          { heading: `Only in ${report.over}` },
          {
            columns: ['invoice', 'supplier', 'number', 'payable', '', 'then'],
            rows: report.removed.map((each): Cell[] => [
              shortId(each.id),
              each.supplier,
              each.invoiceNumber,
              each.payable,
              each.currency,
              each.healed ? green('put back') : yellow('lost'),
            ]),
          },
        ]),
    ...(report.deleted.length === 0
      ? []
      : [
          { heading: `Deleted by hand in ${report.over}, and unknown in ${report.from}` },
          {
            columns: ['invoice', 'supplier', 'number', 'payable', ''],
            rows: report.deleted.map((each): Cell[] => [
              shortId(each.id),
              each.supplier,
              each.invoiceNumber,
              each.payable,
              each.currency,
            ]),
          },
        ]),
    ...rowBlocks(`By hand, only in ${report.over}`, report.byHand?.onlyInOverwritten ?? []),
    ...rowBlocks(`By hand, only in ${report.from}`, report.byHand?.onlyInCopied ?? []),
    ...rowBlocks(`By hand, with another amount in ${report.from}`, report.byHand?.different ?? []),
    ...report.problems.flatMap(({ message, hint }): Block[] => [yellow(message), dim(`  ${hint}`)]),
  ];
}

function rowBlocks(heading: string, rows: NonNullable<PushBackReport['byHand']>['onlyInCopied']): Block[] {
  if (rows.length === 0) return [];
  return [
    { heading },
    {
      columns: ['row', 'supplier', 'number', 'dated', 'payable', ''],
      rows: rows.map((row): Cell[] => [
        `${row.table} ${row.key}`,
        row.supplierName ?? null,
        row.invoiceNumber || null,
        row.issueDate,
        row.payable,
        row.currency,
      ]),
    },
  ];
}

async function move(
  context: Context,
  book: string,
  { from, to, overwrite = false }: DataOptions,
  isBringing: boolean,
) {
  const ledger = await context.ledger();
  await findBook(ledger.db, book);
  await refuseTheOtherWay(ledger, book, to, isBringing);
  await copyData(ledger, { book, from, to, actor: context.actor, overwrite });
  return {
    json: { book, from, to },
    blocks: [
      green(`The data of "${from}" stand in "${to}" now.`),
      isBringing
        ? 'What arrived meanwhile is put back by a running worker within seconds.'
        : `"${to}" is fenced: invoices go on to the authoritative copy. To work in it: staging-post authority checkout ${book} --to ${to}`,
    ],
  };
}

/** Over the authoritative copy is another thing than away from it: whoever mixes them up should hear it before. */
async function refuseTheOtherWay(ledger: Ledger, book: string, to: string, isBringing: boolean) {
  const isAuthoritative = (await readAuthority(ledger.db, book)).copy === to;
  if (isAuthoritative === isBringing) return;
  throw new StagingPostError(
    isBringing ? 'not_authoritative' : 'authoritative',
    `"${to}" is ${isBringing ? 'not ' : ''}the authoritative copy of "${book}"`,
    {
      kind: 'refused',
      hint: isBringing
        ? `To copy over another one: staging-post copy take ${book} --from <copy> --to ${to}`
        : `To copy over the authoritative one: staging-post copy bring ${book} --from <copy> --to ${to}`,
    },
  );
}
