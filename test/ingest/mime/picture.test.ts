import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { looksLikePage, pictureSize } from '../../../src/ingest/mime/picture.ts';
import { jpegOf, pngOf } from '../support/pictures.ts';

describe('the size of a picture', () => {
  test('stands in the first bytes of a PNG and of a JPEG', () => {
    expect(pictureSize(pngOf(1240, 1754))).toEqual({ width: 1240, height: 1754 });
    expect(pictureSize(jpegOf(300, 80))).toEqual({ width: 300, height: 80 });
  });

  test('is null for anything else, never a crash', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.constantFrom(pngOf(2, 2), jpegOf(2, 2), Buffer.alloc(0)),
        (bytes, start) => {
          const size = pictureSize(Buffer.concat([start.subarray(0, 4), bytes]));
          expect(size === null || size.width >= 0).toBe(true);
        },
      ),
    );
  });
});

test('a scanned page is told from a logo and from a banner', () => {
  expect(looksLikePage({ width: 1240, height: 1754 })).toBe(true);
  expect(looksLikePage({ width: 2200, height: 1700 })).toBe(true);
  expect(looksLikePage({ width: 210, height: 297 })).toBe(false);
  expect(looksLikePage({ width: 1600, height: 400 })).toBe(false);
});
