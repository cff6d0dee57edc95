/** A real mail server and a ledger for one test: mails go in, sweeps run, and what the ledger has is read back. */
import { createHash } from 'node:crypto';
import type { Dovecot } from '../../demo/mail-server/dovecot.ts';
import { createImapMailbox, type ImapMailbox } from '../../src/ingest/imap-mailbox.ts';
import type { AfterStored, MailboxSession } from '../../src/ingest/mailbox.ts';
import { type Sweeping, type SweepReport, sweep } from '../../src/ingest/sweep.ts';
import { addBook } from '../../src/staging/books/books.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { createTestLedger, type TestLedger } from './ledger.ts';

export const mailboxName = 'fakturor';

export interface MailRoom {
  readonly ledger: Ledger;
  readonly testLedger: TestLedger;
  mailbox(options?: {
    folder?: string;
    port?: number;
    deadlineMs?: number;
    chunkBytes?: number;
  }): ImapMailbox;
  sweeping(more?: Partial<Sweeping>): Sweeping;
  /** Opens a fresh connection (unless one is given), sweeps once and closes it. */
  sweepOnce(
    more?: Partial<Omit<Sweeping, 'mailbox'>> & { session?: MailboxSession; mailbox?: ImapMailbox },
  ): Promise<SweepReport>;
  /** SHA-256 of every delivery's bytes, sorted. */
  deliveredHashes(): Promise<string[]>;
  sightings(): Promise<{ folder: string; uid: number; state: string; last_error: string | null }[]>;
  eventTypes(): Promise<string[]>;
  close(): Promise<void>;
}

export function hashOf(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex');
}

/** One book "nordvik" with one mailbox that belongs to it. */
export async function openMailRoom(dovecot: Dovecot, user: string): Promise<MailRoom> {
  const testLedger = await createTestLedger();
  const { ledger } = testLedger;
  await addBook(
    ledger.db,
    { slug: 'nordvik', name: 'Nordvik AB', addresses: ['faktura@nordvik.example'] },
    'test',
  );
  await ledger.db
    .insertInto('mailbox')
    .values({ name: mailboxName, book: 'nordvik', url: dovecot.url(user) })
    .execute();
  const after: AfterStored = { kind: 'keep' };
  const room: MailRoom = {
    ledger,
    testLedger,
    mailbox: ({ folder = 'INBOX', port = dovecot.plainPort, deadlineMs = 5_000, chunkBytes } = {}) =>
      createImapMailbox({
        name: mailboxName,
        url: `imap://${user}@127.0.0.1:${port}/${encodeURIComponent(folder)}`,
        readPassword: () => dovecot.password(user),
        deadlineMs,
        ...(chunkBytes === undefined ? {} : { chunkBytes }),
      }),
    sweeping: (more = {}) => ({
      ledger,
      mailbox: mailboxName,
      folder: 'INBOX',
      book: 'nordvik',
      after,
      maxMailBytes: 1024 * 1024,
      attemptsMax: 3,
      backoff: { baseMs: 0, maxMs: 0 },
      signal: new AbortController().signal,
      ...more,
    }),
    async sweepOnce({ session: given, mailbox = room.mailbox(), ...more } = {}) {
      const session = given ?? (await mailbox.open());
      try {
        return await sweep(room.sweeping({ folder: mailbox.folder, ...more }), session, given === undefined);
      } finally {
        if (!given) await session.close();
      }
    },
    async deliveredHashes() {
      const rows = await ledger.db.selectFrom('delivery').select('original').orderBy('original').execute();
      return rows.map((row) => row.original);
    },
    async sightings() {
      return await ledger.db
        .selectFrom('sighting')
        .select(['folder', 'uid', 'state', 'last_error'])
        .orderBy('id')
        .execute();
    },
    async eventTypes() {
      const rows = await ledger.db.selectFrom('event').select('type').orderBy('id').execute();
      return rows.map((row) => row.type);
    },
    close: async () => await testLedger.drop(),
  };
  return room;
}
