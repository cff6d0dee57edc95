/** Days in which to pay instead of a day, a day that is the only one, and figures that were set one by one. */
import { describe, expect, test } from '@jest/globals';
import { dueByTerms, termsOn } from '../../../src/ingest/pdf/dates/terms.ts';
import { withoutHairSpaces } from '../../../src/ingest/pdf/page/letter-spacing.ts';
import { lastOfMonth, monthEndIn } from '../../../src/ingest/pdf/values/date.ts';
import { amounts, head, read, title } from './support/plain-page.ts';
import { column, type Put, pageOf, pagesOf, readPages, sums } from './support/sheet.ts';

const english: Put[] = [
  ['Invoice', 330, 60, { size: 18 }],
  ...column(330, 450, 120, [
    ['Invoice number', '10045'],
    ['Invoice date', '2026-04-03'],
  ]),
  ...sums(400, [
    ['Subtotal', '1,000.00'],
    ['Total GBP', '1,000.00'],
  ]),
];

const danish: Put[] = [
  ['Faktura', 330, 60, { size: 18 }],
  ...column(330, 450, 120, [
    ['Fakturanr.', '10045'],
    ['Fakturadato', '03-04-2026'],
  ]),
  ...sums(400, [['At betale DKK', '1.250,00']]),
];

const french: Put[] = [
  ['Facture', 330, 60, { size: 18 }],
  ...column(330, 450, 120, [
    ['Facture n°', '10045'],
    ['Date de facture', '03/04/2026'],
  ]),
  ...sums(400, [['Total TTC EUR', '1 250,00']]),
];

const finnish: Put[] = [
  ['Lasku', 330, 60, { size: 18 }],
  ...column(330, 450, 120, [
    ['Laskun numero', '10045'],
    ['Laskun päiväys', '3.4.2026'],
  ]),
  ...sums(400, [['Maksettava EUR', '1 250,00']]),
];

const swedish: Put[] = [title, ...head.slice(0, 4), ...amounts];

function dueOn(page: readonly Put[], lines: readonly string[]): string | null {
  const puts = lines.map((line, index): Put => [line, 50, 600 + 12 * index]);
  return readPages(pagesOf([...page, ...puts]))?.invoices[0]?.invoice.dueDate ?? null;
}

test.each<[string, readonly Put[], string[], string | null]>([
  ['by themselves', english, ['Net 30 days'], '2026-05-03'],
  ['behind "Terms"', english, ['Terms: Net 30. Interest is charged on late payments.'], '2026-05-03'],
  ['by themselves in Swedish', swedish, ['30 dagar netto'], '2026-05-03'],
  [
    'as a figure behind the word',
    english,
    ['All invoices are payable within thirty (30) days'],
    '2026-05-03',
  ],
  ['before their word', finnish, ['Pyydämme maksamaan 14 päivän kuluessa laskun päiväyksestä'], '2026-04-17'],
  [
    'in the next line of the sentence',
    swedish,
    ['Vi ber er vänligen att betala hela beloppet enligt denna faktura inom', '30 dagar från fakturadatum.'],
    '2026-05-03',
  ],
  ['from the end of the month', danish, ['Betalingsbetingelser: Løbende måned + 30 dage'], '2026-05-30'],
  [
    'of a month whose end is counted in two ways',
    french,
    ['Conditions de paiement : 30 jours fin de mois'],
    null,
  ],
  ['of a subscription', english, ['Subscription, 30 days'], null],
])('the days of the terms stand %s', (_, page, lines, due) => expect(dueOn(page, lines)).toBe(due));

test('terms are counted from the day of issue or from the end of its month', () => {
  const [terms, ...others] = termsOn(pageOf(...danish, ['Betalingsbetingelser: Lb. md. + 14 dage', 50, 600]));
  if (!terms) throw new Error('no terms were found');
  expect(others).toEqual([]);
  expect(terms).toMatchObject({ days: 14, from: 'monthEnd' });
  expect(dueByTerms('2026-02-03', terms)).toBe('2026-03-14');
  expect(lastOfMonth('2028-02-03')).toBe('2028-02-29');
  expect(monthEndIn('30 dage netto')).toBeNull();
});

test('a number that looks like a later day is none by which to pay', () => {
  const { invoice } = read(
    title,
    ...column(330, 450, 120, [['Fakturadatum', '2026-04-03']]),
    ...amounts,
    ['Fakturanummer 2026-05-09', 50, 160],
    ['Betalas inom 30 dagar.', 50, 600],
  );
  expect(invoice.dueDate).toBe('2026-05-03');
  expect(invoice.evidence.dueDate?.confidence).toBeGreaterThan(0.85);
});

describe('the only day at the head of a page', () => {
  const number = column(330, 450, 120, [['Fakturanummer', '10045']]);

  test('is when it was issued', () => {
    const { invoice } = read(title, ...number, ...amounts, ['3 april 2026', 450, 40]);
    expect(invoice.issueDate).toBe('2026-04-03');
    expect(invoice.evidence.issueDate?.confidence).toBeGreaterThan(0.9);
  });

  test.each<[string, Put[]]>([
    [
      'has a label that is not known',
      [
        ['Installerat den:', 330, 160],
        ['3 april 2026', 450, 160],
      ],
    ],
    [
      'stands below a heading that is not known',
      [
        ['Installerat', 450, 160],
        ['3 april 2026', 450, 172],
      ],
    ],
  ])('is not sure to be, where it %s', (_, puts) => {
    const { invoice } = read(title, ...number, ...amounts, ...puts);
    expect(invoice.evidence.issueDate?.confidence ?? 0).toBeLessThan(0.9);
  });
});

describe('figures set one by one', () => {
  const item = (text: string, width: number) => ({ text, x: 0, y: 0, width, height: 10 });

  test('are put together where there is no room for spaces', () => {
    expect(withoutHairSpaces(item('3 2 2', 18.9)).text).toBe('322');
    expect(withoutHairSpaces(item('2 0 2 0 - 0 3 - 3 0', 60)).text).toBe('2020-03-30');
  });

  test('stay apart where spaces were meant', () => {
    expect(withoutHairSpaces(item('3 2 2', 22.3)).text).toBe('3 2 2');
    expect(withoutHairSpaces(item('12 500', 30)).text).toBe('12 500');
    expect(withoutHairSpaces(item('A B C', 18)).text).toBe('A B C');
  });
});
