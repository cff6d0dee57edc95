/**
 * What one look at the identity row tells, given what the ledger expects. Pure: no I/O. docs/protocol.md, "Seeing an
 * overwrite".
 */
import type { Identity } from './copies/copy.ts';

/** What the ledger expects to see at the authoritative address. */
export interface Expectation {
  copyId: string;
  epoch: number;
  head: string;
}

export type Observation =
  | { kind: 'as_expected'; identity: Identity }
  /** Another history stands there: an older one, another branch, or one that the ledger does not know. */
  | { kind: 'overwritten'; identity: Identity }
  /** As above, and the row was written under an earlier epoch: it must be given the current one before it is written to. */
  | { kind: 'overwritten_before_handover'; identity: Identity }
  /** No row, no table, or an empty database. */
  | { kind: 'no_identity' }
  /** Not ours to write to now; a person decides. */
  | { kind: 'held'; code: string; message: string; hint: string };

export function observe(identity: Identity | null, expected: Expectation, book: string): Observation {
  if (!identity) return { kind: 'no_identity' };
  if (identity.copyId !== expected.copyId) {
    return {
      kind: 'held',
      code: 'other_copy',
      message: `the database at the authoritative address bears the identity of another copy (${identity.copyId}, expected ${expected.copyId}): most likely that copy was put here`,
      hint: `If it is the right data, make it authoritative: staging-post authority set ${book} <copy>`,
    };
  }
  if (identity.epoch > expected.epoch) {
    return {
      kind: 'held',
      code: 'ledger_behind',
      message: `the copy is at epoch ${identity.epoch}, the ledger only at ${expected.epoch}: the ledger was restored from a backup, or another ledger writes to this copy`,
      hint: `Make sure that no other ledger is at work, then: staging-post authority set ${book} <copy>`,
    };
  }
  if (identity.epoch < expected.epoch) return { kind: 'overwritten_before_handover', identity };
  if (identity.fenced) {
    return {
      kind: 'held',
      code: 'fenced',
      message: `the copy is fenced at the current epoch ${identity.epoch}: a handover began and did not end`,
      hint: `Finish it, or take it back: staging-post authority set ${book} <copy>`,
    };
  }
  return identity.head === expected.head
    ? { kind: 'as_expected', identity }
    : { kind: 'overwritten', identity };
}
