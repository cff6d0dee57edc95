/** Which way a page lies, and how askew: told by its lines of writing, whose ink alternates with the white between them. Pure. */
import { type Raster, shrink, turn } from './raster.ts';

/** How far askew a page may lie to be straightened, and the steps in which it is looked for, in degrees. */
const skewMax = 6;
const coarseStep = 0.5;
const fineStep = 0.1;

/** The picture is looked at in this size: lines of small type are still apart. */
const sidePixels = 1_200;

/** Darker than this is print: half ink, so that a stroke is as wide as it was drawn. */
const inkMax = 128;

/** Print goes on without a gap for so many pixels at most; rules, edges and frames are longer. */
const runMax = 40;

export interface Lie {
  /** Lines run up and down: it lies on its side. */
  isOnItsSide: boolean;
  /** Degrees, clockwise, by which lines that should run across fall, once it was turned from its side. */
  skew: number;
}

/** @param page ink on white */
export function lieOf(page: Raster): Lie {
  const small = shrink(page, Math.max(1, Math.floor(Math.max(page.width, page.height) / sidePixels)));
  const onSide = turn(small, 1);
  const isOnItsSide = smallGaps(onSide) > smallGaps(small);
  return { isOnItsSide, skew: skewOf(printOf(isOnItsSide ? onSide : small)) };
}

/** The white between two strokes is at most so wide, in pixels. */
const gapMax = 5;

/** How often two strokes stand close beside each other: along a line of writing letters do, across it the next line is further off. */
function smallGaps({ width, height, grey }: Raster): number {
  let gaps = 0;
  for (let y = 0; y < height; y += 1) {
    let last = -gapMax - 1;
    for (let x = 0; x < width; x += 1) {
      if ((grey[y * width + x] ?? 255) >= inkMax) continue;
      if (x - last > 1 && x - last <= gapMax + 1) gaps += 1;
      last = x;
    }
  }
  return gaps;
}

interface Print {
  height: number;
  /** x and y, one after the other, from the middle of the page. */
  points: Float32Array;
}

function printOf({ width, height, grey }: Raster): Print {
  const isInk = (x: number, y: number) => (grey[y * width + x] ?? 255) < inkMax;
  const isLong = new Uint8Array(grey.length);
  markRuns(
    width,
    height,
    (along, across) => isInk(along, across),
    (along, across) => {
      isLong[across * width + along] = 1;
    },
  );
  markRuns(
    height,
    width,
    (along, across) => isInk(across, along),
    (along, across) => {
      isLong[along * width + across] = 1;
    },
  );
  const points: number[] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isInk(x, y) && isLong[y * width + x] === 0) points.push(x - width / 2, y - height / 2);
    }
  }
  return { height: Math.ceil(Math.hypot(width, height)), points: Float32Array.from(points) };
}

function markRuns(
  length: number,
  count: number,
  isInk: (along: number, across: number) => boolean,
  mark: (along: number, across: number) => void,
): void {
  for (let across = 0; across < count; across += 1) {
    let start = 0;
    for (let along = 0; along <= length; along += 1) {
      if (along < length && isInk(along, across)) continue;
      if (along - start > runMax) for (let at = start; at < along; at += 1) mark(at, across);
      start = along + 1;
    }
  }
}

/** The angle at which lines of print and the white between them alternate most. */
function skewOf({ points, height }: Print): number {
  const best = { skew: 0, contrast: contrastAt(points, height, 0) };
  const tryAt = (skew: number) => {
    const contrast = contrastAt(points, height, skew);
    // A page that lies straight is not turned for the sake of its grain.
    if (contrast > best.contrast * 1.002) Object.assign(best, { skew, contrast });
  };
  for (let skew = -skewMax; skew <= skewMax; skew += coarseStep) tryAt(skew);
  const coarse = best.skew;
  for (let skew = coarse - coarseStep; skew <= coarse + coarseStep; skew += fineStep) tryAt(skew);
  return best.skew;
}

function contrastAt(points: Float32Array, height: number, degrees: number): number {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const rows = new Uint32Array(height + 2);
  for (let at = 0; at < points.length; at += 2) {
    const y = Math.round((points[at + 1] ?? 0) * cos - (points[at] ?? 0) * sin + height / 2);
    rows[y] = (rows[y] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}

/** Turned back by the skew, on white; each pixel between the four that it came from. */
export function straightened(page: Raster, skew: number): Raster {
  if (Math.abs(skew) < fineStep) return page;
  const { width, height, grey } = page;
  const [sin, cos] = [Math.sin((skew * Math.PI) / 180), Math.cos((skew * Math.PI) / 180)];
  const result = new Uint8Array(grey.length).fill(255);
  const pixel = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 255 : (grey[y * width + x] ?? 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = (x - width / 2) * cos - (y - height / 2) * sin + width / 2;
      const fromY = (x - width / 2) * sin + (y - height / 2) * cos + height / 2;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [fx, fy] = [fromX - left, fromY - top];
      const upper = pixel(left, top) * (1 - fx) + pixel(left + 1, top) * fx;
      const lower = pixel(left, top + 1) * (1 - fx) + pixel(left + 1, top + 1) * fx;
      result[y * width + x] = Math.round(upper * (1 - fy) + lower * fy);
    }
  }
  return { width, height, grey: result };
}
