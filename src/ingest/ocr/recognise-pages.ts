/** A scan or a photo to text with places, like that of any other PDF, so that the same reading serves both. */
import type { PdfPage, PdfPages, TextItem } from '../pdf/pages.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { inkOnWhite } from './ground.ts';
import { openPictures } from './pictures.ts';
import { asPgm, type Raster, shrink, turn } from './raster.ts';
import { type Recognised, type RecognisedWord, recognise } from './recogniser.ts';
import { lieOf, straightened } from './straighten.ts';

/** The width of an A4 sheet in points: the scale in which the layout is measured, whatever the picture's own resolution. */
const sheetPoints = 595;

/** Below this the picture may stand on its head, and is tried the other way round as well. */
const doubtfulConfidence = 0.7;

/** Larger pictures are halved first: more pixels than small type needs only take time. */
const sidePixelsMax = 3_600;

/** Recognised at least this well, or a lone sign is a smudge, the edge of the paper, part of a logo. */
const signConfidenceMin = 0.5;

export async function recognisePages(
  bytes: Uint8Array,
  mediaType: string,
  workDirectory: string,
  limits: ReadingLimits['ocr'],
): Promise<PdfPages> {
  const { pages: pictures, total } = await openPictures(bytes, mediaType, limits);
  const pages: PdfPage[] = [];
  for (const [index, picture] of pictures.entries()) {
    pages.push(await recognisePage(picture, index + 1, workDirectory));
  }
  return { pages, total, origin: 'ocr' };
}

async function recognisePage(picture: Raster, number: number, workDirectory: string): Promise<PdfPage> {
  const upright = uprightOf(inkOnWhite(withinReason(picture)));
  const first = await recognise(asPgm(upright), workDirectory);
  // What stands on its head is recognised as rubbish, with little confidence.
  const recognised =
    first.confidence >= doubtfulConfidence
      ? first
      : better(first, await recognise(asPgm(turn(upright, 2)), workDirectory));
  const scale = sheetPoints / Math.min(upright.width, upright.height);
  return {
    number,
    width: upright.width * scale,
    height: upright.height * scale,
    items: recognised.words.filter(isPrint).map((word) => asItem(word, scale)),
  };
}

/** Words are kept however unsure the recogniser is: it says 0 of many that are right, where its languages disagree. */
function isPrint({ text, confidence }: RecognisedWord): boolean {
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

/** By the letters that were recognised well: rubbish has few, and is unsure of them. */
function better(a: Recognised, b: Recognised): Recognised {
  const sureLetters = ({ words }: Recognised) =>
    words.reduce((sum, { text, confidence }) => sum + (confidence > 0.6 ? text.length : 0), 0);
  return sureLetters(b) > sureLetters(a) ? b : a;
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
