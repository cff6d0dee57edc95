/** When it was issued and when it is due, chosen together with the payment terms. */
import {
  type Candidate,
  candidatesFor,
  type Parsed,
  plainFirst,
  type Share,
  strengthened,
  unlabelled,
} from './candidates.ts';
import { chooseTogether } from './choose.ts';
import type { LabelledField } from './labels/language.ts';
import { phrasesIn } from './labels/language.ts';
import type { Cell, Layout } from './layout.ts';
import type { Page } from './spots.ts';
import { datesAtStart, daysAfter, daysBetween, daysOfTerms, type PrintedDate } from './values/date.ts';
import { weights } from './weights.ts';

export interface DatesFound {
  issue: Share[];
  due: Share[];
  /** The due date counted from the terms, where none is printed. */
  dueByTerms: { value: string; terms: Candidate; confidence: number } | null;
}

export function readDates(page: Page, numberCells: readonly Candidate[]): DatesFound {
  const order = orderOfPage(page);
  const parse = (text: string): Parsed[] => datesAtStart(text).map((date) => asParsed(date, order));
  const labelled = (field: LabelledField) => candidatesFor(page, field, parse);
  const due = labelled('dueDate');
  const others = new Set(
    labelled('otherDate')
      .filter(isPlain)
      .map(({ cell }) => cell),
  );
  const named = [...labelled('issueDate'), ...datesAfterNumbers(page, numberCells, order)];
  const issue = [
    ...named,
    ...(named.some(({ label, spot }) => label === null || (label.isStrong && spot !== 'above'))
      ? []
      : unlabelledDates(page, order)),
  ].map((each) => claimedBy(each, others));
  const terms = candidatesFor(page, 'terms', (text) => {
    const days = daysOfTerms(text);
    return days === null ? [] : [{ value: String(days) }];
  }).filter(({ spot }) => spot !== 'left' && spot !== 'above');
  const days = new Set(terms.map(({ value }) => Number(value)));
  const { best, shares } = chooseTogether(
    { issue: strengthened(plainFirst(issue)), due: strengthened(plainFirst(due)) },
    ({ issue: one, due: other }) =>
      together(one?.value ?? null, other?.value ?? null, days) +
      (one && other ? orderScore(one, other) : 0) +
      (one && one.cell === other?.cell && one.text === other.text ? weights.dates.samePlace : 0),
  );
  const [onlyTerms] = terms;
  const dueByTerms =
    best.due === null && best.issue !== null && onlyTerms && days.size === 1
      ? {
          value: daysAfter(best.issue.value, Number(onlyTerms.value)),
          terms: onlyTerms,
          confidence: Math.min(0.95, shares.issue[0]?.probability ?? 0),
        }
      : null;
  return { issue: shares.issue, due: shares.due, dueByTerms };
}

function together(issue: string | null, due: string | null, days: ReadonlySet<number>): number {
  if (issue === null || due === null) return 0;
  const { dates } = weights;
  const between = daysBetween(issue, due);
  if (between < 0) return dates.dueBeforeIssue;
  if (days.has(between)) return dates.dueIsIssuePlusTerms;
  const span = between <= 92 ? dates.dueWithin90Days : between > 400 ? dates.dueFarOff : 0;
  return span + (days.size > 0 ? dates.dueNotByTerms : 0);
}

/** A page writes all its dates in one order. */
function orderScore(one: Candidate, other: Candidate): number {
  const [first, second] = [readsMonthFirst(one), readsMonthFirst(other)];
  return first !== null && second !== null && first !== second ? weights.dates.ordersDiffer : 0;
}

/** Null where day and month cannot be told apart, or stand in another way. */
function readsMonthFirst({ text, value }: Candidate): boolean | null {
  const [, first = '', second = ''] = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]\d{2}/.exec(text) ?? [];
  if (first === '' || Number(first) === Number(second)) return null;
  return Number(first) === Number(value.slice(5, 7));
}

function isPlain({ label, spot }: Candidate): boolean {
  return label?.isStrong === true && (spot === 'after' || spot === 'right' || spot === 'below');
}

/** A date beside "Leveransdatum" may be found below "Datum" as well. */
function claimedBy(candidate: Candidate, others: ReadonlySet<unknown>): Candidate {
  const isOwn = candidate.label?.isStrong === true && candidate.spot !== 'left' && candidate.spot !== 'above';
  return others.has(candidate.cell) && !isOwn
    ? { ...candidate, score: candidate.score + weights.claimed }
    : candidate;
}

function asParsed(date: PrintedDate, order: 'day' | 'month' | null): Parsed {
  return { value: date.iso, text: date.text, score: scoreOf(date, order) };
}

function scoreOf(date: PrintedDate, order: 'day' | 'month' | null): number {
  const { date: doubts } = weights;
  const far = date.iso < '2000-01-01' || date.iso > '2059-12-31' ? doubts.far : 0;
  if (date.doubt === 'none') return far;
  if (date.doubt !== 'order') return doubts[date.doubt] + far;
  const isLikely = order === null ? false : (order === 'month') === date.isMonthFirst;
  const byPage = order === null ? 0 : isLikely ? doubts.orderOfPage : doubts.orderAgainst;
  return byPage + doubts.order + far;
}

/** Whether the page writes the day or the month first: told by a date that can be read in one way only, else by its language and currency. */
function orderOfPage({ layout, marked: { language } }: Page): 'day' | 'month' | null {
  let day = language.dayFirst ? 1 : 0;
  let month = 0;
  for (const [, first, second] of layout.text.matchAll(
    /(?<![\d./-])(\d{1,2})[/.-](\d{1,2})[/.-](?:20)?\d{2}(?![\d/])/g,
  )) {
    if (Number(first) > 12 && Number(second) <= 12) day += 5;
    if (Number(second) > 12 && Number(first) <= 12) month += 5;
  }
  if (!language.dayFirst) {
    if (/\$|(?<!\p{L})USD(?!\p{L})|, [A-Z]{2},? \d{5}(?!\d)/u.test(layout.text)) month += 1;
    if (/€|£|(?<!\p{L})(?:EUR|GBP|SEK|NOK|DKK|VAT|IBAN)(?!\p{L})/u.test(layout.text)) day += 2;
  }
  return day === month ? null : day > month ? 'day' : 'month';
}

/** "Rechnung Nr. 42 vom 3.4.2026": a date that follows the number. */
function datesAfterNumbers(
  { layout, marked: { language } }: Page,
  numbers: readonly Candidate[],
  order: 'day' | 'month' | null,
): Candidate[] {
  const words = phrasesIn(language.datedWords).join('|');
  if (words === '') return [];
  const dated = new RegExp(`(?:^|\\s|,)(?:${words})[.:]?\\s+(.+)$`, 'iu');
  const startsDated = new RegExp(`^(?:${words})[.:]?\\s`, 'iu');
  const endsDated = new RegExp(`\\s(?:${words})[.:]?$`, 'iu');
  const likeliest = Math.max(...numbers.map(({ score }) => score));
  return numbers.flatMap((number) => {
    const { text } = number.cell;
    const after = text.slice(text.indexOf(number.value) + number.value.length);
    const below = lineBelow(number.cell, layout);
    const goesOn = endsDated.test(after) || startsDated.test(below);
    const rest = dated.exec(goesOn ? `${after} ${below}` : after)?.[1];
    const [date] = rest === undefined ? [] : datesAtStart(rest);
    if (!date) return [];
    const score = weights.date.afterNumber + scoreOf(date, order) + Math.max(-3, number.score - likeliest);
    return [unlabelled(date.iso, number.cell, 'after the invoice number', score)];
  });
}

/** What a text that is too long for its line goes on with. */
function lineBelow(cell: Cell, { rows }: Layout): string {
  const next = rows[cell.row + 1];
  const below = next?.page === cell.page ? next.cells.find(({ x }) => Math.abs(x - cell.x) < 6) : undefined;
  return below && below.y - cell.y < 2 * Math.max(cell.height, 9) ? below.text : '';
}

/** "Stockholm den", "Lyon, le", "Köln," before a date. */
const placeBefore = /^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,?\s(?:(?:den|le|am|the)\s)?(?=\d)/u;

/** Letters name the place and the day at the top: "Stockholm den 3 mars 2026", or the day alone. */
function unlabelledDates({ layout, marked }: Page, order: 'day' | 'month' | null): Candidate[] {
  const top = layout.rows.filter(
    ({ page, y }) => page === 1 && y < 0.45 * (layout.pageSizes.get(1)?.height ?? 0),
  );
  return top
    .flatMap((row) => row.cells)
    .filter((cell) => !marked.labelsIn.has(cell))
    .flatMap((cell) => {
      const place = placeBefore.exec(cell.text)?.[0] ?? '';
      const text = cell.text.slice(place.length);
      const sign = place === '' ? weights.date.unlabelled : weights.date.withPlace;
      return datesAtStart(text)
        .filter((date) => text.length - date.text.length < 6)
        .map((date) => unlabelled(date.iso, cell, 'a date by itself', sign + scoreOf(date, order)));
    });
}
