/** `audit`: receipts against the ledger, one by one. */
import type { Command } from 'commander';
import { exitCodes } from '../errors.ts';
import { auditBook } from '../reconcile/full-audit.ts';
import { type Block, dim, green, yellow } from './answer.ts';
import type { Runner } from './context.ts';
import { count, shortId } from './wording.ts';

const verdicts = {
  in_order: green('In order: every receipt that should be there is there.'),
  healing: yellow('The copy was overwritten; what is missing is applied again by the worker.'),
  attention: yellow('Something here wants a person.'),
};

export function addAuditCommand(program: Command, run: Runner): void {
  program
    .command('audit')
    .description('compare the receipts in the authoritative copy with the ledger, one by one')
    .argument('<book>')
    .action(
      run(async (context, book: string) => {
        const report = await auditBook(await context.ledger(), book, { actor: context.actor });
        return {
          json: report,
          blocks: [
            { heading: `${book}/${report.copy}` },
            {
              fields: [
                ['receipts', report.receipts],
                ['missing', named(report.missing)],
                ['not noted before', named(report.taken)],
                ['of unknown invoices', named(report.unknown)],
                ['deleted by people', named(report.deleted)],
              ],
            },
            ...report.remarks.flatMap(({ message, hint }): Block[] => [yellow(message), dim(`  ${hint}`)]),
            verdicts[report.verdict],
          ],
          exitCode: report.verdict === 'attention' ? exitCodes.attention : exitCodes.ok,
        };
      }),
    );
}

const namedMax = 5;

function named(ids: readonly string[]): string | number {
  if (ids.length === 0) return 0;
  const some = ids.slice(0, namedMax).map(shortId).join(', ');
  return `${count(ids.length, 'invoice')}: ${some}${ids.length > namedMax ? ', …' : ''}`;
}
