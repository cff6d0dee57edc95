/** `start`: the worker, until somebody stops it. */
import { flushCompileCache } from 'node:module';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { createLog } from '../log.ts';
import { createWorker, type Role, roles } from '../main.ts';
import { listBooks } from '../staging/books/books.ts';
import { listMailboxes } from '../staging/mail/mailboxes.ts';
import { placeOf } from '../staging/postgres/connection.ts';
import type { Runner } from './context.ts';

export function addStartCommand(program: Command, run: Runner): void {
  program
    .command('start')
    .description(
      'run the worker: fetch mail, read it, write invoices into their copies, heal what was overwritten',
    )
    .addOption(
      new Option('--roles <roles>', `only some of ${roles.join(',')}, to split the work over machines`)
        .argParser(parseRoles)
        .default([...roles], 'all'),
    )
    .action(
      run(async (context, options: { roles: Role[] }) => {
        const { settings, json } = context;
        const log = createLog(settings.logLevel);
        const stop = untilStopped();
        const ledger = await context.ledger({ migrate: true, log });
        const worker = createWorker(ledger, settings, options.roles);
        context.closeLater(() => worker.stop());
        await worker.start();
        const facts = {
          roles: options.roles,
          ledger: placeOf(ledger.url),
          queue: ledger.doorbell.backend,
          books: (await listBooks(ledger.db)).length,
          mailboxes: (await listMailboxes(ledger.db)).length,
        };
        log.info(facts, 'ready');
        if (json) say({ state: 'ready', pid: process.pid, ...facts });
        // Otherwise kept at an orderly end only, and who starts again after another end would compile all of it again.
        flushCompileCache();
        const signal = await stop;
        log.info({ signal }, 'stopping: what is in hand is finished first; once more to stop at once');
        await worker.stop();
        if (json) say({ state: 'stopped', signal });
        return { json: undefined, blocks: [] };
      }),
    );
}

/** One line each, so that whoever started us can wait for it. */
function say(state: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(state)}\n`);
}

function parseRoles(text: string): Role[] {
  const asked = text.split(',').map((role) => role.trim());
  const unknown = asked.filter((role) => !roles.includes(role as Role));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`There is no role ${unknown.join(', ')}; roles are ${roles.join(', ')}.`);
  }
  return asked as Role[];
}

const exitCodesOfSignals = { SIGINT: 130, SIGTERM: 143 } as const;

/** Resolves with the first signal to stop; the second one ends the process at once, which loses nothing either. */
function untilStopped(): Promise<keyof typeof exitCodesOfSignals> {
  return new Promise((resolve) => {
    let isAsked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (isAsked) process.exit(exitCodesOfSignals[signal]);
        isAsked = true;
        resolve(signal);
      });
    }
  });
}
