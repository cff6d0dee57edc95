/** The embedded server's cluster: its files, and starting and stopping the server over them. Callers hold the lock. */
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { messageOf, StagingPostError } from '../../errors.ts';
import { disownPidFile, type Postmaster, readPostmaster } from './postmaster.ts';
import { assertMayEnter, findProgramDirectory, runProgram, type ServerUser } from './server-programs.ts';

export const superuser = 'staging_post';

/** Where the parts of one embedded server lie. */
export interface Cluster {
  directory: string;
  data: string;
  passwordFile: string;
  logFile: string;
  lockFile: string;
}

const startAttempts = 5;
const startTimeoutSeconds = 60;
const retryEveryMs = 200;
const longLogBytes = 10_000_000;
const isRoot = () => process.getuid?.() === 0;

/** Names the parts below `dir`, creating the directories. When root creates them, others may pass through but not look. */
export async function openCluster(dir: string): Promise<Cluster> {
  const directory = path.resolve(dir, 'postgres');
  try {
    for (const own of [path.resolve(dir), directory]) {
      const created = await mkdir(own, { recursive: true, mode: 0o700 });
      if (created !== undefined && isRoot()) await chmod(own, 0o711);
    }
  } catch (error) {
    throw new StagingPostError('directory_unusable', `${directory} cannot be created: ${messageOf(error)}`, {
      hint: 'Point STAGING_POST_DIR at a directory that this user may write, or set LEDGER_URL.',
      cause: error,
    });
  }
  const within = (name: string) => path.join(directory, name);
  return {
    directory,
    data: within('data'),
    passwordFile: within('password'),
    logFile: within(path.join('data', 'server.log')),
    lockFile: within('lock'),
  };
}

export function isInitialised(cluster: Cluster): boolean {
  return existsSync(cluster.data);
}

/** Creates the cluster in a directory beside its place and moves it there when whole, so that a killed attempt leaves nothing half made. */
export async function initialise(cluster: Cluster): Promise<void> {
  assertMayEnter(futureServerUser(), [cluster.directory, path.join(findProgramDirectory(), 'initdb')]);
  await rm(cluster.passwordFile, { force: true });
  const unfinished = path.join(cluster.directory, 'data.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  // The library hands initdb the password in a file in the temporary directory that everybody may read: give it one of our own, closed to others' eyes.
  const temporary = await mkdtemp(path.join(cluster.directory, 'initialising-'));
  if (isRoot()) await chmod(temporary, 0o711);
  try {
    await runInitialise(unfinished, password, temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  await writeFile(cluster.passwordFile, password, { mode: 0o600, flag: 'wx', flush: true });
  await rename(unfinished, cluster.data);
}

/** Whom the library will give the data to when root runs us; where that user does not exist yet, somebody as unprivileged. */
function futureServerUser(): ServerUser | null {
  if (!isRoot()) return null;
  const idOf = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || '65534');
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function runInitialise(data: string, password: string, temporary: string): Promise<void> {
  const script = fileURLToPath(new URL('./initialise-cluster.ts', import.meta.url));
  const options = { env: { ...process.env, TMPDIR: temporary, TEMP: temporary, NODE_OPTIONS: '' } };
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [script, data, superuser], options, (error, _stdout, stderr) => {
      if (!error) return resolve();
      reject(
        new StagingPostError(
          'embedded_postgres_failed',
          `creating PostgreSQL's files in ${data} failed: ${stderr.trim()}`,
          {
            hint: 'Mend what it says, or set LEDGER_URL to a PostgreSQL of your own.',
            cause: error,
          },
        ),
      );
    });
    child.stdin?.end(password);
  });
}

export async function readPassword(cluster: Cluster): Promise<string> {
  try {
    return await readFile(cluster.passwordFile, 'utf8');
  } catch (error) {
    throw new StagingPostError(
      'embedded_postgres_password',
      `the password of the embedded PostgreSQL cannot be read: ${messageOf(error)}`,
      {
        hint: `Run as the user who first started it, or restore ${cluster.passwordFile} from your backup.`,
        cause: error,
      },
    );
  }
}

/** The user that owns the data runs the server: null for ourselves. */
async function serverUser(cluster: Cluster): Promise<ServerUser | null> {
  const { uid, gid } = await stat(cluster.data);
  const own = process.getuid?.();
  if (own === undefined || own === uid) return null;
  if (own === 0) return { uid, gid };
  throw new StagingPostError(
    'embedded_postgres_owner',
    `the data in ${cluster.data} belongs to another user (uid ${uid})`,
    {
      hint: 'Run as the user who first started staging-post here (root, if it was root), or use another STAGING_POST_DIR.',
    },
  );
}

/** On the command line, where no configuration file can undo it. */
const durableSettings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

/** Starts the server on a free port of the loopback address, apart from this process, and waits until it answers. */
export async function startServer(
  cluster: Cluster,
  settings: Record<string, string> = durableSettings,
): Promise<Postmaster> {
  const user = await serverUser(cluster);
  assertMayEnter(user, [cluster.data, path.join(findProgramDirectory(), 'postgres')]);
  await disownPidFile(cluster.data);
  const chosen = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  await putLongLogAside(cluster);
  let output = '';
  for (let attempt = 1; attempt <= startAttempts; attempt += 1) {
    const flags = [`-p ${await freePort()}`, '-c listen_addresses=127.0.0.1', ...chosen].join(' ');
    const result = await runProgram(
      'pg_ctl',
      ['start', '-w', '-t', `${startTimeoutSeconds}`, '-D', cluster.data, '-l', cluster.logFile, '-o', flags],
      user,
    );
    const running = await readPostmaster(cluster.data);
    if (result.exitCode === 0 && running) return running;
    output = result.output;
    // Another program may have taken the port meanwhile, or a killed server's children may be on their way out.
    await sleep(retryEveryMs);
  }
  await assertSameVersion(cluster, user);
  throw new StagingPostError(
    'embedded_postgres_failed',
    `the embedded PostgreSQL in ${cluster.data} did not start: ${output}`,
    {
      hint: `${await lastLogLine(cluster)}Its log is ${cluster.logFile}.`,
    },
  );
}

export async function stopServer(cluster: Cluster): Promise<void> {
  const args = ['stop', '-w', '-t', `${startTimeoutSeconds}`, '-m', 'fast', '-D', cluster.data];
  const { exitCode, output } = await runProgram('pg_ctl', args, await serverUser(cluster));
  if (exitCode === 0 || (await readPostmaster(cluster.data)) === null) return;
  throw new StagingPostError('embedded_postgres_failed', `the embedded PostgreSQL did not stop: ${output}`, {
    hint: `Its log is ${cluster.logFile}.`,
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** The server writes to it without end; one older part is kept. */
async function putLongLogAside({ logFile }: Cluster): Promise<void> {
  const log = await stat(logFile).catch(() => null);
  if (log && log.size > longLogBytes) await rename(logFile, `${logFile}.1`);
}

/** An upgrade of Staging Post may bring a PostgreSQL that does not read the files of the one before. */
async function assertSameVersion(cluster: Cluster, user: ServerUser | null): Promise<void> {
  const made = (await readFile(path.join(cluster.data, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await runProgram('postgres', ['--version'], user);
  const ours = /\d+/.exec(output)?.[0];
  if (ours === undefined || ours === made) return;
  throw new StagingPostError(
    'embedded_postgres_version',
    `the data in ${cluster.data} is of PostgreSQL ${made}, and this installation brings PostgreSQL ${ours}`,
    {
      kind: 'refused',
      hint: `Go back to the version of Staging Post that you came from, save the ledger with pg_dump, and restore it here into a new STAGING_POST_DIR; or take over the data with pg_upgrade.`,
    },
  );
}

async function lastLogLine(cluster: Cluster): Promise<string> {
  const log = await readFile(cluster.logFile, 'utf8').catch(() => '');
  const fatal = log.split('\n').findLast((line) => line.includes('FATAL'));
  return fatal ? `It said: ${fatal} ` : '';
}
