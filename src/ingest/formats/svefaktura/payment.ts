import { addAccount } from '../payment-account.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, text } from './namespaces.ts';

/** Accounts to pay to, and the reference to pay with; the network is the BIC of Bankgirot or Plusgirot. */
export function readSvefakturaPayment(root: XmlElement, writer: XmlWriter): void {
  const accounts = all(root, 'cac:PaymentMeans/cac:PayeeFinancialAccount');
  for (const account of accounts) {
    const branch = text(account, 'cac:FinancialInstitutionBranch/cac:FinancialInstitution/cac:ID');
    for (const id of all(account, 'cac:ID')) {
      addAccount(writer, id, {
        branch,
        saysIban: id.attributes.get('identificationSchemeID')?.toUpperCase() === 'IBAN',
      });
    }
  }
  writer.invoice.payment.reference = writer.takeFirst(
    'payment.reference',
    accounts.flatMap((account) => all(account, 'cac:PaymentInstructionID')),
  );
}
