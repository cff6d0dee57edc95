/** The identity row: a fresh one for a database that has none for this book (any more), and changing it under its lock. */
import { randomUUID } from 'node:crypto';
import { genesisHead, nextHead } from '../invoice/identity.ts';
import { overtaken } from '../staging/books/handovers.ts';
import type { Copy, CopyTransaction, Identity } from './copies/copy.ts';

/** Changes the identity row under its lock; where there is none, a fresh one is what gets changed. */
export async function changeIdentity(
  copy: Copy,
  book: string,
  change: Partial<Identity>,
  copyId: string,
): Promise<Identity> {
  return await copy.transaction(async (transaction) => {
    const found = await transaction.lockIdentity(book);
    const identity = found ?? (await createIdentity(copy, transaction, book, { copyId, epoch: 0 }));
    const changed = { ...identity, ...change };
    await transaction.writeIdentity(changed);
    return changed;
  });
}

/**
 * Makes the data in a copy its own, at the epoch that a handover reserved for it.
 * @throws StagingPostError `handover_overtaken` where they bear a later epoch: the handover slept, and another one was done meanwhile
 */
export async function giveIdentity(
  copy: Copy,
  book: string,
  { copyId, epoch }: Pick<Identity, 'copyId' | 'epoch'>,
): Promise<void> {
  await copy.transaction(async (transaction) => {
    const found = await transaction.lockIdentity(book);
    const identity = found ?? (await createIdentity(copy, transaction, book, { copyId, epoch: 0 }));
    if (identity.epoch > epoch) throw overtaken(book);
    await transaction.writeIdentity({ ...identity, copyId, epoch, fenced: false });
  });
}

/** Leaves the row as it is where there is one: another worker may have been faster. */
export async function createIdentityIfMissing(
  copy: Copy,
  book: string,
  given: Pick<Identity, 'copyId' | 'epoch'>,
): Promise<void> {
  await copy.transaction(async (transaction) => {
    if (await transaction.lockIdentity(book)) return;
    await createIdentity(copy, transaction, book, given);
  });
}

/**
 * An empty database begins at the beginning of every chain. Receipts without their identity row are a history that no
 * head describes any more: it gets a head that nobody has seen, and so the next look audits it. The row comes before the
 * count: nobody writes receipts without it, and while ours is not committed nobody else can put one there.
 */
async function createIdentity(
  copy: Copy,
  transaction: CopyTransaction,
  book: string,
  { copyId, epoch }: Pick<Identity, 'copyId' | 'epoch'>,
): Promise<Identity> {
  const empty = emptyIdentity(book, { copyId, epoch });
  await transaction.writeIdentity(empty);
  const receiptCount = await countReceipts(copy, transaction, book);
  if (receiptCount === 0) return empty;
  const unknown = { ...empty, head: nextHead(empty.head, randomUUID(), epoch, []), receiptCount };
  await transaction.writeIdentity(unknown);
  return unknown;
}

/** Of a copy in which nothing was ever written for the book. */
export function emptyIdentity(book: string, { copyId, epoch }: Pick<Identity, 'copyId' | 'epoch'>): Identity {
  const head = genesisHead(book);
  return { book, copyId, epoch, fenced: false, head, previousHead: head, batchId: '', receiptCount: 0 };
}

async function countReceipts(copy: Copy, transaction: CopyTransaction, book: string): Promise<number> {
  if (transaction.countReceipts) return await transaction.countReceipts(book);
  let count = 0;
  for await (const _ of copy.receipts(book)) count += 1;
  return count;
}
