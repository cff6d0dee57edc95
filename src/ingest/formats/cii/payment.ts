import { addAccount } from '../payment-account.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import type { CiiDialect } from './dialect.ts';

/** Accounts to pay to, and the reference to pay with. */
export function readCiiPayment(root: XmlElement, dialect: CiiDialect, writer: XmlWriter): void {
  const { first, all, text } = dialect;
  const settlement = first(root, dialect.settlement);
  for (const means of all(settlement, 'ram:SpecifiedTradeSettlementPaymentMeans')) {
    const branch = text(means, 'ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID');
    for (const account of all(means, 'ram:PayeePartyCreditorFinancialAccount')) {
      for (const id of all(account, 'ram:IBANID')) addAccount(writer, id, { branch, saysIban: true });
      for (const id of all(account, 'ram:ProprietaryID')) addAccount(writer, id, { branch });
    }
  }
  writer.invoice.payment.reference = writer.take(
    'payment.reference',
    first(settlement, 'ram:PaymentReference'),
  );
}
