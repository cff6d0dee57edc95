/** Amounts, dates and numbers as people print them. */
import type { Supplier } from '../suppliers.ts';

/** "1250.00" → "1 250,00" */
export function swedishAmount(amount: string): string {
  const [whole = '', fraction = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}${grouped(whole, ' ')},${fraction}`;
}

/** "1250.00" → "1,250.00" */
export function englishAmount(amount: string): string {
  const [whole = '', fraction = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}${grouped(whole, ',')}.${fraction}`;
}

/** "2026-11-02" → "2 November 2026" */
export function englishDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** "5569991234" → "556999-1234" */
export function organisationNumberInPrint(number: string): string {
  return `${number.slice(0, 6)}-${number.slice(6)}`;
}

/** In groups of four, as ISO 13616 prints it. */
export function ibanInPrint(iban: string): string {
  return iban.replace(/.{4}(?=.)/g, '$& ');
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separator);
}

/** Its label and its number: "286543-4" is printed as "28 65 43-4", pairs counted from the hyphen. */
export function giroInPrint({ kind, id }: Supplier['giro']): [label: string, number: string] {
  if (kind === 'bankgiro') return ['Bankgiro', id];
  const [body = '', check = ''] = id.split('-');
  return ['Plusgiro', `${body.replace(/\B(?=(\d{2})+$)/g, ' ')}-${check}`];
}
