/** What recognition takes apart and mistakes: numbers at their spaces, letters for their likes. */
import { expect, test } from '@jest/globals';
import { joinNumbers } from '../../../src/ingest/ocr/join-numbers.ts';
import { mendWords } from '../../../src/ingest/ocr/mend-words.ts';
import { type Put, pagesOf } from '../pdf/support/sheet.ts';

/** Words of one line, 6 wide each letter, with so much space between them. */
function joined(texts: readonly string[], gap: number): string[] {
  let x = 0;
  const words = texts.map((text) => {
    const word = { text, x, baseline: 100, width: text.length * 6, height: 10, confidence: 0.9 };
    x += word.width + gap;
    return word;
  });
  return joinNumbers(words).map(({ text }) => text);
}

test.each([
  [['552', '236,', '34'], ['552 236,34']],
  [['2025-', '06-', '12'], ['2025-06-12']],
  [
    ['728,', '90', 'kr'],
    ['728,90', 'kr'],
  ],
  [['-1', '024,50'], ['-1 024,50']],
  [['2.', '931,', '50'], ['2.931,50']],
  [
    ['Org.nr', '559907-', '9521'],
    ['Org.nr', '559907-9521'],
  ],
  [
    ['PLUSGIRO', '2', '59', '26-7', 'BANKGIRO'],
    ['PLUSGIRO', '2 59 26-7', 'BANKGIRO'],
  ],
])('%j is %j', (apart, together) => {
  expect(joined(apart, 7)).toEqual(together);
});

test('a number whose first space was overlooked goes on where only such a space parts it', () => {
  expect(joined(['1198', '780,50'], 3)).toEqual(['1 198 780,50']);
  expect(joined(['1198', '780,50'], 9)).toEqual(['1198', '780,50']);
});

test.each([
  ['of two columns', ['24', '345,00'], 25],
  ['that cannot be one number', ['12', '34,00'], 7],
  ['beside words', ['Moms', '25', '%', '250,00'], 7],
])('numbers %s stay apart', (_, texts, gap) => {
  expect(joined(texts, gap)).toEqual(texts);
});

const mended = (texts: readonly string[], ownNames: readonly string[] = []) =>
  mendWords(pagesOf(texts.map((text, index): Put => [text, index * 80, 100])), { ownNames }).pages.flatMap(
    ({ items }) => items.map(({ text }) => text),
  );

test('words of labels are known by their likes', () => {
  expect(mended(['nons', 'Fakturanunmer', 'Ert', 'ordemr', 'MOMS', 'Mrvardesskatt'])).toEqual([
    'moms',
    'Fakturanummer',
    'Ert',
    'ordernr',
    'MOMS',
    'Mervärdesskatt',
  ]);
});

test('other words and all numbers stay as they are', () => {
  const texts = ['Kakel', 'Norrfors', '1O50,00', 'SE559931363101', 'K-3391', 'Sunnanvind'];
  expect(mended(texts)).toEqual(texts);
});

test('words run together are parted where a capital begins another', () => {
  expect(mended(['RörHandelsbolag', 'KontorsvarorAktiebolag', 'PayPal'])).toEqual([
    'Rör Handelsbolag',
    'Kontorsvaror Aktiebolag',
    'PayPal',
  ]);
});

test('a number behind a word is parted from it, but no address, no unit and no invoice number', () => {
  expect(
    mended(['bankgiro776-3006', 'Momsreg.nrSE559991840501', '776-3006.Angefakturans', 'den2026-03-11']),
  ).toEqual(['bankgiro 776-3006', 'Momsreg.nr SE559991840501', '776-3006. Angefakturans', 'den 2026-03-11']);
  const whole = ['faktura2026@lovsjo.example', 'www.nordvik1234.example', 'm2', 'Inv20260012', 'F-2026'];
  expect(mended(whole)).toEqual(whole);
});

test('a word that was recognised badly may be further from the word of a label', () => {
  const badly = (texts: readonly string[]) => {
    const { pages, total } = pagesOf(texts.map((text, index): Put => [text, index * 80, 100]));
    const unsure = pages.map((page) => ({
      ...page,
      items: page.items.map((item) => ({ ...item, confidence: 0.4 })),
    }));
    return mendWords({ pages: unsure, total }, {}).pages.flatMap(({ items }) =>
      items.map(({ text }) => text),
    );
  };
  expect(badly(['numme', 'Kakel'])).toEqual(['nummer', 'Kakel']);
  expect(mended(['numme'])).toEqual(['numme']);
});

test('the name of the book is known for what it is, and another company is not taken for it', () => {
  const own = ['Åmåker Rör Aktiebolag'];
  expect(mended(['Amåker', 'För', 'Aktiebolag'], own)).toEqual(['Åmåker', 'Rör', 'Aktiebolag']);
  expect(mended(['Örnäs', 'Energi', 'Aktiebolag'], own)).toEqual(['Örnäs', 'Energi', 'Aktiebolag']);
});
