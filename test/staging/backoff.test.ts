import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { backoffMs } from '../../src/backoff.ts';

const attempt = fc.integer({ min: 1, max: 2000 });
const settings = fc.record({
  baseMs: fc.integer({ min: 1, max: 10_000 }),
  maxMs: fc.integer({ min: 10_000, max: 86_400_000 }),
});
const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('the pause is between half and the whole of what doubles from the base up to the bound', () => {
  fc.assert(
    fc.property(attempt, settings, dice, (number, backoff, thrown) => {
      const whole = Math.min(backoff.maxMs, backoff.baseMs * 2 ** (number - 1));
      const pause = backoffMs(number, backoff, () => thrown);
      expect(pause).toBeGreaterThanOrEqual(Math.floor(whole / 2));
      expect(pause).toBeLessThanOrEqual(Math.ceil(whole));
    }),
  );
});

test('it never gets shorter with more failures, all else being equal', () => {
  fc.assert(
    fc.property(attempt, settings, dice, (number, backoff, thrown) => {
      const [one, next] = [number, number + 1].map((n) => backoffMs(n, backoff, () => thrown));
      expect(next).toBeGreaterThanOrEqual(one as number);
    }),
  );
});

test('many that failed together do not come back together', () => {
  const pauses = Array.from({ length: 100 }, () => backoffMs(5, { baseMs: 1_000, maxMs: 60_000 }));
  expect(new Set(pauses).size).toBeGreaterThan(50);
});
