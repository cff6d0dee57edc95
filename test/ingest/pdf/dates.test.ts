import { describe, expect, test } from '@jest/globals';
import { orderOfPage } from '../../../src/ingest/pdf/dates/date-order.ts';
import { readDates } from '../../../src/ingest/pdf/dates/dates.ts';
import { defaultReviewPolicy } from '../../../src/ingest/review-policy.ts';
import { type Put, pageOf } from './support/sheet.ts';

const least = defaultReviewPolicy.required.issueDate ?? 1;

/** Enough of a language for a page to be in it. */
const words: Record<string, Put[]> = {
  en: [
    ['Invoice number', 50, 600],
    ['Amount due', 50, 620],
    ['VAT registration number', 50, 640],
  ],
  sv: [
    ['Fakturanummer', 50, 600],
    ['Att betala', 50, 620],
    ['Momsregistreringsnummer', 50, 640],
  ],
  de: [
    ['Rechnungsnummer', 50, 600],
    ['Zu zahlen', 50, 620],
    ['Umsatzsteuer', 50, 640],
  ],
};

/** The likeliest date of issue, and whether it is sure enough for nobody to look. */
function issued(language: string, ...puts: Put[]) {
  const [best] = readDates(pageOf(...puts, ...(words[language] ?? [])), []).issue;
  return best && { date: best.candidate.value, isSure: best.probability >= least };
}

describe('a date that can be read with the day or the month first', () => {
  test('is not sure by the currency alone', () => {
    const date: Put = ['Invoice date: 03/04/2026', 50, 80];
    expect(issued('en', date, ['EUR', 50, 660])?.isSure).toBe(false);
    expect(issued('en', date, ['USD', 50, 660])?.isSure).toBe(false);
  });

  test('is sure where pounds are paid, or another date of the page can be read in one way only', () => {
    const date: Put = ['Invoice date: 03/04/2026', 50, 80];
    expect(issued('en', date, ['Total £ 12.00', 50, 660])).toEqual({ date: '2026-04-03', isSure: true });
    expect(issued('en', date, ['Ship date: 03/25/2026', 50, 95])).toEqual({
      date: '2026-03-04',
      isSure: true,
    });
  });

  test('is sure where the terms fit one order only', () => {
    expect(
      issued(
        'en',
        ['Invoice date: 03/04/2026', 50, 80],
        ['Due date: 03/05/2026', 50, 95],
        ['Payment terms: 30 days', 50, 110],
      ),
    ).toEqual({ date: '2026-04-03', isSure: true });
  });

  test('is sure in a language that has one order', () => {
    expect(issued('sv', ['Fakturadatum: 03/04/2026', 50, 80])).toEqual({ date: '2026-04-03', isSure: true });
  });

  test('two dates that prove different orders prove none', () => {
    const page = pageOf(['Date: 25/03/2026', 50, 80], ['Ship date: 03/25/2026', 50, 95], ...(words.en ?? []));
    expect(orderOfPage(page).isProven).toBe(false);
  });
});

describe('a date that no label names', () => {
  test('makes one beside a weak label less sure', () => {
    const date: Put = ['Datum: 2026-04-03', 50, 80];
    expect(issued('sv', date)?.isSure).toBe(true);
    expect(issued('sv', date, ['Packat av Bo 2026-04-01', 50, 95])).toEqual({
      date: '2026-04-03',
      isSure: false,
    });
  });

  test('takes nothing from one that is plainly the date of the invoice', () => {
    expect(
      issued('sv', ['Fakturadatum: 2026-04-03', 50, 80], ['Packat av Bo 2026-04-01', 50, 95])?.isSure,
    ).toBe(true);
  });

  test('counts at the head of a letter where a place stands before it', () => {
    const place: Put = ['12345 Köln', 50, 60];
    expect(issued('de', place, ['Köln, 3. April 2026', 300, 80])).toMatchObject({ date: '2026-04-03' });
    expect(issued('de', place, ['Montiert am 3. April 2026', 300, 80])?.isSure).not.toBe(true);
  });

  test('is nobody\'s under "Datum" where that heads a column of the lines', () => {
    const lines: Put[] = [
      ['Datum', 50, 200],
      ['Beskrivning', 120, 200],
      ['Antal', 300, 200],
      ['Pris', 380, 200],
      ['Belopp', 480, 200],
      ['2026-03-28', 50, 214],
      ['Montering', 120, 214],
      ['1', 300, 214],
      ['100,00', 380, 214],
      ['100,00', 480, 214],
    ];
    expect(issued('sv', ...lines)?.isSure).not.toBe(true);
  });
});

test('a due date counted from terms is not sure where a later date is printed that the days do not lead to', () => {
  const puts: Put[] = [
    ['Fakturadatum: 2026-04-03', 50, 80],
    ['Betalningsvillkor: 30 dagar', 50, 95],
  ];
  const counted = (...more: Put[]) =>
    readDates(pageOf(...puts, ...more, ...(words.sv ?? [])), []).dueByTerms ?? { value: '', confidence: 1 };
  expect(counted()).toMatchObject({ value: '2026-05-03' });
  expect(counted().confidence).toBeGreaterThan(0.9);
  expect(counted(['Klart för oss 2026-04-13', 50, 500]).confidence).toBeLessThan(0.85);
});

test('words behind a common word for a date make another label of it', () => {
  const puts: Put[] = [
    ['Datum för besiktning eller slutförd leverans av varor:', 50, 80],
    ['2026-03-03', 50, 92],
  ];
  expect(issued('sv', ...puts)?.isSure).not.toBe(true);
});

test('a clause may stand between a label and its date', () => {
  const date: Put = ['Fakturadatum, med förbehåll för 7 § bokföringslagen: 2026-04-03', 50, 80];
  expect(issued('sv', date)).toEqual({ date: '2026-04-03', isSure: true });
});
