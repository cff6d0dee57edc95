/**
 * One SQLite file over another. The copy is made beside its place with SQLite's own backup, made ready and checked
 * there, and moved into place by one rename: whoever is interrupted leaves the old file whole, and the new one is never
 * seen half. https://www.sqlite.org/backup.html
 */
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { messageOf } from '../../errors.ts';
import type { Copy } from './copy.ts';
import { CopyUnreachableError, CopyUnusableError } from './errors.ts';
import { openSqliteCopy } from './sqlite.ts';
import { lookBeforeOpening } from './sqlite-file.ts';

/** All pages in one step, under one lock: a writer in between would have it begin again, for ever. */
const allPages = 2 ** 30;

export async function transferSqlite(
  from: string,
  to: string,
  makeReady: (copy: Copy) => Promise<void>,
): Promise<void> {
  lookBeforeOpening(from);
  const incoming = `${to}.staging-post-incoming`;
  // What a killed predecessor left.
  removeWithJournals(incoming);
  try {
    await backUp(from, incoming);
    const copy = openSqliteCopy(incoming);
    await makeReady(copy);
    await copy.close();
    sync(incoming);
    putInPlace(incoming, to);
  } catch (error) {
    removeWithJournals(incoming);
    throw error;
  }
}

async function backUp(from: string, incoming: string): Promise<void> {
  const source = new DatabaseSync(from, { timeout: 5_000 });
  try {
    await backup(source, incoming, { rate: allPages });
  } catch (error) {
    throw new CopyUnreachableError(`${from} cannot be copied now: ${messageOf(error)}`, {
      cause: error,
      hint: 'Close the program that keeps it locked; check the space on the disk.',
    });
  } finally {
    source.close();
  }
}

/** Under the exclusive lock of the file that is replaced, so that no transaction of another program goes under with it. */
function putInPlace(incoming: string, to: string): void {
  if (!existsSync(to)) {
    renameSync(incoming, to);
    sync(path.dirname(to));
    return;
  }
  lookBeforeOpening(to);
  const { mode, uid, gid, size } = statSync(to);
  chmodSync(incoming, mode);
  if (process.getuid?.() === 0) chownSync(incoming, uid, gid);
  const old = size > 0 ? lockWhole(to) : null;
  try {
    renameSync(incoming, to);
    sync(path.dirname(to));
  } finally {
    old?.close();
  }
}

function lockWhole(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    // Leaving the write-ahead log takes that nobody else has the file open, and leaves no log beside the new one.
    const { journal_mode: mode } = database.prepare('pragma journal_mode = delete').get() as {
      journal_mode: string;
    };
    if (mode !== 'delete') throw new Error('its write-ahead log is in use');
    database.exec('begin exclusive');
    return database;
  } catch (error) {
    database.close();
    const code = (error as { errcode?: number }).errcode;
    if (code !== undefined && [11, 26].includes(code & 0xff)) {
      throw new CopyUnusableError('copy_corrupt', `${file} is damaged: ${messageOf(error)}`, {
        hint: `Move it away, and repeat: the new one is put in its place.`,
        cause: error,
      });
    }
    throw new CopyUnreachableError(`${file} is in use by another program: ${messageOf(error)}`, {
      cause: error,
      hint: 'Close that program, then repeat.',
    });
  }
}

function removeWithJournals(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** On to the disk, a file or a folder; Windows cannot do that for a folder, and orders renames itself. */
function sync(place: string): void {
  try {
    const handle = openSync(place, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}
