/** What a book wants to be asked about, beyond the project's own policy (docs/extraction-pdf.md). */
import type { Kysely } from 'kysely';
import type { BookReviewPolicy } from '../../invoice/book-review-policy.ts';
import { record } from '../events.ts';
import type { DB, Row } from '../postgres/schema.ts';

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
