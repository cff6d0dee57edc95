import type { Invoice } from '../../../invoice/invoice.ts';
import type { TaxedAmount, VatFacts } from '../../checks/vat-breakdown.ts';
import { negatedAmount, xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import { linesOf } from './lines.ts';
import { all, first, followsEn16931, text } from './namespaces.ts';

/**
 * An invoice may state its VAT a second time in the currency of its accounts (BT-111): that one is not the invoice's own.
 * Of several in the same currency the one with the subtotals counts.
 */
export function taxTotalOf(root: XmlElement, invoice: Invoice): XmlElement | null {
  const totals = all(root, 'cac:TaxTotal');
  const inCurrency = totals.filter(
    (each) => first(each, 'cbc:TaxAmount')?.attributes.get('currencyID') === invoice.currency,
  );
  const candidates = inCurrency.length > 0 ? inCurrency : totals;
  return candidates.find((each) => first(each, 'cac:TaxSubtotal')) ?? candidates[0] ?? null;
}

export function ublVatFacts(root: XmlElement, taxTotal: XmlElement | null): VatFacts {
  const buyer = first(root, 'cac:AccountingCustomerParty/cac:Party');
  return {
    followsEn16931: followsEn16931(root),
    subtotals: all(taxTotal, 'cac:TaxSubtotal').map((subtotal) => ({
      category: text(subtotal, 'cac:TaxCategory/cbc:ID'),
      rate: xmlNumber(text(subtotal, 'cac:TaxCategory/cbc:Percent') ?? text(subtotal, 'cbc:Percent')),
      taxable: xmlAmount(text(subtotal, 'cbc:TaxableAmount')),
      tax: xmlAmount(text(subtotal, 'cbc:TaxAmount')),
      hasExemptionReason:
        text(subtotal, 'cac:TaxCategory/cbc:TaxExemptionReason') !== null ||
        text(subtotal, 'cac:TaxCategory/cbc:TaxExemptionReasonCode') !== null,
    })),
    taxed: [...linesOf(root).flatMap(taxedLine), ...all(root, 'cac:AllowanceCharge').map(taxedAllowance)],
    isBuyerNumbered:
      text(buyer, 'cac:PartyTaxScheme/cbc:CompanyID') !== null ||
      text(buyer, 'cac:PartyLegalEntity/cbc:CompanyID') !== null,
  };
}

/** A line has one category, unless it counts its VAT itself, as Belgium's invoices with a cash discount do. */
function taxedLine(line: XmlElement): TaxedAmount[] {
  const counted = all(line, 'cac:TaxTotal/cac:TaxSubtotal').filter((each) =>
    first(each, 'cbc:TaxableAmount'),
  );
  if (counted.length > 0) {
    return counted.map((subtotal) => ({
      of: 'line',
      ...taxedAmount(subtotal, 'cbc:TaxableAmount', 'cac:TaxCategory'),
    }));
  }
  return [
    { of: 'line', ...taxedAmount(line, 'cbc:LineExtensionAmount', 'cac:Item/cac:ClassifiedTaxCategory') },
  ];
}

function taxedAllowance(allowance: XmlElement): TaxedAmount {
  const taxed = taxedAmount(allowance, 'cbc:Amount', 'cac:TaxCategory');
  return isCharge(allowance)
    ? { ...taxed, of: 'charge' }
    : { ...taxed, of: 'allowance', amount: negatedAmount(taxed.amount) };
}

function taxedAmount(from: XmlElement, amount: string, category: string): Omit<TaxedAmount, 'of'> {
  return {
    amount: xmlAmount(text(from, amount)),
    category: text(from, `${category}/cbc:ID`),
    rate: xmlNumber(text(from, `${category}/cbc:Percent`)),
  };
}

export function isCharge(allowance: XmlElement): boolean {
  return /^(true|1)$/i.test(text(allowance, 'cbc:ChargeIndicator') ?? '');
}
