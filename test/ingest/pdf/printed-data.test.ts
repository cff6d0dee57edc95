/** Pages that programs print of e-invoices, and other ways of writing that no language file can tell. */
import { describe, expect, test } from '@jest/globals';
import { column, type Put, pagesOf, readPages, sums, table } from './support/sheet.ts';

const reader = (puts: readonly Put[], context = {}) => {
  const finding = readPages(pagesOf(puts), context);
  const [found] = finding?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { ...found.invoice, reasons: found.reasons.map(({ code }) => code) };
};

const totals = sums(500, [
  ['Rechnungssumme ohne USt.', '200,00'],
  ['Steuerbetrag', '38,00'],
  ['Bruttosumme', '238,00'],
  ['Zahlbetrag', '238,00'],
]);

/** As stylesheets print an e-invoice: every value with its label, the title with its code. */
function rendering(title: readonly Put[], seller: readonly Put[] = named): Put[] {
  return [
    ['Visualisierung eRechnung', 60, 20, { size: 6 }],
    ...title,
    ...column(60, 250, 110, [['Währung:', 'EUR']]),
    ['Verkäufer', 60, 150],
    ...seller,
    ['Käufer/Leistungsempfänger', 60, 250],
    ...column(60, 250, 264, [
      ['Nummer:', 'GE2020211'],
      ['Name:', 'Ziegelhof AG Süd'],
      ['Anschrift:', 'Kundenstraße 15'],
    ]),
    ...totals,
  ];
}

const named = column(60, 250, 164, [
  ['Nummer:', '549910'],
  ['Name:', 'Lindenwerk AG Rosenheim'],
  ['Anschrift:', 'Lindenstraße 20'],
  ['USt.-Id.-Nr.:', 'DE136695976'],
]);

describe('a title with a code', () => {
  test('has the number behind it, and the date on the next line', () => {
    const invoice = reader(
      rendering([
        ['Handelsrechnung (380) Nr. 0815-7 vom', 60, 60, { size: 14 }],
        ['05.06.2026', 60, 77, { size: 14 }],
      ]),
    );
    expect(invoice).toMatchObject({
      documentType: 'invoice',
      invoiceNumber: '0815-7',
      issueDate: '2026-06-05',
      seller: { name: 'Lindenwerk AG Rosenheim', vatId: 'DE136695976' },
      buyer: { name: 'Ziegelhof AG Süd' },
      totals: { net: '200.00', vat: '38.00', payable: '238.00' },
      reasons: [],
    });
  });

  test('tells more than its words: a "Gutschrift" that the buyer wrote is an invoice, for a person', () => {
    const title: Put = [
      'Gutschrift (Selbst ausgestellte Rechnung) (389) Nr. 471 vom 05.06.2026',
      60,
      60,
      { size: 12 },
    ];
    expect(reader(rendering([title]))).toMatchObject({
      documentType: 'invoice',
      invoiceNumber: '471',
      reasons: expect.arrayContaining(['self_billed']),
    });
    const credit: Put = ['Gutschrift (381) Nr. 471 vom 05.06.2026', 60, 60, { size: 12 }];
    expect(reader(rendering([credit]))).toMatchObject({ documentType: 'creditNote', reasons: [] });
  });

  test('is not outdone by the number of an order in prose', () => {
    const invoice = reader([
      ...rendering([['Handelsrechnung (380) Nr. 9041 vom 05.06.2026', 60, 60, { size: 14 }]]),
      ['Rechnung gemäß Bestellung Nr. 2026-471331 vom 01.03.2026.', 250, 330],
    ]);
    expect(invoice).toMatchObject({ invoiceNumber: '9041', issueDate: '2026-06-05', reasons: [] });
  });
});

test('a name that fills two lines is one name, with its label beside either', () => {
  const title: Put = ['Handelsrechnung (380) Nr. 9041 vom 05.06.2026', 60, 60, { size: 14 }];
  const besideSecond: Put[] = [
    ...column(60, 250, 162, [['Nummer:', '549910']]),
    ['Erste Musterhafte', 250, 174],
    ['Name:', 60, 185],
    ['Genossenschaftswerke Rosenheim eG', 250, 185],
    ...column(60, 250, 205, [['USt.-Id.-Nr.:', 'DE136695976']]),
  ];
  const withoutLabel: Put[] = [
    ['Erste Musterhafte', 60, 164],
    ['Genossenschaftswerke Rosenheim eG', 60, 175],
    ...column(60, 250, 200, [['USt.-Id.-Nr.:', 'DE136695976']]),
  ];
  for (const seller of [besideSecond, withoutLabel]) {
    expect(reader(rendering([title], seller)).seller.name).toBe(
      'Erste Musterhafte Genossenschaftswerke Rosenheim eG',
    );
  }
});

describe('an English invoice', () => {
  const consultant: Put[] = [
    ['Copper Creek Consulting LLC', 50, 40, { size: 16 }],
    ['INVOICE', 430, 40, { size: 20 }],
    ['hello@coppercreek.example', 50, 56],
    ...column(380, 480, 80, [
      ['Date:', 'Jan 15, 2026'],
      ['Due Date:', 'Feb 14, 2026'],
      ['PO Number:', 'po_number_77'],
    ]),
    ['Bill To:', 50, 140],
    ['Harbour Lights Ltd', 50, 154],
    ...sums(400, [
      ['Subtotal', '$1,200.00'],
      ['Sales tax total', '$96.00'],
      ['Balance Due', '$1,296.00'],
    ]),
  ];

  test('of a supplier known by a sure name alone needs nobody; what looks like a label inside a value is none', () => {
    expect(reader([...consultant, ['# ab_invoice_number_12', 430, 58, { size: 12 }]])).toMatchObject({
      invoiceNumber: 'ab_invoice_number_12',
      issueDate: '2026-01-15',
      currency: 'USD',
      seller: { name: 'Copper Creek Consulting LLC', organisationNumber: null, vatId: null },
      totals: { payable: '1296.00' },
      reasons: [],
    });
  });

  test('is held by a book that is not content with a name', () => {
    const policy = { required: {}, ifPresent: {}, needed: [], nameAlone: null, payableMax: {} };
    const page: Put[] = [...consultant, ['Invoice number: 1012', 430, 58, { size: 12 }]];
    expect(reader(page, { reviewPolicy: policy }).reasons).toEqual(['unsure:supplier']);
  });
});

test('a Dutch seller writes the word for the tax alone before its VAT number', () => {
  const invoice = reader([
    ['Molenwiek B.V.', 400, 40],
    ['BTW NL123456782B90', 400, 60],
    ['FACTUUR', 50, 40, { size: 18 }],
    ...column(50, 140, 100, [
      ['Factuurnummer:', '993548'],
      ['Factuurdatum:', '19 april 2026'],
    ]),
    ...sums(400, [
      ['Exclusief BTW', '€ 100,00'],
      ['BTW 21%', '€ 21,00'],
      ['Totaal', '€ 121,00'],
    ]),
  ]);
  expect(invoice).toMatchObject({ seller: { vatId: 'NL123456782B90' }, totals: { payable: '121.00' } });
});

test('of a column with its sum below, the sum is what is meant', () => {
  const xs = [60, 250, 350, 450];
  const invoice = reader([
    ['Lindenwerk AG', 60, 40],
    ['RECHNUNG', 330, 40, { size: 18 }],
    ...column(330, 430, 80, [
      ['Beleg-Nr', ': R8765'],
      ['Beleg-Datum', ': 06.08.2026'],
      ['USt-IdNr', ': DE136695976'],
    ]),
    ...table(xs, 500, [
      ['Warenwert', '326,50'],
      ['Nettobetrag', '321,40'],
      ['MwSt-Betrag', '61,07'],
      ['Endbetrag', '382,47'],
    ]),
    ...(['130,70', '127,59', '8,93', '136,52'] as const).map(
      (text, index): Put => [text, xs[index] ?? 0, 522],
    ),
    ...(['457,20', '448,99', '70,00', '518,99'] as const).map(
      (text, index): Put => [text, xs[index] ?? 0, 534],
    ),
    ['Alle Beträge in EUR', 60, 560],
  ]);
  expect(invoice).toMatchObject({
    invoiceNumber: 'R8765',
    issueDate: '2026-08-06',
    totals: { net: '448.99', vat: '70.00', payable: '518.99' },
    reasons: [],
  });
});
