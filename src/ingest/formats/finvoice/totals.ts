import Big from 'big.js';
import type { Invoice, Totals } from '../../../invoice/invoice.ts';
import { normaliseAmount, sumAmounts } from '../../../invoice/money.ts';
import type { MonetaryFacts } from '../../checks/en16931.ts';
import type { VatFacts } from '../../checks/vat-breakdown.ts';
import { negatedAmount } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, finvoiceAmount, finvoiceNumber, first, text } from './elements.ts';
import { rowNet } from './lines.ts';

interface FinvoiceTotals {
  totals: MonetaryFacts;
  vat: VatFacts;
  /** Whether the document writes its credit as negative amounts, which the invoice then has positive. */
  signsTurned: boolean;
}

/** Totals, VAT per rate and the currency, which stands with the amounts. */
export function readFinvoiceTotals(root: XmlElement, { invoice, take }: XmlWriter): FinvoiceTotals {
  const details = first(root, 'InvoiceDetails');
  const gross = first(details, 'InvoiceTotalVatIncludedAmount');
  const signsTurned =
    invoice.documentType === 'creditNote' && isNegative(finvoiceAmount(gross?.text ?? null));
  const amount = (written: string | null) => {
    const read = finvoiceAmount(written);
    return signsTurned ? negatedAmount(read) : read;
  };
  const detail = (name: string) => amount(text(details, name));
  const { totals } = invoice;
  invoice.currency = take('currency', gross, () => gross?.attributes.get('AmountCurrencyIdentifier') ?? null);
  totals.net = take('totals.net', first(details, 'InvoiceTotalVatExcludedAmount'), amount);
  totals.vat = take('totals.vat', first(details, 'InvoiceTotalVatAmount'), amount);
  totals.gross = take('totals.gross', gross, amount);
  totals.rounding = take('totals.rounding', first(details, 'InvoiceTotalRoundoffAmount'), amount);
  totals.payable =
    take('totals.payable', orderedAmount(root), (written) => ordered(finvoiceAmount(written), invoice)) ??
    take('totals.payable', gross, () => payableOf(totals));
  const subtotals = all(details, 'VatSpecificationDetails').map((specification) => ({
    category: text(specification, 'VatCode'),
    rate: finvoiceNumber(text(specification, 'VatRatePercent')),
    taxable: amount(text(specification, 'VatBaseAmount')),
    tax: amount(text(specification, 'VatRateAmount')),
    hasExemptionReason: true,
  }));
  invoice.vatBreakdown = subtotals.map(({ category, rate, taxable, tax }) => ({
    category,
    rate,
    taxable,
    tax,
  }));
  const lineTotal = detail('RowsTotalVatExcludedAmount');
  return {
    signsTurned,
    totals: {
      lineNets: all(root, 'InvoiceRow')
        .map(rowNet)
        .filter((net) => net !== null)
        .map(amount),
      lineTotal,
      allowanceTotal: detail('DiscountsTotalVatExcludedAmount'),
      chargeTotal: detail('ChargesTotalVatExcludedAmount'),
      allowances: all(details, 'DiscountDetails').map((each) => amount(text(each, 'Amount'))),
      charges: all(details, 'ChargeDetails').map((each) => amount(text(each, 'Amount'))),
      net: totals.net,
      vat: totals.vat,
      subtotalTaxes: subtotals.every(({ tax }) => tax !== null) ? subtotals.map(({ tax }) => tax) : [],
      gross: totals.gross,
      prepaid: detail('InvoicePaidAmount'),
      rounding: totals.rounding,
      payable: totals.payable,
    },
    vat: { followsEn16931: false, subtotals, taxed: [], isBuyerNumbered: true },
  };
}

function isNegative(amount: string | null): boolean {
  return amount !== null && new Big(amount).lt(0);
}

function orderedAmount(root: XmlElement): XmlElement | null {
  return first(root, 'EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount');
}

/** A payment order cannot order money back, so on a credit note it may say 0, and its sign means nothing. */
function ordered(amount: string | null, { documentType }: Invoice): string | null {
  if (amount === null || documentType === 'invoice') return amount;
  return new Big(amount).eq(0) ? null : normaliseAmount(new Big(amount).abs());
}

function payableOf({ gross, rounding }: Totals): string | null {
  return gross === null ? null : sumAmounts([gross, rounding ?? '0']);
}
