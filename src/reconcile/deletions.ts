/**
 * Learning what people deleted in a copy, so that no overwrite undoes their will in silence: an invoice that is known as
 * deleted is asked about, not healed. What nobody looked at before the copy was replaced cannot be known: so it is looked
 * often (deletion-watch.ts), and just before a copy is fenced or knowingly overwritten.
 */
import { messageOf } from '../errors.ts';
import { noteVanished, vanishedOf } from '../staging/applying/vanished.ts';
import { readAuthority } from '../staging/books/authority.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { deletedByPeople } from './audit.ts';
import type { Copy } from './copies/copy.ts';

/**
 * Looks at every receipt's row; costs as much as there are receipts, and needs no lease: nothing is written to the copy.
 * @param isBelievable tells, of those seen for the first time together with others, which are taken note of: a restore
 *   under way looks like many deletions
 * @returns those that were left for another look; null where the copy does not stand as the ledger expects it: then
 *   something else is to be done first
 */
export async function learnDeletions(
  ledger: Ledger,
  registered: Pick<Row<'copy'>, 'book' | 'name' | 'copy_id'>,
  copy: Copy,
  isBelievable: (invoice: string) => boolean = () => true,
): Promise<Set<string> | null> {
  const { book, name } = registered;
  const before = await copy.readIdentity(book);
  const gone = (await deletedByPeople(copy, book)).map(({ invoiceId }) => invoiceId);
  const after = await copy.readIdentity(book);
  if (before?.copyId !== registered.copy_id || before.head !== after?.head) return null;
  return await ledger.transaction(async (tx) => {
    const authority = await readAuthority(tx.db, book);
    if (authority.copy !== name || authority.head !== before.head) return null;
    const known = await vanishedOf(tx.db, book);
    const newly = gone.filter((id) => !known.has(id));
    const doubtful = new Set(newly.length > 1 ? newly.filter((id) => !isBelievable(id)) : []);
    await noteVanished(tx.db, {
      book,
      copy: name,
      gone: gone.filter((id) => !doubtful.has(id)),
      // At the tip, what the ledger calls applied has its receipt.
      receipted: { besideApplied: [], notOfApplied: [] },
      isDoubtful: copy.promise === 'weaker',
    });
    return doubtful;
  });
}

/** As above, where something else goes on whether or not anything can be learnt. */
export async function tryToLearnDeletions(
  ledger: Ledger,
  registered: Row<'copy'>,
  copy: Copy,
): Promise<void> {
  try {
    await learnDeletions(ledger, registered, copy);
  } catch (error) {
    ledger.log.warn(
      { book: registered.book, copy: registered.name, error: messageOf(error) },
      'what was deleted in the copy could not be looked at',
    );
  }
}
