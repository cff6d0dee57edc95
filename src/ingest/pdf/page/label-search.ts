/** Finds what is known on a page: labels, titles, headings, columns and remarks, in the languages that the page speaks. */
import type { Placement } from '../../../invoice/learnt-place.ts';
import { remembered } from '../../remembered.ts';
import { languages } from '../labels/index.ts';
import type { LabelledField, Language } from '../labels/language.ts';
import { wordsOf } from '../text/words.ts';
import type { Cell, Layout } from './layout.ts';
import { type Meaning, type PhraseMatch, phraseAt, type Remark, type Topic } from './lexicon.ts';
import { whoseNumber } from './whose-number.ts';

export interface FoundLabel {
  field: LabelledField;
  /** As it stands on the page. */
  text: string;
  /** Whether the phrase means this field wherever it stands. */
  isStrong: boolean;
  /** The language that it is of. */
  language: string;
  cell: Cell;
  /** Where in its cell it starts and ends. */
  start: number;
  end: number;
  /** What follows it in its cell, up to the next label. */
  rest: string;
  /** Where its value stands, if a correction of an earlier paper showed it. */
  learnt?: Placement;
}

export interface FoundTopic {
  topic: Topic;
  text: string;
  cell: Cell;
  start: number;
  end: number;
}

export interface Marked {
  language: Language;
  labels: FoundLabel[];
  topics: FoundTopic[];
  /** Labels by the cell that they stand in. */
  labelsIn: Map<Cell, FoundLabel[]>;
  /** Labels by what they announce. */
  byField: Map<LabelledField, FoundLabel[]>;
}

interface Match extends PhraseMatch {
  cell: Cell;
  /** Nothing that says anything stands before it in its cell. */
  isAtStart: boolean;
}

/** What the page says, read in the language that explains most of it, and in others where they are as plain. Null when no language explains anything. */
export function markUp(layout: Layout): Marked | null {
  const matches = layout.cells.flatMap(matchesIn);
  const spoken = languagesSpoken(matches);
  const [main] = spoken;
  const language = languages.find(({ code }) => code === main);
  if (!language) return null;
  const labels: FoundLabel[] = [];
  const topics: FoundTopic[] = [];
  const byCell = Map.groupBy(matches, ({ cell }) => cell);
  for (const [cell, inCell] of byCell) {
    const read = inCell.map((match) => understood(match, spoken));
    const announcing = read.filter(({ meanings }) => meanings.some(({ topic }) => topic.kind === 'label'));
    for (const { match, meanings } of read) {
      const text = cell.text.slice(match.start, match.end);
      for (const { topic } of meanings) {
        if (topic.kind !== 'label') topics.push({ topic, text, cell, start: match.start, end: match.end });
      }
      const next = announcing.find(({ match: other }) => other.start >= match.end)?.match.start;
      for (const { field, isStrong, language: spokenIn } of fieldsOf(meanings)) {
        const { start, end } = match;
        const meant = whoseNumber({ field, start, end }, cell.text, spokenIn);
        labels.push({
          ...meant,
          isStrong,
          language: spokenIn,
          text: cell.text.slice(meant.start, meant.end),
          cell,
          rest: withoutLead(cell.text.slice(meant.end, next)),
        });
      }
    }
  }
  const labelsIn = Map.groupBy(labels, ({ cell }) => cell);
  for (const inCell of labelsIn.values()) strengthenTwins(inCell);
  return { language, labels, topics, labelsIn, byField: byFieldOf(labels) };
}

export function byFieldOf(labels: readonly FoundLabel[]): Marked['byField'] {
  return Map.groupBy(labels, ({ field }) => field);
}

/** The labels that announce a field, from the top of the page. */
export function labelsFor({ byField }: Marked, field: LabelledField): readonly FoundLabel[] {
  return byField.get(field) ?? [];
}

/** Where the page remarks on something, first. */
export function remarkOn({ topics }: Marked, about: Remark): FoundTopic | undefined {
  return topics.find(({ topic }) => topic.kind === 'remark' && topic.about === about);
}

/** "Päiväys / Datum": what is said in two languages, and nothing else, is said plainly. */
function strengthenTwins(labels: FoundLabel[]): void {
  const [first, second, ...others] = labels;
  const isTwin =
    others.length === 0 && first?.field === second?.field && first?.language !== second?.language;
  if (isTwin) for (const label of labels) label.isStrong = true;
}

function matchesIn(cell: Cell): Match[] {
  return phrasesOf(cell.text).map((match) => ({ ...match, cell, isAtStart: isAtStart(cell, match.start) }));
}

/** Labels are the same on paper after paper. */
const phrasesOf = remembered((text): readonly PhraseMatch[] => {
  if (!/[\p{L}#]/u.test(text)) return [];
  const words = wordsOf(text);
  const matches: PhraseMatch[] = [];
  let index = 0;
  while (index < words.length) {
    const match = phraseAt(words, index);
    if (!match || isPartOfAddress(match, text) || isMonth(match, text)) {
      index++;
      continue;
    }
    matches.push(match);
    while (index < words.length && (words[index]?.start ?? 0) < match.end) index++;
  }
  return matches;
});

/** Whether a text is a label, a heading or a title, and nothing else, in whatever language. */
export function isPhrase(text: string): boolean {
  const [first, ...others] = phrasesOf(text);
  const plain = text.replace(/[^\p{L}\p{N}#]+$/u, '');
  return first !== undefined && others.length === 0 && first.start <= 2 && first.end >= plain.length;
}

/** "po_number_123" is a value, "faktura@firma.example" and "www.invoice.example" are addresses: none is a label. */
function isPartOfAddress({ start, end }: PhraseMatch, text: string): boolean {
  return (
    /_$|(?:@|www\.|:\/\/)[\p{L}\p{N}./-]*$/iu.test(text.slice(0, start)) ||
    /^(?:_|[\p{L}\p{N}.-]*@)/u.test(text.slice(end))
  );
}

/** "15 dic 2026": between the day and the year a short word is a month, whatever else it means in another language. */
function isMonth({ start, end, length }: PhraseMatch, text: string): boolean {
  return (
    length <= 4 &&
    /(?<!\d)\d{1,2}[\s./-]+$/.test(text.slice(0, start)) &&
    /^\.?[\s./-]+(?:20)?\d{2}(?!\d)/.test(text.slice(end))
  );
}

/** "zzgl. 19 % MwSt.", "21% btw": a rate may stand before the word, with a short word before it. */
const leadOfRate = /^(?:[^\p{L}\p{N}]*\p{L}{1,10}\.?){0,2}[^\p{L}\p{N}]*\d{1,2}(?:[.,]\d{1,2})?\s?%\s*$/u;

/** "Fakturanr / datum", "Invoice no: 12 | Date: …": another label, or a bar, ends what stands before. */
const endsBefore = /^\P{N}{3,20}\/\s?$|\s[|•·]\s*$/u;

function isAtStart(cell: Cell, start: number): boolean {
  const before = cell.text.slice(0, start);
  return !/[\p{L}\p{N}]/u.test(before) || leadOfRate.test(before) || endsBefore.test(before);
}

/** A second language counts when it explains nearly as much as the first: papers in two languages. */
const secondLanguageShare = 0.6;

/** The codes of the languages spoken, the main one first. Each phrase counts once, and for less the more languages have it. */
function languagesSpoken(matches: readonly Match[]): string[] {
  const scores = new Map<string, number>();
  /** The languages that a phrase was counted for, by its text. */
  const counted = new Map<string, Set<string>>();
  for (const match of matches) {
    const text = match.cell.text.slice(match.start, match.end).toLowerCase();
    const codes = new Set<string>();
    for (const meaning of match.meanings) if (speaks(meaning, match)) codes.add(meaning.language);
    const before = counted.get(text) ?? new Set<string>();
    counted.set(text, before);
    for (const code of codes) {
      if (before.has(code)) continue;
      before.add(code);
      scores.set(code, (scores.get(code) ?? 0) + Math.min(match.length, 16) / codes.size ** 2);
    }
  }
  scores.delete(everywhere);
  const ranked = [...scores].sort(([, a], [, b]) => b - a);
  const best = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, score]) => score >= best * secondLanguageShare).map(([code]) => code);
}

function speaks({ topic }: Meaning, match: Match): boolean {
  return topic.kind === 'label' && topic.isStrong ? true : match.isAtStart;
}

/** The longest phrase that says something in a language that is spoken: what another language would make of it does not hide it. */
function understood(match: Match, spoken: readonly string[]): { match: Match; meanings: Meaning[] } {
  const meanings = meaningsIn(match, spoken);
  if (meanings.length > 0) return { match, meanings };
  if (match.shorter === null) return { match, meanings: borrowed(match) };
  const { cell, isAtStart } = match;
  return understood({ ...match.shorter, cell, isAtStart }, spoken);
}

/** Letters of a phrase that is nobody's by chance. */
const borrowedMin = 9;

/** "Grand total" on a page in French: forms are taken over with some of their words, which mean there what they mean at home. */
function borrowed(match: Match): Meaning[] {
  if (match.length < borrowedMin || !match.isAtStart) return [];
  const labels = match.meanings.filter(({ topic }) => topic.kind === 'label' && topic.isStrong);
  const fields = new Set(labels.map(({ topic }) => topic.kind === 'label' && topic.field));
  return fields.size === 1 ? labels : [];
}

/** Words that every language has in common stand in a language of their own, which nobody speaks. */
const everywhere = 'common';

function meaningsIn(match: Match, spoken: readonly string[]): Meaning[] {
  const isOwn = ({ language }: Meaning) => spoken.includes(language) || language === everywhere;
  const isOtherNumber = match.meanings.some((each) => isOwn(each) && numbersElse(each));
  const counted = match.meanings.filter(
    ({ language, topic }) =>
      (isOwn({ language, topic }) || (identifies({ topic }) && !isOtherNumber)) &&
      (match.isAtStart ||
        topic.kind === 'remark' ||
        (topic.kind === 'label' && topic.isStrong) ||
        topic.kind === 'title' ||
        topic.kind === 'column'),
  );
  const main = counted.filter(({ language }) => language === spoken[0]);
  const labelsOfMain = main.some(({ topic }) => topic.kind === 'label');
  // What the main language says is not contradicted by another that happens to have the same word.
  return labelsOfMain ? main : counted;
}

/** A seller's numbers are called what its own country calls them, whatever language the invoice is written in, unless that means another number by it. */
function identifies({ topic }: Pick<Meaning, 'topic'>): boolean {
  return topic.kind === 'label' && ['organisationNumber', 'vatId', 'buyerVatId'].includes(topic.field);
}

/** Danish "reg.nr." is a bank's, Estonian "reg nr" a company's. */
function numbersElse({ topic }: Pick<Meaning, 'topic'>): boolean {
  return (
    topic.kind === 'label' &&
    ['bankCode', 'account', 'invoiceNumber', 'order', 'otherNumber'].includes(topic.field)
  );
}

function fieldsOf(meanings: readonly Meaning[]): Pick<FoundLabel, 'field' | 'isStrong' | 'language'>[] {
  const fields = new Map<LabelledField, Pick<FoundLabel, 'field' | 'isStrong' | 'language'>>();
  for (const { topic, language } of meanings) {
    if (topic.kind !== 'label' || fields.get(topic.field)?.isStrong) continue;
    fields.set(topic.field, { field: topic.field, isStrong: topic.isStrong, language });
  }
  return [...fields.values()];
}

/** "Date of arrival": words behind a phrase that is common make another label of it. */
export function goesOn({ rest }: FoundLabel): boolean {
  return /^\p{L}{2,}(?:\s\p{L}+)*[\s:]*$/u.test(rest) && /\p{L}{4}/u.test(rest);
}

/** Colons, bullets, a remark in parentheses, a dash between: what stands between a label and its value. A minus sign stays. */
export function withoutLead(rest: string): string {
  return rest.replace(/^[\s.:;#/|*°º•●·∙]*(?:\([^)]{0,40}\))?[\s.:;#/|*)•●·∙]*(?:[-–—=]\s)?/u, '').trim();
}
