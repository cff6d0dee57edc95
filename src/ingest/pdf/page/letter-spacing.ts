/** Words set with tracking, each letter a run of its own: the gaps between words are wider than those between letters. Pure. */
import type { TextItem } from './pages.ts';
import { spelling } from './spelling.ts';

/** So many letters in a row are a spaced-out word, not initials or the heads of narrow columns. */
const lettersMin = 4;
/** Gaps in font sizes: how wide one between letters may be, and how much wider those between words and between columns are. */
const letterGapMax = 0.8;
const moreForWord = 0.15;
const moreForColumn = 0.95;

/** Runs of one row, from left to right, with letters that were set apart put together to words. */
export function withoutTracking(items: readonly TextItem[]): TextItem[] {
  return lettersTogether(wordsTogether(items));
}

/** "N O R D V I K", "B Y G G", "A B": each word a run with its letters set apart. What is as tall beside a long one is of it. */
function wordsTogether(items: readonly TextItem[]): TextItem[] {
  const long = items.find(({ text }) => isSpaced(text) && text.trim().length >= 2 * lettersMin - 1);
  if (!long) return [...items];
  const made: TextItem[] = [];
  let before: TextItem | undefined;
  for (const item of items) {
    const text = item.text.trim();
    if (text === '' && before) continue;
    const isTracked =
      Math.abs(item.height - long.height) < 0.1 * long.height && (isSpaced(text) || isLetter(item));
    const last = made.at(-1);
    if (isTracked && last && last === before && standsBeside(last, item)) {
      last.text += ` ${text.replaceAll(' ', '')}`;
      last.width = item.x + item.width - last.x;
      continue;
    }
    const next = isTracked ? { ...item, text: text.replaceAll(' ', ''), isFromLetters: true } : item;
    made.push(next);
    before = isTracked ? next : undefined;
  }
  return made;
}

function isSpaced(text: string): boolean {
  return /^\p{L}(?: [\p{L}&/.'-])+$/u.test(text.trim());
}

/**
 * "N O R DV I K B Y G G A B", where the gaps between words are lost: the words as the page has them elsewhere, of the same
 * letters. Null where it has them nowhere.
 */
export function asPrintedElsewhere(text: string, others: readonly string[]): string | null {
  const pieces = text.split(' ');
  const single = pieces.filter((piece) => piece.length === 1).length;
  if (single < 2 * lettersMin || single < 0.7 * pieces.length || /\d/.test(text)) return null;
  const pattern = spelling(
    pieces.flatMap((piece) => Array.from(piece)),
    ' ?',
    'iu',
  );
  return (
    others.map((other) => pattern.exec(other)?.[0] ?? '').find((found) => /\p{L}{3}/u.test(found)) ?? null
  );
}

/** Letters that are a run each. */
function lettersTogether(items: readonly TextItem[]): TextItem[] {
  const made: TextItem[] = [];
  let letters: TextItem[] = [];
  const finish = () => {
    made.push(...wordsFrom(letters));
    letters = [];
  };
  for (const item of items) {
    const last = letters.at(-1);
    // Printed twice to look bold.
    if (last?.text === item.text && Math.abs(last.x - item.x) < 1) continue;
    const isOne = isLetter(item);
    if (last && (!isOne || !standsBeside(last, item))) finish();
    if (isOne) letters.push(item);
    else made.push(item);
  }
  finish();
  return made;
}

/**
 * "3 2 2", "2 0 2 0 - 0 3 - 3 0" in one run that is too narrow for spaces: the program set each figure for itself, and what
 * looks like spaces are the hairs between them.
 */
export function withoutHairSpaces(item: TextItem): TextItem {
  const { text, width, height } = item;
  if (!/^\S(?: \S){2,}$/u.test(text) || !/\d/.test(text)) return item;
  const plain = text.replaceAll(' ', '');
  const set = Array.from(plain).reduce((all, each) => all + (/[-./:,]/.test(each) ? narrow : figure), 0);
  const gap = (width / height - set) / (plain.length - 1);
  return gap < spaceMin ? { ...item, text: plain } : item;
}

/** Widths in font sizes: of figures and letters, of hyphens and points, and of the least that is a space. */
const [figure, narrow, spaceMin] = [0.556, 0.3, 0.18];

const isLetter = ({ text }: TextItem) => /^[\p{L}&]$/u.test(text.trim());

const gapBetween = (item: TextItem, next: TextItem) => (next.x - (item.x + item.width)) / item.height;

function standsBeside(item: TextItem, next: TextItem): boolean {
  const gap = gapBetween(item, next);
  return (
    Math.abs(item.height - next.height) < 0.1 * item.height &&
    gap < letterGapMax + moreForColumn &&
    gap > -0.3
  );
}

function wordsFrom(letters: TextItem[]): TextItem[] {
  const gaps = letters.slice(1).map((next, index) => gapBetween(letters[index] ?? next, next));
  // Most gaps are between letters; a third from below is one even where every other letter is a word's last.
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0;
  if (letters.length < lettersMin || usual > letterGapMax) return letters;
  const words: TextItem[] = [];
  for (const [index, letter] of letters.entries()) {
    const gap = index === 0 ? Number.POSITIVE_INFINITY : (gaps[index - 1] ?? 0) - usual;
    const last = words.at(-1);
    if (!last || gap >= moreForColumn) {
      words.push({ ...letter, text: letter.text.trim(), isFromLetters: true });
      continue;
    }
    last.text += (gap > moreForWord ? ' ' : '') + letter.text.trim();
    last.width = letter.x + letter.width - last.x;
  }
  return words;
}
