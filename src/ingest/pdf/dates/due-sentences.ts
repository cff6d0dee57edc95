/** The day by which to pay, or the days in which, where a sentence tells it in words of its own: "Vänligen betala beloppet senast den 3 maj 2026". Pure. */
import { type Candidate, unlabelled } from '../choosing/candidates.ts';
import { weights } from '../choosing/weights.ts';
import { type Language, phrasesIn } from '../labels/language.ts';
import type { Cell } from '../page/layout.ts';
import { perLanguage } from '../page/per-language.ts';
import { perPage } from '../page/per-page.ts';
import type { Page } from '../page/spots.ts';
import { matchesOf } from '../text/matches.ts';
import { fold, spellingsOf } from '../text/words.ts';
import { dateStartsIn, datesAtStart, monthEndIn } from '../values/date.ts';
import { type DateOrder, scoreOfDate } from './date-order.ts';
import { isBrokenOff, lineBelow } from './loose-dates.ts';

/**
 * A sentence that speaks of paying, and a word for "by" right before a date; where it speaks of debiting, the day that this
 * is done on. One that speaks of a discount, or of what was paid before, says something else.
 */
export function dueInSentences(page: Page, order: DateOrder): Candidate[] {
  const grammar = grammarOf(page.marked.language);
  if (!grammar) return [];
  return sentencesAboutPaying(page).flatMap(({ cell, sentence }) =>
    datesBy(sentence, grammar.debiting.test(fold(sentence)) ? grammar.onDay : grammar.byDay).map((date) =>
      unlabelled(date.iso, cell, 'in a sentence', weights.date.inSentence + scoreOfDate(date, order)),
    ),
  );
}

/** "Please transfer the amount within 14 days": candidates whose value is the number of days. */
export function daysInSentences(page: Page): Candidate[] {
  const grammar = grammarOf(page.marked.language);
  if (!grammar?.withinDays) return [];
  const { withinDays } = grammar;
  return sentencesAboutPaying(page).flatMap(({ cell, sentence }) => {
    if (monthEndIn(sentence) !== null) return [];
    const { before, after } = withinDays.exec(fold(sentence))?.groups ?? {};
    const days = before ?? after;
    return days === undefined ? [] : [unlabelled(days, cell, 'in a sentence', weights.date.inSentence)];
  });
}

interface Sentence {
  cell: Cell;
  sentence: string;
}

/** Asked for the day and for the days. */
const sentencesAboutPaying = perPage(findSentences);

function findSentences({ layout, marked: { language } }: Page): Sentence[] {
  const grammar = grammarOf(language);
  if (!grammar) return [];
  const { paying, paidBefore } = grammar;
  const tellsDay = (sentence: string) => {
    if (!/\d/.test(sentence) || /\d\s?%/.test(sentence)) return false;
    const folded = fold(sentence);
    return paying.test(folded) && !paidBefore.test(folded);
  };
  return layout.cells
    .filter(({ text }) => text.length >= sentenceMin)
    .map((cell) => ({ cell, text: withNextLine(cell, layout, grammar) }))
    .filter(({ text }) => /\d/.test(text) && paying.test(fold(text)))
    .flatMap(({ cell, text }) =>
      sentencesIn(text)
        .filter(tellsDay)
        .map((sentence) => ({ cell, sentence })),
    );
}

const sentenceMin = 16;

/** A sentence that fills its line, or breaks off at a date, goes on in the next. */
function withNextLine(cell: Cell, layout: Page['layout'], { endsBeforeDay }: Grammar): string {
  const isFull = cell.text.length >= lineMin && !/[.!?:;]\s*$/u.test(cell.text);
  return isFull || isBrokenOff(cell.text) || endsBeforeDay.test(fold(cell.text))
    ? `${cell.text} ${lineBelow(cell, layout)}`
    : cell.text;
}

const lineMin = 40;

interface Grammar {
  /** Or of debiting. */
  paying: RegExp;
  debiting: RegExp;
  byDay: RegExp;
  /** "by", "by the", or "by March", at the end of a line. */
  endsBeforeDay: RegExp;
  /** "on", besides the words for "by". */
  onDay: RegExp;
  /** Null where the language has no such words. */
  withinDays: RegExp | null;
  paidBefore: RegExp;
}

const grammarOf = perLanguage(makeGrammar);

function makeGrammar(language: Language): Grammar | null {
  const {
    paying,
    byDay,
    withinDays,
    afterDays = '',
    dayWords,
    paidBefore,
    directDebit,
    dateLeads,
    months,
  } = language;
  if (paying === '' || byDay === '') return null;
  const anyOf = (list: string) => phrasesIn(list).flatMap(spellingsOf).map(fold).join('|');
  const startsWithAny = (list: string) => new RegExp(`(?<!\\p{L})(?:${anyOf(list)})`, 'u');
  const beforeDate = (list: string) =>
    new RegExp(`(?<!\\p{L})(?:${anyOf(list)})\\s(?:\\p{L}{1,3}\\.?\\s)?$`, 'u');
  const days = `\\d{1,2})\\)?\\s?(?:${longestFirst(dayWords)})`;
  // "within 14 days", "within fourteen (14) days"; "14 päivän kuluessa"
  const within = [
    withinDays === ''
      ? ''
      : `(?<!\\p{L})(?:${anyOf(withinDays)})\\s(?:\\p{L}{1,10}\\s){0,2}\\(?(?<before>${days}(?!\\p{L})`,
    afterDays === '' ? '' : `(?<!\\d)(?<after>${days}\\s(?:${anyOf(afterDays)})(?!\\p{L})`,
  ].filter((each) => each !== '');
  return {
    paying: startsWithAny(directDebit === '' ? paying : `${paying}, ${directDebit}`),
    debiting: directDebit === '' ? /(?!)/ : startsWithAny(directDebit),
    byDay: beforeDate(byDay),
    endsBeforeDay: new RegExp(
      `(?<!\\p{L})(?:${anyOf(byDay)})(?:\\s\\p{L}{1,3}\\.?)?(?:\\s(?:${Object.keys(months).map(fold).join('|')})\\p{L}*\\.?)?$`,
      'u',
    ),
    onDay: beforeDate(`${byDay}, ${dateLeads}`),
    withinDays: within.length === 0 ? null : new RegExp(within.join('|'), 'u'),
    paidBefore: startsWithAny(paidBefore),
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
  return [...dateStartsIn(sentence), ...monthStartsIn(sentence)].flatMap((index) =>
    byDay.test(fold(sentence.slice(0, index))) ? datesAtStart(sentence.slice(index)) : [],
  );
}

/** "March 14, 2026" */
function monthStartsIn(sentence: string): number[] {
  return matchesOf(/(?<!\p{L})(?=\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?\s?,?\s20\d{2})/gu, sentence).map(
    ({ index }) => index,
  );
}
