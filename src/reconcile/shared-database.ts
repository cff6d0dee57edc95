/** A database that holds several books cannot be copied for one of them: the others would be overwritten. */
import { StagingPostError } from '../errors.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';

/** @throws StagingPostError `shared_database` when another book has a copy at one of these addresses */
export async function refuseSharedDatabase(
  ledger: Ledger,
  from: Row<'copy'>,
  to: Row<'copy'>,
): Promise<void> {
  const other = await ledger.db
    .selectFrom('copy')
    .select(['book', 'name', 'url'])
    .where('book', '<>', from.book)
    .where('url', 'in', [from.url, to.url])
    .orderBy('book')
    .limit(1)
    .executeTakeFirst();
  if (!other) return;
  throw new StagingPostError(
    'shared_database',
    `${other.url} holds the book "${other.book}" as well: copying the whole database would overwrite that one too`,
    {
      kind: 'refused',
      hint: `Copy the tables of this book with your own tools, between: staging-post authority checkout ${from.book} --to away; and: staging-post authority checkin ${from.book} --to ${to.name} --copied`,
    },
  );
}
