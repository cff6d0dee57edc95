import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeMediaType } from '../../../src/ingest/mime/media-type.ts';
import { encryptedOf, signedOf, zipOf } from '../support/archives.ts';
import { pdfOf, ublOf } from '../support/certain.ts';

async function judge(content: Uint8Array | string, declared: string | null = null): Promise<string> {
  return await judgeMediaType(typeof content === 'string' ? Buffer.from(content) : content, declared);
}

describe('a part is judged by its bytes', () => {
  test('a PDF is one whatever it is declared to be, also with junk in front (A3)', async () => {
    const pdf = await pdfOf(1);
    const declared = [null, 'application/octet-stream', 'text/plain', 'image/png', 'message/rfc822'];
    for (const type of declared) expect(await judge(pdf, type)).toBe('application/pdf');
    for (const junk of ['\r\n\r\n', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n', '\ufeff']) {
      expect(await judge(Buffer.concat([Buffer.from(junk), pdf]), 'text/plain')).toBe('application/pdf');
    }
  });

  test('text that merely speaks of PDF is text', async () => {
    expect(await judge('A PDF begins with %PDF-1.7, and this does not.')).toBe('text/plain');
  });

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'application/x-empty'],
    ['UBL', ublOf(1), 'application/xml'],
    [
      'XML with a byte order mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), ublOf(1)]),
      'application/xml',
    ],
    [
      'XML whose byte order mark was encoded once more',
      `\ufeff\u00ef\u00bb\u00bf${ublOf(1).toString()}`,
      'application/xml',
    ],
    ['XML in UTF-16', Buffer.from(`\ufeff${ublOf(1).toString()}`, 'utf16le'), 'application/xml'],
    ['XML without a declaration', '<a:Invoice xmlns:a="urn:x"/>', 'application/xml'],
    ['XML after a comment', '<!-- made by us -->\n<Invoice xmlns="urn:x"/>', 'application/xml'],
    ['Finvoice without anything', '<Finvoice Version="3.0"/>', 'application/xml'],
    ['HTML', '<!DOCTYPE html><html><body>Hej</body></html>', 'text/html'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', 'text/html'],
    ['a mail', 'From: a@b.example\r\nSubject: Hej\r\n\r\nHej', 'message/rfc822'],
    ['plain text', 'Hej, fakturan bifogas.', 'text/plain'],
    ['a zip', zipOf({ name: 'a', content: Buffer.from('a') }), 'application/zip'],
    [
      'a zip whose first file is larger than what is looked at',
      zipOf({ name: 'a', content: Buffer.alloc(200_000), method: 0 }),
      'application/zip',
    ],
    ['gzip', gzipSync('a'), 'application/gzip'],
    ['winmail.dat (A5)', new Uint8Array([0x78, 0x9f, 0x3e, 0x22, 1, 0]), 'application/ms-tnef'],
    ['signed data (A6)', signedOf(Buffer.from('a')), 'application/pkcs7-signature'],
    ['encrypted data (A6)', encryptedOf(Buffer.from('a')), 'application/pkcs7-mime'],
    ['a PGP message', '-----BEGIN PGP MESSAGE-----\n\nhQEM\n', 'application/pgp-encrypted'],
    ['a Mac’s notes on a file', new Uint8Array([0, 5, 0x16, 7, 0, 2, 0, 0]), 'multipart/appledouble'],
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'application/x-msdownload'],
    ['bytes that say nothing', new Uint8Array([1, 0, 2, 0, 3]), 'application/octet-stream'],
  ])('%s', async (_what, content, mediaType) => {
    expect(await judge(content)).toBe(mediaType);
  });

  test('what is declared decides only where bytes cannot: whether text is a mail', async () => {
    const mail = 'From: a@b.example\r\nSubject: Hej\r\n\r\nHej';
    expect(await judge(mail, 'text/plain')).toBe('text/plain');
    expect(await judge('no header at all', 'message/rfc822')).toBe('message/rfc822');
    expect(await judge('no tag at all', 'text/html')).toBe('text/html');
    expect(await judge('Note: this\r\nis no mail', null)).toBe('text/plain');
  });

  test('any bytes under any declaration are judged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string()), async (bytes, declared) => {
        expect(await judge(bytes, declared)).toMatch(/^[\w.+-]+\/[\w.+-]+$/);
      }),
    );
  });
});
