/** Dates as people print them, and payment terms. */
import { languages } from '../labels/index.ts';
import { phrasesIn } from '../labels/language.ts';
import { matchesOf } from '../text/matches.ts';
import { fold, hasDigit } from '../text/words.ts';

export interface PrintedDate {
  /** YYYY-MM-DD */
  iso: string;
  /** Read with the month first, as in the United States. */
  isMonthFirst: boolean;
  /** 0 where only one reading is possible; more for forms that could be something else. */
  doubt: 'none' | 'order' | 'shortYear' | 'bare';
  text: string;
}

/** All readings of the date at the start of a text; none when there is no date. */
export function datesAtStart(text: string): PrintedDate[] {
  if (!hasDigit(text)) return [];
  const start = text.trim().replace(leadWords(), '');
  for (const read of readers) {
    const found = read(start);
    if (found.length > 0) return found;
  }
  return [];
}

/** Where a date may begin within a text: at figures that go on from nothing. */
export function dateStartsIn(text: string): number[] {
  return matchesOf(/(?<![\p{L}\p{N}./-])(?=\d)/gu, text).map(({ index }) => index);
}

/** "bis zum 12.8.2025", "senast den 3 maj", "by the 4th of June", "uiterlijk op 3-4-2026". */
function leadWords(): RegExp {
  leadPattern ??= new RegExp(
    `^(?:(?:${alternatives(languages.map(({ dateLeads }) => dateLeads))})\\.?\\s){1,3}(?=\\d|\\p{L}{3,}\\s\\d)`,
    'iu',
  );
  return leadPattern;
}

let leadPattern: RegExp | null = null;

/** The phrases of all lists, the longest first, for a pattern. */
function alternatives(lists: readonly string[]): string {
  return [...new Set(lists.flatMap(phrasesIn))].sort((a, b) => b.length - a.length).join('|');
}

type Reader = (text: string) => PrintedDate[];

const readers: readonly Reader[] = [
  (text) => ymd(text, /^(20\d{2})\s?([-./–])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/, 'none', [1, 3, 4]),
  (text) => ymd(text, /^(20\d{2})(\d{2})(\d{2})(?![\d-])/, 'bare', [1, 2, 3]),
  dayOrMonthFirst,
  withMonthName,
  (text) => ymd(text, /^(\d{2})(\d{2})(\d{2})(?![\d-])/, 'bare', [1, 2, 3]),
];

function ymd(
  text: string,
  pattern: RegExp,
  doubt: PrintedDate['doubt'],
  groups: readonly [number, number, number],
): PrintedDate[] {
  const found = pattern.exec(text);
  if (!found) return [];
  const [year = '', month = '', day = ''] = groups.map((group) => found[group] ?? '');
  const iso = isoDate(year.length === 2 ? `20${year}` : year, month, day);
  return iso ? [{ iso, isMonthFirst: false, doubt, text: found[0] }] : [];
}

/** "02 12 2026", and nothing else. */
const withBlanks = /^(\d{2})( )(\d{2}) (20\d{2})$/;

/** Written in two digits; years before that are taken for a day of the month. */
const oldestShortYear = 15;

/** 3/4/2026 is the third of April, or in the United States the fourth of March; 26-11-02 starts with its year. */
function dayOrMonthFirst(text: string): PrintedDate[] {
  const found =
    /^(\d{1,2})\s?([-./–])\s?(\d{1,2})\s?\2\s?(20\d{2}|\d{2})(?!\d)/.exec(text) ?? withBlanks.exec(text);
  if (!found) return [];
  const [whole, first = '', separator, second = '', last = ''] = found;
  const year = last.length === 2 ? `20${last}` : last;
  const isShort = last.length === 2;
  const monthFirst = separator === '.' ? null : isoDate(year, first, second);
  const yearFirst = isShort && separator === '-' ? isoDate(`20${first}`, second, last) : null;
  // "26-11-03" is of 2026 as a rule: in 2003 nobody had this program read his invoices.
  const dayFirst = yearFirst !== null && Number(last) < oldestShortYear ? null : isoDate(year, second, first);
  const readings: PrintedDate[] = [];
  const several =
    [dayFirst, monthFirst === dayFirst ? null : monthFirst, yearFirst].filter(Boolean).length > 1;
  const doubt = several ? 'order' : isShort ? 'shortYear' : 'none';
  if (dayFirst) readings.push({ iso: dayFirst, isMonthFirst: false, doubt, text: whole });
  if (monthFirst && monthFirst !== dayFirst)
    readings.push({ iso: monthFirst, isMonthFirst: true, doubt, text: whole });
  if (yearFirst && yearFirst !== dayFirst)
    readings.push({ iso: yearFirst, isMonthFirst: false, doubt, text: whole });
  return readings;
}

/** "15 januari 2026", "15. marraskuuta 2026", "15-Jan-2026", "January 15, 2026", "1er mars 2026", "3 de abril de 2026". */
function withMonthName(text: string): PrintedDate[] {
  const dayThenMonth =
    /^(?:\p{L}{2,10},?\s)?(\d{1,2})(?:st|nd|rd|th|er|e|[°º])?[\s./-]*(?:of\s|de\s)?(\p{L}{3,12})\.?[\s.,/-]*(?:del?\s)?(20\d{2}|\d{2})(?!\d)/iu.exec(
      text,
    );
  const monthThenDay =
    /^(?:\p{L}{2,10},?\s)?(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?\s?,?\s(20\d{2})(?!\d)/iu.exec(text);
  const [found, day, name, year] = dayThenMonth
    ? [dayThenMonth[0], dayThenMonth[1], dayThenMonth[2], dayThenMonth[3]]
    : [monthThenDay?.[0], monthThenDay?.[2], monthThenDay?.[1], monthThenDay?.[3]];
  if (!found || !day || !name || !year) return [];
  const month = monthOf(name);
  const iso = month ? isoDate(year.length === 2 ? `20${year}` : year, String(month), day) : null;
  return iso ? [{ iso, isMonthFirst: false, doubt: 'none', text: found }] : [];
}

let months: Map<string, number> | null = null;

/** The month whose name, in any language, a word begins like. The longest beginning counts: Czech "červen" and "červenec" follow each other. */
function monthOf(name: string): number | null {
  months ??= new Map(
    languages.flatMap(({ months: named }) =>
      Object.entries(named).map(([beginning, month]): [string, number] => [fold(beginning), month]),
    ),
  );
  const folded = fold(name);
  for (let { length } = folded; length >= 3; length--) {
    const month = months.get(folded.slice(0, length));
    if (month) return month;
  }
  return null;
}

function isoDate(year: string, month: string, day: string): string | null {
  const isInYear = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  if (!isInYear || Number(day) > daysIn(Number(year), Number(month))) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The day before the first of the month that follows. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

let termsPattern: RegExp | null = null;

/** Days and a percentage of one clause, which is not the interest on a late payment. */
const forDiscount =
  /^[^.;]{0,40}?(?:\d{1,3}\s*\p{L}{1,9}[^.,;\d]{0,12}\d{1,2}(?:[.,]\d{1,2})?\s?%|\d{1,2}(?:[.,]\d{1,2})?\s?%[^.;]{0,40}\d{1,3}\s*\p{L}{1,9})/u;

/**
 * The number of days in "30 dagar netto", "Net 30", "14 päivää netto", "30 Tage netto"; null when the terms say none. Of
 * several it is the most: "10 days 2 %, 30 days net" is 30. Days that only a discount is given for ("7 Tagen 2 % Skonto") are none.
 */
export function daysOfTerms(text: string): number | null {
  termsPattern ??= new RegExp(
    `(?<![\\d,.])(\\d{1,3})\\s*(?:${alternatives(languages.map(({ dayWords }) => dayWords))})(?![\\p{L}])`,
    'giu',
  );
  const days = matchesOf(termsPattern, text).map((match) => Number(match[1]));
  if (days.length === 1 && forDiscount.test(text)) return null;
  if (days.length > 0) return Math.max(...days);
  const net = /(?:^|\s)(?:net|netto|nto)\s*(\d{1,3})(?!\d)/iu.exec(text)?.[1];
  return net === undefined ? null : Number(net);
}

let monthEnds: RegExp | null = null;

/** Where words for the end of the month end in payment terms; null where there are none. */
export function monthEndIn(text: string): number | null {
  monthEnds ??= new RegExp(
    `(?<!\\p{L})(?:${languages
      .flatMap(({ monthEnd = '' }) => phrasesIn(monthEnd))
      .sort((a, b) => b.length - a.length)
      .join('|')})(?!\\p{L})\\.?`,
    'iu',
  );
  const found = monthEnds.exec(text);
  return found ? found.index + found[0].length : null;
}

/** The last day of a day's month. */
export function lastOfMonth(isoDay: string): string {
  const [year = '', month = ''] = isoDay.split('-');
  return `${year}-${month}-${daysIn(Number(year), Number(month))}`;
}

/** The date so many days later. */
export function daysAfter(isoDay: string, days: number): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
