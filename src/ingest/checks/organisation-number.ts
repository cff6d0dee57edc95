/** Swedish organisation numbers: ten digits, third digit at least 2, Luhn. A sole trader has a personal number instead. */
import { passesLuhn } from './luhn.ts';

/** The ten digits of a Swedish organisation number ("556036-0793", "16556036-0793", "SE556036079301" → "5560360793"), or null. */
export function swedishOrganisationNumber(text: string): string | null {
  const compact = text
    .trim()
    .replace(/^SE(?=\d{10}01$)/i, '')
    .replace(/[\s.\-–]/g, '');
  if (!/^\d+$/.test(compact)) return null;
  if (compact.length === 12 && compact.startsWith('16')) return compact.slice(2);
  if (compact.length === 12 && compact.endsWith('01') && /^SE/i.test(text.trim()))
    return compact.slice(0, 10);
  // A personal number with its century ("19620229-1230") is what a sole trader trades under.
  if (compact.length === 12 && /^(19|20)/.test(compact)) return compact.slice(2);
  return compact.length === 10 ? compact : null;
}

/** Whether ten digits can be a Swedish organisation number, or a sole trader's personal number. */
export function isOrganisationNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || !passesLuhn(digits)) return false;
  return digits.charAt(2) >= '2' || isMonthAndDay(digits);
}

/** Whether the number is a person's: then it is personal data and no company. */
export function isPersonalNumber(digits: string): boolean {
  return /^\d{10}$/.test(digits) && digits.charAt(2) < '2' && isMonthAndDay(digits);
}

function isMonthAndDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  // Coordination numbers have 60 added to their day.
  return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
}
