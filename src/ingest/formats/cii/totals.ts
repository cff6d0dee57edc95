import type { MonetaryFacts } from '../../checks/en16931.ts';
import type { VatFacts } from '../../checks/vat-breakdown.ts';
import { xmlAmount } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import type { CiiDialect } from './dialect.ts';
import { countedLines, lineNet } from './lines.ts';
import { allowancesOf, ciiVatFacts } from './vat.ts';

interface CiiTotals {
  totals: MonetaryFacts;
  vat: VatFacts;
}

/** Totals and VAT per rate into the invoice; gives back everything the sums can be checked with. */
export function readCiiTotals(root: XmlElement, dialect: CiiDialect, writer: XmlWriter): CiiTotals {
  const { invoice, take } = writer;
  const { first, text } = dialect;
  const summation = first(root, `${dialect.settlement}/${dialect.summation}`);
  const amount = (name: string) => xmlAmount(text(summation, `ram:${name}`));
  const { totals } = invoice;
  totals.net = take('totals.net', inCurrency(summation, 'TaxBasisTotalAmount', writer, dialect), xmlAmount);
  totals.vat = take('totals.vat', inCurrency(summation, 'TaxTotalAmount', writer, dialect), xmlAmount);
  totals.gross = take('totals.gross', inCurrency(summation, 'GrandTotalAmount', writer, dialect), xmlAmount);
  totals.rounding = take('totals.rounding', first(summation, 'ram:RoundingAmount'), xmlAmount);
  totals.payable = take('totals.payable', first(summation, 'ram:DuePayableAmount'), xmlAmount);
  const vat = ciiVatFacts(root, dialect);
  invoice.vatBreakdown = vat.subtotals.map(({ category, rate, taxable, tax }) => ({
    category,
    rate,
    taxable,
    tax,
  }));
  const allowances = allowancesOf(root, dialect);
  return {
    vat,
    totals: {
      // In ZUGFeRD 1 a line may be a remark, and in its smallest profile none needs an amount.
      lineNets: countedLines(root, dialect)
        .map((line) => lineNet(line, dialect))
        .filter((net) => net !== null || dialect.followsEn16931),
      lineTotal: amount('LineTotalAmount'),
      allowanceTotal: amount('AllowanceTotalAmount'),
      chargeTotal: amount('ChargeTotalAmount'),
      allowances: allowances.filter(({ isCharge }) => !isCharge).map((each) => each.amount),
      charges: allowances.filter(({ isCharge }) => isCharge).map((each) => each.amount),
      net: totals.net,
      vat: totals.vat,
      subtotalTaxes: vat.subtotals.map(({ tax }) => tax),
      gross: totals.gross,
      prepaid: amount('TotalPrepaidAmount'),
      rounding: totals.rounding,
      payable: totals.payable,
    },
  };
}

/** A total may stand a second time in the currency of the accounts (BT-111); the invoice's own is the one asked for. */
function inCurrency(
  summation: XmlElement | null,
  name: string,
  { invoice }: XmlWriter,
  { all }: CiiDialect,
): XmlElement | null {
  const amounts = all(summation, `ram:${name}`);
  return (
    amounts.find((each) => each.attributes.get('currencyID') === invoice.currency) ??
    amounts.find((each) => !each.attributes.has('currencyID')) ??
    amounts[0] ??
    null
  );
}
