/**
 * What a part is, judged by its bytes. Names, declared types and dispositions are the sender's and often wrong: PDFs come
 * as octet-stream, as text, with junk in front (A3); the declared type only helps to tell alike things apart.
 */
import { fileTypeFromBuffer } from 'file-type';

/** How much of the start is looked at. */
export const headBytes = 64 * 1024;

export const mediaTypes = {
  empty: 'application/x-empty',
  pdf: 'application/pdf',
  xml: 'application/xml',
  html: 'text/html',
  text: 'text/plain',
  mail: 'message/rfc822',
  tnef: 'application/ms-tnef',
  zip: 'application/zip',
  gzip: 'application/gzip',
  /** What a Mac packs beside each file: its Finder's notes, never the file itself. */
  appleDouble: 'multipart/appledouble',
  /** CMS enveloped data: encrypted. */
  encrypted: 'application/pkcs7-mime',
  /** CMS signed data: a detached signature, or a whole mail wrapped in its signature. */
  signed: 'application/pkcs7-signature',
  pgpEncrypted: 'application/pgp-encrypted',
  unknown: 'application/octet-stream',
} as const;

/** Judges a part by the first `headBytes` of it. `declaredType` decides only where bytes cannot: whether text is a mail. */
export async function judgeMediaType(head: Uint8Array, declaredType: string | null): Promise<string> {
  if (head.length === 0) return mediaTypes.empty;
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  return (
    bySignature(bytes) ??
    (await byLibrary(bytes)) ??
    (bytes.subarray(0, 4).equals(zipSignature) ? mediaTypes.zip : null) ??
    (looksLikeText(bytes) ? textKind(decodeStart(bytes), declaredType) : mediaTypes.unknown)
  );
}

function bySignature(bytes: Buffer): string | null {
  if (startsPdf(bytes)) return mediaTypes.pdf;
  if (bytes.subarray(0, 4).equals(tnefSignature)) return mediaTypes.tnef;
  if (bytes.subarray(0, 4).equals(appleDoubleSignature)) return mediaTypes.appleDouble;
  return cmsKind(bytes);
}

const tnefSignature = Buffer.from([0x78, 0x9f, 0x3e, 0x22]);
/** RFC 1740, appendix B. */
const appleDoubleSignature = Buffer.from([0x00, 0x05, 0x16, 0x07]);
/** A local file header (APPNOTE 4.3.7): the library tells office files from mere archives, where it can follow them. */
const zipSignature = Buffer.from('PK\x03\x04', 'latin1');

/** Readers accept junk before the header within the first 1024 bytes; text that merely mentions %PDF has no objects. */
function startsPdf(bytes: Buffer): boolean {
  const at = bytes.subarray(0, 1024 + 5).indexOf('%PDF-');
  if (at < 0) return false;
  return at === 0 || bytes.subarray(0, at).toString('latin1').trim() === '' || bytes.includes(' obj', at);
}

const signedDataOid = Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);
const envelopedDataOid = Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03]);
/** RFC 5083. */
const authEnvelopedDataOid = Buffer.from([
  0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17,
]);

/** A CMS structure (RFC 5652) starts with a sequence whose first member names what it is. */
function cmsKind(bytes: Buffer): string | null {
  if (bytes[0] !== 0x30) return null;
  const start = bytes.subarray(0, 24);
  if (start.includes(envelopedDataOid) || start.includes(authEnvelopedDataOid)) return mediaTypes.encrypted;
  return start.includes(signedDataOid) ? mediaTypes.signed : null;
}

async function byLibrary(bytes: Buffer): Promise<string | null> {
  try {
    const found = await fileTypeFromBuffer(bytes);
    // XML is told from HTML below.
    return !found || found.mime === 'application/xml' ? null : found.mime;
  } catch {
    // A start that the library cannot follow to its end is judged as text or as unknown.
    return null;
  }
}

/** Text has no NUL bytes, except in UTF-16, where every second byte of Latin text is one. */
function looksLikeText(bytes: Buffer): boolean {
  return isUtf16(bytes) || !bytes.subarray(0, 8192).includes(0);
}

function isUtf16(bytes: Buffer): boolean {
  const [a, b, c, d] = bytes;
  const hasMark = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return hasMark || (a === 0x3c && b === 0 && d === 0) || (a === 0 && b === 0x3c && c === 0);
}

/** A byte order mark, and one that was taken for Latin-1 and written as UTF-8 once more. */
const markBefore = /^(\u00ef\u00bb\u00bf)?(\u00c3\u00af\u00c2\u00bb\u00c2\u00bf)?/;

function decodeStart(bytes: Buffer): string {
  const start = bytes.subarray(0, 16 * 1024);
  if (!isUtf16(start)) return start.toString('latin1').replace(markBefore, '');
  const bigEndian = start[0] === 0xfe || start[0] === 0;
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(start);
}

function textKind(start: string, declaredType: string | null): string {
  const text = start.trimStart();
  if (/^<!doctype\s+html|^<html[\s>]|^<head[\s>]|^<body[\s>]/i.test(text)) return mediaTypes.html;
  if (startsXml(text)) return /<html[\s>]/i.test(text.slice(0, 2000)) ? mediaTypes.html : mediaTypes.xml;
  if (/^-----BEGIN PGP MESSAGE-----/m.test(text.slice(0, 2000))) return mediaTypes.pgpEncrypted;
  if (declaredType === mediaTypes.mail || (declaredType !== 'text/plain' && looksLikeMail(text)))
    return mediaTypes.mail;
  return declaredType === mediaTypes.html ? mediaTypes.html : mediaTypes.text;
}

/** An XML declaration, a DOCTYPE, or a root element with a namespace; Finvoice and SOAP come without the first. */
function startsXml(text: string): boolean {
  return (
    /^<\?xml\s|^<!DOCTYPE\s/i.test(text) ||
    /^(<!--[\s\S]{0,4000}?-->\s*)?<[\w.-]{1,60}(:[\w.-]{1,60})?\s[^>]{0,4000}?xmlns/.test(text) ||
    /^<Finvoice[\s>]/.test(text)
  );
}

/** At least two header lines from the start, one of them of those that every mail has. */
function looksLikeMail(text: string): boolean {
  const lines = text.split(/\r?\n/, 200);
  const end = lines.indexOf('');
  const header = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !/^[ \t]/.test(line));
  const known = header.filter((line) =>
    /^(from|to|subject|date|received|message-id|mime-version|return-path):/i.test(line),
  );
  return known.length >= 2 && header.every((line) => /^(From )|^[!-9;-~]{1,100}:/.test(line));
}
