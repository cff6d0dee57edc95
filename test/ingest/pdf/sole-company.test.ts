/** A name is certain where nobody else can have sent the page. */
import { expect, test } from '@jest/globals';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import type { Put } from './support/sheet.ts';

const confidenceOn = (...names: readonly Put[]) =>
  read(...names, title, ...head, ...amounts, ...foot).invoice.evidence['seller.name']?.confidence;

const atTheTop: Put = ['Sandtorp Måleri AB', 50, 146];

test('the only company on the page is the seller', () => {
  expect(confidenceOn(atTheTop)).toBeGreaterThanOrEqual(0.98);
});

test('one of two is less sure', () => {
  expect(confidenceOn(atTheTop, ['Ekeberga Kakel AB', 330, 760])).toBeLessThan(0.98);
});

test.each(['SANDTORPMÅLERI AB', 'SandtorpMåleri AB'])('"%s" may be several words', (name) => {
  expect(confidenceOn([name, 50, 146])).toBeLessThan(0.98);
});

test('a word that numbers something elsewhere may be the first of its name', () => {
  const puts: Put[] = [['Projekt Sandtorp AB', 50, 146], title, ...head, ...amounts, ...foot];
  expect(read(...puts).invoice.seller.name).toBe('Projekt Sandtorp AB');
});
