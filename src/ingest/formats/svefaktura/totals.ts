import type { Invoice } from '../../../invoice/invoice.ts';
import { sumAmounts } from '../../../invoice/money.ts';
import type { MonetaryFacts } from '../../checks/en16931.ts';
import type { VatFacts } from '../../checks/vat-breakdown.ts';
import { xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { lineNet } from './lines.ts';
import { all, first, text } from './namespaces.ts';
import { taxNumberOf } from './parties.ts';

interface SvefakturaTotals {
  totals: MonetaryFacts;
  vat: VatFacts;
}

/** Totals and VAT per rate; the total with VAT is already rounded and is what is to be paid. */
export function readSvefakturaTotals(root: XmlElement, { invoice, take }: XmlWriter): SvefakturaTotals {
  const total = first(root, 'cac:LegalTotal');
  const taxTotal = taxTotalOf(root, invoice);
  const gross = first(total, 'cbc:TaxInclusiveTotalAmount');
  const { totals } = invoice;
  totals.net = take('totals.net', first(total, 'cbc:TaxExclusiveTotalAmount'), xmlAmount);
  totals.vat = take('totals.vat', first(taxTotal, 'cbc:TotalTaxAmount'), xmlAmount);
  totals.gross = take('totals.gross', gross, xmlAmount);
  totals.rounding = take('totals.rounding', first(total, 'cac:RoundOffAmount'), xmlAmount);
  totals.payable = take('totals.payable', gross, xmlAmount);
  invoice.vatBreakdown = all(taxTotal, 'cac:TaxSubTotal').map((subtotal) => ({
    category: text(subtotal, 'cac:TaxCategory/cac:ID'),
    rate: xmlNumber(text(subtotal, 'cac:TaxCategory/cbc:Percent')),
    taxable: xmlAmount(text(subtotal, 'cbc:TaxableAmount')),
    tax: xmlAmount(text(subtotal, 'cbc:TaxAmount')),
  }));
  return {
    totals: {
      lineNets: all(root, 'cac:InvoiceLine').map(lineNet),
      lineTotal: xmlAmount(text(total, 'cbc:LineExtensionTotalAmount')),
      ...allowances(root),
      net: totals.net,
      vat: totals.vat,
      subtotalTaxes: invoice.vatBreakdown.map(({ tax }) => tax),
      gross: totals.gross,
      prepaid: null,
      rounding: totals.rounding,
      payable: totals.payable,
    },
    vat: {
      followsEn16931: false,
      subtotals: invoice.vatBreakdown.map((subtotal) => ({ ...subtotal, hasExemptionReason: true })),
      taxed: [],
      isBuyerNumbered: taxNumberOf(first(root, 'cac:BuyerParty/cac:Party'), 'VAT') !== null,
    },
  };
}

/** A second total states the VAT in the currency of the accounts. */
function taxTotalOf(root: XmlElement, invoice: Invoice): XmlElement | null {
  const totals = all(root, 'cac:TaxTotal');
  const inCurrency = totals.find(
    (each) => first(each, 'cbc:TotalTaxAmount')?.attributes.get('amountCurrencyID') === invoice.currency,
  );
  return inCurrency ?? totals[0] ?? null;
}

/** Allowances and charges have no totals of their own here, so they are added up. */
function allowances(
  root: XmlElement,
): Pick<MonetaryFacts, 'allowances' | 'charges' | 'allowanceTotal' | 'chargeTotal'> {
  const amountsOf = (isCharge: boolean) =>
    all(root, 'cac:AllowanceCharge')
      .filter((each) => /^(true|1)$/.test(text(each, 'cbc:ChargeIndicator') ?? '') === isCharge)
      .map((each) => xmlAmount(text(each, 'cbc:Amount')));
  const [reductions, charges] = [amountsOf(false), amountsOf(true)];
  return {
    allowances: reductions,
    charges,
    allowanceTotal: sumAmounts(reductions.filter((amount) => amount !== null)),
    chargeTotal: sumAmounts(charges.filter((amount) => amount !== null)),
  };
}
