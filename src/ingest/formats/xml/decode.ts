/** From the bytes of an XML document to its text: byte order mark, then what the declaration says, then UTF-8. */
import { XmlRefused } from './refused.ts';

/** The text of an XML document. Throws XmlRefused when the bytes do not fit the encoding they claim. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const decoder = decoderFor(encoding);
  try {
    return decoder.decode(bytes).replace(beforeDocument, '').replace(utf8WithMore, '$1UTF-8');
  } catch {
    throw new XmlRefused(
      'xml_damaged',
      `the XML has bytes that are not ${encoding.toUpperCase()}, which it says it is`,
    );
  }
}

/**
 * Blank lines before the declaration are against the rules, and harmless. So is a byte order mark that was taken for
 * Latin-1 and written as UTF-8 once more.
 */
const beforeDocument = /^\s*(?:\u00ef\u00bb\u00bf\s*)?/;

/** Some add to the name how they write it ("UTF-8-W/O-BOM"), which no parser takes; bytes that are none are refused all the same. */
const utf8WithMore = /^(<\?xml[^>]*?\sencoding\s*=\s*["'])utf-?8[^"'>]*/i;

function decoderFor(encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new XmlRefused(
      'xml_encoding_unknown',
      `the XML says it is written in "${encoding}", which is not known here`,
    );
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0x00) return 'utf-16le';
  if (a === 0x00 && b === 0x3c) return 'utf-16be';
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1');
  const declared =
    /^[\s\u00ef\u00bb\u00bf]*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._/-]{1,40})["']/.exec(start)?.[1];
  // UTF-16 in the declaration of a document that is plainly single-byte is a slip of whoever wrote it.
  return !declared || /^utf-?(16|8)/i.test(declared) ? 'utf-8' : declared.toLowerCase();
}
