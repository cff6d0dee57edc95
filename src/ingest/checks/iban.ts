/** International bank account numbers (ISO 13616): the country's own length and form, and mod 97. */
import { countrySpecs, isValidIBAN } from 'ibantools';
import { remembered } from '../remembered.ts';

/** Without spaces, in capitals; null when it is no IBAN in form. */
export function normaliseIban(text: string): string | null {
  const compact = text.toUpperCase().replace(/[\s\-–.]/g, '');
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact) ? compact : null;
}

export const isIban = remembered((iban: string) => isValidIBAN(iban));

/** How many characters the IBANs of a country have; 0 where it has none. */
export function ibanLengthOf(country: string): number {
  return countrySpecs[country]?.chars ?? 0;
}

/**
 * Whether a text in the form of an IBAN begins with a country that has IBANs: then it is meant as one, and wrong check
 * digits are a mistake that must be seen. No country's domestic numbers begin like this.
 */
export function isMeantAsIban(iban: string): boolean {
  return countrySpecs[iban.slice(0, 2)]?.IBANRegistry === true;
}
