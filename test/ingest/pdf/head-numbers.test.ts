/** Numbers at the head of a paper that no label of their own names. */
import { describe, expect, test } from '@jest/globals';
import { namesItself } from '../../../src/ingest/pdf/numbers/head-numbers.ts';
import { amounts, foot, read, title } from './support/plain-page.ts';
import { column, type Put, sums } from './support/sheet.ts';

const dates = column(330, 450, 160, [
  ['Fakturadatum', '2026-04-03'],
  ['Förfallodatum', '2026-05-03'],
]);
const rest: Put[] = [...dates, ...amounts, ...foot];

describe('below the title', () => {
  test.each([
    ['Nr. 2026-014', '2026-014'],
    ['Nr: 2026-0077', '2026-0077'],
    ['No 4711', '4711'],
    ['N° 1234567890', '1234567890'],
    ['#1721', '1721'],
    ['№ 1721', '1721'],
    ['FAK-2026-0031', 'FAK-2026-0031'],
    ['Nr 23/07/2026', '23/07/2026'],
  ])('"%s" is its number', (text, expected) => {
    const { invoice, codes } = read(title, [text, 330, 84], ...rest);
    expect(invoice.invoiceNumber).toBe(expected);
    expect(codes).toEqual([]);
  });

  test('a number that ends where the title does', () => {
    const { invoice } = read(
      ['Faktura', 540, 60, { size: 18, right: true }],
      ['Nr 2026-014', 540, 80, { right: true }],
      ...rest,
    );
    expect(invoice.invoiceNumber).toBe('2026-014');
  });

  test('a code that does not name itself is for a person to see', () => {
    const { invoice, codes } = read(title, ['EV-2026-001', 330, 84], ...rest);
    expect(invoice.invoiceNumber).toBe('EV-2026-001');
    expect(codes).toEqual(['unsure:invoiceNumber']);
  });

  test.each(['Kund nr 4711', '4711', 'DE136695976', '070-123 45 67'])('"%s" is not', (text) => {
    expect(read(title, [text, 330, 84], ...rest).invoice.invoiceNumber).toBeNull();
  });

  test('nor is a bare "Nr" anywhere else', () => {
    const norwegian: Put[] = [
      ['Faktura', 330, 60, { size: 18 }],
      ['Nr 4711', 50, 300],
      ...column(330, 450, 160, [
        ['Fakturadato', '03.04.2026'],
        ['Forfallsdato', '03.05.2026'],
      ]),
      ...sums(400, [
        ['Sum ekskl. mva', '1 000,00'],
        ['MVA 25 %', '250,00'],
        ['Å betale NOK', '1 250,00'],
      ]),
    ];
    expect(read(...norwegian).invoice.invoiceNumber).toBeNull();
  });
});

describe('in the block of the title', () => {
  const english = (...puts: Put[]) =>
    read(
      ['INVOICE', 330, 60, { size: 18 }],
      ...puts,
      ...sums(400, [
        ['Subtotal', '1 000.00 EUR'],
        ['VAT 20 %', '200.00 EUR'],
        ['Amount due', '1 200.00 EUR'],
      ]),
    );

  test('"#" below the date', () => {
    const { invoice } = english(
      ...column(330, 450, 160, [
        ['Date:', 'Aug 23, 2026'],
        ['#:', 'ADO1098S0ADKL'],
        ['Customer ID:', '2'],
      ]),
    );
    expect(invoice.invoiceNumber).toBe('ADO1098S0ADKL');
  });

  test('a reference that names itself', () => {
    const { invoice, codes } = english(...column(330, 450, 82, [['Reference:', 'INV-362']]));
    expect(invoice.invoiceNumber).toBe('INV-362');
    expect(codes).not.toContain('unsure:invoiceNumber');
  });

  test('a reference that may be anything is for a person to see', () => {
    const { invoice, codes } = english(...column(330, 450, 82, [['Reference:', 'MG202200000']]));
    expect(invoice.invoiceNumber).toBe('MG202200000');
    expect(codes).toContain('unsure:invoiceNumber');
  });

  test('the number with its date behind it', () => {
    const { invoice } = english(['#20260517 · May 17, 2026', 330, 84], ['Invoice #20260517', 50, 780]);
    expect(invoice.invoiceNumber).toBe('20260517');
    expect(invoice.issueDate).toBe('2026-05-17');
  });
});

test('a number is told in a sentence', () => {
  const { invoice } = read(
    ['Rechnung', 330, 60, { size: 18 }],
    ['Die Rechnungsnummer für diesen Vorgang lautet M-1675. Bitte geben Sie diese an.', 50, 200],
    ['Rechnungsdatum: 03.04.2026', 330, 160],
    ...sums(400, [
      ['Nettobetrag', '1.000,00 €'],
      ['MwSt. 19 %', '190,00 €'],
      ['Gesamtbetrag', '1.190,00 €'],
    ]),
  );
  expect(invoice.invoiceNumber).toBe('M-1675');
});

test('a Dutch sequence number in a row of labels', () => {
  const labels: Put[] = [
    ['Volgnummer', 50, 160],
    ['Factuurdatum', 190, 160],
    ['Vervaldatum', 330, 160],
    ['2026/AMP/0530', 50, 174],
    ['2026-02-03', 190, 174],
    ['2026-02-18', 330, 174],
  ];
  const { invoice } = read(
    ['Factuur', 50, 60, { size: 18 }],
    ...labels,
    ...sums(400, [
      ['Totaal excl. btw', '€ 1.000,00'],
      ['Btw 21 %', '€ 210,00'],
      ['Totaal te betalen', '€ 1.210,00'],
    ]),
  );
  expect(invoice.invoiceNumber).toBe('2026/AMP/0530');
});

test.each([
  ['INV-362', true],
  ['FAK-2026-0031', true],
  ['RECH2026-1', true],
  ['EV-2026-001', false],
  ['ORD-1', false],
  ['20260031', false],
])('%s names itself: %s', (value, expected) => {
  expect(namesItself(value)).toBe(expected);
});
