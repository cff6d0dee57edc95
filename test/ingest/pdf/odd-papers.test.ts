/** Papers that do not say plainly what they are, and values that stand in sentences and under headings nobody knows. */
import { expect, test } from '@jest/globals';
import { amounts, foot, head } from './support/plain-page.ts';
import { type Put, pagesOf, readPages, sums } from './support/sheet.ts';

function read(...puts: Put[]) {
  const finding = readPages(pagesOf(puts));
  const [found] = finding?.invoices ?? [];
  return found && { invoice: found.invoice, codes: found.reasons.map(({ code }) => code) };
}

test('an invoice without a title or a label for its total is put to a person, not passed over', () => {
  const found = read(
    ['Faktura', 330, 60, { size: 18 }],
    ...head,
    ...sums(400, [
      ['Moms 25 %', '250,00'],
      ['Utfört enligt ovan', '1 250,00'],
    ]),
    ...foot,
  );
  expect(found?.invoice.invoiceNumber).toBe('10045');
  expect(found?.codes).toEqual(expect.arrayContaining(['maybe_not_invoice', 'missing:payable']));
});

test('a letter that names a number and an account is none', () => {
  expect(read(['Ärendenummer 10045', 50, 60], ['Vi vill tacka för visat intresse.', 50, 80], ...foot)).toBe(
    undefined,
  );
});

test('a paper called an invoice whose amounts are all negative is a credit note, and a person sees it', () => {
  const found = read(
    ['Faktura', 330, 60, { size: 18 }],
    ...head,
    ...sums(400, [
      ['Summa exkl moms', '-1 000,00'],
      ['Moms 25 %', '-250,00'],
      ['Att betala SEK', '-1 250,00'],
    ]),
    ...foot,
  );
  expect(found?.invoice).toMatchObject({
    documentType: 'creditNote',
    totals: { net: '1000.00', payable: '1250.00' },
  });
  expect(found?.codes).toContain('maybe_credit_note');
});

test('a reference ends where the sentence goes on', () => {
  const found = read(['Faktura', 330, 60, { size: 18 }], ...head, ...amounts, ...foot, [
    'Ange 7871482449 vid betalning.',
    50,
    650,
  ]);
  expect(found?.invoice.payment.reference).toBe('7871482449');
});

test('a heading that nobody knows keeps the value below it', () => {
  const found = read(
    ['Faktura', 330, 60, { size: 18 }],
    ...['Fakturanummer', 'Er referens', 'Ombud', 'Fakturadatum', 'Förfallodatum'].map(
      (label, index): Put => [label, 50 + index * 100, 200, { size: 7 }],
    ),
    ...['10045', 'Anna Berg', 'Bo Ek', '2026-04-03', '2026-05-03'].map(
      (value, index): Put => [value, 50 + index * 100, 212],
    ),
    ...amounts,
    ...foot,
  );
  expect(found?.invoice).toMatchObject({
    invoiceNumber: '10045',
    issueDate: '2026-04-03',
    references: { buyer: 'Anna Berg' },
  });
});

test('rows of rates tell the net where nothing else does', () => {
  const found = read(
    ['Faktura', 330, 60, { size: 18 }],
    ...head,
    ...sums(400, [
      ['Moms 25 % på 1 000,00', '250,00'],
      ['Att betala SEK', '1 250,00'],
    ]),
    ...foot,
  );
  expect(found?.invoice.totals).toMatchObject({ net: '1000.00', vat: '250.00', payable: '1250.00' });
});
