/** Accounts that are neither giro nor IBAN: whole, with the code of the bank, or not at all. */
import { describe, expect, test } from '@jest/globals';
import { domesticAccounts } from '../../../src/ingest/pdf/payment/domestic-accounts.ts';
import { type Put, pageOf, table } from './support/sheet.ts';

/** Enough of each language for the page to speak it. */
const spoken: Record<string, readonly string[]> = {
  da: ['Fakturadato', 'Forfaldsdato', 'Beløb i alt'],
  sv: ['Fakturadatum', 'Förfallodatum', 'Att betala'],
  no: ['Fakturadato', 'Forfallsdato', 'Å betale'],
  fi: ['Laskun päiväys', 'Eräpäivä', 'Maksettava yhteensä'],
  en: ['Invoice date', 'Due date', 'Amount due'],
  de: ['Rechnungsdatum', 'Fälligkeitsdatum', 'Rechnungsbetrag'],
  fr: ['Date de facture', 'Échéance', 'Net à payer'],
};

function accountsOf(language: string, ...puts: Put[]): string[] {
  const words = (spoken[language] ?? []).map((text, index): Put => [text, 50, 100 + index * 40]);
  const page = pageOf(...words, ...puts);
  expect(page.marked.language.code).toBe(language);
  return [...new Set(domesticAccounts(page).map(({ value }) => value))];
}

test.each([
  ['da', 'Bankkonto: Reg.nr. 1234 Konto 5678901234', '12345678901234'],
  ['da', 'Reg.nr. 1234 Kontonr. 0012345678', '12340012345678'],
  ['da', 'Reg.nr. 1234 Kontonr. 567 890 12 34', '12345678901234'],
  ['da', 'Bankkonto 1234-1234567', '12340001234567'],
  ['da', 'Bankkonto 12345678901234', '12345678901234'],
  ['sv', 'Kontonr 8327-9, 123 456 789-0', '832791234567890'],
  ['sv', 'Clearingnr 5234 Kontonr 12 345 67', '52341234567'],
  ['sv', 'Clearing och kontonr: 6789-123 456 789', '6789123456789'],
  ['no', 'Kontonr 8601.11.17947', '86011117947'],
  ['no', 'Kontonr 8601 11 17947', '86011117947'],
  ['fi', 'Tilinumero 123456-785', '123456785'],
  ['en', 'Sort code 20-00-00  Account number 12345678', '20000012345678'],
  ['en', 'Account number 12345678, sort code 200000', '20000012345678'],
  ['de', 'Konto 532 013 000, BLZ 370 400 44', '37040044532013000'],
  ['fr', 'RIB 20041 01005 05000134026 06', '20041010050500013402606'],
])('%s: "%s" is %s', (language, text, account) => {
  expect(accountsOf(language, [text, 50, 600])).toEqual([account]);
});

test.each([
  ['da', 'Beløbet indbetales på bankkonto: Lokalbanken, reg.nr. 6278, konto 2776726432', '62782776726432'],
  ['da', 'Beløbet bedes overført til reg. 1234 konto 1234567890', '12341234567890'],
  ['da', 'Vores bank: Lokalbanken, Reg.nr.: 1234 / Kontonr.: 1234567890', '12341234567890'],
  ['sv', 'Beloppet sätts in i Lokalbanken, clearingnr 5234, konto nr 12 345 67', '52341234567'],
  ['en', 'Please transfer to Local Bank, sort code 20-00-00, account number 12345678.', '20000012345678'],
  ['de', 'Bitte überweisen Sie an die Ortsbank, BLZ 370 400 44, Konto 532 013 000', '37040044532013000'],
  ['no', 'Beløpet innbetales til konto 8601.11.17947 innen forfall', '86011117947'],
])('%s: "%s" tells %s in a sentence', (language, text, account) => {
  expect(accountsOf(language, [text, 50, 600])).toEqual([account]);
});

test.each([
  [
    'da',
    'Beløbet indbetales på vores bankkonto i Lokalbanken, reg.nr. 6278,',
    'konto 2776726432',
    '62782776726432',
  ],
  [
    'da',
    'Beløbet indbetales på vores bankkonto i Lokalbanken, reg.nr. 6278, konto',
    '2776726432 inden forfald.',
    '62782776726432',
  ],
  ['no', 'Vi ber om at hele beløpet innbetales til konto', '8601.11.17947 innen forfall.', '86011117947'],
])('%s: a sentence goes on in the line below: "%s" "%s"', (language, text, below, account) => {
  expect(accountsOf(language, [text, 50, 600], [below, 50, 611])).toEqual([account]);
});

test('code and number may stand below labels of their own', () => {
  const own = table([50, 160], 600, [
    ['Reg.nr.', '1234'],
    ['Kontonr.', '0012345678'],
  ]);
  expect(accountsOf('da', ...own)).toEqual(['12340012345678']);
});

describe('none is given', () => {
  test.each([
    ['da', 'Kontonr. 0012345678'],
    ['en', 'Account number 12345678'],
    ['sv', 'Kontonr 12 345 67'],
    ['sv', 'Bankkonto 556999-1234'],
    ['sv', 'Bankkonto 5050-1055'],
    ['fr', 'RIB 20041 01005 05000134026 07'],
    ['da', 'Køretøj med reg.nr. 6278, kontonr 12'],
    ['da', 'Beløbet trækkes på konto: Lokalbanken, reg.nr. 6278, konto 2776726432'],
    ['da', 'Lokalbanken, reg.nr. 6278, sagsnr. 2776726432'],
  ])('%s: where the code, or what proves it, is missing in "%s"', (language, text) => {
    expect(accountsOf(language, [text, 50, 600])).toEqual([]);
  });

  test('where two codes are labelled and neither stands by the number', () => {
    const codes: Put[] = [
      ['Sort code 20-00-00', 50, 600],
      ['Sort code 30-00-00', 50, 614],
    ];
    expect(accountsOf('en', ...codes, ['Account number 12345678', 50, 700])).toEqual([]);
    expect(accountsOf('en', codes[0] as Put, ['Account number 12345678', 50, 700])).toEqual([
      '20000012345678',
    ]);
  });
});
