/** The buyer's reference and order: what is not plainly the label's own is left out. */
import { describe, expect, test } from '@jest/globals';
import { amounts, foot, head, read, title } from './support/plain-page.ts';
import { column, type Put, table } from './support/sheet.ts';

function referencesOf(...puts: Put[]) {
  return read(title, ...head, ...puts, ...amounts, ...foot).invoice.references;
}

const pairs = (...own: [string, string][]) => column(50, 150, 200, own);

describe('the buyer’s reference', () => {
  test('stands beside or below its label', () => {
    expect(referencesOf(...pairs(['Er referens', 'Maja Lind'])).buyer).toBe('Maja Lind');
    expect(referencesOf(...table([50], 200, [['Er referens', 'Maja Lind']])).buyer).toBe('Maja Lind');
  });

  test.each([
    'Leveransadress',
    'Benämning',
    'Kund',
    'Description',
    'Säljare:',
    'Säljare: Bo Ek',
    '2026-04-03',
    '30 dagar netto',
    '1 250,00',
    '111 22 Stockholm',
  ])('is not "%s", beside the label or below it', (text) => {
    expect(referencesOf(...pairs(['Er referens', text])).buyer).toBeNull();
    expect(referencesOf(['Er referens', 50, 200], [text, 50, 212]).buyer).toBeNull();
  });

  test('is not what stands behind another text', () => {
    expect(
      referencesOf(['Er referens', 50, 200], ['Benämning', 150, 200], ['Bo Ek', 260, 200]).buyer,
    ).toBeNull();
  });

  test('is no label that is not known: it stands in a list of labels, with its value beside it', () => {
    const list = column(150, 260, 200, [
      ['Bestyckat av', 'Bo Ek'],
      ['Leveransdatum', '2026-04-01'],
    ]);
    expect(referencesOf(['Er referens', 50, 200], ...list).buyer).toBeNull();
  });

  test('is no word in the label’s own small type over values in larger type', () => {
    const own = table([50, 160], 200, [
      ['Er referens', 'Maja Lind'],
      ['Bestyckat av', 'Bo Ek'],
    ]);
    expect(referencesOf(...own).buyer).not.toBe('Bestyckat av');
  });

  test('is nothing where its place in a list of labels is empty', () => {
    const list: Put[] = [
      ['Er referens', 50, 214],
      ...pairs(['Kundnummer', '4711']),
      ['Bestyckat', 50, 228],
      ['Bo Ek', 150, 228],
    ];
    expect(referencesOf(...list).buyer).toBeNull();
  });

  test('is nothing where its place in a row of labels is empty', () => {
    const row = (value: string): Put[] => [
      ...table([50, 160], 200, [
        ['Er referens', value],
        ['Kundnummer', '4711'],
      ]).filter(([text]) => text !== ''),
      ['Tack för er beställning', 50, 224],
    ];
    expect(referencesOf(...row('')).buyer).toBeNull();
    expect(referencesOf(...row('Maja Lind')).buyer).toBe('Maja Lind');
  });

  test('is no line that runs past below it', () => {
    expect(
      referencesOf(['Er referens', 200, 200], ['Arbetet är utfört på plats under mars', 100, 212]).buyer,
    ).toBeNull();
  });

  test('is no company that the page names as a party', () => {
    const own: Put[] = [...pairs(['Kundreferens', 'Nordvik Bygg AB']), ['Köpare: Nordvik Bygg AB', 50, 160]];
    expect(referencesOf(...own).buyer).toBeNull();
  });

  test('is no line of an address beside it', () => {
    const address: Put[] = [
      ['Kund', 200, 186],
      ['Nordvik Bygg AB', 200, 200],
      ['Storgatan 1', 200, 214],
    ];
    expect(referencesOf(['Er referens', 50, 200], ...address).buyer).toBeNull();
  });
});

describe('the order', () => {
  test('may have words behind its number', () => {
    expect(referencesOf(...pairs(['Ert ordernr', '47110 av den 3 april'])).order).toBe('47110');
  });

  test.each(['3 april 2026', '12 st', '10115 Berlin', '111 22 Stockholm', '2026-04-03'])(
    'is not in "%s"',
    (text) => {
      expect(referencesOf(...pairs(['Ert ordernr', text])).order).toBeNull();
    },
  );

  test('is not the value of the label left of it', () => {
    expect(
      referencesOf(['Ert ordernr', 150, 200], ['Kundnummer', 50, 212], ['4711', 150, 212]).order,
    ).toBeNull();
  });

  test('may look like the number of an account or a company', () => {
    expect(referencesOf(...pairs(['Ert ordernr', 'OD304175096047380001'])).order).toBe(
      'OD304175096047380001',
    );
    expect(referencesOf(...pairs(['Ert ordernr', 'DE12345'])).order).toBe('DE12345');
  });

  test('of digits alone is no date', () => {
    expect(referencesOf(...pairs(['Ert ordernr', '120118'])).order).toBe('120118');
  });
});
