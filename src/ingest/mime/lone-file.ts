/** One file that did not come by mail, or a mail that lies in a file: its bytes say which. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { ReadingLimits } from '../reading-limits.ts';
import { headBytes, judgeMediaType, mediaTypes } from './media-type.ts';
import { asFilePart, type MailPart } from './part.ts';
import { blankMail, type SplitMail, splitMail } from './split.ts';

/** Splits a file: a mail into its parts, anything else into itself as the only part. */
export async function splitLoneFile(
  file: string,
  workDirectory: string,
  limits: ReadingLimits,
): Promise<SplitMail> {
  const [head = new Uint8Array()] = chunksOf(file);
  const mediaType = await judgeMediaType(head, null);
  // Text that is nothing else is a mail, however odd its first lines are.
  if (mediaType === mediaTypes.mail || mediaType === mediaTypes.text) {
    return await splitMail(file, workDirectory, limits);
  }
  const part = await asPart(file, head);
  return {
    ...blankMail(),
    parts: [part],
    left: { bytes: limits.decodedBytes - part.bytes, parts: limits.parts - 1 },
  };
}

async function asPart(file: string, head: Uint8Array): Promise<MailPart> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of chunksOf(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return await asFilePart(
    { path: '1', fileName: basename(file), file },
    { head: () => head, bytes: () => bytes, sha256: () => hash.digest('hex') },
  );
}

/** Reading a file by hops to other threads costs more than the file, and a reading process has nothing else to do meanwhile. */
function* chunksOf(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(headBytes);
    for (;;) {
      const bytes = readSync(descriptor, buffer);
      if (bytes === 0) return;
      yield buffer.subarray(0, bytes);
    }
  } finally {
    closeSync(descriptor);
  }
}
