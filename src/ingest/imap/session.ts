/**
 * One IMAP connection with its folder selected. Works by UID only, never by sequence number; reads with BODY.PEEK[] so
 * that reading changes nothing; every call has a deadline, after which the connection is given up, because a command
 * that is still in flight would block all that follow.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type {
  AcknowledgeResult,
  AfterStored,
  FetchedMessage,
  MailboxSession,
  MailboxStatus,
  MessageDescription,
} from '../mailbox.ts';
import { type Acknowledging, acknowledgeMessage, foreseeAcknowledgement } from './acknowledge.ts';
import { asMailboxError, incompleteFetch, silentServer } from './errors.ts';
import type { LastWords } from './last-words.ts';

export interface SessionOptions {
  mailbox: string;
  folder: readonly string[];
  /** For one command and its answer; a FETCH carries at most `chunkBytes`. */
  deadlineMs: number;
  chunkBytes: number;
}

/** How many UIDs go into one FETCH: some servers refuse command lines over 8 KB (RFC 7162 §4). */
const uidsPerFetch = 500;
/** A server that ends IDLE at once must not make us spin. */
const idlePauseMs = 1_000;
const logoutMs = 2_000;

export class ImapSession implements MailboxSession {
  readonly #client: ImapFlow;
  readonly #words: LastWords;
  readonly #options: SessionOptions;
  #status: MailboxStatus = { uidValidity: '', uidNext: 0, messages: 0 };
  /** The server reported a change since the last listing. */
  #hasChanged = false;
  #onChange: () => void = () => {};

  constructor(client: ImapFlow, words: LastWords, options: SessionOptions) {
    this.#client = client;
    this.#words = words;
    this.#options = options;
    const changed = () => {
      this.#hasChanged = true;
      this.#onChange();
    };
    client.on('exists', changed);
    client.on('expunge', changed);
  }

  get status(): MailboxStatus {
    return this.#status;
  }

  get isOpen(): boolean {
    return this.#client.usable;
  }

  async select(): Promise<MailboxStatus> {
    const { folder } = this.#options;
    const selected = await this.#within(`SELECT ${folder.join('/')}`, this.#client.mailboxOpen([...folder]));
    if (!selected?.uidValidity) {
      throw asMailboxError(
        this.#options.mailbox,
        'cannot select the folder',
        new Error('the server gives no UIDVALIDITY, so no message can be told from another'),
      );
    }
    this.#status = {
      uidValidity: String(selected.uidValidity),
      uidNext: selected.uidNext ?? 0,
      messages: selected.exists,
    };
    return this.#status;
  }

  async listUids(): Promise<number[]> {
    this.#hasChanged = false;
    return await this.#search('UID SEARCH ALL', { all: true });
  }

  async describe(uids: readonly number[]): Promise<Map<number, MessageDescription>> {
    const descriptions = new Map<number, MessageDescription>();
    const query = { uid: true, size: true, internalDate: true };
    for (let from = 0; from < uids.length; from += uidsPerFetch) {
      const range = uids.slice(from, from + uidsPerFetch).join(',');
      const rows = await this.#within('FETCH sizes', this.#client.fetchAll(range, query, { uid: true }));
      for (const row of rows) descriptions.set(row.uid, descriptionOf(row));
    }
    return descriptions;
  }

  async fetch(uid: number): Promise<FetchedMessage | null> {
    let first: FetchMessageObject | null;
    try {
      first = await this.#fetchChunk(uid, 0);
    } catch (error) {
      // Some servers say NO to a message that another client has just removed.
      if (this.isOpen && !(await this.isPresent(uid))) return null;
      throw error;
    }
    if (!first) {
      // Absence in an answer is not absence: only SEARCH may say that it is gone.
      if (await this.isPresent(uid)) {
        throw incompleteFetch(
          this.#options.mailbox,
          uid,
          'the server lists the message but left it out of its answer',
        );
      }
      return null;
    }
    return { uid, ...descriptionOf(first), raw: this.#chunks(uid, first) };
  }

  /**
   * The message in pieces, each of them one completed FETCH. It ends where the server says so: at the announced size,
   * and otherwise at an empty piece, since the announced size may be wrong.
   */
  async *#chunks(uid: number, first: FetchMessageObject): AsyncGenerator<Uint8Array> {
    const { mailbox, chunkBytes } = this.#options;
    let received = 0;
    for (let row: FetchMessageObject | null = first; row; row = await this.#fetchChunk(uid, received)) {
      // NIL, which imapflow gives as false, is how some servers say "nothing from here on".
      const chunk = row.source as Buffer | false | undefined;
      if (chunk === false && received > 0) return;
      if (!chunk) throw incompleteFetch(mailbox, uid, `the server sent no content after ${received} bytes`);
      if (chunk.length === 0) return;
      received += chunk.length;
      yield chunk;
      if (chunk.length > chunkBytes) {
        // The server does not know partial FETCH and sent everything; a second such answer would repeat it.
        if (received === chunk.length) return;
        throw incompleteFetch(mailbox, uid, `the server sent more than the ${chunkBytes} bytes asked for`);
      }
      if (chunk.length < chunkBytes && received === first.size) return;
    }
    throw incompleteFetch(mailbox, uid, `the message was gone after ${received} bytes`);
  }

  async #fetchChunk(uid: number, start: number): Promise<FetchMessageObject | null> {
    const query = {
      uid: true,
      source: { start, maxLength: this.#options.chunkBytes },
      ...(start === 0 ? { size: true, internalDate: true } : {}),
    };
    const row = await this.#within(
      `UID FETCH ${uid}`,
      this.#client.fetchOne(String(uid), query, { uid: true }),
    );
    if (!row) return null;
    if (row.uid !== uid)
      throw incompleteFetch(this.#options.mailbox, uid, `the server answered for UID ${row.uid}`);
    return row;
  }

  async isPresent(uid: number): Promise<boolean> {
    return (await this.#search(`UID SEARCH UID ${uid}`, { uid: String(uid) })).includes(uid);
  }

  async acknowledge(uid: number, after: AfterStored): Promise<AcknowledgeResult> {
    return await acknowledgeMessage(this.#acknowledging, uid, after);
  }

  async foresee(after: AfterStored): Promise<AcknowledgeResult> {
    return await foreseeAcknowledgement(this.#acknowledging, after);
  }

  get #acknowledging(): Acknowledging {
    return {
      client: this.#client,
      words: this.#words,
      within: async (what, work) => await this.#within(what, work),
      isPresent: async (uid) => await this.isPresent(uid),
      search: async (what, query) => await this.#search(what, query),
    };
  }

  async untilChanged(signal: AbortSignal): Promise<'changed' | 'closed' | 'aborted'> {
    if (signal.aborted) return 'aborted';
    if (!this.isOpen) return 'closed';
    if (this.#hasChanged) return 'changed';
    const { promise, resolve } = Promise.withResolvers<'changed' | 'closed' | 'aborted'>();
    const settled = new AbortController();
    const onClose = () => resolve('closed');
    const onAbort = () => resolve('aborted');
    this.#onChange = () => resolve('changed');
    this.#client.once('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    void this.#idle(settled.signal);
    try {
      // Never waits for the server to end its IDLE: it may be dead. The next command does, under its deadline.
      return await promise;
    } finally {
      settled.abort();
      this.#onChange = () => {};
      this.#client.off('close', onClose);
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Keeps IDLE (or imapflow's polling, where the server has no IDLE) going: keep-alives and time limits end it. */
  async #idle(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.isOpen) {
      await this.#client.idle().catch(() => undefined);
      await delay(idlePauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    if (this.isOpen) {
      await Promise.race([
        this.#client.logout().catch(() => undefined),
        delay(logoutMs, undefined, { ref: false }),
      ]);
    }
    this.#client.close();
  }

  async #search(what: string, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
    const found = await this.#within(what, this.#client.search(query, { uid: true }));
    if (!Array.isArray(found)) {
      throw asMailboxError(
        this.#options.mailbox,
        what,
        new Error(this.#words.take() ?? 'refused without a word'),
      );
    }
    return found;
  }

  async #within<T>(what: string, work: Promise<T>): Promise<T> {
    const { mailbox, deadlineMs } = this.#options;
    const { promise: expired, reject } = Promise.withResolvers<never>();
    this.#words.forgetPause();
    const timer = setTimeout(() => {
      reject(silentServer(mailbox, what, deadlineMs, this.#words.askedPauseMs()));
      this.#client.close();
    }, deadlineMs);
    try {
      return await Promise.race([work, expired]);
    } catch (error) {
      throw asMailboxError(mailbox, what, error);
    } finally {
      clearTimeout(timer);
    }
  }
}

function descriptionOf(row: FetchMessageObject): MessageDescription {
  const date = row.internalDate instanceof Date ? row.internalDate : null;
  return {
    announcedBytes: row.size ?? null,
    internalDate: date && Number.isFinite(date.getTime()) ? date : null,
  };
}
