/** What CII has beyond the ordinary: poor profiles, lines within lines, two currencies, charges under other names. */
import { describe, expect, test } from '@jest/globals';
import { toCii } from '../../../demo/generator/cii.ts';
import { toZugferd1 } from '../../../demo/generator/zugferd1.ts';
import { changed, failedRules, invented, read, readOne, reasonCodes } from './support.ts';

const invoice = invented({
  lines: [
    {
      description: 'Arbetstid',
      quantity: '8',
      unit: 'tim',
      unitPrice: '100.00',
      net: '800.00',
      vatRate: '25',
    },
    { description: 'Resa', quantity: '1', unit: 'st', unitPrice: '200.00', net: '200.00', vatRate: '25' },
  ],
  vatBreakdown: [{ rate: '25', taxable: '1000.00', tax: '250.00' }],
  totals: { net: '1000.00', vat: '250.00', gross: '1250.00', rounding: '0.00', payable: '1250.00' },
});

describe('profiles without lines', () => {
  test('MINIMUM gives who, when and how much, and is ready', () => {
    const { invoice: found, reasons } = readOne(toCii(invoice, { profile: 'minimum' }));
    expect(found).toMatchObject({
      invoiceNumber: invoice.invoiceNumber,
      totals: { net: '1000.00', vat: '250.00', gross: '1250.00', payable: '1250.00' },
      lines: [],
      payment: { accounts: [], reference: null },
    });
    expect(reasons).toEqual([]);
  });

  test('MINIMUM has no place for what was paid before, so less may be payable than the total', () => {
    const less = changed(
      toCii(invoice, { profile: 'minimum' }),
      '<ram:DuePayableAmount>1250.00',
      '<ram:DuePayableAmount>250.00',
    );
    expect(readOne(less).reasons).toEqual([]);
  });

  test('BASIC WL has all but lines', () => {
    const { invoice: found, reasons } = readOne(toCii(invoice, { profile: 'basicwl' }));
    expect(found.vatBreakdown).toEqual([{ category: 'S', rate: '25', taxable: '1000.00', tax: '250.00' }]);
    expect(found.payment.reference).toBe(invoice.paymentReference);
    expect(reasons).toEqual([]);
  });

  test('EN 16931 must say what was paid before', () => {
    const less = changed(toCii(invoice), '<ram:DuePayableAmount>1250.00', '<ram:DuePayableAmount>250.00');
    expect(reasonCodes(readOne(less))).toEqual(['check_failed:BR-CO-16']);
    const said = changed(
      less,
      '<ram:DuePayableAmount>',
      '<ram:TotalPrepaidAmount>1000.00</ram:TotalPrepaidAmount><ram:DuePayableAmount>',
    );
    expect(readOne(said).reasons).toEqual([]);
  });
});

describe('lines within lines', () => {
  test.each(['GROUP', 'INFORMATION'])('a line that is %s is shown, but not counted again', (status) => {
    const line = `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>9</ram:LineID><ram:LineStatusReasonCode>${status}</ram:LineStatusReasonCode></ram:AssociatedDocumentLineDocument><ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>1000.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;
    const nested = changed(
      toCii(invoice, { profile: 'extended' }),
      '<ram:ApplicableHeaderTradeAgreement>',
      `${line}<ram:ApplicableHeaderTradeAgreement>`,
    );
    const { invoice: found, reasons } = readOne(nested);
    expect(found.lines.map(({ net }) => net)).toEqual(['800.00', '200.00', '1000.00']);
    expect(reasons).toEqual([]);
  });
});

describe('document-level charges', () => {
  const tax = (name: string) =>
    `<ram:${name}><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>25</ram:RateApplicablePercent></ram:${name}>`;
  const charged = (charge: string) =>
    [
      ['<ram:SpecifiedTradePaymentTerms>', `${charge}<ram:SpecifiedTradePaymentTerms>`],
      ['<ram:BasisAmount>1000.00', '<ram:BasisAmount>1100.00'],
      ['<ram:CalculatedAmount>250.00', '<ram:CalculatedAmount>275.00'],
      [
        '<ram:TaxBasisTotalAmount>1000.00',
        '<ram:ChargeTotalAmount>100.00</ram:ChargeTotalAmount><ram:TaxBasisTotalAmount>1100.00',
      ],
      ['currencyID="SEK">250.00', 'currencyID="SEK">275.00'],
      ['<ram:GrandTotalAmount>1250.00', '<ram:GrandTotalAmount>1375.00'],
      ['<ram:DuePayableAmount>1250.00', '<ram:DuePayableAmount>1375.00'],
    ].reduce((xml, [from = '', to = '']) => changed(xml, from, to), toCii(invoice, { profile: 'extended' }));

  test.each([
    [
      'a charge',
      `<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>true</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>100.00</ram:ActualAmount>${tax('CategoryTradeTax')}</ram:SpecifiedTradeAllowanceCharge>`,
    ],
    [
      'freight',
      `<ram:SpecifiedLogisticsServiceCharge><ram:Description>Frakt</ram:Description><ram:AppliedAmount>100.00</ram:AppliedAmount>${tax('AppliedTradeTax')}</ram:SpecifiedLogisticsServiceCharge>`,
    ],
  ])('%s is counted into the sums and the base of the VAT', (_name, charge) => {
    const found = readOne(charged(charge));
    expect(failedRules(found)).toEqual([]);
    expect(found.invoice.checks.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['BR-CO-12', 'BR-CO-13', 'BR-S-08']),
    );
  });

  test('an allowance where the totals say charge does not fit the base of the VAT', () => {
    const wrong = charged(
      `<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator></ram:ChargeIndicator><ram:ActualAmount>100.00</ram:ActualAmount>${tax('CategoryTradeTax')}</ram:SpecifiedTradeAllowanceCharge>`,
    );
    expect(reasonCodes(readOne(wrong))).toEqual(['check_failed:BR-S-08']);
  });
});

test('VAT stated again in the currency of the accounts is not the invoice’s own', () => {
  const twice = changed(
    toCii(invoice),
    '<ram:TaxTotalAmount currencyID="SEK">',
    '<ram:TaxTotalAmount currencyID="EUR">22.50</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="SEK">',
  );
  const found = readOne(twice);
  expect(found.invoice.totals.vat).toBe('250.00');
  expect(found.reasons).toEqual([]);
});

test('an account without an IBAN is kept as it stands, and an account named twice is one', () => {
  const account = (inside: string) =>
    `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount>${inside}</ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`;
  const more = changed(
    toCii(invoice),
    '<ram:ApplicableTradeTax><ram:CalculatedAmount>',
    `${account('<ram:ProprietaryID>5050-1055</ram:ProprietaryID>')}${account(`<ram:IBANID>${invoice.supplier.iban}</ram:IBANID>`)}<ram:ApplicableTradeTax><ram:CalculatedAmount>`,
  );
  expect(readOne(more).invoice.payment.accounts).toEqual([
    { kind: 'iban', id: invoice.supplier.iban },
    { kind: 'other', id: '5050-1055' },
  ]);
});

test('files inside become documents of the invoice, and never invoices of their own', () => {
  const another = Buffer.from(toCii(invented({}, 5)));
  const { invoices, embedded } = read(
    toCii(invoice, { carried: [{ fileName: 'other.xml', mediaType: 'application/xml', content: another }] }),
  );
  expect(invoices).toHaveLength(1);
  expect(embedded).toEqual([{ fileName: 'other.xml', declaredType: 'application/xml', content: another }]);
});

test('negative amounts stay as they stand, and a person looks: it may be a credit that does not say so', () => {
  const negative = toCii(invoice)
    .replaceAll(/>(\d+\.\d\d)</g, '>-$1<')
    .replaceAll('<ram:ChargeAmount>-', '<ram:ChargeAmount>');
  const found = readOne(negative);
  expect(found.invoice).toMatchObject({ documentType: 'invoice', totals: { payable: '-1250.00' } });
  expect(reasonCodes(found)).toEqual(['negative_total']);
});

test('ZUGFeRD 1 that does not say what is payable leaves it open', () => {
  const open = changed(
    toZugferd1(invoice),
    '<ram:DuePayableAmount currencyID="SEK">1250.00</ram:DuePayableAmount>',
    '',
  );
  expect(readOne(open).invoice.totals).toMatchObject({ gross: '1250.00', payable: null });
});

test('ZUGFeRD 1 needs no amounts on its lines; where EN 16931 is followed, one that is missing holds the invoice', () => {
  const amount = '<ram:LineTotalAmount>800.00</ram:LineTotalAmount>';
  const none = toZugferd1(invoice).replaceAll(/<ram:LineTotalAmount>[\d.]+<\/ram:LineTotalAmount>/g, '');
  const rest = '<ram:LineTotalAmount>200.00</ram:LineTotalAmount>';
  expect(none).not.toContain(amount);
  expect(readOne(none).reasons).toEqual([]);
  const remark = changed(changed(toZugferd1(invoice), amount, ''), rest, rest.replace('200', '1000'));
  expect(readOne(remark).reasons).toEqual([]);
  expect(reasonCodes(readOne(changed(toCii(invoice), amount, '')))).toContain('check_failed:BR-CO-10');
});
