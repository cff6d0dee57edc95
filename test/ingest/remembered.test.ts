import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { remembered } from '../../src/ingest/remembered.ts';

test('a text is answered once while it is remembered, also where the answer is nothing', () => {
  const asked: string[] = [];
  const firstDigit = remembered((text) => {
    asked.push(text);
    return /\d/.exec(text)?.[0] ?? null;
  });
  expect([firstDigit('a1'), firstDigit('a'), firstDigit('a1'), firstDigit('a')]).toEqual([
    '1',
    null,
    '1',
    null,
  ]);
  expect(asked).toEqual(['a1', 'a']);
});

test('however many texts there are, each gets its own answer, and old ones are forgotten', () => {
  let asked = 0;
  const length = remembered((text) => {
    asked += 1;
    return `${text.length} ${text}`;
  });
  for (let number = 0; number < 5_000; number += 1)
    expect(length(`${number}`)).toBe(`${`${number}`.length} ${number}`);
  expect(length('0')).toBe('1 0');
  expect(asked).toBe(5_001);
});

test('words are the same, found in one go or letter by letter', async () => {
  const { squeeze, wordsOf } = await import('../../src/ingest/pdf/text/words.ts');
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'Z', '9', '#', '.', ' ', '-', '_', '/', ':'), maxLength: 24 }),
      (text) => {
        // With an accent behind it, a text is taken the long way.
        expect(wordsOf(`${text} é`)).toEqual([
          ...wordsOf(text),
          { text: 'e', start: text.length + 1, end: text.length + 2 },
        ]);
        expect(squeeze(`${text} é`)).toBe(`${squeeze(text)}e`);
      },
    ),
  );
});
