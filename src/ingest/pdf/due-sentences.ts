/** The day by which to pay where a sentence tells it in words of its own: "Vänligen betala beloppet senast den 3 maj 2026". Pure. */
import { type Candidate, unlabelled } from './candidates.ts';
import { type DateOrder, scoreOfDate } from './date-order.ts';
import { type Language, phrasesIn } from './labels/language.ts';
import type { Page } from './spots.ts';
import { datesAtStart } from './values/date.ts';
import { weights } from './weights.ts';
import { fold } from './words.ts';

/** A sentence that speaks of paying, and a word for "by" right before a date. One that speaks of a discount, or of what was paid before, says something else. */
export function dueInSentences({ layout, marked: { language } }: Page, order: DateOrder): Candidate[] {
  const grammar = grammarOf(language);
  if (!grammar) return [];
  return layout.rows
    .flatMap(({ cells }) => cells)
    .filter(({ text }) => text.length >= sentenceMin && /\d/.test(text) && grammar.paying.test(fold(text)))
    .flatMap((cell) =>
      sentencesIn(cell.text)
        .filter((sentence) => grammar.paying.test(fold(sentence)) && !/\d\s?%/.test(sentence))
        .filter((sentence) => !grammar.paidBefore.test(fold(sentence)))
        .flatMap((sentence) => datesBy(sentence, grammar.byDay))
        .map((date) =>
          unlabelled(date.iso, cell, 'in a sentence', weights.date.inSentence + scoreOfDate(date, order)),
        ),
    );
}

const sentenceMin = 16;

interface Grammar {
  paying: RegExp;
  byDay: RegExp;
  paidBefore: RegExp;
}

const known = new WeakMap<Language, Grammar | null>();

function grammarOf(language: Language): Grammar | null {
  const grammar = known.get(language) ?? makeGrammar(language);
  known.set(language, grammar);
  return grammar;
}

function makeGrammar({ paying, byDay, paidBefore }: Language): Grammar | null {
  if (paying === '' || byDay === '') return null;
  const anyOf = (list: string) => phrasesIn(list).map(fold).join('|');
  return {
    paying: new RegExp(`(?<!\\p{L})(?:${anyOf(paying)})`, 'u'),
    byDay: new RegExp(`(?<!\\p{L})(?:${anyOf(byDay)})\\s(?:\\p{L}{1,3}\\.?\\s)?$`, 'u'),
    paidBefore: new RegExp(`(?<!\\p{L})(?:${anyOf(paidBefore)})`, 'u'),
  };
}

/** A full stop ends a sentence where a new one starts; that of a date or a short word does not. */
function sentencesIn(text: string): string[] {
  return text.split(/(?<=\p{L}{3}|\d{4})[.!?;]\s+(?=\p{Lu})/u);
}

function datesBy(sentence: string, byDay: RegExp) {
  return [...sentence.matchAll(/(?<![\p{L}\p{N}./-])(?=\d)/gu)].flatMap(({ index }) =>
    byDay.test(fold(sentence.slice(0, index))) ? datesAtStart(sentence.slice(index)) : [],
  );
}
