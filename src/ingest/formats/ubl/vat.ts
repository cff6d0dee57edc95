import type { Invoice } from '../../../invoice/invoice.ts';
import type { TaxedAmount, VatFacts } from '../../checks/vat-breakdown.ts';
import { negatedAmount, xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import { linesOf } from './lines.ts';
import { all, first, followsEn16931, text } from './namespaces.ts';

/**
 * The total of the VAT. Before EN 16931 every kind of tax has a total of its own; of several of the same kind the one
 * with the subtotals counts.
 */
export function taxTotalOf(root: XmlElement, invoice: Invoice): XmlElement | null {
  const totals = taxTotals(root, invoice);
  const ofVat = totals.filter((each) => taxesIn(each).some(isVat));
  const candidates = ofVat.length > 0 ? ofVat : totals;
  return candidates.find((each) => first(each, 'cac:TaxSubtotal')) ?? candidates[0] ?? null;
}

/** What other taxes come to, one by one: a car's registration, packaging, energy. */
export function otherTaxes(root: XmlElement, invoice: Invoice): (string | null)[] {
  return taxTotals(root, invoice)
    .filter((each) => taxesIn(each).length > 0 && !taxesIn(each).some(isVat))
    .map((each) => xmlAmount(text(each, 'cbc:TaxAmount')));
}

/** An invoice may state its VAT a second time in the currency of its accounts (BT-111): that one is not the invoice's own. */
function taxTotals(root: XmlElement, { currency }: Invoice): XmlElement[] {
  const totals = all(root, 'cac:TaxTotal');
  const inCurrency = totals.filter(
    (each) => first(each, 'cbc:TaxAmount')?.attributes.get('currencyID') === currency,
  );
  return inCurrency.length > 0 ? inCurrency : totals;
}

function taxesIn(taxTotal: XmlElement): XmlElement[] {
  return all(taxTotal, 'cac:TaxSubtotal/cac:TaxCategory');
}

/** Whether a category, or what a party is registered for, is of VAT. OIOUBL calls it "Moms" with the id 63; Norway and Australia have names of their own. */
export function isVat(taxed: XmlElement): boolean {
  return /^(VAT|63|MVA|GST|Moms)$/i.test(text(taxed, 'cac:TaxScheme/cbc:ID') ?? '');
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
