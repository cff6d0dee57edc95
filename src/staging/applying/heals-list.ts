/** The overwrites of a book and what became of them, newest first: a report for people. */
import { type Kysely, sql } from 'kysely';
import type { DB, Row } from '../postgres/schema.ts';

export interface HealSummary {
  id: string;
  copy: string;
  foundBy: Row<'heal'>['found_by'];
  overwrittenSeenAt: Date;
  /** Null: it is still going on. */
  healedAt: Date | null;
  /** Invoices that the overwrite took away. */
  lost: number;
  /** Those that are back. */
  healed: number;
  /** Those that wait for a person, and for nothing else. */
  waitingForPerson: number;
}

/** Overwrites that are being healed, and the last few that are done. */
export async function healsOf(db: Kysely<DB>, book: string, last = 5): Promise<HealSummary[]> {
  const { rows } = await sql<HealSummary>`
    select h.id, h.copy, h.found_by as "foundBy", h.overwritten_seen_at as "overwrittenSeenAt",
           h.healed_at as "healedAt", h.lost, h.lost - cardinality(h.missing) as healed,
           (select count(*) from invoice i
            where i.id = any(h.missing) and i.state not in ('ready', 'applying', 'applied')) as "waitingForPerson"
    from heal h
    where h.book = ${book}
      and (h.healed_at is null
        or h.id in (select id from heal where book = ${book} order by overwritten_seen_at desc limit ${last}))
    order by h.overwritten_seen_at desc`.execute(db);
  return rows;
}
