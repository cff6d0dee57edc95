/**
 * What a supplier takes off for being paid early: the day until which it does, and the sum that is left, stand beside the day by
 * which everything must be paid and the sum that is owed. Neither is the invoice's own. Pure.
 */
import { type Candidate, unlabelled } from './candidates.ts';
import { type DateOrder, scoreOfDate } from './date-order.ts';
import type { Cell } from './layout.ts';
import type { Page } from './spots.ts';
import { datesAtStart, type PrintedDate } from './values/date.ts';
import { weights } from './weights.ts';

export function offersDiscount({ marked: { topics } }: Page): boolean {
  return topics.some(({ topic }) => topic.kind === 'remark' && topic.about === 'earlyPayment');
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
  return page.layout.rows
    .flatMap(({ cells }) => cells)
    .flatMap((cell) => {
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
  const next = layout.rows[cell.row + 1];
  const below = next?.page === cell.page ? next.cells.find(({ x }) => Math.abs(x - cell.x) < 6) : undefined;
  const goesOn =
    below !== undefined &&
    below.y - cell.y < 2 * Math.max(cell.height, 9) &&
    /^(?:oder|eller|or|ou|of|tai|bzw|sonst|annars|ellers|otherwise|muuten|bis|senast|by|until|uiterlijk|ohne|utan)\s/iu.test(
      below.text,
    ) &&
    !/\d\s?%/.test(below.text);
  return goesOn ? datesIn(below.text) : [];
}

interface Clause {
  start: number;
  end: number;
  isOffer: boolean;
  dates: PrintedDate[];
}

/** Commas, semicolons and words for "or" part what is offered from what is asked; those of a number do not. */
const clauseEnd =
  /[,;](?=\s)|\.\s(?=\p{Lu})|\s(?:oder|eller|or|ou|of|tai|bzw\.?|sonst|annars|ellers|otherwise|muuten)\s/giu;

/** The clauses of a text that speaks of a discount; none of any other. */
function clausesIn(cell: Cell, { marked: { topics } }: Page): Clause[] {
  const offers = topics.filter(
    (each) => each.cell === cell && each.topic.kind === 'remark' && each.topic.about === 'earlyPayment',
  );
  if (offers.length === 0) return [];
  const ends = [...cell.text.matchAll(clauseEnd)].map(({ index }) => index);
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
  return [...text.matchAll(/(?<![\p{L}\p{N}./-])(?=\d)/gu)].flatMap(({ index }) =>
    datesAtStart(text.slice(index)),
  );
}

function rowOffers(cell: Cell, { marked: { topics } }: Page): boolean {
  return topics.some(
    ({ topic, cell: other }) =>
      topic.kind === 'remark' &&
      topic.about === 'earlyPayment' &&
      other.page === cell.page &&
      other.row === cell.row,
  );
}

/** In hundredths of a percent: no more is taken off for being paid early. */
const discountMost = 1000;

/** Whether a sum is what is left of another after a discount that the page offers. */
export function isReduced(cents: number, whole: number, page: Page): boolean {
  const share = ((whole - cents) * 10_000) / whole;
  return whole > 0 && cents > 0 && share > 0 && share <= discountMost && offersDiscount(page);
}
