/** A discount for being paid early: its day is no due date, and the sum that is left is not what is owed. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

function read(language: string, without: RegExp, ...extra: Put[]) {
  const puts = samples.find((sample) => sample.language === language)?.puts ?? [];
  const [found] =
    readPages(pagesOf([...puts.filter(([text]) => !without.test(text)), ...extra]))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return found.invoice;
}

const dueLabels = /^(?:Förfallodatum|Zahlbar bis 03.*|2026-04-03)$/;

describe('of the days by which to pay', () => {
  test.each<[string, string]>([
    ['de', 'Zahlbar bis 13.03.2026 mit 2 % Skonto, bis 03.04.2026 ohne Abzug.'],
    ['de', 'Bei Zahlung bis zum 13.03.2026 gewähren wir 2 % Skonto, sonst zahlbar bis 03.04.2026 netto.'],
    ['sv', 'Betala senast 2026-03-13 med 2 % kassarabatt, eller senast 2026-04-03 utan avdrag.'],
  ])('%s: "%s" names the later one', (language, sentence) => {
    expect(read(language, dueLabels, [sentence, 50, 620]).dueDate).toBe('2026-04-03');
  });

  test('a row that tells the discount names none', () => {
    const row: Put[] = [
      ['Zahlbar bis', 50, 620],
      ['13.03.2026', 150, 620],
      ['2 % Skonto', 250, 620],
    ];
    expect(read('de', dueLabels, ...row).dueDate).toBeNull();
    expect(read('de', dueLabels, ...row.slice(0, 2)).dueDate).toBe('2026-03-13');
  });
});

test.each<[string, string, string, string]>([
  ['de', 'Zahlbetrag abzgl. Skonto', '1.225,00 €', '25,00 €'],
  ['sv', 'Att betala med kassarabatt', '1 225,00 kr', '25,00 kr'],
])('%s: "%s" is not what is owed', (language, label, reduced, discount) => {
  const { totals } = read(
    language,
    /^$/,
    [label, 330, 600],
    [reduced, 450, 600],
    ['2 %', 330, 614],
    [discount, 450, 614],
  );
  const payable = samples.find((sample) => sample.language === language)?.expected.payable;
  expect(totals.payable).toBe(payable);
});
