/** Bankgiro and plusgiro numbers. Seven or eight digits can be either: the label, or the place of the hyphen, decides. */
import { passesLuhn } from './luhn.ts';

/** "54029681", "5402 9681" or "5402-9681" → "5402-9681"; null when it is no bankgiro number in form. */
export function normaliseBankgiro(text: string): string | null {
  const digits = text.replace(/[\s\-–]/g, '');
  if (!/^\d{7,8}$/.test(digits)) return null;
  return `${digits.slice(0, -4)}-${digits.slice(-4)}`;
}

/** Whether a normalised bankgiro number carries its check digit. */
export function isBankgiro(bankgiro: string): boolean {
  return /^\d{3,4}-\d{4}$/.test(bankgiro) && passesLuhn(bankgiro.replace('-', ''));
}

/** "28 65 43-4" or "2865434" → "286543-4"; null when it is no plusgiro number in form. */
export function normalisePlusgiro(text: string): string | null {
  const digits = text.replace(/[\s\-–]/g, '');
  if (!/^\d{2,8}$/.test(digits)) return null;
  return `${digits.slice(0, -1)}-${digits.slice(-1)}`;
}

/** Whether a normalised plusgiro number carries its check digit. */
export function isPlusgiro(plusgiro: string): boolean {
  return /^\d{1,7}-\d$/.test(plusgiro) && passesLuhn(plusgiro.replace('-', ''));
}
