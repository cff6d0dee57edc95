/**
 * The full audit: the receipts of a copy, compared with what the ledger believes is applied. First both sides are summed up;
 * rows are read only where the sums differ, side by side in one order, so that neither side is ever held whole.
 */
import { type Kysely, sql } from 'kysely';
import { addReceipts, type LinkedReceipt } from '../staging/books/chain.ts';
import type { DB, Row } from '../staging/postgres/schema.ts';
import { asLinked } from './batch.ts';
import type { Copy, Receipt } from './copies/copy.ts';
import {
  asDigest,
  byBytes,
  type DigestRow,
  digestOf,
  type IdRange,
  isWithin,
  postgresDigestColumns,
  type ReceiptDigest,
  rangesThatDiffer,
} from './copies/receipt-digest.ts';

/** Everything but the count is about what differs, and as long as that. */
export interface Comparison {
  /** Applied says the ledger, but the copy has no receipt; in order of arrival. */
  missing: string[];
  /** The copy has a receipt, but the ledger holds the invoice for something else than applied. */
  unacknowledged: LinkedReceipt[];
  /** The copy has a receipt of an invoice that the ledger does not know (yet: its mail may still be fetched again). */
  unknown: LinkedReceipt[];
  /** How many receipts the copy has. */
  receipts: number;
}

type Staged = Pick<Row<'invoice'>, 'id' | 'state' | 'arrival'>;

export async function compareReceipts(db: Kysely<DB>, copy: Copy, book: string): Promise<Comparison> {
  const inCopy = await digestsIn(copy, book);
  const comparison: Comparison = {
    missing: [],
    unacknowledged: [],
    unknown: [],
    receipts: inCopy.reduce((sum, { count }) => sum + count, 0),
  };
  const missing: Staged[] = [];
  for (const range of rangesThatDiffer(inCopy, await digestsOfApplied(db, book))) {
    for await (const { receipt, invoice } of sideBySide(
      receiptsWithin(copy, book, range),
      stagedInvoices(db, book, range),
    )) {
      if (!receipt) {
        if (invoice?.state === 'applied') missing.push(invoice);
      } else if (!invoice) comparison.unknown.push(asLinked(receipt));
      else if (invoice.state !== 'applied') comparison.unacknowledged.push(asLinked(receipt));
    }
  }
  missing.sort((a, b) => a.arrival - b.arrival);
  return { ...comparison, missing: missing.map(({ id }) => id) };
}

async function digestsIn(copy: Copy, book: string): Promise<ReceiptDigest[]> {
  if (copy.digestReceipts) return await copy.digestReceipts(book);
  return await digestOf(idsOf(copy.receipts(book)));
}

async function* idsOf(receipts: AsyncIterable<Receipt>): AsyncGenerator<string> {
  for await (const { invoiceId } of receipts) yield invoiceId;
}

async function digestsOfApplied(db: Kysely<DB>, book: string): Promise<ReceiptDigest[]> {
  const { rows } = await sql<DigestRow>`
    select ${sql.raw(postgresDigestColumns('id'))} from invoice
    where book = ${book} and state = 'applied' group by 1`.execute(db);
  return rows.map(asDigest);
}

/** A kind of copy that knows no ranges gives all: what lies outside goes by. */
async function* receiptsWithin(copy: Copy, book: string, range: IdRange): AsyncGenerator<Receipt> {
  for await (const receipt of copy.receipts(book, range)) {
    if (isWithin(receipt.invoiceId, range)) yield receipt;
  }
}

const invoicesPerPage = 1_000;

/** What the ledger has staged, whatever its state, in the order of the receipts. */
async function* stagedInvoices(db: Kysely<DB>, book: string, range: IdRange): AsyncGenerator<Staged> {
  const id = sql<string>`id collate "C"`;
  for (let after: string | null = null; ; ) {
    let query = db
      .selectFrom('invoice')
      .select(['id', 'state', 'arrival'])
      .where('book', '=', book)
      .where(id, after === null ? '>=' : '>', after ?? range.from)
      .orderBy(id)
      .limit(invoicesPerPage);
    if (range.until !== null) query = query.where(id, '<', range.until);
    const page: Staged[] = await query.execute();
    yield* page;
    if (page.length < invoicesPerPage) return;
    after = page.at(-1)?.id ?? after;
  }
}

/** Two streams in the same order as one, matched by the invoice. */
async function* sideBySide(
  receipts: AsyncIterator<Receipt>,
  invoices: AsyncIterator<Staged>,
): AsyncGenerator<{ receipt?: Receipt; invoice?: Staged }> {
  let [left, right] = [await receipts.next(), await invoices.next()];
  while (!left.done || !right.done) {
    const order = left.done ? 1 : right.done ? -1 : byBytes(left.value.invoiceId, right.value.id);
    yield {
      ...(order <= 0 ? { receipt: left.value as Receipt } : {}),
      ...(order >= 0 ? { invoice: right.value as Staged } : {}),
    };
    const [goLeft, goRight] = [order <= 0, order >= 0];
    if (goLeft) left = await receipts.next();
    if (goRight) right = await invoices.next();
  }
}

const receiptsPerInsert = 1_000;

/** Writes all receipts of a copy into a link of the chain, as they go by. */
export async function adoptReceipts(
  db: Kysely<DB>,
  copy: Copy,
  link: { book: string; head: string },
): Promise<void> {
  let ordinal = 0;
  let waiting: LinkedReceipt[] = [];
  const write = async () => {
    await addReceipts(db, link, waiting, ordinal);
    ordinal += waiting.length;
    waiting = [];
  };
  for await (const receipt of copy.receipts(link.book)) {
    waiting.push(asLinked(receipt));
    if (waiting.length === receiptsPerInsert) await write();
  }
  await write();
}

/** Invoices that a person deleted in the copy: the receipt stands, its row is gone. They stay deleted (I8). */
export async function deletedByPeople(copy: Copy, book: string): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for await (const receipt of copy.receiptsWithoutInvoice(book)) receipts.push(receipt);
  return receipts;
}

export async function noteAudit(db: Kysely<DB>, book: string): Promise<void> {
  await db.updateTable('authority').set({ audited_at: sql<Date>`now()` }).where('book', '=', book).execute();
}
