/** Ids as people type them: whole, or shortened to their beginning. */
import { type Kysely, sql } from 'kysely';
import { StagingPostError } from '../errors.ts';
import type { DB } from './postgres/schema.ts';

/** Two characters would fit half the ledger; this many name one thing among millions. */
const shortest = 6;

/**
 * The whole ids, in the order given.
 * @throws StagingPostError `no_such_invoice` or `no_such_delivery`; `ambiguous_id` when a short one fits several.
 */
export async function wholeIds(
  db: Kysely<DB>,
  kind: 'invoice' | 'delivery',
  given: readonly string[],
): Promise<string[]> {
  const whole: string[] = [];
  for (const id of given) whole.push(await wholeId(db, kind, id));
  return [...new Set(whole)];
}

export async function wholeId(db: Kysely<DB>, kind: 'invoice' | 'delivery', given: string): Promise<string> {
  const fits = await db
    .selectFrom(kind)
    .select('id')
    .where((eb) =>
      given.length < shortest ? eb('id', '=', given) : eb(sql<string>`left(id, ${given.length})`, '=', given),
    )
    .orderBy('id')
    .limit(5)
    .execute();
  if (fits.length === 1 && fits[0]) return fits[0].id;
  if (fits.length > 1) {
    throw new StagingPostError(
      'ambiguous_id',
      `several ${kind === 'invoice' ? 'invoices' : 'deliveries'} begin with ${given}`,
      {
        kind: 'usage',
        hint: `Write more of it: ${fits.map(({ id }) => id).join(', ')}`,
      },
    );
  }
  throw new StagingPostError(`no_such_${kind}`, `there is no ${kind} ${given}`, {
    kind: 'notFound',
    hint: `List them with: staging-post ${kind} list`,
  });
}
