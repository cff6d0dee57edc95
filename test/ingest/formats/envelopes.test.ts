/** Envelopes around e-invoices: what is inside is read, and nothing that cannot be read goes unsaid. */
import { describe, expect, test } from '@jest/globals';
import { toCii } from '../../../demo/generator/cii.ts';
import { toFinvoice } from '../../../demo/generator/finvoice.ts';
import { toSvefaktura } from '../../../demo/generator/svefaktura.ts';
import { toUbl } from '../../../demo/generator/ubl.ts';
import { changed, invented, read, readOne, reasonCodes } from './support.ts';

const invoice = invented();
const other = invented({}, 2);
const photo = { fileName: 'skylt.png', mediaType: 'image/png', content: Buffer.from('not really a picture') };

function bare(xml: string): string {
  return xml.replace(/^<\?xml[^>]*>\s*/, '');
}

function inBusinessDocument(namespace: string, ...contents: string[]): string {
  return `<sh:StandardBusinessDocument xmlns:sh="${namespace}"><sh:StandardBusinessDocumentHeader><sh:HeaderVersion>1.0</sh:HeaderVersion></sh:StandardBusinessDocumentHeader>${contents.map(bare).join('')}</sh:StandardBusinessDocument>`;
}

function inSoap(...contents: string[]): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>${contents.map(bare).join('')}</s:Body></s:Envelope>`;
}

const peppol = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader';
const sfti = 'urn:sfti:documents:StandardBusinessDocumentHeader';

describe('a StandardBusinessDocument', () => {
  test.each([
    ['ubl', peppol, toUbl(invoice)],
    ['cii', peppol, toCii(invoice)],
    ['svefaktura', sfti, toSvefaktura(invoice)],
  ])('around %s is taken off', (format, namespace, xml) => {
    const { invoice: found } = readOne(inBusinessDocument(namespace, xml));
    expect(found).toMatchObject({ source: format, invoiceNumber: invoice.invoiceNumber });
  });

  test('may hold several invoices, and each is one', () => {
    const { invoices } = read(inBusinessDocument(peppol, toUbl(invoice), toCii(other)));
    expect(invoices.map((found) => found.invoice.invoiceNumber)).toEqual([
      invoice.invoiceNumber,
      other.invoiceNumber,
    ]);
  });

  test('of another namespace is no envelope', () => {
    expect(read(inBusinessDocument('urn:somebody:else', toUbl(invoice)))).toMatchObject({
      kind: 'attachment',
      reason: { code: 'xml_unknown' },
      invoices: [],
    });
  });

  test('with nothing in it is put to a person as what it is', () => {
    expect(read(inBusinessDocument(peppol))).toMatchObject({ reason: { code: 'xml_unknown' }, invoices: [] });
  });

  test('of SFTI brings the files of its ObjectEnvelopes along', () => {
    const { invoices, embedded } = read(toSvefaktura(invoice, [photo, { ...photo, fileName: 'karta.png' }]));
    expect(invoices).toHaveLength(1);
    expect(embedded.map(({ fileName }) => fileName)).toEqual(['skylt.png', 'karta.png']);
    expect(embedded[0]).toMatchObject({ declaredType: 'image/png' });
    expect(Buffer.from(embedded[0]?.content ?? [])).toEqual(photo.content);
  });

  test('whose file is damaged holds the invoice that it belongs to', () => {
    const damaged = changed(toSvefaktura(invoice, [photo]), photo.content.toString('base64'), '%%%');
    expect(reasonCodes(readOne(damaged))).toEqual(['embedded_damaged']);
  });
});

describe('a SOAP envelope', () => {
  test('is taken off, and what is in its body is read', () => {
    expect(readOne(inSoap(toUbl(invoice))).invoice.invoiceNumber).toBe(invoice.invoiceNumber);
  });

  test('before a Finvoice in the same file is left out, with a declaration between them or without', () => {
    const framed = toFinvoice(invoice, { framed: true });
    const withoutDeclaration = Buffer.from(
      changed(framed.toString('latin1'), '<?xml version="1.0" encoding="ISO-8859-15"?>\n', ''),
      'latin1',
    );
    expect(readOne(framed).invoice.invoiceNumber).toBe(invoice.invoiceNumber);
    expect(readOne(asUtf8(withoutDeclaration)).invoice.invoiceNumber).toBe(invoice.invoiceNumber);
  });

  test('before each of several Finvoices is left out, and every invoice of the file is read', () => {
    const file = Buffer.concat([toFinvoice(invoice, { framed: true }), toFinvoice(other, { framed: true })]);
    expect(read(file).invoices.map((found) => found.invoice.invoiceNumber)).toEqual([
      invoice.invoiceNumber,
      other.invoiceNumber,
    ]);
  });
});

describe('a file of several documents', () => {
  test('is refused when there are more than a delivery ever holds', () => {
    const many = Buffer.concat(Array.from({ length: 201 }, () => toFinvoice(invoice)));
    expect(() => read(many)).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'xml_too_many' }) }),
    );
  });

  test('is refused whole when one of them is damaged', () => {
    const damaged = Buffer.concat([
      toFinvoice(invoice),
      Buffer.from('\n<?xml version="1.0"?><Finvoice><InvoiceDetails>'),
    ]);
    expect(() => read(damaged)).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'xml_damaged' }) }),
    );
  });

  test('is not seen where a damaged document merely mentions an envelope', () => {
    expect(() => read('<a>&nothing;</a>')).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'xml_damaged' }) }),
    );
  });
});

function asUtf8(latin9: Buffer): Buffer {
  return Buffer.from(latin9.toString('latin1'), 'utf8');
}
