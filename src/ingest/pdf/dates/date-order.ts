/** Whether a page writes the day or the month first, and what a date is worth that can be read both ways. */

import { weights } from '../choosing/weights.ts';
import type { Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import type { PrintedDate } from '../values/date.ts';

export interface DateOrder {
  /** Null where nothing tells. */
  first: 'day' | 'month' | null;
  /** By a date that can be read in one way only, or a language or country that knows one way. Hints alone make no date sure. */
  isProven: boolean;
  /** Whether two digits, hyphens and no century begin with the year, as in Sweden. */
  shortYearFirst: boolean;
}

export function orderOfPage(page: Page): DateOrder {
  return { ...dayOrMonth(page), shortYearFirst: page.marked.language.shortYearFirst ?? false };
}

function dayOrMonth({ layout: { text }, marked: { language } }: Page): Omit<DateOrder, 'shortYearFirst'> {
  let day = 0;
  let month = 0;
  // Without its century, and with hyphens, it may be a bank's sort code.
  const printed = /(?<![\d./-])(\d{1,2})(?:[/.](\d{1,2})[/.](?:20)?\d{2}|-(\d{1,2})-20\d{2})(?![\d/])/g;
  for (const [, one, slashed, hyphened] of matchesOf(printed, text)) {
    const [first, second] = [Number(one), Number(slashed ?? hyphened)];
    if (isDayOnly(first) && second <= 12) day += 5;
    if (isDayOnly(second) && first <= 12) month += 5;
  }
  if (language.dayFirst) day += 1;
  if (day !== month) return { first: day > month ? 'day' : 'month', isProven: true };
  const isAmerican = /\$|(?<!\p{L})USD(?!\p{L})|, [A-Z]{2},? \d{5}(?!\d)/u.test(text);
  if (/£|(?<!\p{L})GBP(?!\p{L})/u.test(text) && !isAmerican) return { first: 'day', isProven: true };
  const isEuropean = /€|£|(?<!\p{L})(?:EUR|GBP|SEK|NOK|DKK|VAT|IBAN)(?!\p{L})/u.test(text);
  return { first: isEuropean ? 'day' : isAmerican ? 'month' : null, isProven: false };
}

function isDayOnly(number: number): boolean {
  return number > 12 && number <= 31;
}

export function scoreOfDate(date: PrintedDate, { first, isProven, shortYearFirst }: DateOrder): number {
  const { date: doubts } = weights;
  const far = date.iso < '2000-01-01' || date.iso > '2059-12-31' ? doubts.far : 0;
  if (date.doubt === 'none') return far;
  if (date.doubt !== 'order') return doubts[date.doubt] + far;
  if (shortYearFirst && shortWithHyphens.test(date.text))
    return (date.iso.endsWith(date.text) ? doubts.orderOfPage : doubts.orderAgainst) + doubts.order + far;
  if (first === null) return doubts.order + far;
  const isLikely = (first === 'month') === date.isMonthFirst;
  if (!isProven) return (isLikely ? doubts.orderHinted : -doubts.orderHinted) + doubts.order + far;
  return (isLikely ? doubts.orderOfPage : doubts.orderAgainst) + doubts.order + far;
}

const shortWithHyphens = /^\d\d-\d\d-\d\d$/;
