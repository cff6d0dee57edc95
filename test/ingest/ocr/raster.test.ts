import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  flatten,
  type Raster,
  rasterFromRgba,
  runsAcross,
  shrink,
  turn,
} from '../../../src/ingest/ocr/raster.ts';

const rasters = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((grey): Raster => ({ width, height, grey })),
  );

const at = ({ width, grey }: Raster, x: number, y: number) => grey[y * width + x];

test('a quarter turn clockwise brings the top left corner to the top right', () => {
  fc.assert(
    fc.property(rasters, (raster) => {
      const turned = turn(raster, 1);
      expect([turned.width, turned.height]).toEqual([raster.height, raster.width]);
      expect(at(turned, turned.width - 1, 0)).toBe(at(raster, 0, 0));
      expect(at(turned, 0, 0)).toBe(at(raster, 0, raster.height - 1));
    }),
  );
});

test('turns add up: four of them, or one and one back, change nothing', () => {
  fc.assert(
    fc.property(rasters, fc.integer({ min: -5, max: 5 }), (raster, quarters) => {
      expect(turn(turn(raster, quarters), -quarters)).toEqual(raster);
      expect(turn(turn(raster, 1), 1)).toEqual(turn(raster, 2));
      expect(turn(turn(raster, 2), 1)).toEqual(turn(raster, 3));
    }),
  );
});

test('a smaller picture keeps its mean brightness', () => {
  const raster = { width: 4, height: 2, grey: Uint8Array.from([0, 100, 200, 200, 100, 200, 200, 200]) };
  expect(shrink(raster, 2)).toEqual({ width: 2, height: 1, grey: Uint8Array.from([100, 200]) });
  expect(shrink(raster, 1)).toEqual(raster);
});

test('what is transparent is paper, and colours become their brightness', () => {
  const rgba = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255, 255, 255, 255]);
  expect([...rasterFromRgba(rgba, 4, 1).grey]).toEqual([255, 0, 76, 255]);
});

/** Letters that stand on lines, but not under each other. */
function isInk(x: number, y: number): boolean {
  const line = Math.floor(y / 20);
  return y % 20 < 6 && (x * (3 + (line % 4)) + line * 5) % 11 < 5;
}

/** Paper with lines of writing, brightness falling from left to right. */
function shadedPage(width: number, height: number): Raster {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const paper = 240 - (140 * x) / width;
      grey[y * width + x] = isInk(x, y) ? paper * 0.3 : paper;
    }
  }
  return { width, height, grey };
}

test('a shadow over the page is evened out, and ink stays ink', () => {
  const even = flatten(shadedPage(1_200, 160));
  for (let y = 0; y < even.height; y += 1) {
    for (let x = 0; x < even.width; x += 1) {
      if (isInk(x, y)) expect(at(even, x, y)).toBeLessThan(120);
      else expect(at(even, x, y)).toBeGreaterThan(215);
    }
  }
});

test('lines that run across are told from those that run up and down', () => {
  const page = shadedPage(400, 300);
  expect(runsAcross(page)).toBe(true);
  expect(runsAcross(turn(page, 1))).toBe(false);
  expect(runsAcross(turn(page, 2))).toBe(true);
});
