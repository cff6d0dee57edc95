import { describe, expect, test } from '@jest/globals';
import { splitMail } from '../../../src/ingest/mime/split.ts';
import type { ReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { hashOf } from '../../support/mail-room.ts';
import {
  attached,
  entity,
  lines,
  mailOf,
  mailOfOne,
  nestedMail,
  type RawPart,
  senderHeaders,
} from '../support/raw-mail.ts';
import { codes, limitsWith, withFile } from '../support/readers.ts';

async function split(raw: Uint8Array, changes: Partial<ReadingLimits> = {}) {
  return await withFile('mail', raw, async (file, folder) => splitMail(file, folder, limitsWith(changes)));
}

function shapes(mail: Awaited<ReturnType<typeof split>>) {
  return mail.parts.map(({ path, fileName, mediaType }) => [path, fileName, mediaType]);
}

const text: RawPart = { type: 'text/plain; charset=utf-8', content: 'Hej' };
const xml = Buffer.from('<a xmlns="b"/>');
const file: RawPart = { type: 'application/octet-stream', headers: attached('a.xml'), content: xml };

describe('splitting a mail', () => {
  test('gives every part but the text, decoded, with its place, its name and its hash', async () => {
    const mail = await split(mailOf([text, file]));
    expect(
      mail.parts.map(({ path, fileName, mediaType, bytes, sha256, defects }) => ({
        path,
        fileName,
        mediaType,
        bytes,
        sha256,
        defects,
      })),
    ).toEqual([
      {
        path: '2',
        fileName: 'a.xml',
        mediaType: 'application/xml',
        bytes: xml.length,
        sha256: hashOf(xml),
        defects: [],
      },
    ]);
    expect(mail.bodies.map((body) => body.text)).toEqual(['Hej']);
    expect(mail.reasons).toEqual([]);
  });

  test('takes the envelope from the whole mail only, decoded', async () => {
    const inner = mailOfOne(text, ['Subject: inner', 'From: x@y.example']);
    const { envelope } = await split(
      mailOf([{ type: 'message/rfc822', content: inner.toString('latin1') }], {
        headers: [
          ...senderHeaders.filter((line) => !line.startsWith('Subject')),
          'Subject: =?utf-8?Q?R=C3=A4kning?=',
        ],
      }),
    );
    expect(envelope).toEqual({
      messageId: '<1@kakelboden.example>',
      subject: 'Räkning',
      from: 'faktura@kakelboden.example',
      to: ['faktura@nordvik.example'],
      date: '2026-11-02T07:00:00.000Z',
    });
  });

  test('splits mails within the mail, and puts their parts in their place', async () => {
    const inner = mailOf([text, file], { boundary: 'inner' });
    const mail = await split(mailOf([text, { type: 'message/rfc822', content: inner.toString('latin1') }]));
    expect(shapes(mail)).toEqual([['2/2', 'a.xml', 'application/xml']]);
  });

  test('splits a forwarded mail that was attached as a mere file', async () => {
    const inner = mailOf([text, file], { boundary: 'inner' });
    const mail = await split(
      mailOf([text, { type: 'application/octet-stream', headers: attached('vb.eml'), content: inner }]),
    );
    expect(shapes(mail)).toEqual([['2/2', 'a.xml', 'application/xml']]);
  });

  test('keeps a file that stands where the text would', async () => {
    expect(shapes(await split(mailOfOne({ ...file, headers: [] })))).toEqual([
      ['1', null, 'application/xml'],
    ]);
  });

  test('3,000 mails within each other end at the limit, and nothing throws (A6)', async () => {
    const mail = await split(nestedMail(3000, mailOf([text, file])));
    expect(shapes(mail)).toEqual([[Array(11).fill('1').join('/'), null, 'message/rfc822']]);
  });

  test('3,000 multiparts within each other end at the limit, and nothing throws (A6)', async () => {
    const open = Array.from(
      { length: 3000 },
      (_each, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}`,
    );
    const mail = await split(lines(...senderHeaders, ...open, 'Content-Type: text/plain', '', 'Hej'));
    expect(codes(mail.reasons)).toContain('too_many_parts');
  });

  test.each<[string, Partial<ReadingLimits>, string]>([
    ['parts', { parts: 3 }, 'too_many_parts'],
    ['decoded bytes', { decodedBytes: 20 }, 'mail_too_big'],
    ['header bytes', { headerBytes: 200 }, 'header_too_big'],
  ])('stops at the limit of %s, and says so', async (_what, limits, code) => {
    const mail = await split(mailOf([text, file, file, file]), limits);
    expect(codes(mail.reasons)).toContain(code);
  });

  test('a header of ten megabytes is not read to its end', async () => {
    const bomb = Buffer.concat([
      lines(...senderHeaders, ''),
      Buffer.alloc(10_000_000, 'X-A: 1\r\n'),
      lines('', '', 'Hej'),
    ]);
    const mail = await split(bomb);
    expect(codes(mail.reasons)).toEqual(['header_too_big']);
  });

  test('tells that a mail was cut, and which part the cut went through (A1)', async () => {
    const whole = mailOf([text, { ...file, content: Buffer.alloc(3000, 'x') }]);
    const mail = await split(whole.subarray(0, whole.length - 1500));
    expect(codes(mail.reasons)).toEqual(['mail_truncated']);
    expect(mail.parts.map(({ defects }) => defects)).toEqual([['truncated']]);
  });

  test('a cut through a mail within the mail hits the last part of that (A1)', async () => {
    const inner = mailOfOne(file, ['Subject: inner', 'From: x@y.example']);
    const whole = mailOf([{ type: 'message/rfc822', content: inner.toString('latin1') }]);
    const mail = await split(whole.subarray(0, whole.lastIndexOf('--edge--')));
    expect(mail.parts.map(({ path, defects }) => [path, defects])).toEqual([['1/1', ['truncated']]]);
  });

  test('tells of base64 that is damaged, and of an encoding that nobody knows (A1)', async () => {
    const damaged = entity(file).toString('latin1').replace('PGEg', 'PG!g');
    const strange = lines(
      'Content-Type: application/pdf',
      'Content-Transfer-Encoding: yEnc',
      '',
      '=ybegin line=128 size=3 name=a.pdf',
    );
    const mail = await split(
      Buffer.concat([
        lines(...senderHeaders, 'Content-Type: multipart/mixed; boundary=edge', '', '--edge', ''),
        Buffer.from(`${damaged}\r\n--edge\r\n`),
        strange,
        Buffer.from('\r\n--edge--\r\n'),
      ]),
    );
    expect(mail.parts.map(({ defects }) => defects)).toEqual([['base64_damaged'], ['encoding_unknown']]);
  });

  test('a multipart without any part, and a piece of a mail, are told of', async () => {
    const empty = await split(
      lines(...senderHeaders, 'Content-Type: multipart/mixed', '', 'Where are they?'),
    );
    expect(codes(empty.reasons)).toEqual(['mime_damaged']);
    const piece = await split(
      mailOfOne({ type: 'message/partial; id="a"; number=2; total=3', content: 'x' }),
    );
    expect(codes(piece.reasons)).toEqual(['mail_in_pieces']);
  });

  test('content that lies elsewhere is not fetched', async () => {
    const elsewhere = 'message/external-body; access-type=URL; URL="http://127.0.0.1:1/faktura.pdf"';
    const mail = await split(
      mailOfOne({ type: elsewhere, content: 'Content-Type: application/pdf\r\n\r\n' }),
    );
    expect(codes(mail.reasons)).toEqual(['content_elsewhere']);
  });

  test('tells what may still be unpacked out of its parts', async () => {
    const { left } = await split(mailOf([text, file]), { parts: 10, decodedBytes: 100 });
    expect(left).toEqual({ parts: 8, bytes: 100 - 3 - xml.length });
  });
});
