/** How the VAT falls on its rates, also where part of the net bears none, and where a page tells only rates and taxes. */
import { describe, expect, test } from '@jest/globals';
import { foot, head, read, title } from './support/plain-page.ts';
import { type Put, sums } from './support/sheet.ts';

const edges = [300, 380, 460, 545];
const row = (y: number, ...texts: string[]): Put[] =>
  texts.map((text, index): Put => [text, edges[index] ?? 0, y, { right: index > 0 }]);

function groupsOf(...puts: Put[]) {
  const { invoice, codes } = read(title, ...head, ...puts, ...foot);
  const { net, vat, payable } = invoice.totals;
  return {
    totals: [net, vat, payable],
    codes,
    groups: invoice.vatBreakdown.map(({ rate, taxable, tax }) => `${rate} ${taxable} ${tax}`),
  };
}

describe('what bears no VAT stands beside the rest', () => {
  const isWhole = {
    totals: ['1500.00', '250.00', '1750.00'],
    codes: [],
    groups: ['25 1000.00 250.00', '0 500.00 0.00'],
  };
  const total = sums(500, [['Att betala SEK', '1 750,00']]);

  test.each<[string, Put[]]>([
    [
      'at a rate of nothing',
      [
        ...row(400, 'Moms', 'Underlag', 'Belopp'),
        ...row(414, '25 %', '1 000,00', '250,00'),
        ...row(428, '0 %', '500,00', '0,00'),
      ],
    ],
    [
      'with bare rates behind a code',
      [
        ...row(400, 'Kod', 'Moms%', 'Underlag', 'Moms'),
        ...row(414, '1', '25,00', '1 000,00', '250,00'),
        ...row(428, '0', '0,00', '500,00', '0,00'),
      ],
    ],
    [
      'in columns headed by their rates',
      [
        ...row(400, 'Momssats', '25 %', '0 %'),
        ...row(414, 'Underlag', '1 000,00', '500,00'),
        ...row(428, 'Moms', '250,00', '0,00'),
      ],
    ],
    [
      'in words, with nothing that sums up both',
      sums(400, [
        ['Momspliktigt belopp', '1 000,00'],
        ['Momsfritt belopp', '500,00'],
        ['Moms 25 %', '250,00'],
      ]),
    ],
    [
      'in words below a net that holds it',
      sums(400, [
        ['Summa exkl moms', '1 500,00'],
        ['varav momsfritt', '500,00'],
        ['Moms 25 % på 1 000,00', '250,00'],
      ]),
    ],
  ])('%s', (_how, puts) => {
    expect(groupsOf(...puts, ...total)).toEqual(isWhole);
  });

  test('and is no group where it is not all that is missing', () => {
    const short = sums(400, [
      ['Summa exkl moms', '1 500,00'],
      ['varav momsfritt', '400,00'],
      ['Moms 25 % på 1 000,00', '250,00'],
    ]);
    expect(groupsOf(...short, ...total).groups).toEqual([]);
  });

  test('and is on nobody knows how much where only its tax of nothing is printed', () => {
    const taxes = sums(400, [
      ['Summa exkl moms', '1 500,00'],
      ['Moms 25 %', '125,00'],
      ['Moms 12 %', '60,00'],
      ['Moms 0 %', '0,00'],
      ['Att betala SEK', '1 685,00'],
    ]);
    expect(groupsOf(...taxes).groups).toEqual(['25 null 125.00', '12 null 60.00', '0 null 0.00']);
  });
});

describe('taxes alone', () => {
  const taxes = (net: string, total: string) =>
    sums(400, [
      ['Summa exkl moms', net],
      ['Moms 25 %', '250,00'],
      ['Moms 12 %', '60,00'],
      ['Att betala SEK', total],
    ]);

  test('tell the groups where what they are charged on comes to the net', () => {
    expect(groupsOf(...taxes('1 500,00', '1 810,00')).groups).toEqual(['25 null 250.00', '12 null 60.00']);
  });

  test('tell none where it does not', () => {
    expect(groupsOf(...taxes('1 700,00', '2 010,00')).groups).toEqual([]);
  });

  test('tell the only rate with the net', () => {
    const one = sums(400, [
      ['Summa exkl moms', '1 000,00'],
      ['Moms', '250,00'],
      ['Att betala SEK', '1 250,00'],
    ]);
    expect(groupsOf(...one, ['Momssats 25 %', 50, 460]).groups).toEqual(['25 1000.00 250.00']);
  });
});

test('a base in brackets is not below zero', () => {
  const { groups } = groupsOf(
    ['Moms 25 %  (1 000,00)', 330, 415],
    ['250,00', 540, 415, { right: true }],
    ...sums(400, [['Summa exkl moms', '1 300,00']]),
    ...sums(430, [
      ['Moms 12 %  (300,00)', '36,00'],
      ['Att betala SEK', '1 586,00'],
    ]),
  );
  expect(groups).toEqual(['25 1000.00 250.00', '12 300.00 36.00']);
});
