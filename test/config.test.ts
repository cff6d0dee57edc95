import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadSettings, readSettings, variables } from '../src/config.ts';
import { StagingPostError } from '../src/errors.ts';
import { readEnvExample } from './deploy/env-example.ts';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof StagingPostError) return error.details.faults as string[];
    throw error;
  }
  return [];
}

describe('settings', () => {
  test('an empty environment gives the embedded ledger and the documented defaults', () => {
    expect(readSettings({})).toEqual({
      dir: path.resolve('.staging-post'),
      ledgerUrl: undefined,
      ledgerConnectionsMax: 10,
      queueUrl: undefined,
      secretKey: undefined,
      logLevel: 'info',
      mailbox: { sweepIntervalMs: 60_000, maxMailBytes: 52_428_800, backoffMaxMs: 300_000 },
      parse: { concurrency: 2, timeoutMs: 20_000, memoryBytes: 768 * 1024 * 1024, pagesMax: 60 },
      reconcile: { sweepIntervalMs: 5_000, concurrency: 4, batchSize: 100, reinstallAfterMs: 30_000 },
      audit: { intervalMs: 86_400_000 },
      deletions: { intervalMs: 30_000 },
    });
  });

  test('an empty variable counts as not set', () => {
    expect(readSettings({ LEDGER_URL: '', STAGING_POST_BATCH_SIZE: '  ' })).toEqual(readSettings({}));
  });

  test('all faults are told at once, each in a line of its own', () => {
    const environment = {
      LEDGER_URL: 'mysql://root:hunter2@db/ledger',
      STAGING_POST_LOG_LEVEL: 'loud',
      STAGING_POST_BATCH_SIZE: '0',
      STAGING_POST_SECRET_KEY: 'short',
    };
    expect(faultsOf(environment).sort()).toEqual([
      'LEDGER_URL must be an address such as postgres://user:password@host:5432/database',
      'STAGING_POST_BATCH_SIZE must be a whole number from 1 to 10000; found "0"',
      'STAGING_POST_LOG_LEVEL must be one of debug, info, warn, error, silent; found "loud"',
      'STAGING_POST_SECRET_KEY must be 32 bytes in base64 or hex; make one with: openssl rand -base64 32',
    ]);
  });

  test.each(['12.5', '1e3', '-5', '0x10', 'ten', '99999999'])('"%s" is no batch size', (text) => {
    expect(faultsOf({ STAGING_POST_BATCH_SIZE: text })).toHaveLength(1);
  });

  test('a secret is not repeated in the fault that is found in it', () => {
    const faults = faultsOf({ QUEUE_URL: 'http://:hunter2@host', STAGING_POST_SECRET_KEY: 'hunter2' });
    expect(faults).toHaveLength(2);
    expect(faults.join()).not.toContain('hunter2');
  });

  test('a password that makes an address unreadable is told how to be written, and not repeated', () => {
    for (const name of ['LEDGER_URL', 'QUEUE_URL']) {
      const scheme = name === 'LEDGER_URL' ? 'postgres' : 'redis';
      const faults = faultsOf({ [name]: `${scheme}://user:hunter/2@host/1` });
      expect(faults).toEqual([expect.stringMatching(/cannot be read as an address: .* %2F/)]);
      expect(faults.join()).not.toContain('hunter');
    }
  });

  test('a misspelt variable is told with the one that was meant', () => {
    expect(faultsOf({ STAGING_POST_BATCHSIZE: '5' })).toEqual([
      'STAGING_POST_BATCHSIZE is not a setting; did you mean STAGING_POST_BATCH_SIZE?',
    ]);
  });

  test('a password of a mailbox may bear a name of its own', () => {
    expect(faultsOf({ STAGING_POST_PASSWORD_ACME: 'x' })).toEqual([]);
  });

  test('what the environment of this process says is read', () => {
    process.env.STAGING_POST_BATCH_SIZE = '7';
    try {
      expect(loadSettings().reconcile.batchSize).toBe(7);
    } finally {
      delete process.env.STAGING_POST_BATCH_SIZE;
    }
  });
});

test('.env.example explains every variable there is, in order, with the value that holds when it is not set', async () => {
  const { settings } = await readEnvExample();
  const expected = Object.entries(variables).map(([name, schema]) => ({
    name,
    standard: String(schema.safeParse(undefined).data ?? ''),
  }));
  expect(settings).toEqual(expected);
});
