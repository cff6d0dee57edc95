/** Text as words that can be compared: without case, accents and separators, each word with its place in the text. Pure. */
import { remembered } from '../../remembered.ts';
import { matchesOf } from './matches.ts';

export interface Word {
  /** Folded: lower case, without accents. */
  text: string;
  /** Place in the original text. */
  start: number;
  end: number;
}

/** Letters and digits that belong together, and "#", which stands for "number". */
const wordPattern = /[\p{L}\p{M}]+|\p{N}+|#|[№°º]/gu;

/** Texts without accents, as most are: found and folded in one go. */
const plainText = /^[ -~]*$/;
const plainWord = /[a-z]+|[0-9]+|#/g;

export function wordsOf(text: string): Word[] {
  if (plainText.test(text)) return plainWordsOf(text.toLowerCase());
  return matchesOf(wordPattern, text).map((match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function plainWordsOf(lower: string): Word[] {
  return matchesOf(plainWord, lower).map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  '№': 'no',
  '°': '',
  º: '',
};

/** "FÖRFALLODATUM" and "Forfallodatum" are one; so are "Échéance" and "ECHEANCE". */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /^[a-z0-9]*$/.test(lower) ? lower : withoutAccents(lower);
}

/** As it stands, and as who has no such letters writes it: "Fälligkeit" is "Faelligkeit", "Vår" is "Vaar". */
export function spellingsOf(phrase: string): string[] {
  const spelled = phrase.replace(/[äöüåø]/giu, (letter) => twoLetters[letter.toLowerCase()] ?? letter);
  return spelled === phrase ? [phrase] : [phrase, spelled];
}

const twoLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

const withoutAccents = remembered((lower) =>
  lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæøœđł№°º]/g, (letter) => letters[letter] ?? letter),
);

const digit = /\d/;

/** What most values have: a text without one is soon done with. */
export function hasDigit(text: string): boolean {
  return digit.test(text);
}

/** All words of a text joined: "Org.-nr" → "orgnr". */
export function squeeze(text: string): string {
  if (plainText.test(text)) return text.toLowerCase().replace(/[^a-z0-9#]+/g, '');
  return wordsOf(text)
    .map((word) => word.text)
    .join('');
}
