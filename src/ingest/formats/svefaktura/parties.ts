import { isOrganisationNumber, swedishOrganisationNumber } from '../../checks/organisation-number.ts';
import { organisationNumberAs, vatIdAs } from '../party-numbers.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, first, text } from './namespaces.ts';

/** Seller and buyer. */
export function readSvefakturaParties(root: XmlElement, { invoice, take }: XmlWriter): void {
  const seller = first(root, 'cac:SellerParty/cac:Party');
  const buyer = first(root, 'cac:BuyerParty/cac:Party');
  invoice.seller.name = take('seller.name', first(seller, 'cac:PartyName/cbc:Name'));
  invoice.seller.organisationNumber = take(
    'seller.organisationNumber',
    organisationNumberOf(seller),
    (number) => organisationNumberAs(number, 'SE'),
  );
  invoice.seller.vatId = take('seller.vatId', taxNumberOf(seller, 'VAT'), vatIdAs);
  invoice.buyer.name = take('buyer.name', first(buyer, 'cac:PartyName/cbc:Name'));
  invoice.buyer.vatId = take('buyer.vatId', taxNumberOf(buyer, 'VAT'), vatIdAs);
}

/** SWT is the Swedish tax register; without it, what identifies the party may still be its organisation number. */
function organisationNumberOf(party: XmlElement | null): XmlElement | null {
  return (
    taxNumberOf(party, 'SWT') ??
    all(party, 'cac:PartyIdentification/cac:ID').find(({ text: id }) =>
      isOrganisationNumber(swedishOrganisationNumber(id) ?? ''),
    ) ??
    null
  );
}

export function taxNumberOf(party: XmlElement | null, register: 'SWT' | 'VAT'): XmlElement | null {
  const schemes = all(party, 'cac:PartyTaxScheme').filter(
    (scheme) => text(scheme, 'cac:TaxScheme/cac:ID')?.toUpperCase() === register,
  );
  return schemes.map((scheme) => first(scheme, 'cac:CompanyID')).find((id) => id?.text) ?? null;
}
