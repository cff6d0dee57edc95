/**
 * When the identity row at the authoritative address is not one that we may write under: the handovers that the ledger
 * knows of may explain it. What they do not explain is put to a person.
 */
import { copiesOf } from '../staging/books/copies.ts';
import { beginHandover, completeHandover, openHandoverOf } from '../staging/books/handovers.ts';
import type { Ledger } from '../staging/ledger.ts';
import type { Row } from '../staging/postgres/schema.ts';
import type { Identity } from './copies/copy.ts';
import type { BookAtWork } from './mandate.ts';
import type { Observation } from './observe.ts';

export interface Doubt {
  code: string;
  message: string;
  hint: string;
}

export type Explanation =
  /** A handover that only lacked its last step, in the ledger. */
  | { kind: 'finish'; handover: Row<'handover'> }
  /** Another registered copy was put here, and the book's owner said what that means. */
  | { kind: 'check_in'; from: string }
  | { kind: 'ask'; doubt: Doubt };

export interface Known {
  book: string;
  /** The authoritative copy. */
  copy: string;
  policy: Row<'book'>['found_check_in'];
  copies: readonly Pick<Row<'copy'>, 'name' | 'copy_id'>[];
  open: Row<'handover'> | undefined;
}

/** What the row means, given what the ledger knows. Pure. */
export function explain(
  seen: Extract<Observation, { kind: 'held' }>,
  identity: Identity,
  { book, copy, policy, copies, open }: Known,
): Explanation {
  const doubt = { code: seen.code, message: seen.message, hint: seen.hint };
  switch (seen.code) {
    case 'other_copy': {
      const owner = copies.find((candidate) => candidate.copy_id === identity.copyId);
      if (!owner) return { kind: 'ask', doubt };
      if (policy === 'accept') return { kind: 'check_in', from: owner.name };
      return {
        kind: 'ask',
        doubt: {
          code: 'found_check_in',
          message: `the data of "${owner.name}" stand where "${copy}" should be: most likely somebody copied them back and told nobody`,
          hint: `If so: staging-post authority checkin ${book} --to ${copy} --copied; to have that taken so by itself: staging-post book policy ${book} --found-check-in accept`,
        },
      };
    }
    case 'ledger_behind':
      return open && open.to_copy === copy && open.epoch === identity.epoch
        ? { kind: 'finish', handover: open }
        : { kind: 'ask', doubt };
    case 'fenced':
      return {
        kind: 'ask',
        doubt: open ? begun(open, doubt) : { ...doubt, hint: unknownFenceHint(book, copy) },
      };
    default:
      return { kind: 'ask', doubt };
  }
}

function begun({ book, from_copy: from, to_copy: to, actor }: Row<'handover'>, doubt: Doubt): Doubt {
  const target = to === null ? 'away' : `to "${to}"`;
  const repeat = to === null ? 'away' : to;
  return {
    ...doubt,
    message: `a handover ${target}, begun by ${actor}, did not end`,
    hint: `Finish it: staging-post authority checkout ${book} --to ${repeat}; or take it back: staging-post authority set ${book} ${from ?? '<copy>'}`,
  };
}

function unknownFenceHint(book: string, copy: string): string {
  return `This ledger knows of no handover: was it restored from a backup? Then find out which copy people work in now, and make that one authoritative: staging-post authority set ${book} <copy>. If it is this one: staging-post authority set ${book} ${copy}`;
}

/** Acts on the explanation. Null: look again, the authority moved. */
export async function resolveDoubt(
  ledger: Ledger,
  work: BookAtWork,
  seen: Extract<Observation, { kind: 'held' }>,
  identity: Identity,
): Promise<Doubt | null> {
  const { book, copy } = work.mandate;
  const { found_check_in: policy } = await ledger.db
    .selectFrom('book')
    .select('found_check_in')
    .where('slug', '=', book)
    .executeTakeFirstOrThrow();
  const explanation = explain(seen, identity, {
    book,
    copy,
    policy,
    copies: await copiesOf(ledger.db, book),
    open: await openHandoverOf(ledger.db, book),
  });
  switch (explanation.kind) {
    case 'ask':
      return explanation.doubt;
    case 'finish':
      await finish(ledger, explanation.handover);
      return null;
    case 'check_in':
      await acceptCheckIn(ledger, work, identity, explanation.from);
      return null;
  }
}

async function finish(ledger: Ledger, handover: Row<'handover'>): Promise<void> {
  await ledger.transaction(async (tx) => {
    await completeHandover(tx.db, handover, { actor: 'worker', withoutFence: handover.without_fence });
    tx.ring({ kind: 'reconcile', book: handover.book });
  });
}

/** The address gets its own identity and the next epoch; the looks that follow heal what its history lacks. */
async function acceptCheckIn(
  ledger: Ledger,
  { mandate, copy }: BookAtWork,
  found: Identity,
  from: string,
): Promise<void> {
  const handover = await ledger.transaction(
    async (tx) =>
      await beginHandover(tx.db, {
        book: mandate.book,
        from,
        to: mandate.copy,
        actor: 'worker',
        note: `the data of "${from}" were found at "${mandate.copy}"; taken as a check-in`,
        epochAbove: found.epoch,
      }),
  );
  const taken = await copy.transaction(async (transaction) => {
    const identity = await transaction.lockIdentity(mandate.book);
    if (!identity || identity.copyId !== found.copyId) return false;
    await transaction.writeIdentity({
      ...identity,
      copyId: mandate.copyId,
      epoch: handover.epoch,
      fenced: false,
    });
    return true;
  });
  if (taken) await finish(ledger, handover);
}
