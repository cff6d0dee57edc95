/** Accounts to pay to, as e-invoices name them: bankgiro and plusgiro by their network, IBAN by its form. */
import type { PaymentAccount } from '../../invoice/invoice.ts';
import { normaliseBankgiro, normalisePlusgiro } from '../checks/giro.ts';
import { isMeantAsIban, normaliseIban } from '../checks/iban.ts';
import type { XmlElement } from './xml/element.ts';
import type { XmlWriter } from './xml/xml-writer.ts';

export interface AccountHints {
  /** The bank or network as the document names it: "SE:BANKGIRO", "BGABSESS", a BIC … */
  branch?: string | null;
  /** Whether the document itself says that it is an IBAN. */
  saysIban?: boolean;
}

/** Adds the account that `element` holds to the invoice, unless it is there already. */
export function addAccount({ invoice, take }: XmlWriter, element: XmlElement, hints: AccountHints): void {
  if (element.text === '') return;
  const account = accountFrom(element.text, hints);
  const { accounts } = invoice.payment;
  if (accounts.some(({ kind, id }) => kind === account.kind && id === account.id)) return;
  take(`payment.accounts.${accounts.length}`, element);
  accounts.push(account);
}

function accountFrom(text: string, { branch, saysIban = false }: AccountHints): PaymentAccount {
  const network = (branch ?? '').replace(/\s/g, '');
  if (/^(SE:BANKGIRO|BGABSESS(XXX)?)$/i.test(network)) {
    return { kind: 'bankgiro', id: normaliseBankgiro(text) ?? text };
  }
  if (/^(SE:(PLUSGIRO|POSTGIRO)|PGSISESS(XXX)?)$/i.test(network)) {
    return { kind: 'plusgiro', id: normalisePlusgiro(text) ?? text };
  }
  const iban = normaliseIban(text);
  return iban && (saysIban || isMeantAsIban(iban)) ? { kind: 'iban', id: iban } : { kind: 'other', id: text };
}
