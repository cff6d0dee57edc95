/** A mail server of our own for the demo and the tests: a real Dovecot where the machine has one, otherwise one in this process. */
import { isDovecotInstalled, startDovecot } from './dovecot.ts';
import { startHoodiecrow } from './hoodiecrow.ts';

export interface MailServer {
  /** For people: "Dovecot 2.3.19", "hoodiecrow-imap (in this process)". */
  readonly name: string;
  /** The certificate to trust, or null where the connection stays on the loopback without TLS. */
  readonly caFile: string | null;
  /** The mailbox address as `mailbox add --url` takes it, without the password. */
  url(user: string, folder?: string): string;
  password(user: string): string;
  /** Puts one raw message into the folder (default INBOX), as a mail server that received it would. */
  deliver(user: string, raw: Uint8Array, folder?: string): Promise<void>;
  createFolder(user: string, folder: string): Promise<void>;
  stop(): Promise<void>;
}

export interface MailServerOptions {
  /** User names, plain words. */
  users: string[];
}

/** @param withoutDovecot as on a machine that has none */
export async function startMailServer(
  options: MailServerOptions,
  { withoutDovecot = false } = {},
): Promise<MailServer> {
  return isDovecotInstalled() && !withoutDovecot
    ? await startDovecot(options)
    : await startHoodiecrow(options);
}
