/** Amounts as people print them: "1 250,00", "1.250,00 kr", "SEK 1,250.00", "1250:-", "–100,00". */
import { normaliseAmount } from '../../../invoice/money.ts';

export interface PrintedAmount {
  /** Decimal string. */
  value: string;
  /** The currency printed with it: an ISO code, or "kr". */
  currency: string | null;
  text: string;
}

const currencySource = '(?:SEK|NOK|DKK|EUR|USD|GBP|CHF|PLN|kr|€|\\$|£)';

/** The last separator is the decimal one; an amount without decimals counts only beside a currency. */
const amountPattern = new RegExp(
  [
    `(?<before>${currencySource})?\\s?`,
    '(?<![\\d.,/])',
    '(?<minus>[-−–])?\\s?',
    '(?:',
    "(?<whole>\\d{1,3}(?:[ .,'’]\\d{3})+|\\d+)[.,:](?<decimals>\\d{2})(?!\\d)",
    '|',
    "(?<plain>\\d{1,3}(?:[ .,'’]\\d{3})+|\\d+)(?<dash>:-|,-)?",
    ')',
    '(?<minusAfter>-)?(?![.,]?\\d|[-/]\\d)',
    `(?:\\s?(?<after>${currencySource})(?![\\p{L}\\p{N}]))?`,
  ].join(''),
  'giu',
);

/** All amounts in a text, from left to right. Percentages are no amounts. */
export function amountsIn(text: string): PrintedAmount[] {
  return [...text.matchAll(amountPattern)]
    .map((match) => asAmount(match, text.slice(match.index + match[0].length)))
    .filter((amount) => amount !== null);
}

function asAmount(match: RegExpExecArray, following: string): PrintedAmount | null {
  const { before, minus, whole, decimals, plain, dash, minusAfter, after } = match.groups ?? {};
  const currency = normaliseCurrency(after ?? before ?? null);
  if (/^\s?%/.test(following)) return null;
  if (plain !== undefined && !currency && !dash) return null;
  const digits = (whole ?? plain ?? '').replace(/\D/g, '');
  if (digits === '' || digits.length > 12) return null;
  const sign = (minus ?? minusAfter) === undefined ? '' : '-';
  return {
    value: normaliseAmount(`${sign}${digits}.${decimals ?? '00'}`),
    currency,
    text: match[0].trim(),
  };
}

/** "€" → "EUR"; "kr" stays, because four countries have it. */
export function normaliseCurrency(text: string | null): string | null {
  if (text === null) return null;
  const symbols: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', KR: 'kr' };
  return symbols[text.toUpperCase()] ?? text.toUpperCase();
}
