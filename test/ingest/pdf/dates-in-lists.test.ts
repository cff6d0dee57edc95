/** Dates under compound labels, beside those of a stay, and in sentences that break them. */
import { describe, expect, test } from '@jest/globals';
import { read } from './support/plain-page.ts';
import { column, type Put, sums } from './support/sheet.ts';

function english(...own: Put[]) {
  return read(
    ['Invoice', 330, 60, { size: 18 }],
    ['Invoice number: 10045', 330, 120],
    ...own,
    ...sums(400, [
      ['Net amount', '1,000.00'],
      ['VAT 20 %', '200.00'],
      ['Amount due GBP', '1,200.00'],
    ]),
  );
}

describe.each([
  'Invoice date / tax point',
  'Invoice/tax date',
  'Tax point / invoice date',
  'Invoice and tax date',
  'Date of issue / tax point',
])('"%s"', (label) => {
  const places: Put[][] = [
    column(330, 450, 134, [[label, '3 April 2026']]),
    [[`${label}: 3 April 2026`, 330, 134]],
    [
      [label, 330, 134],
      ['3 April 2026', 330, 146],
    ],
  ];
  test.each(places.map((own) => ({ own })))('is the date of issue', ({ own }) => {
    const { invoice, codes } = english(...own);
    expect(invoice.issueDate).toBe('2026-04-03');
    expect(codes).not.toContain('unsure:issueDate');
  });
});

test.each([
  ['sv', 'Faktura', 'Fakturanummer', 'Datum', 'Ankomst', 'Avresa', 'Att betala SEK'],
  ['no', 'Faktura', 'Fakturanr.', 'Dato', 'Ankomst', 'Avreise', 'Å betale NOK'],
  ['da', 'Faktura', 'Fakturanr.', 'Dato', 'Ankomst', 'Afrejse', 'I alt at betale DKK'],
  ['de', 'Rechnung', 'Rechnungsnummer', 'Datum', 'Anreise', 'Abreise', 'Rechnungsbetrag EUR'],
  ['nl', 'Factuur', 'Factuurnummer', 'Datum', 'Aankomst', 'Vertrek', 'Te betalen EUR'],
  ['fr', 'Facture', 'Facture n°', 'Date', 'Arrivée', 'Départ', 'Net à payer EUR'],
  ['fi', 'Lasku', 'Laskun numero', 'Pvm', 'Saapuminen', 'Lähtö', 'Maksettava yhteensä EUR'],
])(
  '%s: a bare date beside those of a stay is sure',
  (_language, title, number, date, from, until, payable) => {
    const { invoice, codes } = read(
      [title, 50, 60, { size: 18 }],
      ...column(330, 450, 120, [
        [number, '10045'],
        [from, '2026-04-01'],
        [until, '2026-04-03'],
        [date, '2026-04-04'],
      ]),
      ...sums(400, [[payable, '1 200,00']]),
    );
    expect(invoice.issueDate).toBe('2026-04-04');
    expect(codes).not.toContain('unsure:issueDate');
  },
);

test.each([
  ['Invoice issued on 3', 'April 2026, please pay it by 3 May', '2026 at the latest.'],
  ['This invoice was issued on 3 April', '2026 and the amount is payable by 3', 'May 2026.'],
  ['Issued on April 3,', '2026. The amount is payable by 3', 'May 2026.'],
])('"%s" goes on in the next line', (...lines) => {
  const { invoice } = english(...lines.map((line, index): Put => [line, 50, 200 + index * 12]));
  expect(invoice).toMatchObject({ issueDate: '2026-04-03', dueDate: '2026-05-03' });
});

test('a French term of payment that is a date is when it is due', () => {
  const { invoice } = read(
    ['Facture', 50, 60, { size: 18 }],
    ...column(330, 450, 120, [
      ['Facture n°', '10045'],
      ['Date de facturation', '20.05.2026'],
      ['Délai de paiement', '19.07.2026'],
    ]),
    ...sums(400, [['Net à payer EUR', '1 200,00']]),
  );
  expect(invoice).toMatchObject({ issueDate: '2026-05-20', dueDate: '2026-07-19' });
});
