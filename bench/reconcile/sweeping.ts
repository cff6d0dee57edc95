/** Idle books: nothing came, nothing was overwritten, and each is looked at all the same. */

import { setAuthority } from '../../src/reconcile/handover.ts';
import { createReconciler } from '../../src/reconcile/reconciler.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import { addBenchBook } from './history.ts';

export interface SweepFigures {
  kind: 'sqlite' | 'postgres';
  books: number;
  booksPerSecond: number;
  /** Of this process alone: the servers' are their own. */
  cpuMsPerBook: number;
}

export async function measureSweep(
  ledger: Ledger,
  kind: SweepFigures['kind'],
  books: number,
  urlOf: (number: number) => string,
  repetitions: number,
): Promise<SweepFigures> {
  await ledger.pool.query(
    // A sweep looks at all books: those measured before are taken out of it.
    `update authority set copy = null, epoch = epoch + 1`,
  );
  for (let number = 0; number < books; number += 1) {
    const book = `idle-${kind}-${number}`;
    await addBenchBook(ledger, book);
    await registerCopy(ledger, { book, name: 'cloud', url: urlOf(number) }, 'bench');
    await setAuthority(ledger, { book, to: 'cloud', actor: 'bench', force: false });
  }
  const reconciler = createReconciler(ledger, {
    batchSize: 100,
    reinstallAfterMs: 60_000,
    sweepIntervalMs: 24 * 60 * 60_000,
    concurrency: 4,
  });
  const seconds: number[] = [];
  const cpuMs: number[] = [];
  for (let round = 0; round <= repetitions; round += 1) {
    const began = performance.now();
    const cpu = process.cpuUsage();
    await reconciler.sweep();
    if (round === 0) continue;
    seconds.push((performance.now() - began) / 1000);
    const used = process.cpuUsage(cpu);
    cpuMs.push((used.user + used.system) / 1000);
  }
  await reconciler.stop();
  const { rows } = await ledger.pool.query(
    `select count(*)::integer as seen from copy where book like $1 and seen_at > now() - interval '1 hour'`,
    [`idle-${kind}-%`],
  );
  if (rows[0]?.seen !== books) throw new Error(`${rows[0]?.seen} of ${books} idle books were looked at`);
  return {
    kind,
    books,
    booksPerSecond: books / Math.min(...seconds),
    cpuMsPerBook: Math.min(...cpuMs) / books,
  };
}
