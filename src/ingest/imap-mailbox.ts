/** The mailbox port over imapflow: always a fresh client, always encrypted unless the server is this very machine. */
import { readFile } from 'node:fs/promises';
import { getCACertificates } from 'node:tls';
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { asMailboxError } from './imap/errors.ts';
import { listenForRefusals } from './imap/last-words.ts';
import { ImapSession } from './imap/session.ts';
import { folderName, type MailboxAddress, parseMailboxUrl } from './imap/url.ts';
import type { Mailbox, MailboxSession } from './mailbox.ts';

export interface ImapMailboxSettings {
  name: string;
  /** `imaps://user@host:port/Folder`, without the password. */
  url: string;
  /** Read anew at each login, so that a changed password or a fresh token is used. */
  readPassword: () => string | Promise<string>;
  /** Certificate of a private authority (PEM), trusted besides the usual ones. */
  caFile?: string | null;
  /** For one command and its answer. Default 60 s. */
  deadlineMs?: number;
  /** How much of a message one FETCH carries, and so what is held in memory. Default 1 MiB. */
  chunkBytes?: number;
}

export interface ImapMailbox extends Mailbox {
  /** The folder's name as the ledger keeps it. */
  readonly folder: string;
}

/** @throws StagingPostError `mailbox_url_invalid` */
export function createImapMailbox(settings: ImapMailboxSettings): ImapMailbox {
  const address = parseMailboxUrl(settings.url, Boolean(settings.caFile));
  return {
    name: settings.name,
    folder: folderName(address.folder),
    open: async (signal) => await openSession(settings, address, signal),
  };
}

async function openSession(
  settings: ImapMailboxSettings,
  address: MailboxAddress,
  signal?: AbortSignal,
): Promise<MailboxSession> {
  const { deadlineMs = 60_000, chunkBytes = 1024 * 1024 } = settings;
  const words = listenForRefusals();
  const client = new ImapFlow({
    host: address.host,
    port: address.port,
    secure: address.security === 'tls',
    ...(address.security === 'tls' ? {} : { doSTARTTLS: address.security === 'starttls' }),
    tls: { minVersion: 'TLSv1.2', ...(await trustOf(settings)) },
    auth: { user: address.user, pass: await settings.readPassword() },
    logger: words.logger,
    clientInfo: { name: 'staging-post' },
    ...limits(deadlineMs),
  });
  // Without a listener an error of a lost connection would end the process. It needs no other handling here: the
  // commands in flight fail with it, and a waiting `untilChanged` sees the close.
  client.on('error', () => {});
  const session = new ImapSession(client, words, {
    mailbox: settings.name,
    folder: address.folder,
    deadlineMs,
    chunkBytes,
  });
  const giveUp = () => client.close();
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    signal?.throwIfAborted();
    await client.connect();
    await session.select();
    return session;
  } catch (error) {
    client.close();
    throw asMailboxError(
      settings.name,
      `cannot open ${folderName(address.folder)} on ${address.host}`,
      error,
    );
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

/** What bounds time and memory whatever the server does. */
function limits(deadlineMs: number): Partial<ImapFlowOptions> {
  return {
    // IDLE is asked for by `untilChanged` alone.
    disableAutoIdle: true,
    connectionTimeout: deadlineMs,
    greetingTimeout: deadlineMs,
    socketTimeout: deadlineMs,
    // Some servers and many firewalls drop a connection that is quiet for half an hour or less.
    maxIdleTime: 4 * 60_000,
    // The bytes as they came, never decoded by the server.
    disableBinary: true,
    disableCompression: true,
    // More than one piece of a message, for servers that send everything whatever is asked.
    maxLiteralSize: 64 * 1024 * 1024,
    maxResponseSize: 80 * 1024 * 1024,
  };
}

async function trustOf(settings: ImapMailboxSettings): Promise<{ ca?: string[] }> {
  if (!settings.caFile) return {};
  return { ca: [...getCACertificates('default'), await readFile(settings.caFile, 'utf8')] };
}
