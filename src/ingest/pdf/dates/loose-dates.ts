/** Dates without a label of their own: after the invoice number, at the head of a letter, or anywhere at the top. */

import { lineHeadRows } from '../amounts/amounts.ts';
import { type Candidate, unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { phrasesIn } from '../labels/language.ts';
import type { FoundLabel } from '../page/label-search.ts';
import type { Cell, Layout } from '../page/layout.ts';
import { perLanguage } from '../page/per-language.ts';
import { perPage } from '../page/per-page.ts';
import type { Page } from '../page/spots.ts';
import { dateStartsIn, datesAtStart, type PrintedDate } from '../values/date.ts';
import { type DateOrder, scoreOfDate } from './date-order.ts';

/** "Rechnung Nr. 42 vom 3.4.2026": a date that follows the number. */
export function datesAfterNumbers(
  { layout, marked: { language } }: Page,
  numbers: readonly Candidate[],
  order: DateOrder,
): Candidate[] {
  const patterns = patternsOf(language);
  if (!patterns) return [];
  const { dated, startsDated, endsDated } = patterns;
  const likeliest = Math.max(...numbers.map(({ score }) => score));
  const scoreOf = (value: string) =>
    Math.max(...numbers.filter((each) => each.value === value).map(({ score }) => score));
  return numbers.flatMap((number) => {
    const { text } = number.cell;
    const after = text.slice(text.indexOf(number.value) + number.value.length);
    const below = lineBelow(number.cell, layout);
    const goesOn = endsDated.test(after) || startsDated.test(below);
    const rest = dated.exec(goesOn ? `${after} ${below}` : after)?.[1] ?? parted.exec(after)?.[1];
    const [date] = rest === undefined ? [] : datesAtStart(rest);
    if (!date) return [];
    const score =
      weights.date.afterNumber + scoreOfDate(date, order) + Math.max(-3, scoreOf(number.value) - likeliest);
    return [unlabelled(date.iso, number.cell, 'after the invoice number', score)];
  });
}

/** "#20260517 · May 17, 2026": number and date in one text, and nothing else. */
const parted = /^\s*[·•|–—,/-]\s*(\S{1,12}(?:\s\S{1,10}){0,3})$/u;

interface DatedWords {
  /** With what follows. */
  dated: RegExp;
  startsDated: RegExp;
  endsDated: RegExp;
}

const patternsOf = perLanguage(({ datedWords }): DatedWords | null => {
  const words = phrasesIn(datedWords).join('|');
  if (words === '') return null;
  return {
    dated: new RegExp(`(?:^|\\s|,)(?:${words})[.:]?\\s+(.+)$`, 'iu'),
    startsDated: new RegExp(`^(?:${words})[.:]?\\s`, 'iu'),
    endsDated: new RegExp(`\\s(?:${words})[.:]?$`, 'iu'),
  };
});

/** What a text that is too long for its line goes on with. */
export function lineBelow(cell: Cell, { rows }: Layout): string {
  const next = rows[cell.row + 1];
  const below = next?.page === cell.page ? next.cells.find(({ x }) => Math.abs(x - cell.x) < 6) : undefined;
  return below && below.y - cell.y < 2 * Math.max(cell.height, 9) ? below.text : '';
}

/** A date that its line breaks between day, month and year, with what the next line goes on with. */
export function withBrokenOff(text: string, cell: Cell, { layout }: Page): string {
  if (!cell.text.endsWith(text) || !isBrokenOff(text)) return text;
  const whole = `${text} ${lineBelow(cell, layout)}`;
  return datesAtStart(whole).length + datesWithin(whole).length > 0 ? whole : text;
}

/** A day, or a day with its month, ends the line: "den 3", "by 3 May", "May 3,". */
export function isBrokenOff(text: string): boolean {
  return /(?<![\p{L}\p{N}.,/-])(?:\d{1,2}(?:st|nd|rd|th|er|\.)?(?:\s(?:of\s|de\s)?\p{L}{3,12}\.?)?|\p{L}{3,12}\s\d{1,2}),?$/u.test(
    text,
  );
}

/** "Stockholm den", "Lyon, le", "Köln," before a date. */
const placeBefore =
  /^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,?\s(?:(?:den|le|am|the)\s)?(?=\d|\p{L}{3,12}\s\d{1,2},)/u;

/** "Ausgeführt am" is no place: a place is in somebody's address as well, or a comma follows it. */
function isPlace(before: string, { text }: Layout): boolean {
  const [name = ''] = /^[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?/u.exec(before) ?? [];
  if (name === '') return false;
  if (/,/.test(before)) return true;
  return text.toLowerCase().split(name.toLowerCase()).length > 2;
}

/** Letters name the place and the day at the top: "Stockholm den 3 mars 2026", or the day alone. */
export function unlabelledDates(page: Page, order: DateOrder): Candidate[] {
  const { layout, marked } = page;
  return topCells(page)
    .filter((cell) => !marked.labelsIn.has(cell))
    .flatMap((cell) => {
      // "April 1, 2026" is a date, and no place called April.
      const place = datesAtStart(cell.text).length > 0 ? '' : (placeBefore.exec(cell.text)?.[0] ?? '');
      const text = cell.text.slice(place.length);
      const sign =
        (isPlace(place, layout) ? weights.date.withPlace : weights.date.unlabelled) +
        (isBelowTitle(cell, page) ? weights.date.belowTitle : 0);
      return datesAtStart(text)
        .filter((date) => text.length - date.text.length < 6)
        .map((date) => unlabelled(date.iso, cell, 'a date by itself', sign + scoreOfDate(date, order)));
    });
}

/** "Invoice 103035" over "24. January 2019": what stands right below the title, in its column, is said of the paper. */
function isBelowTitle(cell: Cell, { layout, marked: { topics } }: Page): boolean {
  return topics.some(
    ({ topic, cell: title, start }) =>
      topic.kind === 'title' &&
      (topic.paper === 'invoice' || topic.paper === 'creditNote') &&
      start <= 2 &&
      title.page === cell.page &&
      (Math.abs(title.x - cell.x) < 3 || Math.abs(title.x + title.width - (cell.x + cell.width)) < 3) &&
      layout.rows[title.row + 1]?.cells.includes(cell) === true,
  );
}

/**
 * Dates at the top that no label explains, among words or by themselves: one of them may be the one that counts, so what
 * stands beside a weak label is less sure for it.
 */
export function strayDates(
  page: Page,
  order: DateOrder,
  isExplained: (cell: Cell, iso: string) => boolean,
): Candidate[] {
  const { marked } = page;
  return topCells(page)
    .filter(({ text }) => text.length < strayTextMax)
    .filter((cell) => !marked.labelsIn.get(cell)?.some(isAhead))
    .flatMap((cell) =>
      datesWithin(cell.text)
        .filter(({ iso }) => !period.test(cell.text) && !isExplained(cell, iso))
        .map((date) =>
          unlabelled(
            date.iso,
            cell,
            'a date that no label explains',
            weights.date.stray + scoreOfDate(date, order),
          ),
        ),
    );
}

/** "1.10.2026–31.10.2026", "1/10/2026 to 31/10/2026": from one day to another. */
const period = /\d{4}\s?(?:[-–—]|\p{L}{1,4})\s?\d{1,4}[-./]\d{1,2}[-./]\d/u;

/** Longer texts are terms and histories. */
const strayTextMax = 70;

function isAhead({ isStrong, rest }: FoundLabel): boolean {
  return isStrong && rest !== '';
}

export function datesWithin(text: string): PrintedDate[] {
  for (const index of dateStartsIn(text)) {
    const dates = datesAtStart(text.slice(index));
    if (dates.length > 0) return dates;
  }
  return [];
}

/** The upper part of the first page, above the table of lines. */
const topCells = perPage((page) => {
  const { rows, pageSizes } = page.layout;
  const head = Math.min(...lineHeadRows(page));
  return rows
    .slice(0, head)
    .filter((row) => row.page === 1 && row.y < 0.45 * (pageSizes.get(1)?.height ?? 0))
    .flatMap((row) => row.cells);
});
