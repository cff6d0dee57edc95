/**
 * The port of ingest: what a mailbox can do. `imap-mailbox.ts` does it with imapflow; nothing else of the project
 * knows IMAP. Every call carries its own deadline inside the adapter: a promise that never settles is a fault (I8).
 */

/** Where a message is seen: a place, never an identity (RFC 3501 §2.3.1.1: UIDs hold only within one UIDVALIDITY). */
export interface MailboxStatus {
  /** The folder's UIDVALIDITY as a decimal string (imapflow gives a bigint). */
  uidValidity: string;
  uidNext: number;
  messages: number;
}

export interface FetchedMessage {
  uid: number;
  /** The whole raw message, streamed; ends only when the server completed the FETCH, otherwise it errors (I9). */
  raw: AsyncIterable<Uint8Array>;
  /** RFC822.SIZE as the server announced it, or null. May be wrong: noted, never trusted. */
  announcedBytes: number | null;
  internalDate: Date | null;
}

export type AfterStored = { kind: 'keep' } | { kind: 'seen' } | { kind: 'move'; folder: string };

/** What the server said to an acknowledgement; only `done` means that it happened (I4: every `false` is a failure). */
export type AcknowledgeResult =
  | { outcome: 'done' }
  | { outcome: 'vanished' }
  | { outcome: 'refused'; why: string };

/** What the server says about a message without sending it. */
export interface MessageDescription {
  announcedBytes: number | null;
  internalDate: Date | null;
}

/** One open connection with its folder selected. */
export interface MailboxSession {
  /** As of the last `select`; `open` selects. */
  readonly status: MailboxStatus;
  /** False once the connection is gone: every further call fails. */
  readonly isOpen: boolean;
  /** Selects the folder anew: what was true at the last SELECT may not be true now. */
  select(): Promise<MailboxStatus>;
  /** `UID SEARCH ALL`: the truth about what is there. Ascending. */
  listUids(): Promise<number[]>;
  /** Size and date of the given messages; those that are gone are left out. */
  describe(uids: readonly number[]): Promise<Map<number, MessageDescription>>;
  /** Fetches one message with BODY.PEEK[] (no flag changes). Null when it is no longer there (I11). */
  fetch(uid: number): Promise<FetchedMessage | null>;
  acknowledge(uid: number, after: AfterStored): Promise<AcknowledgeResult>;
  /** What an acknowledgement would meet here, told without touching any mail; for `doctor`. */
  foresee(after: AfterStored): Promise<AcknowledgeResult>;
  /** Resolves when the server reports a change, when the connection drops, or at `signal`; never rejects. */
  untilChanged(signal: AbortSignal): Promise<'changed' | 'closed' | 'aborted'>;
  close(): Promise<void>;
}

export interface Mailbox {
  readonly name: string;
  /** Opens a fresh connection (never a reused client, I8) and selects the folder. Given up at `signal`. */
  open(signal?: AbortSignal): Promise<MailboxSession>;
}
