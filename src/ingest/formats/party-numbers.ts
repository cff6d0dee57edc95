/** How the numbers of a party are written down, whichever e-invoice they come from. */
import { swedishOrganisationNumber } from '../checks/organisation-number.ts';
import { normaliseVatId } from '../checks/vat-id.ts';

/** Ten digits for a Swedish number ("556036-0793" → "5560360793"), foreign ones as they stand without spaces. */
export function organisationNumberAs(text: string, country: string | null): string {
  const compact = text.replace(/\s/g, '');
  return country === null || country === 'SE' ? (swedishOrganisationNumber(text) ?? compact) : compact;
}

/** "SE 556036-0793 01" → "SE556036079301"; what does not look like a VAT number stays as it stands, without spaces. */
export function vatIdAs(text: string): string {
  return normaliseVatId(text) ?? text.replace(/\s/g, '');
}
