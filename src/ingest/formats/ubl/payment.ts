import { addAccount } from '../payment-account.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, first, text } from './namespaces.ts';

/** Accounts to pay to, and the reference to pay with. */
export function readUblPayment(root: XmlElement, writer: XmlWriter): void {
  const means = all(root, 'cac:PaymentMeans');
  for (const id of means.flatMap(accountIds)) {
    addAccount(writer, id, {
      branch: branchOf(id),
      saysIban: id.attributes.get('schemeID')?.toUpperCase() === 'IBAN',
    });
  }
  writer.invoice.payment.reference = writer.takeFirst('payment.reference', [
    ...means.map(referenceOf),
    ...means.map((each) => first(each, 'cbc:InstructionID')),
  ]);
}

/** OIOUBL has its giro accounts under CreditAccount. */
function accountIds(means: XmlElement): XmlElement[] {
  return [
    ...all(means, 'cac:PayeeFinancialAccount/cbc:ID'),
    ...all(means, 'cac:CreditAccount/cbc:AccountID'),
  ];
}

/** On Danish giro slips (FIK) the PaymentID is the kind of slip, and the reference stands under InstructionID. */
function referenceOf(means: XmlElement): XmlElement | null {
  const reference = first(means, 'cbc:PaymentID');
  const isKindOfSlip =
    /^DK:(FIK|GIRO)$/i.test(text(means, 'cbc:PaymentChannelCode') ?? '') ||
    /^(50|93)$/.test(text(means, 'cbc:PaymentMeansCode') ?? '');
  return isKindOfSlip && /^(0?[14]|15|7[135])$/.test(reference?.text ?? '') ? null : reference;
}

function branchOf(id: XmlElement): string | null {
  const account = id.parent;
  return (
    text(account, 'cac:FinancialInstitutionBranch/cbc:ID') ??
    text(account, 'cac:FinancialInstitutionBranch/cac:FinancialInstitution/cbc:ID')
  );
}
