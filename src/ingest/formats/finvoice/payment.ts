import { addAccount } from '../payment-account.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all } from './elements.ts';

/**
 * The account and reference of the payment order. Other accounts of the seller (SellerAccountDetails) are where it banks,
 * not where this invoice is to be paid, so they count only when the order names none.
 */
export function readFinvoicePayment(root: XmlElement, writer: XmlWriter): void {
  const ordered = all(root, 'EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID');
  const accounts = ordered.some(({ text }) => text !== '')
    ? ordered
    : all(root, 'SellerInformationDetails/SellerAccountDetails/SellerAccountID');
  for (const account of accounts) {
    const scheme = account.attributes.get('IdentificationSchemeName')?.toUpperCase();
    addAccount(writer, account, { saysIban: scheme === 'IBAN' });
  }
  writer.invoice.payment.reference = writer.takeFirst('payment.reference', [
    ...all(root, 'EpiDetails/EpiPaymentInstructionDetails/EpiRemittanceInfoIdentifier'),
    ...all(root, 'EpiDetails/EpiIdentificationDetails/EpiReference'),
  ]);
}
