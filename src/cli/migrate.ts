/** `migrate`: brings the tables of the ledger and of the queue to where this version expects them. */
import type { Command } from 'commander';
import { readMigrations } from '../staging/postgres/migrate.ts';
import { green } from './answer.ts';
import type { Runner } from './context.ts';

export function addMigrateCommand(program: Command, run: Runner): void {
  program
    .command('migrate')
    .description('bring the tables of the ledger and of the queue up to date')
    .action(
      run(async (context) => {
        const { migrated, doorbell } = await context.ledger({ migrate: true });
        const at = (await readMigrations()).at(-1)?.name ?? null;
        return {
          json: { ledger: { at, done: migrated }, queue: { backend: doorbell.backend } },
          blocks: [
            ...migrated.map((name) => `did ${name}`),
            migrated.length > 0
              ? green(`The ledger is up to date (${at}).`)
              : `The ledger was up to date (${at}).`,
            doorbell.backend === 'redis'
              ? 'The queue is in Redis, which has no tables.'
              : 'The queue’s tables, in the same database, are up to date.',
          ],
        };
      }),
    );
}
