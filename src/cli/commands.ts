/** Every command there is: one file each, put together here. */
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { addAuditCommand } from './audit.ts';
import { addAuthorityCommands } from './authority.ts';
import { addBookCommands } from './book.ts';
import type { Runner } from './context.ts';
import { addCopyCommands } from './copy.ts';
import { addDeliveryCommands } from './delivery.ts';
import { addDemoCommand } from './demo.ts';
import { addDoctorCommand } from './doctor.ts';
import { addExtractCommand } from './extract.ts';
import { addInvoiceCommands } from './invoice.ts';
import { addMailboxCommands } from './mailbox.ts';
import { addMigrateCommand } from './migrate.ts';
import { addStartCommand } from './start.ts';
import { addStatusCommand } from './status.ts';
import { addSupplierCommands } from './supplier.ts';

export function buildProgram(run: Runner): Command {
  const program = new Command('staging-post')
    .description('The invoice mail portal that cannot lose an invoice.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .configureHelp({ minWidthToWrap: 30 })
    .enablePositionalOptions()
    .exitOverride()
    // What is wrong is said once, by main.ts, in the form that all errors have.
    .configureOutput({ outputError: () => undefined })
    .addHelpText(
      'after',
      '\nEvery command takes --json. Settings are environment variables, see .env.example.',
    );
  addStartCommand(program, run);
  addDemoCommand(program, run);
  addMigrateCommand(program, run);
  addDoctorCommand(program, run);
  addBookCommands(program, run);
  addMailboxCommands(program, run);
  addCopyCommands(program, run);
  addAuthorityCommands(program, run);
  addStatusCommand(program, run);
  addDeliveryCommands(program, run);
  addInvoiceCommands(program, run);
  addSupplierCommands(program, run);
  addAuditCommand(program, run);
  addExtractCommand(program, run);
  for (const group of program.commands.filter(({ commands }) => commands.length > 0)) {
    group.summary(`${group.description()}: ${group.commands.map((each) => each.name()).join(', ')}`);
  }
  for (const { command } of leavesOf(program)) {
    command.addOption(new Option('--json', 'answer in JSON'));
  }
  return program;
}

/** All commands as they are typed ("book add"), for tests that hold documents against them. */
export function commandNames(): string[] {
  const doNothing: Runner = () => async () => undefined;
  return leavesOf(buildProgram(doNothing)).map(({ name }) => name);
}

function leavesOf(parent: Command, prefix = ''): { name: string; command: Command }[] {
  return parent.commands.flatMap((command) => {
    const name = `${prefix}${command.name()}`;
    return command.commands.length > 0 ? leavesOf(command, `${name} `) : [{ name, command }];
  });
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
