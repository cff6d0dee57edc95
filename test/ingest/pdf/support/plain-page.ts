/** A plain Swedish page in parts, to which each test adds what is unusual. */
import { column, type Put, pagesOf, readPages, sums } from './sheet.ts';

export function read(...puts: Put[]) {
  const finding = readPages(pagesOf(puts));
  const [found] = finding?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { invoice: found.invoice, codes: found.reasons.map(({ code }) => code) };
}

/** The same in one. */
export function readWithCodes(...puts: Put[]) {
  const { invoice, codes } = read(...puts);
  return { ...invoice, codes };
}

export const title: Put = ['Faktura', 330, 60, { size: 18 }];
export const head: Put[] = column(330, 450, 120, [
  ['Fakturanummer', '10045'],
  ['Fakturadatum', '2026-04-03'],
  ['Förfallodatum', '2026-05-03'],
]);
export const amounts: Put[] = sums(400, [
  ['Summa exkl moms', '1 000,00'],
  ['Moms 25 %', '250,00'],
  ['Att betala SEK', '1 250,00'],
]);
export const foot: Put[] = [
  ['Bankgiro 5050-1055', 50, 700],
  ['Org.nr 556999-1234', 250, 700],
];
