/** Registering copies of a book, and their new addresses. */
import { randomUUID } from 'node:crypto';
import { StagingPostError } from '../errors.ts';
import { findBook } from '../staging/books/books.ts';
import {
  addCopy,
  changeAddress,
  copiesOf,
  findCopy,
  urlOfCopy,
  withoutPassword,
} from '../staging/books/copies.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { changeIdentity } from './fresh-identity.ts';
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
  const copy = open({ book, name, mapping }, url, ledger);
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
  const copy = open(registered, url, ledger);
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
  const copy = open(other, urlOfCopy(ledger, other), ledger);
  try {
    return (await copy.readIdentity(other.book))?.copyId === copyId;
  } catch {
    // Out of reach: then it is not the one that we are connected to.
    return false;
  } finally {
    await copy.close();
  }
}
