/**
 * An embedded PostgreSQL for whoever has not set LEDGER_URL. The server runs apart from us, so it outlives a killed
 * process, and the next one finds it. Everybody who uses it keeps one connection open, its presence; the last one out stops the server.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { messageOf, StagingPostError } from '../../errors.ts';
import { withFileLock } from '../file-lock.ts';
import {
  type Cluster,
  initialise,
  isInitialised,
  openCluster,
  readPassword,
  startServer,
  stopServer,
  superuser,
} from './cluster.ts';
import { type Postmaster, readPostmaster } from './postmaster.ts';

export interface EmbeddedPostgres {
  /** Of the ledger's database, with the password: never to be logged. */
  readonly url: string;
  /** Leaves; the last one out stops the server, unless `keep`. Safe to call twice. Close your own connections first. */
  release(options?: { keep?: boolean }): Promise<void>;
}

/** `processID` is the server's process for the connection; pg has it, its types do not. */
type Presence = pg.Client & { processID: number | null };

const database = 'staging_post';
const presenceName = 'staging-post presence';
/** Starting after a crash replays the log first: it may take its time, but not for ever. */
const lockTimeoutMs = 180_000;
const answerTimeoutMs = 60_000;
const lingerTimeoutMs = 2_000;

/**
 * Finds or starts the server whose data lies in `<dir>/postgres`, creating it on first use (PostgreSQL 18, loopback only,
 * password in a file of mode 0600). Commands that come at the same time share one server.
 * @throws StagingPostError saying what stands in the way, where no embedded server can run.
 */
export async function ensureEmbeddedPostgres(dir: string): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(dir);
  const presence = await withFileLock(cluster.lockFile, lockTimeoutMs, async () => {
    if (!isInitialised(cluster)) await initialise(cluster);
    const server = (await readPostmaster(cluster.data)) ?? (await startServer(cluster));
    const client = await untilItAnswers(cluster, server);
    await createDatabase(client);
    return client;
  });
  let leaving: Promise<void> | undefined;
  return {
    url: urlOf(presence.port, await readPassword(cluster), database),
    release(options = {}) {
      leaving ??= withFileLock(cluster.lockFile, lockTimeoutMs, () =>
        leave(cluster, presence, options.keep ?? false),
      );
      return leaving;
    },
  };
}

function urlOf(port: number, password: string, name: string): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

/** Connects the presence, to the maintenance database so that ours can be copied or dropped under it. */
async function connect(cluster: Cluster, port: number): Promise<Presence> {
  const client = new pg.Client({
    connectionString: urlOf(port, await readPassword(cluster), 'postgres'),
    application_name: presenceName,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A presence that is cut off has nothing to mend: whoever uses the server sees it on their own connections.
  client.on('error', () => undefined);
  await client.connect();
  return client as Presence;
}

async function untilItAnswers(cluster: Cluster, server: Postmaster): Promise<Presence> {
  const deadline = performance.now() + answerTimeoutMs;
  for (;;) {
    try {
      return await connect(cluster, server.port);
    } catch (error) {
      if (error instanceof StagingPostError) throw error;
      if (performance.now() > deadline || !isPassing(error)) {
        throw new StagingPostError(
          'embedded_postgres_failed',
          `the embedded PostgreSQL runs (process ${server.pid}, port ${server.port}) but does not let us in: ${messageOf(error)}`,
          { kind: 'unreachable', hint: `Its log is ${cluster.logFile}.`, cause: error },
        );
      }
    }
    await sleep(100);
  }
}

/** Starting up, recovering, or not listening yet. */
function isPassing(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === '57P03' || code === 'ECONNREFUSED' || code === 'ECONNRESET';
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) await client.query(`create database ${database}`);
}

async function leave(cluster: Cluster, presence: Presence, keep: boolean): Promise<void> {
  await presence.end().catch(() => undefined);
  if (keep || (await readPostmaster(cluster.data)) === null) return;
  if (await isLastOut(cluster, presence.processID)) await stopServer(cluster);
}

/**
 * True when nobody is connected any more. Connections just closed linger a moment in the server, so they are given one;
 * our own presence must be gone before we let go of the lock, or the next to leave would take it for somebody.
 */
async function isLastOut(cluster: Cluster, ownPid: number | null): Promise<boolean> {
  const server = await readPostmaster(cluster.data);
  if (server === null) return false;
  const client = await untilItAnswers(cluster, server);
  try {
    const deadline = performance.now() + lingerTimeoutMs;
    for (;;) {
      const { rows } = await client.query<{ pid: number; name: string }>(
        `select pid, application_name as name from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      );
      if (rows.length === 0) return true;
      const shared = rows.some(({ name, pid }) => name === presenceName && pid !== ownPid);
      const gone = rows.every(({ pid }) => pid !== ownPid);
      if ((shared && gone) || performance.now() > deadline) return false;
      await sleep(20);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
