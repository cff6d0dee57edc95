/** A ledger of its own for a test: a clone of one that was migrated once for the whole run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Ledger, type LedgerOptions, openLedger } from '../../src/staging/ledger.ts';
import { createTestDatabase, onServer, testServerUrl, urlOfDatabase } from './postgres.ts';

export interface TestLedger {
  readonly ledger: Ledger;
  /** Of its database, for whoever needs a second ledger on it or another process. */
  readonly url: string;
  /** An empty directory of its own (key file and the like). */
  readonly dir: string;
  /** Another ledger object on the same database, as another process would have; closed with `drop`. */
  openAnother(options?: Partial<LedgerOptions>): Promise<Ledger>;
  /** Closes every ledger and removes database and directory. */
  drop(): Promise<void>;
}

const template = 'ledger_template';
let templateReady: Promise<void> | undefined;

/** A migrated, empty database; cheap after the first. `drop` it yourself. */
export async function createTestLedgerDatabase() {
  templateReady ??= prepareTemplate();
  await templateReady;
  return await createTestDatabase(template);
}

export async function createTestLedger(options: Partial<LedgerOptions> = {}): Promise<TestLedger> {
  const database = await createTestLedgerDatabase();
  const dir = await mkdtemp(path.join(tmpdir(), 'staging-post-ledger-'));
  const opened: Ledger[] = [];
  const openAnother = async (more: Partial<LedgerOptions> = {}) => {
    const ledger = await openLedger({ url: database.url, dir, maxConnections: 5, ...options, ...more });
    opened.push(ledger);
    return ledger;
  };
  return {
    ledger: await openAnother(),
    url: database.url,
    dir,
    openAnother,
    async drop() {
      await Promise.all(opened.map((ledger) => ledger.close()));
      await database.drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Made by whichever test file comes first; the others, in other processes, wait for it. */
async function prepareTemplate(): Promise<void> {
  await onServer(async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('${template}'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    const dir = await mkdtemp(path.join(tmpdir(), 'staging-post-ledger-'));
    const ledger = await openLedger({ url: urlOfDatabase(await testServerUrl(), unfinished), dir });
    await ledger.close();
    await rm(dir, { recursive: true, force: true });
    await client.query(`alter database ${unfinished} rename to ${template}`);
  });
}
