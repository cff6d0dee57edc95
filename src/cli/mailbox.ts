/** `mailbox add`, `set`, `list`, `show`. */
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { StagingPostError } from '../errors.ts';
import { parseMailboxUrl } from '../ingest/imap/url.ts';
import { testMailbox } from '../ingest/test-mailbox.ts';
import { findBook } from '../staging/books/books.ts';
import {
  addMailbox,
  changeMailbox,
  findMailbox,
  listMailboxes,
  type MailboxChange,
  mailboxHealth,
  type NewMailbox,
  passwordOfMailbox,
} from '../staging/mail/mailboxes.ts';
import { troubledMails } from '../staging/mail/troubled-mails.ts';
import { type Block, green, red, yellow } from './answer.ts';
import { askSecret, isSomebodyThere, readSecretFromStdin } from './ask.ts';
import type { Context, Runner } from './context.ts';
import { count, duration, moment } from './wording.ts';

interface PasswordOptions {
  passwordEnv?: string;
  passwordStdin?: boolean;
}

interface TrialOptions {
  test: boolean;
  force?: boolean;
}

interface AddOptions extends PasswordOptions, TrialOptions {
  url: string;
  book?: string;
  after: string;
  caFile?: string;
}

interface SetOptions extends PasswordOptions, TrialOptions {
  after?: string;
  caFile?: string;
}

export function addMailboxCommands(program: Command, run: Runner): void {
  const mailbox = program.command('mailbox').description('where invoices come in');
  withTrial(
    mailbox
      .command('add')
      .description('add a mailbox; it is tried before it is stored')
      .argument('<name>', 'its name in commands')
      .requiredOption('--url <address>', 'imaps://user@host/INBOX, without the password')
      .option(
        '--book <slug>',
        'the book that all its mail belongs to; without it the recipient’s address decides',
      )
      .option('--after <what>', afterHelp, parseAfter, 'keep'),
  ).action(run(add));
  withTrial(
    mailbox
      .command('set')
      .description(
        'change the password of a mailbox, or what happens to its mails; it is tried before it is stored',
      )
      .argument('<name>')
      .option('--after <what>', afterHelp, parseAfter),
  ).action(run(set));
  mailbox.command('list').description('list the mailboxes and how they do').action(run(list));
  mailbox
    .command('show')
    .description('show one mailbox, with the mails that cannot be fetched or acknowledged')
    .argument('<name>')
    .action(run(show));
}

const afterHelp = 'what happens to a mail once it is stored: keep, seen or move:<folder>';

/** How it is logged in to, and whether that is tried. */
function withTrial(command: Command): Command {
  return command
    .option(
      '--password-env <variable>',
      'the name of an environment variable that holds the password where mail is read',
    )
    .option('--password-stdin', 'read the password from stdin; without either it is asked for')
    .option(
      '--ca-file <file>',
      'a certificate authority of your own (PEM) that signed the server’s certificate',
    )
    .option('--no-test', 'store it without trying it')
    .option('--force', 'store it although the trial failed');
}

async function add(context: Context, name: string, options: AddOptions) {
  parseMailboxUrl(options.url, options.caFile !== undefined);
  const ledger = await context.ledger();
  if (options.book !== undefined) await findBook(ledger.db, options.book);
  const added: NewMailbox = {
    name,
    book: options.book ?? null,
    url: options.url,
    password: await passwordFor(name, options),
    caFile: options.caFile === undefined ? null : path.resolve(options.caFile),
    afterStored: options.after,
  };
  const trial = await tried(added, options);
  await ledger.transaction((tx) => addMailbox(ledger, tx.db, added, context.actor));
  return {
    json: {
      mailbox: name,
      book: added.book,
      url: added.url,
      after: added.afterStored,
      passwordFrom: passwordFrom(added.password),
      test: trialAsJson(trial),
    },
    blocks: addedBlocks(added, options, trial),
  };
}

async function set(context: Context, name: string, options: SetOptions) {
  const ledger = await context.ledger();
  const row = await findMailbox(ledger.db, name);
  const change: MailboxChange = {
    ...(options.caFile !== undefined && { caFile: path.resolve(options.caFile) }),
    ...(options.after !== undefined && { afterStored: options.after }),
  };
  if (options.passwordEnv !== undefined || options.passwordStdin || Object.keys(change).length === 0) {
    change.password = await passwordFor(name, options);
  }
  const asChanged: NewMailbox = {
    name,
    book: row.book,
    url: row.url,
    password: { plain: '' },
    caFile: row.ca_file,
    afterStored: row.after_stored,
    ...change,
  };
  // A password that stays is only opened where it is needed: its key may be lost, and then it must be changeable.
  if (!change.password && options.test) asChanged.password = { plain: passwordOfMailbox(ledger, row) };
  const trial = await tried(asChanged, options);
  await ledger.transaction((tx) => changeMailbox(ledger, tx.db, name, change, context.actor));
  const { password, ...others } = change;
  return {
    json: {
      mailbox: name,
      changed: { ...others, ...(password && { passwordFrom: passwordFrom(password) }) },
      test: trialAsJson(trial),
    },
    blocks: [
      trial?.fault
        ? yellow(`The mailbox "${name}" is changed, although it does not work yet: ${trial.fault.message}`)
        : green(`The mailbox "${name}" is changed${foundIn(trial)}.`),
      'A running worker uses it from its next login on.',
    ],
  };
}

type Trial = Awaited<ReturnType<typeof testMailbox>>;

/** @throws StagingPostError with what is wrong, unless it is to be stored all the same. */
async function tried(mailbox: NewMailbox, { test, force }: TrialOptions): Promise<Trial | null> {
  const trial = test ? await testMailbox(mailbox) : null;
  if (!trial?.fault || force) return trial;
  const { fault } = trial;
  throw new StagingPostError(fault.code, fault.message, {
    kind: fault.kind,
    hint: `${fault.hint ?? ''} Nothing was stored; to store it all the same, add --force.`.trim(),
  });
}

function trialAsJson(trial: Trial | null) {
  return trial && { ok: !trial.fault, messages: trial.messages, error: trial.fault?.message ?? null };
}

function passwordFrom(password: NewMailbox['password']): string {
  return 'env' in password ? `environment:${password.env}` : 'ledger';
}

function foundIn(trial: Trial | null): string {
  return trial ? `: ${count(trial.messages ?? 0, 'mail lies', 'mails lie')} in it` : ', not tried';
}

function addedBlocks(added: NewMailbox, options: AddOptions, trial: Trial | null): Block[] {
  const then = { keep: 'left as they are', seen: 'marked as seen' }[options.after];
  return [
    trial?.fault
      ? yellow(`The mailbox "${added.name}" is stored, although it does not work yet: ${trial.fault.message}`)
      : green(`The mailbox "${added.name}" is there${foundIn(trial)}.`),
    added.book === null
      ? 'Whose mail it is, the recipient’s address decides: staging-post book add … --address <address>'
      : `All its mail belongs to the book "${added.book}".`,
    `Mails that are stored are ${then ?? `moved to ${options.after.slice('move:'.length)}`}.`,
    'A running worker takes it up within seconds; otherwise: staging-post start',
  ];
}

async function passwordFor(name: string, options: PasswordOptions): Promise<NewMailbox['password']> {
  if (options.passwordEnv !== undefined) return { env: options.passwordEnv };
  const plain = options.passwordStdin
    ? await readSecretFromStdin()
    : isSomebodyThere()
      ? await askSecret(`Password of ${name}`)
      : undefined;
  if (plain) return { plain };
  throw new StagingPostError('password_missing', `no password for the mailbox "${name}" was given`, {
    kind: 'usage',
    hint: 'Name an environment variable that holds it (--password-env VAR), or pipe it in (--password-stdin). It is never an argument: those are visible to everybody on the machine.',
  });
}

function parseAfter(text: string): string {
  if (text === 'keep' || text === 'seen' || /^move:./.test(text)) return text;
  throw new InvalidArgumentError('Allowed are keep, seen and move:<folder>.');
}

async function list(context: Context) {
  const { db } = await context.ledger();
  const health = await mailboxHealth(db);
  const mailboxes = (await listMailboxes(db)).map((row) => {
    const own = health.find(({ name }) => name === row.name);
    return {
      mailbox: row.name,
      book: row.book,
      url: row.url,
      after: row.after_stored,
      lastSweepSecondsAgo: own?.sweptSecondsAgo ?? null,
      lastError: row.last_error,
      mails: own?.mails ?? null,
    };
  });
  return {
    json: { mailboxes },
    blocks: [
      {
        columns: ['mailbox', 'book', 'address', 'afterwards', 'last full sweep', 'trouble'],
        rows: mailboxes.map((each) => [
          each.mailbox,
          each.book ?? 'by recipient',
          each.url,
          each.after,
          each.lastSweepSecondsAgo === null ? yellow('never') : `${duration(each.lastSweepSecondsAgo)} ago`,
          each.lastError === null ? null : red(each.lastError),
        ]),
        ifEmpty:
          'No mailbox yet. Add one with: staging-post mailbox add <name> --url imaps://user@host/INBOX --book <slug>',
      },
    ],
  };
}

async function show(context: Context, name: string) {
  const { db } = await context.ledger();
  const troubled = await troubledMails(db, name);
  const { json, blocks } = await list(context);
  const mailbox = json.mailboxes.find((each) => each.mailbox === name);
  return {
    json: { ...mailbox, troubled },
    blocks: [
      ...blocks.map((table) => ({ ...table, rows: table.rows.filter(([first]) => first === name) })),
      { heading: 'Mails with trouble' },
      {
        columns: ['place', 'state', 'attempts', 'next attempt', 'last error'],
        rows: troubled.map((mail) => [
          mail.place,
          mail.state,
          mail.attempts,
          moment(mail.nextAttemptAt),
          mail.lastError,
        ]),
        ifEmpty: 'none',
      },
    ],
  };
}
