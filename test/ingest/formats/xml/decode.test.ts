/** Encodings: the byte order mark, then the declaration, then UTF-8; bytes that do not fit are refused. */
import { describe, expect, test } from '@jest/globals';
import { decodeXml } from '../../../../src/ingest/formats/xml/decode.ts';

const text = '<a>Åsa: 5 €</a>';

function declared(encoding: string): string {
  return `<?xml version="1.0" encoding="${encoding}"?>`;
}

function utf16BigEndian(content: string): Buffer {
  return Buffer.from(content, 'utf16le').swap16();
}

describe('XML is decoded', () => {
  const latin = (encoding: string, euro: number): Buffer =>
    Buffer.from(`${declared(encoding)}${text}`.replace('€', String.fromCharCode(euro)), 'latin1');

  test.each([
    ['UTF-8 without a declaration', Buffer.from(text), text],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), text],
    [
      'UTF-16, little end first, with a mark',
      Buffer.from(`\ufeff${declared('UTF-16')}${text}`, 'utf16le'),
      `${declared('UTF-16')}${text}`,
    ],
    ['UTF-16, big end first, with a mark', utf16BigEndian(`\ufeff${text}`), text],
    ['UTF-16, little end first, without a mark', Buffer.from(text, 'utf16le'), text],
    ['UTF-16, big end first, without a mark', utf16BigEndian(text), text],
    [
      'UTF-8 that says it is UTF-16',
      Buffer.from(`${declared('utf-16')}${text}`),
      `${declared('utf-16')}${text}`,
    ],
    ['ISO-8859-15', latin('ISO-8859-15', 0xa4), `${declared('ISO-8859-15')}${text}`],
    ['Windows-1252', latin('windows-1252', 0x80), `${declared('windows-1252')}${text}`],
    ['ISO-8859-1', latin('iso-8859-1', 0xa4), `${declared('iso-8859-1')}${text.replace('€', '¤')}`],
    [
      'blank lines before its declaration',
      Buffer.from(`\r\n \n${declared('UTF-8')}${text}`),
      `${declared('UTF-8')}${text}`,
    ],
    [
      'a byte order mark that was encoded once more',
      Buffer.from(`\ufeff\u00ef\u00bb\u00bf${declared('UTF-8')}${text}`),
      `${declared('UTF-8')}${text}`,
    ],
    [
      'UTF-8 that says more than its name',
      Buffer.from(`${declared('UTF-8-W/O-BOM')}${text}`),
      `${declared('UTF-8')}${text}`,
    ],
  ])('from %s', (_name, bytes, expected) => {
    expect(decodeXml(bytes)).toBe(expected);
  });

  test('never from bytes that are not what they say', () => {
    const notUtf8 = Buffer.from(`${declared('UTF-8')}<a>\xe5</a>`, 'latin1');
    expect(() => decodeXml(notUtf8)).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'xml_damaged' }) }),
    );
  });

  test('never from an encoding that nobody knows', () => {
    const unknown = Buffer.from(`${declared('EBCDIC-XYZ')}<a/>`);
    expect(() => decodeXml(unknown)).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'xml_encoding_unknown' }) }),
    );
  });
});
