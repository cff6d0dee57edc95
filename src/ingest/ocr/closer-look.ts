/**
 * Words that a value was read from, each looked at again by itself: cut out, larger, as a line of its own. A figure that was taken
 * for another seldom is so at each look, so what they agree on is sure, and what they differ on is not. A look takes hundredths
 * of a second.
 */
import leven from 'leven';
import { companyNumberAtStart } from '../checks/company-number.ts';
import { isIban } from '../checks/iban.ts';
import { checkVatId } from '../checks/vat-id.ts';
import type { PdfPage, TextItem } from '../pdf/page/pages.ts';
import { vatIdAtStart } from '../pdf/values/numbers.ts';
import { asPgm, enlarged, part, type Raster } from './raster.ts';

/** Recognises a picture of one line; `characters`: those that there may be, or null for all. */
export type RecogniseLine = (picture: Buffer, characters: string | null) => Promise<string>;

/** Where a value was read: points from the top left corner of its page. */
export interface Place {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Heights of the type in pixels at which a word is looked at: what is misread at one is seldom so at another. The last only
 * where the others do not settle it.
 */
const firstHeight = 48;
const wideHeight = 64;
const lastHeight = 56;

/** Around a word, in heights of its type: above and below the line that it stands on, and beside it. */
const above = 0.95;
const below = 0.35;
const beside = 0.15;

/** A number is also looked at with what is next to it, should a part of it not have been seen; other words are left out of it. */
const besideWide = 1.3;
const besideOthers = 0.2;

/** Blank pixels around it: letters at the very edge are recognised badly. */
const blank = 8;

/** Values are read from few words of a page; where there are more, the rest stays as sure as it was. */
const wordsMax = 150;

/** Type of fewer pixels is a smudge, and would be enlarged to a picture of any size. */
const leastHeight = 8;

/** What there is in numbers, dates and amounts. */
const figures = '0123456789 .,:-/';
const onlyFigures = /^[\d .,:/-]+$/;

/** How sure a word is by how its looks agree: all of three or more, both of two, all but one, fewer. */
const sureness = { all: 1, both: 0.9, most: 0.92, proven: 0.9, disputed: 0.5 };

/** The page with the words in these places looked at; the page itself where they all were before. */
export async function lookCloser(
  page: PdfPage,
  places: readonly Place[],
  upright: Raster,
  recognise: RecogniseLine,
): Promise<PdfPage> {
  const scale = Math.min(upright.width, upright.height) / Math.min(page.width, page.height);
  const items: TextItem[] = [];
  let left = wordsMax - page.items.filter(({ isSeenClosely }) => isSeenClosely).length;
  for (const item of page.items) {
    const isWanted =
      left > 0 &&
      !item.isSeenClosely &&
      item.height * scale >= leastHeight &&
      /[\p{L}\p{N}]/u.test(item.text) &&
      places.some((place) => place.page === page.number && standsIn(place, item));
    items.push(isWanted ? await seenClosely(item, page, upright, scale, recognise) : item);
    if (isWanted) left -= 1;
  }
  return items.some((item, index) => item !== page.items[index]) ? { ...page, items } : page;
}

/** Whether a word of the same page is among those in a place. */
export function standsIn(place: Place, { x, y, width }: TextItem): boolean {
  const middle = x + width / 2;
  return (
    Math.abs(y - (place.y + place.height)) < 0.5 * place.height &&
    middle > place.x &&
    middle < place.x + place.width
  );
}

async function seenClosely(
  item: TextItem,
  { items }: PdfPage,
  upright: Raster,
  scale: number,
  recognise: RecogniseLine,
): Promise<TextItem> {
  const { text, y, height } = item;
  const look = async (
    pixels: number,
    [left, right]: readonly [number, number],
    characters: string | null,
  ) => {
    const top = (y - above * height) * scale;
    const bottom = (y + below * height) * scale;
    const word = part(upright, { left: left * scale, top, right: right * scale, bottom }, blank);
    return await recognise(asPgm(enlarged(word, pixels / (height * scale))), characters);
  };
  const characters = onlyFigures.test(text) ? figures : null;
  const narrow = [item.x - beside * height, item.x + item.width + beside * height] as const;
  const isNumber = /\d/.test(text);
  const wide = isNumber ? withSurroundings(item, items) : narrow;
  const looks = [
    await look(firstHeight, narrow, characters),
    // The edge of a table is to be no figure.
    withoutNeighbours(await look(wideHeight, wide, isNumber ? null : characters), text, isNumber),
  ];
  if (!looks.every((each) => isSame(each, text))) looks.push(await look(lastHeight, narrow, characters));
  return ofLooks(item, looks);
}

/** From where to where a word may reach, if it is longer than was seen: not into the words beside it. */
function withSurroundings({ x, y, width, height }: TextItem, items: readonly TextItem[]): [number, number] {
  const onLine = items.filter((other) => Math.abs(other.y - y) < 0.6 * height);
  const ends = onLine.map((other) => other.x + other.width).filter((end) => end <= x);
  const starts = onLine.map((other) => other.x).filter((start) => start >= x + width);
  return [
    Math.min(
      x - beside * height,
      Math.max(x - besideWide * height, ...ends.map((end) => end + besideOthers * height)),
    ),
    Math.max(
      x + width + beside * height,
      Math.min(x + width + besideWide * height, ...starts.map((start) => start - besideOthers * height)),
    ),
  ];
}

/** Edges of tables and panels, and words that were not seen before, are no part of a number; more figures are. */
function withoutNeighbours(look: string, text: string, isNumber: boolean): string {
  if (!isNumber || isSame(look, text)) return look;
  const words = look.split(/\s+/);
  const withFigures = words.map((word) => /\d/.test(word));
  const figures = words.slice(withFigures.indexOf(true), withFigures.lastIndexOf(true) + 1).join(' ');
  return isSame(figures.replace(/^[^\d]+|[^\d]+$/g, ''), text) ? text : figures;
}

/** A word as most looks have it, or as check digits prove, and as sure as the looks agree. */
export function ofLooks(item: TextItem, looks: readonly string[]): TextItem {
  const { confidence = 1 } = item;
  const as = (text: string, least: number, most = 1): TextItem => ({
    ...item,
    text: isSame(text, item.text) ? item.text : text,
    confidence: Math.min(most, Math.max(least, confidence)),
    isSeenClosely: true,
  });
  const votes = [item.text, ...looks.filter((look) => isLike(look, item.text))];
  const [most = [], ...others] = [...Map.groupBy(votes, bare).values()].sort((a, b) => b.length - a.length);
  const [winner = item.text] = most;
  if (looks.some((look) => goesOn(look, item.text)))
    return { ...as(item.text, 0, sureness.disputed), mayGoOn: true };
  if (votes.length === 1) return as(item.text, 0);
  if (others.length === 0) return as(winner, votes.length > 2 ? sureness.all : sureness.both);
  const proven = [...new Map(votes.filter(hasRightCheckDigits).map((vote) => [bare(vote), vote])).values()];
  if (proven.length === 1) return as(proven[0] ?? winner, sureness.proven);
  // Looks at a word by itself may all go wrong in the same way, where the look at the whole page did not.
  const isMost = most.length === votes.length - 1 && most.length > 2 && isSame(winner, item.text);
  return as(winner, 0, isMost ? sureness.most : sureness.disputed);
}

/** The same figures with more before or behind them: a part of the number was not seen. */
function goesOn(look: string, text: string): boolean {
  const [longer, shorter] = [bare(look), bare(text)];
  const more = longer.length - shorter.length;
  return (
    /\d/.test(shorter) &&
    more > 0 &&
    ((longer.endsWith(shorter) && /\d/.test(longer.slice(0, more))) ||
      (longer.startsWith(shorter) && /\d/.test(longer.slice(-more))))
  );
}

/** Spaces, and what begins or ends a word, are no part of what it says. */
function isSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return text.replace(/\s/g, '').replace(/^[^\p{L}\p{N}\p{Sc}]+|[^\p{L}\p{N}\p{Sc}]+$/gu, '');
}

/** Not more than every third sign another; what is less like it was no look at it. */
function isLike(look: string, text: string): boolean {
  const [one, other] = [bare(look), bare(text)];
  return leven(one, other) <= Math.max(one.length, other.length) / 3;
}

function hasRightCheckDigits(text: string): boolean {
  const word = bare(text);
  const vatId = vatIdAtStart(word);
  return (
    (vatId !== null && checkVatId(vatId) === 'valid') ||
    isIban(word) ||
    (/^\d{6}[-–]?\d{4}$/.test(word) && companyNumberAtStart(word, 'SE')?.verdict === 'valid')
  );
}
