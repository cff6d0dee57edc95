/**
 * The errors that people meet. Each says what was attempted and found (`message`), a stable `code` for programs,
 * and what to do next (`hint`).
 */

/** Exit codes of every command; docs/operations.md lists them. */
export const exitCodes = {
  ok: 0,
  /** Something failed that a retry or an operator must look at. */
  failure: 1,
  /** The command's words or the configuration are wrong. */
  usage: 2,
  /** What was named does not exist. */
  notFound: 3,
  /** The state of the thing does not allow it. */
  refused: 4,
  /** A check (doctor, copy check, audit) found something that wants a person. */
  attention: 5,
  /** Ledger, queue, mailbox or copy cannot be reached. */
  unreachable: 6,
} as const;

export type ErrorKind = Exclude<keyof typeof exitCodes, 'ok'>;

export interface ErrorOptionsWithHint {
  /** What the reader should do next. */
  hint?: string;
  kind?: ErrorKind;
  details?: Record<string, unknown>;
  cause?: unknown;
}

export class StagingPostError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly hint: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, options: ErrorOptionsWithHint = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'StagingPostError';
    this.code = code;
    this.kind = options.kind ?? 'failure';
    this.hint = options.hint;
    this.details = options.details ?? {};
  }
}

/** The text of whatever was thrown, for a log line or a reason that a person reads. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0 && !error.message) {
    return error.errors.map(messageOf).join('; ');
  }
  return error instanceof Error ? error.message || error.name : String(error);
}
