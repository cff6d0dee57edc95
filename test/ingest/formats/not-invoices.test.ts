/** XML that is no invoice is kept and said to be none, by its namespace alone; invoices that are not read are said too. */
import { describe, expect, test } from '@jest/globals';
import { toFinvoice } from '../../../demo/generator/finvoice.ts';
import { toUbl } from '../../../demo/generator/ubl.ts';
import { changed, invented, read, readOne, reasonCodes } from './support.ts';

const ublNamespace = (name: string) => `urn:oasis:names:specification:ubl:schema:xsd:${name}-2`;

function rootOf(name: string, namespace: string): string {
  return namespace ? `<x:${name} xmlns:x="${namespace}"/>` : `<${name}/>`;
}

describe('these are no invoices', () => {
  test.each([
    [
      'an Order-X order',
      'SCRDMCCBDACIOMessageStructure',
      'urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100',
    ],
    [
      'a CII despatch advice',
      'CrossIndustryDespatchAdvice',
      'urn:un:unece:uncefact:data:standard:CrossIndustryDespatchAdvice:100',
    ],
    ...[
      'Order',
      'OrderResponse',
      'Catalogue',
      'DespatchAdvice',
      'ApplicationResponse',
      'Reminder',
      'Statement',
      'Quotation',
    ].map((name): [string, string, string] => [`a UBL ${name}`, name, ublNamespace(name)]),
    ['an SFTI order', 'Order', 'urn:sfti:documents:BasicOrder:1:0'],
    ["a Finvoice sender's announcement", 'FinvoiceSenderInfo', ''],
  ])('%s', (_name, root, namespace) => {
    expect(read(rootOf(root, namespace))).toMatchObject({
      kind: 'not_invoice',
      reason: { code: 'other_document', message: expect.stringContaining(root) },
      invoices: [],
    });
  });

  test.each(['REQ01', 'QUO01', 'ORD01', 'ORC01', 'DEN01', 'PRI01', 'TES01', 'INV05', 'INV08'])(
    'a Finvoice of the kind %s',
    (code) => {
      const xml = toFinvoice(invented()).toString('latin1').replace('INV01', code);
      expect(read(Buffer.from(xml, 'latin1'))).toMatchObject({
        kind: 'not_invoice',
        reason: { message: expect.stringContaining(code) },
        invoices: [],
      });
    },
  );
});

describe('these are invoices that are recognised and not read', () => {
  test.each([
    ['FatturaElettronica', 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2', 'FatturaPA'],
    ['Facturae', 'http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml', 'Facturae'],
    ['Invoice', 'http://www.ebinterface.at/schema/6p1/', 'ebInterface'],
    ['FreightInvoice', ublNamespace('FreightInvoice'), 'freight'],
    ['DebitNote', ublNamespace('DebitNote'), 'debit note'],
    ['CreditNote', ublNamespace('Invoice'), 'do not go together'],
    ['CrossIndustryInvoice', 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:2', 'another version'],
    ['Invoices', 'urn:sfti:documents:BasicInvoice:1:0', 'SFTI'],
    ['Invoice', 'http://rep.oio.dk/ubl/xml/schemas/0p71/pie/', 'OIOXML'],
    ['E_Invoice', '', 'Estonian'],
    ['INVOICE_CENTER', '', 'TEAPPSXML'],
    ['Invoice', 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-1.0', 'UBL 1.0'],
  ])('%s of %s', (root, namespace, called) => {
    expect(read(`<${root} xmlns="${namespace}"/>`)).toMatchObject({
      kind: 'unreadable',
      reason: { code: 'format_not_read', message: expect.stringContaining(called) },
    });
  });
});

describe('the name of a root means nothing', () => {
  test.each([
    ['an invoice of somebody else', '<Invoice xmlns="urn:somebody:else"/>'],
    ['an invoice without a namespace', '<Invoice/>'],
    ['a Finvoice with a namespace', '<Finvoice xmlns="urn:somebody:else"/>'],
    [
      'a CrossIndustryInvoice of another version',
      '<CrossIndustryInvoice xmlns="urn:ferd:CrossIndustryInvoice:9p9"/>',
    ],
  ])('%s is XML that is not known', (_name, xml) => {
    expect(read(xml)).toMatchObject({ kind: 'attachment', reason: { code: 'xml_unknown' } });
  });
});

test('an invoice with nothing in it is held, with everything that it lacks', () => {
  expect(reasonCodes(readOne(`<Invoice xmlns="${ublNamespace('Invoice')}"/>`))).toEqual([
    'missing:invoice_number',
    'missing:issue_date',
    'missing:currency',
    'missing:payable',
    'missing:supplier',
  ]);
});

test('a proforma invoice is held: nothing is owed yet', () => {
  const proforma = changed(toUbl(invented()), '>380<', '>325<');
  expect(reasonCodes(readOne(proforma))).toEqual(['proforma']);
});
