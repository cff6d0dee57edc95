import { organisationNumberAs, vatIdAs } from '../party-numbers.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import type { CiiDialect } from './dialect.ts';

/** Seller and buyer. */
export function readCiiParties(root: XmlElement, dialect: CiiDialect, writer: XmlWriter): void {
  const { invoice, take } = writer;
  const { first } = dialect;
  const seller = first(root, `${dialect.agreement}/ram:SellerTradeParty`);
  const buyer = first(root, `${dialect.agreement}/ram:BuyerTradeParty`);
  const country = sellerCountry(root, dialect);
  invoice.seller.name = take('seller.name', nameOf(seller, dialect));
  invoice.seller.organisationNumber = take(
    'seller.organisationNumber',
    organisationNumberOf(seller, dialect),
    (number) => organisationNumberAs(number, country),
  );
  invoice.seller.vatId = take('seller.vatId', vatIdOf(seller, dialect), vatIdAs);
  invoice.buyer.name = take('buyer.name', nameOf(buyer, dialect));
  invoice.buyer.vatId = take('buyer.vatId', vatIdOf(buyer, dialect), vatIdAs);
}

export function sellerCountry(root: XmlElement, { text, agreement }: CiiDialect): string | null {
  return text(root, `${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress/ram:CountryID`);
}

/** Whether the buyer is named by a VAT or organisation number. */
export function isBuyerNumbered(root: XmlElement, dialect: CiiDialect): boolean {
  const buyer = dialect.first(root, `${dialect.agreement}/ram:BuyerTradeParty`);
  return vatIdOf(buyer, dialect) !== null || organisationNumberOf(buyer, dialect) !== null;
}

function nameOf(party: XmlElement | null, { first }: CiiDialect): XmlElement | null {
  const name = first(party, 'ram:Name');
  return name?.text ? name : first(party, 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName');
}

/** Scheme 0007 is Sweden's register of organisation numbers. */
function organisationNumberOf(party: XmlElement | null, { all, first }: CiiDialect): XmlElement | null {
  const candidates = [
    first(party, 'ram:SpecifiedLegalOrganization/ram:ID'),
    ...all(party, 'ram:GlobalID').filter(isSwedishNumber),
    ...all(party, 'ram:URIUniversalCommunication/ram:URIID').filter(isSwedishNumber),
  ];
  return candidates.find((element) => element !== null && element.text !== '') ?? null;
}

function isSwedishNumber(id: XmlElement): boolean {
  return id.attributes.get('schemeID') === '0007';
}

/** VA is the VAT number, FC a tax number for the country's own use. */
function vatIdOf(party: XmlElement | null, { all }: CiiDialect): XmlElement | null {
  const numbers = all(party, 'ram:SpecifiedTaxRegistration/ram:ID');
  return numbers.find((id) => id.attributes.get('schemeID') === 'VA' && id.text !== '') ?? null;
}
