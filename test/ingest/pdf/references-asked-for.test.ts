/** The invoice's number as the payment's reference, where a page asks for it; and accounts in unusual forms. */
import { describe, expect, test } from '@jest/globals';
import { readWithCodes as read } from './support/plain-page.ts';
import { column, type Put, sums } from './support/sheet.ts';

const german: readonly Put[] = [
  ['Tischlerei Hellwig', 50, 50],
  ['Rechnung', 400, 60, { size: 20 }],
  ...column(330, 450, 100, [
    ['Rechnungsnummer', '2026-118'],
    ['Rechnungsdatum', '04.03.2026'],
  ]),
  ...sums(400, [
    ['Nettobetrag', '100,00 EUR'],
    ['MwSt. 19 %', '19,00 EUR'],
    ['Gesamtbetrag', '119,00 EUR'],
  ]),
];

const dutch: readonly Put[] = [
  ['Timmerbedrijf Hoekstra', 50, 50],
  ['Factuur', 400, 60, { size: 20 }],
  ...column(330, 450, 100, [
    ['Factuurnummer', '151347'],
    ['Factuurdatum', '04-03-2026'],
  ]),
  ...sums(400, [
    ['Totaal excl. btw', '€ 100,00'],
    ['Btw 21 %', '€ 21,00'],
    ['Te betalen', '€ 121,00'],
  ]),
];

describe('the invoice’s number', () => {
  const referenceOf = (...puts: readonly Put[]) => read(...puts).payment.reference;

  test('is the reference where a sentence about paying asks for it', () => {
    expect(
      referenceOf(...german, [
        'Bitte überweisen Sie den Betrag unter Angabe der Rechnungsnummer auf unser Konto.',
        50,
        520,
      ]),
    ).toBe('2026-118');
  });

  test('is it where the sentence goes over several lines', () => {
    expect(
      referenceOf(
        ...dutch,
        ['U kunt het bedrag binnen 14 dagen aan ons overmaken naar', 50, 520],
        ['bovenstaand rekeningnummer met vermelding van het', 50, 532],
        ['factuurnummer.', 50, 544],
      ),
    ).toBe('151347');
  });

  test('is it where its label says so', () => {
    expect(
      referenceOf(
        ['Granviks Rörgrossist AB', 50, 50],
        ['FAKTURA', 400, 60, { size: 20 }],
        ['Fakturanummer (anges vid betalning)', 330, 100],
        ['4795459', 330, 112],
        ['Fakturadatum', 330, 130],
        ['2026-03-04', 330, 142],
        ...sums(400, [['Att betala', '250,00 SEK']]),
      ),
    ).toBe('4795459');
  });

  test('is it where a sentence that says nothing else follows one about paying', () => {
    const asks = (before: string) =>
      referenceOf(
        ['Granviks Rörgrossist AB', 50, 50],
        ['FAKTURA', 400, 60, { size: 20 }],
        ...column(330, 450, 100, [
          ['Fakturanr', '30417'],
          ['Fakturadatum', '2026-03-04'],
        ]),
        ...sums(400, [['Att betala', '250,00 SEK']]),
        [`${before} Ange fakturanumret.`, 50, 520],
      );
    expect(asks('Betalas till bankgiro 5050-1055 senast 2026-04-03.')).toBe('30417');
    expect(asks('Vi svarar i telefon.')).toBeNull();
  });

  test('is not it where a sentence about letters asks for it', () => {
    expect(
      referenceOf(...german, ['Bei Rückfragen bitte immer die Rechnungsnummer angeben.', 50, 520]),
    ).toBeNull();
  });

  test('yields to a reference that is told', () => {
    expect(
      referenceOf(
        ...german,
        ['Verwendungszweck: HW 4711', 50, 500],
        ['Bitte zahlen Sie unter Angabe der Rechnungsnummer.', 50, 520],
      ),
    ).toBe('HW 4711');
  });
});

test('an invoice’s number that serves as its reference needs no check digits, any other does', () => {
  const failed = (reference: string) =>
    read(
      ['Granviks Rörgrossist AB', 50, 50],
      ['FAKTURA', 400, 60, { size: 20 }],
      ...column(330, 450, 100, [
        ['Fakturanr', '30412'],
        ['OCR', reference],
        ['Fakturadatum', '2026-03-04'],
        ['Bankgiro', '5050-1055'],
      ]),
      ...sums(400, [['Att betala', '250,00 SEK']]),
    ).checks.filter(({ rule, passed }) => rule === 'reference:checkDigits' && !passed);
  expect(failed('30412')).toEqual([]);
  expect(failed('30413')).toHaveLength(1);
});

test('a reference goes on behind a bar, though a label begins so', () => {
  const { payment } = read(...german, ['Verwendungszweck: HW-2026-118 / Projekt Alpha', 50, 500]);
  expect(payment.reference).toBe('HW-2026-118 / Projekt Alpha');
});

describe('an IBAN', () => {
  test('goes on below, with its label between the two lines', () => {
    const { payment } = read(
      ...german,
      ['DE89 3704 0044 0532', 90, 600],
      ['IBAN:', 50, 606],
      ['0130 00', 90, 612],
    );
    expect(payment.accounts).toEqual([{ kind: 'iban', id: 'DE89370400440532013000' }]);
  });

  test('that is wrong in form is told beside its label, and a person looks', () => {
    const { payment, codes } = read(...german, ['IBAN: DE3708 0040 0123 4567 89', 50, 600]);
    expect(payment.accounts).toEqual([{ kind: 'iban', id: 'DE370800400123456789' }]);
    expect(codes).toContain('check_failed:iban');
  });
});
