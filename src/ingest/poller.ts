/**
 * Watches one mailbox for as long as it runs. IDLE only shortens the wait: a full sweep comes at its interval whatever
 * the server says, or does not say. Whatever goes wrong is written down where `status` shows it, and tried again on a
 * fresh connection, for ever. Two pollers on one mailbox are wasteful but harmless: the ledger takes each mail once.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { type Backoff, backoffMs } from '../backoff.ts';
import { messageOf, StagingPostError } from '../errors.ts';
import type { Service } from '../service.ts';
import type { Ledger } from '../staging/ledger.ts';
import { recordTrouble } from '../staging/mail/mailboxes.ts';
import type { AfterStored, Mailbox } from './mailbox.ts';
import { type Sweeping, type SweepReport, sweep } from './sweep.ts';

export interface PollerSettings {
  ledger: Ledger;
  mailbox: Mailbox & { readonly folder: string };
  /** The book that the mailbox belongs to, or null where the recipient decides. */
  book: string | null;
  after: AfterStored;
  /** Time from the end of one full sweep to the next. Default 60 s. */
  sweepIntervalMs?: number;
  /** Default 50 MiB. */
  maxMailBytes?: number;
  /** Between connections. Default 1 s … 5 min. */
  reconnect?: Backoff;
  /** Between attempts to fetch one mail. Default 15 s, doubling to 24 h; quarantined after 8. */
  refetch?: Backoff & { attemptsMax: number };
  /** Told after every sweep. */
  onSwept?: (report: SweepReport) => void;
}

/** How long a mail in hand may take after `stop`. */
const graceMs = 3_000;

export function createPoller(settings: PollerSettings): Service {
  const { ledger, mailbox } = settings;
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  return {
    name: `mailbox ${mailbox.name}`,
    async start() {
      running ??= watch(settings, stopping.signal).catch((error) => {
        ledger.log.error({ mailbox: mailbox.name, error: messageOf(error) }, 'the poller ended');
      });
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function watch(settings: PollerSettings, signal: AbortSignal): Promise<void> {
  const { ledger, mailbox, reconnect = { baseMs: 1_000, maxMs: 5 * 60_000 } } = settings;
  let failures = 0;
  while (!signal.aborted) {
    let askedMs = 0;
    try {
      await watchOverOneConnection(settings, signal, () => {
        failures = 0;
      });
      // The server closed the connection, which is its right: come back, but not in a rush.
      ledger.log.debug({ mailbox: mailbox.name }, 'the connection was closed');
    } catch (error) {
      if (signal.aborted) return;
      await report(settings, error, failures);
      askedMs = askedFor(error);
    }
    failures += 1;
    await pause(Math.max(askedMs, backoffMs(failures, reconnect)), signal);
  }
}

/** Resolves when the server closes the connection or at `signal`. */
async function watchOverOneConnection(
  settings: PollerSettings,
  signal: AbortSignal,
  onSuccess: () => void,
): Promise<void> {
  const { ledger, mailbox, sweepIntervalMs = 60_000 } = settings;
  const sweeping = sweepingOf(settings, signal);
  const session = await mailbox.open(signal);
  // The mail in hand may be finished, but a server that keeps silent must not hold up the stop.
  const hurry = () => void setTimeout(() => void session.close(), graceMs).unref();
  signal.addEventListener('abort', hurry, { once: true });
  try {
    for (let isFresh = true; !signal.aborted; isFresh = false) {
      const swept = await sweep(sweeping, session, isFresh);
      if (swept.isComplete) onSuccess();
      ledger.log.debug({ mailbox: mailbox.name, ...swept }, 'swept');
      settings.onSwept?.(swept);
      const next = await session.untilChanged(
        AbortSignal.any([signal, AbortSignal.timeout(sweepIntervalMs)]),
      );
      if (next === 'closed') return;
    }
  } finally {
    signal.removeEventListener('abort', hurry);
    await session.close();
  }
}

function sweepingOf(settings: PollerSettings, signal: AbortSignal): Sweeping {
  const { refetch = { attemptsMax: 8, baseMs: 15_000, maxMs: 24 * 60 * 60_000 } } = settings;
  return {
    ledger: settings.ledger,
    mailbox: settings.mailbox.name,
    folder: settings.mailbox.folder,
    book: settings.book,
    after: settings.after,
    maxMailBytes: settings.maxMailBytes ?? 50 * 1024 * 1024,
    attemptsMax: refetch.attemptsMax,
    backoff: refetch,
    signal,
  };
}

async function report({ ledger, mailbox }: PollerSettings, error: unknown, failures: number): Promise<void> {
  const code = error instanceof StagingPostError ? error.code : 'unexpected';
  ledger.log.warn(
    { mailbox: mailbox.name, code, failures, error: messageOf(error) },
    'the mailbox cannot be read',
  );
  try {
    await recordTrouble(ledger.db, mailbox.name, code, messageOf(error));
  } catch (unwritten) {
    ledger.log.warn({ mailbox: mailbox.name, error: messageOf(unwritten) }, 'and the ledger cannot be told');
  }
}

/** How long a throttling server asked to be left alone, in milliseconds. */
function askedFor(error: unknown): number {
  const asked = error instanceof StagingPostError ? error.details.retryAfterMs : 0;
  return typeof asked === 'number' ? asked : 0;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
