/** PDFs that carry the invoice as data: the data counts, whatever it is called, and only its namespace says what it is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { toCii } from '../../../demo/generator/cii.ts';
import { toUbl } from '../../../demo/generator/ubl.ts';
import { toZugferd1 } from '../../../demo/generator/zugferd1.ts';
import type { Finding } from '../../../src/ingest/formats/format.ts';
import { readDocument } from '../../../src/ingest/formats/read-document.ts';
import { mediaTypes } from '../../../src/ingest/mime/media-type.ts';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { collect } from '../support/paper.ts';
import { invented, reasonCodes } from './support.ts';

const invoice = invented();
const orderX =
  '<?xml version="1.0"?><rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>';
const ublOrder = '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'staging-post-hybrid-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** A page that says little, and files inside it. */
async function readPdf(
  files: Record<string, string | Buffer>,
  page: string[] = ['A page'],
): Promise<Finding> {
  const document = new PDFDocument();
  for (const line of page) document.text(line);
  for (const [name, content] of Object.entries(files)) document.file(Buffer.from(content), { name });
  const file = join(directory, 'paper.pdf');
  await writeFile(file, await collect(document));
  return await readDocument(file, mediaTypes.pdf, false, { limits: defaultReadingLimits });
}

/** A page on which an invoice can be read. */
const invoicePage = [
  'Invoice',
  'Invoice number: 4711',
  'Invoice date: 2026-11-02',
  'Due date: 2026-12-02',
  'VAT: 250.00',
  'Amount due SEK: 1 250.00',
];

describe('the invoice inside is read', () => {
  test.each([
    ['factur-x.xml', 'cii', toCii(invoice)],
    ['zugferd-invoice.xml', 'cii', toCii(invoice, { profile: 'basicwl' })],
    ['ZUGFeRD-invoice.xml', 'zugferd1', toZugferd1(invoice)],
    ['ZUGFeRD-invoice.xml', 'cii', toCii(invoice)],
    ['xrechnung.xml', 'ubl', toUbl(invoice)],
    ['Daten.XML', 'cii', toCii(invoice)],
    ['data', 'cii', toCii(invoice)],
    ['invoice.txt', 'ubl', `\ufeff${toUbl(invoice)}`],
  ])('as %s, a %s invoice', async (name, format, xml) => {
    const { invoices, kind } = await readPdf({ [name]: xml });
    expect(kind).toBe('invoice');
    expect(invoices.map((found) => [found.invoice.source, found.invoice.invoiceNumber])).toEqual([
      [format, invoice.invoiceNumber],
    ]);
  });

  test('and what else is inside becomes documents of the invoice, with what the data itself carries', async () => {
    const photo = { fileName: 'in-xml.png', mediaType: 'image/png', content: Buffer.from('a picture') };
    const { embedded } = await readPdf({
      'tider.csv': 'a;b',
      'factur-x.xml': toCii(invoice, { carried: [photo] }),
    });
    expect(embedded.map(({ fileName }) => fileName)).toEqual(['tider.csv', 'in-xml.png']);
  });

  test('although another message is inside as well', async () => {
    const { invoices } = await readPdf({ 'a.xml': ublOrder, 'b.xml': orderX, 'c.xml': toCii(invoice) });
    expect(invoices).toHaveLength(1);
  });
});

describe('an order inside', () => {
  test.each(['order-x.xml', 'factur-x.xml', 'anything.xml'])(
    'as %s makes the whole PDF no invoice, even where its page looks like one',
    async (name) => {
      expect(await readPdf({ [name]: orderX }, invoicePage)).toMatchObject({
        kind: 'not_invoice',
        reason: { code: 'other_document', message: expect.stringContaining('Order-X') },
        invoices: [],
      });
    },
  );

  test('that is merely attached leaves the page what it is', async () => {
    const { invoices } = await readPdf({ 'order.xml': ublOrder }, invoicePage);
    expect(invoices.map((found) => found.invoice.source)).toEqual(['pdf-text']);
  });
});

describe('damaged data', () => {
  test('under a name that hybrids use holds the invoice that the page shows', async () => {
    const [found] = (await readPdf({ 'factur-x.xml': '<rsm:Broken' }, invoicePage)).invoices;
    expect(found && reasonCodes(found)).toContain('xml_damaged');
  });

  test('of some other file is nothing that the page must answer for', async () => {
    const [found] = (await readPdf({ 'notes.xml': '<broken' }, invoicePage)).invoices;
    expect(found && reasonCodes(found)).not.toContain('xml_damaged');
  });

  test('with a DOCTYPE is not read', async () => {
    const hostile = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${ublOrder}`;
    const [found] = (await readPdf({ 'factur-x.xml': hostile }, invoicePage)).invoices;
    expect(found && reasonCodes(found)).toContain('xml_doctype');
  });
});
