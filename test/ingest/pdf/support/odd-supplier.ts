/** A supplier that writes like nobody else: words of its own, a number without any, more than one number with the same. */
import type { PlaceOfSupplier } from '../../../../src/invoice/learnt-place.ts';
import type { Put } from './sheet.ts';
import { column, sums } from './sheet.ts';

export interface OddInvoice {
  number: string;
  date: string;
  due: string;
  net: string;
  vat: string;
  total: string;
  reference: string;
  organisationNumber?: string;
}

export const first: OddInvoice = {
  number: 'K-3391',
  date: '2026-03-04',
  due: '2026-04-03',
  net: '1 000,00',
  vat: '250,00',
  total: '1 250,00',
  reference: '204172',
};

export const second: OddInvoice = {
  number: 'K-3407',
  date: '2026-04-09',
  due: '2026-05-09',
  net: '3 204,00',
  vat: '801,00',
  total: '4 005,00',
  reference: '204180',
};

/** What differs from sheet to sheet in the tests; without a word for it, the number stands only where `rows` put it. */
export interface Words {
  number: string;
  rows?: readonly Put[];
}

export function oddSheet(
  { number, date, due, net, vat, total, reference, organisationNumber = '556999-1234' }: OddInvoice,
  words: Words = { number: 'Löpnr' },
): Put[] {
  return [
    ['Ekens Snickeri AB', 50, 40, { size: 14 }],
    ['FAKTURA', 330, 40, { size: 18 }],
    ...column(330, 430, 80, [
      ...(words.number === '' ? [] : [[words.number, number] as const]),
      ['Fakturadatum', date],
      ['Förfallodatum', due],
      ['OCR-nr', reference],
      ['Kundnr', '4711'],
    ]),
    ['Kund', 50, 150],
    ['Kundbolaget i Ekeby AB', 50, 164],
    ['Storgatan 1', 50, 176],
    ['123 45 Ekeby', 50, 188],
    ...sums(400, [
      ['Summa exkl. moms', net],
      ['Moms 25 %', vat],
      ['Att betala', `${total} kr`],
    ]),
    [`Org.nr ${organisationNumber}   Bankgiro 123-4566`, 50, 780, { size: 7 }],
    ...(words.rows ?? []),
  ];
}

/** As the ledger would give it back. */
export function ofEken(places: readonly Omit<PlaceOfSupplier, 'supplierKeys'>[]): PlaceOfSupplier[] {
  return places.map((place) => ({ ...place, supplierKeys: ['org:5569991234', 'bankgiro:1234566'] }));
}
