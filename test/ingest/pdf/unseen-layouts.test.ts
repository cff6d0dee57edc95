/** Rules that hold for suppliers nobody has seen: each page here breaks a habit that most layouts have. */
import { describe, expect, test } from '@jest/globals';
import { nameIn } from '../../../src/ingest/pdf/parties/names.ts';
import { daysOfTerms } from '../../../src/ingest/pdf/values/date.ts';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import { column, kindOf, type Put, pageOf, pagesOf, readPages, sums, table } from './support/sheet.ts';

describe('labels', () => {
  test('a longer phrase of a language that is not spoken does not hide the shorter one of the page', () => {
    const { marked } = pageOf(
      ['Fakturanr. 17', 50, 100],
      ['Forfaldsdato 03.05.2026', 50, 114],
      ['Total EUR', 330, 400],
      ['1.250,00', 500, 400],
    );
    expect(marked.language.code).toBe('da');
    expect(marked.labels.filter(({ text }) => text === 'Total')).toMatchObject([{ field: 'gross' }]);
  });

  test.each(['faktura@norrtull.example', 'www.faktura-norrtull.example', 'https://norrtull.example/faktura'])(
    'a word in the address %s is none',
    (address) => {
      const { marked } = pageOf(...head, [address, 50, 80]);
      expect(
        marked.labels.filter(({ cell, field }) => cell.text === address && field === 'invoiceNumber'),
      ).toEqual([]);
      expect(
        marked.topics.filter(({ cell, topic }) => cell.text === address && topic.kind === 'title'),
      ).toEqual([]);
    },
  );

  test('large print below its label is as near as small print', () => {
    const { invoice } = read(
      title,
      ...head,
      ['Att betala', 60, 200, { size: 8 }],
      ['1 250,00 kr', 60, 236, { size: 28 }],
      ...foot,
    );
    expect(invoice.totals.payable).toBe('1250.00');
  });
});

describe('the table of lines', () => {
  const lines: Put[] = [
    ...(['Vad', 'Antal', 'Pris', 'Summa'] as const).map(
      (text, index): Put => [text, [50, 300, 400, 500][index] ?? 0, 250],
    ),
    ...(['Redigering', '4', '200,00', '800,00'] as const).map(
      (text, index): Put => [text, [50, 300, 400, 500][index] ?? 0, 266],
    ),
    ...(['Resa', '1', '200,00', '200,00'] as const).map(
      (text, index): Put => [text, [50, 300, 400, 500][index] ?? 0, 282],
    ),
  ];

  test('is known by a quantity beside a price, whatever it calls what was done', () => {
    const { invoice, codes } = read(title, ...head, ...lines, ...amounts, ...foot);
    expect(invoice.lines.map(({ description, net }) => [description, net])).toEqual([
      ['Redigering', '800.00'],
      ['Resa', '200.00'],
    ]);
    expect(codes).toEqual([]);
  });
});

describe('a credit note', () => {
  test.each([
    ['Kreditfaktura nr 10046', 'creditNote'],
    ['Kreditnota till faktura 77456', 'creditNote'],
    ['Faktura 77456', 'invoice'],
    ['Kreditupplysning hämtas om faktura 12 inte betalas', 'invoice'],
  ])('"%s" in small type below a large "Faktura": %s', (text, kind) => {
    expect(kindOf(title, [text, 330, 84], ...head, ...amounts).kind).toBe(kind);
  });

  test('takes nothing from an account', () => {
    const remark: Put = ['Beloppet dras av på nästa faktura.', 50, 500];
    const credit: Put = ['Kreditnota till faktura 77456', 330, 84];
    expect(read(title, credit, ...head, ...amounts, remark, ...foot).codes).not.toContain('direct_debit');
    expect(read(title, ...head, ...amounts, remark, ...foot).codes).toContain('direct_debit');
  });
});

describe('dates', () => {
  test('words may stand between a label and its date', () => {
    const { invoice } = read(
      ['Rechnung Nr. 99 vom 13.7.2026', 60, 224, { size: 12 }],
      ...sums(308, [
        ['Summe netto', '1.000,00'],
        ['Umsatzsteuer 19%', '190,00'],
        ['Endbetrag EUR', '1.190,00'],
      ]),
      ['Bitte überweisen Sie den Betrag bis zum 12.8.2026.', 60, 396],
      ['Bei Zahlung innerhalb von 7 Tagen 2 % Skonto: 1.166,20 EUR', 60, 412],
    );
    expect(invoice.dueDate).toBe('2026-08-12');
  });

  test.each([
    ['von 7 Tagen 2 % Skonto', null],
    ['2 % Skonto bei Zahlung in 10 Tagen', null],
    ['10 Tage 2 % Skonto, 30 Tage netto', 30],
    ['30 dagar netto. Dröjsmålsränta 8 %', 30],
  ])('"%s" is due in %s days', (text, days) => {
    expect(daysOfTerms(text)).toBe(days);
  });

  test('a date that another label explains is no rival of the invoice’s own', () => {
    const own = table([60, 160, 260, 360], 180, [
      ['Faktura nr.', '17'],
      ['Dato', '09.01.2026'],
      ['Forfall', '08.02.2026'],
      ['Kundenummer', '4711'],
    ]);
    const { invoice, codes } = read(
      ['FAKTURA', 60, 60, { size: 18 }],
      ...own,
      ...sums(400, [
        ['Netto', '1 000,00'],
        ['Merverdiavgift 25 %', '250,00'],
        ['Å betale NOK', '1 250,00'],
      ]),
    );
    expect(invoice.issueDate).toBe('2026-01-09');
    expect(codes).not.toContain('unsure:issueDate');
  });
});

describe('a date whose label is not known', () => {
  const dated = (...pairs: [string, string][]) =>
    read(
      title,
      ...column(330, 450, 120, [['Fakturanummer', '10045'], ...pairs, ['Förfallodatum', '2026-05-03']]),
      ...amounts,
      ...foot,
    );

  test('is the invoice’s where it is the only one, the usual days before it is due', () => {
    const { invoice, codes } = dated(['Skriven', '2026-04-03']);
    expect(invoice.issueDate).toBe('2026-04-03');
    expect(codes).toEqual([]);
  });

  test('is not sure where the days are unusual, or another is as unknown', () => {
    expect(dated(['Skriven', '2026-04-07']).codes).not.toEqual([]);
    expect(dated(['Skriven', '2026-04-03'], ['Packad', '2026-03-30']).codes).not.toEqual([]);
  });
});

test('a word before a label does not make it a value', () => {
  const { invoice } = read(
    title,
    ...head,
    ...table([44, 173, 302, 431], 208, [
      ['Diarienummer', '563741'],
      ['Er kontaktperson', 'Maja Lind'],
      ['Vår kontaktperson', 'Göran Åström'],
      ['Betalningsvillkor', 'Netto 30 dagar'],
    ]),
    ...amounts,
    ...foot,
  );
  expect(invoice.references.buyer).toBe('Maja Lind');
});

test('a number behind "n°" in a title is the invoice’s', () => {
  const { invoice } = read(
    ["Note d'honoraires n° 925508", 60, 60, { size: 14 }],
    ['Lyon, le 19 mars 2026', 330, 60],
    ...sums(400, [
      ['Montant hors taxes', '1 000,00 €'],
      ['TVA à 20 %', '200,00 €'],
      ['Total TTC', '1 200,00 €'],
    ]),
  );
  expect(invoice.invoiceNumber).toBe('925508');
});

describe('a VAT number that no label announces', () => {
  test('is sure in the footer beside the company number that it holds', () => {
    const { invoice, codes } = read(title, ...head, ...amounts, [
      '556999-1234 · SE556999123401 · Godkänd för F-skatt',
      50,
      800,
    ]);
    expect(invoice.seller).toMatchObject({ organisationNumber: '5569991234', vatId: 'SE556999123401' });
    expect(codes).not.toContain('unsure:seller.vatId');
  });

  test('is sure where it is the only one, and not where there are two', () => {
    const one: Put = ['SE556999123401', 50, 300];
    const other: Put = ['SE559959712601', 50, 314];
    expect(read(title, ...head, ...amounts, one).codes).not.toContain('unsure:seller.vatId');
    expect(read(title, ...head, ...amounts, one, other).invoice.seller.vatId).toBeNull();
    expect(read(title, ...head, ...amounts, one, ['Omvänd skattskyldighet', 50, 500]).codes).toContain(
      'unsure:seller.vatId',
    );
  });
});

test.each([
  [300, 'Norrtulls Värme och Sanitet Handelsbolag'],
  [420, null],
])(
  'a name that starts at %i of 595 points is read as %s: what runs off the sheet is not whole',
  (x, name) => {
    const letterhead: Put = ['Norrtulls Värme och Sanitet Handelsbolag', x, 40];
    expect(read(title, letterhead, ...head, ...amounts, ...foot).invoice.seller.name).toBe(name);
  },
);

describe('sums without a label that is known', () => {
  const unknown = (...pairs: [string, string][]) => read(title, ...head, ...sums(400, pairs), ...foot);

  test('the total is what net and VAT come to', () => {
    const { invoice, codes } = unknown(
      ['Summa exkl moms', '1 000,00'],
      ['Moms 25 %', '250,00'],
      ['Utfört enligt ovan', '1 250,00 kr'],
    );
    expect(invoice.totals).toMatchObject({ net: '1000.00', vat: '250.00', payable: '1250.00' });
    expect(codes).toEqual([]);
  });

  test('the net is what the total is without VAT, at a lawful rate', () => {
    const { invoice } = unknown(
      ['Arbete enligt ovan', '1 000,00'],
      ['Moms 25 %', '250,00'],
      ['Att betala SEK', '1 250,00'],
    );
    expect(invoice.totals.net).toBe('1000.00');
  });

  test('no net is made up where the rate is none that the law knows', () => {
    const { invoice } = unknown(
      ['Arbete enligt ovan', '950,00'],
      ['Moms', '300,00'],
      ['Att betala SEK', '1 250,00'],
    );
    expect(invoice.totals.net).toBeNull();
  });

  test('a subtotal that the VAT comes upon is no total, whatever the total is called', () => {
    const { invoice } = unknown(
      ['Summa', '4 091,37'],
      ['Moms 25 %', '1 022,84'],
      ['Avrundning', '-0,21'],
      ['Slutligen', '5 114,00'],
    );
    expect(invoice.totals).toMatchObject({ net: '4091.37', vat: '1022.84', payable: '5114.00' });
  });

  test('what total and rounding come to is to be paid', () => {
    const { invoice } = unknown(
      ['Totalt inkl moms', '1 524,35'],
      ['Avrundning', '-0,35'],
      ['Slutligen', '1 524,00'],
    );
    expect(invoice.totals.payable).toBe('1524.00');
  });

  test('a person looks where something larger stands below the total', () => {
    const { codes } = unknown(
      ['Summa exkl moms', '1 000,00'],
      ['Moms 25 %', '250,00'],
      ['Utfört enligt ovan', '1 250,00 kr'],
      ['Avgift', '60,00 kr'],
      ['Slutligen', '1 310,00 kr'],
    );
    expect(codes).toContain('unsure:totals.payable');
  });

  test('what is less than the total by the VAT was not paid before: it is the net', () => {
    const { invoice, codes } = read(
      title,
      ...head,
      ['Summa', 480, 250],
      ['1 000,00', 540, 266, { right: true }],
      ...sums(400, [
        ['Summa exkl moms', '1 000,00'],
        ['Moms', '250,00'],
        ['Totalt SEK', '1 250,00'],
      ]),
      ...foot,
    );
    expect(invoice.totals.payable).toBe('1250.00');
    expect(codes).toEqual([]);
  });

  test('the VAT of two rates that stand beside each other over their amounts is their sum', () => {
    const { invoice } = read(
      title,
      ...head,
      ...table([50, 180, 310, 440], 400, [
        ['Netto', '1 500,00 kr'],
        ['Moms 25 %', '250,00 kr'],
        ['Moms 12 %', '60,00 kr'],
        ['Att betala', '1 810,00 kr'],
      ]),
      ...foot,
    );
    expect(invoice.totals).toMatchObject({ net: '1500.00', vat: '310.00', payable: '1810.00' });
  });
});

describe('the payment’s reference', () => {
  const account: Put = ['IBAN SE35 5000 0000 0549 1000 0003', 276, 764];

  test('is a "Referens" below the account', () => {
    expect(
      read(title, ...head, ...amounts, account, ['Referens: 403395658', 276, 786]).invoice.payment.reference,
    ).toBe('403395658');
  });

  test('is none elsewhere', () => {
    expect(
      read(title, ...head, ...amounts, account, ['Referens: 403395658', 50, 180]).invoice.payment.reference,
    ).toBeNull();
  });
});

test('"Nummer" above "Datum" is the invoice’s', () => {
  const own = column(60, 220, 250, [
    ['Nummer:', '20266493'],
    ['Datum:', '2026-06-23'],
  ]);
  const { invoice, codes } = read(title, ...own, ...amounts, ...foot);
  expect(invoice.invoiceNumber).toBe('20266493');
  expect(codes).not.toContain('unsure:invoiceNumber');
});

test('two sheets of one form with other numbers are two invoices, however weak the label', () => {
  const sheet = (number: string, payable: string): Put[] => [
    ['Faktura', 74, 60, { size: 9 }],
    [number, 74, 74],
    ['Datum', 192, 60],
    ['2026-04-03', 192, 74],
    ...sums(400, [['Att betala SEK', payable]]),
    ...foot,
  ];
  const finding = readPages(pagesOf(sheet('#173', '1 250,00'), sheet('#560', '800,00')));
  expect(finding?.invoices.map(({ invoice }) => [invoice.invoiceNumber, invoice.totals.payable])).toEqual([
    ['173', '1250.00'],
    ['560', '800.00'],
  ]);
});

test('what hints at the order of day and month hints once', () => {
  const { codes } = read(
    ['Invoice', 330, 60, { size: 16 }],
    ...column(330, 450, 125, [
      ['Invoice #', 'INV-16923'],
      ['Date', '11/09/2026'],
      ['Due', '12/09/2026'],
    ]),
    ...sums(338, [
      ['Subtotal', '1,000.00'],
      ['VAT', '200.00'],
      ['Total USD', '1,200.00'],
    ]),
  );
  expect(codes).toContain('unsure:issueDate');
});

test.each([
  ['SAS Électricité Saint-Aubrac au capital de 10 000 €', 'SAS Électricité Saint-Aubrac'],
  ['EURL Imprimerie Bellefont', 'EURL Imprimerie Bellefont'],
])('"%s" names %s', (text, name) => {
  expect(nameIn(text)?.name).toBe(name);
});
