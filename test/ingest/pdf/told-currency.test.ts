/** The currency of all amounts where a page tells it in words, and a sum in another stands elsewhere. */
import { expect, test } from '@jest/globals';
import { column, type Put, pagesOf, readPages } from './support/sheet.ts';

const papers: Record<string, readonly Put[]> = {
  sv: paper(
    'Nordvik Bygg AB',
    ['Faktura', 'Fakturanr', 'Fakturadatum'],
    ['Netto', 'Moms 25 %', 'Att betala'],
  ),
  en: paper(
    'Northwick Building Ltd',
    ['Invoice', 'Invoice no', 'Invoice date'],
    ['Net amount', 'VAT 25 %', 'Amount due'],
  ),
  de: paper(
    'Nordwick Bau GmbH',
    ['Rechnung', 'Rechnungsnr', 'Rechnungsdatum'],
    ['Nettobetrag', 'MwSt 25 %', 'Rechnungsbetrag'],
  ),
  da: paper('Nordvig Byg ApS', ['Faktura', 'Fakturanr', 'Fakturadato'], ['Netto', 'Moms 25 %', 'At betale']),
};

function paper(seller: string, [title, number, date]: string[], [net, vat, payable]: string[]): Put[] {
  return [
    [seller, 50, 50],
    [title ?? '', 350, 50, { size: 16 }],
    ...column(350, 480, 80, [
      [number ?? '', '30417'],
      [date ?? '', '2026-03-01'],
    ]),
    ...column(350, 480, 400, [
      [net ?? '', '1000,00'],
      [vat ?? '', '250,00'],
      [payable ?? '', '1250,00'],
    ]),
  ];
}

function currencyOf(language: string, ...puts: Put[]) {
  const { invoice } = readPages(pagesOf([...(papers[language] ?? []), ...puts]))?.invoices[0] ?? {};
  return [invoice?.currency, (invoice?.evidence.currency?.confidence ?? 0) >= 0.85];
}

test.each([
  ['sv', 'Alla belopp i svenska kronor', 'Motsvarar 110,00 EUR', 'SEK'],
  ['sv', 'Alla belopp är i euro.', 'Momsbelopp i SEK: 2 750,00', 'EUR'],
  ['en', 'All amounts in euro', 'Equal to USD 1,350.00', 'EUR'],
  ['de', 'Alle Beträge in Euro', 'entspricht 1.350,00 USD', 'EUR'],
  ['da', 'Alle beløb er i EUR', 'svarer til 9.320,00 DKK', 'EUR'],
])('%s: "%s" beside "%s" is %s', (language, told, foreign, currency) => {
  expect(currencyOf(language, [told, 50, 480], [foreign, 50, 780])).toEqual([currency, true]);
});

test('two that are told so leave it to a person', () => {
  const two: Put[] = [
    ['Alla belopp i svenska kronor', 50, 480],
    ['Alla priser i euro', 50, 500],
  ];
  expect(currencyOf('sv', ...two)[1]).toBe(false);
});
