/** `invoice regroup`: which documents are one invoice. */
import type { Command } from 'commander';
import { StagingPostError } from '../errors.ts';
import { joinInvoices, takeOut } from '../staging/invoices/regroup.ts';
import { wholeId, wholeIds } from '../staging/short-ids.ts';
import { green } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { count, shortId } from './wording.ts';

interface Options {
  with?: string[];
  without?: string;
  reason?: string;
}

export function addInvoiceRegroupCommand(invoice: Command, run: Runner): void {
  invoice
    .command('regroup')
    .description(
      'make one invoice of several that are the same, or take a file out that does not belong to it',
    )
    .argument('<id>', 'the invoice that stays; its beginning is enough')
    .option(
      '--with <ids...>',
      'these are the same invoice: their documents become its own, and they are rejected',
    )
    .option(
      '--without <document>',
      'the id of a document, as `invoice show --json` has it, that is not part of it',
    )
    .option('--reason <text>', 'why, for the history')
    .action(run(regroup));
}

async function regroup(context: Context, given: string, options: Options) {
  if ((options.with === undefined) === (options.without === undefined)) {
    throw new StagingPostError('nothing_to_regroup', 'say what to change: either --with or --without', {
      kind: 'usage',
      hint: 'For example: staging-post invoice regroup <id> --with <id of the same invoice>',
    });
  }
  const ledger = await context.ledger();
  const id = await wholeId(ledger.db, 'invoice', given);
  const by = { actor: context.actor, reason: options.reason ?? null };
  const others = options.with === undefined ? [] : await wholeIds(ledger.db, 'invoice', options.with);
  await ledger.transaction(async (tx) => {
    if (options.without === undefined) await joinInvoices(tx, id, others, by);
    else await takeOut(tx, id, options.without, by);
  });
  return {
    json: { invoice: id, joined: others, takenOut: options.without ?? null },
    blocks: [
      green(
        options.without === undefined
          ? `${count(others.length, 'invoice is', 'invoices are')} one with ${shortId(id)} now.`
          : `The document is not part of ${shortId(id)} any more.`,
      ),
    ],
  };
}
