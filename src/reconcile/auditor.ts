/** The full audit of every book at its interval, for what no head can show. */
import { messageOf, StagingPostError } from '../errors.ts';
import type { Service } from '../service.ts';
import { booksToAudit } from '../staging/books/authority.ts';
import type { Ledger } from '../staging/ledger.ts';
import { auditBook } from './full-audit.ts';
import { type OpenCopy, openRegisteredCopy } from './mandate.ts';

/** How often it is looked whether an audit is due. */
const lookIntervalMs = 60_000;

export function createAuditor(
  ledger: Ledger,
  { intervalMs }: { intervalMs: number },
  open: OpenCopy = openRegisteredCopy,
): Service {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isStopping = false;

  const auditDue = async () => {
    const dueBefore = new Date(ledger.clock.now().getTime() - intervalMs);
    for (const book of await booksToAudit(ledger.db, dueBefore)) {
      if (isStopping) return;
      await audit(ledger, book, open);
    }
  };
  const look = () => {
    running ??= auditDue()
      .catch((error: unknown) => ledger.log.error({ error: messageOf(error) }, 'no book could be audited'))
      .finally(() => {
        running = undefined;
      });
  };

  return {
    name: 'auditor',
    async start() {
      if (timer || isStopping) return;
      timer = setInterval(look, Math.min(lookIntervalMs, intervalMs));
      look();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function audit(ledger: Ledger, book: string, open: OpenCopy): Promise<void> {
  try {
    const report = await auditBook(ledger, book, { actor: 'worker', open });
    if (report.verdict === 'in_order') {
      ledger.log.info({ book, receipts: report.receipts }, 'audited, all in order');
    } else {
      ledger.log.warn({ book, verdict: report.verdict, remarks: report.remarks }, 'audited');
    }
  } catch (error) {
    const code = error instanceof StagingPostError ? error.code : 'unexpected';
    ledger.log.warn({ book, code, error: messageOf(error) }, 'a book could not be audited');
  }
}
