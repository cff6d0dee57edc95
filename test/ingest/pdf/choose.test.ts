import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseTogether, type Scored } from '../../../src/ingest/pdf/choosing/choose.ts';

const scored = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd'),
  score: fc.integer({ min: -60, max: 60 }).map((tenths) => tenths / 10),
});
const fields = fc.record({
  one: fc.array(scored, { maxLength: 5 }),
  two: fc.array(scored, { maxLength: 5 }),
});

test('the shares of a field are probabilities, and what is left is that it is absent', () => {
  fc.assert(
    fc.property(fields, (candidates) => {
      const { shares } = chooseTogether(candidates, () => 0);
      for (const share of [shares.one, shares.two]) {
        const sum = share.reduce((total, { probability }) => total + probability, 0);
        expect(share.every(({ probability }) => probability >= 0)).toBe(true);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});

test('without anything between them, fields are chosen each by itself, and the best score wins', () => {
  fc.assert(
    fc.property(fields, (candidates) => {
      const { best, shares } = chooseTogether(candidates, () => 0);
      const alone = chooseTogether({ one: candidates.one }, () => 0);
      expect(best.one?.key).toBe(alone.best.one?.key);
      const top = candidates.one.reduce((most, { score }) => Math.max(most, score), 0);
      expect(best.one?.score ?? 0).toBeCloseTo(top);
      const [first] = shares.one;
      if (best.one && top > 0.01) expect(first?.candidate.score).toBeCloseTo(top);
    }),
  );
});

test('what fits together outweighs what stands better alone', () => {
  const candidates = {
    net: [
      { key: '100', score: 3 },
      { key: '80', score: 2.5 },
    ],
    total: [{ key: '100', score: 3 }],
  };
  const closes = (picks: { net: Scored | null; total: Scored | null }) =>
    picks.net?.key === '80' && picks.total ? 4 : 0;
  const { best, shares } = chooseTogether(candidates, closes);
  expect(best.net?.key).toBe('80');
  expect(shares.net[0]).toMatchObject({ candidate: { key: '80' } });
  expect(shares.net[0]?.probability).toBeGreaterThan(0.9);
});

test('two values with as much right are both in doubt', () => {
  const { shares } = chooseTogether(
    {
      number: [
        { key: '1', score: 4 },
        { key: '2', score: 4 },
      ],
    },
    () => 0,
  );
  expect(shares.number[0]?.probability).toBeLessThan(0.51);
});

test('a crowd of candidates is thinned out from its weakest, and the best remain', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ key: String(index), score: index / 50 }));
  const { best } = chooseTogether({ a: many, b: many, c: many, d: many }, () => 0);
  expect([best.a?.key, best.b?.key, best.c?.key, best.d?.key]).toEqual(['199', '199', '199', '199']);
});
