/** The checks that apply to any invoice, whichever format it was read from: numbers with check digits, plain sense. */
import Big from 'big.js';
import type { Check, Invoice, PaymentAccount, Reason } from '../../invoice/invoice.ts';
import { isBankgiro, isPlusgiro } from './giro.ts';
import { isIban } from './iban.ts';
import { isOrganisationNumber } from './organisation-number.ts';
import { checkVatId, organisationNumberInVatId } from './vat-id.ts';

/**
 * Checks the identifiers of an invoice: Luhn, mod 97, national VAT rules.
 * @param sellerCountry where the document says the seller is (ISO 3166); without it the numbers themselves tell
 */
export function checkIdentifiers(invoice: Invoice, sellerCountry: string | null = null): Check[] {
  return [
    ...checkSellerNumber(invoice, sellerCountry),
    ...checkSellerVatId(invoice),
    ...invoice.payment.accounts.flatMap(checkAccount),
  ];
}

function checkSellerNumber({ seller }: Invoice, country: string | null): Check[] {
  const { organisationNumber, vatId } = seller;
  if (!organisationNumber || !isSwedish(organisationNumber, vatId, country)) return [];
  const checks = [
    verdict(
      'luhn:organisationNumber',
      isOrganisationNumber(organisationNumber),
      `organisation number ${organisationNumber}`,
    ),
  ];
  const inVatId = vatId ? organisationNumberInVatId(vatId) : null;
  if (inVatId) {
    const agrees = inVatId === organisationNumber;
    checks.push({
      rule: 'seller:numbersAgree',
      passed: agrees,
      message: agrees
        ? 'the VAT number holds the organisation number'
        : `VAT number ${vatId} belongs to ${inVatId}, not to organisation number ${organisationNumber}`,
    });
  }
  return checks;
}

function isSwedish(organisationNumber: string, vatId: string | null, country: string | null): boolean {
  if (country !== null && country !== 'SE') return false;
  return /^\d{10}$/.test(organisationNumber) && (vatId === null || vatId.startsWith('SE'));
}

function checkSellerVatId({ seller: { vatId } }: Invoice): Check[] {
  if (!vatId) return [];
  const judged = checkVatId(vatId);
  return judged === 'unknown' ? [] : [verdict('vatId', judged === 'valid', `VAT number ${vatId}`)];
}

function checkAccount({ kind, id }: PaymentAccount): Check[] {
  if (kind === 'bankgiro') return [verdict('luhn:bankgiro', isBankgiro(id), `bankgiro ${id}`)];
  if (kind === 'plusgiro') return [verdict('luhn:plusgiro', isPlusgiro(id), `plusgiro ${id}`)];
  if (kind === 'iban') return [verdict('iban', isIban(id), `IBAN ${id}`)];
  return [];
}

function verdict(rule: string, passed: boolean, what: string): Check {
  return {
    rule,
    passed,
    message: passed ? `${what} has right check digits` : `${what} has wrong check digits`,
  };
}

/**
 * Rules on how something is written or explained: worth showing, but no amount or payee is doubtful because of them.
 * Where a Swedish number itself is wrong, the checks of this file say so.
 */
const adviceOnly = /^(SE-R-(?!006$)\d{3}|BR-AE-02|BR-(AE|E|G|IC|O)-10)$/;

/**
 * Foreign VAT numbers are checked, but do not hold an invoice: national rules have exceptions that no list knows, and
 * nothing is paid by them. Nor does a reference without check digits: only the payee's bank knows whether it wants them.
 */
function holdsInvoice({ rule }: Check, invoice: Invoice): boolean {
  if (rule === 'vatId') return invoice.seller.vatId?.startsWith('SE') === true;
  if (rule === 'reference:checkDigits') return false;
  return !adviceOnly.test(rule);
}

/** Why this invoice must be seen by a person: failed checks, and what no accounting can do without. */
export function reasonsToReview(invoice: Invoice): Reason[] {
  const failed = invoice.checks
    .filter((check) => !check.passed && holdsInvoice(check, invoice))
    .map((check) => ({ code: `check_failed:${check.rule}`, message: check.message }));
  return [...missing(invoice), ...failed, ...odd(invoice)];
}

function missing(invoice: Invoice): Reason[] {
  const { seller, payment } = invoice;
  const needed: [string, string, unknown][] = [
    ['invoice_number', 'invoice number', invoice.invoiceNumber],
    ['issue_date', 'invoice date', invoice.issueDate],
    ['currency', 'currency', invoice.currency],
    ['payable', 'amount to pay', invoice.totals.payable],
    [
      'supplier',
      'supplier (organisation number, VAT number, account or name)',
      seller.organisationNumber ??
        seller.vatId ??
        payment.accounts.find((account) => account.kind !== 'other')?.id ??
        seller.name,
    ],
  ];
  return needed
    .filter(([, , value]) => !value)
    .map(([code, what]) => ({ code: `missing:${code}`, message: `no ${what} was found` }));
}

function odd(invoice: Invoice): Reason[] {
  const reasons: Reason[] = [];
  const { payable, gross } = invoice.totals;
  if (gross !== null && new Big(gross).lt(0)) {
    reasons.push({
      code: 'negative_total',
      message: `the total is negative (${gross}): a credit that does not call itself a credit note, or one with its signs turned`,
    });
  } else if (payable !== null && new Big(payable).lt(0)) {
    reasons.push({
      code: 'negative_total',
      message: `the amount to pay is negative (${payable}): more was paid before than is owed`,
    });
  }
  // What was paid before it was invoiced, or is given back, has no day to be paid on.
  const isOwed = invoice.documentType === 'invoice' && (payable === null || new Big(payable).gt(0));
  if (isOwed && invoice.dueDate && invoice.issueDate && invoice.dueDate < invoice.issueDate) {
    reasons.push({
      code: 'due_before_issue',
      message: `it is due ${invoice.dueDate}, before it was issued ${invoice.issueDate}`,
    });
  }
  if (invoice.currency && !/^[A-Z]{3}$/.test(invoice.currency)) {
    reasons.push({ code: 'currency_unknown', message: `"${invoice.currency}" is no currency code` });
  }
  return reasons;
}
