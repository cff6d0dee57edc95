/** What a layout is: somebody's way of writing invoices. */
import type { Random } from '../../demo/generator/random.ts';
import type { Facts, Wish } from './facts.ts';
import type { AmountStyle, DateStyle } from './print.ts';
import type { FontName, Sheet } from './sheet.ts';
import type { PrintStyle, Telling } from './telling.ts';

export const languages = [
  'sv',
  'no',
  'da',
  'fi',
  'de',
  'nl',
  'fr',
  'en',
  'pl',
  'cs',
  'et',
  'it',
  'es',
  'pt',
] as const;
export type Language = (typeof languages)[number];

export interface InvoiceLayout {
  name: string;
  language: Language;
  fonts: readonly FontName[];
  sizes: readonly [smallest: number, largest: number];
  /** Whether one PDF may hold two such invoices, one after the other. */
  mayBeTwo?: boolean;
  wish(random: Random): Wish;
  style(random: Random, facts: Facts): PrintStyle;
  draw(sheet: Sheet, telling: Telling, random: Random): void;
}

export type PaperKind =
  | 'reminder'
  | 'statement'
  | 'delivery-note'
  | 'order-confirmation'
  | 'quotation'
  | 'terms'
  | 'newsletter'
  | 'letter'
  | 'receipt'
  | 'payslip';

/** A paper that is no invoice, though much on it looks like one. */
export interface OtherPaper {
  name: string;
  kind: PaperKind;
  language: Language;
  fonts: readonly FontName[];
  draw(sheet: Sheet, random: Random): void;
}

/** One of these, by chance: the same program prints differently for different suppliers. */
export function either<T>(random: Random, ...choices: readonly T[]): T {
  return random.pick(choices);
}

export function anyDate(random: Random, ...styles: readonly DateStyle[]): DateStyle {
  return random.pick(styles);
}

export const spaced: AmountStyle = { thousands: 'space', decimal: ',' };
export const dotted: AmountStyle = { thousands: 'dot', decimal: ',' };
export const plain: AmountStyle = { thousands: 'none', decimal: ',' };
export const thin: AmountStyle = { thousands: 'thin', decimal: ',' };
export const anglo: AmountStyle = { thousands: 'comma', decimal: '.' };
