/**
 * Words that recognition got not quite right, where only one word makes sense: those of labels, and the name of the book that
 * the paper is sent to. What a number says is never changed. Pure.
 */
import leven from 'leven';
import type { PdfPages, TextItem } from '../pdf/pages.ts';
import type { ReadingContext } from '../reading.ts';
import { likenessOf, nearestWord } from './vocabulary.ts';

export function mendWords(pages: PdfPages, { ownNames = [] }: ReadingContext): PdfPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => {
      const items = page.items.map((item) => ({ ...item, text: mended(item.text) }));
      for (const name of ownNames) putName(name, items);
      return { ...page, items };
    }),
  };
}

function mended(text: string): string {
  // "KontorsvarorAktiebolag": a capital within a word starts another.
  const parted = text.replace(/(\p{Ll}{2})(?=\p{Lu}\p{Ll}{3})/gu, '$1 ');
  return parted.replace(/\p{L}+/gu, (word) => nearestWord(word) ?? word);
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
