/** `supplier list`, `show`, `forget`. */
import type { Command } from 'commander';
import { placeInWords } from '../invoice/learnt-place.ts';
import { describeSupplier, forgetSupplier, listSuppliers } from '../staging/invoices/suppliers.ts';
import { green } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { shownOf, withLimit } from './limit.ts';
import { moment, shortId } from './wording.ts';

export function addSupplierCommands(program: Command, run: Runner): void {
  const supplier = program.command('supplier').description('who sends invoices, and what is known of them');
  withLimit(
    supplier
      .command('list')
      .description('list the suppliers of a book, those that wrote last first')
      .argument('<book>'),
  ).action(run(list));
  supplier
    .command('show')
    .description(
      'show one supplier: its invoices, the accounts that they asked to be paid to, and what corrections taught',
    )
    .argument('<book>')
    .argument('<supplier>', 'its key, as listed: "org:5566778899"')
    .action(run(show));
  supplier
    .command('forget')
    .description(
      'treat a supplier as a new one: the accounts of its next invoice become the known ones, and what corrections taught is gone',
    )
    .argument('<book>')
    .argument('<supplier>', 'its key, as listed: "org:5566778899"')
    .option('--reason <text>', 'why, for the history')
    .action(run(forget));
}

async function list(context: Context, book: string, { limit }: { limit: number }) {
  const { db } = await context.ledger();
  const { suppliers, total } = await listSuppliers(db, book, limit);
  return {
    json: { suppliers, total },
    blocks: [
      {
        columns: ['supplier', 'name', 'invoices', 'last one'],
        rows: suppliers.map((each) => [each.key, each.name, each.invoices, moment(each.lastStagedAt)]),
        ifEmpty: 'No invoice was staged yet.',
      },
      ...shownOf(suppliers.length, total),
    ],
  };
}

async function show(context: Context, book: string, key: string) {
  const { db } = await context.ledger();
  const supplier = await describeSupplier(db, book, key);
  return {
    json: supplier,
    blocks: [
      {
        fields: [
          ['supplier', supplier.key],
          ['name', supplier.name],
          ['invoices', supplier.invoices],
          ['last one', moment(supplier.lastStagedAt)],
          ...(supplier.forgottenAt
            ? ([['forgotten', moment(supplier.forgottenAt)]] as [string, string | null][])
            : []),
        ] as [string, string | number | null][],
      },
      { heading: 'Accounts' },
      {
        columns: ['kind', 'account', 'invoices', 'first seen', 'last seen'],
        rows: supplier.accounts.map((each) => [
          each.kind,
          each.id,
          each.invoices,
          moment(each.firstSeenAt),
          moment(each.lastSeenAt),
        ]),
        ifEmpty: 'Its invoices name none.',
      },
      { heading: 'Learnt from corrections' },
      {
        columns: ['field', 'stands', 'shown by', 'when', 'invoice'],
        rows: supplier.learnt.map((each) => [
          each.accountKind ?? each.field,
          placeInWords(each),
          each.actor,
          moment(each.learntAt),
          shortId(each.invoice),
        ]),
        ifEmpty: 'Nothing.',
      },
    ],
  };
}

async function forget(context: Context, book: string, key: string, { reason }: { reason?: string }) {
  const ledger = await context.ledger();
  await ledger.transaction(
    async (tx) => await forgetSupplier(tx.db, book, key, { actor: context.actor, reason: reason ?? null }),
  );
  return {
    json: { book, supplier: key },
    blocks: [green(`${key} is as a new supplier from now on.`)],
  };
}
