/**
 * Handing a book over from one copy to another (docs/handover.md). Each step may be interrupted; the same command goes on
 * from what it finds: 1. begun in the ledger, which reserves the epoch; 2. the old copy fenced, in its own transaction;
 * 3. the data copied, where they travel; 4. the new copy given its identity and epoch; 5. the authority moved.
 */
import { messageOf, StagingPostError } from '../errors.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { findBook } from '../staging/books/books.ts';
import { findCopy, noteCopy, settleFence, urlOfCopy } from '../staging/books/copies.ts';
import {
  beginHandover,
  completeHandover,
  giveUpHandover,
  openHandoverOf,
} from '../staging/books/handovers.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import type { Copy, Identity } from './copies/copy.ts';
import { type Transfer, transferData } from './copies/transfer.ts';
import { abandonOpenBatch, type Fence, fenceOff, isNotFenced } from './fence.ts';
import { giveIdentity } from './fresh-identity.ts';
import { withBookLease } from './lease.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';
import { refuseToRemove } from './push-back.ts';
import { refuseSharedDatabase } from './shared-database.ts';

export interface HandoverOrder {
  book: string;
  /** Null: away, to where no worker reaches. */
  to: string | null;
  /** Whether we copy the data, or they are where they belong already (copied with the owner's own tools). */
  data: 'travels' | 'stays';
  /** Where the data come from, if not from the authoritative copy. */
  from?: string | null;
  actor: string;
  holder?: string | null;
  note?: string | null;
  /** Go on although the copy that loses the authority cannot be fenced. */
  force: boolean;
  /** Copy although the target holds something that is not elsewhere. */
  overwrite?: boolean;
}

export interface HandoverTools {
  open?: OpenCopy;
  transfer?: Transfer;
  /** How long to wait for a worker that has the book in hand before it is taken over from it. */
  leaseWaitMs?: number;
}

export interface HandoverResult {
  from: string | null;
  to: string | null;
  epoch: number;
  /** Whether the copy that lost the authority is fenced. */
  fenced: boolean;
  /** Whether the data were copied by this very command. */
  copied: boolean;
}

interface AtHand {
  ledger: Ledger;
  order: HandoverOrder;
  open: OpenCopy;
  transfer: Transfer;
  patient: boolean;
  /** The copy that has the authority now, and the same if it loses it, or its data. */
  holder: Row<'copy'> | null;
  losing: Row<'copy'> | null;
  /** Where travelling data come from. */
  source: Row<'copy'> | null;
  to: Row<'copy'> | null;
}

/** @throws StagingPostError `book_busy`, `cannot_fence`, `would_remove`, or what a copy answers. */
export async function handOver(
  ledger: Ledger,
  order: HandoverOrder,
  { open = openRegisteredCopy, transfer = transferData, leaseWaitMs = 30_000 }: HandoverTools = {},
): Promise<HandoverResult> {
  await findBook(ledger.db, order.book);
  const result = await withBookLease(
    ledger,
    order.book,
    async () => await handOverUnderLease(ledger, order, { open, transfer }),
    { waitMs: leaseWaitMs, takeOver: true },
  );
  if (result) return result;
  throw new StagingPostError('book_busy', `a worker has the book "${order.book}" in hand`, {
    kind: 'refused',
    hint: 'Try again in a moment.',
  });
}

/** For whoever holds the book's lease already. Without patience a lock in the way of the fence is not waited for. */
export async function handOverUnderLease(
  ledger: Ledger,
  order: HandoverOrder,
  {
    open,
    transfer = transferData,
    patient = true,
  }: Pick<HandoverTools, 'transfer'> & { open: OpenCopy; patient?: boolean },
): Promise<HandoverResult> {
  const to = order.to === null ? null : await findCopy(ledger.db, order.book, order.to);
  const source = order.from ? await findCopy(ledger.db, order.book, order.from) : null;
  return await underLease({ ledger, order, open, transfer, patient, source, to });
}

async function underLease(given: Omit<AtHand, 'holder' | 'losing'>): Promise<HandoverResult> {
  const { ledger, order, open, to } = given;
  const authority = await readAuthority(ledger.db, order.book);
  const holder = authority.copy === null ? null : await findCopy(ledger.db, order.book, authority.copy);
  const work: AtHand = {
    ...given,
    holder,
    // What is put over the holder itself ends its mandate as well: a batch may be under way there.
    losing: holder?.name === to?.name && order.data === 'stays' ? null : holder,
    source: order.data === 'stays' ? null : (given.source ?? holder),
  };
  const copy = to && open(to, urlOfCopy(ledger, to), ledger);
  try {
    // What is at the new address matters only where it stays; where data travel, it is replaced.
    const found = copy && order.data === 'stays' ? await copy.readIdentity(order.book) : null;
    if (work.source && to) await refuseUnlessSafe(work, work.source, to);
    const from = work.source ?? work.losing;
    const handover = await begin(work, from, found);
    const fence = await fenceWhatIsLeft(work, handover);
    const copied = await bringData(work, handover);
    await settle(work, handover, { copy, found, withoutFence: work.losing !== null && !fence.fenced });
    return { from: from?.name ?? null, to: order.to, epoch: handover.epoch, fenced: fence.fenced, copied };
  } finally {
    await copy?.close();
  }
}

/** Step 1. The epoch is above every one that is found: the ledger may have been restored from a backup. */
async function begin(
  { ledger, order, open, losing, source }: AtHand,
  from: Row<'copy'> | null,
  found: Identity | null,
): Promise<Row<'handover'>> {
  const left = losing && (await identityIfReachable(ledger, losing, open));
  const brought =
    source && source.name !== losing?.name ? await identityIfReachable(ledger, source, open) : null;
  return await ledger.transaction(
    async (tx) =>
      await beginHandover(tx.db, {
        book: order.book,
        from: from?.name ?? null,
        to: order.to,
        actor: order.actor,
        holder: order.holder ?? null,
        note: order.note ?? null,
        epochAbove: Math.max(found?.epoch ?? 0, left?.epoch ?? 0, brought?.epoch ?? 0),
      }),
  );
}

export async function identityIfReachable(
  ledger: Ledger,
  registered: Row<'copy'>,
  open: OpenCopy,
): Promise<Identity | null> {
  const copy = open(registered, urlOfCopy(ledger, registered), ledger);
  try {
    return await copy.readIdentity(registered.book);
  } catch {
    return null;
  } finally {
    await copy.close();
  }
}

/** Step 2: the copy that loses the authority, and the one that the data come from. */
async function fenceWhatIsLeft(work: AtHand, handover: Row<'handover'>): Promise<Fence> {
  const { ledger, order, open, patient, holder, losing, source, to } = work;
  let fence: Fence = { fenced: false, epoch: 0 };
  try {
    if (!holder) await abandonOpenBatch(ledger, order.book, 'the authority is given anew');
    if (losing) fence = await fenceOff(ledger, losing, { force: order.force, patient, open });
    if (source && source.name !== losing?.name && source.name !== to?.name) {
      await fenceOff(ledger, source, { force: false, patient, open });
    }
    return fence;
  } catch (error) {
    if (fence.fenced || !isNotFenced(error)) throw unfinished(error, order, losing);
    // Nothing has happened yet that anybody would have to finish.
    await ledger.transaction(async (tx) => await giveUpHandover(tx.db, handover, order.actor));
    throw error;
  }
}

/** Step 3, unless it was done before an interruption: somebody may be working in the new copy already. */
async function bringData(work: AtHand, handover: Row<'handover'>): Promise<boolean> {
  const { ledger, order, open, transfer, source, to } = work;
  if (!source || !to || (await hasTravelled(work, handover, to))) return false;
  const place = (row: Row<'copy'>) => ({ registered: row, url: urlOfCopy(ledger, row) });
  try {
    await transfer(place(source), place(to), {
      open: (registered, url) => open(registered, url, ledger),
      makeReady: async (copy) =>
        await giveIdentity(copy, order.book, { copyId: to.copy_id, epoch: handover.epoch }),
    });
    return true;
  } catch (error) {
    throw unfinished(error, order, work.losing);
  }
}

/** Only this handover's own copying gives the target its identity at the epoch that is reserved for it. */
async function hasTravelled(
  { ledger, open }: AtHand,
  handover: Row<'handover'> | undefined,
  to: Row<'copy'>,
): Promise<boolean> {
  if (!handover) return false;
  const arrived = await identityIfReachable(ledger, to, open);
  return arrived?.copyId === to.copy_id && arrived.epoch === handover.epoch && !arrived.fenced;
}

/**
 * Steps 4 and 5. Where the copy bears its own identity the ledger goes first: should we be interrupted, the next look
 * finds the copy at an earlier epoch and gives it this one. Under another identity nothing would be written to it, so
 * that goes first then.
 */
async function settle(
  { ledger, order, to, source }: AtHand,
  handover: Row<'handover'>,
  { copy, found, withoutFence }: { copy: Copy | null; found: Identity | null; withoutFence: boolean },
): Promise<void> {
  const identify = async () => {
    if (copy && to) await giveIdentity(copy, order.book, { copyId: to.copy_id, epoch: handover.epoch });
  };
  const moveIt = async () =>
    await ledger.transaction(async (tx) => {
      await completeHandover(tx.db, handover, { actor: order.actor, withoutFence });
      if (to) {
        await settleFence(tx.db, to);
        await noteCopy(tx.db, to, { trouble: null });
        tx.ring({ kind: 'reconcile', book: order.book });
      }
    });
  const isItself = source === null && found?.copyId === to?.copy_id;
  if (isItself) await moveIt();
  await identify();
  if (!isItself) await moveIt();
}

/** The data to be removed are not to be found anywhere else, or the databases are not ours alone. */
async function refuseUnlessSafe(work: AtHand, source: Row<'copy'>, to: Row<'copy'>): Promise<void> {
  const { ledger, order, open } = work;
  if (source.name === to.name) {
    throw new StagingPostError('same_copy', `"${to.name}" cannot be copied over itself`, {
      kind: 'usage',
      hint: `If its data are where they belong already: staging-post authority set ${order.book} ${to.name}`,
    });
  }
  await refuseSharedDatabase(ledger, source, to);
  if (order.overwrite) return;
  const begun = await openHandoverOf(ledger.db, order.book);
  if (begun?.from_copy === source.name && (await hasTravelled(work, begun, to))) return;
  await refuseToRemove(ledger, { book: order.book, from: source, over: to }, open);
}

function unfinished(error: unknown, { book }: HandoverOrder, losing: Row<'copy'> | null): StagingPostError {
  const known = error instanceof StagingPostError ? error : null;
  // To repeat it is not for this one to say.
  if (known?.code === 'handover_overtaken') return known;
  const back = losing ? `, or take it back: staging-post authority set ${book} ${losing.name}` : '';
  return new StagingPostError(known?.code ?? 'not_copied', messageOf(error), {
    kind: known?.kind ?? 'failure',
    cause: error,
    hint: `${known?.hint ? `${known.hint} ` : ''}The handover began and did not end, invoices wait meanwhile: repeat the command${back}`,
  });
}

export interface AuthorityMove {
  book: string;
  to: string;
  actor: string;
  reason?: string | null;
  /** Go on although the copy that loses the authority cannot be reached, and so cannot be fenced. */
  force: boolean;
}

/** Makes a registered copy the authoritative one, as its data stand. Safe to repeat after an interruption. */
export async function setAuthority(
  ledger: Ledger,
  { book, to, actor, reason, force }: AuthorityMove,
  open: OpenCopy = openRegisteredCopy,
  tools: HandoverTools = {},
): Promise<{ epoch: number; fenced: boolean }> {
  const order: HandoverOrder = { book, to, data: 'stays', actor, note: reason ?? null, force };
  const { epoch, fenced } = await handOver(ledger, order, { ...tools, open });
  return { epoch, fenced };
}
