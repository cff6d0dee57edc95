/** From what an exact format says to a finding: the rules it is held to, and why a person should look. */
import type { Invoice, Reason } from '../../invoice/invoice.ts';
import { checkTotals, type MonetaryFacts, type TotalsStyle } from '../checks/en16931.ts';
import { checkIdentifiers, reasonsToReview } from '../checks/invoice-checks.ts';
import { checkSwedishRules, type SellerFacts } from '../checks/sweden.ts';
import { checkVat, type VatFacts } from '../checks/vat-breakdown.ts';
import { reasonsInTypeCode } from './document-type-code.ts';
import type { DecodedFiles } from './embedded.ts';
import type { Finding } from './format.ts';

export interface ExactInvoice {
  invoice: Invoice;
  /** UNTDID 1001, where the format has it. */
  typeCode: string | null;
  totals: MonetaryFacts;
  totalsStyle?: TotalsStyle;
  vat: VatFacts;
  embedded: DecodedFiles;
  seller: SellerFacts;
  /** What only this format can have wrong. */
  reasons?: Reason[];
}

export function findingOf(read: ExactInvoice): Finding {
  const { invoice, embedded } = read;
  invoice.checks = [
    ...checkTotals(read.totals, read.totalsStyle),
    ...checkVat(read.vat),
    ...checkSwedishRules(invoice, read.seller),
    ...checkIdentifiers(invoice, read.seller.country),
  ];
  return {
    kind: 'invoice',
    format: invoice.source,
    reason: null,
    invoices: [
      {
        invoice,
        reasons: [
          ...reasonsToReview(invoice),
          ...reasonsInTypeCode(read.typeCode),
          ...(read.reasons ?? []),
          ...embedded.reasons,
        ],
      },
    ],
    embedded: embedded.files,
  };
}
