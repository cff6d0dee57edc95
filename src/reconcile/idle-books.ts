/**
 * Books with nothing to do, as far as the ledger knows: one look at the copy's identity row tells whether that is all. A
 * look writes nothing, so it needs no lease; whatever is not exactly as expected is left to a full round under the lease.
 */
import type { Mandate } from '../staging/authority.ts';
import { urlOfCopy } from '../staging/copies.ts';
import { type IdleBook, idleBooks, noteSeenAtTip } from '../staging/idle-books.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Copy } from './copies/copy.ts';
import type { OpenCopy } from './mandate.ts';
import { observe } from './observe.ts';

/**
 * Looks at all idle books, those in one database over one connection.
 * @returns the books that stand as expected; every other one needs its round
 */
export async function lookAtIdleBooks(
  ledger: Ledger,
  open: OpenCopy,
  limit: (work: () => Promise<string[]>) => Promise<string[]>,
): Promise<Set<string>> {
  const databases = Map.groupBy(await idleBooks(ledger.db), (idle) => databaseOf(ledger, idle));
  const looks = [...databases.values()].map((books) => limit(() => lookAtEach(ledger, open, books)));
  return new Set((await Promise.all(looks)).flat());
}

function databaseOf(ledger: Ledger, { registered }: IdleBook): string {
  return JSON.stringify([urlOfCopy(ledger, registered), registered.mapping]);
}

async function lookAtEach(ledger: Ledger, open: OpenCopy, books: readonly IdleBook[]): Promise<string[]> {
  const [first] = books;
  if (!first) return [];
  const asExpected: IdleBook[] = [];
  let copy: Copy | undefined;
  try {
    copy = open(first.registered, urlOfCopy(ledger, first.registered));
    for (const idle of books) {
      const { book } = idle.registered;
      const seen = observe(await copy.readIdentity(book), expectationOf(idle), book);
      if (seen.kind === 'as_expected') asExpected.push(idle);
    }
  } catch {
    // Out of reach, or damaged: the rounds of the books that were not looked at say so, each on its own copy.
  } finally {
    await copy?.close();
  }
  await noteSeenAtTip(ledger.db, asExpected);
  return asExpected.map(({ registered }) => registered.book);
}

function expectationOf({ registered, epoch, head }: IdleBook): Pick<Mandate, 'copyId' | 'epoch' | 'head'> {
  return { copyId: registered.copy_id, epoch, head };
}
