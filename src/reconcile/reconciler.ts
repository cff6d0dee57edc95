/**
 * The reconciler as a service: answers the doorbell, and sweeps all books on its own, so that an overwrite is seen even
 * when no mail arrives and a lost bell costs one sweep.
 */
import pLimit from 'p-limit';
import { messageOf } from '../errors.ts';
import type { Service } from '../service.ts';
import { listBooks } from '../staging/books/books.ts';
import type { Ledger } from '../staging/ledger.ts';
import { lookAtIdleBooks } from './idle-books.ts';
import { withBookLease } from './lease.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';
import { type ReconcileResult, type ReconcileSettings, reconcileBook } from './reconcile-book.ts';

export interface ReconcilerSettings extends ReconcileSettings {
  sweepIntervalMs: number;
  /** Books at work at the same time. */
  concurrency: number;
}

export interface Reconciler extends Service {
  /** Brings one book up to date now; null when another worker has it in hand. */
  reconcile(book: string): Promise<ReconcileResult | null>;
  /** One look at every book. */
  sweep(): Promise<void>;
}

/**
 * Each book in hand holds one connection to the ledger for its lease and needs a second one for its work: some must be
 * left, or all would wait for each other. One more goes to the auditor's own lease.
 */
function booksAtOnce(ledger: Ledger, { concurrency }: ReconcilerSettings): number {
  return Math.max(1, Math.min(concurrency, (ledger.pool.options.max ?? 10) - 2));
}

export function createReconciler(
  ledger: Ledger,
  settings: ReconcilerSettings,
  open: OpenCopy = openRegisteredCopy,
): Reconciler {
  const limit = pLimit(booksAtOnce(ledger, settings));
  const running = new Map<string, { again: boolean; done: Promise<ReconcileResult | null> }>();
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;

  /** A bell that rings while its book is in hand makes one more round: what it rang for may have come too late. */
  const reconcile = (book: string): Promise<ReconcileResult | null> => {
    const inHand = running.get(book);
    if (inHand) {
      inHand.again = true;
      return inHand.done;
    }
    const round = { again: true, done: Promise.resolve<ReconcileResult | null>(null) };
    round.done = limit(async () => {
      let result: ReconcileResult | null = null;
      try {
        while (round.again) {
          round.again = false;
          result = await withBookLease(ledger, book, () => reconcileBook(ledger, book, open, settings));
        }
        return result;
      } finally {
        running.delete(book);
      }
    });
    running.set(book, round);
    return round.done;
  };

  const sweep = async () => {
    const idle = await lookAtIdleBooks(ledger, open, limit);
    const books = (await listBooks(ledger.db)).filter(({ slug }) => !idle.has(slug));
    const results = await Promise.allSettled(books.map(({ slug }) => reconcile(slug)));
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') {
        ledger.log.error(
          { book: books[index]?.slug, error: messageOf(result.reason) },
          'a book was not reconciled',
        );
      }
    }
  };

  const sweepQuietly = () => {
    sweeping ??= sweep()
      .catch((error: unknown) =>
        ledger.log.error({ error: messageOf(error) }, 'the sweep of the books failed'),
      )
      .finally(() => {
        sweeping = undefined;
      });
  };

  return {
    name: 'reconciler',
    reconcile,
    sweep,
    async start() {
      if (timer) return;
      timer = setInterval(sweepQuietly, settings.sweepIntervalMs);
      sweepQuietly();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await sweeping;
      await Promise.allSettled([...running.values()].map(({ done }) => done));
    },
  };
}
