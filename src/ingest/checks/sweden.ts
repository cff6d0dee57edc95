/**
 * What Peppol asks of Swedish suppliers beyond EN 16931 (SE-R-001 to SE-R-013). They judge how the numbers stand in the
 * document, before normalisation; whether the numbers themselves are right is checked for every format alike
 * (invoice-checks.ts), so of these only the VAT rates can hold an invoice.
 */
import Big from 'big.js';
import type { Check, Invoice } from '../../invoice/invoice.ts';
import { isOrganisationNumber } from './organisation-number.ts';

/**
 * The rates that Swedish law knows, the same since 1996. Food moves from 12 to 6 percent from 2026-04-01 to 2027-12-31,
 * but that needs to know what was sold; both rates stay lawful for something.
 */
const lawfulRates = ['25', '12', '6'];

export interface SellerFacts {
  /** ISO 3166, where the document says it. */
  country: string | null;
  /** What stands where other countries have a second tax number: in Sweden the approval for F-tax. */
  taxStatements?: readonly string[];
}

/** Checks an e-invoice of a Swedish seller; empty for all others. */
export function checkSwedishRules(
  invoice: Invoice,
  { country, taxStatements = [] }: SellerFacts = { country: null },
): Check[] {
  if (!isSwedishSeller(invoice, country)) return [];
  return [
    ...checkVatNumber(invoice),
    ...checkNumber(invoice),
    ...taxStatements.map(checkTaxStatement),
    ...checkRates(invoice),
    ...checkGiros(invoice),
  ];
}

function checkTaxStatement(statement: string): Check {
  const isApproved = /^godkänd för f-skatt$/i.test(statement.replace(/\s+/g, ' '));
  return verdict('SE-R-005', isApproved, `tax statement "${statement}"`, 'the words "Godkänd för F-skatt"');
}

function isSwedishSeller(
  { seller: { vatId, organisationNumber } }: Invoice,
  country: string | null,
): boolean {
  if (country !== null && country !== 'SE') return false;
  if (vatId !== null) return vatId.startsWith('SE');
  return organisationNumber !== null && isOrganisationNumber(organisationNumber);
}

function checkVatNumber({ seller, evidence }: Invoice): Check[] {
  if (seller.vatId === null) return [];
  const asWritten = evidence['seller.vatId']?.text ?? seller.vatId;
  return [
    verdict(
      'SE-R-001',
      asWritten.length === 14,
      `VAT number "${asWritten}" of a Swedish seller`,
      '14 characters',
    ),
    verdict(
      'SE-R-002',
      /^.{2}\d{12}$/.test(asWritten),
      `VAT number "${asWritten}" of a Swedish seller`,
      'twelve digits at its end',
    ),
  ];
}

function checkNumber({ seller, evidence }: Invoice): Check[] {
  if (seller.organisationNumber === null) return [];
  const asWritten = evidence['seller.organisationNumber']?.text ?? seller.organisationNumber;
  const what = `Swedish organisation number "${asWritten}"`;
  return [
    verdict('SE-R-003', /^\d+$/.test(asWritten), what, 'nothing but digits'),
    verdict('SE-R-004', asWritten.length === 10, what, 'ten characters'),
    verdict('SE-R-013', isOrganisationNumber(seller.organisationNumber), what, 'its check digit'),
  ];
}

function checkRates({ vatBreakdown }: Invoice): Check[] {
  const rates = vatBreakdown.filter(({ category, rate }) => category === 'S' && rate !== null);
  return rates.map(({ rate }) => {
    const passed = lawfulRates.some((lawful) => new Big(lawful).eq(rate ?? 0));
    return {
      rule: 'SE-R-006',
      passed,
      message: passed
        ? `Sweden has a VAT rate of ${rate} %`
        : `a Swedish seller charges ${rate} % VAT, and Sweden has only ${lawfulRates.join(', ')} %`,
    };
  });
}

function checkGiros({ payment, evidence }: Invoice): Check[] {
  return payment.accounts.flatMap(({ kind, id }, index) => {
    const asWritten = evidence[`payment.accounts.${index}`]?.text ?? id;
    if (kind === 'bankgiro') {
      return [
        verdict('SE-R-008', /^\d+$/.test(asWritten), `bankgiro "${asWritten}"`, 'nothing but digits'),
        verdict('SE-R-009', /^.{7,8}$/.test(asWritten), `bankgiro "${asWritten}"`, '7 or 8 characters'),
      ];
    }
    if (kind === 'plusgiro') {
      return [
        verdict('SE-R-007', /^\d+$/.test(asWritten), `plusgiro "${asWritten}"`, 'nothing but digits'),
        verdict('SE-R-010', /^.{2,8}$/.test(asWritten), `plusgiro "${asWritten}"`, '2 to 8 characters'),
      ];
    }
    return [];
  });
}

function verdict(rule: string, passed: boolean, what: string, needed: string): Check {
  return { rule, passed, message: `${what} ${passed ? 'has' : 'lacks'} ${needed}` };
}
