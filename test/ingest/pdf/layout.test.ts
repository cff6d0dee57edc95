import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { layOut } from '../../../src/ingest/pdf/page/layout.ts';
import { directionOf, uprightPage } from '../../../src/ingest/pdf/page/upright.ts';
import { type Put, pagesOf, widthOf } from './support/sheet.ts';

const cellsOf = (...puts: Put[]) =>
  layOut(pagesOf(puts)).rows.map((row) => row.cells.map(({ text }) => text));

describe('rows and cells', () => {
  test('runs on one baseline are one row, those with a gap are cells of their own', () => {
    expect(cellsOf(['Fakturanr', 50, 80], ['10045', 200, 80.4], ['Datum', 50, 95])).toEqual([
      ['Fakturanr', '10045'],
      ['Datum'],
    ]);
  });

  test('an amount in several runs is put together, also in a fixed-width font', () => {
    const end = (text: string, x: number) => x + widthOf(text);
    expect(
      cellsOf(['1', 50, 80], ['250', end('1', 50) + 2.5, 80], [',00', end('250', end('1', 50) + 2.5), 80]),
    ).toEqual([['1 250,00']]);
    expect(cellsOf(['125', 50, 80], ['160,79', end('125', 50) + 4.6, 80])).toEqual([['125 160,79']]);
  });

  test('a quantity and an amount beside each other stay apart', () => {
    expect(cellsOf(['12', 50, 80], ['345,00', 50 + widthOf('12') + 8, 80])).toEqual([['12', '345,00']]);
  });

  test('spaced-out letters are words again', () => {
    expect(cellsOf(['F A K T U R A', 50, 80])).toEqual([['FAKTURA']]);
    const letters = 'FAKTURA'.split('').map((letter, index): Put => [letter, 50 + index * 7.5, 80]);
    expect(cellsOf(...letters)).toEqual([['FAKTURA']]);
  });

  test('words set with tracking stay apart: the gaps between them are wider than those between letters', () => {
    const tracked = (text: string, gap: number, space: number): Put[] => {
      let x = 50;
      return Array.from(text).flatMap((letter): Put[] => {
        const at = x;
        x += letter === ' ' ? space : widthOf(letter) + gap;
        return letter === ' ' ? [] : [[letter, at, 80]];
      });
    };
    expect(cellsOf(...tracked('NORDVIK BYGG AB', 2.5, 3))).toEqual([['NORDVIK BYGG AB']]);
    expect(cellsOf(...tracked('BERG & SON AB', 4, 5))).toEqual([['BERG & SON AB']]);
    expect(cellsOf(...tracked('Nordvik Bygg', 0, 2.5))).toEqual([['Nordvik Bygg']]);
    expect(cellsOf(...tracked('FAKTURA DATUM', 2, 16))).toEqual([['FAKTURA', 'DATUM']]);
    expect(cellsOf(...tracked('1250 300', 2.5, 3))).toHaveLength(1);
  });

  test('words set with tracking that are a run each are one text', () => {
    const words = (gap: number): Put[] => {
      let x = 50;
      return ['N O R D V I K', 'B Y G G', '&', 'S Ö N E R', 'A / S'].map((text): Put => {
        const at = x;
        x += widthOf(text) + gap;
        return [text, at, 80];
      });
    };
    expect(cellsOf(...words(7))).toEqual([['NORDVIK BYGG & SÖNER A/S']]);
    expect(cellsOf(...words(14))).toEqual([['NORDVIK BYGG & SÖNER A/S']]);
    expect(cellsOf(...words(20))[0]).toHaveLength(5);
  });

  test('words set with tracking whose gaps are lost are as the page has them elsewhere', () => {
    const foot: Put = ['Nordvik Bygg AB, Lillgatan 2', 50, 700];
    expect(cellsOf(['N O R DV I K B Y G G A B', 50, 80], foot)[0]).toEqual(['Nordvik Bygg AB']);
    expect(cellsOf(['N O R D V I K B Y G G A B', 50, 80], foot)[0]).toEqual(['Nordvik Bygg AB']);
    expect(cellsOf(['N O R DV I K B Y G G A S', 50, 80], foot)[0]).toEqual(['N O R DV I K B Y G G A S']);
  });

  test('text printed twice to look bold is there once', () => {
    expect(cellsOf(['Att betala', 50, 80], ['Att betala', 50.3, 80])).toEqual([['Att betala']]);
  });

  test('many spaces inside one run are a gap between columns', () => {
    expect(cellsOf(['Org.nr 556999-1234    Bankgiro 123-4566', 50, 80])).toEqual([
      ['Org.nr 556999-1234', 'Bankgiro 123-4566'],
    ]);
  });

  test('no character is lost, whatever stands where', () => {
    const place = fc.tuple(
      fc.stringMatching(/^[A-Za-z0-9]{1,12}$/),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 1, max: 55 }).map((line) => line * 14),
    );
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: ([, , y]) => y, maxLength: 30 }), (places) => {
        const { rows } = layOut(pagesOf(places.map(([text, x, y]): Put => [text, x, y])));
        const read = rows.flatMap((row) => row.cells.map(({ text }) => text)).sort();
        expect(read).toEqual(places.map(([text]) => text).sort());
      }),
    );
  });
});

describe('a page on its side', () => {
  test.each([
    ['right', 1, 0],
    ['down', 0, 1],
    ['left', -1, 0],
    ['up', 0, -1],
  ] as const)('text that runs %s', (direction, x, y) => {
    expect(directionOf(x, y)).toBe(direction);
  });

  test('askew text has no direction', () => {
    expect(directionOf(1, 1)).toBeNull();
  });

  test('is turned so that its text runs right, and a note up its margin is left out', () => {
    const run = { width: 50, height: 9 };
    const page = uprightPage(
      [
        { text: 'Fakturanummer', x: 100, y: 700, direction: 'up', ...run },
        { text: '10045', x: 100, y: 600, direction: 'up', ...run },
        { text: 'note', x: 20, y: 20, direction: 'right', ...run },
      ],
      { width: 595, height: 842 },
    );
    expect(page).toMatchObject({ width: 842, height: 595 });
    expect(page.items.map(({ text, x, y }) => [text, x, y])).toEqual([
      ['Fakturanummer', 142, 100],
      ['10045', 242, 100],
    ]);
  });
});
