/**
 * Looks soon after people deleted something in an authoritative copy, so that it is known should the copy be overwritten.
 * What it saw stays in memory: a worker that starts anew looks once at every book.
 */
import { messageOf } from '../errors.ts';
import type { Service } from '../service.ts';
import { booksWithAuthority } from '../staging/books/authority.ts';
import { urlOfCopy } from '../staging/books/copies.ts';
import type { Ledger } from '../staging/ledger.ts';
import { learnDeletions } from './deletions.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';

/** A look takes at most this part of the time: a large book is looked at less often. */
const shareOfTime = 0.02;

/** A kind of copy that cannot tell whether anything was deleted has all its rows looked at, and so this much more seldom. */
const unmarkedFactor = 10;

interface Seen {
  copy: string;
  /** As it was before the rows were looked at; undefined: this kind of copy cannot tell. */
  mark: string | undefined;
  /** Gone together with others, for the first time: deleted, or a restore under way. The next look tells. */
  doubtful: ReadonlySet<string>;
  notBefore: number;
}

export interface DeletionWatch extends Service {
  /** One look at every book whose copy may have lost rows since the last one. */
  look(): Promise<void>;
}

export function createDeletionWatch(
  ledger: Ledger,
  { intervalMs }: { intervalMs: number },
  open: OpenCopy = openRegisteredCopy,
): DeletionWatch {
  const seen = new Map<string, Seen>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopping = false;

  const lookAt = async (book: Awaited<ReturnType<typeof booksWithAuthority>>[number]) => {
    const startedAt = performance.now();
    const before = seen.get(book.book);
    const last = before?.copy === book.copy_id ? before : undefined;
    if (last && startedAt < last.notBefore) return;
    const copy = open(book, urlOfCopy(ledger, book), ledger);
    try {
      const mark = await copy.deletionMark?.();
      if (last && mark !== undefined && mark === last.mark && last.doubtful.size === 0) return;
      const doubtful = await learnDeletions(ledger, book, copy, (id) => last?.doubtful.has(id) ?? false);
      if (doubtful === null) return;
      const now = performance.now();
      const restMs = (now - startedAt) / shareOfTime;
      const notBefore = now + (mark === undefined ? Math.max(restMs, unmarkedFactor * intervalMs) : restMs);
      seen.set(book.book, { copy: book.copy_id, mark, doubtful, notBefore });
    } finally {
      await copy.close();
    }
  };

  const lookAtAll = async () => {
    for (const book of await booksWithAuthority(ledger.db)) {
      if (isStopping) return;
      await lookAt(book).catch((error: unknown) =>
        // Out of reach, or damaged: the reconciler says so.
        ledger.log.debug(
          { book: book.book, error: messageOf(error) },
          'a book was not looked at for deletions',
        ),
      );
    }
  };
  const look = () => {
    running ??= lookAtAll().finally(() => {
      running = undefined;
    });
    return running;
  };
  const lookQuietly = () =>
    void look().catch((error: unknown) =>
      ledger.log.error({ error: messageOf(error) }, 'no book could be looked at for deletions'),
    );

  return {
    name: 'deletion watch',
    look,
    async start() {
      if (timer || isStopping) return;
      timer = setInterval(lookQuietly, intervalMs);
      lookQuietly();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
