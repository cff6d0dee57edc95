/** Dates as people print them, and payment terms. */
import type { Language } from '../labels/language.ts';

/** The date at the start of a text as YYYY-MM-DD; null when there is none, or when it can be read in two ways. */
export function dateAtStart(text: string, language: Language): string | null {
  const start = text.trim();
  return (
    match(start, /^(20\d{2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?!\d)/, 'ymd') ??
    match(start, /^(20\d{2})(\d{2})(\d{2})(?!\d)/, 'ymd') ??
    dayOrMonthFirst(start, language) ??
    withMonthName(start, language) ??
    (language.dayFirst ? match(start, /^(\d{2})-?(\d{2})-?(\d{2})(?!\d|-)/, 'yymd') : null)
  );
}

function match(text: string, pattern: RegExp, order: 'ymd' | 'yymd'): string | null {
  const [found, year = '', month = '', day = ''] = pattern.exec(text) ?? [];
  if (found === undefined) return null;
  return isoDate(order === 'yymd' ? `20${year}` : year, month, day);
}

/** 3/4/2026 is the third of April in Sweden; in English it may be the fourth of March, and is then no answer. */
function dayOrMonthFirst(text: string, language: Language): string | null {
  const found = /^(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(20\d{2})(?!\d)/.exec(text);
  if (!found) return null;
  const [, first = '', separator, second = '', year = ''] = found;
  const dayFirst = isoDate(year, second, first);
  const monthFirst = isoDate(year, first, second);
  if (language.dayFirst || separator === '.' || monthFirst === null || dayFirst === monthFirst)
    return dayFirst;
  return dayFirst === null ? monthFirst : null;
}

/** "15 januari 2026", "15-Jan-2026", "January 15, 2026". */
function withMonthName(text: string, language: Language): string | null {
  const dayThenMonth =
    /^(?:den\s)?(\d{1,2})(?:st|nd|rd|th)?[\s.-]*(\p{L}{3,12})[\s.,-]*(20\d{2})(?!\d)/u.exec(text);
  const monthThenDay = /^(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?\s?,?\s(20\d{2})(?!\d)/u.exec(text);
  if (dayThenMonth)
    return isoDate(dayThenMonth[3] ?? '', monthOf(dayThenMonth[2], language), dayThenMonth[1] ?? '');
  if (monthThenDay)
    return isoDate(monthThenDay[3] ?? '', monthOf(monthThenDay[1], language), monthThenDay[2] ?? '');
  return null;
}

function monthOf(name: string | undefined, language: Language): string {
  return String(language.months[(name ?? '').slice(0, 3).toLowerCase()] ?? '');
}

function isoDate(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** The number of days in "30 dagar netto" or "30 days net", or null. */
export function daysOfTerms(text: string): number | null {
  const days = /\b(\d{1,3})\s*(?:dagars?|dgr|days?|d)\b/i.exec(text)?.[1];
  return days === undefined ? null : Number(days);
}

/** The date so many days later. */
export function daysAfter(isoDay: string, days: number): string {
  const date = new Date(`${isoDay}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
