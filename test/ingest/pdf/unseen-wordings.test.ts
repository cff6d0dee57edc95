/** Words and sums on pages of suppliers nobody has seen. */
import { describe, expect, test } from '@jest/globals';
import { orderOfPage } from '../../../src/ingest/pdf/dates/date-order.ts';
import { daysInSentences, dueInSentences } from '../../../src/ingest/pdf/dates/due-sentences.ts';
import { amountsIn } from '../../../src/ingest/pdf/values/amount.ts';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import { column, type Put, pageOf, pagesOf, readPages, sums } from './support/sheet.ts';

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
    ['sv', 'Beloppet dras från ert konto den 3 maj 2026.', '2026-05-03'],
    ['en', 'The amount will be debited from your account on 3 May 2026.', '2026-05-03'],
    ['fr', 'Montant prélevé le 3 mai 2026', '2026-05-03'],
    ['de', 'Die Rechnung wurde am 3.5.2026 bezahlt.', null],
  ])('%s: "%s" is due %s', (code, sentence, due) => {
    const page = pageOf(...(languageOf[code] ?? []), [sentence, 50, 600]);
    expect(page.marked.language.code).toBe(code);
    const dates = dueInSentences(page, { first: 'day', isProven: true, shortYearFirst: false }).map(
      ({ value }) => value,
    );
    expect([...new Set(dates)]).toEqual(due === null ? [] : [due]);
  });
});

test('the word for paying may stand in the next line', () => {
  const page = pageOf(
    ...(languageOf.de ?? []),
    ['Der Gesamtbetrag ist bis zum 08.12.2026 auf unser unten genanntes', 50, 600],
    ['Konto zu zahlen.', 50, 612],
  );
  const found = dueInSentences(page, { first: 'day', isProven: true, shortYearFirst: false });
  expect(found.map(({ value }) => value)).toEqual(['2026-12-08']);
});

test.each([
  ['en', 'Please pay by March', '14, 2026 to our account.', '2026-03-14'],
  ['en', 'Please pay the amount by the', '14th of March 2026.', '2026-03-14'],
  ['en', 'Kindly settle the full amount of this bill by March 14, 2026.', '', '2026-03-14'],
  ['sv', 'Vänligen betala beloppet senast den', '14 mars 2026.', '2026-03-14'],
  ['de', 'Bitte zahlen Sie bis zum', '14. März 2026.', '2026-03-14'],
  ['de', 'Bitte zahlen Sie bis', '14.03.2026 den Betrag.', '2026-03-14'],
  ['en', 'Please pay by cheque or card', '14 March 2026', null],
  ['sv', 'Betalningar som inkommit senast den', '14 mars 2026 är medräknade.', null],
])('%s: "%s" over "%s" is due %s', (code, sentence, below, due) => {
  const rest: Put[] = below === '' ? [] : [[below, 50, 612]];
  const page = pageOf(...(languageOf[code] ?? []), [sentence, 50, 600], ...rest);
  expect(page.marked.language.code).toBe(code);
  const found = dueInSentences(page, { first: 'day', isProven: true, shortYearFirst: false });
  expect([...new Set(found.map(({ value }) => value))]).toEqual(due === null ? [] : [due]);
});

describe('days to pay in, in a sentence', () => {
  test.each([
    ['sv', 'Beloppet ska vara betalt inom 20 dagar från fakturans datum.', '20'],
    ['no', 'Vennligst betal beløpet innen 14 dager.', '14'],
    ['da', 'Beløbet bedes betalt inden for 8 dage.', '8'],
    ['de', 'Bitte überweisen Sie den Betrag innerhalb der nächsten 14 Tage.', '14'],
    ['nl', 'Gelieve het bedrag binnen 30 dagen te betalen.', '30'],
    ['fr', 'Merci de régler cette somme sous 30 jours.', '30'],
    ['en', 'Please transfer the amount within the next 14 days.', '14'],
    ['en', 'Payments received within 14 days are included.', null],
    ['sv', 'Anmärkningar görs inom 8 dagar.', null],
    ['de', 'Bei Zahlung innerhalb von 7 Tagen gewähren wir 2 % Skonto.', null],
  ])('%s: "%s" gives %s', (code, sentence, days) => {
    const page = pageOf(...(languageOf[code] ?? []), [sentence, 50, 600]);
    expect(page.marked.language.code).toBe(code);
    expect(daysInSentences(page).map(({ value }) => value)).toEqual(days === null ? [] : [days]);
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
