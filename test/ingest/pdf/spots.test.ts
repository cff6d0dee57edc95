import { expect, test } from '@jest/globals';
import { candidatesFor } from '../../../src/ingest/pdf/choosing/candidates.ts';
import { type SpotKind, spotsOf } from '../../../src/ingest/pdf/page/spots.ts';
import { type Put, pageOf } from './support/sheet.ts';

/** Enough Swedish for a page to be Swedish. */
const swedish: Put[] = [
  ['Förfallodatum', 50, 700],
  ['Momsregistreringsnummer', 50, 720],
];

function spotsBeside(field: string, ...puts: Put[]): [SpotKind, string][] {
  const page = pageOf(...puts, ...swedish);
  const label = page.marked.labels.find((each) => each.field === field);
  if (!label) throw new Error(`no label for ${field}`);
  return spotsOf(label, page).map(({ kind, text }) => [kind, text]);
}

test('a value may stand after its label in the same text', () => {
  expect(spotsBeside('invoiceNumber', ['Fakturanr: 10045', 50, 80])).toEqual([['after', '10045']]);
});

test('right of it, also where its type is larger and a little off the line', () => {
  expect(spotsBeside('payable', ['Att betala', 50, 80], ['1 250,00', 200, 82, { size: 14 }])).toEqual([
    ['right', '1 250,00'],
  ]);
});

test('below it, and each value belongs to the label that it stands under', () => {
  const puts: Put[] = [
    ['Fakturanr', 50, 80],
    ['Fakturadatum', 100, 80],
    ['10045', 50, 92],
    ['2026-11-02', 100, 92],
  ];
  expect(spotsBeside('invoiceNumber', ...puts)).toEqual([['below', '10045']]);
  expect(spotsBeside('issueDate', ...puts)).toEqual([['below', '2026-11-02']]);
});

test('left of it and above it, as on slips', () => {
  expect(spotsBeside('payable', ['1 250,00', 50, 80], ['Att betala', 150, 80])).toEqual([
    ['left', '1 250,00'],
  ]);
  expect(
    spotsBeside('payable', ['1 250,00', 50, 80, { size: 12 }], ['Att betala', 50, 92, { size: 7 }]),
  ).toEqual([['above', '1 250,00']]);
});

test('a list of labels is no list of values, and the next label ends the search to the right', () => {
  expect(
    spotsBeside(
      'invoiceNumber',
      ['Fakturanr', 50, 80],
      ['Fakturadatum', 50, 92],
      ['OCR', 200, 80],
      ['1', 250, 80],
    ),
  ).toEqual([]);
});

test('a value in the place of the value weakens those further off', () => {
  const page = pageOf(['Fakturanr', 50, 80], ['10045', 120, 80], ['99', 50, 92], ...swedish);
  const found = candidatesFor(page, 'invoiceNumber', (text) => [{ value: text }]);
  const score = (value: string) => found.find((each) => each.value === value)?.score ?? 0;
  expect(score('10045')).toBeGreaterThan(score('99') + 1);
});
