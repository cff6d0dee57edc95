/**
 * The sum that tells whether any mail went missing: what was seen in the mailboxes, counted from the sightings, against
 * what became of it, counted from the deliveries. The two sides are counted apart, so that the sum can be wrong.
 */
import { type Kysely, sql } from 'kysely';
import type { DB } from '../postgres/schema.ts';

export interface MailSum {
  /** Mails that were seen in a mailbox. The same mail at several places counts once, as soon as it was fetched. */
  seen: number;
  invoice: number;
  notInvoice: number;
  /** Read but in doubt, without a book, or not to be had from the server. */
  needsPerson: number;
  /** Stored, and not yet read. */
  toBeRead: number;
  /** Seen, and not yet fetched. */
  toBeFetched: number;
  /** Gone from the mailbox before it could be fetched. */
  vanished: number;
  /** Whether `seen` is the sum of all the others. */
  closes: boolean;
}

export interface BookMailSum extends MailSum {
  /** Null: no book claims these mails (yet). */
  book: string | null;
}

/** A mail that no book claimed and that a person routed counts as the delivery that it became. */
const routed = sql`
  routed as materialized (
    select parent.id as parent, child.id as child
    from delivery parent
    join delivery child on child.original = parent.original and child.book is not null
    join event e on e.subject = child.id and e.type = 'delivery:routed' and e.data->>'from' = parent.id
    where parent.book is null
  )`;

type Counted = Omit<BookMailSum, 'closes'>;
type PartOfSum = Partial<Counted> & Pick<Counted, 'book'>;

export async function mailSums(db: Kysely<DB>): Promise<BookMailSum[]> {
  const seen = await countSeen(db);
  const became = await countBecame(db);
  const sums = new Map<string | null, Counted>();
  for (const part of [...seen, ...became]) {
    const sum = sums.get(part.book);
    if (sum) add(sum, part);
    else sums.set(part.book, { ...nothing, ...part });
  }
  return [...sums.values()]
    .sort((a, b) => (a.book ?? '\uffff').localeCompare(b.book ?? '\uffff'))
    .map((sum) => ({ ...sum, closes: doesClose(sum) }));
}

export function totalOf(sums: readonly MailSum[]): MailSum {
  const total = { ...nothing };
  for (const sum of sums) add(total, sum);
  // Two books that are wrong in opposite ways must not make each other good.
  return { ...total, closes: doesClose(total) && sums.every(({ closes }) => closes) };
}

const nothing = {
  seen: 0,
  invoice: 0,
  notInvoice: 0,
  needsPerson: 0,
  toBeRead: 0,
  toBeFetched: 0,
  vanished: 0,
};
const fields = Object.keys(nothing) as (keyof typeof nothing)[];

function add(sum: typeof nothing, part: Partial<typeof nothing>): void {
  for (const field of fields) sum[field] += part[field] ?? 0;
}

function doesClose(sum: typeof nothing): boolean {
  return sum.seen === fields.filter((field) => field !== 'seen').reduce((all, field) => all + sum[field], 0);
}

async function countSeen(db: Kysely<DB>): Promise<PartOfSum[]> {
  const { rows } = await sql<{ book: string | null; seen: number }>`
    with ${routed}
    select case when s.delivery is null then m.book else d.book end as book,
           count(distinct coalesce(r.child, s.delivery)) + count(*) filter (where s.delivery is null) as seen
    from sighting s
    join mailbox m on m.name = s.mailbox
    left join routed r on r.parent = s.delivery
    left join delivery d on d.id = coalesce(r.child, s.delivery)
    where s.delivery is not null or s.state <> 'superseded'
    group by 1`.execute(db);
  return rows;
}

async function countBecame(db: Kysely<DB>): Promise<PartOfSum[]> {
  const { rows } = await sql<PartOfSum>`
    with ${routed}
    select book,
           count(*) filter (where disposition = 'invoice') as invoice,
           count(*) filter (where disposition = 'not_invoice') as "notInvoice",
           count(*) filter (where disposition = 'needs_review') as "needsPerson",
           count(*) filter (where disposition is null) as "toBeRead"
    from delivery d where not exists (select from routed r where r.parent = d.id)
    group by 1`.execute(db);
  const unfetched = await sql<PartOfSum>`
    select m.book,
           count(*) filter (where s.state = 'quarantined') as "needsPerson",
           count(*) filter (where s.state = 'failing') as "toBeFetched",
           count(*) filter (where s.state = 'vanished') as vanished
    from sighting s join mailbox m on m.name = s.mailbox
    where s.delivery is null and s.state <> 'superseded'
    group by 1`.execute(db);
  return [...rows, ...unfetched.rows];
}
