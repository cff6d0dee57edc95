/** Words of one language on pages of another: what a page does not speak means nothing there. */
import { expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { type Put, pageOf, pagesOf, readPages } from './support/sheet.ts';

const sampleOf = (code: string): Put[] => samples.find(({ language }) => language === code)?.puts ?? [];
const fieldsIn = (puts: Put[], text: string) =>
  pageOf(...puts)
    .marked.labels.filter(({ cell }) => cell.text === text)
    .map(({ field }) => field);

test.each(samples.map(({ language, puts }) => ({ language, puts })))(
  'a page in $language speaks it',
  ({ language, puts }) => {
    expect(pageOf(...puts).marked.language.code).toBe(language);
  },
);

test.each([
  ['data', 'it', 'issueDate'],
  ['Data', 'pl', 'issueDate'],
  ['Fecha', 'es', 'issueDate'],
  ['VS 4711', 'cs', 'paymentReference'],
  ['Saldo', 'it', 'payable'],
  ['Base', 'es', 'net'],
])('"%s" is a label of %s, and none on a Swedish, German or English page', (text, code, field) => {
  const put: Put = [text, 300, 300];
  expect(fieldsIn([...sampleOf(code), put], text)).toContain(field);
  for (const other of ['sv', 'de', 'en']) {
    expect([other, ...fieldsIn([...sampleOf(other), put], text)]).not.toContain(field);
  }
});

test('a short word between a day and a year is its month, in whatever language it is a label', () => {
  const text = 'Fecha: 15 dic 2026';
  expect(fieldsIn([...sampleOf('es'), [text, 300, 300]], text)).toEqual(['issueDate']);
});

test('a number that the page’s own language calls otherwise is not another country’s company number', () => {
  const text = 'Reg.nr. 1234 Konto 0012345678';
  expect(fieldsIn(sampleOf('da'), text)).not.toContain('organisationNumber');
  expect(fieldsIn([...sampleOf('et'), ['Reg nr 10137025', 300, 300]], 'Reg nr 10137025')).toContain(
    'organisationNumber',
  );
});

test('a number that starts anew each month is told from a date where the dates are written otherwise', () => {
  const polish = samples.find(({ language }) => language === 'pl');
  const puts = (polish?.puts ?? []).map(
    ([text, ...place]): Put => [text.replace('Faktura VAT nr 20417', 'Faktura VAT nr 1/04/2026'), ...place],
  );
  const [found] = readPages(pagesOf(puts))?.invoices ?? [];
  expect(found?.invoice.invoiceNumber).toBe('1/04/2026');
  expect(found?.invoice.issueDate).toBe('2026-03-04');
});

test('the place may stand before the date, where its label names both', () => {
  const polish = samples.find(({ language }) => language === 'pl');
  const puts = (polish?.puts ?? []).map(
    ([text, ...place]): Put => [
      text
        .replace('Data wystawienia:', 'Miejsce i data wystawienia:')
        .replace('04.03.2026', 'Zalesie, 04.03.2026'),
      ...place,
    ],
  );
  const [found] = readPages(pagesOf(puts))?.invoices ?? [];
  expect(found?.invoice.issueDate).toBe('2026-03-04');
  expect(found?.reasons).toEqual([]);
});
