/** Text as words that can be compared: without case, accents and separators, each word with its place in the text. Pure. */

export interface Word {
  /** Folded: lower case, without accents. */
  text: string;
  /** Place in the original text. */
  start: number;
  end: number;
}

/** Letters and digits that belong together, and "#", which stands for "number". */
const wordPattern = /[\p{L}\p{M}]+|\p{N}+|#|[№°º]/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    text: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
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
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæøœđł№°º]/g, (letter) => letters[letter] ?? letter);
}

/** All words of a text joined: "Org.-nr" → "orgnr". */
export function squeeze(text: string): string {
  return wordsOf(text)
    .map((word) => word.text)
    .join('');
}
