/** A book at work: its authority, the copy that is authoritative, and the connection to it. */
import { authorityMoved, type Mandate, readAuthority } from '../staging/books/authority.ts';
import { findCopy, urlOfCopy } from '../staging/books/copies.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import type { Copy } from './copies/copy.ts';
import { openCopy } from './copies/open-copy.ts';

/** Opens the connection to a registered copy; tests hand in one that fails where they want it to. */
export type OpenCopy = (
  registered: Pick<Row<'copy'>, 'book' | 'name' | 'mapping'>,
  url: string,
  ledger: Ledger,
) => Copy;

/** Without its ledger, a copy that has its outbox there cannot be opened. */
export function openRegisteredCopy(
  { book, name, mapping }: Parameters<OpenCopy>[0],
  url: string,
  ledger?: Ledger,
): Copy {
  return openCopy(url, mapping, ledger ? { ledger, book, name } : null);
}

export interface BookAtWork {
  mandate: Mandate;
  registered: Row<'copy'>;
  copy: Copy;
}

/** Null: no copy is authoritative, invoices wait in staging. */
export async function takeUp(ledger: Ledger, book: string, open: OpenCopy): Promise<BookAtWork | null> {
  const authority = await readAuthority(ledger.db, book);
  if (authority.copy === null) return null;
  const registered = await findCopy(ledger.db, book, authority.copy);
  return {
    mandate: {
      book,
      copy: registered.name,
      copyId: registered.copy_id,
      epoch: authority.epoch,
      head: authority.head,
    },
    registered,
    copy: open(registered, urlOfCopy(ledger, registered), ledger),
  };
}

/** The mandate as the ledger has it now: the tip moves with every batch. */
export async function renew(ledger: Ledger, mandate: Mandate): Promise<Mandate> {
  const authority = await readAuthority(ledger.db, mandate.book);
  if (authority.copy !== mandate.copy || authority.epoch !== mandate.epoch) {
    throw authorityMoved(mandate.book);
  }
  return { ...mandate, head: authority.head };
}
