/** What goes wrong with attachments in the real world, from the raw mail to what the ledger says of it. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { zipOf } from '../support/archives.ts';
import { pdfBomb, pdfOf, ublOf } from '../support/certain.ts';
import { file, hostile, letter, newNumber, openFaultRoom, pdf } from '../support/fault-room.ts';
import { mailOf, mailOfOne } from '../support/raw-mail.ts';

const { read, expectTheNextToGoOn } = openFaultRoom();

describe('A1: what came empty, cut or garbled', () => {
  test('A1: a PDF of no bytes is for a person', async () => {
    const mail = await read(mailOf([letter, await hostile('empty-pdf')]));
    expect(mail).toMatchObject({ disposition: 'needs_review', invoices: [] });
    expect(mail.codes).toContain('empty');
    await expectTheNextToGoOn();
  });

  test('A1: a mail cut in the middle of its PDF is for a person', async () => {
    const whole = mailOf([letter, file('faktura.pdf', await pdfOf(newNumber()), pdf)]);
    const mail = await read(whole.subarray(0, Math.floor(whole.length * 0.6)));
    expect(mail).toMatchObject({ disposition: 'needs_review', invoices: [] });
    expect(mail.codes).toEqual(expect.arrayContaining(['mail_truncated', 'pdf_truncated']));
    await expectTheNextToGoOn();
  });

  test('A1: an invoice that is whole in a mail that was cut after it is staged, for a person to agree', async () => {
    const number = newNumber();
    const whole = mailOf([
      letter,
      file('faktura.xml', ublOf(number)),
      file('villkor.pdf', randomBytes(3000)),
    ]);
    const mail = await read(whole.subarray(0, whole.length - 2000));
    expect(mail.disposition).toBe('needs_review');
    expect(mail.codes).toContain('mail_truncated');
    const cutBehind = mailOf([letter, file('faktura.xml', ublOf(number + 500))]);
    const lastCut = await read(cutBehind.subarray(0, cutBehind.lastIndexOf('--edge--')));
    expect(lastCut).toMatchObject({
      disposition: 'needs_review',
      invoices: [`${number + 500} needs_review`],
    });
  });

  test('A1: a PDF whose base64 was cut where nothing shows it is never ready', async () => {
    const content = await pdfOf(newNumber());
    const cut = content.subarray(
      0,
      Math.floor(content.length * 0.9) - (Math.floor(content.length * 0.9) % 3),
    );
    const mail = await read(mailOfOne({ type: pdf, content: cut }));
    expect(mail.disposition).toBe('needs_review');
    expect(mail.invoices.filter((each) => each.endsWith(' ready'))).toEqual([]);
  });

  test('A1: garbled base64 is for a person', async () => {
    const number = newNumber();
    const raw = mailOf([letter, file('faktura.xml', ublOf(number))]).toString('latin1');
    const at = raw.indexOf('PD94') + 200;
    const mail = await read(Buffer.from(`${raw.slice(0, at)}!!!!${raw.slice(at + 4)}`, 'latin1'));
    expect(mail.disposition).toBe('needs_review');
    expect(mail.invoices.filter((each) => each.endsWith(' ready'))).toEqual([]);
  });
});

describe('A2: what takes all time or memory', () => {
  test('A2: a PDF bomb is given up, and only it: the other attachment of the mail is staged', async () => {
    const number = newNumber();
    const mail = await read(
      mailOf([letter, file('ritning.pdf', await pdfBomb(), pdf), file('faktura.xml', ublOf(number))]),
    );
    expect(mail.invoices).toEqual([`${number} ready`]);
    expect(mail.disposition).toBe('needs_review');
    expect(mail.codes).toHaveLength(1);
    expect(mail.codes[0]).toMatch(/^pdf_(too_slow|too_big|crashed)$/);
    expect(mail.documents.map(({ kind }) => kind)).toEqual(['unreadable', 'invoice']);
    await expectTheNextToGoOn();
  });
});

describe('A3: what is not what it is called', () => {
  test.each([
    ['as octet-stream with a wrong ending', 'faktura.dat', 'application/octet-stream'],
    ['as text', 'faktura.txt', 'text/plain'],
    ['as a picture', 'logo.png', 'image/png'],
  ])('A3: a PDF that comes %s is read', async (_how, name, type) => {
    const number = newNumber();
    const mail = await read(mailOf([letter, file(name, await pdfOf(number), type)]));
    expect(mail).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
  });

  test('A3: a PDF with junk in front, no name and no disposition is read', async () => {
    const number = newNumber();
    const content = Buffer.concat([Buffer.from('\r\n\r\n'), await pdfOf(number)]);
    const mail = await read(mailOf([letter, { type: 'application/octet-stream', content }]));
    expect(mail).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
  });

  test('A3: a program that calls itself a PDF is for a person', async () => {
    const mail = await read(mailOf([letter, await hostile('not-what-it-says')]));
    expect(mail).toMatchObject({ disposition: 'needs_review', invoices: [] });
    await expectTheNextToGoOn();
  });
});

describe('A4: names that are paths', () => {
  test.each(['../../../etc/cron.d/faktura.pdf', '..\\\\..\\\\faktura.pdf', '/etc/passwd'])(
    'A4: %s is kept as a name, and the invoice is read',
    async (name) => {
      const number = newNumber();
      const mail = await read(mailOf([letter, file(name, await pdfOf(number), pdf)]));
      expect(mail).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
      expect(mail.documents.map((each) => each.file)).toEqual([name.replaceAll('\\\\', '\\')]);
    },
  );

  test('A4: a zip whose files climb out of it gives invoices, and they climb nowhere', async () => {
    const number = newNumber();
    const mail = await read(
      mailOf([letter, file('a.zip', zipOf({ name: '../../../tmp/faktura.xml', content: ublOf(number) }))]),
    );
    expect(mail).toMatchObject({ disposition: 'invoice', invoices: [`${number} ready`] });
    expect(mail.documents.map(({ path, file: name }) => [path, name])).toEqual([
      ['2', 'a.zip'],
      ['2#1', '../../../tmp/faktura.xml'],
    ]);
  });
});

describe('A5: winmail.dat', () => {
  test('A5: is for a person, never "no attachment"', async () => {
    const tnef = Buffer.concat([Buffer.from([0x78, 0x9f, 0x3e, 0x22]), randomBytes(500)]);
    const mail = await read(
      mailOf([{ ...letter, content: 'Hej' }, file('winmail.dat', tnef, 'application/ms-tnef')]),
    );
    expect(mail).toMatchObject({ disposition: 'needs_review', codes: ['tnef'] });
  });
});
