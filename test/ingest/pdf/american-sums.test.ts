/** Sums and currencies on pages from where several taxes are added, and where "$" may be another country's. */
import { describe, expect, test } from '@jest/globals';
import { dollarsIn } from '../../../src/ingest/pdf/totals/dollars.ts';
import { column, type Put, pagesOf, readPages, sums } from './support/sheet.ts';

function read(...puts: readonly Put[]) {
  const page: Put[] = [
    ['Harbour Joinery LLC', 50, 50],
    ['INVOICE', 400, 60, { size: 20 }],
    ...column(330, 450, 100, [
      ['Invoice number', 'HJ-1042'],
      ['Invoice date', 'March 4, 2026'],
    ]),
    ...puts,
  ];
  const [found] = readPages(pagesOf(page))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { ...found.invoice, codes: found.reasons.map(({ code }) => code) };
}

describe('taxes between net and total', () => {
  test('are the VAT together, where each is its rate of the net', () => {
    const { totals, codes } = read(
      ...sums(400, [
        ['Subtotal', '$25,175.00'],
        ['Sales Tax (State - 6.25%)', '$1,573.44'],
        ['County levy (1.50%)', '$377.63'],
        ['Local surcharge (0.75%)', '$188.81'],
        ['Total Amount Due', '$27,314.88'],
      ]),
    );
    expect(totals).toMatchObject({ net: '25175.00', vat: '2139.88', gross: '27314.88', payable: '27314.88' });
    expect(codes).toEqual([]);
  });

  test('are none where one does not come to its rate', () => {
    const { totals, codes } = read(
      ...sums(400, [
        ['Subtotal', '$1,000.00'],
        ['Sales Tax (6.25%)', '$62.50'],
        ['County levy (1.50%)', '$51.00'],
        ['Total Amount Due', '$1,113.50'],
      ]),
    );
    expect(totals.vat).not.toBe('113.50');
    expect(codes).toContain('check_failed:totals:addUp');
  });
});

test('where more is to be paid than the net and no tax was read, no total with tax is told', () => {
  const { totals } = read(
    ...sums(400, [
      ['Subtotal', '$1,000.00'],
      ['Levy', '$51.00'],
      ['Total Amount Due', '$1,051.00'],
    ]),
  );
  expect(totals.vat).toBeNull();
  expect(totals.gross).not.toBe('1000.00');
});

test('a rate that is printed explains a tax as a lawful one does', () => {
  const { totals, evidence } = read(
    ...sums(400, [
      ['Subtotal', '$175.00'],
      ['Tax (10%)', '$17.50'],
      ['Total', '$192.50'],
    ]),
  );
  expect(totals).toMatchObject({ net: '175.00', vat: '17.50', payable: '192.50' });
  expect(evidence['totals.vat']?.confidence).toBeGreaterThan(0.95);
});

test('hours before an amount with its sign are no sum, and "Net 30" are days', () => {
  const { totals } = read(
    ['Payment terms:', 50, 160],
    ['Net 30', 150, 160],
    ['TOTAL', 50, 400],
    ['55.00', 250, 400],
    ['$4555.00', 450, 400],
  );
  expect(totals.net).toBeNull();
  expect(totals.payable).toBe('4555.00');
});

describe('of two totals that differ by the VAT', () => {
  test('the smaller is doubted', () => {
    const { codes } = read(
      ...sums(400, [
        ['Total', '$283.66'],
        ['VAT 19%', '$66.54'],
      ]),
      ['Total', 60, 470],
      ['$350.20', 150, 470],
    );
    expect(codes).toContain('unsure:totals.payable');
  });

  test('the one below is the total, where the two amounts right above come to it', () => {
    const { totals } = read(
      ...sums(400, [
        ['Total', '$283.66'],
        ['VAT 19%', '$66.54'],
        ['Total', '$350.20'],
      ]),
    );
    expect(totals.payable).toBe('350.20');
  });
});

describe('"$"', () => {
  test.each([
    ['$ 100.00', 'USD', true],
    ['GST/HST $5.00', 'CAD', true],
    ['TPS/TVQ 1.41$', 'CAD', true],
    ['North Saanich, BC V8L 4Z8   $65.33', 'CAD', false],
    ['ABN: 51 824 753 556   $80.80', 'AUD', true],
    ['Melbourne, Australia   $80.80', 'AUD', false],
    ['Melbourne, Australia. All prices are in US dollars. $80.80', 'USD', true],
    ['Hong Kong   HK$ 12.00', 'HKD', true],
  ])('in "%s" is %s, sure: %s', (text, code, isSure) => {
    expect(dollarsIn(text)).toEqual({ code, isSure });
  });

  test('is put to a person where only an address hints at a country', () => {
    const { currency, codes } = read(
      ['Sidney, BC V8L 4Z8', 50, 76],
      ...sums(400, [['Total due', '$1,051.00']]),
    );
    expect(currency).toBe('CAD');
    expect(codes).toContain('unsure:currency');
  });

  test("is sure where the country's taxes are", () => {
    const { currency, codes } = read(
      ...sums(400, [
        ['Subtotal', '$1,000.00'],
        ['GST/HST (5%)', '$50.00'],
        ['Total due', '$1,050.00'],
      ]),
    );
    expect(currency).toBe('CAD');
    expect(codes).not.toContain('unsure:currency');
  });
});

test('the only sum is what is to be paid, unless the page prints a larger amount', () => {
  const sure = (...puts: readonly Put[]) => read(...puts).evidence['totals.payable']?.confidence ?? 0;
  const total: Put[] = [
    ['Total', 330, 400],
    ['7000.0', 450, 400],
  ];
  expect(sure(...total)).toBeGreaterThan(0.93);
  expect(sure(...total, ['$9,100.00', 450, 500])).toBeLessThan(0.93);
});

test('no VAT is sure beside a rate of 0 %', () => {
  const { totals, evidence } = read(
    ...sums(400, [
      ['VAT 0.00%', '0.00'],
      ['Total incl. VAT', '$2,250.00'],
    ]),
  );
  expect(totals.vat).toBe('0.00');
  expect(evidence['totals.vat']?.confidence).toBeGreaterThan(0.85);
});

describe('a page that writes no currency', () => {
  const page = (words: readonly [string, string, string, string]): Put[] => [
    [words[0], 330, 60, { size: 18 }],
    ['Nordvik AS', 50, 50],
    ...column(330, 450, 100, [
      [words[1], '1042'],
      [words[2], '03.04.2026'],
    ]),
    ...sums(400, [[words[3], '1 250,00']]),
  ];
  const sure = (puts: readonly Put[]) => {
    const [found] = readPages(pagesOf(puts))?.invoices ?? [];
    return [found?.invoice.currency, (found?.invoice.evidence.currency?.confidence ?? 0) >= 0.85];
  };

  test('in Norwegian means crowns; one in German may be of Switzerland', () => {
    expect(sure(page(['Faktura', 'Fakturanr', 'Fakturadato', 'Å betale']))).toEqual(['NOK', true]);
    expect(sure(page(['Rechnung', 'Rechnungsnr.', 'Rechnungsdatum', 'Gesamtbetrag']))).toEqual([
      'EUR',
      false,
    ]);
  });
});
