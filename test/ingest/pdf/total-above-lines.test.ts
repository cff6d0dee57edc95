/** A total that stands over the table of lines: what the lines come to is no part that is left to pay. */
import { expect, test } from '@jest/globals';
import { foot, head, read, title } from './support/plain-page.ts';
import type { Put } from './support/sheet.ts';

const xs = [50, 300, 380, 540] as const;
const row = (y: number, ...texts: string[]): Put[] =>
  texts.map((text, index): Put => [text, xs[index] ?? 0, y, { right: index === 3 }]);

const total: Put = ['Fakturatotal 1 230,00 kr', 50, 280, { size: 14 }];
const lines = (...rows: [string, string, string, string][]): Put[] => [
  ...row(340, 'Beskrivning', 'Antal', 'À-pris', 'Belopp'),
  ...rows.flatMap((texts, index) => row(356 + 16 * index, ...texts)),
];

test('two lines come to it, and nobody need look', () => {
  const { invoice, codes } = read(
    title,
    ...head,
    total,
    ...lines(['Rådgivning', '10', '100,00', '1 000,00'], ['Teknisk hjälp', '2', '115,00', '230,00']),
    ...foot,
  );
  expect(invoice.totals.payable).toBe('1230.00');
  expect(codes).toEqual([]);
});

test('but amounts below it that are of no line may be a part and the rest', () => {
  const { codes } = read(
    title,
    ...head,
    total,
    ...lines(['Rådgivning', '10', '123,00', '1 230,00']),
    ['Erlagt', 330, 500],
    ['1 000,00', 540, 500, { right: true }],
    ['Återstod', 330, 515],
    ['230,00', 540, 515, { right: true }],
    ...foot,
  );
  expect(codes).toContain('unsure:totals.payable');
});
