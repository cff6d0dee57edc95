import type { SellerFacts } from '../../checks/sweden.ts';
import { organisationNumberAs, vatIdAs } from '../party-numbers.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, first, text } from './namespaces.ts';
import { isVat } from './vat.ts';

/** Seller and buyer; what the seller's country is decides how its numbers are written. */
export function readUblParties(root: XmlElement, { invoice, take }: XmlWriter): void {
  const seller = first(root, 'cac:AccountingSupplierParty/cac:Party');
  const buyer = first(root, 'cac:AccountingCustomerParty/cac:Party');
  const country = countryOf(seller);
  invoice.seller.name = take('seller.name', nameOf(seller));
  invoice.seller.organisationNumber = take(
    'seller.organisationNumber',
    organisationNumberOf(seller),
    (number) => organisationNumberAs(number, country),
  );
  invoice.seller.vatId = take('seller.vatId', vatIdOf(seller), vatIdAs);
  invoice.buyer.name = take('buyer.name', nameOf(buyer));
  invoice.buyer.vatId = take('buyer.vatId', vatIdOf(buyer), vatIdAs);
}

function nameOf(party: XmlElement | null): XmlElement | null {
  return filled([
    ...all(party, 'cac:PartyLegalEntity/cbc:RegistrationName'),
    ...all(party, 'cac:PartyName/cbc:Name'),
  ]);
}

/** Scheme 0007 is Sweden's register of organisation numbers. */
function organisationNumberOf(party: XmlElement | null): XmlElement | null {
  const identifiers = [...all(party, 'cac:PartyIdentification/cbc:ID'), ...all(party, 'cbc:EndpointID')];
  return filled([
    ...all(party, 'cac:PartyLegalEntity/cbc:CompanyID'),
    ...identifiers.filter((id) => id.attributes.get('schemeID') === '0007'),
  ]);
}

function vatIdOf(party: XmlElement | null): XmlElement | null {
  const schemes = all(party, 'cac:PartyTaxScheme').filter(isVat);
  return filled(schemes.flatMap((scheme) => all(scheme, 'cbc:CompanyID')));
}

/** The first that says something: some write every element, and leave empty what they do not have. */
function filled(elements: readonly XmlElement[]): XmlElement | null {
  return elements.find((element) => element.text !== '') ?? null;
}

function countryOf(party: XmlElement | null): string | null {
  const code = text(party, 'cac:PostalAddress/cac:Country/cbc:IdentificationCode')?.toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? code : null;
}

export function sellerFactsOf(root: XmlElement): SellerFacts {
  const seller = first(root, 'cac:AccountingSupplierParty/cac:Party');
  return {
    country: countryOf(seller),
    taxStatements: all(seller, 'cac:PartyTaxScheme')
      .filter((scheme) => text(scheme, 'cac:TaxScheme/cbc:ID')?.toUpperCase() !== 'VAT')
      .map((scheme) => text(scheme, 'cbc:CompanyID'))
      .filter((statement) => statement !== null),
  };
}
