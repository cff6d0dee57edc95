/** Rules that hold for suppliers nobody has seen: each page here breaks a habit that most layouts have. */
import { describe, expect, test } from '@jest/globals';
import { orderOfPage } from '../../../src/ingest/pdf/date-order.ts';
import { dueInSentences } from '../../../src/ingest/pdf/due-sentences.ts';
import { nameIn } from '../../../src/ingest/pdf/names.ts';
import { amountsIn } from '../../../src/ingest/pdf/values/amount.ts';
import { daysOfTerms } from '../../../src/ingest/pdf/values/date.ts';
import { column, kindOf, type Put, pageOf, pagesOf, readPages, sums, table } from './support/sheet.ts';

function read(...puts: Put[]) {
  const finding = readPages(pagesOf(puts));
  const [found] = finding?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { invoice: found.invoice, codes: found.reasons.map(({ code }) => code) };
}

const title: Put = ['Faktura', 330, 60, { size: 18 }];
const head: Put[] = column(330, 450, 120, [
  ['Fakturanummer', '10045'],
  ['Fakturadatum', '2026-04-03'],
  ['Förfallodatum', '2026-05-03'],
]);
const amounts: Put[] = sums(400, [
  ['Summa exkl moms', '1 000,00'],
  ['Moms 25 %', '250,00'],
  ['Att betala SEK', '1 250,00'],
]);
const foot: Put[] = [
  ['Bankgiro 5050-1055', 50, 700],
  ['Org.nr 556999-1234', 250, 700],
];

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

describe('wordings that no list has', () => {
  test.each([
    ['sv', 'Belopp exklusive moms', 'Totalbelopp moms', 'Summa inklusive mervärdesskatt'],
    ['no', 'Delsum eksklusiv mva', 'Sum merverdiavgift', 'Totalsum med mva'],
    ['da', 'Samlet uden moms', 'Sum moms', 'Samlet med moms'],
    ['fi', 'Loppusumma ilman alv', 'Summa arvonlisävero', 'Kokonaissumma sis. alv'],
    ['de', 'Gesamtbetrag vor MwSt', 'Gesamtbetrag MwSt', 'Rechnungssumme einschl. MwSt.'],
    ['nl', 'Factuurtotaal zonder btw', 'Som btw', 'Eindbedrag met btw'],
    ['fr', 'Montant de la facture hors TVA', 'TVA', 'Somme toutes taxes comprises'],
    ['en', 'Charges exclusive of VAT', 'Charges VAT', 'Invoice amount inclusive of VAT'],
  ])('%s: "%s", "%s" and "%s" are net, VAT and total', (code, net, vat, gross) => {
    const page = pageOf(...(languageOf[code] ?? []), [net, 330, 400], [vat, 330, 414], [gross, 330, 428]);
    expect(page.marked.language.code).toBe(code);
    const fieldOf = (text: string) =>
      page.marked.labels.find(({ cell, start }) => cell.text === text && start === 0)?.field;
    expect([net, vat, gross].map(fieldOf)).toEqual(['net', 'vat', 'gross']);
  });

  test.each([
    ['sv', 'Vänligen reglera beloppet till vårt konto senast den 3 maj 2026.', '2026-05-03'],
    ['no', 'Vennligst innbetal summen til kontoen innen 03.05.2026.', '2026-05-03'],
    ['da', 'Overfør venligst hele beløbet inden d. 03.05.2026.', '2026-05-03'],
    ['fi', 'Suorita lasku kokonaan viimeistään 3.5.2026.', '2026-05-03'],
    ['de', 'Wir bitten, den Betrag von 1.190,00 EUR bis spätestens 3.5.2026 auszugleichen.', '2026-05-03'],
    ['nl', 'Wij verzoeken u het bedrag over te maken uiterlijk op 3 mei 2026.', '2026-05-03'],
    ['fr', 'Merci de verser la somme au plus tard le 3 mai 2026.', '2026-05-03'],
    ['en', 'Kindly settle the full amount of this bill by 3 May 2026.', '2026-05-03'],
    ['de', 'Bei Zahlung bis zum 3.5.2026 gewähren wir 2 % Skonto.', null],
    ['en', 'Payments received by 3 May 2026 are included.', null],
    ['sv', 'Betalningar som inkommit senast den 3 maj 2026 är medräknade.', null],
    ['sv', 'Arbetet utfördes senast den 3 maj 2026.', null],
  ])('%s: "%s" is due %s', (code, sentence, due) => {
    const page = pageOf(...(languageOf[code] ?? []), [sentence, 50, 600]);
    expect(page.marked.language.code).toBe(code);
    const dates = dueInSentences(page, { first: 'day', isProven: true }).map(({ value }) => value);
    expect([...new Set(dates)]).toEqual(due === null ? [] : [due]);
  });
});

const languageOf: Record<string, Put[]> = {
  sv: column(330, 450, 120, [
    ['Fakturanummer', '17'],
    ['Fakturadatum', '2026-04-03'],
    ['Organisationsnummer', '556999-1234'],
  ]),
  no: column(330, 450, 120, [
    ['Fakturanummer', '17'],
    ['Fakturadato', '03.04.2026'],
    ['Kundenummer', '4'],
    ['Forfallsdato', '03.05.2026'],
  ]),
  da: column(330, 450, 120, [
    ['Fakturanr.', '17'],
    ['Fakturadato', '03.04.2026'],
    ['Forfaldsdato', '03.05.2026'],
    ['Beløb i alt', '4'],
  ]),
  fi: column(330, 450, 120, [
    ['Laskun numero', '17'],
    ['Laskun päivämäärä', '3.4.2026'],
    ['Eräpäivä', '3.5.2026'],
  ]),
  de: column(330, 450, 120, [
    ['Rechnungsnummer', '17'],
    ['Rechnungsdatum', '3.4.2026'],
    ['Kundennummer', '4'],
  ]),
  nl: column(330, 450, 120, [
    ['Factuurnummer', '17'],
    ['Factuurdatum', '3-4-2026'],
    ['Klantnummer', '4'],
  ]),
  fr: column(330, 450, 120, [
    ['Numéro de facture', '17'],
    ['Date de facture', '3/4/2026'],
    ['Date échéance', '3/5/2026'],
  ]),
  en: column(330, 450, 120, [
    ['Invoice number', '17'],
    ['Invoice date', '3 April 2026'],
    ['Customer number', '4'],
  ]),
};

test('without VAT because the buyer owes it, the total is the net', () => {
  const { invoice } = read(
    title,
    ...head,
    ...sums(400, [
      ['Summa', '1 524,35'],
      ['Avrundning', '-0,35'],
      ['Att betala SEK', '1 524,00'],
    ]),
    ['Omvänd betalningsskyldighet.', 50, 500],
    ...foot,
  );
  expect(invoice.totals).toMatchObject({ net: '1524.35', payable: '1524.00' });
});

test('of two companies called almost as we are, the one spelled as we spell it is us', () => {
  const finding = readPages(
    pagesOf([
      ['Åmåker Rör AB', 50, 54],
      ['Storgatan 1', 50, 66],
      title,
      ...head,
      ['Åmåker Rör Aktiebolag', 50, 139],
      ['Storgatan 2', 50, 151],
      ...amounts,
      ...foot,
    ]),
    { ownNames: ['Åmåker Rör Aktiebolag'] },
  );
  expect(finding?.invoices[0]?.invoice.buyer.name).toBe('Åmåker Rör Aktiebolag');
});

test('a sort code is no date that tells which comes first, day or month', () => {
  const dated = (account: string) =>
    orderOfPage(
      pageOf(
        ['Invoice number', 50, 100],
        ['Invoice date 07/10/2026', 50, 114],
        ['Total GBP 1,200.00', 50, 128],
        [account, 50, 142],
      ),
    ).first;
  expect(dated('Sort code 10-90-21')).toBe('day');
  expect(dated('Sort code 10-29-21')).toBe('day');
  expect(dated('Delivered 10/29/2026')).toBe('month');
});

test.each([
  ['3716,30 euros', 371_630, 'EUR'],
  ['1 250,00 kronor', 125_000, 'kr'],
  ['1.250,00 Euro', 125_000, 'EUR'],
])('"%s" is an amount with its currency spelled out', (text, cents, currency) => {
  expect(amountsIn(text)).toMatchObject([{ cents, currency }]);
});

describe('the sender’s line over the window of an envelope', () => {
  const window: Put[] = [
    ['Brandt & Söhne | Feldstr. 12 | 10115 Berlin', 56, 130, { size: 6 }],
    ['Lindner Technik AG', 56, 145],
    ['Seestraße 4', 56, 157],
    ['20095 Hamburg', 56, 169],
  ];
  const rest: Put[] = [
    ['Rechnung', 56, 240, { size: 15 }],
    ...column(330, 450, 240, [
      ['Rechnungsnummer', '17'],
      ['Rechnungsdatum', '3.4.2026'],
    ]),
    ...sums(400, [
      ['Summe netto', '1.000,00'],
      ['Umsatzsteuer 19 %', '190,00'],
      ['Zu zahlen EUR', '1.190,00'],
    ]),
  ];

  test('names the seller, and below it stands the buyer, company or not', () => {
    const { invoice } = read(...window, ...rest);
    expect([invoice.seller.name, invoice.buyer.name]).toEqual(['Brandt & Söhne', 'Lindner Technik AG']);
  });

  test('is none in the size of what stands below it', () => {
    const [line, ...address] = window;
    const { invoice } = read([line?.[0] ?? '', 56, 130], ...address, ...rest);
    expect(invoice.buyer.name).toBeNull();
  });
});

describe('the total with VAT is the one before rounding', () => {
  const totalsOf = (...pairs: [string, string][]) => read(title, ...head, ...sums(400, pairs), ...foot);
  const exact = [
    ['Summa exkl moms', '1 000,40'],
    ['Moms 25 %', '250,10'],
  ] as const;

  test.each<[string, [string, string][]]>([
    ['no row tells the rounding', [['Att betala SEK', '1 251,00']]],
    [
      'the rounding is called something unknown',
      [
        ['Utjämnat', '0,50'],
        ['Att betala SEK', '1 251,00'],
      ],
    ],
    [
      'the rounded total is printed as total too',
      [
        ['Totalt inkl moms', '1 251,00'],
        ['Att betala SEK', '1 251,00'],
      ],
    ],
    [
      'the rounding comes first',
      [
        ['Avrundning', '0,50'],
        ['Totalt inkl moms', '1 251,00'],
        ['Att betala SEK', '1 251,00'],
      ],
    ],
    [
      'the total is printed before rounding',
      [
        ['Totalt inkl moms', '1 250,50'],
        ['Att betala SEK', '1 251,00'],
      ],
    ],
    [
      'all is printed',
      [
        ['Totalt inkl moms', '1 250,50'],
        ['Avrundning', '0,50'],
        ['Att betala SEK', '1 251,00'],
      ],
    ],
  ])('where %s', (_case, rest) => {
    const { invoice } = totalsOf(
      ...exact.map(([label, amount]): [string, string] => [label, amount]),
      ...rest,
    );
    expect(invoice.totals).toEqual({
      net: '1000.40',
      vat: '250.10',
      gross: '1250.50',
      rounding: '0.50',
      payable: '1251.00',
    });
  });

  test('and what was paid before is no rounding', () => {
    const { invoice } = totalsOf(
      ['Summa exkl moms', '1 000,00'],
      ['Moms 25 %', '250,00'],
      ['Totalt inkl moms', '1 250,00'],
      ['Avgår förskott', '-250,00'],
      ['Att betala SEK', '1 000,00'],
    );
    expect(invoice.totals).toMatchObject({ gross: '1250.00', rounding: null, payable: '1000.00' });
  });

  test.each([
    ['512,40', '512.40'],
    // It may have been rounded in a row that was not read.
    ['512,00', null],
  ])('of %s to pay alone, the total before is %s', (payable, gross) => {
    expect(totalsOf(['Att betala SEK', payable]).invoice.totals.gross).toBe(gross);
  });
});
