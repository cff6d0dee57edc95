/** One place where a database file lives: what stands there may be replaced at any moment. */
import type { Invoice } from '../../src/invoice/invoice.ts';
import type { Identity, Receipt } from '../../src/reconcile/copies/copy.ts';
import { CopyUnreachableError } from '../../src/reconcile/copies/errors.ts';
import type { Process } from './scheduler.ts';

export interface InvoiceRow {
  readonly key: string;
  readonly invoice: Invoice;
  /** What a person wrote into it. */
  readonly note: string;
  readonly byHand: boolean;
  /** The invoice that was once inserted so (as `source_id` says in a real copy); null when a person wrote it. */
  readonly of: string | null;
}

/** Everything that one database file holds. Its values are replaced, never changed. */
export interface Content {
  installed: boolean;
  identities: Map<string, Identity>;
  receipts: Map<string, Receipt>;
  rows: Map<string, InvoiceRow>;
  /** Keys of rows that a person deleted in this history. */
  deletedByHand: Set<string>;
  nextKey: number;
}

export function emptyContent(): Content {
  return {
    installed: false,
    identities: new Map(),
    receipts: new Map(),
    rows: new Map(),
    deletedByHand: new Set(),
    nextKey: 1,
  };
}

export function cloneContent(content: Content): Content {
  return {
    installed: content.installed,
    identities: new Map(content.identities),
    receipts: new Map(content.receipts),
    rows: new Map(content.rows),
    deletedByHand: new Set(content.deletedByHand),
    nextKey: content.nextKey,
  };
}

export function receiptKey(book: string, invoice: string): string {
  return `${book}/${invoice}`;
}

export function receiptsOf(content: Content, book: string): Receipt[] {
  return [...content.receipts.entries()]
    .filter(([key]) => key.startsWith(`${book}/`))
    .map(([, receipt]) => receipt)
    .sort((a, b) => (a.invoiceId < b.invoiceId ? -1 : 1));
}

export type CommitFault = 'answer_lost_after' | 'answer_lost_before';

/** How long a real copy waits for another's transaction (copies/sqlite.ts, copies/postgres.ts: of this order). */
const lockTimeoutMs = 5_000;

interface Connection {
  cut(): void;
}

export class Place {
  readonly name: string;
  /** Its rows say which invoice they are, as those of the default schema do; those of an owner's own tables may not. */
  readonly hasSourceIds: boolean;
  content: Content = emptyContent();
  reachable = true;
  commitFaults: CommitFault[] = [];
  /**
   * Whether a worker that does not know better may write here although another copy is authoritative: the authority went
   * by force and without a fence, or an older state was put back over the fence (both are known edges of the protocol).
   */
  isUnfenced = false;
  /** Batches that were given up before an older state was put back: it may be the very one that they expect (a known edge). */
  readonly unbarred = new Set<string>();
  /** Called with the content before and after every commit that took effect. */
  onCommit: (before: Content, after: Content) => void = () => {};
  #transaction: Connection | null = null;

  constructor(name: string, hasSourceIds = true) {
    this.name = name;
    this.hasSourceIds = hasSourceIds;
  }

  /** What `cp` does: whatever stood there is gone. */
  overwrite(content: Content): void {
    this.content = cloneContent(content);
  }

  mustBeReachable(): void {
    if (!this.reachable) throw new CopyUnreachableError(`${this.name} is out of reach`);
  }

  /** One transaction at a time, as under the lock of the identity row; a second one waits, and is told so in the end. */
  async begin(process: Process): Promise<Connection> {
    const outcome = await this.#whenFree(process);
    if (outcome === 'late')
      throw new CopyUnreachableError(`${this.name} is locked by another transaction`, {
        cause: { code: '55P03' },
      });
    const connection: Connection = { cut: () => this.end(connection) };
    this.#transaction = connection;
    process.connections.add(connection);
    return connection;
  }

  async #whenFree(process: Process): Promise<'ready' | 'late'> {
    const since = process.scheduler.nowMs;
    while (this.#transaction) {
      const left = lockTimeoutMs - (process.scheduler.nowMs - since);
      if (left <= 0) return 'late';
      await process.until(`${this.name}: wait for its lock`, () => this.#transaction === null, left);
    }
    return 'ready';
  }

  isOpen(transaction: Connection): boolean {
    return this.#transaction === transaction;
  }

  end(transaction: Connection): void {
    if (this.#transaction === transaction) this.#transaction = null;
  }

  /** People and transactions do not write at the same time: whoever held the lock is rolled back. */
  cutConnections(): void {
    this.#transaction = null;
  }
}
