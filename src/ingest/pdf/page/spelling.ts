/** Where the words of a name begin: logos run them together or set their letters apart, and elsewhere it is spelled plainly. Pure. */
import { matchesOf } from '../text/matches.ts';
import { perPage } from './per-page.ts';

/** Shorter names are found within other words. */
const lettersMin = 5;

/** Spells names as they are spelled on a page. */
export const spellerOn = perPage(({ layout }) => spellerFor(layout.text));

/** The same in a text, which is looked through for each of them in small letters, with its spaces and without. */
export function spellerFor(text: string): (name: string) => string {
  const lower = text.toLowerCase();
  const joined = lower.replace(spacesAndHyphens, '');
  return (name) => spelledBest(name, { text, lower, joined });
}

interface Searched {
  text: string;
  lower: string;
  joined: string;
}

/**
 * A name with its spaces where they stand in its usual spelling on the page: the one found most often, and of two as common the one
 * with more words. One with letters that stand alone is none, nor is an address, which can have no spaces; its hyphens count as some.
 * @returns the name's own letters, with the spaces of that spelling
 */
function spelledBest(name: string, searched: Searched): string {
  const letters = Array.from(name.replace(/\s/g, ''));
  if (letters.length < lettersMin || isAlwaysSpelled(name, searched)) return name;
  const { text } = searched;
  const found = matchesOf(spelling(letters, '[ -]{0,2}', 'giu'), text)
    .filter((match) => !isRunTogether(match, text))
    .map(([each]) => each);
  const times = Map.groupBy(found.length > 0 ? found : [name], (spelling) =>
    breaksOf(spelling, letters).join(),
  );
  const [best] = [...times.values()]
    .map((same) => ({ spelling: same[0] ?? name, same }))
    .sort(
      (a, b) =>
        loneLetters(a.spelling) - loneLetters(b.spelling) ||
        b.same.length - a.same.length ||
        wordsIn(b.spelling) - wordsIn(a.spelling),
    );
  const breaks = new Set(breaksOf(best?.spelling ?? name, letters));
  return letters.map((letter, index) => (breaks.has(index) ? ` ${letter}` : letter)).join('');
}

/** Matches these letters where nothing goes before or behind them, with what may stand between. */
export function spelling(letters: readonly string[], between: string, flags: string): RegExp {
  const joined = letters.map((letter) => letter.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join(between);
  return new RegExp(`(?<![\\p{L}\\p{N}])${joined}(?![\\p{L}\\p{N}])`, flags);
}

/** Whether its letters never stand there with other spaces: so it is with most names, and this is quicker to see. */
function isAlwaysSpelled(name: string, { lower, joined }: Searched): boolean {
  if (!/^[^\s-]+(?: [^\s-]+)*$/.test(name)) return false;
  const lowerName = name.toLowerCase();
  return timesIn(lower, lowerName) === timesIn(joined, lowerName.replace(spacesAndHyphens, ''));
}

const spacesAndHyphens = /[ -]+/g;

function timesIn(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) times++;
  return times;
}

/** In a mail or web address without hyphens nobody can tell the words apart. */
function isRunTogether({ 0: found, index }: RegExpExecArray, text: string): boolean {
  const isInAddress =
    /(?:@|www\.|:\/\/)[^\s]*$/u.test(text.slice(Math.max(0, index - 60), index)) ||
    /^(?:@|\.\p{Ll})/u.test(text.slice(index + found.length, index + found.length + 3));
  return isInAddress && !found.includes('-');
}

const wordsIn = (spelling: string) => spelling.split(/[ -]+/).length;

/** Letters that stand alone one after the other: "N O R D V I K". Initials are two or three. */
function loneLetters(spelling: string): number {
  return /(?:(?<!\p{L})\p{L}\s+){3}/u.test(spelling) ? 1 : 0;
}

/** Which of the letters a new word starts at. A hyphen that is the name's own is a letter of it. */
function breaksOf(spelling: string, letters: readonly string[]): number[] {
  const breaks: number[] = [];
  let at = 0;
  let isBreak = false;
  for (const character of spelling) {
    if (character !== ' ' && character.toLowerCase() === letters[at]?.toLowerCase()) {
      if (isBreak && at > 0) breaks.push(at);
      isBreak = false;
      at++;
    } else isBreak = true;
  }
  return breaks;
}
