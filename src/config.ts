/**
 * The environment → settings, with a message per fault and all faults at once. Only infrastructure is configured here; books,
 * mailboxes and copies live in the ledger. `.env.example` explains every variable.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { closestMatch } from 'leven';
import { z } from 'zod';
import { messageOf, StagingPostError } from './errors.ts';
import type { LogLevel } from './log.ts';

export interface Settings {
  /** Absolute. The embedded PostgreSQL, the generated key. */
  dir: string;
  /** Undefined: the embedded PostgreSQL. */
  ledgerUrl: string | undefined;
  ledgerConnectionsMax: number;
  /** Undefined: the queue lives in the ledger's database. */
  queueUrl: string | undefined;
  /** Undefined: the generated key file. */
  secretKey: string | undefined;
  logLevel: LogLevel;
  mailbox: { sweepIntervalMs: number; maxMailBytes: number; backoffMaxMs: number };
  parse: { concurrency: number; timeoutMs: number; memoryBytes: number; pagesMax: number };
  reconcile: { sweepIntervalMs: number; concurrency: number; batchSize: number; reinstallAfterMs: number };
  audit: { intervalMs: number };
  deletions: { intervalMs: number };
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const satisfies readonly LogLevel[];
const day = 86_400_000;

/** Every variable there is, in the order of `.env.example`, with what it must look like and what stands for it when it is not set. */
export const variables = {
  STAGING_POST_DIR: z.string().default('.staging-post'),
  LEDGER_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/database'),
  STAGING_POST_LEDGER_CONNECTIONS: whole(2, 500).default(10),
  QUEUE_URL: address(['redis:', 'rediss:'], 'redis://:password@host:6379/0'),
  STAGING_POST_SECRET_KEY: z
    .string()
    .regex(
      /^([0-9a-f]{64}|[\w+/-]{43}=?)$/i,
      'must be 32 bytes in base64 or hex; make one with: openssl rand -base64 32',
    )
    .optional(),
  STAGING_POST_LOG_LEVEL: z
    .enum(logLevels, {
      error: ({ input }) => `must be one of ${logLevels.join(', ')}; found "${String(input)}"`,
    })
    .default('info'),
  STAGING_POST_MAILBOX_SWEEP_INTERVAL_MS: whole(1_000, day).default(60_000),
  STAGING_POST_MAX_MAIL_BYTES: whole(1_024, 1_073_741_824).default(52_428_800),
  STAGING_POST_BACKOFF_MAX_MS: whole(1_000, day).default(300_000),
  STAGING_POST_PARSE_CONCURRENCY: whole(1, 64).default(2),
  STAGING_POST_PARSE_TIMEOUT_MS: whole(1_000, 600_000).default(20_000),
  STAGING_POST_PARSE_MEMORY_MB: whole(128, 16_384).default(768),
  STAGING_POST_PARSE_PAGES_MAX: whole(1, 10_000).default(60),
  STAGING_POST_RECONCILE_SWEEP_INTERVAL_MS: whole(100, day).default(5_000),
  STAGING_POST_RECONCILE_CONCURRENCY: whole(1, 256).default(4),
  STAGING_POST_BATCH_SIZE: whole(1, 10_000).default(100),
  STAGING_POST_REINSTALL_AFTER_MS: whole(0, day).default(30_000),
  STAGING_POST_DELETIONS_INTERVAL_MS: whole(1_000, day).default(30_000),
  STAGING_POST_AUDIT_INTERVAL_MS: whole(1_000, 24 * day).default(day),
};

export type VariableName = keyof typeof variables;

/** Names that are the user's own: passwords of mailboxes, given by `mailbox add --password-env`. */
const freePrefix = 'STAGING_POST_PASSWORD_';

/**
 * Reads the settings out of an environment; an empty variable counts as not set.
 * @throws StagingPostError `configuration_invalid`, one line per fault.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in variables && value?.trim()),
  );
  const parsed = z.object(variables).safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...misspelt(Object.keys(environment)),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new StagingPostError(
      'configuration_invalid',
      `the configuration is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
      {
        kind: 'usage',
        hint: 'Every variable is explained in .env.example.',
        details: { faults },
      },
    );
  }
  return settingsOf(parsed.data);
}

/** The settings of this process: its environment, and what `.env` in the working directory adds to it. */
export function loadSettings(): Settings {
  const file = path.resolve('.env');
  if (existsSync(file)) {
    try {
      process.loadEnvFile(file);
    } catch (error) {
      throw new StagingPostError('configuration_invalid', `${file} cannot be read: ${messageOf(error)}`, {
        kind: 'usage',
        hint: 'Mend its rights, or take it away.',
        cause: error,
      });
    }
  }
  return readSettings(process.env);
}

function settingsOf(values: z.output<z.ZodObject<typeof variables>>): Settings {
  return {
    dir: path.resolve(values.STAGING_POST_DIR),
    ledgerUrl: values.LEDGER_URL,
    ledgerConnectionsMax: values.STAGING_POST_LEDGER_CONNECTIONS,
    queueUrl: values.QUEUE_URL,
    secretKey: values.STAGING_POST_SECRET_KEY,
    logLevel: values.STAGING_POST_LOG_LEVEL,
    mailbox: {
      sweepIntervalMs: values.STAGING_POST_MAILBOX_SWEEP_INTERVAL_MS,
      maxMailBytes: values.STAGING_POST_MAX_MAIL_BYTES,
      backoffMaxMs: values.STAGING_POST_BACKOFF_MAX_MS,
    },
    parse: {
      concurrency: values.STAGING_POST_PARSE_CONCURRENCY,
      timeoutMs: values.STAGING_POST_PARSE_TIMEOUT_MS,
      memoryBytes: values.STAGING_POST_PARSE_MEMORY_MB * 1024 * 1024,
      pagesMax: values.STAGING_POST_PARSE_PAGES_MAX,
    },
    reconcile: {
      sweepIntervalMs: values.STAGING_POST_RECONCILE_SWEEP_INTERVAL_MS,
      concurrency: values.STAGING_POST_RECONCILE_CONCURRENCY,
      batchSize: values.STAGING_POST_BATCH_SIZE,
      reinstallAfterMs: values.STAGING_POST_REINSTALL_AFTER_MS,
    },
    audit: { intervalMs: values.STAGING_POST_AUDIT_INTERVAL_MS },
    deletions: { intervalMs: values.STAGING_POST_DELETIONS_INTERVAL_MS },
  };
}

function whole(least: number, most: number) {
  const says = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .trim()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: ({ input }) => `${says}; found "${String(input)}"`,
    })
    .transform(Number);
}

/** A URL; what was found is not shown, since it may hold a password. */
function address(protocols: readonly string[], example: string) {
  const fits = (text: string) => protocols.some((protocol) => text.startsWith(`${protocol}//`));
  return z
    .string()
    .trim()
    .refine(fits, { error: `must be an address such as ${example}` })
    .refine((text) => !fits(text) || URL.canParse(text), {
      error: 'cannot be read as an address: in a password, / ? # and @ are written %2F %3F %23 and %40',
    })
    .optional();
}

/** Variables that are meant for us but are not known: most likely a slip of the pen, and silently without effect. */
function misspelt(names: readonly string[]): string[] {
  const known = Object.keys(variables);
  return names
    .filter(
      (name) => name.startsWith('STAGING_POST_') && !known.includes(name) && !name.startsWith(freePrefix),
    )
    .map((name) => {
      const meant = closestMatch(name, known, { maxDistance: 6 });
      return `${name} is not a setting${meant ? `; did you mean ${meant}?` : ''}`;
    });
}
