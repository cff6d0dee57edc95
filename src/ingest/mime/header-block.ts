/**
 * What the header block alone says about a mail: enough to find its book and to show it to a person. Whatever the
 * header holds, this never throws: a mail that cannot be understood is still received.
 */
import { open } from 'node:fs/promises';
import { parseAddressHeader, simpleParser } from 'mailparser';

export interface HeaderBlock {
  messageId: string | null;
  /** The sender's address alone, as written in From. */
  from: string | null;
  /** Whom the receiving server delivered it to: Delivered-To, X-Original-To, Envelope-To. */
  deliveredTo: string[];
  /** Whom the sender wrote to: To, Cc, Bcc. */
  addressedTo: string[];
  subject: string | null;
  date: Date | null;
}

/** Real headers, signatures and all, stay well below; what is longer is not read. */
const headerBytesMax = 256 * 1024;
const recipientsMax = 200;
const textMax = 1000;

const emptyBlock: HeaderBlock = {
  messageId: null,
  from: null,
  deliveredTo: [],
  addressedTo: [],
  subject: null,
  date: null,
};

/** Reads the beginning of the file only. */
export async function readHeaderBlock(path: string): Promise<HeaderBlock> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytesMax), 0, headerBytesMax, 0);
    return await headerBlockOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** @param beginning the mail's first bytes, at least its header block. */
export async function headerBlockOf(beginning: Uint8Array): Promise<HeaderBlock> {
  try {
    const { headerLines, subject, messageId } = await simpleParser(
      upToFirstEmptyLine(Buffer.from(beginning)),
    );
    const values = (...names: string[]) =>
      names.flatMap((name) =>
        headerLines.filter(({ key }) => key === name).map(({ line }) => contentOf(line)),
      );
    return {
      messageId: text(messageId),
      from: addresses(values('from'))[0] ?? null,
      deliveredTo: addresses(values('delivered-to', 'x-original-to', 'envelope-to')),
      addressedTo: addresses(values('to', 'cc', 'bcc')),
      subject: text(subject),
      date: dateOf(values('date')[0]),
    };
  } catch {
    return emptyBlock;
  }
}

/** Without an empty line, everything is header. */
function upToFirstEmptyLine(mail: Buffer): Buffer {
  const beginning = mail.subarray(0, headerBytesMax);
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => beginning.indexOf(mark)).filter((at) => at >= 0);
  const block = ends.length > 0 ? beginning.subarray(0, Math.min(...ends)) : beginning;
  return Buffer.concat([block, Buffer.from('\r\n\r\n')]);
}

function contentOf(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim();
}

function addresses(values: string[]): string[] {
  const found = parseAddressHeader(values, { flatten: true }).value.flatMap(
    ({ address }) => text(address) ?? [],
  );
  return [...new Set(found.filter((address) => address.includes('@')))].slice(0, recipientsMax);
}

function dateOf(value: string | undefined): Date | null {
  const date = new Date(value ?? '');
  // A ledger row takes no year 275760.
  return date.getTime() > 0 && date.getUTCFullYear() < 3000 ? date : null;
}

/** PostgreSQL's text takes no NUL and no lone surrogates; people need no endless lines. */
function text(value: string | undefined): string | null {
  const clean = (value ?? '').toWellFormed().replaceAll('\0', '').trim().slice(0, textMax).toWellFormed();
  return clean === '' ? null : clean;
}
