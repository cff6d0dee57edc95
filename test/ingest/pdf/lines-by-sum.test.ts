/** Lines that no heading announces, and what their figures tell: quantity, unit and price by the amount that they make. */
import { describe, expect, test } from '@jest/globals';
import { figuresThatMake } from '../../../src/ingest/pdf/lines/line-figures.ts';
import { foot, head, read, title } from './support/plain-page.ts';
import { type Put, sums } from './support/sheet.ts';

const line = (y: number, words: string, figures: string, amount: string): Put[] => [
  [words, 50, y],
  ...(figures === '' ? [] : [[figures, 400, y, { right: true }] as Put]),
  [amount, 540, y, { right: true }],
];
const totals = sums(500, [
  ['Summa exkl moms', '1 000,00'],
  ['Moms 25 %', '250,00'],
  ['Att betala SEK', '1 250,00'],
]);

function linesOf(...puts: Put[]) {
  return read(title, ...head, ...puts, ...totals, ...foot).invoice.lines.map(
    ({ description, quantity, unit, unitPrice, net }) => [description, quantity, unit, unitPrice, net],
  );
}

describe('rows that come to the net are its lines', () => {
  test.each<[string, Put[]]>([
    [
      'beside them',
      [
        ...line(264, 'Redigering', '4 tim à 200,00', '800,00'),
        ...line(280, 'Resa', '1 st à 200,00', '200,00'),
      ],
    ],
    [
      'within',
      [
        ...line(264, 'Redigering, 4tim x 200,00', '', '800,00'),
        ...line(280, 'Resa, 1st x 200,00', '', '200,00'),
      ],
    ],
    [
      'below',
      [
        ...line(264, 'Redigering', '', '800,00'),
        ['4 tim × 200,00', 50, 275],
        ...line(290, 'Resa', '', '200,00'),
        ['1 st × 200,00', 50, 301],
      ],
    ],
    [
      'below headings that are not known',
      [
        ['Ärende', 50, 250],
        ['Omfång', 400, 250, { right: true }],
        ['Arvode', 540, 250, { right: true }],
        ...line(264, 'Redigering', '4 tim à 200,00', '800,00'),
        ...line(280, 'Resa', '1 st à 200,00', '200,00'),
      ],
    ],
  ])('with quantity and price %s', (_where, puts) => {
    expect(linesOf(...puts)).toEqual([
      ['Redigering', '4', 'tim', '200.00', '800.00'],
      ['Resa', '1', 'st', '200.00', '200.00'],
    ]);
  });

  test('with nothing but words and amounts', () => {
    expect(linesOf(...line(264, 'Grundavgift', '', '800,00'), ...line(280, 'Tillägg', '', '200,00'))).toEqual(
      [
        ['Grundavgift', null, null, null, '800.00'],
        ['Tillägg', null, null, null, '200.00'],
      ],
    );
  });

  test('one alone where it is no label and begins elsewhere than the sums', () => {
    expect(linesOf(...line(264, 'Konsultarbete i mars', '', '1 000,00'))).toEqual([
      ['Konsultarbete i mars', null, null, null, '1000.00'],
    ]);
    const among: Put[] = [
      ['Slutligt arvode', 330, 470],
      ['1 000,00', 540, 470, { right: true }],
    ];
    expect(linesOf(...among)).toEqual([]);
  });

  test('and none where they do not', () => {
    expect(linesOf(...line(264, 'Grundavgift', '', '800,00'), ...line(280, 'Tillägg', '', '150,00'))).toEqual(
      [],
    );
  });

  test('without what is carried from page to page', () => {
    const carried = [
      ...line(264, 'Grundavgift', '', '500,00'),
      ...line(280, 'Tillägg', '', '300,00'),
      ...line(296, 'Transport', '', '800,00'),
      ...line(312, 'Frakt', '', '200,00'),
    ];
    expect(linesOf(...carried).map(([description]) => description)).toEqual([
      'Grundavgift',
      'Tillägg',
      'Frakt',
    ]);
  });

  test('with what is counted in each, behind its words or apart from them', () => {
    expect(
      linesOf(...line(264, 'Årsavgift, 8 st', '', '800,00'), ...line(280, 'Tidning, 2 st', '', '200,00')),
    ).toEqual([
      ['Årsavgift', '8', 'st', null, '800.00'],
      ['Tidning', '2', 'st', null, '200.00'],
    ]);
    expect(linesOf(...line(264, 'Kabel', '10 m', '800,00'), ...line(280, 'Frakt', '', '200,00'))).toEqual([
      ['Kabel', '10', 'm', null, '800.00'],
      ['Frakt', null, null, null, '200.00'],
    ]);
  });
});

describe('the figures that make an amount', () => {
  const makes = (cents: number, ...texts: string[]) => {
    const made = figuresThatMake(cents, texts);
    return made && [made.quantity, made.unit, made.unitPrice];
  };

  test('are a quantity, with its unit close behind or apart, and a price', () => {
    expect(makes(21_000, '3,5h', '60,00')).toEqual(['3.5', 'h', '60.00']);
    expect(makes(180_000, '12 st', '150,00 kr')).toEqual(['12', 'st', '150.00']);
    expect(makes(180_000, '12', 'st', '150,00')).toEqual(['12', 'st', '150.00']);
    expect(makes(2_987_750, '19', '1,572.50')).toEqual(['19', null, '1572.50']);
  });

  test('may be parted from it by a discount, and then no price is told', () => {
    expect(makes(126_000, '3,5', '400,00', '10 %')).toEqual(['3.5', null, null]);
  });

  test('are none where they make something else', () => {
    expect(makes(126_000, '3,5', '400,00')).toBeNull();
    expect(makes(0, '0', '400,00')).toBeNull();
  });
});
