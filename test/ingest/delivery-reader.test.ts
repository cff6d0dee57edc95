import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { hashOf } from '../support/mail-room.ts';
import { zipOf } from './support/archives.ts';
import { pdfBomb, pdfOf, ublOf } from './support/certain.ts';
import { attached, mailOf, type RawPart } from './support/raw-mail.ts';
import { codes, openTestReader } from './support/readers.ts';

const { readMail, readFile } = openTestReader();
const hasty = openTestReader({ mailMs: 1 });
const short = openTestReader({ documentMs: 5_000 });

const letter: RawPart = { type: 'text/plain', content: 'Faktura bifogas.' };
const xml = (number: number): RawPart => ({
  type: 'application/xml',
  headers: attached(`${number}.xml`),
  content: ublOf(number),
});

describe('reading a delivery', () => {
  test('gives the envelope, what it came to, its documents in order and its invoices', async () => {
    const pdf = await pdfOf(1);
    const reading = await readMail(
      mailOf([letter, { type: 'application/pdf', headers: attached('1.pdf'), content: pdf }, xml(1)]),
    );
    expect(reading).toMatchObject({
      envelope: { from: 'faktura@kakelboden.example', subject: 'Hej' },
      disposition: 'invoice',
      reasons: [],
      invoices: [{ primaryPath: '3', ordinal: 0, state: 'ready' }],
    });
    expect(reading.documents.map(({ path, sha256, kind }) => [path, sha256, kind])).toEqual([
      ['2', hashOf(pdf), 'invoice'],
      ['3', hashOf(ublOf(1)), 'invoice'],
    ]);
  });

  test('brings the bytes of documents that belong to an invoice, and of no others', async () => {
    const { documents } = await readMail(
      mailOf([xml(1), { type: 'image/gif', content: Buffer.from('GIF89a\x01\x00\x01\x00') }]),
    );
    expect(documents.map(({ content }) => content && hashOf(content))).toEqual([hashOf(ublOf(1)), null]);
  });

  test('leaves nothing behind, whether it put something down, needed nothing, or was cut short', async () => {
    const mine = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith(`staging-post-temporary-${process.pid}-`));
    await readMail(mailOf([letter, xml(1)]));
    await readFile('faktura.pdf', await pdfOf(1));
    await hasty.readMail(mailOf([letter, xml(1)]));
    await short.readMail(mailOf([{ type: 'application/pdf', content: await pdfBomb() }]));
    expect(await mine()).toEqual([]);
  });

  test('takes the same bytes attached twice, or packed once more, as one document', async () => {
    const zip = { type: 'application/zip', content: zipOf({ name: '1.xml', content: ublOf(1) }) };
    const { documents, invoices, disposition } = await readMail(mailOf([xml(1), xml(1), zip]));
    expect(disposition).toBe('invoice');
    expect(invoices).toHaveLength(1);
    expect(documents.map(({ path, reason }) => [path, reason?.code ?? null])).toEqual([
      ['1', null],
      ['2', 'same_bytes'],
      ['3', null],
      ['3#1', 'same_bytes'],
    ]);
  });

  test('of a file alone judges it by its bytes', async () => {
    const { invoices } = await readFile('faktura.pdf', ublOf(1));
    expect(invoices.map(({ invoice }) => invoice.source)).toEqual(['ubl']);
    const packed = await readFile(
      'fakturor.dat',
      zipOf({ name: 'a', content: ublOf(1) }, { name: 'b', content: ublOf(2) }),
    );
    expect(packed.invoices.map(({ primaryPath }) => primaryPath)).toEqual(['1#1', '1#2']);
  });

  test('puts what there is no time left for to a person', async () => {
    const { disposition, reasons } = await hasty.readMail(mailOf([letter, xml(1)]));
    expect(disposition).toBe('needs_review');
    expect(codes(reasons)).toContain('xml_too_slow');
  });

  test('reads on after a document that killed its process', async () => {
    const bomb: RawPart = { type: 'application/pdf', content: await pdfBomb() };
    const killed = await short.readMail(mailOf([bomb, xml(1)]));
    expect(killed.disposition).toBe('needs_review');
    expect(killed.invoices).toMatchObject([{ primaryPath: '2', state: 'ready' }]);
    expect(codes(killed.reasons)[0]).toMatch(/^pdf_(too_big|too_slow|crashed)$/);
  });
});
