/**
 * What is missing from a copy that holds no head of ours, and what that means. Pure: no I/O.
 * An older state of the copy lacks the newest of what we wrote, all of it from some point on; people delete here and
 * there. Two or more that are exactly the newest ones are taken as an older state, and put back; anything else may as
 * well have been deleted, and is a question for a person.
 */
import type { StandingRow } from '../../staging/books/outbox.ts';
import type { Look } from './owners-book.ts';

export interface Missing {
  /** All receipts whose row is not there. */
  missing: StandingRow[];
  /** Those that an older state of the copy lacks. */
  wentBack: string[];
  newlyGone: string[];
  /** Gone before, and standing again. */
  returned: string[];
}

const newestMin = 2;

/** @param rows in the order in which they were meant to be written */
export function compareWithMarks(
  rows: readonly StandingRow[],
  { marks, gone }: Pick<Look, 'marks' | 'gone'>,
): Missing {
  const marked = new Set(marks.map(({ invoiceId }) => invoiceId));
  const isMissing = ({ invoice, outcome, placed_key: key }: StandingRow) =>
    outcome === 'applied' ? !marked.has(invoice) : gone.has(key);
  const missing = rows.filter(isMissing);
  const known = rows.filter(({ gone_since: since }) => since === null);
  const fresh = known.filter(isMissing);
  const isTheNewest = fresh.length >= newestMin && known.slice(-fresh.length).every(isMissing);
  const ids = (some: readonly StandingRow[]) => some.map(({ invoice }) => invoice);
  return {
    missing,
    wentBack: isTheNewest ? ids(fresh) : [],
    newlyGone: isTheNewest ? [] : ids(fresh),
    returned: ids(rows.filter((row) => row.gone_since !== null && !isMissing(row))),
  };
}
