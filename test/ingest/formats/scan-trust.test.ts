/** What is believed of a picture: what something else on the paper confirms, and what was recognised surely. */
import { expect, test } from '@jest/globals';
import { readScan } from '../../../src/ingest/formats/scan.ts';
import type { TextItem } from '../../../src/ingest/pdf/page/pages.ts';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { samples } from '../pdf/support/languages.ts';
import { type Put, pagesOf } from '../pdf/support/sheet.ts';

const swedish = samples[0]?.puts ?? [];

/** Word by word, as a recogniser gives them; numbers are joined again by then. */
function wordsOfItem(item: TextItem): TextItem[] {
  if (/^[\d ,.]+(?:kr)?$/.test(item.text)) return [item];
  const letter = item.width / item.text.length;
  return [...item.text.matchAll(/\S+/g)].map((match) => ({
    ...item,
    text: match[0],
    x: item.x + match.index * letter,
    width: match[0].length * letter,
  }));
}

/** The Swedish page as recognised: texts exchanged, and how sure of each text the recogniser was; of the others it was sure. */
function recognised(
  changes: Record<string, string>,
  sureness: Record<string, number> = {},
  more: readonly Put[] = [],
) {
  const puts = [...swedish, ...more].map(([text, ...rest]): Put => [changes[text] ?? text, ...rest]);
  const { pages, total } = pagesOf(puts);
  const inWords = pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => wordsOfItem({ ...item, confidence: sureness[item.text] ?? 0.97 })),
  }));
  const finding = readScan(
    { pages: inWords, total, origin: 'ocr' },
    { ownNames: ['Kundbolaget i Ekeby AB'], limits: defaultReadingLimits },
  );
  const [found] = finding.invoices;
  if (!found) throw new Error('no invoice was read');
  return { invoice: found.invoice, codes: found.reasons.map(({ code }) => code) };
}

test('a page on which everything fits is ready', () => {
  expect(recognised({}).codes).toEqual([]);
});

test.each([
  ['an amount that the sums confirm', '1 250,00 kr'],
  ['a reference with right check digits', '204172'],
  ['an invoice number that stands in the reference', '20417'],
])('%s is believed, however unsure the recogniser was', (_, text) => {
  expect(recognised({}, { [text]: 0 }).codes).toEqual([]);
});

test.each([
  ['a date', '2026-03-04', {}, 'recognised_unsure:issueDate'],
  ['an invoice number that stands nowhere else', '77', { '20417': '77' }, 'recognised_unsure:invoiceNumber'],
])('%s that was recognised unsurely is put to a person', (_, text, changes, code) => {
  expect(recognised(changes, { [text]: 0.6 }).codes).toContain(code);
});

test('a digit that was taken for another shows in the sums, in the reference, in the number of the company', () => {
  expect(recognised({ '1 000,00': '1 600,00' }).codes).toContain('recognised_unsure:totals');
  expect(recognised({ '204172': '204178' }).codes).toContain('recognised_unsure:payment.reference');
  const numbers = 'Org.nr 556999-1234   Momsreg.nr SE556999123401   Bankgiro 123-4566';
  expect(recognised({ [numbers]: numbers.replace('123-4566', '123-4568') }).codes).not.toEqual([]);
});

test('a name that may have a letter wrong is not told by what nobody looks at, and is by what a person looks at', () => {
  const { invoice, codes } = recognised({}, { 'Ekens Snickeri AB': 0.6 });
  expect([invoice.seller.name, invoice.evidence['seller.name'], ...codes]).toEqual([null, undefined]);
  const looked = recognised({}, { 'Ekens Snickeri AB': 0.6, '2026-03-04': 0.6 });
  expect(looked.invoice.seller.name).toBe('Ekens Snickeri AB');
});

test('the buyer is the book, also where its name was recognised not quite right', () => {
  const { invoice } = recognised({ 'Kundbolaget i Ekeby AB': 'Kundbolagct i Ekebv AB' });
  expect(invoice.buyer.name).toBe('Kundbolaget i Ekeby AB');
});

const unsums = { '1 000,00': '', '250,00': '' };

test('sums that nothing on the paper confirms, and references without check digits, are believed where every look agreed', () => {
  expect(recognised({ ...unsums }).codes).toContain('recognised_unsure:totals');
  expect(recognised({ ...unsums }, { '1 250,00 kr': 1 }).codes).not.toContain('recognised_unsure:totals');
  expect(recognised({ '204172': '20417-Q' }).codes).toContain('recognised_unsure:payment.reference');
  expect(recognised({ '204172': '20417-Q' }, { '20417-Q': 1 }).codes).toEqual([]);
  expect(recognised({ '204172': '204178' }, { '204178': 1 }).codes).toContain(
    'recognised_unsure:payment.reference',
  );
});

test('an amount without hundredths, which no sums confirm, may have lost its comma', () => {
  const { codes } = recognised({ ...unsums, '1 250,00 kr': '125 000 kr' }, { '125 000 kr': 1 });
  expect(codes).toContain('recognised_unsure:totals');
});

test('an amount right behind other digits may be the end of a larger one', () => {
  const before: Put[] = swedish.flatMap(([text, x, y]): Put[] =>
    text === '1 250,00 kr' ? [['1198', x - 20, y]] : [],
  );
  const { codes } = recognised({ ...unsums, '1 250,00 kr': '250,50 kr' }, { '250,50 kr': 1 }, before);
  expect(codes).toContain('recognised_unsure:totals.payable');
});

test.each(['C0DE86B', 'A2O4', 'S1234', '0E/838386'])(
  'the invoice number %s may be one of figures and letters that look alike',
  (number) => {
    expect(recognised({ '20417': number }, { '20417': 1 }).codes).toContain(
      'recognised_unsure:invoiceNumber',
    );
  },
);

test.each(['F-2026-17', 'INV24511', 'A204'])('the invoice number %s is what it looks like', (number) => {
  expect(recognised({ '20417': number }, { '20417': 1 }).codes).toEqual([]);
});

test('a plusgiro so short that its check digit fits by chance is put to a person', () => {
  const numbers = 'Org.nr 556999-1234   Momsreg.nr SE556999123401   Bankgiro 123-4566';
  const withPlusgiro = (plusgiro: string) =>
    recognised({ [numbers]: `${numbers}   Plusgiro ${plusgiro}` }).codes;
  expect(withPlusgiro('5-9')).toContain('recognised_unsure:payment.accounts');
  expect(withPlusgiro('259 26-7')).not.toContain('recognised_unsure:payment.accounts');
});
