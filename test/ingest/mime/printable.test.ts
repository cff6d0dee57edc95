import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printable, printableLine } from '../../../src/ingest/mime/printable.ts';

test('whatever comes in, what comes out can be stored and shown: no NUL, no control, no reversed direction, no broken pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary-ascii' }), (one, other) => {
      const text = printable(`${one}\0${other}\u202e\ud800`);
      expect(text.replace(/[\t\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(text.isWellFormed()).toBe(true);
    }),
  );
});

test('a line is one line, trimmed, and null when nothing is left', () => {
  expect(printableLine('  Faktura\r\n\t 1001 \u0007')).toBe('Faktura 1001');
  expect(printableLine(' \u0000\r\n')).toBeNull();
  expect(printableLine(null)).toBeNull();
  expect(printableLine('x'.repeat(50), 10)).toBe('x'.repeat(10));
});
