/**
 * The chain of heads of each book, as the ledger remembers it: a tree in which every link is one committed batch on top
 * of its parent. It answers the question that an overwrite asks: what lies between two heads?
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { genesisHead } from '../../invoice/identity.ts';
import type { DB, Row } from '../postgres/schema.ts';

export type ChainLink = Pick<Row<'chain_link'>, 'head' | 'parent' | 'depth'>;

export interface LinkedReceipt {
  invoiceId: string;
  outcome: 'applied' | 'linked';
  table: string;
  key: string;
}

export interface NewLink {
  book: string;
  head: string;
  /** Null: a root, adopted by a full audit. */
  parent: string | null;
  batch: string | null;
  epoch: number;
  copyId: string | null;
  receipts: readonly LinkedReceipt[];
}

/** Writes the root link of a new book. */
export async function plantChain(db: Kysely<DB>, book: string): Promise<void> {
  await addLink(db, {
    book,
    head: genesisHead(book),
    parent: null,
    batch: null,
    epoch: 0,
    copyId: null,
    receipts: [],
  });
}

/**
 * Adds one link. A link that is there already stays as it is: heads are hashes, so it is the same.
 * @returns whether it is new
 */
export async function addLink(db: Kysely<DB>, link: NewLink): Promise<boolean> {
  const { rows } = await sql`with ${linking(link)} select head from link`.execute(db);
  return rows.length > 0;
}

/**
 * For a WITH: the part `link`, empty where it is there already, and its receipts.
 * @param onlyWith FROM a part of the same WITH that has one row, or none where nothing is to be written
 */
export function linking(link: NewLink, onlyWith: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`link as (
      insert into chain_link (book, head, parent, depth, batch, epoch, copy_id)
      select ${link.book} as book, ${link.head} as head, ${link.parent} as parent,
        coalesce((select p.depth + 1 from chain_link p where p.book = ${link.book} and p.head = ${link.parent}), 0) as depth,
        ${link.batch}::uuid as batch, ${link.epoch}::bigint as epoch, ${link.copyId}::uuid as copy_id ${onlyWith}
      on conflict (book, head) do nothing
      returning book, head
    ), receipts as (${insertReceipts(sql`link`, link.receipts)})`;
}

/** In the order in which they were written, from the given ordinal on. */
export async function addReceipts(
  db: Kysely<DB>,
  { book, head }: Pick<NewLink, 'book' | 'head'>,
  receipts: readonly LinkedReceipt[],
  fromOrdinal = 0,
): Promise<void> {
  if (receipts.length === 0) return;
  const link = sql`(select ${book} as book, ${head} as head)`;
  await insertReceipts(link, receipts, fromOrdinal).execute(db);
}

/** @param link the one row that says book and head; without it, nothing is inserted */
function insertReceipts(
  link: RawBuilder<unknown>,
  receipts: readonly LinkedReceipt[],
  fromOrdinal = 0,
): RawBuilder<unknown> {
  const column = <Key extends keyof LinkedReceipt>(key: Key) => receipts.map((receipt) => receipt[key]);
  return sql`
    insert into chain_receipt (book, head, ordinal, invoice, outcome, placed_table, placed_key)
    select link.book, link.head, r.ordinal, r.invoice, r.outcome, r.placed_table, r.placed_key
    from ${link} as link,
         unnest(${receipts.map((_receipt, index) => fromOrdinal + index)}::integer[], ${column('invoiceId')}::text[],
                ${column('outcome')}::text[], ${column('table')}::text[], ${column('key')}::text[])
           as r(ordinal, invoice, outcome, placed_table, placed_key)`;
}

export async function findLink(db: Kysely<DB>, book: string, head: string): Promise<ChainLink | undefined> {
  return await db
    .selectFrom('chain_link')
    .select(['head', 'parent', 'depth'])
    .where('book', '=', book)
    .where('head', '=', head)
    .executeTakeFirst();
}

/** Whether the batch has its place in the chain already: it has one only. */
export async function isLinked(db: Kysely<DB>, batch: string): Promise<boolean> {
  const link = await db.selectFrom('chain_link').select('head').where('batch', '=', batch).executeTakeFirst();
  return link !== undefined;
}

export interface Fork {
  /** The link that both heads have below them; null when they share none. */
  ancestor: string | null;
  /** Heads from `tip` down to, without, the ancestor. */
  leftBehind: string[];
  /** Heads from `found` down to, without, the ancestor. */
  arrivedAt: string[];
}

/** Walks both heads down to their common ancestor: O(links between them), whatever the length of the chain. */
export async function findFork(
  db: Kysely<DB>,
  book: string,
  tip: ChainLink,
  found: ChainLink,
): Promise<Fork> {
  const leftBehind: string[] = [];
  const arrivedAt: string[] = [];
  let left: ChainLink | undefined = tip;
  let right: ChainLink | undefined = found;
  let stride = tip.depth === found.depth ? 1 : 0;
  while (left && right && left.head !== right.head) {
    const depth: number = Math.min(left.depth, right.depth) - stride;
    const leftWalk: Walk = await walkDown(db, book, left, depth);
    const rightWalk: Walk = await walkDown(db, book, right, depth);
    leftBehind.push(...leftWalk.passed);
    arrivedAt.push(...rightWalk.passed);
    left = leftWalk.reached;
    right = rightWalk.reached;
    stride = Math.max(1, stride * 2);
  }
  let ancestor = left && right ? left.head : null;
  // A long stride may pass the fork: what both walks passed is common to them.
  while (leftBehind.length > 0 && leftBehind.at(-1) === arrivedAt.at(-1)) {
    ancestor = leftBehind.pop() as string;
    arrivedAt.pop();
  }
  return { ancestor, leftBehind, arrivedAt };
}

interface Walk {
  passed: string[];
  reached: ChainLink | undefined;
}

/** The links from `from` down to the given depth, in one query. `reached` is undefined below a root. */
async function walkDown(db: Kysely<DB>, book: string, from: ChainLink, depth: number): Promise<Walk> {
  if (from.depth <= depth) return { passed: [], reached: from };
  const { rows } = await sql<ChainLink>`
    with recursive walk as (
      select head, parent, depth from chain_link where book = ${book} and head = ${from.head}
      union all
      select l.head, l.parent, l.depth
      from walk w join chain_link l on l.book = ${book} and l.head = w.parent
      where w.depth > ${depth}
    )
    select head, parent, depth from walk order by depth desc`.execute(db);
  const reached = rows.find((link) => link.depth <= depth);
  return { passed: rows.filter((link) => link.depth > depth).map((link) => link.head), reached };
}

/**
 * The receipts of some links, in the order in which they were written.
 * @param heads from the newest down, as `findFork` gives them
 */
export async function receiptsOfLinks(
  db: Kysely<DB>,
  book: string,
  heads: readonly string[],
): Promise<LinkedReceipt[]> {
  if (heads.length === 0) return [];
  const rows = await db
    .selectFrom('chain_receipt')
    .select(['head', 'invoice', 'outcome', 'placed_table', 'placed_key'])
    .where('book', '=', book)
    .where(sql<boolean>`head = any(${[...heads]}::text[])`)
    .orderBy('ordinal')
    .execute();
  const byHead = Map.groupBy(rows, ({ head }) => head);
  const inOrder = heads.toReversed().flatMap((head) => byHead.get(head) ?? []);
  return inOrder.map((row) => ({
    invoiceId: row.invoice,
    outcome: row.outcome,
    table: row.placed_table,
    key: row.placed_key,
  }));
}
