/**
 * Books with nothing to do, as far as the ledger knows: one look at the copy's identity row tells whether that is all. A
 * look writes nothing, so it needs no lease; whatever is not exactly as expected is left to a full round under the lease.
 */
import { urlOfCopy } from '../staging/books/copies.ts';
import { type IdleBook, idleBooks, noteSeenAtTip } from '../staging/books/idle-books.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Copy, Identity } from './copies/copy.ts';
import type { OpenCopy } from './mandate.ts';
import { observe } from './observe.ts';

/**
 * Looks at all idle books, those in one database over one connection.
 * @returns the books that stand as expected; every other one needs its round
 */
export async function lookAtIdleBooks(
  ledger: Ledger,
  open: OpenCopy,
  limit: (work: () => Promise<IdleBook[]>) => Promise<IdleBook[]>,
): Promise<Set<string>> {
  const databases = Map.groupBy(await idleBooks(ledger.db), (idle) => databaseOf(ledger, idle));
  const looks = [...databases.values()].map((books) => limit(() => lookAtEach(ledger, open, books)));
  const asExpected = (await Promise.all(looks)).flat();
  await noteSeenAtTip(ledger.db, asExpected);
  return new Set(asExpected.map(({ registered }) => registered.book));
}

function databaseOf(ledger: Ledger, { registered }: IdleBook): string {
  return JSON.stringify([urlOfCopy(ledger, registered), registered.mapping]);
}

/** Those of the books of one database that stand as expected. */
async function lookAtEach(ledger: Ledger, open: OpenCopy, books: readonly IdleBook[]): Promise<IdleBook[]> {
  const [first] = books;
  if (!first) return [];
  let copy: Copy | undefined;
  try {
    copy = open(first.registered, urlOfCopy(ledger, first.registered), ledger);
    const found = await identitiesOf(
      copy,
      books.map(({ registered }) => registered.book),
    );
    return books.filter((idle) => isAsExpected(idle, found.get(idle.registered.book) ?? null));
  } catch {
    // Out of reach, or damaged: the rounds of these books say so, each on its own copy.
    return [];
  } finally {
    await copy?.close();
  }
}

async function identitiesOf(copy: Copy, books: readonly string[]): Promise<Map<string, Identity | null>> {
  if (books.length > 1 && copy.readIdentities) {
    return new Map((await copy.readIdentities(books)).map((identity) => [identity.book, identity]));
  }
  const found = new Map<string, Identity | null>();
  for (const book of books) found.set(book, await copy.readIdentity(book));
  return found;
}

function isAsExpected({ registered, epoch, head }: IdleBook, identity: Identity | null): boolean {
  const expected = { copyId: registered.copy_id, epoch, head };
  return observe(identity, expected, registered.book).kind === 'as_expected';
}
