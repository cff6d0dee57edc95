/** Files to pictures: the pages of a PDF drawn, JPEG and PNG decoded, TIFF page by page. Never more than the limits allow. */
import { decode as decodeJpeg } from 'jpeg-js';
import { PDFParse } from 'pdf-parse';
import { PNG } from 'pngjs';
import UTIF from 'utif2';
import { messageOf } from '../../errors.ts';
import { mediaTypes } from '../mime/media-type.ts';
import { pictureSize } from '../mime/picture.ts';
import { printable } from '../mime/printable.ts';
import { PdfRefused } from '../pdf/page/open.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import { type Raster, rasterFromRgba } from './raster.ts';

/** A picture that cannot be looked at; `message` is what a person is told. */
export class PictureRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'PictureRefused';
    this.code = code;
  }
}

export interface Pictures {
  pages: Raster[];
  /** All that the file has, also those beyond the limit. */
  total: number;
}

/** What small type needs to be read well, in dots per inch. */
const drawnDotsPerInch = 200;

/** @throws PictureRefused when the file is damaged, or larger than may be decoded. */
export async function openPictures(
  bytes: Uint8Array,
  mediaType: string,
  limits: ReadingLimits['ocr'],
): Promise<Pictures> {
  if (mediaType === mediaTypes.pdf) return await drawPdf(bytes, limits);
  if (mediaType === 'image/tiff') return decodeTiff(bytes, limits);
  return { pages: [decode(bytes, mediaType, limits)], total: 1 };
}

async function drawPdf(bytes: Uint8Array, limits: ReadingLimits['ocr']): Promise<Pictures> {
  const parser = new PDFParse({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 });
  try {
    const { total, pages: sizes } = await parser.getInfo({ parsePageInfo: true });
    const pages: Raster[] = [];
    for (let number = 1; number <= Math.min(total, limits.pages); number += 1) {
      const size = sizes.find((page) => page.pageNumber === number);
      const scale = scaleWithin(size?.width ?? 595, size?.height ?? 842, limits.pixels);
      const { pages: drawn } = await parser.getScreenshot({
        partial: [number],
        scale,
        imageBuffer: true,
        imageDataUrl: false,
      });
      const picture = drawn[0];
      if (picture) pages.push(decode(picture.data, 'image/png', limits));
    }
    return { pages, total };
  } catch (error) {
    if (error instanceof PictureRefused) throw error;
    throw new PdfRefused('pdf_damaged', `the PDF cannot be drawn: ${printable(messageOf(error), 200)}`);
  } finally {
    await parser.destroy().catch(() => undefined);
  }
}

/** Points to pixels; a poster is drawn more coarsely, so that no page has more pixels than allowed. */
function scaleWithin(width: number, height: number, pixelsMax: number): number {
  const wanted = drawnDotsPerInch / 72;
  return Math.min(wanted, Math.sqrt(pixelsMax / Math.max(1, width * height)));
}

/** Decoders in JavaScript: a damaged or hostile picture must not reach one in native code. */
function decode(bytes: Uint8Array, mediaType: string, limits: ReadingLimits['ocr']): Raster {
  const announced = pictureSize(bytes);
  if (!announced) throw damaged('it does not say how large it is');
  refuseTooMany(announced.width * announced.height, limits);
  try {
    const { data, width, height } =
      mediaType === 'image/png'
        ? PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
        : decodeJpeg(bytes, {
            useTArray: true,
            maxMemoryUsageInMB: jpegMebibytesMax,
            maxResolutionInMP: limits.pixels / 1e6,
          });
    return rasterFromRgba(data, width, height);
  } catch (error) {
    throw damaged(error);
  }
}

/** What the decoder may count itself to use; the process has a limit of its own. */
const jpegMebibytesMax = 512;

function decodeTiff(bytes: Uint8Array, limits: ReadingLimits['ocr']): Pictures {
  try {
    const buffer = new Uint8Array(bytes).buffer;
    const directories = UTIF.decode(buffer).filter((each) => sizeOf(each).width > 0);
    const pages = directories.slice(0, limits.pages).map((directory) => {
      const { width, height } = sizeOf(directory);
      refuseTooMany(width * height, limits);
      UTIF.decodeImage(buffer, directory);
      return rasterFromRgba(UTIF.toRGBA8(directory), width, height);
    });
    if (pages.length === 0) throw new Error('it holds no page');
    return { pages, total: directories.length };
  } catch (error) {
    if (error instanceof PictureRefused) throw error;
    throw damaged(error);
  }
}

/** TIFF 6.0: tags 256 and 257, of which UTIF makes numbers only when it decodes the picture. */
function sizeOf(directory: UTIF.IFD): { width: number; height: number } {
  const number = (tag: string) => Number((directory[tag] as number[] | undefined)?.[0] ?? 0);
  return { width: number('t256'), height: number('t257') };
}

function refuseTooMany(pixels: number, limits: ReadingLimits['ocr']): void {
  if (pixels <= limits.pixels) return;
  throw new PictureRefused(
    'picture_too_big',
    `the picture has ${pixels} pixels, more than the ${limits.pixels} that are read`,
  );
}

function damaged(error: unknown): PictureRefused {
  return new PictureRefused(
    'picture_damaged',
    `the picture cannot be decoded: ${printable(messageOf(error), 200)}`,
  );
}
