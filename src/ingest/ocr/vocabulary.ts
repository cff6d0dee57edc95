/** The words that labels and titles are made of, to tell what a word was before it was recognised not quite right. Pure. */
import leven from 'leven';
import { languages } from '../pdf/labels/index.ts';
import { type Language, phrasesIn } from '../pdf/labels/language.ts';
import { fold, wordsOf } from '../pdf/text/words.ts';

/** Shorter words have too many likes. */
const lettersMin = 4;

/** Languages whose pages are recognised; the words of others would only be more to go wrong. */
const recognised = ['sv', 'en', 'common'];

interface Vocabulary {
  known: ReadonlySet<string>;
  /** As printed by likeness; null where several words are alike. */
  byLikeness: ReadonlyMap<string, string | null>;
}

let built: Vocabulary | null = null;

/**
 * The word of a label that this one almost is; null where it is one itself, or like none or several.
 * @param isSure whether it was recognised well: then it must be the liker
 */
export function nearestWord(word: string, isSure: boolean): string | null {
  if (word.length < lettersMin - 1) return null;
  built ??= build();
  const { known, byLikeness } = built;
  if (known.has(fold(word))) return null;
  const likeness = likenessOf(word);
  const same = byLikeness.get(likeness);
  if (same !== undefined) return same === null ? null : inCaseOf(word, same);
  const misses = missesFor(likeness.length, isSure);
  if (misses === 0) return null;
  const near = [...byLikeness]
    .filter(([other]) => Math.abs(other.length - likeness.length) <= misses)
    .map(([other, found]) => ({ found, distance: leven(other, likeness) }))
    .filter(({ distance }) => distance <= misses);
  const least = Math.min(...near.map(({ distance }) => distance));
  const nearest = isSure ? near : near.filter(({ distance }) => distance === least);
  const [only] = nearest;
  return nearest.length === 1 && only?.found != null ? inCaseOf(word, only.found) : null;
}

function missesFor(length: number, isSure: boolean): number {
  if (isSure) return length >= 11 ? 2 : length >= 6 ? 1 : 0;
  return length >= 12 ? 3 : length >= 8 ? 2 : length >= 5 ? 1 : 0;
}

function build(): Vocabulary {
  const words = languages.filter(({ code }) => recognised.includes(code)).flatMap(wordsOfLanguage);
  const known = new Set(words.map(fold));
  const byLikeness = new Map<string, string | null>();
  for (const word of words) {
    if (word.length < lettersMin) continue;
    const likeness = likenessOf(word);
    const other = byLikeness.get(likeness);
    byLikeness.set(
      likeness,
      other === undefined || (other !== null && fold(other) === fold(word)) ? word : null,
    );
  }
  return { known, byLikeness };
}

function wordsOfLanguage({ labels, columns, invoiceTitles, creditTitles }: Language): string[] {
  const lists = [
    ...Object.values(labels).flatMap(({ anywhere = '', atStart = '' }) => [anywhere, atStart]),
    ...Object.values(columns),
    invoiceTitles,
    creditTitles,
  ];
  return lists
    .flatMap(phrasesIn)
    .flatMap((phrase) => wordsOf(phrase).map(({ start, end }) => phrase.slice(start, end)))
    .filter((word) => /^\p{L}+$/u.test(word));
}

/** Letters that look alike are one: "rn" and "m", "l" and "i". */
export function likenessOf(word: string): string {
  return fold(word)
    .replace(/rn|nn|m/g, 'n')
    .replace(/[l1j|!]/g, 'i')
    .replace(/[0q]/g, 'o')
    .replace(/5/g, 's')
    .replace(/vv/g, 'w');
}

function inCaseOf(word: string, found: string): string {
  if (word === word.toUpperCase()) return found.toUpperCase();
  return /^\p{Lu}/u.test(word) ? found.charAt(0).toUpperCase() + found.slice(1) : found;
}
