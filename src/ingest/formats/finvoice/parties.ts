import { organisationNumberAs, vatIdAs } from '../party-numbers.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, first, text } from './elements.ts';

/** Seller and buyer. A name that repeats is the same company's name going on, or in another language: the first counts. */
export function readFinvoiceParties(root: XmlElement, { invoice, take, takeFirst }: XmlWriter): void {
  const seller = first(root, 'SellerPartyDetails');
  const buyer = first(root, 'BuyerPartyDetails');
  invoice.seller.name = takeFirst('seller.name', all(seller, 'SellerOrganisationName'));
  invoice.seller.organisationNumber = take(
    'seller.organisationNumber',
    first(seller, 'SellerPartyIdentifier'),
    (number) => organisationNumberAs(number, sellerCountry(root)),
  );
  invoice.seller.vatId = take('seller.vatId', first(seller, 'SellerOrganisationTaxCode'), vatIdAs);
  invoice.buyer.name = takeFirst('buyer.name', all(buyer, 'BuyerOrganisationName'));
  invoice.buyer.vatId = take('buyer.vatId', first(buyer, 'BuyerOrganisationTaxCode'), vatIdAs);
}

/** Finnish unless it says otherwise. */
export function sellerCountry(root: XmlElement): string {
  return text(root, 'SellerPartyDetails/SellerPostalAddressDetails/CountryCode') ?? 'FI';
}
