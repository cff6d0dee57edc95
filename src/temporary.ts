/**
 * Temporary folders. A process that is killed cannot clear its own away, and mails lie in them: the next worker on the
 * machine does.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, openSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The number is the process that made it. */
const pattern = /^staging-post-temporary-(\d+)-/;

/** Nothing is held in one for this long; a process of that number may also live in another container on the same disk. */
const abandonedAfterMs = 60 * 60_000;

/** A new folder that only this user can look into. Whoever makes it removes it. */
export async function makeTemporaryFolder(): Promise<string> {
  return await mkdtemp(path.join(tmpdir(), `staging-post-temporary-${process.pid}-`));
}

/**
 * A name for such a folder that nobody can guess. Whoever first puts a file in it makes it: most documents are read without
 * one, and to make and remove it costs more than all else that is done for them outside the reading process.
 */
export function nameTemporaryFolder(): string {
  return path.join(tmpdir(), `staging-post-temporary-${process.pid}-${randomUUID()}`);
}

/** Opens a file in a temporary folder to be written, for this user alone. Makes the folder where it is only named so far. */
export function openTemporaryFile(file: string): number {
  try {
    return openSync(file, 'w', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    return openSync(file, 'w', 0o600);
  }
}

/** Removes what killed processes left lying; how many folders that were. */
export async function clearAbandonedFolders(now: Date): Promise<number> {
  const names = await readdir(tmpdir()).catch(() => []);
  const abandoned = await Promise.all(names.map(async (name) => await isAbandoned(name, now)));
  const folders = names.filter((_name, index) => abandoned[index]);
  for (const name of folders) await rm(path.join(tmpdir(), name), { recursive: true, force: true });
  return folders.length;
}

async function isAbandoned(name: string, now: Date): Promise<boolean> {
  const pid = Number(pattern.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(pid) || isAlive(pid)) return false;
  const found = await stat(path.join(tmpdir(), name)).catch(() => null);
  // Another user's folder is not ours to judge.
  if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) return false;
  return now.getTime() - found.mtimeMs > abandonedAfterMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
