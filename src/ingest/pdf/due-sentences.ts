/** The day by which to pay, or the days in which, where a sentence tells it in words of its own: "Vänligen betala beloppet senast den 3 maj 2026". Pure. */
import { type Candidate, unlabelled } from './candidates.ts';
import { type DateOrder, scoreOfDate } from './date-order.ts';
import { type Language, phrasesIn } from './labels/language.ts';
import type { Cell } from './layout.ts';
import type { Page } from './spots.ts';
import { dateStartsIn, datesAtStart } from './values/date.ts';
import { weights } from './weights.ts';
import { fold } from './words.ts';

/** A sentence that speaks of paying, and a word for "by" right before a date. One that speaks of a discount, or of what was paid before, says something else. */
export function dueInSentences({ layout, marked: { language } }: Page, order: DateOrder): Candidate[] {
  const grammar = grammarOf(language);
  if (!grammar) return [];
  return sentencesAboutPaying(layout, grammar).flatMap(({ cell, sentence }) =>
    datesBy(sentence, grammar.byDay).map((date) =>
      unlabelled(date.iso, cell, 'in a sentence', weights.date.inSentence + scoreOfDate(date, order)),
    ),
  );
}

/** "Please transfer the amount within 14 days": candidates whose value is the number of days. */
export function daysInSentences({ layout, marked: { language } }: Page): Candidate[] {
  const grammar = grammarOf(language);
  if (!grammar?.withinDays) return [];
  const { withinDays } = grammar;
  return sentencesAboutPaying(layout, grammar).flatMap(({ cell, sentence }) => {
    const days = withinDays.exec(fold(sentence))?.groups?.days;
    return days === undefined ? [] : [unlabelled(days, cell, 'in a sentence', weights.date.inSentence)];
  });
}

function sentencesAboutPaying(
  { cells }: Page['layout'],
  { paying, paidBefore }: Grammar,
): { cell: Cell; sentence: string }[] {
  return cells
    .filter(({ text }) => text.length >= sentenceMin && /\d/.test(text) && paying.test(fold(text)))
    .flatMap((cell) =>
      sentencesIn(cell.text)
        .filter((sentence) => paying.test(fold(sentence)) && !/\d\s?%/.test(sentence))
        .filter((sentence) => !paidBefore.test(fold(sentence)))
        .map((sentence) => ({ cell, sentence })),
    );
}

const sentenceMin = 16;

interface Grammar {
  paying: RegExp;
  byDay: RegExp;
  /** Null where the language has no such words. */
  withinDays: RegExp | null;
  paidBefore: RegExp;
}

const known = new WeakMap<Language, Grammar | null>();

function grammarOf(language: Language): Grammar | null {
  const grammar = known.get(language) ?? makeGrammar(language);
  known.set(language, grammar);
  return grammar;
}

function makeGrammar({ paying, byDay, withinDays, dayWords, paidBefore }: Language): Grammar | null {
  if (paying === '' || byDay === '') return null;
  const anyOf = (list: string) => phrasesIn(list).map(fold).join('|');
  return {
    paying: new RegExp(`(?<!\\p{L})(?:${anyOf(paying)})`, 'u'),
    byDay: new RegExp(`(?<!\\p{L})(?:${anyOf(byDay)})\\s(?:\\p{L}{1,3}\\.?\\s)?$`, 'u'),
    withinDays:
      withinDays === ''
        ? null
        : new RegExp(
            `(?<!\\p{L})(?:${anyOf(withinDays)})\\s(?:\\p{L}{1,10}\\s){0,2}(?<days>\\d{1,2})\\s?(?:${longestFirst(dayWords)})(?!\\p{L})`,
            'u',
          ),
    paidBefore: new RegExp(`(?<!\\p{L})(?:${anyOf(paidBefore)})`, 'u'),
  };
}

function longestFirst(list: string): string {
  return phrasesIn(list)
    .map(fold)
    .sort((a, b) => b.length - a.length)
    .join('|');
}

/** A full stop ends a sentence where a new one starts; that of a date or a short word does not. */
function sentencesIn(text: string): string[] {
  return text.split(/(?<=\p{L}{3}|\d{4})[.!?;]\s+(?=\p{Lu})/u);
}

function datesBy(sentence: string, byDay: RegExp) {
  return dateStartsIn(sentence).flatMap((index) =>
    byDay.test(fold(sentence.slice(0, index))) ? datesAtStart(sentence.slice(index)) : [],
  );
}
