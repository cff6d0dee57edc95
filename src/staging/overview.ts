/** How everything stands, book by book: what `status` shows. */
import { type Kysely, sql } from 'kysely';
import type { Disposition } from '../invoice/invoice.ts';
import { type HealSummary, healsOf } from './applying/heals-list.ts';
import { vanishedOf } from './applying/vanished.ts';
import { readAuthority } from './books/authority.ts';
import { findBook, listBooks } from './books/books.ts';
import { copiesOf, promiseOf } from './books/copies.ts';
import { awayOf, openHandoverOf } from './books/handovers.ts';
import { probeOf } from './books/probes.ts';
import { type BookMailSum, type MailSum, mailSums, totalOf } from './mail/mail-sum.ts';
import { type MailboxHealth, mailboxHealth } from './mail/mailboxes.ts';
import type { DB, ProbeAnswer, Row } from './postgres/schema.ts';
import { type InvoiceState, invoiceStates } from './states.ts';

export interface CopyOverview {
  name: string;
  kind: string;
  /** What it promises (docs/copies.md). */
  promise: 'whole' | 'weaker';
  url: string;
  isAuthoritative: boolean;
  /** The head last seen there. */
  seenHead: string | null;
  seenAt: Date | null;
  trouble: { code: string; message: string; hint: string | null; since: Date | null } | null;
  /** It lost the authority at this moment and could not be fenced. */
  fenceOwedSince: Date | null;
}

/** A handover as people ask for it: to whom, by whom, why. */
export interface HandoverOverview {
  from: string | null;
  to: string | null;
  holder: string | null;
  note: string | null;
  actor: string;
  begunAt: Date;
}

export interface BookOverview {
  book: string;
  name: string;
  authority: { copy: string | null; epoch: number; since: Date; actor: string; auditedAt: Date | null };
  /** The head at which the authoritative copy should stand. */
  tip: string;
  /** Whether the authoritative copy was last seen at the tip; null: never seen. */
  isAtTip: boolean | null;
  copies: CopyOverview[];
  /** Who has the book while no copy within reach is authoritative; null: it is not away. */
  away: HandoverOverview | null;
  /** A handover that began and did not end. */
  unfinished: HandoverOverview | null;
  probe: { asks: string; lastAnswer: ProbeAnswer | null; askedAt: Date | null } | null;
  /** Invoices that vanished from the copy together: deleted, or to be put back? */
  vanishedInQuestion: number;
  /** Invoices that somebody had deleted in the copy, and that stand there again. */
  deletedReturned: number;
  invoices: Record<InvoiceState, number>;
  deliveries: Record<Disposition | 'unread', number>;
  /** In doubt, and no invoice of theirs is staged that a person could decide about instead. */
  deliveriesWithoutInvoice: number;
  heals: HealSummary[];
}

export interface Overview {
  books: BookOverview[];
  mailboxes: (MailboxHealth & { book: string | null })[];
  /** Mails that no book claims. */
  unrouted: number;
  sums: BookMailSum[];
  total: MailSum;
}

/**
 * All of it as it stood at one moment: read one after the other, a mail that is read meanwhile would count as read, and its invoice
 * stand nowhere.
 *
 * @param only the slug of one book; without it all.
 */
export async function readOverview(db: Kysely<DB>, only?: string): Promise<Overview> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => await overviewIn(snapshot, only));
}

async function overviewIn(db: Kysely<DB>, only?: string): Promise<Overview> {
  const books = only === undefined ? await listBooks(db) : [await findBook(db, only)];
  const overviews: BookOverview[] = [];
  for (const book of books) overviews.push(await overviewOf(db, book));
  const isMeant = (book: string | null) => only === undefined || book === only;
  const sums = (await mailSums(db)).filter(({ book }) => isMeant(book));
  return {
    books: overviews,
    mailboxes: (await mailboxesWithBook(db)).filter(({ book }) => isMeant(book) || book === null),
    unrouted: await countUnrouted(db),
    sums,
    total: totalOf(sums),
  };
}

async function overviewOf(db: Kysely<DB>, book: Row<'book'>): Promise<BookOverview> {
  const authority = await readAuthority(db, book.slug);
  const copies = (await copiesOf(db, book.slug)).map((copy) => asOverview(copy, authority.copy));
  const authoritative = copies.find(({ isAuthoritative }) => isAuthoritative);
  const vanished = [...(await vanishedOf(db, book.slug)).values()];
  return {
    book: book.slug,
    name: book.name,
    authority: {
      copy: authority.copy,
      epoch: authority.epoch,
      since: authority.since,
      actor: authority.actor,
      auditedAt: authority.audited_at,
    },
    tip: authority.head,
    isAtTip: authoritative?.seenHead ? authoritative.seenHead === authority.head : null,
    copies,
    away: authority.copy === null ? asHandover(await awayOf(db, book.slug)) : null,
    unfinished: asHandover(await openHandoverOf(db, book.slug)),
    probe: asProbe(await probeOf(db, book.slug)),
    vanishedInQuestion: vanished.filter(({ state }) => state === 'asked').length,
    deletedReturned: vanished.filter(({ state }) => state === 'returned').length,
    invoices: await countInvoices(db, book.slug),
    ...(await countDeliveries(db, book.slug)),
    heals: await healsOf(db, book.slug),
  };
}

function asHandover(row: Row<'handover'> | undefined): HandoverOverview | null {
  if (!row) return null;
  const { from_copy: from, to_copy: to, holder, note, actor, begun_at: begunAt } = row;
  return { from, to, holder, note, actor, begunAt };
}

function asProbe(row: Row<'probe'> | undefined): BookOverview['probe'] {
  if (!row) return null;
  return { asks: row.copy ?? row.url ?? '', lastAnswer: row.last_answer, askedAt: row.asked_at };
}

function asOverview(copy: Row<'copy'>, authoritative: string | null): CopyOverview {
  const { trouble } = copy;
  return {
    name: copy.name,
    kind: copy.kind,
    promise: promiseOf(copy),
    url: copy.url,
    isAuthoritative: copy.name === authoritative,
    seenHead: copy.seen_head,
    seenAt: copy.seen_at,
    trouble: trouble && {
      code: trouble.code,
      message: trouble.message,
      hint: trouble.hint ?? null,
      since: copy.trouble_since,
    },
    fenceOwedSince: copy.fence_owed_since,
  };
}

async function countInvoices(db: Kysely<DB>, book: string): Promise<Record<InvoiceState, number>> {
  const counts = await db
    .selectFrom('invoice')
    .select(['state', (eb) => eb.fn.countAll<number>().as('invoices')])
    .where('book', '=', book)
    .groupBy('state')
    .execute();
  const of = (state: InvoiceState) => counts.find((row) => row.state === state)?.invoices ?? 0;
  return Object.fromEntries(invoiceStates.map((state) => [state, of(state)])) as Record<InvoiceState, number>;
}

async function countDeliveries(db: Kysely<DB>, book: string) {
  const rows = await db
    .selectFrom('delivery')
    .select([
      'disposition',
      (eb) => eb.fn.countAll<number>().as('mails'),
      sql<number>`count(*) filter (where not exists (select from invoice i where i.delivery = delivery.id))`.as(
        'bare',
      ),
    ])
    .where('book', '=', book)
    .groupBy('disposition')
    .execute();
  const of = (disposition: Disposition | null) => rows.find((row) => row.disposition === disposition);
  return {
    deliveries: {
      invoice: of('invoice')?.mails ?? 0,
      not_invoice: of('not_invoice')?.mails ?? 0,
      needs_review: of('needs_review')?.mails ?? 0,
      unread: of(null)?.mails ?? 0,
    },
    deliveriesWithoutInvoice: of('needs_review')?.bare ?? 0,
  };
}

async function countUnrouted(db: Kysely<DB>): Promise<number> {
  const row = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where('book', 'is', null)
    .where('disposition', '=', 'needs_review')
    .executeTakeFirstOrThrow();
  return row.mails;
}

async function mailboxesWithBook(db: Kysely<DB>) {
  const rows = await db.selectFrom('mailbox').select(['name', 'book']).execute();
  return (await mailboxHealth(db)).map((health) => ({
    ...health,
    book: rows.find(({ name }) => name === health.name)?.book ?? null,
  }));
}
