/** What a book wants to be asked about, beyond the project's own policy (docs/extraction-pdf.md). */
import type { Kysely } from 'kysely';
import { record } from './events.ts';
import type { DB, Row } from './postgres/schema.ts';

/** What is left out is as the project's default says. */
export interface BookReviewPolicy {
  /** Least confidence by the field's path, from 0 to 1. */
  certain?: Readonly<Record<string, number>>;
  /** Paths of fields that must be there although most invoices can do without. */
  needed?: readonly string[];
  /** Least confidence of the supplier's name where it alone tells who that is; null: a name is not enough. */
  nameAlone?: number | null;
  /** Amounts to pay above which a person looks: decimal strings by currency. */
  payableMax?: Readonly<Record<string, string>>;
}

export function reviewPolicyOf({
  review_policy,
}: Pick<Row<'book'>, 'review_policy'>): BookReviewPolicy | null {
  return review_policy;
}

/** Null: as the default says in everything. It holds for what is read from now on. */
export async function setReviewPolicy(
  db: Kysely<DB>,
  slug: string,
  policy: BookReviewPolicy | null,
  actor: string,
): Promise<void> {
  await db
    .updateTable('book')
    .set({ review_policy: policy === null ? null : JSON.stringify(policy) })
    .where('slug', '=', slug)
    .execute();
  await record(db, { actor, type: 'book:policy', book: slug, subject: slug, data: { review: policy } });
}
