/** Accounts as they are written at home, of which the IBAN is made: whoever pays from another country needs that. */
import { composeIBAN, isValidBBAN } from 'ibantools';
import { isIban } from './iban.ts';

/** How many digits an account has at home, in whatever groups. Poland's begin with the IBAN's own check digits. */
const digitsAtHome: Readonly<Record<string, number>> = { PL: 26, ES: 20, PT: 21 };

/** "61 1090 1014 0000 0712 1981 2874" (NRB), "2100 0418 45 0200051332" (CCC), NIB: the IBAN of an account at the start of a text, where its check digits are right. */
export function ibanOfNational(text: string, country: string | null): string | null {
  const length = digitsAtHome[country ?? ''];
  if (country === null || length === undefined) return null;
  const digits = /^\d+(?:[ .-]\d+)*(?![\d,/])/.exec(text)?.[0].replace(/\D/g, '');
  if (digits?.length !== length) return null;
  if (country === 'PL') return isIban(country + digits) ? country + digits : null;
  return ibanOf(country, digits);
}

/** "19-2000145399/0800", Czech: perhaps a prefix, the number, and the bank's code. Null where its check digits are wrong. */
export function czechAccountAtStart(text: string): { account: string; iban: string } | null {
  const [account = '', prefix = '', number = '', bank = ''] =
    /^(?:(\d{1,6})\s?-\s?)?(\d{2,10})\s?\/\s?(\d{4})(?!\d)/.exec(text) ?? [];
  if (account === '') return null;
  const iban = ibanOf('CZ', bank + prefix.padStart(6, '0') + number.padStart(10, '0'));
  return iban === null ? null : { account: account.replace(/\s/g, ''), iban };
}

function ibanOf(countryCode: string, bban: string): string | null {
  return isValidBBAN(bban, countryCode) ? composeIBAN({ countryCode, bban }) : null;
}
