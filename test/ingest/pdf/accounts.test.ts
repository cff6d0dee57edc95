/** Accounts within sentences, and customers' numbers that are called accounts as well. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

/** The sample of a language with these texts instead of its own account. */
function accountsOf(language: string, puts: readonly Put[]) {
  const sample = samples.find((each) => each.language === language);
  const others = (sample?.puts ?? []).filter(
    ([text]) => !/Bankgiro|Kontonr|8601|IBAN|Konto |\+71/.test(text),
  );
  const [found] = readPages(pagesOf([...others, ...puts]))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return found.invoice.payment.accounts.map(({ id }) => id);
}

describe('an account in a sentence', () => {
  test.each([
    [
      'sv',
      'Beloppet insättes på bankgiro 123-4566 senast 2026-04-03 med angivande av fakturanummer.',
      '123-4566',
    ],
    ['sv', 'Betala till vårt bankgiro, 123-4566, senast på förfallodagen.', '123-4566'],
    ['sv', 'Vårt bankgironummer är 123-4566.', '123-4566'],
    ['sv', 'Beloppet betalas in på vårt bankgirokonto 123-4566 inom 30 dagar.', '123-4566'],
    ['sv', 'Sätt in pengarna på konto 8327-9, 123 456 789-0 i Norrbanken.', '832791234567890'],
    [
      'no',
      'Beløpet bes innbetalt til bankkonto nr. 8601 11 17947 og merkes med fakturanummer.',
      '86011117947',
    ],
    ['da', 'Overfør venligst beløbet til konto 1234 0012345678 senest den 3. april.', '12340012345678'],
    ['fi', 'Maksakaa tilillemme FI21 1234 5600 0007 85, kiitos.', 'FI2112345600000785'],
    ['de', 'Überweisung auf Konto-Nr. 532013000 (BLZ 370 400 44) erbeten.', '37040044532013000'],
    [
      'de',
      'Bitte überweisen Sie auf unser Konto 532013000 bei der Nordbank, BLZ 37040044.',
      '37040044532013000',
    ],
    [
      'nl',
      'Over te maken op rekening NL91 ABNA 0417 1643 00 t.n.v. Waterdijk Transport B.V.',
      'NL91ABNA0417164300',
    ],
    ['fr', 'Règlement par virement : RIB 20041 01005 0500013M026 06', '20041010050500013M02606'],
    ['en', 'Please pay into account 31926819, sort code 60-16-13, quoting INV20417.', '60161331926819'],
    [
      'en',
      'Please transfer to our account DE89 3704 0044 0532 0130 00 with Nordbank.',
      'DE89370400440532013000',
    ],
  ])('%s: %s', (language, sentence, account) => {
    expect(accountsOf(language, [[sentence, 50, 600, { size: 8 }]])).toEqual([account]);
  });
});

describe("a customer's number far from the bank's code is no account", () => {
  test.each<[string, string, string, string | null]>([
    ['en', 'Account no', 'Sort code 60-16-13   Account number 31926819', '60161331926819'],
    ['en', 'Account no', 'Sort code 60-16-13', null],
    ['sv', 'Kontonr', 'Clearingnr 8327-9', null],
    ['sv', 'Kundkonto', 'Clearingnr 8327-9 Kontonr 123 456 789-0', '832791234567890'],
    ['da', 'Kontonr.', 'Reg.nr. 1234 Kontonr. 0012345678', '12340012345678'],
    ['de', 'Konto-Nr.', 'BLZ 370 400 44  Konto 532013000', '37040044532013000'],
  ])('%s: %s beside %s', (language, word, bank, account) => {
    const puts: Put[] = [
      [word, 330, 160],
      ['10045678', 450, 160],
      [bank, 50, 760, { size: 8 }],
    ];
    expect(accountsOf(language, puts)).toEqual(account === null ? [] : [account]);
  });
});
