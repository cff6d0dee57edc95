/** What people corrected: kept beside the invoice, so that it holds for every later reading of the same document. */
import type { Kysely } from 'kysely';
import type { CorrectableField, Correction } from '../../invoice/correction.ts';
import type { DB } from '../postgres/schema.ts';

export async function correctionsOf(db: Kysely<DB>, invoice: string): Promise<Correction[]> {
  const rows = await db.selectFrom('correction').selectAll().where('invoice', '=', invoice).execute();
  return rows.map(({ field, value, actor }) => ({ field: field as CorrectableField, value, actor }));
}
