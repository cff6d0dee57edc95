import type { Invoice } from '../../../invoice/invoice.ts';
import { sumAmounts } from '../../../invoice/money.ts';
import type { MonetaryFacts } from '../../checks/en16931.ts';
import { xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, first, text } from './namespaces.ts';

/** Totals and VAT per rate into the invoice; gives back everything the sums can be checked with. */
export function readUblTotals(root: XmlElement, { invoice, take }: XmlWriter): MonetaryFacts {
  const total = first(root, 'cac:LegalMonetaryTotal');
  const amount = (name: string) => xmlAmount(text(total, `cbc:${name}`));
  const taxTotal = taxTotalInCurrency(root, invoice);
  const net = first(total, 'cbc:TaxExclusiveAmount');
  invoice.totals.vat = take('totals.vat', first(taxTotal, 'cbc:TaxAmount'), xmlAmount);
  invoice.totals.gross = take('totals.gross', first(total, 'cbc:TaxInclusiveAmount'), xmlAmount);
  invoice.totals.rounding = take('totals.rounding', first(total, 'cbc:PayableRoundingAmount'), xmlAmount);
  invoice.totals.payable = take('totals.payable', first(total, 'cbc:PayableAmount'), xmlAmount);
  const facts: MonetaryFacts = {
    lineNets: [...all(root, 'cac:InvoiceLine'), ...all(root, 'cac:CreditNoteLine')].map((line) =>
      xmlAmount(text(line, 'cbc:LineExtensionAmount')),
    ),
    lineTotal: amount('LineExtensionAmount'),
    allowanceTotal: amount('AllowanceTotalAmount'),
    chargeTotal: amount('ChargeTotalAmount'),
    allowances: documentAllowances(root, 'false'),
    charges: documentAllowances(root, 'true'),
    net: null,
    vat: invoice.totals.vat,
    subtotalTaxes: all(taxTotal, 'cac:TaxSubtotal').map((each) => xmlAmount(text(each, 'cbc:TaxAmount'))),
    gross: invoice.totals.gross,
    prepaid: amount('PrepaidAmount'),
    rounding: invoice.totals.rounding,
    payable: invoice.totals.payable,
  };
  invoice.totals.net = writesTaxAsNet(root, facts, net)
    ? take('totals.net', first(total, 'cbc:LineExtensionAmount'), () => netFromLines(facts))
    : take('totals.net', net, xmlAmount);
  invoice.totals.gross ??= invoice.totals.net && !invoice.totals.vat ? invoice.totals.payable : null;
  facts.net = invoice.totals.net;
  invoice.vatBreakdown = all(taxTotal, 'cac:TaxSubtotal').map((subtotal) => ({
    category: text(subtotal, 'cac:TaxCategory/cbc:ID'),
    rate: xmlNumber(text(subtotal, 'cac:TaxCategory/cbc:Percent') ?? text(subtotal, 'cbc:Percent')),
    taxable: xmlAmount(text(subtotal, 'cbc:TaxableAmount')),
    tax: xmlAmount(text(subtotal, 'cbc:TaxAmount')),
  }));
  return facts;
}

/** An invoice may state its VAT a second time in the currency of its accounts: that one is not the invoice's own. */
function taxTotalInCurrency(root: XmlElement, invoice: Invoice): XmlElement | null {
  const totals = all(root, 'cac:TaxTotal');
  const inCurrency = totals.filter(
    (each) => first(each, 'cbc:TaxAmount')?.attributes.get('currencyID') === invoice.currency,
  );
  const candidates = inCurrency.length > 0 ? inCurrency : totals;
  return candidates.find((each) => first(each, 'cac:TaxSubtotal')) ?? candidates[0] ?? null;
}

function documentAllowances(root: XmlElement, chargeIndicator: 'true' | 'false'): (string | null)[] {
  return all(root, 'cac:AllowanceCharge')
    .filter((each) => text(each, 'cbc:ChargeIndicator') === chargeIndicator)
    .map((each) => xmlAmount(text(each, 'cbc:Amount')));
}

/** OIOUBL 2 puts the tax total where everybody else has the net amount. */
function writesTaxAsNet(root: XmlElement, facts: MonetaryFacts, net: XmlElement | null): boolean {
  return (
    /^OIOUBL-2/i.test(text(root, 'cbc:CustomizationID') ?? '') && net !== null && facts.lineTotal !== null
  );
}

function netFromLines({ lineTotal, allowanceTotal, chargeTotal }: MonetaryFacts): string | null {
  if (lineTotal === null) return null;
  const allowance = allowanceTotal ?? '0';
  return sumAmounts([
    lineTotal,
    chargeTotal ?? '0',
    allowance.startsWith('-') ? allowance.slice(1) : `-${allowance}`,
  ]);
}
