/** Faults that are ours and not a mail's: nothing is held against the mail, the whole sweep is tried again. */
import { StagingPostError } from '../errors.ts';

const ownFaults = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE', 'EACCES']);
const alwaysOurs = new Set(['mailbox_throttled', 'reading_process_failed', 'reading_closed']);

/** A full disk, a ledger that is away, a server that throttles, a machine that has no process left for reading. */
export function isOurOwnFault(error: unknown): boolean {
  const { code, kind } = (error ?? {}) as { code?: unknown; kind?: unknown };
  if (typeof code !== 'string') return false;
  if (error instanceof StagingPostError) {
    return alwaysOurs.has(code) || (kind === 'unreachable' && !code.startsWith('mailbox_'));
  }
  // SQLSTATE classes 08 connection, 53 resources, 57 operator intervention (PostgreSQL, appendix A).
  return ownFaults.has(code) || /^(08|53|57)[0-9A-Z]{3}$/.test(code);
}
