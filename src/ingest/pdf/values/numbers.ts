/** Numbers that identify, at the start of a text. Each gives the normalised value, or null. */
import { normaliseBankgiro, normalisePlusgiro } from '../../checks/giro.ts';
import { isIban, normaliseIban } from '../../checks/iban.ts';
import { swedishOrganisationNumber } from '../../checks/organisation-number.ts';
import { normaliseVatId } from '../../checks/vat-id.ts';

/** Letters, digits and separators with at least one digit, and no date: what invoices are numbered by. */
export function invoiceNumberAtStart(text: string): string | null {
  const found = /^#?\s?((?:\p{L}{1,6}[-/ ]?)?[\p{L}\p{N}][\p{L}\p{N}\-/.]{0,29})(?=$|[\s,;)])/u.exec(
    text,
  )?.[1];
  if (found === undefined || !/\d/.test(found) || isDateLike(found) || isAmountLike(text)) return null;
  return found.replace(/[.,]$/, '');
}

function isDateLike(text: string): boolean {
  return /^(20\d{2}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](20)?\d{2})$/.test(text);
}

function isAmountLike(text: string): boolean {
  return /^[\d ]+[,.]\d{2}(?:\s|$)/.test(text);
}

export function organisationNumberAtStart(text: string): string | null {
  const found = /^(?:SE)?\s?((?:16)?\d{6}\s?[-–]?\s?\d{4}(?:01)?)(?!\d)/.exec(text);
  return found ? swedishOrganisationNumber(found[0]) : null;
}

/** A foreign company number as printed, without spaces. */
export function companyNumberAtStart(text: string): string | null {
  const found = /^((?:\p{L}{2,4}\s?)?[\d][\d .-]{4,18}\d|[A-Z]{2}\d{5,10})(?=$|[\s,;)])/u.exec(text)?.[1];
  return found?.replace(/\s/g, '') ?? null;
}

export function vatIdAtStart(text: string): string | null {
  const swedish = /^SE\s?\d{6}[\s-]?\d{4}[\s-]?\d{2}(?!\d)/i.exec(text)?.[0];
  const other = /^[A-Z]{2}[\s-]?[A-Z0-9][A-Z0-9 .-]{4,16}(?=$|[\s,;)])/.exec(text)?.[0];
  const found = swedish ?? (other === undefined || other.startsWith('SE') ? null : withoutWords(other));
  return found === null ? null : normaliseVatId(found);
}

/** "DE123456789 IBAN DE…": letters that come back after the digits belong to something else. */
function withoutWords(text: string): string {
  return /^[A-Z]{2}[\s-]?[A-Z]?[\d .-]+[A-Z]?\d*/.exec(text)?.[0] ?? text;
}

export function bankgiroAtStart(text: string): string | null {
  const found = /^\d{3,4}\s?[-–]\s?\d{4}(?!\d)|^\d{7,8}(?!\d)/.exec(text)?.[0];
  return found === undefined ? null : normaliseBankgiro(found);
}

export function plusgiroAtStart(text: string): string | null {
  const found = /^\d{1,3}(?:\s?\d{2}){0,3}\s?[-–]\s?\d(?!\d)|^\d{2,8}(?!\d)/.exec(text)?.[0];
  return found === undefined ? null : normalisePlusgiro(found);
}

/** An IBAN with right check digits: other text may follow it, and only the check digits tell where it ends. */
export function ibanAtStart(text: string): string | null {
  const compact = normaliseStart(text);
  for (let length = Math.min(34, compact.length); length >= 15; length--) {
    const iban = normaliseIban(compact.slice(0, length));
    if (iban && isIban(iban)) return iban;
  }
  // One whose check digits are wrong is told as it stands, so that a person sees what failed.
  const printed = /^[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){2,7}(?: ?[\dA-Z]{1,4})?(?=$|[\s,;)])/.exec(text)?.[0];
  return printed === undefined ? null : normaliseIban(printed);
}

function normaliseStart(text: string): string {
  return /^[A-Z]{2}\d{2}[\dA-Z ]*/.exec(text)?.[0].replace(/ /g, '') ?? '';
}

/** An OCR reference may be printed in groups. */
export function ocrAtStart(text: string): string | null {
  const found = /^#?\s?(\d[\d ]{0,30}\d)(?=$|[^\d\p{L}])/u.exec(text)?.[1];
  const digits = found?.replace(/ /g, '');
  return digits !== undefined &&
    digits.length <= 25 &&
    !isAmountLike(text) &&
    !isDateLike(text.split(' ')[0] ?? '')
    ? digits
    : null;
}

/** Any short reference: a word or two with a digit, or a name. */
export function referenceAtStart(text: string): string | null {
  const found = /^[\p{L}\p{N}][\p{L}\p{N} .,\-/_@&']{0,60}/u.exec(text)?.[0].trim();
  return found === undefined || found === '' ? null : found;
}
