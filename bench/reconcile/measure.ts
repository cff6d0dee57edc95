/** What is measured of one copy with a history of so many receipts; times in milliseconds, medians. */
import { randomUUID } from 'node:crypto';
import { applyBatch, type CandidateInvoice } from '../../src/reconcile/apply.ts';
import { registerCopy, setAuthority } from '../../src/reconcile/handover.ts';
import { type BookAtWork, openRegisteredCopy, takeUp } from '../../src/reconcile/mandate.ts';
import { observe } from '../../src/reconcile/observe.ts';
import { reconcileBook } from '../../src/reconcile/reconcile-book.ts';
import type { Ledger } from '../../src/staging/ledger.ts';
import type { BenchedCopy } from './copies.ts';
import { addBenchBook, benchFiles, benchInvoice, stageReady, writeHistory } from './history.ts';

export interface CopyFigures {
  kind: BenchedCopy['kind'];
  receipts: number;
  /** From the copy's address to "its history was replaced". */
  seeingMs: number;
  /** Within healing: reading the file whole, before the first write to a file that somebody else has touched. */
  checkingMs: number;
  /** From the overwrite to everything applied and acknowledged again. */
  healingMs: number;
  /** The fenced batches alone, in the copy, all that they do there. */
  applyingMs: number;
  bareMs: number;
}

export interface Extent {
  receipts: number;
  missing: number;
  documentBytes: number;
  batchSize: number;
  repetitions: number;
}

const looksPerRepetition = 10;

export async function measureCopy(
  ledger: Ledger,
  book: string,
  copy: BenchedCopy,
  { receipts, missing, documentBytes, batchSize, repetitions }: Extent,
): Promise<CopyFigures> {
  await addBenchBook(ledger, book);
  await registerCopy(ledger, { book, name: 'cloud', url: copy.url }, 'bench');
  await setAuthority(ledger, { book, to: 'cloud', actor: 'bench', force: false });
  await writeHistory(ledger, book, copy, receipts);
  await copy.keep(book);
  await stageReady(ledger, book, missing, documentBytes);
  const invoices = candidates(book, missing, documentBytes);
  await reconcileAll(ledger, book, batchSize, missing);

  const times = {
    seeing: [] as number[],
    checking: [] as number[],
    healing: [] as number[],
    applying: [] as number[],
    bare: [] as number[],
  };
  // The first round warms up.
  for (let round = 0; round <= repetitions; round += 1) {
    await copy.putBack(book);
    const bare = await timed(() => copy.insertBare(invoices, batchSize));
    await copy.putBack(book);
    const applying = await withBook(ledger, book, (work) => applyAll(work, invoices, batchSize));
    await copy.putBack(book);
    const seeing: number[] = [];
    for (let look = 0; look < looksPerRepetition; look += 1) {
      seeing.push(await timed(() => seeOverwrite(ledger, book)));
    }
    const checking = await timed(async () => await copy.checkWhole?.());
    const healing = await timed(() => reconcileAll(ledger, book, batchSize, missing));
    if (round === 0) continue;
    times.bare.push(bare);
    times.applying.push(applying);
    times.seeing.push(...seeing);
    times.checking.push(copy.checkWhole ? checking : 0);
    times.healing.push(healing);
  }
  return {
    kind: copy.kind,
    receipts,
    seeingMs: medianOf(times.seeing),
    checkingMs: medianOf(times.checking),
    healingMs: medianOf(times.healing),
    applyingMs: medianOf(times.applying),
    bareMs: medianOf(times.bare),
  };
}

async function reconcileAll(
  ledger: Ledger,
  book: string,
  batchSize: number,
  expected: number,
): Promise<void> {
  const result = await reconcileBook(ledger, book, openRegisteredCopy, {
    batchSize,
    reinstallAfterMs: 60_000,
  });
  if (result.kind === 'in_order' && result.written === expected) return;
  throw new Error(`${book} should have got ${expected} invoices: ${JSON.stringify(result)}`);
}

async function seeOverwrite(ledger: Ledger, book: string): Promise<void> {
  await withBook(ledger, book, async ({ copy, mandate }) => {
    const { kind } = observe(await copy.readIdentity(book), mandate, book);
    if (kind !== 'overwritten') throw new Error(`${book} was overwritten, but is seen as ${kind}`);
  });
}

/** The batches as they are written into the copy, without the ledger; timed after a first look, as in a worker's turn. */
async function applyAll(
  { copy, mandate }: BookAtWork,
  invoices: readonly CandidateInvoice[],
  batchSize: number,
): Promise<number> {
  const { book } = mandate;
  const found = await copy.transaction(async (transaction) => await transaction.lockIdentity(book));
  let head = found?.head ?? '';
  return await timed(async () => {
    for (let from = 0; from < invoices.length; from += batchSize) {
      const outcome = await applyBatch(copy, {
        id: randomUUID(),
        book,
        copyId: mandate.copyId,
        epoch: mandate.epoch,
        expectedHead: head,
        invoices: invoices.slice(from, from + batchSize),
        appliedAt: new Date().toISOString(),
      });
      if (outcome.kind !== 'in' || outcome.head === null) {
        throw new Error(`a batch for ${book} was not written: ${JSON.stringify(outcome)}`);
      }
      head = outcome.head;
    }
  });
}

function candidates(book: string, count: number, documentBytes: number): CandidateInvoice[] {
  return Array.from({ length: count }, (_each, index) => ({
    id: `applied-${index}`,
    book,
    invoice: benchInvoice(index),
    files: benchFiles(index, documentBytes),
    cleared: false,
  }));
}

async function withBook<T>(ledger: Ledger, book: string, work: (work: BookAtWork) => Promise<T>): Promise<T> {
  const taken = await takeUp(ledger, book, openRegisteredCopy);
  if (!taken) throw new Error(`no copy of ${book} is authoritative`);
  try {
    return await work(taken);
  } finally {
    await taken.copy.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}
