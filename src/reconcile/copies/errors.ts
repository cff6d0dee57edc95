/** What a copy may answer besides success. */
import { StagingPostError } from '../../errors.ts';

/** The copy cannot be reached now; waiting and trying again is right. */
export class CopyUnreachableError extends StagingPostError {
  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super('copy_unreachable', message, { kind: 'unreachable', ...options });
  }
}

/** The copy is there, but must not be written to (corrupt file, stale journal, wrong file): hold and alarm. */
export class CopyUnusableError extends StagingPostError {
  constructor(code: string, message: string, options: { hint: string; cause?: unknown }) {
    super(code, message, { kind: 'attention', ...options });
  }
}

/**
 * The database refused the data of an invoice; the others are not concerned. Unless it refused at COMMIT, or its owner's
 * rule rolled everything back (`endsTransaction`): then nothing of the transaction is in, and nothing more can be.
 */
export class RefusedByCopyError extends StagingPostError {
  readonly endsTransaction: boolean;

  constructor(message: string, options: { cause?: unknown; endsTransaction?: boolean } = {}) {
    super('refused_by_copy', message, options);
    this.endsTransaction = options.endsTransaction ?? false;
  }
}

/** A table of ours that is not there; `missingTable` tells it from everything else that may be wrong. */
export function missingTable(message: string, cause: unknown): CopyUnusableError {
  return new CopyUnusableError(missingTableCode, message, {
    cause,
    hint: 'If a restore is under way, wait for it. Otherwise nothing is to be done: a running worker creates the table anew after a while.',
  });
}

export function isMissingTable(error: unknown): boolean {
  return error instanceof CopyUnusableError && error.code === missingTableCode;
}

/** A table is there, but not as we made it. */
export function unknownSchema(message: string, cause: unknown): CopyUnusableError {
  return new CopyUnusableError('copy_schema', message, {
    cause,
    hint: 'A table under one of our names (staging_post_…, supplier_invoice…) is not as Staging Post made it: put its columns back, or rename the table if it is another program’s.',
  });
}

const missingTableCode = 'missing_table';

/** COMMIT was sent and its answer did not arrive: it may be in or not. Only a new look at the copy can tell. */
export class CommitUnknownError extends StagingPostError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super('commit_unknown', message, options);
  }
}
