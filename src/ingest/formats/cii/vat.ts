import type { TaxedAmount, VatFacts } from '../../checks/vat-breakdown.ts';
import { negatedAmount, xmlAmount, xmlNumber } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { CiiDialect } from './dialect.ts';
import { countedLines, lineNet } from './lines.ts';
import { isBuyerNumbered } from './parties.ts';

/** A document-level allowance or charge. */
interface CiiAllowance {
  isCharge: boolean;
  amount: string | null;
  tax: XmlElement | null;
}

/** Allowances, charges, and what the EXTENDED profile has for freight: a charge under a name of its own. */
export function allowancesOf(root: XmlElement, { first, all, text, settlement }: CiiDialect): CiiAllowance[] {
  const from = first(root, settlement);
  return [
    ...all(from, 'ram:SpecifiedTradeAllowanceCharge').map((each) => ({
      isCharge: /^(true|1)$/.test(text(each, 'ram:ChargeIndicator/udt:Indicator') ?? ''),
      amount: xmlAmount(text(each, 'ram:ActualAmount')),
      tax: first(each, 'ram:CategoryTradeTax'),
    })),
    ...all(from, 'ram:SpecifiedLogisticsServiceCharge').map((each) => ({
      isCharge: true,
      amount: xmlAmount(text(each, 'ram:AppliedAmount')),
      tax: first(each, 'ram:AppliedTradeTax'),
    })),
  ];
}

export function ciiVatFacts(root: XmlElement, dialect: CiiDialect): VatFacts {
  const { all, first, text, settlement } = dialect;
  const categoryAndRate = (tax: XmlElement | null) => ({
    category: text(tax, 'ram:CategoryCode'),
    rate: xmlNumber(text(tax, dialect.rate)),
  });
  const taxedLine = (line: XmlElement): TaxedAmount => ({
    of: 'line',
    amount: lineNet(line, dialect),
    ...categoryAndRate(first(line, `${dialect.lineSettlement}/ram:ApplicableTradeTax`)),
  });
  const taxedAllowance = ({ isCharge, amount, tax }: CiiAllowance): TaxedAmount => ({
    of: isCharge ? 'charge' : 'allowance',
    amount: isCharge ? amount : negatedAmount(amount),
    ...categoryAndRate(tax),
  });
  return {
    followsEn16931: dialect.followsEn16931,
    subtotals: all(root, `${settlement}/ram:ApplicableTradeTax`).map((tax) => ({
      ...categoryAndRate(tax),
      taxable: xmlAmount(text(tax, 'ram:BasisAmount')),
      tax: xmlAmount(text(tax, 'ram:CalculatedAmount')),
      hasExemptionReason:
        text(tax, 'ram:ExemptionReason') !== null || text(tax, 'ram:ExemptionReasonCode') !== null,
    })),
    taxed: hasLines(root, dialect)
      ? [...countedLines(root, dialect).map(taxedLine), ...allowancesOf(root, dialect).map(taxedAllowance)]
      : [],
    isBuyerNumbered: isBuyerNumbered(root, dialect),
  };
}

/** The profiles MINIMUM and BASIC WL have no lines, so what VAT is counted on cannot be added up. */
function hasLines(root: XmlElement, dialect: CiiDialect): boolean {
  return countedLines(root, dialect).some((line) => lineNet(line, dialect) !== null);
}
