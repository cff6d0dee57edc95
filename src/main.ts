/** The one place where parts are put together: the worker, with the roles that it is given. */
import type { Settings } from './config.ts';
import { createDeliveryParser } from './ingest/delivery-parser.ts';
import { createPollers } from './ingest/pollers.ts';
import { createDeliveryReader } from './ingest/reading.ts';
import { defaultReadingLimits, type ReadingLimits } from './ingest/reading-limits.ts';
import { createAuditor } from './reconcile/auditor.ts';
import { createDeletionWatch } from './reconcile/deletion-watch.ts';
import { createReconciler } from './reconcile/reconciler.ts';
import { type Service, together } from './service.ts';
import type { Ledger } from './staging/ledger.ts';
import { clearAbandonedFolders } from './temporary.ts';

export const roles = ['ingest', 'parse', 'reconcile'] as const;
export type Role = (typeof roles)[number];

/** Everything that works without being asked. What takes mail in is started last and stopped first. */
export function createWorker(ledger: Ledger, settings: Settings, chosen: readonly Role[] = roles): Service {
  const makers: Record<Role, () => Service> = {
    ingest: () => createPollers(ledger, settings.mailbox),
    parse: () => parseRole(ledger, settings),
    reconcile: () => reconcileRole(ledger, settings),
  };
  const tidying: Service = {
    name: 'temporary folders',
    start: async () => void (await clearAbandonedFolders(ledger.clock.now())),
    stop: async () => undefined,
  };
  const order: readonly Role[] = ['reconcile', 'parse', 'ingest'];
  return together('worker', [
    tidying,
    ...order.filter((role) => chosen.includes(role)).map((role) => makers[role]()),
  ]);
}

/** How much of a mail is read, as these settings say. */
export function readingLimitsOf({ parse }: Settings): Partial<ReadingLimits> {
  return {
    processes: parse.concurrency,
    documentMs: parse.timeoutMs,
    processBytes: parse.memoryBytes,
    pdf: { ...defaultReadingLimits.pdf, pages: parse.pagesMax },
  };
}

function parseRole(ledger: Ledger, settings: Settings): Service {
  const reader = createDeliveryReader(readingLimitsOf(settings), ledger.log);
  const closingReader: Service = {
    name: 'delivery reader',
    start: async () => undefined,
    stop: async () => await reader.close(),
  };
  const parser = createDeliveryParser(ledger, reader, { concurrency: settings.parse.concurrency });
  return together('parse', [closingReader, parser]);
}

function reconcileRole(ledger: Ledger, settings: Settings): Service {
  const reconciler = createReconciler(ledger, settings.reconcile);
  const bells = ledger.doorbell.answer(
    'reconcile',
    async ({ book }) => void (await reconciler.reconcile(book)),
    { concurrency: settings.reconcile.concurrency },
  );
  return together('reconcile', [
    reconciler,
    bells,
    createAuditor(ledger, settings.audit),
    createDeletionWatch(ledger, settings.deletions),
  ]);
}
