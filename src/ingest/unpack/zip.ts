/** Zip archives. Names are data; checksums are checked, so that a damaged file is known as such. */
import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import type { PartDefect } from '../mime/part.ts';
import { printableLine } from '../mime/printable.ts';
import type { Container, Contents } from './container.ts';
import { createFileWriter, type FileWriter, UnpackRefused } from './file-writer.ts';

export async function unpackZip(container: Container, contents: Contents): Promise<void> {
  const writer = createFileWriter(container);
  // Names are not decoded by the library, which would refuse those that are paths: to us they are no paths.
  const zip = await openPromise(container.file, { decodeStrings: false, autoClose: false });
  try {
    const notOpened: string[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/') && entry.uncompressedSize === 0) continue;
      if (entry.isEncrypted() || !entry.canDecodeFileData()) notOpened.push(describe(entry, name));
      else contents.parts.push(await unpackEntry(zip, entry, name, writer));
    }
    if (notOpened.length > 0) throw refusedFor(notOpened);
  } finally {
    zip.close();
  }
}

function nameOf(entry: Entry): string {
  // Typed as text, but with undecoded names it is the bytes.
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

async function unpackEntry(zip: ZipFile, entry: Entry, fileName: string, writer: FileWriter) {
  let checksum = 0;
  const content = await zip.openReadStreamPromise(entry);
  return await writer.write({
    fileName,
    packedBytes: entry.compressedSize,
    content: watched(content, (chunk) => {
      checksum = crc32(chunk, checksum);
    }),
    defects: (): PartDefect[] => (checksum === entry.crc32 ? [] : ['checksum_wrong']),
  });
}

async function* watched(
  content: AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    see(chunk);
    yield chunk;
  }
}

function describe(entry: Entry, name: string): string {
  const why = entry.isEncrypted() ? 'locked with a password' : 'packed in a way that is not known here';
  return `${printableLine(name, 60) ?? 'a file without a name'} is ${why}`;
}

function refusedFor(notOpened: readonly string[]): UnpackRefused {
  const isLocked = notOpened.some((each) => each.endsWith('a password'));
  const more = notOpened.length > 3 ? ` and ${notOpened.length - 3} more` : '';
  return new UnpackRefused(
    isLocked ? 'archive_locked' : 'archive_method_unknown',
    `${notOpened.slice(0, 3).join(', ')}${more}`,
  );
}
