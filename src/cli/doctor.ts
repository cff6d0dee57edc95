/** `doctor`: tries everything that a worker needs, and says what to mend. */
import type { Command } from 'commander';
import { exitCodes, messageOf, StagingPostError } from '../errors.ts';
import { parseAfterStored } from '../ingest/acknowledge.ts';
import { openableMailbox } from '../ingest/pollers.ts';
import { tryOut } from '../ingest/test-mailbox.ts';
import { checkCopy } from '../reconcile/check-copy.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { listBooks } from '../staging/books/books.ts';
import { copiesOf } from '../staging/books/copies.ts';
import type { Ledger } from '../staging/ledger.ts';
import { listMailboxes } from '../staging/mail/mailboxes.ts';
import { placeOf } from '../staging/postgres/connection.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { type Block, dim, green, red, yellow } from './answer.ts';
import type { Context, Runner } from './context.ts';
import { count } from './wording.ts';

interface Finding {
  /** "ledger", "queue", "mailbox inbox", "copy acme/cloud" … */
  what: string;
  /** `advice`: works, and could be better. */
  verdict: 'good' | 'advice' | 'bad';
  message: string;
  hint: string | null;
}

export function addDoctorCommand(program: Command, run: Runner): void {
  program
    .command('doctor')
    .description('try the ledger, the queue, the mailboxes and the copies, and say what to mend')
    .action(
      run(async (context) => {
        const findings = await examine(context);
        const bad = findings.filter(({ verdict }) => verdict === 'bad').length;
        return {
          json: { ok: bad === 0, findings },
          blocks: [
            ...findings.flatMap(blocksOf),
            bad === 0 ? green('All is well.') : red(`${count(bad, 'thing is', 'things are')} to be mended.`),
          ],
          exitCode: bad === 0 ? exitCodes.ok : exitCodes.attention,
        };
      }),
    );
}

async function examine(context: Context): Promise<Finding[]> {
  let ledger: Ledger;
  try {
    ledger = await context.ledger();
  } catch (error) {
    // Without a ledger it is not known which mailboxes and copies there are.
    return [fault('ledger', error)];
  }
  const embedded = context.settings.ledgerUrl === undefined;
  const findings = [
    good('ledger', `${placeOf(ledger.url)}${embedded ? ' (embedded)' : ''}: reachable, durable, up to date`),
  ];
  findings.push(...(await examineQueue(ledger)));
  const books = await listBooks(ledger.db);
  if (books.length === 0) {
    findings.push(
      advice('books', 'there is no book yet', 'Add one: staging-post book add <slug> --name "…"'),
    );
  }
  const [mailboxes, copies] = await Promise.all([examineMailboxes(ledger), examineCopies(ledger, books)]);
  return [...findings, ...mailboxes, ...copies];
}

async function examineQueue({ doorbell }: Ledger): Promise<Finding[]> {
  const where = doorbell.backend === 'redis' ? 'in Redis' : 'in the ledger’s database';
  try {
    const findings = await doorbell.findings();
    if (findings.length === 0) return [good('queue', `${where}: reachable`)];
    return findings.map((message) => advice('queue', message, null));
  } catch (error) {
    return [
      {
        what: 'queue',
        verdict: 'bad',
        message: messageOf(error),
        hint: 'Nothing is lost without it: workers look by themselves, only later. Start it, or mend QUEUE_URL.',
      },
    ];
  }
}

async function examineMailboxes(ledger: Ledger): Promise<Finding[]> {
  const rows = await listMailboxes(ledger.db);
  if (rows.length === 0) {
    return [
      advice(
        'mailboxes',
        'there is no mailbox yet',
        'Add one: staging-post mailbox add <name> --url imaps://user@host/INBOX --book <slug>',
      ),
    ];
  }
  return await Promise.all(rows.map((row) => examineMailbox(ledger, row)));
}

async function examineMailbox(ledger: Ledger, row: Row<'mailbox'>): Promise<Finding> {
  const what = `mailbox ${row.name}`;
  try {
    const { messages, fault: found } = await tryOut(
      openableMailbox(ledger, row),
      parseAfterStored(row.after_stored),
    );
    if (found) return { what, verdict: 'bad', message: found.message, hint: found.hint };
    return good(what, `${row.url}: ${count(messages ?? 0, 'mail lies', 'mails lie')} in it`);
  } catch (error) {
    return fault(what, error);
  }
}

async function examineCopies(ledger: Ledger, books: readonly Row<'book'>[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { slug } of books) {
    const { copy } = await readAuthority(ledger.db, slug);
    if (copy === null) {
      findings.push({
        what: `book ${slug}`,
        verdict: 'bad',
        message: 'no copy is authoritative: its invoices wait',
        hint: `Add one: staging-post copy add ${slug} <name> --url … --authoritative; or choose one: staging-post authority set ${slug} <copy>`,
      });
    }
    for (const row of await copiesOf(ledger.db, slug)) {
      const what = `copy ${slug}/${row.name}`;
      const { problems, isAuthoritative } = await checkCopy(ledger, row);
      if (problems.length === 0) findings.push(good(what, `${row.url}: in order`));
      // A laptop that is not at home is no fault: only the authoritative copy has to be there.
      for (const { message, hint } of problems) {
        findings.push({ what, verdict: isAuthoritative ? 'bad' : 'advice', message, hint });
      }
    }
  }
  return findings;
}

const good = (what: string, message: string): Finding => ({ what, verdict: 'good', message, hint: null });

const advice = (what: string, message: string, hint: string | null): Finding => ({
  what,
  verdict: 'advice',
  message,
  hint,
});

function fault(what: string, error: unknown): Finding {
  const hint = error instanceof StagingPostError ? (error.hint ?? null) : null;
  return { what, verdict: 'bad', message: messageOf(error), hint };
}

const marks = { good: green('✓'), advice: yellow('!'), bad: red('✗') };

function blocksOf({ what, verdict, message, hint }: Finding): Block[] {
  const mark = marks[verdict];
  return [
    { ...mark, text: `${mark.text} ${what}: ${message}` },
    ...(hint === null ? [] : [dim(`  ${hint}`)]),
  ];
}
