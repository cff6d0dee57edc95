/**
 * Looking before opening: what stands beside a SQLite file, and whether it belongs to it. People copy database files
 * over each other; a journal that an interrupted transaction left beside the old file would be rolled back into the new
 * one, and destroy it. https://www.sqlite.org/fileformat2.html#the_rollback_journal
 */
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { messageOf } from '../../errors.ts';
import { CopyUnreachableError, CopyUnusableError } from './errors.ts';

const headerBytes = 100;
const changeCounterAt = 24;
const journalMagic = Buffer.from('d9d505f920a163d7', 'hex');
/** Written in place of the number of records where the journal is not synced: all that are there. */
const allRecords = 0xffffffff;
const walHeaderBytes = 32;
const walFrameHeaderBytes = 24;
/** Its last bit tells the byte order of the checksums. */
const walMagic = 0x377f0682;

export interface FileHeader {
  pageBytes: number;
  changeCounter: number;
  /** Pages that the file should have, or null where the header does not say (offset 92 differs from the change counter). */
  pages: number | null;
  isWal: boolean;
}

/** What tells one file from another at the same path, without reading it. */
export interface FileStamp {
  inode: number;
  bytes: number;
  modifiedMs: number;
  /** Of the file's own record, which no copying program sets: one that keeps times, such as `cp -p`, is seen as well. */
  changedMs: number;
}

export function stampOf(file: string): FileStamp {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(file);
    return { inode: ino, bytes: size, modifiedMs: mtimeMs, changedMs: ctimeMs };
  } catch (error) {
    throw new CopyUnreachableError(`the database file ${file} is not there: ${messageOf(error)}`, {
      cause: error,
      hint: 'Check the path and whether the disk or share is mounted; Staging Post never creates a database file by itself.',
    });
  }
}

/**
 * Refuses a file that is still being copied, or that a foreign write-ahead log would be read into, and sets a rollback
 * journal aside that does not belong to the file.
 * @returns where a stale journal was kept, or null
 */
export function lookBeforeOpening(file: string): { setAside: string | null } {
  const journal = `${file}-journal`;
  if (stampOf(file).bytes === 0) return { setAside: existsSync(journal) ? setAside(journal) : null };
  const header = readHeader(file);
  const { bytes } = stampOf(file);
  if (header.pages !== null && bytes < header.pages * header.pageBytes) {
    throw new CopyUnreachableError(
      `${file} has ${bytes} bytes where its header says ${header.pages * header.pageBytes}: it is being copied at this moment, or was cut`,
      { hint: 'Nothing to do if a copy is under way. Otherwise restore the file from a good one.' },
    );
  }
  const isForeignLog = isWalForeign(file, header);
  const isStale = isJournalStale(file, header);
  if (!isForeignLog && !isStale) return { setAside: null };
  // Its owner may be writing to it: what was read must be of one moment, or a live journal could be taken for a stale one.
  if (readHeader(file).changeCounter !== header.changeCounter) {
    throw new CopyUnreachableError(`${file} was written to while it was looked at`, {
      hint: 'Nothing to do: it is looked at again.',
    });
  }
  if (isForeignLog) throw foreignWal(file);
  return { setAside: setAside(journal) };
}

function readHeader(file: string): FileHeader {
  const header = reading(file, (read) => read(0, headerBytes)) ?? Buffer.alloc(0);
  if (header.length < headerBytes || header.toString('latin1', 0, 15) !== 'SQLite format 3') {
    throw new CopyUnusableError('not_a_database', `${file} is not a SQLite database`, {
      hint: 'Check the path of the copy; restore the file if something else was written over it.',
    });
  }
  const changeCounter = header.readUInt32BE(changeCounterAt);
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  return {
    pageBytes,
    changeCounter,
    pages: header.readUInt32BE(92) === changeCounter ? header.readUInt32BE(28) : null,
    isWal: header[18] === 2 || header[19] === 2,
  };
}

/**
 * A hot journal holds the pages as they were before the interrupted transaction. It belongs to the file only if the
 * file's first page is the journal's, or the one that this transaction would have put there: its change counter is the
 * same, or one more. Any other counter means that another file stands here now.
 */
function isJournalStale(file: string, header: FileHeader): boolean {
  const journal = `${file}-journal`;
  return (
    reading(journal, (read, bytes) => {
      const head = readJournalHeader(read, 0);
      if (!head) return false;
      if (head.pageBytes !== header.pageBytes) return true;
      const counter = counterBefore(read, bytes);
      if (counter !== null) return (header.changeCounter - counter) >>> 0 > 1;
      // The first page was not touched yet, so the header is the old one: it must tell the size that the journal noted.
      if (header.pages !== null) return header.pages !== head.initialPages;
      throw new CopyUnusableError(
        'journal_in_doubt',
        `${journal} was left by an interrupted transaction, and cannot be told to belong to ${file}`,
        {
          hint: `If another file was copied over ${file}, move the journal away; if not, open the file once with the program that wrote it.`,
        },
      );
    }) ?? false
  );
}

interface JournalHeader {
  records: number;
  initialPages: number;
  sectorBytes: number;
  pageBytes: number;
}

function readJournalHeader(read: Read, at: number): JournalHeader | null {
  const head = read(at, 28);
  if (head.length < 28 || !head.subarray(0, 8).equals(journalMagic)) return null;
  return {
    records: head.readUInt32BE(8),
    initialPages: head.readUInt32BE(16),
    sectorBytes: head.readUInt32BE(20),
    pageBytes: head.readUInt32BE(24),
  };
}

/**
 * The change counter before the transaction, if the journal holds the first page. A journal is one or more segments: a
 * header, and as many records (page number, page, checksum) as it says; each header begins on a sector of its own.
 */
function counterBefore(read: Read, bytes: number): number | null {
  let segment = readJournalHeader(read, 0);
  const { sectorBytes = 512, pageBytes = 0 } = segment ?? {};
  const recordBytes = pageBytes + 8;
  for (let at = 0; segment; segment = readJournalHeader(read, at)) {
    at += sectorBytes;
    const there = Math.floor((bytes - at) / recordBytes);
    const records = Math.min(segment.records === allRecords ? there : segment.records, there);
    for (let record = 0; record < records; record += 1, at += recordBytes) {
      if (read(at, 4).readUInt32BE(0) === 1) {
        return read(at + 4, headerBytes).readUInt32BE(changeCounterAt);
      }
    }
    at = Math.ceil(at / sectorBytes) * sectorBytes;
  }
  return null;
}

/**
 * SQLite reads a write-ahead log into whatever file it stands beside. Beside a file that is not in that mode it is
 * certainly another's. Otherwise its first pages tell: each writer adds one to the change counter that it found, so the
 * file's own counter is one of the log's, or the one just before. https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
function isWalForeign(file: string, header: FileHeader): boolean {
  return (
    reading(`${file}-wal`, (read, bytes) => {
      if (bytes === 0) return false;
      if (!header.isWal) return true;
      const head = read(0, walHeaderBytes);
      if (head.length < walHeaderBytes || (head.readUInt32BE(0) & ~1) !== walMagic) return false;
      const pageBytes = head.readUInt32BE(8);
      if (pageBytes !== header.pageBytes) return true;
      const salts = head.subarray(16, 24);
      const counters: number[] = [];
      const frameBytes = walFrameHeaderBytes + pageBytes;
      for (let at = walHeaderBytes; at + frameBytes <= bytes; at += frameBytes) {
        const frame = read(at, walFrameHeaderBytes);
        // What follows is left from before the log began anew.
        if (!frame.subarray(8, 16).equals(salts)) break;
        if (frame.readUInt32BE(0) === 1) {
          counters.push(read(at + walFrameHeaderBytes, headerBytes).readUInt32BE(changeCounterAt));
        }
      }
      const [first, last] = [counters[0], counters.at(-1)];
      if (first === undefined || last === undefined) return false;
      return (header.changeCounter - (first - 1)) >>> 0 > (last - (first - 1)) >>> 0;
    }) ?? false
  );
}

function foreignWal(file: string): CopyUnusableError {
  const wal = `${file}-wal`;
  return new CopyUnusableError('stale_wal', `${wal} does not belong to ${file}`, {
    hint: `Another file was copied over ${file} while its program was open: move ${wal} and ${file}-shm away, then look at what they held.`,
  });
}

/** Kept, never deleted: it is the only trace of what was interrupted. */
function setAside(journal: string): string {
  const kept = `${journal}.stale-${stampOf(journal).modifiedMs.toFixed(0)}`;
  renameSync(journal, kept);
  return kept;
}

type Read = (position: number, length: number) => Buffer;

/** Reads here and there in one file, and closes it; null when there is no such file (any more). */
function reading<T>(file: string, work: (read: Read, bytes: number) => T): T | null {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new CopyUnreachableError(`${file} cannot be read: ${messageOf(error)}`, {
      cause: error,
      hint: 'Check the permissions of the file and its folder.',
    });
  }
  try {
    const read = (position: number, length: number) => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(handle, buffer, 0, length, position));
    };
    return work(read, fstatSync(handle).size);
  } finally {
    closeSync(handle);
  }
}
