/**
 * What a supplier takes off for being paid early: the day until which it does, and the sum that is left, stand beside the day by
 * which everything must be paid and the sum that is owed. Neither is the invoice's own. Pure.
 */
import { type Candidate, unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { languages } from '../labels/index.ts';
import { phrasesIn } from '../labels/language.ts';
import type { FoundTopic } from '../page/label-search.ts';
import type { Cell } from '../page/layout.ts';
import type { Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { dateStartsIn, datesAtStart, type PrintedDate } from '../values/date.ts';
import { type DateOrder, scoreOfDate } from './date-order.ts';
import { lineBelow } from './loose-dates.ts';

export function offersDiscount(page: Page): boolean {
  return offersOn(page).length > 0;
}

function offersOn({ marked: { topics } }: Page): FoundTopic[] {
  return topics.filter(({ topic }) => topic.kind === 'remark' && topic.about === 'earlyPayment');
}

/** A date in a clause, or alone in a row, that speaks of the discount counts as little as one of another kind. */
export function withoutDiscountDays(due: readonly Candidate[], page: Page): Candidate[] {
  if (!offersDiscount(page)) return [...due];
  return due.map((each) =>
    isForDiscount(each, page) ? { ...each, score: each.score + weights.dates.ofDiscount } : each,
  );
}

function isForDiscount({ cell, text }: Candidate, page: Page): boolean {
  const clauses = clausesIn(cell, page);
  if (clauses.length === 0) return rowOffers(cell, page);
  const at = cell.text.indexOf(text);
  return clauses.some(({ start, end, isOffer }) => isOffer && at >= start && at < end);
}

/** "Zahlbar bis 12.11.2026 mit 2 % Skonto, bis 30.11.2026 ohne Abzug": the day of the clause that offers nothing. */
export function daysBesideDiscounts(page: Page, order: DateOrder): Candidate[] {
  if (!offersDiscount(page)) return [];
  return page.layout.cells.flatMap((cell) => {
    const clauses = clausesIn(cell, page).filter(({ dates }) => dates.length > 0);
    if (!clauses.some(({ isOffer }) => isOffer)) return [];
    return [
      ...clauses.filter(({ isOffer }) => !isOffer).flatMap(({ dates }) => dates),
      ...datesBelow(cell, page),
    ].map((date) =>
      unlabelled(
        date.iso,
        cell,
        'beside a discount',
        weights.date.inSentence + scoreOfDate(date, order),
        date.text,
      ),
    );
  });
}

/** What the next line goes on with: "or by 30 November without deduction". */
function datesBelow(cell: Cell, { layout }: Page): PrintedDate[] {
  const below = lineBelow(cell, layout);
  return clauseWords().goesOn.test(below) && !/\d\s?%/.test(below) ? datesIn(below) : [];
}

interface Clause {
  start: number;
  end: number;
  isOffer: boolean;
  dates: PrintedDate[];
}

interface ClauseWords {
  /** Commas, semicolons and words for "or" part what is offered from what is asked; those of a number do not. */
  ends: RegExp;
  /** With these a line goes on with what is asked. */
  goesOn: RegExp;
}

let known: ClauseWords | null = null;

function clauseWords(): ClauseWords {
  if (known) return known;
  const anyOf = (words: readonly string[]) => [...new Set(words)].join('|');
  const or = languages.flatMap(({ otherwise = '' }) => phrasesIn(otherwise));
  const by = languages.flatMap(({ byDay, withoutDiscount = '' }) => [
    ...phrasesIn(byDay),
    ...phrasesIn(withoutDiscount),
  ]);
  known = {
    ends: new RegExp(`[,;](?=\\s)|\\.\\s(?=\\p{Lu})|\\s(?:${anyOf(or)})\\.?\\s`, 'giu'),
    goesOn: new RegExp(`^(?:${anyOf([...or, ...by])})\\.?\\s`, 'iu'),
  };
  return known;
}

/** The clauses of a text that speaks of a discount; none of any other. */
function clausesIn(cell: Cell, page: Page): Clause[] {
  const offers = offersOn(page).filter((offer) => offer.cell === cell);
  if (offers.length === 0) return [];
  const ends = matchesOf(clauseWords().ends, cell.text).map(({ index }) => index);
  return [0, ...ends].map((start, index) => {
    const end = ends[index] ?? cell.text.length;
    const text = cell.text.slice(start, end);
    return {
      start,
      end,
      isOffer: offers.some((offer) => offer.start >= start && offer.start < end) || /\d\s?%/.test(text),
      dates: datesIn(text),
    };
  });
}

function datesIn(text: string): PrintedDate[] {
  return dateStartsIn(text).flatMap((index) => datesAtStart(text.slice(index)));
}

function rowOffers({ page: sheet, row }: Cell, page: Page): boolean {
  return offersOn(page).some(({ cell }) => cell.page === sheet && cell.row === row);
}

/** In hundredths of a percent: no more is taken off for being paid early. */
const discountMost = 1000;

/** Whether a sum may be what is left of another after such a discount. */
export function isReduced(cents: number, whole: number): boolean {
  const share = ((whole - cents) * 10_000) / whole;
  return whole > 0 && cents > 0 && share > 0 && share <= discountMost;
}
