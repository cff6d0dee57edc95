/**
 * Before somebody copies one database of a book over another: what would be lost, what of it would be put back by
 * itself, and whether the one that is copied is what the ledger thinks it is.
 */
import { StagingPostError } from '../errors.ts';
import { readAuthority } from '../staging/books/authority.ts';
import { findLink } from '../staging/books/chain.ts';
import { copiesOf, findCopy, urlOfCopy } from '../staging/books/copies.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import { deletedByPeople } from './audit.ts';
import type { Copy, CopyProblem, Identity, Receipt, StandingInvoice } from './copies/copy.ts';
import { tryToLearnDeletions } from './deletions.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';
import { type ByHand, compareByHand } from './rows-by-hand.ts';

export interface PushBackReport {
  book: string;
  /** What is copied, and over what. */
  from: string;
  over: string;
  /** Invoices that stand in the one that is overwritten, and not in the other. */
  removed: RemovedInvoice[];
  /** Deleted by hand in the one that is overwritten, and unknown in the other: they are asked about then, not healed. */
  deleted: RemovedInvoice[];
  /** Invoices that only the one that is copied holds. */
  added: string[];
  /** Rows by hand, judged by supplier and number; null where the kind of database cannot tell. */
  byHand: ByHand | null;
  /** Why the one that is copied is not what the ledger thinks. */
  problems: CopyProblem[];
}

export interface RemovedInvoice {
  id: string;
  supplier: string | null;
  invoiceNumber: string | null;
  payable: string | null;
  currency: string | null;
  outcome: Receipt['outcome'];
  /** The ledger has it, and puts it back by itself. */
  healed: boolean;
}

/** @throws StagingPostError when a copy cannot be read */
export async function foreseePushBack(
  ledger: Ledger,
  { book, from, over }: { book: string; from: string; over: string },
  open: OpenCopy = openRegisteredCopy,
): Promise<PushBackReport> {
  const source = await findCopy(ledger.db, book, from);
  const target = await findCopy(ledger.db, book, over);
  const [copied, overwritten] = [
    open(source, urlOfCopy(ledger, source), ledger),
    open(target, urlOfCopy(ledger, target), ledger),
  ];
  try {
    const { onlyLeft, onlyRight } = await compareSorted(overwritten.receipts(book), copied.receipts(book));
    const gone = new Set((await deletedByPeople(overwritten, book)).map(({ invoiceId }) => invoiceId));
    return {
      book,
      from,
      over,
      removed: await describe(
        ledger,
        onlyLeft.filter(({ invoiceId }) => !gone.has(invoiceId)),
      ),
      deleted: await describe(
        ledger,
        onlyLeft.filter(({ invoiceId }) => gone.has(invoiceId)),
      ),
      added: onlyRight.map(({ invoiceId }) => invoiceId),
      byHand: await rowsByHand(book, copied, overwritten),
      problems: await problemsOf(ledger, await copied.readIdentity(book), source, target),
    };
  } finally {
    await copied.close();
    await overwritten.close();
  }
}

/** Anything that a copy script should stop for. */
export function isInTheWay({ removed, byHand, problems }: PushBackReport): boolean {
  const changed = byHand ? byHand.onlyInOverwritten.length + byHand.different.length : 0;
  return removed.length + changed + problems.length > 0;
}

/** As foreseen, and taken note of: somebody is about to do it, and what is overwritten can never be asked again. */
export async function foreseeAndLearn(
  ledger: Ledger,
  order: { book: string; from: string; over: string },
  open: OpenCopy = openRegisteredCopy,
): Promise<PushBackReport> {
  const report = await foreseePushBack(ledger, order, open);
  if (report.deleted.length > 0) {
    const over = await findCopy(ledger.db, order.book, order.over);
    const copy = open(over, urlOfCopy(ledger, over), ledger);
    try {
      await tryToLearnDeletions(ledger, over, copy);
    } finally {
      await copy.close();
    }
  }
  return report;
}

/** What nobody could put back. */
export function lostForGood({ removed, byHand }: PushBackReport): number {
  return removed.filter(({ healed }) => !healed).length + (byHand?.onlyInOverwritten.length ?? 0);
}

/**
 * Refuses a copy that would take away what is nowhere else.
 * @throws StagingPostError `would_remove`
 */
export async function refuseToRemove(
  ledger: Ledger,
  { book, from, over }: { book: string; from: Row<'copy'>; over: Row<'copy'> },
  open: OpenCopy,
): Promise<void> {
  const report = await foreseePushBack(ledger, { book, from: from.name, over: over.name }, open).catch(
    (error: unknown) => {
      // What cannot be read because it was never a database of this book holds nothing to lose.
      if (error instanceof StagingPostError && error.code === 'copy_unreachable') return null;
      throw error;
    },
  );
  if (report === null || lostForGood(report) === 0) return;
  throw new StagingPostError('would_remove', tellPushBack(report), {
    kind: 'refused',
    details: { report },
    hint: `Nothing was copied. See what is where: staging-post copy diff ${book} ${over.name} ${from.name}; register it in "${from.name}" as well, or repeat with --overwrite`,
  });
}

const namedMax = 12;

/** "copying laptop over cloud would remove 2 invoices (F-1 Kakel AB 120.00 SEK, …), of which 2 would be healed" */
export function tellPushBack({
  from,
  over,
  removed,
  deleted,
  added,
  byHand,
  problems,
}: PushBackReport): string {
  const healed = removed.filter((invoice) => invoice.healed).length;
  const linked = removed.filter(({ outcome }) => outcome === 'linked').length;
  const parts = [
    removed.length === 0
      ? `copying ${from} over ${over} would remove no invoice`
      : `copying ${from} over ${over} would remove ${count(removed.length, 'invoice')} (${list(removed.map(nameOf))}), of which ${healed} would be healed${linked > 0 ? `; ${linked} of them had been registered by hand, and would come back as they were read in the mail` : ''}`,
  ];
  if (deleted.length > 0) {
    const were = deleted.length === 1 ? 'was' : 'were';
    parts.push(
      `${count(deleted.length, 'invoice')} (${list(deleted.map(nameOf))}) ${were} deleted by hand in ${over}, and would be asked about`,
    );
  }
  if (added.length > 0) parts.push(`${from} has ${count(added.length, 'invoice')} that ${over} lacks`);
  if (byHand === null) parts.push('rows by hand cannot be told in this kind of database');
  else {
    const { onlyInOverwritten, onlyInCopied, different } = byHand;
    if (onlyInOverwritten.length > 0) {
      parts.push(
        `${count(onlyInOverwritten.length, 'row')} by hand in ${over} (${list(onlyInOverwritten.map(nameOf))}) would be lost for good`,
      );
    }
    if (different.length > 0) {
      parts.push(
        `${count(different.length, 'row')} by hand (${list(different.map(nameOf))}) would get ${from}’s amount`,
      );
    }
    if (onlyInCopied.length > 0) {
      parts.push(`${from} has ${count(onlyInCopied.length, 'row')} by hand that ${over} lacks`);
    }
  }
  return [...parts, ...problems.map(({ message }) => message)].join('; ');
}

function nameOf(row: {
  supplier?: string | null;
  supplierName?: string | null;
  invoiceNumber: string | null;
  payable: string | null;
  currency: string | null;
}): string {
  const supplier = row.supplier ?? row.supplierName;
  return [row.invoiceNumber || 'without number', supplier, row.payable, row.currency]
    .filter((part) => part)
    .join(' ');
}

function list(names: readonly string[]): string {
  const more = names.length - namedMax;
  return names.slice(0, namedMax).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

async function describe(ledger: Ledger, receipts: readonly Receipt[]): Promise<RemovedInvoice[]> {
  if (receipts.length === 0) return [];
  const known = new Map(
    (
      await ledger.db
        .selectFrom('invoice')
        .select(['id', 'state', 'supplier_name', 'invoice_number', 'payable', 'currency'])
        .where(
          'id',
          'in',
          receipts.map(({ invoiceId }) => invoiceId),
        )
        .execute()
    ).map((row) => [row.id, row]),
  );
  return receipts.map(({ invoiceId, outcome }) => {
    const row = known.get(invoiceId);
    return {
      id: invoiceId,
      supplier: row?.supplier_name ?? null,
      invoiceNumber: row?.invoice_number ?? null,
      payable: row?.payable ?? null,
      currency: row?.currency ?? null,
      outcome,
      healed: row !== undefined && ['applied', 'ready', 'applying'].includes(row.state),
    };
  });
}

/** Both streams in order of invoice id: what only one of them has, in the memory of what differs. */
async function compareSorted(
  left: AsyncIterable<Receipt>,
  right: AsyncIterable<Receipt>,
): Promise<{ onlyLeft: Receipt[]; onlyRight: Receipt[] }> {
  const [lefts, rights] = [left[Symbol.asyncIterator](), right[Symbol.asyncIterator]()];
  const onlyLeft: Receipt[] = [];
  const onlyRight: Receipt[] = [];
  let [a, b] = [await lefts.next(), await rights.next()];
  while (!a.done || !b.done) {
    if (!a.done && (b.done || a.value.invoiceId < b.value.invoiceId)) {
      onlyLeft.push(a.value);
      a = await lefts.next();
    } else if (!b.done && (a.done || b.value.invoiceId < a.value.invoiceId)) {
      onlyRight.push(b.value);
      b = await rights.next();
    } else {
      [a, b] = [await lefts.next(), await rights.next()];
    }
  }
  return { onlyLeft, onlyRight };
}

async function rowsByHand(book: string, copied: Copy, overwritten: Copy): Promise<ByHand | null> {
  if (!copied.invoiceRows || !overwritten.invoiceRows) return null;
  return compareByHand(await all(copied.invoiceRows(book)), await all(overwritten.invoiceRows(book)));
}

async function all(rows: AsyncIterable<StandingInvoice>): Promise<StandingInvoice[]> {
  const found: StandingInvoice[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** A copy may bear its own identity, or that of the one that it was copied from and goes back to; its history must be known. */
async function problemsOf(
  ledger: Ledger,
  identity: Identity | null,
  source: Row<'copy'>,
  target: Row<'copy'>,
): Promise<CopyProblem[]> {
  const { book, name } = source;
  const hint = `Look closer: staging-post copy check ${book} ${name}`;
  if (!identity) {
    return [{ code: 'no_identity', message: `${name} holds nothing of ours for ${book}`, hint }];
  }
  const problems: CopyProblem[] = [];
  if (identity.copyId !== source.copy_id && identity.copyId !== target.copy_id) {
    const owner = (await copiesOf(ledger.db, book)).find((copy) => copy.copy_id === identity.copyId);
    const whose = owner ? `the identity of "${owner.name}"` : 'an identity that the ledger does not know';
    problems.push({ code: 'other_copy', message: `${name} bears ${whose}`, hint });
  }
  const authority = await readAuthority(ledger.db, book);
  if (identity.epoch > authority.epoch) {
    problems.push({
      code: 'ledger_behind',
      message: `${name} is at epoch ${identity.epoch}, the ledger only at ${authority.epoch}`,
      hint,
    });
  }
  if (!(await findLink(ledger.db, book, identity.head))) {
    problems.push({
      code: 'unknown_history',
      message: `${name} has a history that the ledger does not know`,
      hint,
    });
  } else if (authority.copy === name && identity.head !== authority.head) {
    problems.push({
      code: 'overwritten',
      message: `${name} is authoritative, and not where the ledger last saw it: it is brought up to date first`,
      hint: 'Wait for the next sweep of a running worker.',
    });
  }
  return problems;
}
