/** Lists that tell their values first, and labels that announce two values at once. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

/** The Swedish page with another list of numbers and dates. */
function withList(list: readonly Put[]) {
  const listed = /^(?:Fakturanr|20417|Fakturadatum|2026-03-04|Förfallodatum|2026-04-03|Kundnr|4711)$/;
  const puts = samples[0]?.puts.filter(([text]) => !listed.test(text)) ?? [];
  const [found] = readPages(pagesOf([...puts, ...list]))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  const { invoiceNumber, issueDate, dueDate } = found.invoice;
  return { invoiceNumber, issueDate, dueDate, isReady: found.reasons.length === 0 };
}

const expected = { invoiceNumber: '20417', issueDate: '2026-03-04', dueDate: '2026-04-03', isReady: true };

const valuesFirst: Put[] = [
  ['4711', 330, 200],
  ['Kundnr', 400, 200],
  ['20417', 330, 214],
  ['Fakturanr', 400, 214],
  ['2026-03-04', 330, 228],
  ['Fakturadatum', 400, 228],
  ['2026-04-03', 330, 242],
  ['Förfallodatum', 400, 242],
];

describe('a list that tells its values first', () => {
  test('is read by its labels behind them', () => {
    expect(withList(valuesFirst)).toEqual(expected);
  });

  test('is none where something stands behind the labels as well', () => {
    const both = valuesFirst.flatMap((put): Put[] =>
      /^\d/.test(put[0]) ? [put] : [put, ['…', 500, put[2]]],
    );
    expect(withList(both).isReady).toBe(false);
  });
});

describe('a label of two values', () => {
  test.each([
    ['Fakturanr/datum', '20417 / 2026-03-04'],
    ['Fakturanr / Fakturadatum', '20417/2026-03-04'],
  ])('"%s" over "%s"', (label, value) => {
    const due: Put[] = [
      ['Förfallodatum', 400, 214],
      ['2026-04-03', 400, 226],
    ];
    expect(withList([[label, 250, 214], [value, 250, 226], ...due])).toEqual(expected);
    expect(
      withList([
        [label, 250, 214],
        [value, 420, 214],
        ['Förfallodatum', 250, 230],
        ['2026-04-03', 420, 230],
      ]),
    ).toEqual(expected);
  });

  test('a number with a slash is whole', () => {
    const list: Put[] = [
      ['Fakturanr', 250, 214],
      ['20417/2026', 420, 214],
      ['Fakturadatum', 250, 228],
      ['2026-03-04', 420, 228],
    ];
    expect(withList(list).invoiceNumber).toBe('20417/2026');
  });
});
