import { sameAmount, sumAmounts } from '../../../invoice/money.ts';
import type { MonetaryFacts, TotalsStyle } from '../../checks/en16931.ts';
import type { VatFacts } from '../../checks/vat-breakdown.ts';
import { negatedAmount, xmlAmount } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { linesOf } from './lines.ts';
import { all, first, text } from './namespaces.ts';
import { isCharge, otherTaxes, taxTotalOf, ublVatFacts } from './vat.ts';

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
  const isOioubl2 = /^OIOUBL-2/i.test(text(root, 'cbc:CustomizationID') ?? '');
  // What EN 16931 has as charges: they are not VAT, and VAT may be counted on them.
  const taxes = isOioubl2 ? otherTaxes(root, invoice) : [];
  const net = first(total, 'cbc:TaxExclusiveAmount');
  invoice.totals.vat = take('totals.vat', first(taxTotal, 'cbc:TaxAmount'), xmlAmount);
  invoice.totals.gross = take('totals.gross', first(total, 'cbc:TaxInclusiveAmount'), xmlAmount);
  invoice.totals.rounding = take('totals.rounding', first(total, 'cbc:PayableRoundingAmount'), xmlAmount);
  invoice.totals.payable = take('totals.payable', first(total, 'cbc:PayableAmount'), xmlAmount);
  const facts: MonetaryFacts = {
    lineNets: linesOf(root).map((line) => xmlAmount(text(line, 'cbc:LineExtensionAmount'))),
    lineTotal: amount('LineExtensionAmount'),
    allowanceTotal: amount('AllowanceTotalAmount'),
    chargeTotal: withTaxes(amount('ChargeTotalAmount'), taxes),
    allowances: allowances.filter((each) => !isCharge(each)).map(amountOf),
    charges: [...allowances.filter(isCharge).map(amountOf), ...taxes],
    net: null,
    vat: invoice.totals.vat,
    subtotalTaxes: vat.subtotals.map(({ tax }) => tax),
    gross: invoice.totals.gross,
    prepaid: amount('PrepaidAmount'),
    forThirdParties: paymentsForThirdParties(root),
    rounding: invoice.totals.rounding,
    payable: invoice.totals.payable,
  };
  // OIOUBL 2 puts the tax total where everybody else has the net amount.
  const writesTaxAsNet = isOioubl2 && net !== null && facts.lineTotal !== null;
  invoice.totals.net = writesTaxAsNet
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

/** XRechnung's extension writes what is collected for others (BT-DEX-002) where UBL has single prepayments. */
function paymentsForThirdParties(root: XmlElement): (string | null)[] {
  const isExtension = /extension:xrechnung/i.test(text(root, 'cbc:CustomizationID') ?? '');
  if (!isExtension) return [];
  return all(root, 'cac:PrepaidPayment/cbc:PaidAmount').map((paid) => xmlAmount(paid.text));
}

function amountOf(allowance: XmlElement): string | null {
  return xmlAmount(text(allowance, 'cbc:Amount'));
}

/** Before EN 16931 the profiles (BII, EHF 2, SI-UBL 1) had the rounding in the total with VAT. */
function roundsGross({ net, vat, rounding, gross }: MonetaryFacts): boolean {
  return rounding !== null && net !== null && sameAmount(gross, sumAmounts([net, vat ?? '0', rounding]));
}

function withTaxes(charges: string | null, taxes: readonly (string | null)[]): string | null {
  if (taxes.length === 0) return charges;
  return sumAmounts([charges ?? '0', ...taxes.map((tax) => tax ?? '0')]);
}

function netFromLines({ lineTotal, allowanceTotal, chargeTotal }: MonetaryFacts): string | null {
  if (lineTotal === null) return null;
  return sumAmounts([lineTotal, chargeTotal ?? '0', negatedAmount(allowanceTotal ?? '0')]);
}
