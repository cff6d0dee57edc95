/** One file that did not come by mail, or a mail that lies in a file: its bytes say which. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
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
  const head = await readHead(file);
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

async function readHead(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function asPart(file: string, head: Uint8Array): Promise<MailPart> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return await asFilePart(
    { path: '1', fileName: basename(file), file },
    { head: () => head, bytes: () => bytes, sha256: () => hash.digest('hex') },
  );
}
