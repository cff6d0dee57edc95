/**
 * The VAT of each category and rate against what it is counted from (EN 16931: BR-CO-17 and the families BR-S, BR-Z,
 * BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF, BR-AG). The tolerances are those of the official validation rules.
 */
import Big from 'big.js';
import type { Check, VatSubtotal } from '../../invoice/invoice.ts';

/** An amount that VAT is counted on: a line, or a document-level allowance or charge; allowances are negative. */
export interface TaxedAmount {
  of: 'line' | 'allowance' | 'charge';
  amount: string | null;
  category: string | null;
  rate: string | null;
}

export interface VatFacts {
  /** Whether the document claims to follow EN 16931: older ones use the categories more freely. */
  followsEn16931: boolean;
  subtotals: readonly (VatSubtotal & { hasExemptionReason: boolean })[];
  taxed: readonly TaxedAmount[];
  /** Whether the buyer is named by a VAT or organisation number, as reverse charge demands. */
  isBuyerNumbered: boolean;
}

/** UNCL5305 codes and the rules that are named after them. K is a supply within the EU, L and M are islands' taxes. */
const ruleFamilies: Readonly<Record<string, string>> = {
  S: 'BR-S',
  Z: 'BR-Z',
  E: 'BR-E',
  AE: 'BR-AE',
  K: 'BR-IC',
  G: 'BR-G',
  O: 'BR-O',
  L: 'BR-AF',
  M: 'BR-AG',
};

/** Categories with a rate of their own; on all others there is no VAT. */
const ratedCategories = new Set(['S', 'L', 'M']);

function isUntaxed(category: string | null): boolean {
  return category !== null && category in ruleFamilies && !ratedCategories.has(category);
}

/** Exempt, reverse charge, within the EU, export, outside the scope: the law asks why. */
const reasonedCategories = new Set(['E', 'AE', 'K', 'G', 'O']);

export function checkVat(facts: VatFacts): Check[] {
  const taxes = facts.subtotals.flatMap(checkTax);
  if (!facts.followsEn16931) return taxes;
  return [
    ...taxes,
    ...facts.subtotals.flatMap(checkUntaxed),
    ...checkBases(facts),
    ...checkRates(facts),
    ...checkReverseCharge(facts),
  ];
}

/** BR-CO-17: the tax is its base times its rate; the official tests ask for less than one unit of difference. */
function checkTax({ category, rate, taxable, tax }: VatSubtotal): Check[] {
  if (taxable === null || tax === null || rate === null) return [];
  // Where the buyer owes the VAT, some name the rate that it would have.
  if (isUntaxed(category) && new Big(tax).eq(0)) return [];
  const counted = new Big(taxable).times(rate).div(100).round(2, Big.roundHalfUp);
  return [
    {
      rule: 'BR-CO-17',
      passed: counted.abs().minus(new Big(tax).abs()).abs().lt(1),
      message: `${rate} % of ${taxable} is ${counted.toFixed(2)}, and the VAT on it says ${tax}`,
    },
  ];
}

/** The rules 09 and 10 of the categories without VAT: there is none, and the law asks why. */
function checkUntaxed({ category, tax, hasExemptionReason }: VatFacts['subtotals'][number]): Check[] {
  const family = ruleFamilies[category ?? ''];
  if (!family || category === null || !isUntaxed(category)) return [];
  const checks: Check[] = [];
  if (tax !== null) {
    checks.push({
      rule: `${family}-09`,
      passed: new Big(tax).eq(0),
      message: `the VAT of category ${category}, on which there is none, says ${tax}`,
    });
  }
  if (reasonedCategories.has(category)) {
    checks.push({
      rule: `${family}-10`,
      passed: hasExemptionReason,
      message: `it ${hasExemptionReason ? 'says' : 'does not say'} why there is no VAT (category ${category})`,
    });
  }
  return checks;
}

/** The rules 08: what a category's VAT is counted on is what the lines, charges and allowances of it come to. */
function checkBases({ subtotals, taxed }: VatFacts): Check[] {
  // Minimal profiles have no lines, and old ones do not tell the category of a line.
  if (taxed.length === 0 || taxed.some(({ amount, category }) => amount === null || category === null))
    return [];
  const groups = Map.groupBy(subtotals, keyOf);
  return [...groups].flatMap(([key, group]): Check[] => {
    const family = ruleFamilies[group[0]?.category ?? ''];
    if (!family || group.some(({ taxable }) => taxable === null)) return [];
    const base = sum(group.map(({ taxable }) => taxable));
    const counted = sum(taxed.filter((each) => keyOf(each) === key).map(({ amount }) => amount));
    const passed = base
      .minus(counted)
      .abs()
      .lt(group[0]?.category === 'S' ? '1' : '0.01');
    return [
      {
        rule: `${family}-08`,
        passed,
        message: `the lines, charges and allowances of ${key} come to ${counted.toFixed(2)}, and its VAT is counted on ${base.toFixed(2)}`,
      },
    ];
  });
}

/** A category's rate matters only where it can have several. */
function keyOf({ category, rate }: { category: string | null; rate: string | null }): string {
  return category !== null && ratedCategories.has(category)
    ? `category ${category}, ${rate ?? '?'} %`
    : `category ${category ?? '?'}`;
}

const rateRules = { line: '05', allowance: '06', charge: '07' } as const;

/** BR-S-05 to 07 and BR-AE-05 to 07 with their kin: a rate above zero where there is VAT, none where there is not. */
function checkRates({ taxed }: VatFacts): Check[] {
  const rated = taxed.filter(
    ({ category, rate }) => rate !== null && category !== null && (category === 'S' || isUntaxed(category)),
  );
  return [...Map.groupBy(rated, ({ of, category }) => `${of} of VAT category ${category}`)].flatMap(
    ([what, amounts]): Check[] => {
      const [first] = amounts;
      if (!first) return [];
      const isRated = first.category === 'S';
      const wrong = amounts.find(({ rate }) => new Big(rate ?? 0).gt(0) !== isRated);
      return [
        {
          rule: `${ruleFamilies[first.category ?? '']}-${rateRules[first.of]}`,
          passed: !wrong,
          message: wrong
            ? `${what} has the rate ${wrong.rate} %`
            : `every ${what} has a rate that goes with it`,
        },
      ];
    },
  );
}

function checkReverseCharge({ subtotals, taxed, isBuyerNumbered }: VatFacts): Check[] {
  if (![...subtotals, ...taxed].some(({ category }) => category === 'AE')) return [];
  return [
    {
      rule: 'BR-AE-02',
      passed: isBuyerNumbered,
      message: isBuyerNumbered
        ? 'the buyer who owes the VAT (reverse charge) is named by a number'
        : 'the buyer owes the VAT (reverse charge), but is named by no VAT or organisation number',
    },
  ];
}

function sum(amounts: readonly (string | null)[]): Big {
  return amounts.reduce((total: Big, amount) => total.plus(amount ?? 0), new Big(0));
}
