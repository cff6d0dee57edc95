/** Unpacks one container. Runs only inside a reading process: what comes in archives may be made to do harm. */
import { messageOf } from '../../errors.ts';
import type { Reason } from '../../invoice/invoice.ts';
import { mediaTypes } from '../mime/media-type.ts';
import { printable } from '../mime/printable.ts';
import { isOurOwnFault } from '../own-faults.ts';
import type { Container, Contents } from './container.ts';
import { UnpackRefused } from './file-writer.ts';
import { unpackGzip } from './gzip.ts';
import { unpackMail } from './mail.ts';
import { unpackSigned } from './signed.ts';
import { unpackZip } from './zip.ts';

/** What a container holds; what was unpacked before something went wrong is kept. */
export async function unpack(container: Container): Promise<Contents> {
  const contents: Contents = { parts: [], bodies: [], reasons: [], refusal: null };
  try {
    await unpackInto(contents, container);
  } catch (error) {
    if (isOurOwnFault(error)) throw error;
    contents.refusal = refusalFor(error);
  }
  return contents;
}

async function unpackInto(contents: Contents, container: Container): Promise<void> {
  switch (container.mediaType) {
    case mediaTypes.zip:
      return await unpackZip(container, contents);
    case mediaTypes.gzip:
      return await unpackGzip(container, contents);
    case mediaTypes.signed:
      return await unpackSigned(container, contents);
    default:
      return await unpackMail(container, contents);
  }
}

function refusalFor(error: unknown): Reason {
  if (error instanceof UnpackRefused) return error.reason;
  return {
    code: 'archive_damaged',
    message: `it cannot be unpacked to its end: ${printable(messageOf(error), 200)}`,
  };
}
