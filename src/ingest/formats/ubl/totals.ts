import { sameAmount, sumAmounts } from '../../../invoice/money.ts';
import type { MonetaryFacts, TotalsStyle } from '../../checks/en16931.ts';
import type { VatFacts } from '../../checks/vat-breakdown.ts';
import { negatedAmount, xmlAmount } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { linesOf } from './lines.ts';
import { all, first, text } from './namespaces.ts';
import { isCharge, taxTotalOf, ublVatFacts } from './vat.ts';

interface UblTotals {
  totals: MonetaryFacts;
  totalsStyle: TotalsStyle;
  vat: VatFacts;
}

/** Totals and VAT per rate into the invoice; gives back everything the sums can be checked with. */
export function readUblTotals(root: XmlElement, { invoice, take }: XmlWriter): UblTotals {
  const total = first(root, 'cac:LegalMonetaryTotal');
  const amount = (name: string) => xmlAmount(text(total, `cbc:${name}`));
  const taxTotal = taxTotalOf(root, invoice);
  const vat = ublVatFacts(root, taxTotal);
  const allowances = all(root, 'cac:AllowanceCharge');
  const net = first(total, 'cbc:TaxExclusiveAmount');
  invoice.totals.vat = take('totals.vat', first(taxTotal, 'cbc:TaxAmount'), xmlAmount);
  invoice.totals.gross = take('totals.gross', first(total, 'cbc:TaxInclusiveAmount'), xmlAmount);
  invoice.totals.rounding = take('totals.rounding', first(total, 'cbc:PayableRoundingAmount'), xmlAmount);
  invoice.totals.payable = take('totals.payable', first(total, 'cbc:PayableAmount'), xmlAmount);
  const facts: MonetaryFacts = {
    lineNets: linesOf(root).map((line) => xmlAmount(text(line, 'cbc:LineExtensionAmount'))),
    lineTotal: amount('LineExtensionAmount'),
    allowanceTotal: amount('AllowanceTotalAmount'),
    chargeTotal: amount('ChargeTotalAmount'),
    allowances: allowances.filter((each) => !isCharge(each)).map(amountOf),
    charges: allowances.filter(isCharge).map(amountOf),
    net: null,
    vat: invoice.totals.vat,
    subtotalTaxes: vat.subtotals.map(({ tax }) => tax),
    gross: invoice.totals.gross,
    prepaid: amount('PrepaidAmount'),
    rounding: invoice.totals.rounding,
    payable: invoice.totals.payable,
  };
  invoice.totals.net = writesTaxAsNet(root, facts, net)
    ? take('totals.net', first(total, 'cbc:LineExtensionAmount'), () => netFromLines(facts))
    : take('totals.net', net, xmlAmount);
  facts.net = invoice.totals.net;
  invoice.vatBreakdown = vat.subtotals.map(({ category, rate, taxable, tax }) => ({
    category,
    rate,
    taxable,
    tax,
  }));
  return { totals: facts, totalsStyle: { roundsGross: !vat.followsEn16931 && roundsGross(facts) }, vat };
}

function amountOf(allowance: XmlElement): string | null {
  return xmlAmount(text(allowance, 'cbc:Amount'));
}

/** Before EN 16931 the profiles (BII, EHF 2, SI-UBL 1) had the rounding in the total with VAT. */
function roundsGross({ net, vat, rounding, gross }: MonetaryFacts): boolean {
  return rounding !== null && net !== null && sameAmount(gross, sumAmounts([net, vat ?? '0', rounding]));
}

/** OIOUBL 2 puts the tax total where everybody else has the net amount. */
function writesTaxAsNet(root: XmlElement, facts: MonetaryFacts, net: XmlElement | null): boolean {
  return (
    /^OIOUBL-2/i.test(text(root, 'cbc:CustomizationID') ?? '') && net !== null && facts.lineTotal !== null
  );
}

function netFromLines({ lineTotal, allowanceTotal, chargeTotal }: MonetaryFacts): string | null {
  if (lineTotal === null) return null;
  return sumAmounts([lineTotal, chargeTotal ?? '0', negatedAmount(allowanceTotal ?? '0')]);
}
