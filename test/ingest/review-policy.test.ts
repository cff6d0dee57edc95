import { describe, expect, test } from '@jest/globals';
import { defaultReviewPolicy, reasonsByPolicy } from '../../src/ingest/review-policy.ts';
import { blankInvoice, type Evidence } from '../../src/invoice/invoice.ts';

const seen = (confidence: number, alternatives?: Evidence['alternatives']): Evidence => ({
  source: 'pdf-text',
  where: 'page 1',
  text: '',
  confidence,
  ...(alternatives ? { alternatives } : {}),
});

function reasonsFor(evidence: Record<string, Evidence>, payable = '100.00', policy = defaultReviewPolicy) {
  const invoice = blankInvoice('pdf-text');
  invoice.totals.payable = payable;
  invoice.evidence = evidence;
  return reasonsByPolicy(invoice, policy);
}

describe('what must be certain', () => {
  test('a certain invoice needs nobody', () => {
    expect(
      reasonsFor({ invoiceNumber: seen(0.99), 'totals.payable': seen(0.99), dueDate: seen(0.95) }),
    ).toEqual([]);
  });

  test('an unsure field is told with what else it could be', () => {
    const [reason] = reasonsFor({
      invoiceNumber: seen(0.6, [{ value: '99', confidence: 0.4, where: 'page 2' }]),
    });
    expect(reason).toMatchObject({
      code: 'unsure:invoiceNumber',
      message: expect.stringContaining('it could also be 99'),
    });
  });

  test('each account counts, by one rule for all', () => {
    expect(reasonsFor({ 'payment.accounts.0': seen(0.99), 'payment.accounts.1': seen(0.5) })).toMatchObject([
      { code: 'unsure:payment.accounts' },
    ]);
  });

  test('a field that the policy does not name holds nothing', () => {
    expect(reasonsFor({ 'references.order': seen(0.1) })).toEqual([]);
  });

  test('a book may have a person look at all large amounts', () => {
    const policy = { ...defaultReviewPolicy, payableMax: '50000' };
    expect(reasonsFor({}, '50000.00', policy)).toEqual([]);
    expect(reasonsFor({}, '50000.01', policy)).toMatchObject([{ code: 'amount_above_limit' }]);
  });
});
