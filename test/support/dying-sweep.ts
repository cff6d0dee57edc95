/**
 * A process of its own that sweeps a mailbox once and kills itself with SIGKILL at the n-th step that reaches out of it:
 * before and after everything asked of the mailbox, of the ledger, and between the work of a transaction and its COMMIT.
 * Ends with code 0 when it came through alive.
 */
import { createImapMailbox } from '../../src/ingest/imap-mailbox.ts';
import type { MailboxSession } from '../../src/ingest/mailbox.ts';
import { sweep } from '../../src/ingest/sweep.ts';
import { type Ledger, openLedger } from '../../src/staging/ledger.ts';

export interface DyingSweep {
  ledgerUrl: string;
  dir: string;
  mailbox: string;
  imapUrl: string;
  password: string;
  moveTo: string;
  /** The step at which to die; 0 is never. */
  dieAtStep: number;
}

const order = JSON.parse(process.env.DYING_SWEEP ?? '{}') as DyingSweep;
let steps = 0;

/** SIGKILL leaves no time for anything: nothing after this runs. */
async function step(): Promise<void> {
  steps += 1;
  if (steps !== order.dieAtStep) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise<never>(() => {});
}

function mortalLedger(ledger: Ledger): Ledger {
  return {
    ...ledger,
    async transaction(work) {
      await step();
      const result = await ledger.transaction(async (tx) => {
        const done = await work(tx);
        await step();
        return done;
      });
      await step();
      return result;
    },
  };
}

function mortalSession(session: MailboxSession): MailboxSession {
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    await step();
    const result = await call();
    await step();
    return result;
  };
  return {
    get status() {
      return session.status;
    },
    get isOpen() {
      return session.isOpen;
    },
    select: async () => await around(async () => await session.select()),
    listUids: async () => await around(async () => await session.listUids()),
    describe: async (uids) => await session.describe(uids),
    async fetch(uid) {
      const message = await around(async () => await session.fetch(uid));
      return message && { ...message, raw: mortalChunks(message.raw) };
    },
    acknowledge: async (uid, after) => await around(async () => await session.acknowledge(uid, after)),
    foresee: async (after) => await session.foresee(after),
    untilChanged: async (signal) => await session.untilChanged(signal),
    close: async () => await session.close(),
  };
}

async function* mortalChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    await step();
  }
}

const ledger = await openLedger({ url: order.ledgerUrl, dir: order.dir, migrate: false, maxConnections: 2 });
const mailbox = createImapMailbox({
  name: order.mailbox,
  url: order.imapUrl,
  readPassword: () => order.password,
  chunkBytes: 256,
});
const session = mortalSession(await mailbox.open());
await sweep(
  {
    ledger: mortalLedger(ledger),
    mailbox: order.mailbox,
    folder: mailbox.folder,
    book: 'nordvik',
    after: { kind: 'move', folder: order.moveTo },
    maxMailBytes: 1024 * 1024,
    attemptsMax: 3,
    backoff: { baseMs: 0, maxMs: 0 },
    signal: new AbortController().signal,
  },
  session,
  true,
);
await session.close();
await ledger.close();
