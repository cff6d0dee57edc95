/**
 * When an invoice may go on without a person: which fields must be certain, and how certain. The default is the project's;
 * a book may have its own.
 */
import Big from 'big.js';
import type { Invoice, Reason } from '../invoice/invoice.ts';

export interface ReviewPolicy {
  /** Least confidence of fields without which nothing can be booked or paid, by path. */
  required: Readonly<Record<string, number>>;
  /** Least confidence of fields that need not be there, but must be right when they are. `*` stands for a number. */
  ifPresent: Readonly<Record<string, number>>;
  /** Above this amount to pay a person looks, whatever the confidence; a decimal string, null for no limit. */
  payableMax: string | null;
}

export const defaultReviewPolicy: ReviewPolicy = {
  required: { invoiceNumber: 0.9, issueDate: 0.9, currency: 0.85, 'totals.payable': 0.93 },
  ifPresent: {
    dueDate: 0.85,
    'totals.net': 0.85,
    'totals.vat': 0.85,
    'seller.organisationNumber': 0.85,
    'seller.vatId': 0.85,
    'seller.name': 0.75,
    'payment.reference': 0.85,
    'payment.accounts.*': 0.85,
  },
  payableMax: null,
};

/** Why a person must look at the invoice by this policy; empty when nobody must. */
export function reasonsByPolicy(invoice: Invoice, policy: ReviewPolicy): Reason[] {
  return [...unsure(invoice, policy), ...tooMuch(invoice, policy)];
}

function unsure({ evidence }: Invoice, { required, ifPresent }: ReviewPolicy): Reason[] {
  return Object.entries(evidence).flatMap(([path, { confidence, where, alternatives = [] }]) => {
    const least = required[path] ?? ifPresent[path] ?? ifPresent[path.replace(/\.\d+$/, '.*')];
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

function tooMuch({ totals }: Invoice, { payableMax }: ReviewPolicy): Reason[] {
  if (payableMax === null || totals.payable === null || new Big(totals.payable).abs().lte(payableMax))
    return [];
  return [
    { code: 'amount_above_limit', message: `${totals.payable} is to be paid, which is above ${payableMax}` },
  ];
}
