/** The identity row: a fresh one for a database that has none for this book (any more), and changing it under its lock. */
import { randomUUID } from 'node:crypto';
import { genesisHead, nextHead } from '../invoice/identity.ts';
import type { Copy, Identity } from './copies/copy.ts';

/**
 * An empty database begins at the beginning of every chain. Receipts without their identity row are a history that no
 * head describes any more: it gets a head that nobody has seen, and so the next look audits it.
 */
export async function freshIdentity(
  copy: Copy,
  book: string,
  given: { copyId: string; epoch: number },
): Promise<Identity> {
  let receiptCount = 0;
  for await (const _ of copy.receipts(book)) receiptCount += 1;
  const genesis = genesisHead(book);
  return {
    book,
    copyId: given.copyId,
    epoch: given.epoch,
    fenced: false,
    head: receiptCount === 0 ? genesis : nextHead(genesis, randomUUID(), given.epoch, []),
    previousHead: genesis,
    batchId: '',
    receiptCount,
  };
}

/** Changes the identity row under its lock; where there is none, a fresh one is what gets changed. */
export async function changeIdentity(
  copy: Copy,
  book: string,
  change: Partial<Identity>,
  copyId: string,
): Promise<Identity> {
  const fresh = await freshIdentity(copy, book, { copyId, epoch: 0 });
  return await copy.transaction(async (transaction) => {
    const changed = { ...((await transaction.lockIdentity(book)) ?? fresh), ...change };
    await transaction.writeIdentity(changed);
    return changed;
  });
}
