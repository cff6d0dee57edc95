/** Whatever comes as a mail ends in a disposition with its reasons, and neither the reader nor its parent falls over. */
import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { headerBlockOf } from '../../src/ingest/mime/header-block.ts';
import { signedOf, zipOf } from './support/archives.ts';
import { ublOf } from './support/certain.ts';
import { attached, mailOf } from './support/raw-mail.ts';
import { openTestReader } from './support/readers.ts';

const { readMail, readFile } = openTestReader({ processes: 2 });

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
process.on('unhandledRejection', note);
afterAll(() => {
  process.off('unhandledRejection', note);
});

async function expectAnEnd(reading: ReturnType<typeof readMail>): Promise<void> {
  const { disposition, reasons, documents, invoices } = await reading;
  expect(['invoice', 'not_invoice', 'needs_review']).toContain(disposition);
  if (disposition !== 'invoice') expect(reasons).not.toEqual([]);
  if (disposition === 'invoice') expect(invoices).not.toEqual([]);
  expect(JSON.stringify({ reasons, documents: documents.map(({ fileName }) => fileName) })).not.toContain(
    '\\u0000',
  );
  expect(reasons.map(({ code }) => code)).not.toContain('mail_crashed');
  expect(unhandled).toEqual([]);
}

const runs = { numRuns: 150 };

test('any bytes, as a mail and as a file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      await expectAnEnd(readMail(bytes));
      await expectAnEnd(readFile('file', bytes));
    }),
    runs,
  );
}, 120_000);

test('lines that look like a mail, in any order', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=a',
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: message/rfc822',
      'Content-Type: application/pdf; name="=?utf-8?B?4pi5?="',
      'Content-Type: text/html; charset=nonsense',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      "Content-Disposition: attachment; filename*0*=utf-8''%ff",
      'From: <',
      'To: a:b:;,',
      'Date: never',
      'Subject: =?',
      '--a',
      '--b',
      '--a--',
      '--b--',
      '',
      '',
      'JVBERi0xLjcK',
      '<Invoice xmlns="urn:x">',
      '%PDF-1.7',
      '=3D=',
    ),
    fc.string({ maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (all) => {
      const raw = Buffer.from(all.join('\r\n'));
      await expectAnEnd(readMail(raw));
      await headerBlockOf(raw);
    }),
    runs,
  );
}, 120_000);

test('a good mail with an invoice, an archive and a signature, damaged anywhere', async () => {
  const whole = mailOf([
    { type: 'text/plain', content: 'Faktura bifogas' },
    { type: 'application/xml', headers: attached('a.xml'), content: ublOf(1) },
    {
      type: 'application/zip',
      headers: attached('a.zip'),
      content: zipOf({ name: 'b.xml', content: ublOf(2) }),
    },
    { type: 'application/pkcs7-mime', headers: attached('a.p7m'), content: signedOf(ublOf(3)) },
  ]);
  const place = fc.nat(whole.length - 1);
  const damage = fc.record({ at: place, remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 40 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: 1, maxLength: 4 }),
      place,
      fc.boolean(),
      async (all, end, isCut) => {
        let raw: Buffer = whole;
        for (const { at, remove, insert } of all) {
          raw = Buffer.concat([raw.subarray(0, at), insert, raw.subarray(at + remove)]);
        }
        await expectAnEnd(readMail(isCut ? raw.subarray(0, end) : raw));
      },
    ),
    runs,
  );
}, 120_000);
