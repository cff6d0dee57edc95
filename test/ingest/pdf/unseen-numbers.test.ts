/** The invoice's number on the pages of suppliers nobody has seen, who call it otherwise or nothing at all. */
import { describe, expect, test } from '@jest/globals';
import { amounts, foot, title } from './support/plain-page.ts';
import { column, type Put, pagesOf, readPages } from './support/sheet.ts';

function read(...puts: Put[]) {
  const [found] = readPages(pagesOf(puts))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { ...found.invoice, codes: found.reasons.map(({ code }) => code) };
}

const dates = column(330, 450, 120, [
  ['Fakturadatum', '2026-04-03'],
  ['Förfallodatum', '2026-05-03'],
]);
const rest: Put[] = [...dates, ...amounts, ...foot];
const pair = (label: string, value: string): Put[] => column(330, 450, 148, [[label, value]]);

describe('a paper that calls its number otherwise', () => {
  test.each(['Avinummer', 'Specifikationsnr', 'Dokumentnr', 'Räkning nr', 'Hyresfakturanr', 'Debiteringsnr'])(
    '%s',
    (label) => {
      const { invoiceNumber, codes } = read(title, ...pair(label, '100457'), ...rest);
      expect(invoiceNumber).toBe('100457');
      expect(codes).toEqual([]);
    },
  );

  test.each(['Faktura-/OCR-nr', 'Faktura/OCR-nummer', 'Fakturanr/OCR-nr'])(
    '%s names the reference as well',
    (label) => {
      const { invoiceNumber, payment, codes } = read(title, ...pair(label, '1004572'), ...rest);
      expect([invoiceNumber, payment.reference, codes]).toEqual(['1004572', '1004572', []]);
    },
  );

  test('is held to the plain name where both stand', () => {
    const both = column(330, 450, 148, [
      ['Dokumentnr', '883311'],
      ['Fakturanr', '100457'],
    ]);
    expect(read(title, ...both, ...rest).invoiceNumber).toBe('100457');
  });

  test.each(['Kundnummer', 'Ordernr', 'Avtalsnr', 'Mätarnr', 'Följesedelsnr', 'Ursprungsfakturanr'])(
    'but %s is no number of the invoice',
    (label) => {
      expect(read(title, ...pair(label, '100457'), ...rest).invoiceNumber).not.toBe('100457');
    },
  );
});

describe('a number with the title', () => {
  test.each<[string, Put[]]>([
    ['right behind a compound', [['Hyresavi 100457', 330, 60, { size: 18 }]]],
    ['behind a word of its own', [['Faktura 100457', 330, 60, { size: 18 }]]],
    [
      'right of it, in large type',
      [
        ['Hyresavi', 330, 60, { size: 18 }],
        ['100457', 430, 60, { size: 18 }],
      ],
    ],
    [
      'below it, in large type',
      [
        ['Månadsfaktura', 330, 60, { size: 18 }],
        ['100457', 330, 80, { size: 14 }],
      ],
    ],
  ])('%s', (_, puts) => {
    expect(read(...puts, ...rest).invoiceNumber).toBe('100457');
  });

  test.each([
    'Månadsfaktura 202604',
    'Hyresavi 2026',
    'Telefonräkning 0701234567',
    'Elräkning 735999100000123456',
  ])('%s: a period, a telephone or a meter', (text) => {
    expect(read([text, 330, 60, { size: 18 }], ...rest).invoiceNumber).toBeNull();
  });

  test('not in small type below it', () => {
    expect(
      read(['Månadsfaktura', 330, 60, { size: 18 }], ['100457', 330, 80], ...rest).invoiceNumber,
    ).toBeNull();
  });
});

test('where nothing else numbers the invoice, its reference does, and a person looks', () => {
  const { invoiceNumber, payment, codes, evidence } = read(title, ...pair('OCR', '1004572'), ...rest);
  expect([invoiceNumber, payment.reference]).toEqual(['1004572', '1004572']);
  expect(codes).toEqual(['unsure:invoiceNumber']);
  expect(evidence.invoiceNumber?.where).toContain('nothing else numbers the invoice');
  const named = column(330, 450, 148, [
    ['OCR', '1004572'],
    ['Fakturanr', '881'],
  ]);
  expect(read(title, ...named, ...rest).invoiceNumber).toBe('881');
  // The reference may stand a second time, and articles have numbers.
  const again: Put[] = [
    ['10045720', 500, 40],
    ['Artikel', 50, 240],
    ['Antal', 250, 240],
    ['Pris', 350, 240],
    ['Belopp', 500, 240],
    ['45X45 Regel', 50, 255],
    ['1', 250, 255],
    ['1 000,00', 350, 255],
    ['1 000,00', 500, 255],
    ['G4-2345', 50, 267],
  ];
  expect(read(title, ...pair('OCR', '10045720'), ...again, ...rest).invoiceNumber).toBe('10045720');
  // What it calls the number is not known, but there is one.
  const unknown = column(330, 450, 148, [
    ['OCR', '1004572'],
    ['Löpnr', 'K-881'],
  ]);
  expect(read(title, ...unknown, ...rest).invoiceNumber).toBeNull();
});
