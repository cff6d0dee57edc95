/**
 * Payment references: the Swedish OCR reference (2 to 25 digits, the last by Luhn) and the international RF reference
 * (ISO 11649, mod 97). How strictly a payee's bank checks an OCR reference cannot be known from the invoice.
 */
import { passesLuhn } from './luhn.ts';

/** Digits only, spaces gone; null when the text is no OCR reference in form. */
export function normaliseOcr(text: string): string | null {
  const digits = text.replace(/[\s\-–]/g, '');
  return /^\d{2,25}$/.test(digits) ? digits : null;
}

export function isOcr(digits: string): boolean {
  return digits.length <= 25 && passesLuhn(digits);
}

/** Whether `reference` is an RF creditor reference with right check digits ("RF18 5390 0754 7034"). */
export function isRfReference(reference: string): boolean {
  const compact = reference.toUpperCase().replace(/\s/g, '');
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(compact)) return false;
  return mod97(compact.slice(4) + compact.slice(0, 4)) === 1;
}

/** The remainder by 97 of a text whose letters count as 10 (A) to 35 (Z), digit by digit so that no number overflows. */
function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    for (const digit of Number.parseInt(character, 36).toString()) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder;
}
