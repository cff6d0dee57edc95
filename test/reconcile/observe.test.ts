import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyBatch, findMismatch } from '../../src/reconcile/apply.ts';
import type { Identity } from '../../src/reconcile/copies/copy.ts';
import { type Observation, observe } from '../../src/reconcile/observe.ts';
import { emptyContent, openMemoryCopy, Place } from '../simulation/memory-copy.ts';
import { identityOf } from './support/invoices.ts';

const book = 'acme';
const expected = { copyId: identityOf(book).copyId, epoch: 3, head: 'tip' };
const at = (change: Partial<Identity> = {}) => identityOf(book, { head: 'tip', ...change });
const kindOf = (seen: Observation) => (seen.kind === 'held' ? seen.code : seen.kind);

describe('one look at the identity row', () => {
  test.each<[string, Identity | null, string]>([
    ['the tip', at(), 'as_expected'],
    ['another head', at({ head: 'older' }), 'overwritten'],
    ['no row', null, 'no_identity'],
    ['a lower epoch at the tip', at({ epoch: 2 }), 'overwritten_before_handover'],
    ['a lower epoch and another head', at({ epoch: 2, head: 'older' }), 'overwritten_before_handover'],
    ['a lower epoch, fenced then', at({ epoch: 2, fenced: true }), 'overwritten_before_handover'],
    ['a higher epoch', at({ epoch: 4 }), 'ledger_behind'],
    ['a higher epoch, fenced', at({ epoch: 4, fenced: true }), 'ledger_behind'],
    ['another copy id', at({ copyId: 'x' }), 'other_copy'],
    ['another copy id at a lower epoch', at({ copyId: 'x', epoch: 1 }), 'other_copy'],
    ['fenced at the current epoch', at({ fenced: true }), 'fenced'],
    ['fenced at another head', at({ fenced: true, head: 'older' }), 'fenced'],
  ])('%s', (_what, identity, kind) => {
    expect(kindOf(observe(identity, expected, book))).toBe(kind);
  });

  test('what is held says what was found and which command helps', () => {
    for (const identity of [at({ copyId: 'x' }), at({ epoch: 9 }), at({ fenced: true })]) {
      const seen = observe(identity, expected, book);
      expect(seen).toMatchObject({ kind: 'held', hint: expect.stringContaining(`authority set ${book}`) });
    }
  });
});

const identities = fc.option(
  fc.record({
    book: fc.constant(book),
    copyId: fc.constantFrom('a', 'b'),
    epoch: fc.nat(3),
    fenced: fc.boolean(),
    head: fc.constantFrom('tip', 'older', 'unknown'),
    previousHead: fc.constant(''),
    batchId: fc.constant(''),
    receiptCount: fc.nat(5),
  }),
);
const expectations = fc.record({
  copyId: fc.constantFrom('a', 'b'),
  epoch: fc.nat(3),
  head: fc.constantFrom('tip', 'older'),
});

test('an apply comes in exactly where a look finds all as expected', async () => {
  await fc.assert(
    fc.asyncProperty(identities, expectations, async (identity, { copyId, epoch, head }) => {
      const seen = observe(identity, { copyId, epoch, head }, book);
      const mismatch = findMismatch(identity, { copyId, epoch, expectedHead: head });
      expect(mismatch === null).toBe(seen.kind === 'as_expected');

      const place = new Place('cloud');
      place.content = { ...emptyContent(), installed: true };
      if (identity) place.content.identities.set(book, identity);
      const batch = { id: 'batch', book, copyId, epoch, expectedHead: head, invoices: [], always: true };
      const outcome = await applyBatch(
        openMemoryCopy(place, async () => undefined),
        {
          ...batch,
          appliedAt: '2026-03-05T08:00:00.000Z',
        },
      );
      if (mismatch === null) {
        expect(place.content.identities.get(book)).toMatchObject({ batchId: 'batch', previousHead: head });
      } else {
        expect(outcome).toEqual({ kind: 'not_as_expected', why: mismatch, identity });
        expect(place.content.identities.get(book) ?? null).toEqual(identity);
      }
    }),
  );
});

test.each<[string, Identity | null]>([
  ['no_identity', null],
  ['other_copy', at({ copyId: 'x', fenced: true, epoch: 1 })],
  ['fenced', at({ fenced: true, epoch: 1, head: 'older' })],
  ['other_epoch', at({ epoch: 1, head: 'older' })],
  ['other_head', at({ head: 'older' })],
])('a mismatch is named from who to where: %s', (why, identity) => {
  expect(findMismatch(identity, { ...expected, expectedHead: 'tip' })).toBe(why);
});
