/** A scan or a photo to text with places, like that of any other PDF, so that the same reading serves both. */
import type { PdfPage, PdfPages, TextItem } from '../pdf/page/pages.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { lookCloser, type Place } from './closer-look.ts';
import { inkOnWhite } from './ground.ts';
import { openPictures } from './pictures.ts';
import { asPgm, enlarged, type Raster, shrink, turn } from './raster.ts';
import { type Recognised, type RecognisedWord, recognise, recogniseLine } from './recogniser.ts';
import { lieOf, straightened } from './straighten.ts';

/** The width of an A4 sheet in points: the scale in which the layout is measured, whatever the picture's own resolution. */
const sheetPoints = 595;

/** Below this the picture may stand on its head, and is tried the other way round as well. */
const doubtfulConfidence = 0.7;

/** Larger pictures are halved first: more pixels than small type needs only take time. */
const sidePixelsMax = 3_600;

/** Recognised at least this well, or a lone sign is a smudge, the edge of the paper, part of a logo. */
const signConfidenceMin = 0.5;

/** How much larger the picture is for a second look: small type, and what ran together, come out differently. */
const secondLookScale = 1.5;

export interface RecognisedPages {
  pages: PdfPages;
  /** The same pages in another way: larger, and row by row across the page instead of block by block. */
  lookAgain(): Promise<PdfPages>;
  /** Of either look the words in these places, each recognised by itself; `seen` itself where all of them were. */
  lookCloser(seen: PdfPages, places: readonly Place[]): Promise<PdfPages>;
}

export async function recognisePages(
  bytes: Uint8Array,
  mediaType: string,
  workDirectory: string,
  limits: ReadingLimits['ocr'],
): Promise<RecognisedPages> {
  const { pages: pictures, total } = await openPictures(bytes, mediaType, limits);
  const uprights: Raster[] = [];
  const pages: PdfPage[] = [];
  for (const [index, picture] of pictures.entries()) {
    const { upright, recognised } = await recogniseUpright(picture, workDirectory);
    uprights.push(upright);
    pages.push(asPage(recognised, index + 1, upright, 1));
  }
  return {
    pages: { pages, total, origin: 'ocr' },
    async lookAgain() {
      const again: PdfPage[] = [];
      for (const [index, upright] of uprights.entries()) {
        const recognised = await recognise(asPgm(enlarged(upright, secondLookScale)), 'rows', workDirectory);
        again.push(asPage(recognised, index + 1, upright, secondLookScale));
      }
      return { pages: again, total, origin: 'ocr' };
    },
    async lookCloser(seen, places) {
      const closer: PdfPage[] = [];
      for (const page of seen.pages) {
        const upright = uprights[page.number - 1];
        const look = (line: Buffer, characters: string | null) =>
          recogniseLine(line, characters, workDirectory);
        closer.push(upright ? await lookCloser(page, places, upright, look) : page);
      }
      return closer.some((page, index) => page !== seen.pages[index]) ? { ...seen, pages: closer } : seen;
    },
  };
}

async function recogniseUpright(picture: Raster, workDirectory: string) {
  const upright = uprightOf(inkOnWhite(withinReason(picture)));
  const recognised = await recognise(asPgm(upright), 'blocks', workDirectory);
  if (recognised.confidence >= doubtfulConfidence) return { upright, recognised };
  // What stands on its head is recognised as rubbish, with little confidence.
  const other = turn(upright, 2);
  const onItsHead = await recognise(asPgm(other), 'blocks', workDirectory);
  return sureLetters(onItsHead) > sureLetters(recognised)
    ? { upright: other, recognised: onItsHead }
    : { upright, recognised };
}

/** `scale`: how much larger than `upright` the picture was that was recognised. */
function asPage({ words }: Recognised, number: number, upright: Raster, scale: number): PdfPage {
  const points = sheetPoints / Math.min(upright.width, upright.height);
  return {
    number,
    width: upright.width * points,
    height: upright.height * points,
    items: words.filter(isPrint).map((word) => asItem(word, points / scale)),
  };
}

/** Words are kept however unsure the recogniser is: it says 0 of many that are right, where its languages disagree. */
function isPrint({ text, confidence }: RecognisedWord): boolean {
  // Edges of panels and tables.
  if (/^[|¦_—~=[\]{}\\]+$/u.test(text)) return false;
  const signs = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  return signs > 1 || (text.trim() !== '' && confidence >= signConfidenceMin) || /^\d$/.test(text);
}

function uprightOf(page: Raster): Raster {
  const { isOnItsSide, skew } = lieOf(page);
  return straightened(isOnItsSide ? turn(page, 1) : page, skew);
}

function withinReason(picture: Raster): Raster {
  const factor = Math.floor(Math.max(picture.width, picture.height) / sidePixelsMax) + 1;
  return shrink(picture, factor);
}

/** Rubbish has few letters that were recognised well. */
function sureLetters({ words }: Recognised): number {
  return words.reduce((sum, { text, confidence }) => sum + (confidence > 0.6 ? text.length : 0), 0);
}

function asItem({ text, x, baseline, width, height, confidence }: RecognisedWord, scale: number): TextItem {
  return {
    text,
    x: x * scale,
    y: baseline * scale,
    width: width * scale,
    height: height * scale,
    confidence,
  };
}
