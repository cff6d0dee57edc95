/** VAT identification numbers: Sweden's by its own rule, the other European ones by their national check digits. */
import { stdnum } from 'stdnum';
import { isSwedishVatGroup } from '../../invoice/identity.ts';
import { remembered } from '../remembered.ts';
import { isOrganisationNumber } from './organisation-number.ts';
import { isPlaceholder } from './placeholder.ts';

/** Prefixes used in VAT numbers; Greece writes EL and Northern Ireland XI, which are no country codes. */
const vatPrefix =
  /^(AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)/;

/** "SE 556036-0793 01" → "SE556036079301". Null when it has no country's prefix or no digits. */
export function normaliseVatId(text: string): string | null {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return vatPrefix.test(compact) && /\d{3}/.test(compact) && compact.length <= 18 ? compact : null;
}

/** What the library calls the VAT number of a country. */
const vatValidators = ['vat', 'tva', 'btw', 'alv', 'cvr', 'kmkr', 'uid', 'nif', 'nip', 'iva', 'dic'] as const;

/** `unknown`: a country whose rule is not known here. */
export type VatVerdict = 'valid' | 'invalid' | 'unknown';

/** Judges a normalised VAT number ("SE556036079301") by its country's form and check digits. */
export const checkVatId = remembered(judge);

function judge(vatId: string): VatVerdict {
  if (isPlaceholder(vatId)) return 'invalid';
  if (vatId.startsWith('SE')) {
    // Other suffixes than 01 exist (VAT groups, second registrations), so only the ten digits are binding.
    return /^SE\d{12}$/.test(vatId) && isOrganisationNumber(vatId.slice(2, 12)) ? 'valid' : 'invalid';
  }
  const prefix = vatId.slice(0, 2);
  const country = { EL: 'GR', XI: 'GB' }[prefix] ?? prefix;
  if (country === 'NO') return norwegianVerdict(vatId);
  const validators: Record<
    string,
    Record<string, { validate(value: string): { isValid: boolean } } | undefined>
  > = stdnum;
  const national = validators[country];
  const validator = vatValidators.map((name) => national?.[name]).find((each) => each !== undefined);
  if (!validator) return 'unknown';
  return validator.validate(vatId).isValid || validator.validate(vatId.slice(2)).isValid
    ? 'valid'
    : 'invalid';
}

/** Norway writes the organisation number with MVA after it, often with NO before it. */
function norwegianVerdict(vatId: string): VatVerdict {
  const digits = /^NO(\d{9})(MVA)?$/.exec(vatId)?.[1];
  return digits && stdnum.NO?.orgnr?.validate(digits).isValid ? 'valid' : 'invalid';
}

/** The Swedish organisation number inside a Swedish VAT number, or null: a VAT group's holds none of a company. */
export function organisationNumberInVatId(vatId: string): string | null {
  return isSwedishVatGroup(vatId) ? null : (/^SE(\d{10})\d{2}$/.exec(vatId)?.[1] ?? null);
}
