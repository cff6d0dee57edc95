/** When it was issued and when it is due, chosen together with the payment terms. */
import { lineHeadRows } from '../amounts/amounts.ts';
import {
  type Candidate,
  candidatesFor,
  type Parsed,
  plainFirst,
  type Share,
  strengthened,
} from '../choosing/candidates.ts';
import { chooseTogether } from '../choosing/choose.ts';
import { weights } from '../choosing/weights.ts';
import type { LabelledField } from '../labels/language.ts';
import { type FoundLabel, goesOn } from '../page/label-search.ts';
import { type Cell, columnOverlap } from '../page/layout.ts';
import { isHeading, isPlainSpot, type Page, type Spot } from '../page/spots.ts';
import { datesAtStart, daysBetween, type PrintedDate } from '../values/date.ts';
import { type DateOrder, orderOfPage, scoreOfDate } from './date-order.ts';
import { dueInSentences } from './due-sentences.ts';
import { daysBesideDiscounts, withoutDiscountDays } from './early-payment.ts';
import { datesAfterNumbers, datesWithin, strayDates, unlabelledDates, withBrokenOff } from './loose-dates.ts';
import { dueByTerms as dueBy, termsOn } from './terms.ts';

export interface DatesFound {
  issue: Share[];
  due: Share[];
  /** The due date counted from the terms, where none is printed. */
  dueByTerms: { value: string; terms: Candidate; confidence: number } | null;
}

export function readDates(page: Page, numberCells: readonly Candidate[], isCredit = false): DatesFound {
  const order = orderOfPage(page);
  const parse = (printed: string, { kind, cell }: Spot, label: FoundLabel): Parsed[] => {
    const text = kind === 'after' ? withBrokenOff(printed, cell, page) : printed;
    if (!label.isStrong && kind !== 'after' && goesOn(label)) return [];
    const [, clauseEnd = text] = (label.isStrong && kind === 'after' && behindClause.exec(text)) || [];
    const value = clauseEnd.replace(numberBefore, '').replace(townBefore, '');
    return datesAtStart(value).map((date) => asParsed(date, order));
  };
  const labelled = (field: LabelledField) => candidatesFor(page, field, parse);
  // What hints at an order hints once, for the date of issue; the due date follows it.
  const unhinted: DateOrder = order.isProven ? order : { ...order, first: null };
  const due = withoutDiscountDays(
    [
      ...candidatesFor(page, 'dueDate', (printed, { kind, cell }) => {
        const text = kind === 'after' ? withBrokenOff(printed, cell, page) : printed;
        return datesAtStart(text).map((date) => asParsed(date, unhinted));
      }),
      ...dueInSentences(page, unhinted),
      ...daysBesideDiscounts(page, unhinted),
    ],
    page,
  );
  const plainlyOther = labelled('otherDate').filter(isPlain);
  const others = new Set(plainlyOther.map(({ cell }) => cell));
  const dueCells = new Set(due.filter(isPlain).map(({ cell }) => cell));
  const heads = lineHeadRows(page);
  const named = [...labelled('issueDate'), ...datesAfterNumbers(page, numberCells, order)];
  const issue = [
    ...named,
    ...(named.some(({ label, spot }) => label === null || (label.isStrong && spot !== 'above'))
      ? []
      : unlabelledDates(page, order).filter(({ cell }) => !others.has(cell) && !dueCells.has(cell))),
  ].map((each) => ofCredited(asHeading(claimedBy(each, others), heads), page));
  const explained = [...plainlyOther, ...due.filter(isPlain), ...issue.filter(isPlain)];
  const strays = strayDates(page, order, (cell, iso) =>
    [...explained, ...issue].some((each) => each.cell === cell || (each.value === iso && isPlain(each))),
  );
  // Within how many days a credit is paid back is no date that anybody has to keep here.
  const terms = isCredit ? [] : termsOn(page);
  const ways = new Set(terms.map(({ days, from }) => `${from} ${days}`));
  const days = new Set(terms.flatMap(({ days: each, from }) => (from === 'issue' ? [each] : [])));
  const isAlone = named.length === 0 && isOneDate([...issue, ...strays]);
  const dated = isAlone ? issue.map((each) => surerAlone(each, page, numberCells)) : issue;
  const { best, shares } = chooseTogether(
    {
      issue: strengthened(plainFirst(issue.length > 0 ? [...dated, ...strays] : [])),
      due: strengthened(plainFirst(due)),
    },
    ({ issue: one, due: other }) =>
      together(one?.value ?? null, other?.value ?? null, days) +
      (one && other ? orderScore(one, other) : 0) +
      (isAlone && one && other && isUsualTerm(one.value, other.value) ? weights.dates.onlyOneBeforeDue : 0) +
      (one && one.cell === other?.cell && one.text === other.text ? weights.dates.samePlace : 0),
  );
  const [onlyTerms] = terms;
  if (best.due !== null || best.issue === null || !onlyTerms || ways.size !== 1)
    return { issue: shares.issue, due: shares.due, dueByTerms: null };
  const value = dueBy(best.issue.value, onlyTerms);
  const certainty = printsLater(best.issue, value, page)
    ? daysBesideOthers
    : onlyTerms.candidate.label
      ? daysLabelled
      : daysTold;
  return {
    issue: shares.issue,
    due: shares.due,
    dueByTerms: {
      value,
      terms: onlyTerms.candidate,
      confidence: Math.min(certainty, shares.issue[0]?.probability ?? 0),
    },
  };
}

/** How sure a day is that only the terms tell: with a label, in other words, and where the page prints a later day besides. */
const [daysLabelled, daysTold, daysBesideOthers] = [0.95, 0.9, 0.6];

/** "Data wystawienia, z zastrzeżeniem art. 106na ust. 1 ustawy: 31.10.2025": a clause between label and value. */
const behindClause = /^,[^:]*:\s+(\d.*)$/u;

/** "Warszawa, 2026-03-04" behind a label of place and date. */
const townBefore = /^\p{Lu}[\p{L} -]{2,28},\s(?:\p{Ll}{2,4}\s)?(?=\d)/u;

/** "4711 / 2026-11-03" beside "Fakturanr / datum". */
const numberBefore = /^[\p{L}\d-]*\d[\p{L}\d-]*\s?[/|]\s?(?=\d{1,4}[-./ ]\d{1,2}[-./ ]\d)/u;

/** A later date that is printed and was not read may be when it is due; the days are then of a discount or a complaint. */
function printsLater(issue: Candidate, counted: string, { layout, marked }: Page): boolean {
  // "Invoice #2026-05-04" is a number.
  const isNumber = (cell: Cell) =>
    marked.labelsIn.get(cell)?.some(({ field, isStrong }) => field === 'invoiceNumber' && isStrong);
  const later = layout.cells
    .filter((cell) => cell !== issue.cell && !isNumber(cell))
    .flatMap(({ text }) => datesWithin(text).map(({ iso }) => iso))
    .filter((iso) => iso > issue.value && daysBetween(issue.value, iso) <= 400);
  return later.length > 0 && !later.includes(counted);
}

function together(issue: string | null, due: string | null, days: ReadonlySet<number>): number {
  if (issue === null || due === null) return 0;
  const { dates } = weights;
  const between = daysBetween(issue, due);
  if (between < 0) return dates.dueBeforeIssue;
  if (days.has(between)) return dates.dueIsIssuePlusTerms;
  const span = between <= 92 ? dates.dueWithin90Days : between > longestTerms ? dates.dueFarOff : 0;
  return span + (days.size > 0 ? dates.dueNotByTerms : 0);
}

/** In days. Nobody gives so long by habit: such a day is when something else ends, a subscription or a guarantee. */
const longestTerms = 150;

/** One day, or one text that is read with the day and with the month first. */
function isOneDate(candidates: readonly Candidate[]): boolean {
  const count = (told: (each: Candidate) => string) => new Set(candidates.map(told)).size;
  return count(({ value }) => value) === 1 || count(({ text }) => text) === 1;
}

/** The only date at the head of a page that has none with a label: which else should it be, unless a label that is not known explains it? */
function surerAlone(candidate: Candidate, { layout }: Page, numbers: readonly Candidate[]): Candidate {
  const { cell, score } = candidate;
  const before = layout.rows[cell.row]?.cells[cell.column - 1];
  const above = layout.rows[cell.row - 1]?.cells.find(
    (other) =>
      other.page === cell.page &&
      columnOverlap(other, cell) > 0.3 &&
      cell.y - other.y < 2 * Math.max(cell.height, 8),
  );
  const isExplained = [before, above].some(
    (each) => each !== undefined && (/:$/u.test(each.text) || isHeading(each)),
  );
  const [date] = datesAtStart(cell.text);
  const isBare = date !== undefined && cell.text.length - date.text.length < 3;
  if (isExplained || !isBare) return candidate;
  const isBesideNumber = numbers.some((number) => number.score > 0 && number.cell.row === cell.row);
  const { onlyOne, besideNumber } = weights.dates;
  return { ...candidate, score: score + onlyOne + (isBesideNumber ? besideNumber : 0) };
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

/** Days that invoices are given to be paid in. */
const usualTerms: ReadonlySet<number> = new Set([7, 8, 10, 14, 15, 20, 21, 28, 30, 45, 60, 90]);

function isUsualTerm(issue: string, due: string): boolean {
  return usualTerms.has(daysBetween(issue, due));
}

function isPlain({ label, spot }: Candidate): boolean {
  return label?.isStrong === true && isPlainSpot(spot);
}

/** A date beside "Leveransdatum" may be found below "Datum" as well. */
function claimedBy(candidate: Candidate, others: ReadonlySet<unknown>): Candidate {
  const isOwn = candidate.label?.isStrong === true && candidate.spot !== 'left' && candidate.spot !== 'above';
  return others.has(candidate.cell) && !isOwn
    ? { ...candidate, score: candidate.score + weights.claimed }
    : candidate;
}

/** "Dato" over a column of days tells when the work was done. */
function asHeading(candidate: Candidate, heads: ReadonlySet<number>): Candidate {
  const { label, score } = candidate;
  return label && !label.isStrong && heads.has(label.cell.row)
    ? { ...candidate, score: score + weights.amount.tableHead }
    : candidate;
}

/** "Invoice date" right above or below "Credited invoice" is that one's. */
function ofCredited(candidate: Candidate, { layout, marked }: Page): Candidate {
  const { label, score } = candidate;
  if (!label) return candidate;
  const isBeside = [-1, 1].some((step) =>
    layout.rows[label.cell.row + step]?.cells.some(
      (other) =>
        Math.abs(other.x - label.cell.x) < 3 &&
        other.page === label.cell.page &&
        Math.abs(other.y - label.cell.y) < 2.2 * Math.max(label.cell.height, 8) &&
        marked.labelsIn.get(other)?.some(({ field, start }) => field === 'preceding' && start <= 2),
    ),
  );
  return isBeside ? { ...candidate, score: score + weights.dates.nearCredited } : candidate;
}

function asParsed(date: PrintedDate, order: DateOrder): Parsed {
  return { value: date.iso, text: date.text, score: scoreOfDate(date, order) };
}
