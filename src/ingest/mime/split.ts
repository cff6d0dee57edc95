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
import { isOurOwnFault } from '../own-faults.ts';
import type { Envelope } from '../reading.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { type BodyText, readBodyText } from './body-text.ts';
import { watchBoundaries } from './boundaries.ts';
import { envelopeFrom } from './envelope.ts';
import { mediaTypes } from './media-type.ts';
import { invitationIn, type MailNature, natureOf } from './nature.ts';
import { type MailPart, type OpenPart, openPart, type PartDefect } from './part.ts';
import { type ByteBudget, TooManyBytes } from './sink.ts';

export interface SplitMail {
  envelope: Envelope;
  nature: MailNature;
  /** Everything but the mail's own text; mails within the mail are replaced by their parts. */
  parts: MailPart[];
  bodies: BodyText[];
  /** What is wrong with the mail as a whole. */
  reasons: Reason[];
  /** What may still be unpacked out of its parts. */
  left: { bytes: number; parts: number };
}

/** A mail of which nothing is known. */
export function blankMail(): SplitMail {
  return {
    envelope: { messageId: null, subject: null, from: null, to: [], date: null },
    nature: { isReport: false, notInvoice: null },
    parts: [],
    bodies: [],
    reasons: [],
    left: { bytes: 0, parts: 0 },
  };
}

/** Where a mail that is itself part of something stands in it. */
export interface MailPlace {
  /** Goes before the paths of its parts: '' for the whole mail, '2#1/' for one that lay in an archive. */
  pathPrefix: string;
  /** In how many mails and archives it lies; 0 for the whole mail. */
  depth: number;
  /** Goes before the names of the files that its parts are written to. */
  filePrefix: string;
  /** What is wrong with its bytes as they came out of what it lay in. */
  defects: readonly PartDefect[];
}

const wholeMail: MailPlace = { pathPrefix: '', depth: 0, filePrefix: 'part', defects: [] };

interface Splitting {
  mail: SplitMail;
  workDirectory: string;
  filePrefix: string;
  limits: ReadingLimits;
  budget: ByteBudget;
  partsSeen: number;
}

/** Splits the mail in `file`; the parts' bytes are left as files in `workDirectory`, which is the caller's to remove. */
export async function splitMail(
  file: string,
  workDirectory: string,
  limits: ReadingLimits,
  place = wholeMail,
): Promise<SplitMail> {
  const splitting: Splitting = {
    mail: blankMail(),
    workDirectory,
    filePrefix: place.filePrefix,
    limits,
    budget: { left: limits.decodedBytes },
    partsSeen: 0,
  };
  const { pathPrefix: prefix, depth, defects } = place;
  await splitMessage({ file, prefix, depth, defects }, splitting);
  const left = { bytes: splitting.budget.left, parts: limits.parts - splitting.partsSeen };
  return { ...splitting.mail, left };
}

interface Message {
  file: string;
  /** Goes before the paths of its parts. */
  prefix: string;
  depth: number;
  /** What is wrong with its bytes as they came out of the mail around it. */
  defects: readonly PartDefect[];
}

async function splitMessage(message: Message, splitting: Splitting): Promise<void> {
  const { file, prefix, depth } = message;
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
            if (depth === 0) mail.nature.notInvoice ??= invitationIn(chunk);
            if (!chunk.multipart) open = startPart(chunk, prefix, splitting);
          } else if (chunk.type === 'body') open?.write(chunk.value);
          else boundaries.see(chunk.value);
        }
      },
    );
    await finishPart();
  } catch (error) {
    if (isOurOwnFault(error)) throw error;
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
  passOnDefects(message.defects, leaves);
  for (const leaf of leaves) await keepPart(leaf, depth, splitting);
}

/** A mail that came damaged out of another has damaged parts, however whole they look: a cut hits the last, the rest any. */
function passOnDefects(defects: readonly PartDefect[], leaves: readonly MailPart[]): void {
  for (const leaf of leaves) {
    const passedOn = defects.filter((defect) => defect !== 'truncated' || leaf === leaves.at(-1));
    leaf.defects = [...new Set([...leaf.defects, ...passedOn])];
  }
}

function readRoot(root: MimeNode, mail: SplitMail): void {
  if (root.headers) mail.envelope = envelopeFrom(root.headers);
  mail.nature = natureOf(root);
}

function startPart(node: MimeNode, prefix: string, splitting: Splitting): OpenPart {
  splitting.partsSeen += 1;
  if (splitting.partsSeen > splitting.limits.parts) throw new TooManyParts();
  const file = join(splitting.workDirectory, `${splitting.filePrefix}-${splitting.partsSeen}`);
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
    const { path, file, defects } = part;
    await splitMessage({ file, prefix: `${path}/`, depth: depth + 1, defects }, splitting);
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
