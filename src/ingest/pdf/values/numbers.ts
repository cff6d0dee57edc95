/** Numbers that identify, at the start of a text. Each gives the normalised value, or null. */
import { normaliseBankgiro, normalisePlusgiro } from '../../checks/giro.ts';
import { ibanLengthOf, isIban, isMeantAsIban, normaliseIban } from '../../checks/iban.ts';
import { normaliseVatId } from '../../checks/vat-id.ts';
import { remembered } from '../../remembered.ts';
import { hasDigit } from '../text/words.ts';

/** Letters, digits and separators with at least one digit, and no date: what invoices are numbered by. */
export function invoiceNumberAtStart(text: string): string | null {
  return hasDigit(text) ? numberRemembered(text) : null;
}

const numberRemembered = remembered(readInvoiceNumber);

function readInvoiceNumber(text: string): string | null {
  const start = text.replace(/^(?:[#:№]|(?:n[°ºo]\.?|n\.[°º]?|č\.)(?=\s))\s?/iu, '').replace(dateBehind, '');
  // "INV 2026/0012", "RE 1001", "2026 0012", "FT A/123": a short group of letters or a year may stand apart.
  const found =
    /^((?:\p{Lu}{1,5}[- /]{1,2}(?=\d)|\p{Lu}{2,3} (?=[\p{Lu}\d.]{1,10}\/\d))?[\p{L}\p{N}](?:[\p{L}\p{N}\-/._]|\s?[-–/]\s?(?=\d)){0,34})(?=$|[\s,;):|]|[.](?:\s|$))/u.exec(
      start,
    )?.[1];
  if (found === undefined || !/\d/.test(found) || isDateLike(found) || isAmountLike(start)) return null;
  if (
    /^(?:\d+[.,]?\d*)?(?:%|kr|eur|sek|dkk|nok|€)$/iu.test(found) ||
    /^\d{1,3}(?:dagar|dage|days)$/iu.test(found)
  )
    return null;
  return found.replace(/[.,\-/]+$/, '').replace(/\s*–\s*/g, '–');
}

/** "4711 / 2026-11-03": number and date below one label. */
export const dateBehind =
  /(?<=\d)\s?[/|]\s?(?:20\d{2}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:20)?\d{2})$/;

/** "Faktura VAT nr 1/04/2026": numbered anew each month, as in Poland, where the page writes its dates otherwise. */
export function isNumberOfMonth(text: string, pageText: string): boolean {
  return (
    /^\d{1,2}\/(?:0[1-9]|1[0-2])\/20\d\d$/.test(text) &&
    /(?<!\d)\d{1,2}([.-])\d{1,2}\1 ?20\d\d(?!\d)|(?<!\d)20\d\d-\d\d-\d\d(?!\d)|(?<!\d)\d{1,2}\.? \p{L}{3,12} 20\d\d(?!\d)/u.test(
      pageText,
    )
  );
}

function isDateLike(text: string): boolean {
  return /^(20\d{2}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](20)?\d{2})$/.test(text);
}

function isAmountLike(text: string): boolean {
  return /^(?:[\d ]+|\d{1,3}(?:[.']\d{3})*),\d{2}(?:\s|$)|^\d{1,3}(?:,\d{3})*\.\d{2}(?:\s|$)/.test(text);
}

/** An IBAN; other text may follow it, and how long it is its country tells. */
export function ibanAtStart(text: string): string | null {
  const compact = /^[A-Z]{2}\s?\d\s?\d[\dA-Z\s]*/.exec(text)?.[0].replace(/\s/g, '') ?? '';
  const iban = compact.slice(0, ibanLengthOf(compact.slice(0, 2)));
  if (isIban(iban)) return iban;
  // One whose check digits are wrong is told as it stands, so that a person sees what failed.
  const printed = /^[A-Z]{2}\s?\d{2}(?: ?[\dA-Z]{4}){2,7}(?: ?[\dA-Z]{1,4})?(?=$|[\s,;).])/.exec(text)?.[0];
  return printed === undefined ? null : normaliseIban(printed);
}

/** A text in the form of an IBAN, in whatever groups, up to a mark that parts: with the label of one it is meant as one, though some of it is wrong. */
export function asIban(text: string): string | null {
  const [printed = ''] = text.split(/\s?[,;|(]/, 1);
  const iban = /^[A-Z]{2}\s?\d\s?\d[\dA-Z ]*$/.test(printed) ? normaliseIban(printed) : null;
  return iban !== null && isMeantAsIban(iban) ? iban : null;
}

export function bankgiroAtStart(text: string): string | null {
  const found = /^\d{3,4}\s?[-–]\s?\d{4}(?!\d)|^\d{3,4} \d{4}(?![\d ]*\d)|^\d{7,8}(?!\d)/.exec(text)?.[0];
  return found === undefined ? null : normaliseBankgiro(found);
}

export function plusgiroAtStart(text: string): string | null {
  const found = /^\d{1,3}(?:\s?\d{2}){0,3}\s?[-–]\s?\d(?!\d)|^\d{2,8}(?!\d)/.exec(text)?.[0];
  return found === undefined ? null : normalisePlusgiro(found);
}

/** A reference of digits may be printed in groups. */
export function digitsAtStart(text: string): string | null {
  const found = /^#?\s?(\d[\d ]{0,34}\d)(?=$|[^\d\p{L}%])/u.exec(text)?.[1];
  const digits = found?.replace(/ /g, '');
  return digits !== undefined && digits.length <= 27 && !isAmountLike(text) && datePart(text) === null
    ? digits
    : null;
}

function datePart(text: string): string | null {
  const first = text.split(' ')[0] ?? '';
  return isDateLike(first) ? first : null;
}

/** An RF creditor reference, compact. */
export function rfAtStart(text: string): string | null {
  return (
    /^RF\s?\d{2}(?:\s?[\dA-Z]{1,4}){1,6}(?![\dA-Z])/i.exec(text)?.[0].replace(/\s/g, '').toUpperCase() ?? null
  );
}

/** Danish giro line: "+71<123456789012345+12345678<" → the payment id. */
export function fikLineIn(text: string): { kind: string; reference: string; creditor: string } | null {
  const found = /\+?\s?(0?[47][1356])\s?<\s?(\d{14,16})\s?\+\s?(\d{7,8})\s?<?/.exec(text);
  return found ? { kind: found[1] ?? '', reference: found[2] ?? '', creditor: found[3] ?? '' } : null;
}

/** Any short reference: a word or two with a digit, or a name. */
export function referenceAtStart(text: string): string | null {
  const [whole = ''] = /^[\p{L}\p{N}+][\p{L}\p{N} .,\-/_@&'+]{0,60}/u.exec(text) ?? [];
  // "Anna Berg  Säljare: Bo Ek": a label that is not known begins somewhere within.
  if (/\p{L}$/u.test(whole) && whole.includes(' ') && text[whole.length] === ':') return null;
  const found = whole.trim().replace(/[.,]$/, '');
  return found === '' ? null : found;
}

export function vatIdAtStart(text: string): string | null {
  if (!hasDigit(text)) return null;
  const start = text.trim();
  const swedish = /^SE\s?\d{6}[\s-]?\d{4}[\s-]?\d{2}(?!\d)/i.exec(start)?.[0];
  const norwegian = /^(?:NO\s?)?\d{3}[ .]?\d{3}[ .]?\d{3}\s?MVA(?!\p{L})/iu.exec(start)?.[0];
  const other =
    /^[A-Z]{2}\s?-?\s?[A-Z]?\s?\d[\d .-]{4,17}(?:[A-Z]\d{2}|[A-Z])?(?=$|[\s,;):|/]|[.](?:\s|$))|^(?:FR|IE|ES|GB|CY|AT)\s?[A-Z0-9]{2}\s?[\d ]{7,14}[A-Z]{0,2}(?=$|[\s,;):|/])|^CHE-?\d{3}\.?\d{3}\.?\d{3}(?: MWST)?/.exec(
      start,
    )?.[0];
  if (norwegian) return normaliseVatId(`NO${norwegian.replace(/^NO/i, '')}`);
  return swedish ? normaliseVatId(swedish) : other === undefined ? null : normaliseVatId(other);
}
