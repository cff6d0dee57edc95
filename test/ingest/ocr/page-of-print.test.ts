/** From a picture of a page to print that can be recognised: ink on white, upright, straight. */
import { expect, test } from '@jest/globals';
import { inkOnWhite } from '../../../src/ingest/ocr/ground.ts';
import { type Raster, turn } from '../../../src/ingest/ocr/raster.ts';
import { lieOf, straightened } from '../../../src/ingest/ocr/straighten.ts';

const at = ({ width, grey }: Raster, x: number, y: number) => grey[y * width + x];

/** Strokes that stand close beside each other on lines that are further apart, as letters do. */
function isInk(x: number, y: number): boolean {
  const line = Math.floor(y / 24);
  return y % 24 < 9 && (x * 3 + line * 5) % 17 < 7 && (x + line * 40) % 160 < 120;
}

function page(width: number, height: number, paint: (x: number, y: number) => number): Raster {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) grey[y * width + x] = paint(x, y);
  }
  return { width, height, grey };
}

/** Paper with lines of writing, brightness falling from left to right. */
const shaded = (width: number, height: number) =>
  page(width, height, (x, y) => {
    const paper = 240 - (140 * x) / width;
    return isInk(x, y) ? paper * 0.3 : paper;
  });

/** The lightest ink and the darkest paper, among the pixels that are looked at. */
function extremes(even: Raster, isLookedAt: (x: number) => boolean = () => true) {
  let [ink, paper] = [0, 255];
  for (let y = 0; y < even.height; y += 1) {
    for (let x = 0; x < even.width; x += 1) {
      if (!isLookedAt(x)) continue;
      const value = at(even, x, y) ?? 0;
      if (isInk(x, y)) ink = Math.max(ink, value);
      else paper = Math.min(paper, value);
    }
  }
  return { ink, paper };
}

test('a shadow over the page is evened out, and ink stays ink', () => {
  const { ink, paper } = extremes(inkOnWhite(shaded(320, 96)));
  expect(ink).toBeLessThan(160);
  expect(paper).toBeGreaterThan(215);
});

test('white letters in a dark panel come out as dark letters on white, like those beside it', () => {
  const isPanel = (x: number) => x < 120;
  const even = inkOnWhite(
    page(240, 96, (x, y) => (isInk(x, y) ? (isPanel(x) ? 235 : 40) : isPanel(x) ? 45 : 240)),
  );
  const { ink, paper } = extremes(even, (x) => x < 88 || x > 152);
  expect(ink).toBeLessThan(100);
  expect(paper).toBeGreaterThan(240);
});

test.each([0, 1, 2, 3])(
  'lines that run across are told from those that run up and down, %i quarters turned',
  (quarters) => {
    expect(lieOf(inkOnWhite(turn(shaded(200, 160), quarters))).isOnItsSide).toBe(quarters % 2 === 1);
  },
);

test.each([-3.4, -0.7, 0, 1.2, 4.5])('a page that lies %d degrees askew is straightened', (degrees) => {
  const straight = inkOnWhite(shaded(260, 200));
  const askew = straightened(straight, -degrees);
  const { skew } = lieOf(askew);
  expect(Math.abs(skew - degrees)).toBeLessThanOrEqual(0.2);
  expect(Math.abs(lieOf(straightened(askew, skew)).skew)).toBeLessThanOrEqual(0.2);
});

test('labels in pale grey become ink, beside print in black and by themselves', () => {
  const even = inkOnWhite(page(240, 144, (x, y) => (y < 96 && isInk(x, y) ? (x < 120 ? 190 : 30) : 240)));
  expect(extremes({ ...even, height: 96 }, (x) => x < 88).ink).toBeLessThan(60);
  expect(extremes({ ...even, height: 96 }, (x) => x > 152).ink).toBeLessThan(60);
});

test('the grain of a page stays white, however coarse it is', () => {
  const grain = (x: number, y: number) => (((x * 7919 + y * 104_729) % 101) / 50 - 1) * 24;
  const even = inkOnWhite(page(320, 320, (x, y) => (y < 48 && isInk(x, y) ? 40 : 215) + grain(x, y)));
  const blank = even.grey.subarray(96 * even.width);
  expect(blank.filter((value) => value < 200).length).toBeLessThan(blank.length / 50);
  expect(extremes({ ...even, height: 32 }).ink).toBeLessThan(100);
});
