/**
 * Registering copies, and moving the authority between them. The epoch grows with every move; the copy that loses the
 * authority is fenced in its own transaction, so that no worker that slept through the move can write to it.
 */
import { randomUUID } from 'node:crypto';
import { messageOf, StagingPostError } from '../errors.ts';
import { moveAuthority, readAuthority } from '../staging/authority.ts';
import { abandonBatch, acknowledgeBatch, openBatchOf } from '../staging/batches.ts';
import { findBook } from '../staging/books.ts';
import { addCopy, changeAddress, copiesOf, findCopy, urlOfCopy, withoutPassword } from '../staging/copies.ts';
import { record } from '../staging/events.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { lookUpBatch } from './batch.ts';
import type { Copy, Identity } from './copies/copy.ts';
import { freshIdentity } from './fresh-identity.ts';
import { withBookLease } from './lease.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';

export interface CopyToRegister {
  book: string;
  name: string;
  url: string;
  /** The owner's own SQL (docs/mappings/); without it the default schema is created there. */
  mapping?: string | null;
}

/** Creates our tables in the database, gives it (or takes over) its identity, and writes it into the register. */
export async function registerCopy(
  ledger: Ledger,
  { book, name, url, mapping = null }: CopyToRegister,
  actor: string,
  open: OpenCopy = openRegisteredCopy,
): Promise<{ copyId: string }> {
  await findBook(ledger.db, book);
  const others = await copiesOf(ledger.db, book);
  refuseIfRegistered(others, { book, name, url });
  const copy = open({ book, name, mapping }, url);
  try {
    await copy.install();
    const found = await copy.readIdentity(book);
    const original = found && others.find((other) => other.copy_id === found.copyId);
    const copyId = found && !original ? found.copyId : randomUUID();
    await changeIdentity(copy, book, { copyId }, copyId);
    if (original && (await isSameDatabase(ledger, original, copyId, open))) {
      await changeIdentity(copy, book, { copyId: original.copy_id }, original.copy_id);
      throw new StagingPostError(
        'copy_exists',
        `this database is registered already, as "${original.name}"`,
        {
          kind: 'refused',
          hint: `See it with: staging-post copy check ${book} ${original.name}`,
        },
      );
    }
    await ledger.transaction(
      async (tx) =>
        await addCopy(ledger, tx.db, { book, name, kind: copy.kind, url, copyId, mapping }, actor),
    );
    return { copyId };
  } finally {
    await copy.close();
  }
}

/** Notes where a registered copy is reached from now on, once it was seen there: the same copy, not one like it. */
export async function readdressCopy(
  ledger: Ledger,
  { book, name, url }: CopyToRegister,
  actor: string,
  open: OpenCopy = openRegisteredCopy,
): Promise<void> {
  await findBook(ledger.db, book);
  const registered = await findCopy(ledger.db, book, name);
  const copy = open(registered, url);
  try {
    const found = await copy.readIdentity(book);
    if (found?.copyId !== registered.copy_id) {
      throw new StagingPostError(
        'not_this_copy',
        found
          ? `${withoutPassword(url)} holds another copy of "${book}" (${found.copyId})`
          : `${withoutPassword(url)} holds no copy of "${book}"`,
        {
          kind: 'refused',
          hint: `Nothing was changed. To register it beside "${name}": staging-post copy add ${book} <name> --url …; then: staging-post authority set ${book} <name>`,
        },
      );
    }
    await ledger.transaction(
      async (tx) => await changeAddress(ledger, tx.db, { book, name, kind: copy.kind, url }, actor),
    );
  } finally {
    await copy.close();
  }
}

function refuseIfRegistered(others: readonly Row<'copy'>[], { book, name, url }: CopyToRegister): void {
  const taken = others.find((other) => other.name === name || other.url === withoutPassword(url));
  if (!taken) return;
  throw new StagingPostError(
    'copy_exists',
    taken.name === name
      ? `the book "${book}" has a copy "${name}" already (${taken.url})`
      : `${taken.url} is registered already, as "${taken.name}"`,
    { kind: 'refused', hint: 'Choose another name, or another database.' },
  );
}

/** Two addresses may lead to one database: then the other address shows the identity that was written just now. */
async function isSameDatabase(
  ledger: Ledger,
  other: Row<'copy'>,
  copyId: string,
  open: OpenCopy,
): Promise<boolean> {
  const copy = open(other, urlOfCopy(ledger, other));
  try {
    return (await copy.readIdentity(other.book))?.copyId === copyId;
  } catch {
    // Out of reach: then it is not the one that we are connected to.
    return false;
  } finally {
    await copy.close();
  }
}

/** Changes the identity row under its lock; where there is none, a fresh one is what gets changed. */
async function changeIdentity(
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

export interface AuthorityMove {
  book: string;
  to: string;
  actor: string;
  reason?: string | null;
  /** Go on although the copy that loses the authority cannot be reached, and so cannot be fenced. */
  force: boolean;
}

/** Makes a registered copy the authoritative one. Safe to repeat after an interruption. */
export async function setAuthority(
  ledger: Ledger,
  move: AuthorityMove,
  open: OpenCopy = openRegisteredCopy,
): Promise<{ epoch: number; fenced: boolean }> {
  const to = await findCopy(ledger.db, move.book, move.to);
  const result = await withBookLease(
    ledger,
    move.book,
    async () => await moveUnderLease(ledger, move, to, open),
    {
      waitMs: 30_000,
    },
  );
  if (result) return result;
  throw new StagingPostError('book_busy', `a worker has the book "${move.book}" in hand`, {
    kind: 'refused',
    hint: 'Try again in a moment.',
  });
}

async function moveUnderLease(ledger: Ledger, move: AuthorityMove, to: Row<'copy'>, open: OpenCopy) {
  const authority = await readAuthority(ledger.db, move.book);
  const from =
    authority.copy === null || authority.copy === to.name
      ? null
      : await findCopy(ledger.db, move.book, authority.copy);
  const copy = open(to, urlOfCopy(ledger, to));
  try {
    // First, so that no copy is fenced for one that is out of reach.
    const found = await copy.readIdentity(move.book);
    const fence = from ? await fenceOff(ledger, from, move.force, open) : { fenced: false, epoch: 0 };
    if (!from && authority.copy === null)
      await abandonOpenBatch(ledger, move.book, 'the book has no authoritative copy');
    const epoch = Math.max(authority.epoch, found?.epoch ?? 0, fence.epoch) + 1;
    // The ledger first: should we be interrupted, the next look finds the copy at an earlier epoch and gives it this one.
    await ledger.transaction(async (tx) => {
      await moveAuthority(tx.db, {
        book: move.book,
        copy: to.name,
        epoch,
        actor: move.actor,
        reason: move.reason ?? null,
      });
      tx.ring({ kind: 'reconcile', book: move.book });
    });
    await changeIdentity(copy, move.book, { copyId: to.copy_id, epoch, fenced: false }, to.copy_id);
    return { epoch, fenced: fence.fenced };
  } finally {
    await copy.close();
  }
}

/** After the fence nothing can be written to the old copy: whatever batch was under way is in by now, or never will be. */
async function fenceOff(
  ledger: Ledger,
  from: Row<'copy'>,
  force: boolean,
  open: OpenCopy,
): Promise<{ fenced: boolean; epoch: number }> {
  const copy = open(from, urlOfCopy(ledger, from));
  try {
    const identity = await changeIdentity(copy, from.book, { fenced: true }, from.copy_id);
    const batch = await openBatchOf(ledger.db, from.book);
    if (batch) {
      const found = await lookUpBatch(copy, batch);
      await ledger.transaction(async (tx) => {
        if (found === 'not_in') await abandonBatch(tx.db, batch, 'the copy was fenced before it was written');
        else await acknowledgeBatch(tx.db, batch, found);
      });
    }
    return { fenced: true, epoch: identity.epoch };
  } catch (error) {
    if (!force) {
      throw new StagingPostError(
        'cannot_fence',
        `the copy "${from.name}" cannot be fenced: ${messageOf(error)}`,
        {
          kind: 'refused',
          cause: error,
          hint: 'Bring it within reach, or repeat with --force: then a worker that still reaches it could write there until its next contact with the ledger.',
        },
      );
    }
    await abandonOpenBatch(ledger, from.book, 'the authority was moved by force, without a fence');
    await ledger.transaction(
      async (tx) =>
        await record(tx.db, {
          actor: 'worker',
          type: 'copy:not_fenced',
          book: from.book,
          subject: `${from.book}/${from.name}`,
          reason: messageOf(error),
        }),
    );
    return { fenced: false, epoch: 0 };
  } finally {
    await copy.close();
  }
}

async function abandonOpenBatch(ledger: Ledger, book: string, reason: string): Promise<void> {
  const batch = await openBatchOf(ledger.db, book);
  if (batch) await ledger.transaction(async (tx) => await abandonBatch(tx.db, batch, reason));
}
