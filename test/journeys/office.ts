/**
 * A whole office for one test: a real Dovecot, a ledger, a SQLite copy, and the real program in processes of its own.
 * What came of it is counted in the copy and in the mailbox themselves.
 */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from '@jest/globals';
import { createAccounting, type RegisteredInvoice, registeredInvoices } from '../../demo/accounting.ts';
import type { GeneratedMail } from '../../demo/generator/mails.ts';
import { type Dovecot, startDovecot } from '../../demo/mail-server/dovecot.ts';
import { type Program, programIn } from '../../demo/program.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { type Overview, readOverview } from '../../src/staging/overview.ts';
import { eventually } from '../support/eventually.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { hashOf } from '../support/mail-room.ts';

export const buyer = { name: 'Nordvik Bygg AB', organisationNumber: '5590123450', vatId: 'SE559012345001' };
export const address = 'faktura@nordvik.example';
const book = 'nordvik';
const user = 'faktura';
const passwordVariable = 'STAGING_POST_PASSWORD_FAKTURA';

export interface Office {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly program: Program;
  /** The file that the invoices go to. */
  readonly cloud: string;
  deliver(mails: readonly GeneratedMail[]): Promise<void>;
  /** SHA-256 of the mails that are marked as seen in the mailbox, read from the disk. */
  markedInMailbox(): Promise<string[]>;
  /** SHA-256 of the mails that are committed in the ledger. */
  committed(): Promise<string[]>;
  overview(): Promise<Overview>;
  /**
   * Waits until every one of so many mails was read, every certain invoice is applied, and the copy was seen in order after this
   * call: before that, an overwrite may be there that nobody has noticed yet, or a heal that is not yet acknowledged.
   */
  settled(mails: number, withinMs?: number): Promise<void>;
  /** The ledger is lost: the same office with an empty one, and with nothing told to it but book, copy and mailbox. */
  withEmptyLedger(): Promise<Office>;
  /** Of an office with an empty ledger too, all goes with the first one. */
  close(): Promise<void>;
}

/** @param settings environment variables for the program */
export async function openOffice(settings: Record<string, string> = {}): Promise<Office> {
  const folder = await mkdtemp(path.join(tmpdir(), 'staging-post-office-'));
  await chmod(folder, 0o711);
  const dovecot = await startDovecot({ users: [user] });
  const cloud = path.join(folder, 'cloud.db');
  createAccounting(cloud);
  return await furnish({ folder, cloud, dovecot, settings, ledgers: [], programs: [] });
}

interface Rooms {
  folder: string;
  cloud: string;
  dovecot: Dovecot;
  settings: Record<string, string>;
  /** All that were opened. */
  ledgers: TestLedger[];
  programs: Program[];
}

async function furnish(rooms: Rooms): Promise<Office> {
  const { folder, cloud, dovecot, settings, ledgers, programs } = rooms;
  const testLedger = await createTestLedger();
  ledgers.push(testLedger);
  const { ledger } = testLedger;
  const program = programIn(folder, {
    LEDGER_URL: testLedger.url,
    // What a killed process leaves lying goes with the folder.
    TMPDIR: folder,
    [passwordVariable]: dovecot.password(user),
    ...settings,
  });
  programs.push(program);
  await program.ask(
    'book',
    'add',
    book,
    '--name',
    buyer.name,
    '--organisation-number',
    buyer.organisationNumber,
  );
  await program.ask('copy', 'add', book, 'cloud', '--url', `sqlite:${cloud}`, '--authoritative');
  await addMailbox(program, dovecot);
  const office: Office = {
    folder,
    ledger,
    program,
    cloud,
    deliver: async (mails) => {
      for (const { raw } of mails) await dovecot.deliver(user, raw);
    },
    markedInMailbox: () => markedIn(dovecot),
    async committed() {
      const rows = await ledger.db.selectFrom('delivery').select('original').execute();
      return rows.map(({ original }) => original);
    },
    overview: () => readOverview(ledger.db),
    async settled(mails, withinMs = 120_000) {
      const since = new Date();
      await eventually(async () => expect(await unsettled(office, mails, since)).toEqual({}), withinMs);
    },
    withEmptyLedger: () => furnish(rooms),
    async close() {
      for (const each of programs) await each.killWorkers();
      await dovecot.stop();
      for (const each of ledgers) await each.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return office;
}

async function addMailbox(program: Program, dovecot: Dovecot): Promise<void> {
  const certificate = dovecot.caFile === null ? [] : ['--ca-file', dovecot.caFile];
  await program.ask(
    ...['mailbox', 'add', 'fakturor', '--url', dovecot.url(user), '--book', book],
    ...['--password-env', passwordVariable, '--after', 'seen', ...certificate],
  );
}

/** Maildir: the flags stand in the file's name, after ":2,"; S is \Seen. */
async function markedIn(dovecot: Dovecot): Promise<string[]> {
  const folder = path.join(dovecot.maildir(user), 'cur');
  const marked = (await readdir(folder)).filter((name) => /:2,.*S/.test(name));
  const hashes = await Promise.all(
    // A flag that changes renames the file: then the next look sees it.
    marked.map(async (name) => await readFile(path.join(folder, name)).then(hashOf, () => null)),
  );
  return hashes.filter((hash) => hash !== null);
}

/** What still stands against being settled; nothing when all is done. */
async function unsettled(office: Office, mails: number, since: Date): Promise<Record<string, unknown>> {
  const { total, books } = await office.overview();
  const invoices = books[0]?.invoices;
  const seenAt = books[0]?.copies.find(({ isAuthoritative }) => isAuthoritative)?.seenAt;
  const wasSeenInOrder = books[0]?.isAtTip === true && seenAt != null && seenAt >= since;
  const open = {
    notSeen: mails - total.seen,
    toBeRead: total.toBeRead,
    toBeFetched: total.toBeFetched,
    ready: invoices?.ready,
    applying: invoices?.applying,
    healing: books[0]?.heals.filter(({ healedAt }) => healedAt === null).length,
    notSeenInOrder: wasSeenInOrder ? 0 : 1,
  };
  return Object.fromEntries(Object.entries(open).filter(([, number]) => number !== 0));
}

/** Every mail became what it should, and every invoice stands in the copy exactly once. */
export async function expectNothingLostNothingTwice(
  office: Office,
  mails: readonly GeneratedMail[],
): Promise<void> {
  const { total, books } = await office.overview();
  expect({ closes: total.closes, seen: total.seen }).toEqual({ closes: true, seen: mails.length });
  expect(await dispositionsOf(office)).toEqual(
    new Map(mails.map(({ raw, expected }) => [hashOf(raw), expected.disposition])),
  );
  const sent = mails.filter(({ expected }) => expected.disposition === 'invoice').flatMap(invoicesIn);
  expect(registeredInvoices(office.cloud).map(nameOf).sort()).toEqual(sent.sort());
  expect(receiptsIn(office.cloud)).toEqual(await appliedInLedger(office));
  expect(books[0]?.isAtTip).toBe(true);
}

async function dispositionsOf({ ledger }: Office): Promise<Map<string, string | null>> {
  const rows = await ledger.db.selectFrom('delivery').select(['original', 'disposition']).execute();
  return new Map(rows.map(({ original, disposition }) => [original, disposition]));
}

function invoicesIn({ expected }: GeneratedMail): string[] {
  return expected.invoices.map(({ invoiceNumber, supplier }) => `${invoiceNumber} of ${supplier.name}`);
}

function nameOf({ number, supplier }: RegisteredInvoice): string {
  return `${number} of ${supplier}`;
}

function receiptsIn(file: string): string[] {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const rows = database.prepare('select invoice_id from staging_post_receipt order by invoice_id').all();
    return rows.map((row) => String(row.invoice_id));
  } finally {
    database.close();
  }
}

async function appliedInLedger({ ledger }: Office): Promise<string[]> {
  const rows = await ledger.db
    .selectFrom('invoice')
    .select('id')
    .where('state', '=', 'applied')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
