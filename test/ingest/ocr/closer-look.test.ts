/** Words looked at again by themselves: which, how, and what is made of looks that agree, differ, or see more. */
import { expect, test } from '@jest/globals';
import { lookCloser, ofLooks } from '../../../src/ingest/ocr/closer-look.ts';
import type { TextItem } from '../../../src/ingest/pdf/page/pages.ts';

const word = (text: string, confidence = 0.6): TextItem => ({
  text,
  x: 100,
  y: 50,
  width: 40,
  height: 10,
  confidence,
});

const seen = (text: string, ...looks: string[]) => {
  const { text: as, confidence, mayGoOn = false } = ofLooks(word(text), looks);
  return [as, confidence, mayGoOn];
};

test.each([
  ['every look', ['4711', '4711'], 1],
  ['every look, spaces and full stops apart', ['4 711.', '4711'], 1],
  ['one look, the other having seen nothing like it', ['4711', 'än'], 0.9],
])('what %s agrees on is sure', (_, looks, confidence) => {
  expect(seen('4711', ...looks)).toEqual(['4711', confidence, false]);
});

test('what no look saw stays as sure as it was', () => {
  expect(seen('4711', 'än', '')).toEqual(['4711', 0.6, false]);
});

test('of looks that differ the most win, and are never sure; where there are no most, nothing is', () => {
  expect(ofLooks(word('2024-03-14', 0.95), ['2024-03-11', '2024-03-14', '2024-03-14'])).toMatchObject({
    text: '2024-03-14',
    confidence: 0.92,
  });
  // All looks at the word by itself against the one at the page.
  expect(seen('2024-03-11', '2024-03-14', '2024-03-14', '2024-03-14')).toEqual(['2024-03-14', 0.5, false]);
  expect(ofLooks(word('2024-03-11', 0.95), ['2024-03-14', '2024-03-11', '2024-03-14'])).toMatchObject({
    confidence: 0.5,
  });
});

test.each([
  ['a VAT number', 'SES59992376901', 'SE559992376901'],
  ['an organisation number', '556999-1284', '556999-1234'],
])('of %s the look with right check digits is taken, though others differ', (_, wrong, right) => {
  expect(seen(wrong, wrong, right, wrong)).toEqual([right, 0.9, false]);
  expect(seen(right, wrong, wrong, wrong)).toEqual([right, 0.9, false]);
});

test('check digits that two different looks have prove neither', () => {
  expect(seen('556999-1234', '556999-1242', '556999-1234', '556999-1242')[1]).toBe(0.5);
});

test('figures that one look saw beside a number leave it unsure', () => {
  expect(seen('780,50', '780,50', '1 198 780,50')).toEqual(['780,50', 0.5, true]);
  expect(seen('59', '59', '59 26-7')).toEqual(['59', 0.5, true]);
  expect(seen('780,50', '780,50', 'kr 780,50')[2]).toBe(false);
});

const blank = { width: 595, height: 842, grey: new Uint8Array(595 * 842).fill(255) };
const place = { page: 1, x: 95, y: 40, width: 60, height: 10 };
const pageWith = (...items: TextItem[]) => ({ number: 1, width: 595, height: 842, items });

test('only words in the places given are looked at, each once', async () => {
  let looks = 0;
  const recognise = () => {
    looks += 1;
    return Promise.resolve('4711');
  };
  const page = pageWith(word('4711'), { ...word('4712'), y: 90 });
  const closer = await lookCloser(page, [place], blank, recognise);
  expect(closer.items).toEqual([
    { ...word('4711'), confidence: 1, isSeenClosely: true },
    { ...word('4712'), y: 90 },
  ]);
  expect(await lookCloser(closer, [place], blank, recognise)).toBe(closer);
  expect(await lookCloser(page, [{ ...place, page: 2 }], blank, recognise)).toBe(page);
  expect(looks).toBe(2);
});

test('the picture that is looked at is the word, larger; with more around it the second time, but not into other words', async () => {
  const grey = blank.grey.slice();
  for (let x = 0; x < 90; x += 1) grey[45 * 595 + x] = 0;
  const darkest: number[] = [];
  const sizes: number[] = [];
  const recognise = (picture: Buffer) => {
    const [head = '', width, height] = /^P5\n(\d+) (\d+)\n255\n/.exec(picture.toString('latin1')) ?? [];
    darkest.push(Math.min(...picture.subarray(head.length)));
    sizes.push(Number(width) / Number(height));
    return Promise.resolve('4711');
  };
  const neighbour = { ...word('Nr'), x: 60, width: 30 };
  await lookCloser(pageWith(neighbour, word('4711')), [place], { ...blank, grey }, recognise);
  expect(darkest).toEqual([255, 255]);
  expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
});

test('specks are not enlarged to pictures of any size, and no page is looked at without end', async () => {
  let looks = 0;
  const recognise = () => {
    looks += 1;
    return Promise.resolve('1');
  };
  const speck = { ...word('1'), height: 0.01, y: 50 };
  const page = pageWith(speck);
  expect(await lookCloser(page, [place], blank, recognise)).toBe(page);
  const many = Array.from({ length: 160 }, () => ({ ...word('1'), width: 4 }));
  await lookCloser(pageWith(...many), [place], blank, recognise);
  expect(looks).toBe(2 * 150);
});
