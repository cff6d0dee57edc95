/** Steps at which a process of a test may be stopped: around everything that reaches out to the ledger or to a copy. */

import type { Copy } from '../../../src/reconcile/copies/copy.ts';
import { transferData } from '../../../src/reconcile/copies/transfer.ts';
import type { HandoverTools } from '../../../src/reconcile/handover.ts';
import { type OpenCopy, openRegisteredCopy } from '../../../src/reconcile/mandate.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';

export type Step = (name: string) => Promise<void>;

export function mortalLedger(ledger: Ledger, step: Step): Ledger {
  return {
    ...ledger,
    async transaction(work) {
      await step('ledger: before');
      const result = await ledger.transaction(async (tx) => {
        const done = await work(tx);
        await step('ledger: before COMMIT');
        return done;
      });
      await step('ledger: after COMMIT');
      return result;
    },
  };
}

export function mortalOpen(step: Step): OpenCopy {
  return (registered, url, ledger) =>
    mortalCopy(registered.name, openRegisteredCopy(registered, url, ledger), step);
}

function mortalCopy(name: string, copy: Copy, step: Step): Copy {
  return {
    ...copy,
    async transaction(work) {
      await step(`${name}: before`);
      const result = await copy.transaction(async (transaction) => {
        const done = await work(transaction);
        await step(`${name}: before COMMIT`);
        return done;
      });
      await step(`${name}: after COMMIT`);
      return result;
    },
  };
}

export function mortalTools(step: Step): HandoverTools {
  return {
    open: mortalOpen(step),
    async transfer(from, to, options) {
      await step('transfer: before');
      await transferData(from, to, {
        ...options,
        async makeReady(copy) {
          await step('transfer: before it is ready');
          await options.makeReady(copy);
          await step('transfer: before it is in place');
        },
      });
      await step('transfer: after');
    },
  };
}
