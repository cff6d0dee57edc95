/** Accounts as real invoices print them: without any form that is known, among what is said of a bank, or without a label. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { samplesAbroad } from './support/languages-abroad.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

/** The sample of a language with these texts instead of its own account. */
function read(language: string, ...puts: readonly Put[]) {
  const sample = [...samples, ...samplesAbroad].find((each) => each.language === language);
  const others = (sample?.puts ?? []).filter(
    ([text]) =>
      !/Kontonr|Konto |Reg\.|\+71|8601|IBAN|Sort code|Account|konta|[A-Z]{2}\d\d \d{4}|\d{4} \d{4} \d{4}/i.test(
        text,
      ),
  );
  const [found] = readPages(pagesOf([...others, ...puts]))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  const { accounts } = found.invoice.payment;
  return { accounts, codes: found.reasons.map(({ code }) => code) };
}

const ids = (...args: Parameters<typeof read>) => read(...args).accounts.map(({ id }) => id);

describe('an account of no form that is known', () => {
  test.each<[string, string, string]>([
    [
      'in a line about a bank',
      'Wire transfer: Harbour Bank | Routing: 11110000 | Account: 9876543210',
      '9876543210',
    ],
    ['in a sentence', 'Account 0123-4567 at Lakeside Savings Bank.', '01234567'],
    ['that names itself', 'Bank account: 0000 1111 2222 3333', '0000111122223333'],
  ])('is told %s', (_, line, account) => {
    expect(ids('en', [line, 50, 640])).toEqual([account]);
  });

  test('is told below the name of the bank', () => {
    expect(ids('en', ['Harbour Bank', 50, 640], ['Account: 1228-1221-1221', 50, 654])).toEqual([
      '122812211221',
    ]);
  });

  test('is the customer’s where nothing beside it speaks of a bank', () => {
    expect(ids('en', ['Account number: 10045678', 50, 640])).toEqual([]);
    expect(
      ids('en', ['Account number: 10045678', 50, 300], ['Bank charges are the payer’s', 50, 640]),
    ).toEqual([]);
  });

  test('is not told beside an IBAN, nor where it lacks its bank’s code', () => {
    const iban = 'IBAN GB29 NWBK 6016 1331 9268 19';
    expect(ids('en', [iban, 50, 640], ['Bank account: 9876543210', 50, 654])).toEqual([
      'GB29NWBK60161331926819',
    ]);
    expect(ids('da', ['Bank: Nordbank', 50, 640], ['Kontonr. 0012345678', 50, 654])).toEqual([]);
  });
});

test('an IBAN that ends a line of the foot goes on in the line below, with right check digits only', () => {
  const foot = (end: string): Put[] => [
    ['E-mail: post@example.com | Tel: 0317 31 22 09 | IBAN: GB29 NWBK', 60, 700],
    [end, 270, 711],
  ];
  expect(ids('en', ...foot('6016 1331 9268 19'))).toEqual(['GB29NWBK60161331926819']);
  expect(ids('en', ...foot('6016 1331 9268 18'))).toEqual([]);
});

test('a Polish account with right check digits needs no label', () => {
  expect(ids('pl', ['Bank Wisła', 50, 640], ['61 1090 1014 0000 0712 1981 2874', 50, 654])).toEqual([
    'PL61109010140000071219812874',
  ]);
  expect(ids('pl', ['62 1090 1014 0000 0712 1981 2874', 50, 654])).toEqual([]);
});

test('what a label calls an IBAN is told up to the mark behind it, and wrong in form a person looks', () => {
  const { accounts, codes } = read('en', [
    'IBAN DE3708 0040 0123 4567 89, SWIFT/BIC: NORDDEFF370 (Nordbank)',
    50,
    640,
  ]);
  expect(accounts).toEqual([{ kind: 'iban', id: 'DE370800400123456789' }]);
  expect(codes).toContain('check_failed:iban');
});

test('a Norwegian account with wrong check digits is for a person to see', () => {
  expect(read('no', ['Kontonr 8601 11 17948', 50, 640]).codes).toContain('unsure:payment.accounts');
});

test('a Danish bank’s code may be called its number', () => {
  expect(ids('da', ['Reg. nummer: 5326', 50, 640], ['Konto nummer: 0000247815', 50, 654])).toEqual([
    '53260000247815',
  ]);
});
