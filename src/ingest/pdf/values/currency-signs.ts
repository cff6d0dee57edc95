/** How pages write currencies: ISO 4217 codes, signs and words. What several countries share ("kr", "$") is told apart by who reads it. */

export const currencyCodes =
  'SEK|NOK|DKK|EUR|USD|GBP|CHF|PLN|CZK|HUF|RON|ISK|CAD|AUD|NZD|SGD|HKD|INR|ZAR|JPY|CNY|AED|BRL|MXN';

/** By the sign or word as it is written, in small letters and without a full stop. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  euroa: 'EUR',
  '£': 'GBP',
  $: 'USD',
  '₹': 'INR',
  rs: 'INR',
  zł: 'PLN',
  kč: 'CZK',
  sfr: 'CHF',
  kr: 'kr',
  kronor: 'kr',
  kroner: 'kr',
};

/** Source of a pattern, for letters of any case, of what may stand right before or behind an amount. */
export const currencySource = `(?:${currencyCodes}|kronor|kroner|kr\\.?|euros?|euroa|€|\\$|£|₹|Rs\\.?|zł|Kč|SFr\\.?)`;

/** "€" → "EUR"; "kr" stays, because four countries have it. */
export function normaliseCurrency(text: string | null): string | null {
  if (text === null) return null;
  return signs[text.toLowerCase().replace(/\.$/, '')] ?? text.toUpperCase();
}

/** The currency of a country by its ISO 3166 code; a crown or a dollar is its own. */
export const currencyOfCountry: Readonly<Record<string, string>> = {
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  IS: 'ISK',
  ...Object.fromEntries(
    'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ').map((code) => [code, 'EUR']),
  ),
};
