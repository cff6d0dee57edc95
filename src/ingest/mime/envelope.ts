/** Who wrote what to whom and when, from the root's headers. All of it is the sender's claim. */
import type { Headers } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import { parseAddressHeader } from 'mailparser';
import type { Envelope } from '../reading.ts';
import { printableLine } from './printable.ts';

const recipientsMax = 200;

export function envelopeFrom(headers: Headers): Envelope {
  return {
    messageId: printableLine(headerText(headers, 'message-id'), 998),
    subject: printableLine(decodedWords(headerText(headers, 'subject')), 2000),
    from: addressesIn(headers, 'from')[0] ?? null,
    to: [...new Set(recipientHeaders.flatMap((name) => addressesIn(headers, name)))].slice(0, recipientsMax),
    date: dateFrom(headerText(headers, 'date')),
  };
}

/** Delivered-To and its kin name the mailbox even when the mail came by Bcc or through a list. */
const recipientHeaders = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'];

/** A header's value unfolded; raw 8-bit bytes are taken as UTF-8, which is what writes them today. */
export function headerText(headers: Headers, name: string): string {
  return Buffer.from(headers.getFirst(name), 'binary').toString('utf8');
}

function decodedWords(value: string): string {
  try {
    return libmime.decodeWords(value);
  } catch {
    // An encoded word in a charset nobody knows: the words as they stand are better than none.
    return value;
  }
}

function addressesIn(headers: Headers, name: string): string[] {
  return headers
    .get(name)
    .flatMap((line) => parseAddressHeader(headerValue(line), { flatten: true }).value)
    .map((entry) => printableLine(entry.address, 320))
    .filter((address) => address !== null);
}

function headerValue(line: string): string {
  return Buffer.from(line.slice(line.indexOf(':') + 1), 'binary').toString('utf8');
}

function dateFrom(value: string): string | null {
  const date = new Date(value.replace(/\([^)]{0,100}\)/g, '').trim());
  const year = date.getUTCFullYear();
  return Number.isNaN(date.getTime()) || year < 1970 || year > 9999 ? null : date.toISOString();
}
