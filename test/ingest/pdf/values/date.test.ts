import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { datesAtStart, daysAfter, daysBetween, daysOfTerms } from '../../../../src/ingest/pdf/values/date.ts';

const read = (text: string) => datesAtStart(text).map(({ iso }) => iso);

describe('dates in print', () => {
  test.each([
    ['2026-11-02', '2026-11-02'],
    ['20261102', '2026-11-02'],
    ['261102', '2026-11-02'],
    ['02.11.2026', '2026-11-02'],
    ['2.11.26', '2026-11-02'],
    ['13/11/2017', '2017-11-13'],
    ['11/15/2019', '2019-11-15'],
    ['2 november 2026', '2026-11-02'],
    ['den 2 maj 2026', '2026-05-02'],
    ['2. marraskuuta 2026', '2026-11-02'],
    ['2. März 2026', '2026-03-02'],
    ['1er août 2026', '2026-08-01'],
    ['3 juillet 2026', '2026-07-03'],
    ['19 april 2014', '2014-04-19'],
    ['4 mrt 2026', '2026-03-04'],
    ['November 2, 2026', '2026-11-02'],
    ['dnia 2 października 2026 r.', '2026-10-02'],
    ['2. června 2026', '2026-06-02'],
    ['2. července 2026', '2026-07-02'],
    ['2. juuni 2026', '2026-06-02'],
    ['1° settembre 2026', '2026-09-01'],
    ['2 gen. 2026', '2026-01-02'],
    ['2 de marzo de 2026', '2026-03-02'],
    ['15 dic 2026', '2026-12-15'],
    ['2 de dezembro de 2026', '2026-12-02'],
    ['Jan 31, 2022', '2022-01-31'],
  ])('%s is %s', (text, iso) => {
    expect(read(text)).toEqual([iso]);
  });

  test.each(['2026-13-02', '31.02.2026', 'november', '12345', '', 'nr 12'])('"%s" is none', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('where day and month could change places, both readings are given and doubted', () => {
    expect(datesAtStart('03/04/2026').map(({ iso, doubt }) => [iso, doubt])).toEqual([
      ['2026-04-03', 'order'],
      ['2026-03-04', 'order'],
    ]);
  });
});

describe('payment terms', () => {
  test.each([
    ['30 dagar netto', 30],
    ['30 DGR NTO', 30],
    ['Netto 14 dager', 14],
    ['8 dage netto', 8],
    ['14 päivää netto', 14],
    ['14 pv', 14],
    ['zahlbar innerhalb von 30 Tagen', 30],
    ['binnen 21 dagen', 21],
    ['à 45 jours', 45],
    ['Net 30', 30],
    ['2 % 10 days, 30 days net', 30],
  ])('"%s" is %i days', (text, days) => {
    expect(daysOfTerms(text)).toBe(days);
  });

  test.each(['kontant', 'omgående', '2 %', 'per leverans'])('"%s" names no days', (text) => {
    expect(daysOfTerms(text)).toBeNull();
  });
});

test('so many days after a date, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400 }), (start, days) => {
      const date = daysAfter('1990-01-01', start);
      expect(daysBetween(date, daysAfter(date, days))).toBe(days);
    }),
  );
});
