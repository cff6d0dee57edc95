/** The days in which to pay, where the page tells them instead of a day: beside a label, in a sentence, or by themselves. Pure. */
import { type Candidate, candidatesFor, unlabelled } from '../choosing/candidates.ts';
import type { LabelledField } from '../labels/language.ts';
import type { Page } from '../page/spots.ts';
import { datesAtStart, daysAfter, daysOfTerms, lastOfMonth, monthEndIn } from '../values/date.ts';
import { daysInSentences } from './due-sentences.ts';

export interface Terms {
  candidate: Candidate;
  days: number;
  /** From when they are counted: "Løbende måned + 30 dage" counts from the last day of the month. */
  from: 'issue' | 'monthEnd';
}

/** After a label of theirs or one of the due date; only without these in a sentence, and at last by themselves. */
export function termsOn(page: Page): Terms[] {
  const labelled = [
    ...besides(page, 'terms').filter(({ candidate: { spot } }) => spot !== 'left' && spot !== 'above'),
    ...besides(page, 'dueDate').filter(({ candidate: { spot } }) => spot === 'after'),
  ];
  if (labelled.length > 0) return labelled;
  const told = daysInSentences(page);
  return (told.length > 0 ? told : byThemselves(page)).map((candidate) => ({
    candidate,
    days: Number(candidate.value),
    from: 'issue',
  }));
}

/** When it is due by these terms, YYYY-MM-DD. */
export function dueByTerms(issue: string, { days, from }: Terms): string {
  return daysAfter(from === 'monthEnd' ? lastOfMonth(issue) : issue, days);
}

function besides(page: Page, field: LabelledField): Terms[] {
  return candidatesFor(page, field, (text) => {
    const terms = datesAtStart(text).length > 0 ? null : termsIn(text);
    return terms ? [{ value: `${terms.from} ${terms.days}` }] : [];
  }).map((found) => {
    const [from, days] = found.value.split(' ') as [Terms['from'], string];
    return { candidate: { ...found, value: days, key: days }, days: Number(days), from };
  });
}

function termsIn(text: string): Omit<Terms, 'candidate'> | null {
  const end = monthEndIn(text);
  if (end === null) {
    const days = daysOfTerms(text);
    return days === null ? null : { days, from: 'issue' };
  }
  // "30 jours fin de mois" is counted in two ways, and nobody knows which is meant.
  const behind = /^\s*\+?\s*(\d{1,3})(?!\d)/u.exec(text.slice(end))?.[1];
  return behind === undefined ? null : { days: Number(behind), from: 'monthEnd' };
}

/** "Netto 30 dagar" in a text of its own, "Terms: Net 30." */
function byThemselves({ layout }: Page): Candidate[] {
  return layout.cells
    .filter(({ text }) => text.length <= aloneMax && netDays.test(text) && monthEndIn(text) === null)
    .flatMap((cell) => {
      const days = daysOfTerms(netDays.exec(cell.text)?.groups?.terms ?? '');
      return days === null ? [] : [unlabelled(String(days), cell, 'by themselves', 0)];
    });
}

const aloneMax = 120;
const netDays =
  /^(?:terms:?\s+|betalningsvillkor:?\s+)?(?<terms>net(?:to)?\.?\s+\d{1,3}(?:\s\p{L}{1,8})?|\d{1,3}\s\p{L}{1,8}\.?\s+net(?:to)?)(?=$|[.;,](?:\s|$))/iu;
