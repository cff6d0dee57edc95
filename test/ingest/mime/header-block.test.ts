import { expect, test } from '@jest/globals';
import { headerBlockOf } from '../../../src/ingest/mime/header-block.ts';

async function headerBlock(...lines: string[]) {
  return await headerBlockOf(Buffer.from(lines.join('\r\n'), 'latin1'));
}

test('the header tells sender, recipients, subject, date and id', async () => {
  expect(
    await headerBlock(
      'Delivered-To: acme+fakturor@portal.example',
      'X-Original-To: ACME@portal.example',
      'From: =?utf-8?Q?Kakelboden_=C3=84_AB?= <faktura@kakelboden.example>',
      'To: "Ekonomi, Acme" <ekonomi@acme.example>,',
      ' Kalle <kalle@acme.example>',
      'Cc: grupp: a@acme.example, b@acme.example;',
      'Subject: =?utf-8?B?RmFrdHVyYSDDhQ==?=',
      ' 1001',
      'Message-ID: <1@kakelboden.example>',
      'Date: Mon, 2 Nov 2026 08:00:00 +0100',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'To: not@a.header',
    ),
  ).toEqual({
    messageId: '<1@kakelboden.example>',
    from: 'faktura@kakelboden.example',
    deliveredTo: ['acme+fakturor@portal.example', 'ACME@portal.example'],
    addressedTo: ['ekonomi@acme.example', 'kalle@acme.example', 'a@acme.example', 'b@acme.example'],
    subject: 'Faktura Å 1001',
    date: new Date('2026-11-02T07:00:00Z'),
  });
});

test('what is missing or senseless is null, never invented', async () => {
  const nothing = {
    messageId: null,
    from: null,
    deliveredTo: [],
    addressedTo: [],
    subject: null,
    date: null,
  };
  expect(await headerBlock('')).toEqual(nothing);
  expect(
    await headerBlock('Date: yesterday', 'To: undisclosed-recipients:;', 'From: nobody', '', ''),
  ).toEqual(nothing);
  expect(await headerBlock('Date: Sat, 1 Jan 275000 00:00:00 +0000', '', '')).toEqual(nothing);
  expect(await headerBlockOf(Buffer.from([0xff, 0x00, 0xfe]))).toEqual(nothing);
});

test('an address hidden in a display name or an encoded word is not a recipient', async () => {
  const { addressedTo } = await headerBlock(
    'To: "other@book.example" <real@acme.example>, =?utf-8?Q?=22x=22_=3Cevil=40book=2Eexample=3E?= <second@acme.example>',
    '',
    '',
  );
  expect(addressedTo).toEqual(['real@acme.example', 'second@acme.example']);
});

test('NUL bytes and broken surrogates cannot reach the ledger', async () => {
  const { subject } = await headerBlock('Subject: =?utf-8?B?QQBC?= \0 x', '', '');
  expect(subject).not.toContain('\0');
  expect(subject).toContain('x');
});

test('a header of a million lines is cut, and read in good time', async () => {
  const padding = 'X-Padding: 0123456789\r\n'.repeat(200_000);
  expect(await headerBlock('Subject: first', padding, 'To: a@b.example')).toMatchObject({
    subject: 'first',
    addressedTo: [],
  });
});
