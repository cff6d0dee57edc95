/** Turns what imapflow throws into what a person can act on. The server's own words are kept, secrets never appear. */
import { messageOf, StagingPostError } from '../../errors.ts';

interface ImapErrorDetails {
  code?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  responseText?: string;
  responseStatus?: string;
  /** What an untagged BYE said. */
  reason?: string;
  /** Milliseconds that a throttling server asks to be left alone. */
  throttleReset?: number;
}

const certificateFaults = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** @param what the operation in words, e.g. "cannot open INBOX". */
export function asMailboxError(mailbox: string, what: string, error: unknown): StagingPostError {
  if (error instanceof StagingPostError) return error;
  const details = (error ?? {}) as ImapErrorDetails;
  const words = details.responseText || details.reason || messageOf(error);
  const make = (code: string, hint: string, more: Record<string, unknown> = {}) =>
    new StagingPostError(code, `mailbox ${mailbox}: ${what}: ${words}`, {
      kind: 'unreachable',
      hint,
      details: { mailbox, ...more },
      cause: error,
    });
  if (details.throttleReset) {
    return make('mailbox_throttled', 'Nothing to do: the next attempt waits as long as the server asked.', {
      retryAfterMs: details.throttleReset,
    });
  }
  if (details.authenticationFailed) {
    return make('mailbox_login_refused', 'Check the user and the password of the mailbox.');
  }
  if (details.mailboxMissing)
    return make('mailbox_folder_missing', 'Check the folder at the end of the address.');
  if (details.code && certificateFaults.has(details.code)) {
    return make(
      'mailbox_certificate_refused',
      'If a certificate authority of your own signed it, give that certificate as the CA file of the mailbox. Certificates are never left unchecked.',
    );
  }
  if (details.responseStatus === 'NO' || details.responseStatus === 'BAD') {
    return make('mailbox_refused', 'The server said no; its words are above.');
  }
  return make('mailbox_unreachable', 'Check host, port and network; a running worker tries again by itself.');
}

/** @param askedPauseMs what a throttling server asked for before it kept us waiting, or 0. */
export function silentServer(
  mailbox: string,
  what: string,
  deadlineMs: number,
  askedPauseMs: number,
): StagingPostError {
  if (askedPauseMs > 0) {
    const throttled = Object.assign(new Error('the server throttles'), { throttleReset: askedPauseMs });
    return asMailboxError(mailbox, what, throttled);
  }
  return new StagingPostError(
    'mailbox_silent',
    `mailbox ${mailbox}: no answer within ${deadlineMs} ms (${what})`,
    {
      kind: 'unreachable',
      hint: 'The connection was given up; a fresh one is opened by itself.',
      details: { mailbox },
    },
  );
}

export function incompleteFetch(mailbox: string, uid: number, found: string): StagingPostError {
  return new StagingPostError('mailbox_fetch_incomplete', `mailbox ${mailbox}: UID ${uid}: ${found}`, {
    hint: 'It is fetched again by itself.',
    details: { mailbox, uid },
  });
}
