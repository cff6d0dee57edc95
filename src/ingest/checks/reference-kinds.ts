/**
 * The payment references of several countries and how their check digits are counted. How strictly a payee's bank checks
 * them cannot be known from an invoice, so a wrong one is a warning, and a right one is evidence.
 */
import { passesLuhn } from './luhn.ts';
import { isRfReference } from './payment-reference.ts';

export type ReferenceKind = 'ocr' | 'kid' | 'fik' | 'viite' | 'rf' | 'ogm' | 'betalingskenmerk' | 'qr';

/** The kinds of reference whose check digits a reference carries. */
export function referenceKindsOf(reference: string): ReferenceKind[] {
  const digits = reference.replace(/\s/g, '');
  return (Object.keys(rules) as ReferenceKind[]).filter((kind) => rules[kind](digits));
}

const rules: Record<ReferenceKind, (reference: string) => boolean> = {
  ocr: (reference) => /^\d{2,25}$/.test(reference) && passesLuhn(reference),
  // Norway: 2 to 25 digits, the last by Luhn or by mod 11, whose ten is a hyphen.
  kid: (reference) =>
    /^\d{2,25}$/.test(reference)
      ? passesLuhn(reference) || passesMod11(reference)
      : /^\d{1,24}-$/.test(reference) && passesMod11(reference),
  fik: (reference) => /^\d{14,16}$/.test(reference) && passesLuhn(reference),
  viite: isViite,
  rf: isRfReference,
  ogm: isOgm,
  betalingskenmerk: isBetalingskenmerk,
  qr: isQrReference,
};

/** Weights 2 to 7 from the right, over and over. */
function passesMod11(reference: string): boolean {
  const digits = reference.slice(0, -1);
  let sum = 0;
  for (
    let index = digits.length - 1, weight = 2;
    index >= 0;
    index--, weight = weight === 7 ? 2 : weight + 1
  ) {
    sum += Number(digits[index]) * weight;
  }
  const check = (11 - (sum % 11)) % 11;
  return (check === 10 ? '-' : String(check)) === reference.at(-1);
}

/** Finland from 4 digits, Estonia from 2, both up to 20: weights 7, 3, 1 from the right. */
function isViite(reference: string): boolean {
  if (!/^\d{2,20}$/.test(reference)) return false;
  const weights = [7, 3, 1];
  const body = reference.slice(0, -1);
  const sum = body
    .split('')
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0), 0);
  return String((10 - (sum % 10)) % 10) === reference.at(-1);
}

/** Belgium: +++123/1234/12345+++, the last two digits the rest of the first ten by 97, 97 for 0. */
function isOgm(reference: string): boolean {
  const digits = reference.replace(/[+*/]/g, '');
  if (!/^\d{12}$/.test(digits)) return false;
  const rest = Number(digits.slice(0, 10)) % 97 || 97;
  return rest === Number(digits.slice(10));
}

/** Netherlands: 16 digits, the first the check digit of the rest, weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1 from the right. */
function isBetalingskenmerk(reference: string): boolean {
  if (!/^\d{16}$/.test(reference)) return false;
  const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];
  const sum = reference
    .slice(1)
    .split('')
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (weights[index % 10] ?? 0), 0);
  const rest = 11 - (sum % 11);
  const check = rest === 11 ? 0 : rest === 10 ? 1 : rest;
  return String(check) === reference[0];
}

/** Switzerland and Liechtenstein, on QR bills: 27 digits, the last by mod 10 with a carry (Swiss Implementation Guidelines QR-bill, annex B). */
function isQrReference(reference: string): boolean {
  if (!/^\d{27}$/.test(reference)) return false;
  const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
  let carry = 0;
  for (const digit of reference.slice(0, -1)) carry = carries[(carry + Number(digit)) % 10] ?? 0;
  return String((10 - carry) % 10) === reference.at(-1);
}
