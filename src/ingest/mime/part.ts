/** One part of a mail: decoded straight to a file, so that a large mail never lies in memory. */
import type { MimeNode } from '@zone-eu/mailsplit';
import { watchBase64 } from './base64-watch.ts';
import { judgeMediaType, mediaTypes } from './media-type.ts';
import { type PictureSize, pictureSize } from './picture.ts';
import { printable, printableLine } from './printable.ts';
import { type ByteBudget, openSink, type Sink } from './sink.ts';
import { createUudecoder, isUuencode } from './uuencode.ts';

/** Why the bytes of a part may not be what was sent. A damaged part counts only when its document proves itself whole. */
export type PartDefect = 'truncated' | 'base64_damaged' | 'encoding_unknown' | 'checksum_wrong';

export interface MailPart {
  /** '1', '1.2'; in a nested mail '2/1'; in an archive '2#1'. */
  path: string;
  fileName: string | null;
  declaredType: string | null;
  charset: string | null;
  /** Without its angle brackets. */
  contentId: string | null;
  /** Whether it is text of the mail itself rather than something attached. */
  isBody: boolean;
  mediaType: string;
  /** For pictures whose size their first bytes tell. */
  picture: PictureSize | null;
  bytes: number;
  sha256: string;
  /** Where its decoded bytes lie while the mail is read. */
  file: string;
  defects: PartDefect[];
}

export interface OpenPart {
  write(chunk: Uint8Array): void;
  /** Resolves when every byte is decoded and judged. */
  finish(): Promise<MailPart>;
}

export function openPart(node: MimeNode, path: string, file: string, budget: ByteBudget): OpenPart {
  const declaredType = printableLine(node.contentType || null, 200);
  const fileName = node.filename ? printable(node.filename, 1000) || null : null;
  const sink = openSink(file, budget);
  const base64 = node.encoding === 'base64' ? watchBase64() : null;
  const decoder = isUuencode(node.encoding) ? createUudecoder() : node.getDecoder();
  // A throw inside a stream's event is nobody's to catch: it is kept until somebody asks.
  let failure: unknown = null;
  const decoded = new Promise<void>((resolve, reject) => {
    decoder.on('data', (chunk: Uint8Array) => {
      if (failure) return;
      try {
        sink.write(chunk);
      } catch (error) {
        failure = error;
      }
    });
    decoder.once('end', resolve);
    decoder.once('error', reject);
  });
  // A failure is met at finish(); until then it is nobody's unhandled rejection.
  decoded.catch(() => undefined);
  return {
    write(chunk) {
      if (failure) throw failure;
      base64?.see(chunk);
      decoder.write(chunk);
    },
    async finish() {
      decoder.end();
      await decoded.finally(() => sink.close());
      if (failure) throw failure;
      const mediaType = await judgeMediaType(sink.head(), declaredType);
      return {
        path,
        fileName,
        declaredType,
        charset: node.charset || null,
        contentId: contentIdOf(node),
        isBody: isBody(node, mediaType),
        mediaType,
        picture: pictureSize(sink.head()),
        bytes: sink.bytes(),
        sha256: sink.sha256(),
        file,
        defects: [
          ...(base64?.isDamaged() ? (['base64_damaged'] as const) : []),
          ...(isKnownEncoding(node.encoding) ? [] : (['encoding_unknown'] as const)),
        ],
      };
    },
  };
}

/** A part that is a file by itself rather than a node of a mail: one out of an archive, or a file that came alone. */
export async function asFilePart(
  about: { path: string; fileName: string | null; file: string },
  sink: Pick<Sink, 'head' | 'bytes' | 'sha256'>,
  defects: PartDefect[] = [],
): Promise<MailPart> {
  return {
    ...about,
    fileName: about.fileName === null ? null : printable(about.fileName, 1000) || null,
    declaredType: null,
    charset: null,
    contentId: null,
    isBody: false,
    mediaType: await judgeMediaType(sink.head(), null),
    picture: pictureSize(sink.head()),
    bytes: sink.bytes(),
    sha256: sink.sha256(),
    defects,
  };
}

function isBody(node: MimeNode, mediaType: string): boolean {
  if (node.filename || node.disposition === 'attachment') return false;
  const declared = node.contentType || mediaTypes.text;
  const isText =
    mediaType === mediaTypes.text || mediaType === mediaTypes.html || mediaType === mediaTypes.empty;
  return (
    isText &&
    /^(text\/(plain|html|enriched)|message\/(delivery-status|disposition-notification))$/.test(declared)
  );
}

function contentIdOf(node: MimeNode): string | null {
  const id = node.headers ? node.headers.getFirst('content-id') : '';
  return printableLine(id.replace(/^<|>$/g, ''), 300);
}

/** Senders write "7 bit", "8-bit" and the like, and mean nothing by it; "yEnc" does mean something. */
function isKnownEncoding(encoding: string | false): boolean {
  return (
    isUuencode(encoding) ||
    !encoding ||
    /^(base64|quoted-printable|binary|none|plain|\d\s?-?bits?)$/.test(encoding)
  );
}
