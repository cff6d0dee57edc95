import type { PaymentAccount } from '../../../invoice/invoice.ts';
import { normaliseBankgiro, normalisePlusgiro } from '../../checks/giro.ts';
import { isIban, normaliseIban } from '../../checks/iban.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, first, text } from './namespaces.ts';

/** Accounts to pay to, and the reference to pay with. */
export function readUblPayment(root: XmlElement, { invoice, take, takeFirst }: XmlWriter): void {
  const means = all(root, 'cac:PaymentMeans');
  for (const element of means.flatMap(accountsOf)) {
    const account = accountFrom(element);
    if (!account || invoice.payment.accounts.some((known) => sameAccount(known, account))) continue;
    take(`payment.accounts.${invoice.payment.accounts.length}`, element);
    invoice.payment.accounts.push(account);
  }
  invoice.payment.reference = takeFirst('payment.reference', [
    ...means.map((each) => first(each, 'cbc:PaymentID')),
    ...means.map((each) => first(each, 'cbc:InstructionID')),
  ]);
}

/** OIOUBL has its giro accounts under CreditAccount. */
function accountsOf(means: XmlElement): XmlElement[] {
  return [
    ...all(means, 'cac:PayeeFinancialAccount/cbc:ID'),
    ...all(means, 'cac:CreditAccount/cbc:AccountID'),
  ].filter((id) => id.text !== '');
}

function accountFrom(id: XmlElement): PaymentAccount | null {
  const branch = branchOf(id);
  if (/^(SE:BANKGIRO|BGABSESS)$/i.test(branch)) {
    return { kind: 'bankgiro', id: normaliseBankgiro(id.text) ?? id.text };
  }
  if (/^(SE:PLUSGIRO|PGSISESS)$/i.test(branch)) {
    return { kind: 'plusgiro', id: normalisePlusgiro(id.text) ?? id.text };
  }
  const iban = normaliseIban(id.text);
  const saysIban = id.attributes.get('schemeID')?.toUpperCase() === 'IBAN';
  if (iban && (saysIban || isIban(iban))) return { kind: 'iban', id: iban };
  return { kind: 'other', id: id.text };
}

function branchOf(id: XmlElement): string {
  const account = id.parent;
  return (
    text(account, 'cac:FinancialInstitutionBranch/cbc:ID') ??
    text(account, 'cac:FinancialInstitutionBranch/cac:FinancialInstitution/cbc:ID') ??
    ''
  ).replace(/\s/g, '');
}

function sameAccount(a: PaymentAccount, b: PaymentAccount): boolean {
  return a.kind === b.kind && a.id === b.id;
}
