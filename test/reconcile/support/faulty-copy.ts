/** A copy whose answers are lost, or whose worker falls asleep, where a test wants it. */
import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { CommitUnknownError } from '../../../src/reconcile/copies/errors.ts';
import { type OpenCopy, openRegisteredCopy } from '../../../src/reconcile/mandate.ts';

/** How the answer to a COMMIT is lost: on its way to the database, or on its way back. */
export type LostAnswer = 'before' | 'after';

/** The answers of the next transactions are lost, one for each entry; null lets one through. */
export function losingAnswers(...losses: (LostAnswer | null)[]): OpenCopy {
  return wrapped((copy) => ({
    ...copy,
    async transaction(work) {
      const loss = losses.shift() ?? null;
      if (loss === null) return await copy.transaction(work);
      const lost = new CommitUnknownError(`the answer to COMMIT was lost (${loss})`);
      await copy
        .transaction(async (transaction) => {
          const result = await work(transaction);
          // Undone as by a server that never heard COMMIT.
          if (loss === 'before') throw lost;
          return result;
        })
        .catch((error: unknown) => {
          if (error !== lost) throw error;
        });
      throw lost;
    },
  }));
}

export interface Sleeper {
  open: OpenCopy;
  /** Resolves when the worker has fallen asleep. */
  asleep: Promise<void>;
  wake(): void;
}

/** Falls asleep before its n-th transaction, the intent being recorded; 1 is the first. */
export function sleepingBefore(nth: number): Sleeper {
  const asleep = Promise.withResolvers<void>();
  const woken = Promise.withResolvers<void>();
  let transactions = 0;
  return {
    asleep: asleep.promise,
    wake: () => woken.resolve(),
    open: wrapped((copy) => ({
      ...copy,
      async transaction(work) {
        transactions += 1;
        if (transactions === nth) {
          asleep.resolve();
          await woken.promise;
        }
        return await copy.transaction(work);
      },
    })),
  };
}

function wrapped(wrap: (copy: Copy) => Copy): OpenCopy {
  return (registered, url, ledger) => wrap(openRegisteredCopy(registered, url, ledger));
}
