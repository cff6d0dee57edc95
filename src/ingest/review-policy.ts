/** When an invoice may go on without a person: the project's default, and what a book says differently. */
import Big from 'big.js';
import type { BookReviewPolicy } from '../invoice/book-review-policy.ts';
import { correctableFields, valueAt } from '../invoice/correction.ts';
import type { Invoice, Reason } from '../invoice/invoice.ts';
import { companyNumberAtStart } from './checks/company-number.ts';
import { checkVatId } from './checks/vat-id.ts';

export interface ReviewPolicy {
  /** Least confidence of fields without which nothing can be booked or paid, by path. */
  required: Readonly<Record<string, number>>;
  /** Least confidence of fields that need not be there, but must be right when they are. `*` stands for a number. */
  ifPresent: Readonly<Record<string, number>>;
  /** Fields that must be there although most invoices can do without. */
  needed: readonly string[];
  /** Least confidence of the supplier's name where no number with right check digits surely tells who it is; with one it need not be sure. */
  nameUnnumbered: number;
  /** Least confidence of the supplier's name where neither a number nor an account tells who it is; null: a name is not enough. */
  nameAlone: number | null;
  /**
   * Least confidence of what no invoice waits for (references, the buyer's name, that of a supplier that a number tells), to be told where nobody looks.
   * At most five of a thousand such invoices may hold a wrong field: what is wrong three times in a hundred cannot be among them.
   */
  told: number;
  /** Above this amount to pay a person looks, whatever the confidence: decimal strings by currency; none for no limit. */
  payableMax: Readonly<Record<string, string>>;
}

export const defaultReviewPolicy: ReviewPolicy = {
  required: { invoiceNumber: 0.9, issueDate: 0.9, currency: 0.85, 'totals.payable': 0.93 },
  ifPresent: {
    dueDate: 0.85,
    'totals.net': 0.85,
    'totals.vat': 0.85,
    'seller.organisationNumber': 0.85,
    'seller.vatId': 0.85,
    'payment.reference': 0.85,
    'payment.accounts.*': 0.85,
  },
  needed: [],
  nameUnnumbered: 0.85,
  nameAlone: 0.9,
  told: 0.97,
  payableMax: {},
};

/** The policy in force for a book: its own, and the default in all that it leaves open. */
export function policyFor(own: BookReviewPolicy | null): ReviewPolicy {
  if (!own) return defaultReviewPolicy;
  const { certain = {}, needed = [], payableMax = {}, nameAlone = defaultReviewPolicy.nameAlone } = own;
  const withOwn = (defaults: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(defaults).map(([path, least]) => [path, certain[path.replace(/\.\*$/, '')] ?? least]),
    );
  return {
    required: withOwn(defaultReviewPolicy.required),
    // What the default does not name may be named too.
    ifPresent: { ...certain, ...withOwn(defaultReviewPolicy.ifPresent) },
    needed,
    nameUnnumbered: certain['seller.name'] ?? defaultReviewPolicy.nameUnnumbered,
    nameAlone,
    told: defaultReviewPolicy.told,
    payableMax,
  };
}

/** Why a person must look at the invoice by this policy; empty when nobody must. */
export function reasonsByPolicy(invoice: Invoice, policy: ReviewPolicy): Reason[] {
  return [
    ...unsure(invoice, policy),
    ...missing(invoice, policy),
    ...knownByName(invoice, policy),
    ...tooMuch(invoice, policy),
  ];
}

function unsure(invoice: Invoice, policy: ReviewPolicy): Reason[] {
  return Object.entries(invoice.evidence).flatMap(([path, { confidence, where, alternatives = [] }]) => {
    const least = leastOf(path, invoice, policy);
    if (least === undefined || confidence >= least) return [];
    const others = alternatives.map(({ value }) => value);
    return [
      {
        code: `unsure:${path.replace(/\.\d+$/, '')}`,
        message: `${path} was read ${where} with confidence ${confidence}, and must have ${least}${others.length > 0 ? `; it could also be ${others.join(' or ')}` : ''}`,
      },
    ];
  });
}

/** How certain a field must be; undefined where it may be as unsure as it is. */
function leastOf(path: string, invoice: Invoice, policy: ReviewPolicy): number | undefined {
  const { required, ifPresent, needed, nameUnnumbered } = policy;
  const least = required[path] ?? ifPresent[path] ?? ifPresent[path.replace(/\.\d+$/, '.*')];
  if (least !== undefined || path !== 'seller.name') return least;
  return isKnownByNumber(invoice, policy) && !needed.includes(path) ? undefined : nameUnnumbered;
}

/** Whether a registered number with right check digits, surely read, tells who the supplier is: more surely than any name does. */
function isKnownByNumber({ seller, evidence }: Invoice, { ifPresent }: ReviewPolicy): boolean {
  const isSure = (path: string) => (evidence[path]?.confidence ?? 0) >= (ifPresent[path] ?? 1);
  const { organisationNumber, vatId } = seller;
  return (
    (organisationNumber !== null &&
      isSure('seller.organisationNumber') &&
      companyNumberAtStart(organisationNumber, null)?.verdict === 'valid') ||
    (vatId !== null && isSure('seller.vatId') && checkVatId(vatId) === 'valid')
  );
}

/**
 * The invoice as it is told where nobody will look at it: what no invoice waits for, and is not certain, is left out. A wrong
 * value would be believed; and a supplier is told by its number.
 */
export function withoutGuesses(invoice: Invoice, policy: ReviewPolicy): Invoice {
  const isGuess = (path: string) => (invoice.evidence[path]?.confidence ?? 1) < policy.told;
  const guesses = [
    ...(isKnownByNumber(invoice, policy) ? ['seller.name'] : []),
    'buyer.name',
    'references.order',
    'references.buyer',
  ].filter(isGuess);
  if (guesses.length === 0) return invoice;
  const { seller, buyer, references, evidence } = invoice;
  const unless = (path: string, value: string | null) => (guesses.includes(path) ? null : value);
  return {
    ...invoice,
    seller: { ...seller, name: unless('seller.name', seller.name) },
    buyer: { ...buyer, name: unless('buyer.name', buyer.name) },
    references: {
      ...references,
      order: unless('references.order', references.order),
      buyer: unless('references.buyer', references.buyer),
    },
    evidence: Object.fromEntries(Object.entries(evidence).filter(([path]) => !guesses.includes(path))),
  };
}

function missing(invoice: Invoice, { needed }: ReviewPolicy): Reason[] {
  return correctableFields
    .filter((field) => needed.includes(field) && (valueAt(invoice, field) ?? '').length === 0)
    .map((field) => ({
      code: `missing:${field}`,
      message: `no ${field} was found, and this book wants one`,
    }));
}

/** A name is written in many ways, and anybody can write it: where it is all that tells who is to be paid, it must be sure. */
function knownByName({ seller, payment, evidence }: Invoice, { nameAlone }: ReviewPolicy): Reason[] {
  const hasNumber = seller.organisationNumber !== null || seller.vatId !== null;
  if (seller.name === null || hasNumber || payment.accounts.some(({ kind }) => kind !== 'other')) return [];
  const confidence = evidence['seller.name']?.confidence ?? 1;
  if (nameAlone !== null && confidence >= nameAlone) return [];
  const wanted =
    nameAlone === null ? '' : `; it was read with confidence ${confidence}, and must have ${nameAlone}`;
  return [
    {
      code: 'unsure:supplier',
      message: `nothing but the name "${seller.name}" says who the supplier is${wanted}`,
    },
  ];
}

function tooMuch({ totals: { payable }, currency }: Invoice, { payableMax }: ReviewPolicy): Reason[] {
  const limited = Object.keys(payableMax);
  if (payable === null || limited.length === 0) return [];
  const most = payableMax[currency ?? ''];
  if (most === undefined) {
    const message = `${payable} ${currency ?? 'of a currency that is not known'} is to be paid, and this book has a limit for ${limited.join(' and ')} alone`;
    return [{ code: 'amount_without_limit', message }];
  }
  if (new Big(payable).abs().lte(most)) return [];
  return [
    { code: 'amount_above_limit', message: `${payable} is to be paid, which is above ${most} ${currency}` },
  ];
}
