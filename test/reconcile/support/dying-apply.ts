/**
 * A process of its own that applies one batch to a copy, and kills itself with SIGKILL before its n-th different statement. Ends with
 * code 0 when it came through alive. Its order comes on stdin, as JSON.
 */
import { flushCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import { applyBatch, type BatchToApply } from '../../../src/reconcile/apply.ts';
import { openCopy } from '../../../src/reconcile/copies/open-copy.ts';
import { openLedger } from '../../../src/staging/ledger.ts';

export interface DyingApply {
  url: string;
  mapping: string | null;
  /** For copies that have their outbox there. */
  ledger: { url: string; dir: string } | null;
  /** The module that watches the statements of this kind of database. */
  statements: string;
  dieAtStatement: number;
  /** Contents of files travel as base64. */
  batch: BatchToApply;
}

/** Tells what is about to be said, and when an answer is under way that may be lost. */
export type WatchStatements = (step: (statement: string) => void) => void;

interface StatementsModule {
  watchStatements: WatchStatements;
}

export function packed(order: DyingApply): string {
  const invoices = order.batch.invoices.map((invoice) => ({
    ...invoice,
    files: invoice.files.map(({ content, ...file }) => ({
      ...file,
      content: { base64: Buffer.from(content).toString('base64') },
    })),
  }));
  return JSON.stringify({ ...order, batch: { ...order.batch, invoices } });
}

function unpacked(json: string): DyingApply {
  return JSON.parse(json, (_key, value: { base64?: string } | null) =>
    typeof value?.base64 === 'string' ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value,
  ) as DyingApply;
}

if (import.meta.main) {
  // What was compiled is for the next ones: a killed process saves nothing at its end.
  flushCompileCache();
  const order = unpacked(await text(process.stdin));
  const ledger = order.ledger && (await openLedger(order.ledger));
  const place = ledger && { ledger, book: order.batch.book, name: 'cloud' };
  const { watchStatements } = (await import(order.statements)) as StatementsModule;
  const said = new Set<string>();
  watchStatements((statement) => {
    // Each once: what is said for one invoice is said for the next in other numbers only.
    const isNew = said.size < said.add(statement.replace(/\d+/g, '#')).size;
    // It leaves no time for anything: nothing after this runs.
    if (isNew && said.size === order.dieAtStatement) process.kill(process.pid, 'SIGKILL');
  });
  const copy = openCopy(order.url, order.mapping, place);
  await applyBatch(copy, order.batch);
  await copy.close();
  await ledger?.close();
}
