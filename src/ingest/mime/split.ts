/**
 * A raw mail into its parts, decoded to files. The splitting is mailsplit's, the part of mailparser that knows MIME;
 * mailparser itself turns text into strings and trusts declared types, where here bytes decide.
 */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type MessageChunk, type MimeNode, Splitter } from '@zone-eu/mailsplit';
import { messageOf } from '../../errors.ts';
import type { Reason } from '../../invoice/invoice.ts';
import type { Envelope } from '../reading.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { type BodyText, readBodyText } from './body-text.ts';
import { watchBoundaries } from './boundaries.ts';
import { envelopeFrom } from './envelope.ts';
import { mediaTypes } from './media-type.ts';
import { type MailNature, natureOf } from './nature.ts';
import { type ByteBudget, type MailPart, type OpenPart, openPart, TooManyBytes } from './part.ts';

export interface SplitMail {
  envelope: Envelope;
  nature: MailNature;
  /** Everything but the mail's own text; mails within the mail are replaced by their parts. */
  parts: MailPart[];
  bodies: BodyText[];
  /** What is wrong with the mail as a whole. */
  reasons: Reason[];
}

/** A mail of which nothing is known. */
export function blankMail(): SplitMail {
  return {
    envelope: { messageId: null, subject: null, from: null, to: [], date: null },
    nature: { isReport: false, notInvoice: null },
    parts: [],
    bodies: [],
    reasons: [],
  };
}

interface Splitting {
  mail: SplitMail;
  workDirectory: string;
  limits: ReadingLimits;
  budget: ByteBudget;
  partsSeen: number;
}

/** Splits the mail in `file`; the parts' bytes are left as files in `workDirectory`, which is the caller's to remove. */
export async function splitMail(
  file: string,
  workDirectory: string,
  limits: ReadingLimits,
): Promise<SplitMail> {
  const splitting: Splitting = {
    mail: blankMail(),
    workDirectory,
    limits,
    budget: { left: limits.decodedBytes },
    partsSeen: 0,
  };
  await splitMessage(file, '', 0, splitting);
  return splitting.mail;
}

/** One mail: the whole one (`prefix` is empty, `depth` 0) or one within it. */
async function splitMessage(
  file: string,
  prefix: string,
  depth: number,
  splitting: Splitting,
): Promise<void> {
  const { mail, limits } = splitting;
  const boundaries = watchBoundaries();
  const leaves: MailPart[] = [];
  let open: OpenPart | null = null;
  const finishPart = async () => {
    const finishing = open;
    open = null;
    if (finishing) leaves.push(await finishing.finish());
  };
  const splitter = new Splitter({
    // Mails within are split by ourselves, with a count of how deep they lie.
    ignoreEmbedded: true,
    maxHeadSize: limits.headerBytes,
    maxChildNodes: limits.parts,
  });
  try {
    await pipeline(
      createReadStream(file),
      splitter,
      async (chunks: AsyncIterable<MimeNode | MessageChunk>) => {
        for await (const chunk of chunks) {
          if (chunk.type === 'node') {
            await finishPart();
            boundaries.open(chunk);
            if (chunk.root && depth === 0) readRoot(chunk, mail);
            if (!chunk.multipart) open = startPart(chunk, prefix, splitting);
          } else if (chunk.type === 'body') open?.write(chunk.value);
          else boundaries.see(chunk.value);
        }
      },
    );
    await finishPart();
  } catch (error) {
    mail.reasons.push(reasonForStopping(error, limits));
    await finishPart().catch(() => undefined);
  }
  if (boundaries.anyOpen()) {
    leaves.at(-1)?.defects.push('truncated');
    mail.reasons.push({
      code: 'mail_truncated',
      message: 'the mail ends before its parts do: something may have been cut off on its way',
    });
  } else if (boundaries.anyEmpty()) {
    mail.reasons.push({
      code: 'mime_damaged',
      message: 'a part of the mail says it has parts, but none can be found',
    });
  }
  for (const leaf of leaves) await keepPart(leaf, depth, splitting);
}

function readRoot(root: MimeNode, mail: SplitMail): void {
  if (root.headers) mail.envelope = envelopeFrom(root.headers);
  mail.nature = natureOf(root);
}

function startPart(node: MimeNode, prefix: string, splitting: Splitting): OpenPart {
  splitting.partsSeen += 1;
  if (splitting.partsSeen > splitting.limits.parts) throw new TooManyParts();
  const file = join(splitting.workDirectory, `part-${splitting.partsSeen}`);
  return openPart(node, `${prefix}${pathOf(node)}`, file, splitting.budget);
}

class TooManyParts extends Error {}

/** IMAP's part numbers (RFC 3501 §6.4.5): a mail that is not multipart has the one part 1. */
function pathOf(node: MimeNode): string {
  const numbers = (node.partNr || []).filter((number) => typeof number === 'number');
  return numbers.join('.') || '1';
}

function reasonForStopping(error: unknown, limits: ReadingLimits): Reason {
  if (error instanceof TooManyBytes) {
    return {
      code: 'mail_too_big',
      message: `the mail's parts have more than the ${limits.decodedBytes} bytes that are read; the rest was not looked at`,
    };
  }
  const message = messageOf(error);
  if (error instanceof TooManyParts || /child nodes/i.test(message)) {
    return {
      code: 'too_many_parts',
      message: `the mail has more than the ${limits.parts} parts that are read; the rest was not looked at`,
    };
  }
  if (/header size/i.test(message)) {
    return {
      code: 'header_too_big',
      message: `a header of the mail is larger than the ${limits.headerBytes} bytes that are read; the rest was not looked at`,
    };
  }
  return {
    code: 'mime_damaged',
    message: `the mail could not be split to its end: ${message.slice(0, 200)}`,
  };
}

async function keepPart(part: MailPart, depth: number, splitting: Splitting): Promise<void> {
  const { mail, limits } = splitting;
  if (
    part.mediaType === mediaTypes.mail &&
    !(mail.nature.isReport && depth === 0) &&
    depth < limits.nesting
  ) {
    await splitMessage(part.file, `${part.path}/`, depth + 1, splitting);
    await rm(part.file, { force: true });
    return;
  }
  const declaredReason = part.declaredType ? reasonsByDeclaredType[part.declaredType] : undefined;
  if (declaredReason) mail.reasons.push(declaredReason);
  if (part.isBody) mail.bodies.push(readBodyText(part));
  else mail.parts.push(part);
}

const reasonsByDeclaredType: Record<string, Reason> = {
  'message/partial': {
    code: 'mail_in_pieces',
    message: 'the mail is one piece of a mail that was sent in several',
  },
  'message/external-body': {
    code: 'content_elsewhere',
    message: 'the mail says that its content lies elsewhere; nothing is fetched from there',
  },
};
