import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { enlarged, part, type Raster, rasterFromRgba, shrink, turn } from '../../../src/ingest/ocr/raster.ts';

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

test('a part has blank pixels around it, and reaches no further than the picture', () => {
  const raster = { width: 3, height: 2, grey: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
  const corner = { left: 1.2, top: -4, right: 9, bottom: 1 };
  expect(part(raster, corner, 1)).toEqual({
    width: 4,
    height: 3,
    grey: Uint8Array.from([255, 255, 255, 255, 255, 2, 3, 255, 255, 255, 255, 255]),
  });
  expect(part(raster, { left: 7, top: 0, right: 9, bottom: 1 }, 0)).toMatchObject({ width: 0, height: 1 });
});

test('a larger picture lies between the pixels of the smaller one', () => {
  const raster = { width: 2, height: 1, grey: Uint8Array.from([0, 201]) };
  expect(enlarged(raster, 2)).toEqual({
    width: 4,
    height: 2,
    grey: Uint8Array.from([0, 50, 151, 201, 0, 50, 151, 201]),
  });
  fc.assert(fc.property(rasters, (each) => expect(enlarged(each, 1)).toEqual(each)));
});
