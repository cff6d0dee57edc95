/** One poller for each mailbox in the ledger, also for those that are added, changed or taken away while it runs. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '../config.ts';
import { messageOf, StagingPostError } from '../errors.ts';
import type { Service } from '../service.ts';
import type { Ledger } from '../staging/ledger.ts';
import { findMailbox, listMailboxes, passwordOfMailbox, recordTrouble } from '../staging/mail/mailboxes.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { parseAfterStored } from './acknowledge.ts';
import { createImapMailbox, type ImapMailbox } from './imap-mailbox.ts';
import { createPoller } from './poller.ts';

/** How soon a mailbox that was just added is looked at. */
const refreshIntervalMs = 2_000;

export function createPollers(ledger: Ledger, settings: Settings['mailbox']): Service {
  const pollers = new Map<string, { poller: Service; madeFrom: string }>();
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const stopOne = async (name: string) => {
    await pollers.get(name)?.poller.stop();
    pollers.delete(name);
  };

  const refresh = async () => {
    const rows = await listMailboxes(ledger.db);
    for (const name of [...pollers.keys()]) {
      const row = rows.find((candidate) => candidate.name === name);
      if (!row || pollers.get(name)?.madeFrom !== essence(row)) await stopOne(name);
    }
    for (const row of rows) {
      if (stopping.signal.aborted || pollers.has(row.name)) continue;
      const poller = await pollerOf(ledger, row, settings);
      if (!poller) continue;
      await poller.start();
      pollers.set(row.name, { poller, madeFrom: essence(row) });
    }
  };

  const keepRefreshing = async () => {
    while (!stopping.signal.aborted) {
      await refresh().catch((error: unknown) => {
        ledger.log.warn({ error: messageOf(error) }, 'the list of mailboxes cannot be read');
      });
      await delay(refreshIntervalMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  return {
    name: 'mailboxes',
    async start() {
      running ??= keepRefreshing();
    },
    async stop() {
      stopping.abort();
      await running;
      await Promise.all([...pollers.keys()].map(stopOne));
    },
  };
}

/** The mailbox behind a row of the ledger. The password is read at each login. */
export function openableMailbox(ledger: Ledger, row: Row<'mailbox'>): ImapMailbox {
  return createImapMailbox({
    name: row.name,
    url: row.url,
    caFile: row.ca_file,
    readPassword: async () => passwordOfMailbox(ledger, await findMailbox(ledger.db, row.name)),
  });
}

async function pollerOf(
  ledger: Ledger,
  row: Row<'mailbox'>,
  settings: Settings['mailbox'],
): Promise<Service | null> {
  try {
    return createPoller({
      ledger,
      mailbox: openableMailbox(ledger, row),
      book: row.book,
      after: parseAfterStored(row.after_stored),
      sweepIntervalMs: settings.sweepIntervalMs,
      maxMailBytes: settings.maxMailBytes,
      reconnect: { baseMs: 1_000, maxMs: settings.backoffMaxMs },
    });
  } catch (error) {
    const code = error instanceof StagingPostError ? error.code : 'unexpected';
    await recordTrouble(ledger.db, row.name, code, messageOf(error));
    return null;
  }
}

/** What a poller is made from; when it changes, the poller is made anew. */
function essence(row: Row<'mailbox'>): string {
  return JSON.stringify([row.book, row.url, row.ca_file, row.after_stored]);
}
