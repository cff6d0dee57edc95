/** Accounts as they are written at home: the numbers are those that banks give as examples. */
import { expect, test } from '@jest/globals';
import { czechAccountAtStart, ibanOfNational } from '../../../src/ingest/checks/national-account.ts';

test.each([
  ['PL', '61 1090 1014 0000 0712 1981 2874', 'PL61109010140000071219812874'],
  ['PL', '61109010140000071219812874 (PLN)', 'PL61109010140000071219812874'],
  ['ES', '2100 0418 45 0200051332', 'ES9121000418450200051332'],
  ['ES', '2100-0418-45-0200051332', 'ES9121000418450200051332'],
  ['PT', '0002 0123 1234 5678 9015 4', 'PT50000201231234567890154'],
])('%s: %s is %s', (country, text, iban) => {
  expect(ibanOfNational(text, country)).toBe(iban);
});

test.each([
  ['wrong check digits', 'PL', '62 1090 1014 0000 0712 1981 2874'],
  ['wrong check digits', 'ES', '2100 0418 46 0200051332'],
  ['another length', 'PL', '1090 1014 0000 0712 1981 2874'],
  ['of another country', 'SE', '61 1090 1014 0000 0712 1981 2874'],
  ['of no country', null, '61 1090 1014 0000 0712 1981 2874'],
])('%s: no IBAN (%s, %s)', (_, country, text) => {
  expect(ibanOfNational(text, country)).toBeNull();
});

test('a Czech account is told as it is printed, with the IBAN that it makes', () => {
  expect(czechAccountAtStart('19-2000145399/0800')).toEqual({
    account: '19-2000145399/0800',
    iban: 'CZ6508000000192000145399',
  });
  expect(czechAccountAtStart('19 - 2000145399 / 0800, KB')?.account).toBe('19-2000145399/0800');
  expect(czechAccountAtStart('19-2000145398/0800')).toBeNull();
  expect(czechAccountAtStart('2024/0012')).toBeNull();
});
