/** Amounts as people and programs print them: "1 250,00", "1.250,00 kr", "SEK 1,250.00", "1'250.00", "1250:-", "1250.5", "–100,00", "(100.00)". */
import { remembered } from '../../remembered.ts';
import { matchesOf } from '../text/matches.ts';
import { hasDigit } from '../text/words.ts';
import { currencySource, normaliseCurrency } from './currency-signs.ts';

export interface PrintedAmount {
  /** In hundredths of the currency's unit, exact. */
  cents: number;
  /** The currency printed with it: an ISO code, or "kr". */
  currency: string | null;
  /** Whether it was printed with both its decimals, or with a currency: figures without either may be anything. */
  isPlain: boolean;
  text: string;
  start: number;
  end: number;
}

const groupedSource = "\\d{1,3}(?:[ .,'’]\\d{3})+|\\d+";

/** The last separator is the decimal one. Its groups are numbered: `asAmount` takes them in their order. */
const amountPattern = new RegExp(
  [
    // Before it a currency, a sign and a symbol.
    `(?:(?<![\\p{L}])(${currencySource})\\s?)?`,
    "(?<![\\d.,/'’-])",
    '(?:([-−–+(])\\s?)?',
    `(?:(€|\\$|£)\\s?)?`,
    '(?:',
    // With both its decimals. Typesetting for mathematics sets a blank behind a comma: there a currency must follow.
    `(${groupedSource})(?:[.,:]|, (?=\\d{2}\\s?(?:${currencySource}|e)(?![\\p{L}\\p{N}])))(\\d{2})(?!\\d)`,
    '|',
    // With one.
    `((?:${groupedSource})[.,]\\d)(?!\\d)`,
    '|',
    // Without, perhaps with a dash in their place.
    `(${groupedSource})([:.,][-–]{1,2})?`,
    ')',
    // Behind it a sign and a currency.
    "(\\s?[-−–)])?(?![.,:'’]?\\d|[-/]\\d)",
    `(?:\\s?(${currencySource})(?![\\p{L}\\p{N}]))?`,
  ].join(''),
  'giu',
);

/** All amounts in a text, from left to right. Percentages, dates and parts of longer numbers are none. */
export function amountsIn(text: string): readonly PrintedAmount[] {
  return hasDigit(text) ? amountsRemembered(text) : [];
}

const amountsRemembered = remembered(readAmounts);

/** Amounts that may be sums: with decimals or a currency, and not nothing. */
export function sumsIn(text: string): PrintedAmount[] {
  return amountsIn(text).filter(({ isPlain, cents }) => !isPlain && cents !== 0);
}

/** So many characters an amount has before its first digit at most: a currency, a sign, a symbol, and spaces. */
const beforeDigits = 16;

function readAmounts(text: string): readonly PrintedAmount[] {
  return matchesOf(amountPattern, text, Math.max(0, text.search(/\d/) - beforeDigits))
    .map((match) => asAmount(match, text))
    .filter((amount) => amount !== null);
}

/** "12,50 e" ends so in Finnish, and where the sign was lost in print. */
const shortEuro = /^\s?e\s*$/;

function asAmount(match: RegExpExecArray, text: string): PrintedAmount | null {
  const [printed, before, minus, between, whole, decimals, tenths, plain, dash, minusAfter, after] = match;
  const end = match.index + printed.length;
  const rest = text.slice(end);
  if (/^\s?%/.test(rest)) return null;
  const isPartOfWord = /[\p{L}\d][-./]?$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
  if (isPartOfWord && before === undefined) return null;
  const isShortEuro = whole !== undefined && shortEuro.test(rest);
  if (after === undefined && !isShortEuro && /^\p{L}/u.test(rest)) return null;
  const [tenthsWhole, tenth] = [tenths?.slice(0, -2), tenths?.at(-1)];
  const digits = (whole ?? tenthsWhole ?? plain ?? '').replace(/\D/g, '');
  if (
    digits === '' ||
    digits.length > 12 ||
    (digits.length > 1 && /^0\d/.test(digits) && plain !== undefined)
  )
    return null;
  const currency = isShortEuro ? 'EUR' : normaliseCurrency(after ?? between ?? before ?? null);
  const isNegative = minus === '(' || isMinus(minus) || isMinus(minusAfter?.trim());
  const cents = Number(digits) * 100 + Number(decimals ?? `${tenth ?? 0}0`);
  return {
    cents: isNegative && cents !== 0 ? -cents : cents,
    currency,
    isPlain: whole === undefined && !currency && !dash,
    text: printed.trim(),
    start: match.index,
    end,
  };
}

function isMinus(sign: string | undefined): boolean {
  return sign === '-' || sign === '−' || sign === '–';
}

/** "156300" → "1563.00" */
export function decimalOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export interface PrintedPercent {
  /** In hundredths of a percent: 2550 is 25.5 %. */
  basisPoints: number;
  start: number;
  end: number;
}

/** All percentages in a text. */
export function percentsIn(text: string): PrintedPercent[] {
  if (!text.includes('%')) return [];
  return matchesOf(/(?<![\d.,])(\d{1,2})(?:[.,](\d{1,2}))?\s?%/g, text).map((match) => ({
    basisPoints: Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
