/** What a command works with, opened when it first asks and closed when it ends. */
import { userInfo } from 'node:os';
import { loadSettings, type Settings } from '../config.ts';
import { createLog, type Log } from '../log.ts';
import { type Ledger, type LedgerOptions, openLedger } from '../staging/ledger.ts';
import type { Answer } from './answer.ts';

export interface Context {
  readonly json: boolean;
  readonly settings: Settings;
  readonly log: Log;
  /** Who does it, for the history: "cli:anna". */
  readonly actor: string;
  /** The ledger, opened once. Its tables are brought up to date only where it is the embedded one: yours may have other users. */
  ledger(options?: Partial<LedgerOptions>): Promise<Ledger>;
  /** Closed when the command ends, last one first. */
  closeLater(close: () => Promise<unknown>): void;
}

export interface OpenContext extends Context {
  close(): Promise<void>;
}

export function openContext({ json }: { json: boolean }): OpenContext {
  const settings = loadSettings();
  const log = createLog(logLevelOf(settings));
  const closings: (() => Promise<unknown>)[] = [];
  let ledger: Promise<Ledger> | undefined;
  return {
    json,
    settings,
    log,
    actor: actorOf(),
    ledger(options = {}) {
      ledger ??= openOnce({ ...ledgerOptions(settings, log), ...options }, closings);
      return ledger;
    },
    closeLater: (close) => void closings.push(close),
    async close() {
      for (let close = closings.pop(); close; close = closings.pop()) await close();
    },
  };
}

async function openOnce(options: LedgerOptions, closings: (() => Promise<unknown>)[]): Promise<Ledger> {
  const ledger = await openLedger(options);
  closings.push(() => ledger.close());
  return ledger;
}

/** How these settings say to open the ledger. */
export function ledgerOptions(settings: Settings, log: Log): LedgerOptions {
  return {
    url: settings.ledgerUrl,
    dir: settings.dir,
    secretKey: settings.secretKey,
    queueUrl: settings.queueUrl,
    maxConnections: settings.ledgerConnectionsMax,
    migrate: settings.ledgerUrl === undefined,
    log,
  };
}

/** A command's answer stands in a terminal: only what is wrong is logged beside it, unless somebody asked for more. */
function logLevelOf(settings: Settings): Settings['logLevel'] {
  return process.env.STAGING_POST_LOG_LEVEL?.trim() ? settings.logLevel : 'error';
}

function actorOf(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // In a container the user may have a number and no name.
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}

/** Wraps a command's work: opens its context, prints its answer, closes the context. Commander's own last argument is taken off. */
export type Runner = <Args extends unknown[]>(
  work: (context: Context, ...args: Args) => Promise<Answer>,
) => (...args: [...Args, unknown]) => Promise<void>;
