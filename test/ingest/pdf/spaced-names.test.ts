/** A letterhead with its letters set apart: its words are put together by the gaps, and believed where the page spells them elsewhere. */
import { expect, test } from '@jest/globals';
import { amounts, head, read, title } from './support/plain-page.ts';
import type { Put } from './support/sheet.ts';

const letterhead: Put = ['N O R D V I K  B Y G G  A B', 50, 40, { size: 14 }];
const buyer: Put[] = [
  ['Kund', 50, 150],
  ['Kundbolaget i Ekeby AB', 50, 164],
  ['Storgatan 1', 50, 176],
  ['123 45 Ekeby', 50, 188],
];
const foot: Put = ['Org.nr 556999-1234', 50, 800];

const sureness = (...puts: Put[]) => {
  const { invoice } = read(title, ...head, ...amounts, ...buyer, letterhead, foot, ...puts);
  return { name: invoice.seller.name, confidence: invoice.evidence['seller.name']?.confidence ?? 0 };
};

test('alone it is not sure', () => {
  expect(sureness().confidence).toBeLessThanOrEqual(0.8);
});

test('spelled in the foot as well it is', () => {
  const { name, confidence } = sureness(['Nordvik Bygg AB', 50, 788]);
  expect(name).toBe('Nordvik Bygg AB');
  expect(confidence).toBeGreaterThan(0.9);
});

test('letters that nothing tells the words of are no name', () => {
  const { invoice } = read(title, ...head, ...amounts, ...buyer, foot, [
    'N O RD V I K B YG G A B',
    50,
    40,
    { size: 14 },
  ]);
  expect(invoice.seller.name).toBeNull();
});
