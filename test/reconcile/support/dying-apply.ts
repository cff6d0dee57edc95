/**
 * A process of its own that applies one batch to a copy, and kills itself with SIGKILL before its n-th statement. Ends with
 * code 0 when it came through alive. Its order comes on stdin, as JSON.
 */
import { flushCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import { applyBatch, type BatchToApply } from '../../../src/reconcile/apply.ts';
import { openCopy } from '../../../src/reconcile/copies/open-copy.ts';

export interface DyingApply {
  url: string;
  /** The module that watches the statements of this kind of database. */
  statements: string;
  dieAtStatement: number;
  /** Contents of files travel as base64. */
  batch: BatchToApply;
}

interface StatementsModule {
  watchStatements: (step: () => void) => void;
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
  const { watchStatements } = (await import(order.statements)) as StatementsModule;
  let statements = 0;
  watchStatements(() => {
    statements += 1;
    // It leaves no time for anything: nothing after this runs.
    if (statements === order.dieAtStatement) process.kill(process.pid, 'SIGKILL');
  });
  const copy = openCopy(order.url);
  await applyBatch(copy, order.batch);
  await copy.close();
}
