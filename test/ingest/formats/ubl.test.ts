/** What UBL has beyond the ordinary: old profiles, national habits, self-billing, two currencies, allowances. */
import { describe, expect, test } from '@jest/globals';
import { toUbl } from '../../../demo/generator/ubl.ts';
import { changed, failedRules, invented, read, readOne, reasonCodes } from './support.ts';

const invoice = invented({
  lines: [
    {
      description: 'Arbetstid',
      quantity: '10',
      unit: 'tim',
      unitPrice: '100.00',
      net: '1000.00',
      vatRate: '25',
    },
  ],
  vatBreakdown: [{ rate: '25', taxable: '1000.00', tax: '250.00' }],
  totals: { net: '1000.00', vat: '250.00', gross: '1250.00', rounding: '0.00', payable: '1250.00' },
});
const xml = toUbl(invoice);

describe('the currency', () => {
  const generic = xml
    .replace(/<cbc:CustomizationID>[^<]*<\/cbc:CustomizationID>/, '')
    .replace(/<cbc:DocumentCurrencyCode>[^<]*<\/cbc:DocumentCurrencyCode>/, '');

  test('is that of the amounts where UBL is free to leave its code out', () => {
    const found = readOne(generic);
    expect(found.invoice.currency).toBe('SEK');
    expect(found.invoice.totals.vat).toBe('250.00');
    expect(found.invoice.evidence.currency?.where).toContain('PayableAmount');
    expect(reasonCodes(found)).toEqual([]);
  });

  test('is missing where EN 16931 demands it', () => {
    const peppol = xml.replace(/<cbc:DocumentCurrencyCode>[^<]*<\/cbc:DocumentCurrencyCode>/, '');
    expect(reasonCodes(readOne(peppol))).toEqual(['missing:currency']);
  });
});

describe('due before it was issued', () => {
  const late = xml.replace(/<cbc:DueDate>[^<]*</, '<cbc:DueDate>2026-10-20<');

  test('is a question', () => {
    expect(reasonCodes(readOne(late))).toEqual(['due_before_issue']);
  });

  test('is none where everything was paid before', () => {
    const paid = late.replace(
      /<cbc:PayableAmount ([^>]*)>1250.00</,
      '<cbc:PrepaidAmount $1>1250.00</cbc:PrepaidAmount><cbc:PayableAmount $1>0.00<',
    );
    expect(readOne(paid).invoice.totals.payable).toBe('0.00');
    expect(reasonCodes(readOne(paid))).toEqual([]);
  });
});

test('elements that are left empty give way to those that say something', () => {
  const { name, organisationNumber, vatId } = invoice.supplier;
  const party = `<cac:PartyIdentification><cbc:ID schemeID="0007">${organisationNumber}</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName>`;
  const emptied = xml.replace(
    /(<cac:AccountingSupplierParty>\s*<cac:Party>)([\s\S]*?)(<\/cac:AccountingSupplierParty>)/,
    (_all, before: string, inside: string, after: string) =>
      `${before}${party}${inside
        .replace(/<cac:PartyName>[\s\S]*?<\/cac:PartyName>/, '')
        .replace(/<cbc:RegistrationName>[^<]*</, '<cbc:RegistrationName><')
        .replace(/(<cac:PartyLegalEntity>[\s\S]*?<cbc:CompanyID[^>]*>)[^<]*</, '$1<')}${after}`,
  );
  expect(emptied).toContain('<cbc:RegistrationName></cbc:RegistrationName>');
  expect(readOne(emptied).invoice.seller).toEqual({ name, organisationNumber, vatId });
});

test('a contact is not the seller', () => {
  const nameless = xml.replace(
    /(<cac:AccountingSupplierParty>[\s\S]*?)<cac:PartyLegalEntity>[\s\S]*?<\/cac:PartyLegalEntity>/,
    '$1<cac:Contact><cbc:Name>Karin Ek</cbc:Name></cac:Contact>',
  );
  expect(nameless).toContain('Karin Ek');
  expect(
    readOne(nameless.replace(/<cac:PartyName>[\s\S]*?<\/cac:PartyName>/, '')).invoice.seller.name,
  ).toBeNull();
});

function withMeans(means: string): string {
  return xml.replace(/<cac:PaymentMeans>[\s\S]*<\/cac:PaymentMeans>/, () => means);
}

const meansOf = (inside: string) => `<cac:PaymentMeans>${inside}</cac:PaymentMeans>`;

describe('ways to pay', () => {
  const account = (id: string, branch: string) =>
    meansOf(
      `<cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>12344</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>${id}</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>${branch}</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount>`,
    );

  test.each([
    ['54029681', 'SE:BANKGIRO', 'bankgiro', '5402-9681'],
    ['2865434', 'SE:PLUSGIRO', 'plusgiro', '286543-4'],
    ['54029681', 'BGABSESS', 'bankgiro', '5402-9681'],
    ['2865434', 'PGSISESS', 'plusgiro', '286543-4'],
    ['54029681', 'NDEASESS', 'other', '54029681'],
    ['SE35 5000 0000 0549 1000 0003', 'HANDSESS', 'iban', 'SE3550000000054910000003'],
  ])('account %s at %s is a %s', (id, branch, kind, expected) => {
    expect(readOne(withMeans(account(id, branch))).invoice.payment.accounts).toEqual([
      { kind, id: expected },
    ]);
  });

  test('an IBAN with a wrong digit is still one, and holds the invoice', () => {
    const found = readOne(withMeans(account('SE3550000000054910000004', 'HANDSESS')));
    expect(found.invoice.payment.accounts).toEqual([{ kind: 'iban', id: 'SE3550000000054910000004' }]);
    expect(reasonCodes(found)).toEqual(['check_failed:iban']);
  });

  test('several ways are kept in their order, the same account once', () => {
    const means = [
      account('54029681', 'SE:BANKGIRO'),
      account('2865434', 'SE:PLUSGIRO'),
      account('5402-9681', 'SE:BANKGIRO'),
    ];
    expect(readOne(withMeans(means.join(''))).invoice.payment).toEqual({
      accounts: [
        { kind: 'bankgiro', id: '5402-9681' },
        { kind: 'plusgiro', id: '286543-4' },
      ],
      reference: '12344',
    });
  });

  test('on a Danish giro slip the reference stands beside the kind of slip', () => {
    const slip = meansOf(
      '<cbc:PaymentMeansCode>93</cbc:PaymentMeansCode><cbc:PaymentChannelCode>DK:FIK</cbc:PaymentChannelCode><cbc:InstructionID>000000012345678</cbc:InstructionID><cbc:PaymentID>71</cbc:PaymentID><cac:CreditAccount><cbc:AccountID>12345678</cbc:AccountID></cac:CreditAccount>',
    );
    expect(readOne(withMeans(slip)).invoice.payment).toEqual({
      accounts: [{ kind: 'other', id: '12345678' }],
      reference: '000000012345678',
    });
  });

  test('a credit note has its due date with the way to pay', () => {
    const credit = toUbl(invented({ documentType: 'creditNote' }));
    const due = changed(
      credit,
      '<cbc:PaymentID>',
      '<cbc:PaymentDueDate>2026-12-24</cbc:PaymentDueDate><cbc:PaymentID>',
    );
    expect(readOne(due).invoice.dueDate).toBe('2026-12-24');
  });
});

describe('kinds of documents', () => {
  test.each([
    ['380', 'invoice'],
    ['384', 'invoice'],
    ['386', 'invoice'],
    ['381', 'creditNote'],
    ['396', 'creditNote'],
  ])('code %s is an %s', (code, kind) => {
    expect(readOne(changed(xml, '>380<', `>${code}<`)).invoice.documentType).toBe(kind);
  });

  test('a self-billed invoice is read, and a person sees which side this book is on', () => {
    expect(reasonCodes(readOne(changed(xml, '>380<', '>389<')))).toEqual(['self_billed']);
  });

  test.each([
    ['SelfBilledInvoice', 'invoice'],
    ['SelfBilledCreditNote', 'creditNote'],
  ])('the root %s is a self-billed %s', (root, kind) => {
    const selfBilled = xml
      .replaceAll('xsd:Invoice-2', `xsd:${root}-2`)
      .replace('<Invoice ', `<${root} `)
      .replace('</Invoice>', `</${root}>`)
      .replace('<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', '');
    const found = readOne(selfBilled);
    expect(found.invoice).toMatchObject({ documentType: kind, invoiceNumber: invoice.invoiceNumber });
    expect(reasonCodes(found)).toEqual(['self_billed']);
  });

  test('a negative invoice stays as it stands, and a person looks', () => {
    const negative = readOne(
      xml.replaceAll(/(currencyID="SEK">)(\d)/g, '$1-$2').replace(/(PriceAmount currencyID="SEK">)-/, '$1'),
    );
    expect(negative.invoice.totals).toMatchObject({ net: '-1000.00', payable: '-1250.00' });
    expect(reasonCodes(negative)).toEqual(['negative_total']);
  });
});

describe('sums', () => {
  test('VAT stated again in another currency is not the invoice’s own', () => {
    const twice = changed(
      xml,
      '<cac:TaxTotal>',
      '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">22.50</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal>',
    );
    const found = readOne(twice);
    expect(found.invoice.totals.vat).toBe('250.00');
    expect(found.reasons).toEqual([]);
  });

  test('lines that do not add up to their total hold the invoice', () => {
    const short = xml.replace(
      /(<cac:InvoiceLine>[\s\S]*?<cbc:LineExtensionAmount currencyID="SEK">)1000.00/,
      '$1999.99',
    );
    expect(reasonCodes(readOne(short))).toEqual(['check_failed:BR-CO-10']);
  });

  const allowance = (indicator: string) =>
    `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:Amount currencyID="SEK">100.00</cbc:Amount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:AllowanceCharge><cac:TaxTotal>`;
  const reduced = (indicator: string) =>
    [
      ['<cac:TaxTotal>', allowance(indicator)],
      ['TaxableAmount currencyID="SEK">1000.00', 'TaxableAmount currencyID="SEK">900.00'],
      ['TaxExclusiveAmount currencyID="SEK">1000.00', 'TaxExclusiveAmount currencyID="SEK">900.00'],
      ['TaxInclusiveAmount currencyID="SEK">1250.00', 'TaxInclusiveAmount currencyID="SEK">1125.00'],
      [
        '<cbc:PayableRoundingAmount',
        '<cbc:AllowanceTotalAmount currencyID="SEK">100.00</cbc:AllowanceTotalAmount><cbc:PayableRoundingAmount',
      ],
      ['PayableAmount currencyID="SEK">1250.00', 'PayableAmount currencyID="SEK">1125.00'],
    ].reduce(
      (text, [from = '', to = '']) => changed(text, from, to),
      xml.replaceAll('TaxAmount currencyID="SEK">250.00', 'TaxAmount currencyID="SEK">225.00'),
    );

  test.each(['false', '0'])('an allowance (%s) lowers net and the base of the VAT', (indicator) => {
    const found = readOne(reduced(indicator));
    expect(found.invoice.totals).toMatchObject({ net: '900.00', payable: '1125.00' });
    expect(failedRules(found)).toEqual([]);
  });

  test('the same as a charge does not add up', () => {
    expect(reasonCodes(readOne(reduced('true')))).toEqual(['check_failed:BR-S-08']);
  });

  test('a line that counts its VAT by several rates is taken at its word', () => {
    const split = [
      [
        '<cac:Item>',
        `<cac:TaxTotal>${['800.00', '200.00'].map((base) => `<cac:TaxSubtotal><cbc:TaxableAmount currencyID="SEK">${base}</cbc:TaxableAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal>`).join('')}</cac:TaxTotal><cac:Item>`,
      ],
    ].reduce((text, [from = '', to = '']) => changed(text, from, to), xml);
    expect(readOne(split).reasons).toEqual([]);
  });

  describe('rounding', () => {
    const rounded = (profile: string, gross: string) =>
      [
        ['urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', profile],
        ['PayableRoundingAmount currencyID="SEK">0.00', 'PayableRoundingAmount currencyID="SEK">0.40'],
        ['TaxInclusiveAmount currencyID="SEK">1250.00', `TaxInclusiveAmount currencyID="SEK">${gross}`],
        ['PayableAmount currencyID="SEK">1250.00', 'PayableAmount currencyID="SEK">1250.40'],
      ].reduce((text, [from = '', to = '']) => changed(text, from, to), xml);
    const bii = 'urn:www.cenbii.eu:transaction:biitrns010:ver2.0';
    const en16931 = 'urn:cen.eu:en16931:2017';

    test.each([
      [en16931, '1250.00', []],
      [en16931, '1250.40', ['check_failed:BR-CO-15', 'check_failed:BR-CO-16']],
      [bii, '1250.00', []],
      [bii, '1250.40', []],
      [bii, '1250.30', ['check_failed:BR-CO-15', 'check_failed:BR-CO-16']],
    ])('of %s, in a total with VAT of %s, is held by %j', (profile, gross, reasons) => {
      expect(reasonCodes(readOne(rounded(profile, gross)))).toEqual(reasons);
    });
  });

  test('OIOUBL 2 writes the VAT where others write net: net is what the lines come to', () => {
    const danish = [
      ['urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', 'OIOUBL-2.02'],
      ['TaxExclusiveAmount currencyID="SEK">1000.00', 'TaxExclusiveAmount currencyID="SEK">250.00'],
    ].reduce((text, [from = '', to = '']) => changed(text, from, to), xml);
    const found = readOne(danish);
    expect(found.invoice.totals).toMatchObject({ net: '1000.00', vat: '250.00', gross: '1250.00' });
    expect(found.reasons).toEqual([]);
  });

  test('XRechnung’s extension adds what is collected for third parties', () => {
    const paid = (amount: string) =>
      `<cac:PrepaidPayment><cbc:ID>Ticket</cbc:ID><cbc:PaidAmount currencyID="SEK">${amount}</cbc:PaidAmount></cac:PrepaidPayment>`;
    const withTickets = xml
      .replace('<cac:TaxTotal>', `${paid('20.00')}${paid('9.96')}<cac:TaxTotal>`)
      .replace('PayableAmount currencyID="SEK">1250.00', 'PayableAmount currencyID="SEK">1279.96');
    expect(reasonCodes(readOne(withTickets))).toEqual(['check_failed:BR-CO-16']);
    const extended = withTickets.replace(
      'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
      'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0',
    );
    expect(readOne(extended).reasons).toEqual([]);
    expect(reasonCodes(readOne(changed(extended, '>9.96<', '>9.95<')))).toEqual(['check_failed:BR-DEX-09']);
  });

  test('another tax of OIOUBL 2 is no VAT, and part of what is invoiced without VAT', () => {
    const taxOf = (scheme: string, percent: string, taxable: string, tax: string) =>
      `<cac:TaxTotal><cbc:TaxAmount currencyID="SEK">${tax}</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="SEK">${taxable}</cbc:TaxableAmount><cbc:TaxAmount currencyID="SEK">${tax}</cbc:TaxAmount><cac:TaxCategory><cbc:ID>StandardRated</cbc:ID><cbc:Percent>${percent}</cbc:Percent><cac:TaxScheme><cbc:ID>${scheme}</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>`;
    const packaged = xml
      .replace('urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0', 'OIOUBL-2.02')
      .replace(
        /<cac:TaxTotal>[\s\S]*?<\/cac:TaxTotal>/,
        taxOf('79', '10', '1000.00', '100.00') + taxOf('63', '25', '1100.00', '275.00'),
      )
      .replace('TaxExclusiveAmount currencyID="SEK">1000.00', 'TaxExclusiveAmount currencyID="SEK">375.00')
      .replace('TaxInclusiveAmount currencyID="SEK">1250.00', 'TaxInclusiveAmount currencyID="SEK">1375.00')
      .replace('PayableAmount currencyID="SEK">1250.00', 'PayableAmount currencyID="SEK">1375.00');
    const found = readOne(packaged);
    expect(found.invoice.totals).toMatchObject({ net: '1100.00', vat: '275.00', gross: '1375.00' });
    expect(found.invoice.vatBreakdown).toEqual([
      { category: 'StandardRated', rate: '25', taxable: '1100.00', tax: '275.00' },
    ]);
    expect(found.reasons).toEqual([]);
  });
});

describe('parties', () => {
  test('a foreign organisation number of ten digits is not judged as a Swedish one', () => {
    const { supplier } = invoice;
    const belgian = xml
      .replaceAll(`>${supplier.vatId}<`, '>BE0123456749<')
      .replaceAll(`>${supplier.organisationNumber}<`, '>0123456749<')
      .replaceAll('<cbc:IdentificationCode>SE<', '<cbc:IdentificationCode>BE<')
      .replace(/<cac:PartyTaxScheme><cbc:CompanyID>Godkänd[\s\S]*?<\/cac:PartyTaxScheme>/, '');
    const found = readOne(belgian);
    expect(found.invoice.seller).toMatchObject({ organisationNumber: '0123456749', vatId: 'BE0123456749' });
    expect(found.invoice.checks.map(({ rule }) => rule)).not.toContain('luhn:organisationNumber');
    expect(found.invoice.checks.filter(({ rule }) => rule.startsWith('SE-R'))).toEqual([]);
  });

  test('a member of a Swedish VAT group has the VAT number of the group', () => {
    const { vatId, organisationNumber } = invoice.supplier;
    const found = readOne(xml.replaceAll(`>${vatId}<`, '>SE663000998001<'));
    expect(found.invoice.seller).toMatchObject({ organisationNumber, vatId: 'SE663000998001' });
    expect(found.reasons).toEqual([]);
    const another = readOne(xml.replaceAll(`>${vatId}<`, '>SE556999124201<'));
    expect(reasonCodes(another)).toEqual(['check_failed:seller:numbersAgree']);
  });

  test('a Swedish seller is held to the Swedish rules, by their ids', () => {
    const rules = readOne(xml).invoice.checks.map(({ rule }) => rule);
    expect(rules).toEqual(
      expect.arrayContaining(['SE-R-001', 'SE-R-004', 'SE-R-005', 'SE-R-006', 'SE-R-013']),
    );
  });

  test('a Norwegian VAT number stands as it was written, without spaces', () => {
    const norwegian = changed(
      xml,
      `<cbc:CompanyID>${invoice.supplier.vatId}<`,
      '<cbc:CompanyID>987 654 325 MVA<',
    );
    expect(readOne(norwegian).invoice.seller.vatId).toBe('987654325MVA');
  });
});

test('files inside are documents of the invoice, those of a line as well', () => {
  const file = (name: string) =>
    `<cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="${name}">YTtiCg==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>`;
  const carrying = [
    [
      '<cac:AccountingSupplierParty>',
      `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID>${file('whole.csv')}</cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`,
    ],
    [
      '<cac:Item>',
      `<cac:DocumentReference><cbc:ID>2</cbc:ID>${file('line.csv')}</cac:DocumentReference><cac:Item>`,
    ],
  ].reduce((text, [from = '', to = '']) => changed(text, from, to), xml);
  const { embedded } = read(carrying);
  expect(embedded.map(({ fileName, content }) => [fileName, Buffer.from(content).toString()])).toEqual([
    ['whole.csv', 'a;b\n'],
    ['line.csv', 'a;b\n'],
  ]);
});

test.each([
  ['B-4711', 'B-4711'],
  ['NA', null],
])('an order reference of %s is %j', (written, order) => {
  const ordered = changed(
    xml,
    '<cac:AccountingSupplierParty>',
    `<cac:OrderReference><cbc:ID>${written}</cbc:ID></cac:OrderReference><cac:AccountingSupplierParty>`,
  );
  expect(readOne(ordered).invoice.references.order).toBe(order);
});

test('prefixes are the sender’s choice', () => {
  const other = xml
    .replaceAll('cac:', 'x:')
    .replaceAll('cbc:', 'y-1:')
    .replace(':cac=', ':x=')
    .replace(':cbc=', ':y-1=');
  expect(readOne(other).invoice).toMatchObject({
    invoiceNumber: invoice.invoiceNumber,
    totals: invoice.totals,
  });
});
