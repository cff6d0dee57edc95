/** What comes wrapped, locked, or without end, from the raw mail to what the ledger says of it. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { encryptedOf, signedOf, zipOf } from '../support/archives.ts';
import { pdfOf, ublOf } from '../support/certain.ts';
import { file, hostile, letter, newNumber, openFaultRoom, pdf } from '../support/fault-room.ts';
import { collect } from '../support/paper.ts';
import { pngOf } from '../support/pictures.ts';
import { mailOf, mailOfOne, nestedMail, type RawPart, senderHeaders } from '../support/raw-mail.ts';

const { read, expectTheNextToGoOn } = openFaultRoom();

describe('A6: mails in wrappings', () => {
  test('A6: an opaque signed mail is unwrapped', async () => {
    const number = newNumber();
    const inner = mailOf([letter, file('faktura.xml', ublOf(number))], { headers: [] });
    const type = 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m';
    const mail = await read(mailOfOne({ type, content: signedOf(inner, { inPieces: true }) }));
    expect(mail).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
    expect(mail.documents.map(({ path }) => path)).toEqual(['1', '1/2']);
  });

  test('A6: a mail with its signature beside it is read, and the signature bothers nobody', async () => {
    const number = newNumber();
    const signature = file('smime.p7s', signedOf(null), 'application/pkcs7-signature');
    const mail = await read(mailOf([file('faktura.xml', ublOf(number)), signature], { subtype: 'signed' }));
    expect(mail).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
  });

  test('A6: an encrypted mail is for a person', async () => {
    const type = 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m';
    const mail = await read(mailOfOne({ type, content: encryptedOf(randomBytes(100)) }));
    expect(mail).toMatchObject({ disposition: 'needs_review', codes: ['encrypted'] });
  });

  test('A6: an invoice ten mails deep is read; three thousand deep it is for a person, and nothing throws', async () => {
    const number = newNumber();
    const invoice = mailOf([letter, file('faktura.xml', ublOf(number))]);
    expect(await read(nestedMail(9, invoice))).toMatchObject({
      disposition: 'invoice',
      invoices: [`${number} ready`],
    });
    expect(await read(nestedMail(3000, invoice))).toMatchObject({
      disposition: 'needs_review',
      codes: ['nesting_too_deep'],
    });
    await expectTheNextToGoOn();
  });
});

describe('A7: bombs and entities', () => {
  test.each(['xml-entities', 'xml-external-entity'] as const)(
    'A7: %s in an invoice are refused',
    async (kind) => {
      const mail = await read(mailOf([letter, await hostile(kind)]));
      expect(mail).toMatchObject({ disposition: 'needs_review', invoices: [] });
      expect(mail.codes).toContain('xml_doctype');
      await expectTheNextToGoOn();
    },
  );

  test('A7: of a zip with a bomb in it, what came before the bomb is staged', async () => {
    const number = newNumber();
    const zip = zipOf(
      { name: 'faktura.xml', content: ublOf(number) },
      { name: 'b', content: Buffer.alloc(30_000_000) },
    );
    const mail = await read(mailOf([letter, file('a.zip', zip)]));
    expect(mail).toMatchObject({
      disposition: 'needs_review',
      invoices: [`${number} ready`],
      codes: ['archive_bomb'],
    });
  });

  test('A7: zips within zips end at the limit', async () => {
    let zip = zipOf({ name: 'faktura.xml', content: ublOf(newNumber()) });
    for (let level = 0; level < 20; level++) zip = zipOf({ name: 'a.zip', content: zip });
    const mail = await read(mailOf([letter, file('a.zip', zip)]));
    expect(mail.disposition).toBe('needs_review');
    expect(mail.codes).toContain('nesting_too_deep');
  });

  test('A7: several invoices in one zip are several, also when one lies in a mail or packed again', async () => {
    const all = [newNumber(), newNumber(), newNumber(), newNumber()] as const;
    const zip = zipOf(
      { name: 'Å/1.xml', content: ublOf(all[0]) },
      { name: '2.pdf', content: await pdfOf(all[1]) },
      { name: '3.eml', content: mailOf([letter, file('3.xml', ublOf(all[2]))]) },
      { name: '4.xml.gz', content: gzipSync(ublOf(all[3])) },
    );
    const mail = await read(mailOf([letter, file('fakturor.zip', zip)]));
    expect(mail.disposition).toBe('invoice');
    expect(mail.invoices.sort()).toEqual(all.map((number) => `${number} ready`));
    expect(mail.documents.map(({ path }) => path)).toEqual([
      '2',
      '2#1',
      '2#2',
      '2#3',
      '2#3/2',
      '2#4',
      '2#4#1',
    ]);
  });

  test('A8: a zip that is locked with a password is for a person', async () => {
    const zip = zipOf({ name: 'faktura.pdf', content: randomBytes(100), isLocked: true });
    const mail = await read(mailOf([letter, file('faktura.zip', zip)]));
    expect(mail).toMatchObject({ disposition: 'needs_review' });
    expect(mail.codes).toContain('archive_locked');
  });
});

describe('A8: what holds no invoice that can be read', () => {
  test('A8: a PDF that asks for a password is for a person', async () => {
    const mail = await read(mailOf([letter, await hostile('locked-pdf')]));
    expect(mail).toMatchObject({ disposition: 'needs_review', invoices: [] });
    expect(mail.codes).toContain('pdf_encrypted');
    await expectTheNextToGoOn();
  });

  test('A8: a PDF that is locked against changes only opens without a password', async () => {
    const document = new PDFDocument({ userPassword: '', ownerPassword: 'hemligt', size: 'A4' });
    for (let line = 0; line < 20; line++) document.text('Allmänna villkor för leverans av hyllplan i ek.');
    const mail = await read(mailOf([letter, file('villkor.pdf', await collect(document), pdf)]));
    expect(mail.codes).not.toContain('pdf_encrypted');
    expect(mail.documents.map(({ kind }) => kind)).not.toContain('unreadable');
  });

  test('A8: a page that is a picture nobody can open is for a person', async () => {
    const mail = await read(mailOf([letter, file('scan.png', pngOf(1240, 1754, 200_000), 'image/png')]));
    expect(mail).toMatchObject({ disposition: 'needs_review', invoices: [] });
    expect(mail.documents.map(({ kind }) => kind)).toEqual(['unreadable']);
  });

  test('A8: an invoice that is only the text of the mail is for a person', async () => {
    const html = '<html><body><h1>Faktura 4711</h1><p>Att betala: 125,00 kr</p></body></html>';
    expect(await read(mailOfOne({ type: 'text/html; charset=utf-8', content: html }))).toMatchObject({
      disposition: 'needs_review',
      codes: ['invoice_in_text'],
    });
  });

  test('A8: an invoice behind a link is for a person, and the link is not followed', async () => {
    const server = createServer((_request, response) => response.end('a bill')).listen(0, '127.0.0.1');
    let followed = 0;
    server.on('connection', () => {
      followed += 1;
    });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const html = `<p>Your invoice is ready. <a href="http://127.0.0.1:${port}/1">Download your invoice here</a></p>`;
    const mail = await read(mailOfOne({ type: 'text/html; charset=utf-8', content: html }));
    expect(mail).toMatchObject({ disposition: 'needs_review', codes: ['invoice_behind_link'] });
    expect(followed).toBe(0);
    server.close();
  });

  test('A8: logos and signature pictures are kept as documents and make nobody look', async () => {
    const number = newNumber();
    const logo: RawPart = {
      type: 'image/png',
      headers: ['Content-ID: <logo@a>', 'Content-Disposition: inline'],
      content: pngOf(300, 80, 9000),
    };
    const html: RawPart = { type: 'text/html', content: '<p>Faktura bifogas</p><img src="cid:logo@a">' };
    const mail = await read(
      mailOf([
        html,
        logo,
        file('image001.png', pngOf(120, 40, 3000), 'image/png'),
        file('faktura.xml', ublOf(number)),
      ]),
    );
    expect(mail).toMatchObject({ disposition: 'invoice', codes: [], invoices: [`${number} ready`] });
    expect(mail.documents.map(({ kind }) => kind)).toEqual(['attachment', 'attachment', 'invoice']);
  });

  test('A8: the same logo twice in a letter that is no invoice makes nobody look', async () => {
    const logo = file('logo.png', pngOf(120, 40, 3000), 'image/png');
    const mail = await read(mailOf([{ ...letter, content: 'Hej' }, logo, logo]));
    expect(mail).toMatchObject({ disposition: 'not_invoice', codes: ['no_invoice'] });
  });

  test.each<[string, RawPart[], { headers?: string[]; subtype?: string }, string]>([
    [
      'a bounce',
      [letter, { type: 'message/rfc822', content: 'Subject: Faktura\r\n\r\nHej' }],
      { subtype: 'report; report-type=delivery-status' },
      'bounce',
    ],
    ['a read receipt', [letter], { subtype: 'report; report-type=disposition-notification' }, 'read_receipt'],
    [
      'an automatic reply',
      [letter],
      { headers: [...senderHeaders, 'Auto-Submitted: auto-replied'] },
      'auto_reply',
    ],
    [
      'an invitation',
      [letter, { type: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' }],
      {},
      'calendar_invitation',
    ],
  ])(
    'A8: %s is no invoice, with the reason, though it speaks of one',
    async (_what, parts, options, code) => {
      expect(await read(mailOf(parts, options))).toMatchObject({ disposition: 'not_invoice', codes: [code] });
    },
  );
});

describe('A9: depth and headers without end', () => {
  test('A9: HTML nested a hundred thousand deep is read like any other', async () => {
    const number = newNumber();
    const html: RawPart = { type: 'text/html', content: '<div>\r\n'.repeat(100_000) };
    const mail = await read(mailOf([html, file('faktura.xml', ublOf(number))]));
    expect(mail).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
  });

  test('A9: a header of five megabytes is for a person', async () => {
    const headers = [
      ...senderHeaders,
      ...Array.from({ length: 100_000 }, () => `X-Padding: ${'x'.repeat(40)}`),
    ];
    const mail = await read(mailOf([letter], { headers }));
    expect(mail).toMatchObject({ disposition: 'needs_review', codes: ['header_too_big'] });
    await expectTheNextToGoOn();
  });
});
