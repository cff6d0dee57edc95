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

/** The database refused this invoice's data; the others are not concerned. */
export class RefusedByCopyError extends StagingPostError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super('refused_by_copy', message, options);
  }
}

/** COMMIT was sent and its answer did not arrive: it may be in or not. Only a new look at the copy can tell. */
export class CommitUnknownError extends StagingPostError {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super('commit_unknown', message, options);
  }
}
