/**
 * A process of its own that hands a book over, or reconciles it, and at the n-th step kills itself with SIGKILL, or stops
 * itself with SIGSTOP after having said "asleep". Ends with code 0 when it came to its end; says what came of it.
 */
import { checkIn, checkOut } from '../../../src/reconcile/checkout.ts';
import { withBookLease } from '../../../src/reconcile/lease.ts';
import { reconcileBook } from '../../../src/reconcile/reconcile-book.ts';
import { openLedger } from '../../../src/staging/ledger.ts';
import { mortalLedger, mortalOpen, mortalTools } from './mortal.ts';

export interface Order {
  ledgerUrl: string;
  dir: string;
  book: string;
  deed:
    | { kind: 'checkout'; to: string | null }
    | { kind: 'checkin'; from: string; to: string }
    | { kind: 'reconcile' };
  /** By number, or by name and then the first of that name; nothing: never. */
  stopAt: number | string | null;
  how: 'SIGKILL' | 'SIGSTOP';
}

const order = JSON.parse(process.env.MORTAL ?? '{}') as Order;
let steps = 0;
let stopped = false;

async function step(name: string): Promise<void> {
  steps += 1;
  if (stopped || (order.stopAt !== steps && order.stopAt !== name)) return;
  stopped = true;
  // Written before the signal: a stopped process says nothing more.
  await new Promise<void>((resolve) => process.stdout.write('asleep\n', () => resolve()));
  process.kill(process.pid, order.how);
  if (order.how === 'SIGKILL') await new Promise<never>(() => {});
}

const ledger = await openLedger({ url: order.ledgerUrl, dir: order.dir, migrate: false, maxConnections: 4 });
const mortal = mortalLedger(ledger, step);
const { book, deed } = order;
const actor = 'test';

async function doIt(): Promise<unknown> {
  switch (deed.kind) {
    case 'checkout':
      return await checkOut(mortal, { book, to: deed.to, actor }, mortalTools(step));
    case 'checkin':
      return await checkIn(mortal, { book, from: deed.from, to: deed.to, actor }, mortalTools(step));
    case 'reconcile':
      return await withBookLease(mortal, book, () =>
        reconcileBook(mortal, book, mortalOpen(step), { batchSize: 3, reinstallAfterMs: 0 }),
      );
  }
}

const outcome = await doIt().then(
  (result) => ({ result }),
  (error: unknown) => ({ error: String(error) }),
);
process.stdout.write(`${JSON.stringify(outcome)}\n`);
await ledger.close();
