/**
 * Words that recognition got not quite right, where only one word makes sense: those of labels, and the name of the book that
 * the paper is sent to. What a number says is never changed. Pure.
 */
import leven from 'leven';
import type { PdfPages, TextItem } from '../pdf/page/pages.ts';
import type { ReadingContext } from '../reading.ts';
import { likenessOf, nearestWord } from './vocabulary.ts';

export function mendWords(pages: PdfPages, { ownNames = [] }: ReadingContext): PdfPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => {
      const items = page.items.map((item) => ({ ...item, text: mended(item) }));
      for (const name of ownNames) putName(name, items);
      return { ...page, items };
    }),
  };
}

/** Of words that are less sure than this, more letters may be others. */
const wordSureEnough = 0.85;

function mended({ text, confidence = 1 }: TextItem): string {
  return parted(text).replace(/\p{L}+/gu, (word) => nearestWord(word, confidence >= wordSureEnough) ?? word);
}

/** What ran together, at its joints. Addresses of mail and web are one word. */
function parted(text: string): string {
  if (/@|www\.|https?:/iu.test(text)) return text;
  return (
    text
      // "KontorsvarorAktiebolag", "776-3006.Ange": a capital within a word starts another.
      .replace(/(\p{Ll}{2}|\d\.)(?=\p{Lu}\p{Ll}{3})/gu, '$1 ')
      // "bankgiro776-3006", "den2026-03-11", "Momsreg.nrSE559991840501": so does a number behind a word.
      .replace(/(\p{Ll}{3}(?=\d{2})|\p{Ll}{2}(?=SE\d{6}))/gu, '$1 ')
  );
}

/** One letter in so many may be another for a text to be the name all the same. */
const lettersPerMiss = 5;

/** The own name, letter for letter, wherever something stands that can hardly be anything else. */
function putName(name: string, items: TextItem[]): void {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const wanted = likenessOf(words.join(''));
  const missesMax = Math.floor(wanted.length / lettersPerMiss);
  for (let first = 0; first + words.length <= items.length; first += 1) {
    const there = items.slice(first, first + words.length);
    if (!standOnOneLine(there)) continue;
    const likeness = likenessOf(there.map(({ text }) => text).join(''));
    if (Math.abs(likeness.length - wanted.length) > missesMax || leven(likeness, wanted) > missesMax)
      continue;
    for (const [index, item] of there.entries()) item.text = words[index] ?? item.text;
  }
}

function standOnOneLine(items: readonly TextItem[]): boolean {
  const [first] = items;
  return first !== undefined && items.every(({ y }) => Math.abs(y - first.y) < 0.5 * first.height);
}
