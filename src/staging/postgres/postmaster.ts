/** Which server, if any, runs over a data directory: what `postmaster.pid` says, and whether it is still true. */
import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export interface Postmaster {
  pid: number;
  port: number;
}

/** No process ever bears this number: the greatest that fits, far above every system's limit. */
const nobodysPid = 2 ** 31 - 1;

/** The server that runs over this directory, or null. A pid file left by a crash, its number now borne by another program, counts as none. */
export async function readPostmaster(data: string): Promise<Postmaster | null> {
  const lines = await pidFileLines(data);
  if (lines === null) return null;
  // https://www.postgresql.org/docs/18/storage-file-layout.html: pid, directory, start, port, …
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0 || !(port > 0)) return null;
  return isAlive(pid) && (await isPostmasterOf(pid, data)) ? { pid, port } : null;
}

/**
 * Makes a left-over pid file harmless when its number is borne by a program that is not our server; PostgreSQL itself sees
 * only that the number is alive, and would refuse to start. The file is not removed: its line about shared memory still
 * guards against the orphans of a killed server.
 */
export async function disownPidFile(data: string): Promise<void> {
  const lines = await pidFileLines(data);
  if (lines === null || (await readPostmaster(data)) !== null) return;
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid) || (await isPostmasterOf(pid, data))) return;
  await writeFile(pidFile(data), [nobodysPid, ...lines.slice(1)].join('\n'));
}

const pidFile = (data: string) => path.join(data, 'postmaster.pid');

async function pidFileLines(data: string): Promise<string[] | null> {
  try {
    return (await readFile(pidFile(data), 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A postmaster's working directory is its data directory; where the system does not show it, its name must do. */
async function isPostmasterOf(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // A killed server whose parent never asked for its exit code (a container without an init) is a zombie: alive to kill(2), yet gone.
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    if (/^State:\s+[ZX]/m.test(status)) return false;
    const workingDirectory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return workingDirectory === null
      ? /^Name:\s+postgres$/m.test(status)
      : workingDirectory === (await realpath(data));
  }
  if (process.platform === 'win32') return true;
  const ps = promisify(execFile)('ps', ['-p', `${pid}`, '-o', 'comm=']);
  const { stdout } = await ps.catch(() => ({ stdout: '' }));
  return path.basename(stdout.trim()).startsWith('postgres');
}
