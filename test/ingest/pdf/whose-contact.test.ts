/** Whom the seller offers to turn to is no reference of the buyer's; whom the buyer's address names is one. */
import { expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import { type Put, table } from './support/sheet.ts';

function buyerOf(language: string, ...own: Put[]): string | null {
  const puts = samples.find((sample) => sample.language === language)?.puts ?? [];
  return read(...puts, ...own).invoice.references.buyer;
}

const offers = [
  ['en', 'Your contact'],
  ['en', 'Your contact at us'],
  ['sv', 'Er kontakt hos oss'],
  ['sv', 'Din kontakt'],
  ['no', 'Din kontaktperson'],
  ['da', 'Jeres kontakt hos os'],
  ['fi', 'Yhteyshenkilönne'],
  ['de', 'Ihr Ansprechpartner'],
  ['de', 'Ihre Ansprechpartnerin'],
  ['nl', 'Uw contactpersoon'],
  ['fr', 'Votre contact'],
  ['fr', 'Votre interlocuteur'],
] as const;

test.each(offers)('on a page in %s, "%s" is the seller’s own', (language, label) => {
  expect(buyerOf(language, [`${label}: Maja Lind`, 50, 350])).toBeNull();
  expect(buyerOf(language, [label, 50, 350], ['Maja Lind', 190, 350])).toBeNull();
});

test('beside a contact of the seller’s own, "your contact" is the buyer’s', () => {
  const pair = table([50, 180], 350, [
    ['Uw contactpersoon', 'Maja Lind'],
    ['Onze contactpersoon', 'Bo Ek'],
  ]);
  expect(buyerOf('nl', ...pair)).toBe('Maja Lind');
});

const address = (person: string): Put[] => [
  ['Kund', 50, 160],
  ['Nordvik Bygg AB', 50, 174],
  [person, 50, 188],
  ['Lillgatan 2', 50, 202],
  ['111 22 Stockholm', 50, 216],
];

test.each([
  'Att. Maja Lind',
  'Att: Maja Lind',
  'c/o Maja Lind',
  'v/ Maja Lind',
  'z. Hd. Maja Lind',
  'T.a.v. Maja Lind',
])('the buyer’s address names a person: "%s"', (line) => {
  expect(read(title, ...head, ...address(line), ...amounts, ...foot).invoice.references.buyer).toBe(
    'Maja Lind',
  );
});

test.each(['c/o Ekens Förvaltning AB', 'c/o 4711', 'v/ Storgatan 3'])('"%s" names none', (line) => {
  expect(read(title, ...head, ...address(line), ...amounts, ...foot).invoice.references.buyer).toBeNull();
});
