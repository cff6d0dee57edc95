/** The identity row for a database that has none for this book (any more). */
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
