/** The address of a mailbox: `imaps://user@host:port/Folder/Sub`. The password is never part of it. */
import { isIPv4, isIPv6 } from 'node:net';
import { StagingPostError } from '../../errors.ts';

export interface MailboxAddress {
  host: string;
  port: number;
  /** `tls` from the first byte; `starttls` before the login, or no login; `plain` only to this machine. */
  security: 'tls' | 'starttls' | 'plain';
  user: string;
  /** Levels of the folder's name, outermost first: servers disagree on the sign between them. */
  folder: string[];
}

const example = 'Write it as imaps://user@host/INBOX (or imaps://user%40domain@host:993/Folder/Subfolder).';

/**
 * @param hasCa a private certificate authority is given, so TLS is wanted even on the loopback.
 * @throws StagingPostError `mailbox_url_invalid`
 */
export function parseMailboxUrl(text: string, hasCa = false): MailboxAddress {
  const url = URL.parse(text);
  if (!url) throw invalid(`"${text.replace(/:[^:@/]*@/, ':…@')}" is not an address`);
  if (url.protocol !== 'imaps:' && url.protocol !== 'imap:') {
    throw invalid(`${url.protocol}// is not a way to read mail`);
  }
  if (url.password)
    throw invalid('the address holds a password', 'Give the password by --password-env VAR instead.');
  const user = decoded(url.username);
  if (!user) throw invalid(`${text} names no user`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!host) throw invalid(`${text} names no host`);
  const folder = url.pathname.split('/').filter(Boolean).map(decoded);
  const security = url.protocol === 'imaps:' ? 'tls' : isLoopback(host) && !hasCa ? 'plain' : 'starttls';
  return {
    host,
    port: Number(url.port) || (security === 'tls' ? 993 : 143),
    security,
    user,
    folder: folder.length > 0 ? folder : ['INBOX'],
  };
}

/** The folder's name as the ledger keeps it and people write it. */
export function folderName(folder: readonly string[]): string {
  return folder.length === 1 && folder[0]?.toUpperCase() === 'INBOX' ? 'INBOX' : folder.join('/');
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || (isIPv4(host) && host.startsWith('127.')) || (isIPv6(host) && host === '::1')
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(`"${text}" has a percent sign that is not followed by two hexadecimal digits`);
  }
}

function invalid(message: string, hint = example): StagingPostError {
  return new StagingPostError('mailbox_url_invalid', message, { kind: 'usage', hint });
}
