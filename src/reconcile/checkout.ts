/**
 * Taking a book out of one copy and bringing it back, as people say it: `checkout`, `checkin`, and `take` and `bring`
 * for the data alone. docs/handover.md tells when which one is right.
 */
import { StagingPostError } from '../errors.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { findCopy, noteCopy, settleFence, urlOfCopy } from '../staging/books/copies.ts';
import { awayOf, lastHandoverOf } from '../staging/books/handovers.ts';
import { record } from '../staging/events.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { transferData } from './copies/transfer.ts';
import { tryToLearnDeletions } from './deletions.ts';
import { changeIdentity } from './fresh-identity.ts';
import { type HandoverResult, type HandoverTools, handOver, identityIfReachable } from './handover.ts';
import { withBookLease } from './lease.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';
import { refuseToRemove } from './push-back.ts';
import { refuseSharedDatabase } from './shared-database.ts';

export interface Checkout {
  book: string;
  /** Null: away. */
  to: string | null;
  actor: string;
  /** Who has the book then. */
  holder?: string | null;
  note?: string | null;
  force?: boolean;
  overwrite?: boolean;
  /** The data are there already, copied with the owner's own tools. */
  copied?: boolean;
}

/** Null instead of a result: this was done already, and nothing was done again. */
export async function checkOut(
  ledger: Ledger,
  checkout: Checkout,
  tools: HandoverTools = {},
): Promise<HandoverResult | null> {
  const { book, to, copied, ...order } = checkout;
  const authority = await readAuthority(ledger.db, book);
  const isDone = to === null ? await awayOf(ledger.db, book) : authority.copy === to;
  if (isDone && (to !== null || authority.copy === null)) return null;
  if (to !== null && authority.copy === null && !copied) throw nowhereFrom(book, to);
  return await handOver(
    ledger,
    {
      ...order,
      book,
      to,
      data: to === null || copied ? 'stays' : 'travels',
      force: order.force ?? false,
    },
    tools,
  );
}

function nowhereFrom(book: string, to: string): StagingPostError {
  return new StagingPostError(
    'no_authority',
    `no copy of "${book}" is authoritative: there is nothing to take`,
    {
      kind: 'refused',
      hint: `If the book is away, bring it back: staging-post authority checkin ${book} --from <copy> --to <copy>; if "${to}" holds its data: staging-post authority set ${book} ${to}`,
    },
  );
}

export interface Checkin {
  book: string;
  /** Where the data are; null: at `to` already, copied with the owner's own tools. */
  from: string | null;
  to: string;
  actor: string;
  note?: string | null;
  force?: boolean;
  overwrite?: boolean;
}

/** Brings a book back. Null: this was done already. */
export async function checkIn(
  ledger: Ledger,
  { from, ...order }: Checkin,
  tools: HandoverTools = {},
): Promise<HandoverResult | null> {
  if (from !== null && (await isBack(ledger, { ...order, from }, tools))) return null;
  return await handOver(
    ledger,
    { ...order, from, data: from === null ? 'stays' : 'travels', force: order.force ?? false },
    tools,
  );
}

/** The last handover was this one, and the copy that it came from has not been handed the book since. */
async function isBack(
  ledger: Ledger,
  { book, from, to }: { book: string; from: string; to: string },
  { open = openRegisteredCopy }: HandoverTools,
): Promise<boolean> {
  const authority = await readAuthority(ledger.db, book);
  const last = await lastHandoverOf(ledger.db, book);
  if (authority.copy !== to || last?.to_copy !== to || last.from_copy !== from) return false;
  const source = await findCopy(ledger.db, book, from);
  const left = await identityIfReachable(ledger, source, open);
  return left === null || (left.copyId === source.copy_id && left.fenced && left.epoch < authority.epoch);
}

async function learnBefore(ledger: Ledger, target: Row<'copy'>, open: OpenCopy): Promise<void> {
  const copy = open(target, urlOfCopy(ledger, target), ledger);
  try {
    await tryToLearnDeletions(ledger, target, copy);
  } finally {
    await copy.close();
  }
}

export interface CopyOrder {
  book: string;
  from: string;
  to: string;
  actor: string;
  overwrite?: boolean;
}

/**
 * Copies the data of a book, and nothing else: the authority stays where it is. The target keeps its own identity, so
 * that everybody can tell what it is; it is fenced unless it is the authoritative one.
 */
export async function copyData(
  ledger: Ledger,
  order: CopyOrder,
  { open = openRegisteredCopy, transfer = transferData, leaseWaitMs = 30_000 }: HandoverTools = {},
): Promise<void> {
  const source = await findCopy(ledger.db, order.book, order.from);
  const target = await findCopy(ledger.db, order.book, order.to);
  if (source.name === target.name) {
    throw new StagingPostError('same_copy', `"${target.name}" cannot be copied over itself`, {
      kind: 'usage',
    });
  }
  await refuseSharedDatabase(ledger, source, target);
  const done = await withBookLease(
    ledger,
    order.book,
    async () => {
      if (!order.overwrite) {
        await refuseToRemove(ledger, { book: order.book, from: source, over: target }, open);
      }
      const authority = await readAuthority(ledger.db, order.book);
      const isAuthoritative = authority.copy === target.name;
      if (isAuthoritative) await learnBefore(ledger, target, open);
      const place = (row: Row<'copy'>) => ({ registered: row, url: urlOfCopy(ledger, row) });
      await transfer(place(source), place(target), {
        open: (registered, url) => open(registered, url, ledger),
        makeReady: async (copy) => {
          const own = { copyId: target.copy_id, fenced: !isAuthoritative };
          const change = isAuthoritative ? { ...own, epoch: authority.epoch } : own;
          await changeIdentity(copy, order.book, change, target.copy_id);
        },
      });
      await ledger.transaction(async (tx) => {
        await record(tx.db, {
          actor: order.actor,
          type: 'copy:copied',
          book: order.book,
          subject: `${order.book}/${target.name}`,
          data: { from: source.name, overwrite: order.overwrite ?? false },
        });
        await settleFence(tx.db, target);
        await noteCopy(tx.db, target, { trouble: null });
        if (isAuthoritative) tx.ring({ kind: 'reconcile', book: order.book });
      });
      return true;
    },
    { waitMs: leaseWaitMs, takeOver: true },
  );
  if (done) return;
  throw new StagingPostError('book_busy', `a worker has the book "${order.book}" in hand`, {
    kind: 'refused',
    hint: 'Try again in a moment.',
  });
}
