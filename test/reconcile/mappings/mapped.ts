/** A copy behind a mapping, as its tests use it. */
import { applyBatch, type CandidateInvoice } from '../../../src/reconcile/apply.ts';
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { openCopy } from '../../../src/reconcile/copies/open-copy.ts';
import type { OwnedDatabase, RunByHand } from '../support/database.ts';
import { candidate, identityOf, type Wanted } from '../support/invoices.ts';

export const book = 'acme';

export interface Mapped {
  copy: Copy;
  run: RunByHand;
  apply(
    ...invoices: CandidateInvoice[]
  ): Promise<Extract<Awaited<ReturnType<typeof applyBatch>>, { kind: 'in' }>>;
  gone(): Promise<string[]>;
  destroy(): Promise<void>;
}

export async function openMapped(database: OwnedDatabase, text: string): Promise<Mapped> {
  const { sql } = database;
  if (!sql) throw new Error('a mapping needs SQL');
  const copy = openCopy(database.url, text);
  await copy.install();
  await copy.transaction((transaction) => transaction.writeIdentity(identityOf(book)));
  let batches = 0;
  return {
    copy,
    run: sql,
    async apply(...invoices) {
      batches += 1;
      const identity = await copy.readIdentity(book);
      const outcome = await applyBatch(copy, {
        id: `batch-${batches}`,
        book,
        copyId: identityOf(book).copyId,
        epoch: 3,
        expectedHead: identity?.head ?? '',
        invoices,
        appliedAt: '2026-03-05T08:00:00.000Z',
      });
      if (outcome.kind !== 'in') throw new Error(outcome.why);
      return outcome;
    },
    async gone() {
      const ids: string[] = [];
      for await (const { invoiceId } of copy.receiptsWithoutInvoice(book)) ids.push(invoiceId);
      return ids;
    },
    async destroy() {
      await copy.close();
      await database.destroy();
    },
  };
}

export function bill(number: string, more: Wanted & { net?: string; vat?: string; vatId?: string } = {}) {
  const one = candidate(book, { number, ...more });
  const { totals, seller } = one.invoice;
  totals.payable = more.payable ?? '125.00';
  Object.assign(totals, { net: more.net ?? '100.00', vat: more.vat ?? '25.00', gross: totals.payable });
  seller.vatId = more.vatId ?? 'SE556677889901';
  return one;
}
