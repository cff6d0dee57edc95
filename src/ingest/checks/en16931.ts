/**
 * The sums that every EN 16931 invoice must satisfy (business rules BR-CO-10 to BR-CO-16), exact to the cent. A rule is
 * checked where the invoice gives what it needs; UBL and CII, and older formats with the same totals, share them. The
 * VAT of each rate is in vat-breakdown.ts.
 */
import Big from 'big.js';
import type { Check } from '../../invoice/invoice.ts';
import { normaliseAmount } from '../../invoice/money.ts';

/** Amounts as decimal strings in the document's currency; null where the document does not state one. */
export interface MonetaryFacts {
  lineNets: (string | null)[];
  lineTotal: string | null;
  allowanceTotal: string | null;
  chargeTotal: string | null;
  /** Document-level allowances and charges, one by one. */
  allowances: (string | null)[];
  charges: (string | null)[];
  net: string | null;
  vat: string | null;
  subtotalTaxes: (string | null)[];
  gross: string | null;
  prepaid: string | null;
  /** What is collected for third parties beside the invoice's own total, one by one; only XRechnung's extension has it. */
  forThirdParties?: readonly (string | null)[];
  rounding: string | null;
  payable: string | null;
}

export interface TotalsStyle {
  /** Sums may differ by less than this; older formats allow what EN 16931 does not. Default: not at all. */
  tolerance?: string;
  /** Svefaktura rounds the total with VAT itself, everybody else the amount to pay. */
  roundsGross?: boolean;
  /** The profile has no place for what was paid before, so that payable may be less than the total. */
  hidesPrepaid?: boolean;
}

export function checkTotals(facts: MonetaryFacts, style: TotalsStyle = {}): Check[] {
  const { lineTotal, net, vat, gross, payable } = facts;
  const rounding = facts.rounding ?? '0';
  const sumIs = (
    rule: string,
    left: string,
    terms: readonly (string | null)[],
    right: string,
    expected: string,
  ) => checkSum(rule, left, terms, right, expected, style.tolerance);
  const allowances = facts.allowanceTotal ?? '0';
  const charges = facts.chargeTotal ?? '0';
  const { forThirdParties = [] } = facts;
  return [
    facts.lineNets.length > 0 && lineTotal !== null
      ? sumIs('BR-CO-10', 'the lines together', facts.lineNets, 'the line total', lineTotal)
      : null,
    facts.allowances.length > 0 && facts.allowanceTotal !== null
      ? sumIs(
          'BR-CO-11',
          'the allowances together',
          facts.allowances,
          'the allowance total',
          facts.allowanceTotal,
        )
      : null,
    facts.charges.length > 0 && facts.chargeTotal !== null
      ? sumIs('BR-CO-12', 'the charges together', facts.charges, 'the charge total', facts.chargeTotal)
      : null,
    lineTotal !== null && net !== null
      ? sumIs(
          'BR-CO-13',
          'line total - allowances + charges',
          [lineTotal, negated(allowances), charges],
          'net',
          net,
        )
      : null,
    facts.subtotalTaxes.length > 0 && vat !== null
      ? sumIs('BR-CO-14', 'the VAT per rate together', facts.subtotalTaxes, 'the VAT total', vat)
      : null,
    net !== null && gross !== null
      ? sumIs(
          'BR-CO-15',
          style.roundsGross ? 'net + VAT + rounding' : 'net + VAT',
          [net, vat ?? '0', style.roundsGross ? rounding : '0'],
          'the total with VAT',
          gross,
        )
      : null,
    gross !== null && payable !== null && !style.hidesPrepaid
      ? sumIs(
          // In XRechnung's extension this rule stands in for the other.
          forThirdParties.length > 0 ? 'BR-DEX-09' : 'BR-CO-16',
          `total with VAT - prepaid${style.roundsGross ? '' : ' + rounding'}${forThirdParties.length > 0 ? ' + payments to third parties' : ''}`,
          [gross, negated(facts.prepaid ?? '0'), style.roundsGross ? '0' : rounding, ...forThirdParties],
          'payable',
          payable,
        )
      : null,
  ].filter((check) => check !== null);
}

function checkSum(
  rule: string,
  left: string,
  terms: readonly (string | null)[],
  right: string,
  expected: string,
  tolerance: string | undefined,
): Check {
  if (terms.includes(null)) {
    return { rule, passed: false, message: `${left} cannot be added up: an amount is missing or no number` };
  }
  const sum = terms.reduce((total: Big, term) => total.plus(term ?? 0), new Big(0));
  // Some write the VAT of each rate with more decimals than its total, so cents are compared.
  const passed =
    tolerance === undefined ? inCents(sum).eq(inCents(expected)) : sum.minus(expected).abs().lt(tolerance);
  return {
    rule,
    passed,
    message: passed
      ? `${left} is ${right}: ${expected}`
      : `${left} is ${normaliseAmount(sum)}, but ${right} says ${expected}`,
  };
}

function inCents(amount: string | Big): Big {
  return new Big(amount).round(2, Big.roundHalfUp);
}

function negated(amount: string): string {
  return new Big(amount).neg().toFixed();
}
