/** How surely a value was recognised, by the words that it was read from. Pure. */
import type { Evidence } from '../../invoice/invoice.ts';
import type { PdfPages, TextItem } from '../pdf/page/pages.ts';
import { standsIn } from './closer-look.ts';

/** As surely as the least sure of the words that say it, 0 to 1. */
export function surenessOf(field: string, { text, box }: Evidence, { pages }: PdfPages): number {
  const words = new Set(text.split(/\s+/).filter((word) => saysValue(field, word)));
  if (words.size === 0) return 1;
  const items = box ? itemsIn(box, pages) : pages.flatMap((page) => page.items);
  const ofValue = items.filter((item) => item.text.split(/\s+/).some((word) => words.has(word)));
  // Where its words were put together of others, all that stands there counts.
  const found = ofValue.length > 0 ? ofValue : items;
  return Math.min(1, ...found.map(({ confidence = 1 }) => confidence));
}

/** Names are made of all their words, dates of their months too; a number, and an amount, of figures, whatever stands beside it. */
function saysValue(field: string, word: string): boolean {
  // The code of a currency is no other's with a letter wrong; its sign may be.
  if (field === 'currency') return /\p{Sc}/u.test(word);
  return /name$|Date$|^documentType$|^references\./.test(field) || /\d/.test(word);
}

function itemsIn(box: NonNullable<Evidence['box']>, pages: PdfPages['pages']): TextItem[] {
  return pages.flatMap(({ number, items }) =>
    number === box.page ? items.filter((item) => standsIn(box, item)) : [],
  );
}

/** Digits so near to a number, in heights of its type, may be its own: a space between thousands is narrow. */
const digitsApart = 1.5;

/** Whether no more digits seem to be of a value: in its own text, right before it, or seen only when it was looked at closely. */
export function isWhole(value: string, { text, box }: Evidence, { pages }: PdfPages): boolean {
  const digits = value.replace(/\D/g, '').split('').join("[ .,'-]?");
  if (new RegExp(`\\d ?${digits}(?!\\d)`).test(text)) return false;
  if (!box) return true;
  const figures = itemsIn(box, pages).filter((item) => /\d/.test(item.text) && text.includes(item.text));
  if (figures.some(({ mayGoOn }) => mayGoOn)) return false;
  const [first] = figures.sort((a, b) => a.x - b.x);
  const beside = pages.find(({ number }) => number === box.page)?.items ?? [];
  return (
    !first ||
    !beside.some(
      (item) =>
        /\d$/.test(item.text) &&
        Math.abs(item.y - first.y) < 0.5 * first.height &&
        item.x < first.x &&
        first.x - (item.x + item.width) < digitsApart * first.height,
    )
  );
}

/**
 * Whether letters and figures that look alike stand where either may: "C0DE86B" and "CODE868" are recognised as one another at
 * every look, and nothing in the number tells. Letters alone, and figures behind letters, are what they look like.
 */
export function hasLikes(number: string): boolean {
  return /[OoQDIlSsBZ]\d|\d[OoQDIlSsBZ]|(?<!\d)[01582]\p{L}/u.test(number);
}
