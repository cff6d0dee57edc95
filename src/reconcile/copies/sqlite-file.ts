/**
 * Looking before opening: what stands beside a SQLite file, and whether it belongs to it. People copy database files
 * over each other; a journal that an interrupted transaction left beside the old file would be rolled back into the new
 * one, and destroy it. https://www.sqlite.org/fileformat2.html#the_rollback_journal
 */
import { closeSync, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { messageOf } from '../../errors.ts';
import { CopyUnreachableError, CopyUnusableError } from './errors.ts';

const headerBytes = 100;
const journalMagic = Buffer.from('d9d505f920a163d7', 'hex');

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
}

export function stampOf(file: string): FileStamp {
  try {
    const { ino, size, mtimeMs } = statSync(file);
    return { inode: ino, bytes: size, modifiedMs: mtimeMs };
  } catch (error) {
    throw new CopyUnreachableError(`the database file ${file} is not there: ${messageOf(error)}`, {
      cause: error,
      hint: 'Check the path and whether the disk or share is mounted; Staging Post never creates a database file by itself.',
    });
  }
}

/**
 * Refuses a file that is still being copied, and sets a journal aside that does not belong to the file.
 * @returns where a stale journal was kept, or null
 */
export function lookBeforeOpening(file: string): { setAside: string | null } {
  const { bytes } = stampOf(file);
  if (bytes === 0) return { setAside: existsSync(`${file}-journal`) ? setAside(`${file}-journal`) : null };
  const header = readHeader(file);
  if (header.pages !== null && bytes < header.pages * header.pageBytes) {
    throw new CopyUnreachableError(
      `${file} has ${bytes} bytes where its header says ${header.pages * header.pageBytes}: it is being copied at this moment, or was cut`,
      { hint: 'Nothing to do if a copy is under way. Otherwise restore the file from a good one.' },
    );
  }
  refuseForeignWal(file, header);
  return { setAside: isJournalStale(file, header) ? setAside(`${file}-journal`) : null };
}

function readHeader(file: string): FileHeader {
  const header = readAt(file, 0, headerBytes);
  if (header.length < headerBytes || header.toString('latin1', 0, 15) !== 'SQLite format 3') {
    throw new CopyUnusableError('not_a_database', `${file} is not a SQLite database`, {
      hint: 'Check the path of the copy; restore the file if something else was written over it.',
    });
  }
  const changeCounter = header.readUInt32BE(24);
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
  if (!existsSync(journal)) return false;
  const head = readAt(journal, 0, 28);
  if (head.length < 28 || !head.subarray(0, 8).equals(journalMagic)) return false;
  const initialPages = head.readUInt32BE(16);
  const sectorBytes = head.readUInt32BE(20);
  const pageBytes = head.readUInt32BE(24);
  if (pageBytes !== header.pageBytes) return true;
  const before = firstPageBefore(journal, { sectorBytes, pageBytes });
  if (before) {
    const step = (header.changeCounter - before.readUInt32BE(24)) >>> 0;
    return step > 1;
  }
  // The first page was not touched yet, so the header is the old one: it must tell the size that the journal noted.
  if (header.pages !== null) return header.pages !== initialPages;
  throw new CopyUnusableError(
    'journal_in_doubt',
    `${journal} was left by an interrupted transaction, and cannot be told to belong to ${file}`,
    {
      hint: `If another file was copied over ${file}, move the journal away; if not, open the file once with the program that wrote it.`,
    },
  );
}

/** The content of page 1 before the transaction, if the journal holds it. Records: page number, page, checksum. */
function firstPageBefore(
  journal: string,
  { sectorBytes, pageBytes }: { sectorBytes: number; pageBytes: number },
): Buffer | null {
  const recordBytes = pageBytes + 8;
  const end = statSync(journal).size;
  for (let at = sectorBytes; at + recordBytes <= end; at += recordBytes) {
    const pageNumber = readAt(journal, at, 4).readUInt32BE(0);
    if (pageNumber === 1) return readAt(journal, at + 4, headerBytes);
  }
  return null;
}

/** SQLite reads a write-ahead log even beside a file that is not in that mode: then it is certainly another file's. */
function refuseForeignWal(file: string, header: FileHeader): void {
  const wal = `${file}-wal`;
  if (header.isWal || !existsSync(wal) || statSync(wal).size === 0) return;
  throw new CopyUnusableError('stale_wal', `${wal} stands beside a file that uses no write-ahead log`, {
    hint: `Another file was copied over ${file} while its program was open: move ${wal} and ${file}-shm away, then look at what they held.`,
  });
}

/** Kept, never deleted: it is the only trace of what was interrupted. */
function setAside(journal: string): string {
  const kept = `${journal}.stale-${stampOf(journal).modifiedMs.toFixed(0)}`;
  renameSync(journal, kept);
  return kept;
}

function readAt(file: string, position: number, length: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(handle, buffer, 0, length, position));
  } finally {
    closeSync(handle);
  }
}
