import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { watchBase64 } from '../../../src/ingest/mime/base64-watch.ts';

function isDamaged(...chunks: (string | Uint8Array)[]): boolean {
  const watch = watchBase64();
  for (const chunk of chunks) watch.see(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return watch.isDamaged();
}

describe('base64 that goes by', () => {
  test('is whole for any bytes, however it is cut into lines and chunks', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 50 }),
        (bytes, line, chunk) => {
          const text = Buffer.from(bytes)
            .toString('base64')
            .replace(new RegExp(`.{${line}}`, 'g'), '$&\r\n');
          const chunks = text.match(new RegExp(`[^]{1,${chunk}}`, 'g')) ?? [];
          expect(isDamaged(...chunks)).toBe(false);
        },
      ),
    );
  });

  test('is whole without its padding, which many leave out', () => {
    expect(isDamaged('aGVqZGV')).toBe(false);
  });

  test.each([
    ['a character that is not of it', 'aGVq!GVq'],
    ['bytes that are no text', new Uint8Array([0x61, 0xff, 0x61, 0x61])],
    ['one character too many to be a byte', 'aGVqa'],
    ['padding that does not fit', 'aGVqZ=='],
    ['more padding than there can be', 'aGVq===='],
  ])('is damaged by %s', (_what, text) => {
    expect(isDamaged(text)).toBe(true);
  });
});
