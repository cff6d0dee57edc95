/** What the text of a mail says, as far as it matters to whether an invoice is still to be found. */
import { closeSync, openSync, readSync } from 'node:fs';
import { mediaTypes } from './media-type.ts';
import type { MailPart } from './part.ts';
import { printable } from './printable.ts';

export interface BodyText {
  text: string;
  /** Content-IDs that the HTML shows: pictures of its layout, not documents. */
  shownIds: string[];
  hasLink: boolean;
  /** Whether a file lies in the text itself, as mail programs did before MIME. */
  hasUuencodedFile: boolean;
}

const readMax = 256 * 1024;
const textMax = 64 * 1024;

const textLink = /https?:\/\/\S|\bwww\.\w/i;
/** A link to click, rather than the address of a picture or of a schema. */
const htmlLink = /<a\s[^<>]{0,2000}?href\s*=\s*["']?\s*https?:/i;
/** POSIX uuencode: a header line, then lines of 45 bytes, which begin with M. */
const uuencodedFile = /^begin [0-7]{3,4} \S[^\n]{0,250}\nM[ -`]{60}/m;

/** Reads the start of a body part. HTML is only stripped of its tags, in one pass: no tree, no depth to overflow (A9). */
export function readBodyText(part: MailPart): BodyText {
  const source = decodeText(readStart(part.file), part.charset);
  const isHtml = part.mediaType === mediaTypes.html || part.declaredType === mediaTypes.html;
  return {
    text: printable(isHtml ? withoutTags(source) : source, textMax),
    shownIds: isHtml
      ? [...source.matchAll(/\bcid:([^"'\s<>)]{1,300})/gi)].map((match) => match[1] ?? '')
      : [],
    hasLink: isHtml ? htmlLink.test(source) : textLink.test(source),
    hasUuencodedFile: !isHtml && uuencodedFile.test(source),
  };
}

function readStart(file: string): Uint8Array {
  const buffer = Buffer.alloc(readMax);
  const descriptor = openSync(file, 'r');
  try {
    return buffer.subarray(0, readSync(descriptor, buffer, 0, readMax, 0));
  } finally {
    closeSync(descriptor);
  }
}

function decodeText(bytes: Uint8Array, charset: string | null): string {
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
};

/** `<[^<>]*>` cannot backtrack: every character is looked at a bounded number of times. */
function withoutTags(html: string): string {
  return html
    .replace(/<(style|script)\b[^<>]*>[^<]*<\/\1>/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(\w{2,6});/g, (entity, name: string) => entities[name.toLowerCase()] ?? entity)
    .replace(/\s+/g, ' ');
}
