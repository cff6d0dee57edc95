/** Svefaktura's own ways: the rounded total, its tolerance, its giro numbers and its references. */
import { describe, expect, test } from '@jest/globals';
import { toSvefaktura } from '../../../demo/generator/svefaktura.ts';
import { changed, invented, read, readOne, reasonCodes } from './support.ts';

const invoice = invented({
  lines: [
    {
      description: 'Arbetstid',
      quantity: '1',
      unit: 'tim',
      unitPrice: '1000.10',
      net: '1000.10',
      vatRate: '25',
    },
  ],
  vatBreakdown: [{ rate: '25', taxable: '1000.10', tax: '250.03' }],
  totals: { net: '1000.10', vat: '250.03', gross: '1250.13', rounding: '-0.13', payable: '1250.00' },
});
const xml = toSvefaktura(invoice);

describe('totals', () => {
  test('the total with VAT is rounded and is what is to be paid', () => {
    const found = readOne(xml);
    expect(found.invoice.totals).toEqual({
      net: '1000.10',
      vat: '250.03',
      gross: '1250.00',
      rounding: '-0.13',
      payable: '1250.00',
    });
    expect(found.reasons).toEqual([]);
  });

  test.each([
    ['0.49 more', '1250.49', []],
    ['0.50 more', '1250.50', ['check_failed:BR-CO-15']],
    ['0.49 less', '1249.51', []],
    ['0.51 less', '1249.49', ['check_failed:BR-CO-15']],
  ])('a total of %s is judged with the tolerance that SFTI has', (_name, total, reasons) => {
    expect(reasonCodes(readOne(changed(xml, '>1250.00<', `>${total}<`)))).toEqual(reasons);
  });

  test('document-level allowances and charges are counted', () => {
    const line = (charge: boolean, amount: string) =>
      `<cac:AllowanceCharge><cbc:ChargeIndicator>${charge}</cbc:ChargeIndicator><cbc:Amount amountCurrencyID="SEK">${amount}</cbc:Amount></cac:AllowanceCharge>`;
    const charged = changed(
      xml,
      '<cac:TaxTotal>',
      `${line(true, '30.00')}${line(false, '30.00')}<cac:TaxTotal>`,
    );
    expect(readOne(charged).reasons).toEqual([]);
    const unbalanced = changed(xml, '<cac:TaxTotal>', `${line(true, '30.00')}<cac:TaxTotal>`);
    expect(reasonCodes(readOne(unbalanced))).toEqual(['check_failed:BR-CO-13']);
  });
});

describe('references', () => {
  test('the order stands with the lines, and the buyer’s reference by itself', () => {
    const ordered = changed(
      xml,
      '<cac:Item>',
      '<cac:OrderLineReference><cac:OrderReference><cac:BuyersID>B-77</cac:BuyersID></cac:OrderReference></cac:OrderLineReference><cac:Item>',
    );
    expect(readOne(ordered).invoice.references).toEqual({ order: 'B-77', buyer: 'Karin Ek', preceding: [] });
  });

  test('or among the others, marked as an order', () => {
    const marked = changed(
      xml,
      '<cac:BuyerParty>',
      '<AdditionalDocumentReference><cac:ID identificationSchemeID="CT">avtal</cac:ID></AdditionalDocumentReference><AdditionalDocumentReference><cac:ID identificationSchemeID="ON">B-78</cac:ID></AdditionalDocumentReference><cac:BuyerParty>',
    );
    expect(readOne(marked).invoice.references.order).toBe('B-78');
  });

  test('a credit note names what it takes back', () => {
    const credit = invented({ documentType: 'creditNote' });
    expect(readOne(toSvefaktura(credit)).invoice).toMatchObject({
      documentType: 'creditNote',
      references: { preceding: [credit.preceding] },
    });
  });
});

test('a seller without a tax register is known by what identifies it, where that is an organisation number', () => {
  const { organisationNumber } = invoice.supplier;
  const identified = (id: string) =>
    changed(
      xml,
      '<cac:SellerParty><cac:Party>',
      `<cac:SellerParty><cac:Party><cac:PartyIdentification><cac:ID>${id}</cac:ID></cac:PartyIdentification>`,
    ).replaceAll('SWT', 'XXX');
  expect(readOne(identified(organisationNumber)).invoice.seller.organisationNumber).toBe(organisationNumber);
  expect(readOne(identified('7300009000000')).invoice.seller.organisationNumber).toBeNull();
});

test('files that are mailed in an ObjectEnvelope alone are kept', () => {
  const alone =
    '<ObjectEnvelope xmlns="urn:sfti:documents:ObjectEnvelope:1:0"><EncodedObject><EncodedData mimeCode="text/csv" filename="tider.csv">YTtiCg==</EncodedData></EncodedObject></ObjectEnvelope>';
  expect(read(alone)).toMatchObject({
    kind: 'attachment',
    invoices: [],
    embedded: [{ fileName: 'tider.csv' }],
  });
});
