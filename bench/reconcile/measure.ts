/**
 * What is measured of copies with histories of different lengths; times in milliseconds. They are measured in turn, round by
 * round, and the best of each counts: so other work on the machine falls on all of them, and out of the figures.
 */
import { randomUUID } from 'node:crypto';
import { applyBatch, type CandidateInvoice } from '../../src/reconcile/apply.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { type BookAtWork, openRegisteredCopy, takeUp } from '../../src/reconcile/mandate.ts';
import { observe } from '../../src/reconcile/observe.ts';
import { reconcileBook } from '../../src/reconcile/reconcile-book.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
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
  missing: number;
  documentBytes: number;
  batchSize: number;
  repetitions: number;
}

const looksPerRound = 40;

export interface CopyToMeasure {
  book: string;
  copy: BenchedCopy;
  receipts: number;
}

export async function measureCopies(
  ledger: Ledger,
  copies: readonly CopyToMeasure[],
  extent: Extent,
): Promise<CopyFigures[]> {
  for (const each of copies) await prepare(ledger, each, extent);
  const figures = copies.map(({ copy, receipts }): CopyFigures => {
    const none = Number.POSITIVE_INFINITY;
    return {
      kind: copy.kind,
      receipts,
      seeingMs: none,
      checkingMs: none,
      healingMs: none,
      applyingMs: none,
      bareMs: none,
    };
  });
  // The first round warms up.
  for (let round = 0; round <= extent.repetitions; round += 1) {
    const times = await measureRound(ledger, copies, extent);
    for (const [index, best] of figures.entries()) {
      const now = times[index];
      if (!now || round === 0) continue;
      for (const key of measured) best[key] = Math.min(best[key], now[key]);
    }
  }
  return figures;
}

const measured = ['seeingMs', 'checkingMs', 'healingMs', 'applyingMs', 'bareMs'] as const;

async function prepare(
  ledger: Ledger,
  { book, copy, receipts }: CopyToMeasure,
  { missing, documentBytes, batchSize }: Extent,
): Promise<void> {
  await addBenchBook(ledger, book);
  await registerCopy(ledger, { book, name: 'cloud', url: copy.url }, 'bench');
  await setAuthority(ledger, { book, to: 'cloud', actor: 'bench', force: false });
  await writeHistory(ledger, book, copy, receipts);
  await copy.keep(book);
  await stageReady(ledger, book, missing, documentBytes);
  await reconcileAll(ledger, book, batchSize, missing);
}

type Times = Pick<CopyFigures, (typeof measured)[number]>;

/** Each step for one copy after the other, so that what is compared was measured within the same moments. */
async function measureRound(
  ledger: Ledger,
  copies: readonly CopyToMeasure[],
  { missing, documentBytes, batchSize }: Extent,
): Promise<Times[]> {
  const times = copies.map(
    (): Times => ({
      seeingMs: Number.POSITIVE_INFINITY,
      checkingMs: 0,
      healingMs: 0,
      applyingMs: 0,
      bareMs: 0,
    }),
  );
  const each = async (step: (copy: CopyToMeasure, time: Times) => Promise<void>) => {
    for (const [index, one] of copies.entries()) await step(one, times[index] as Times);
  };
  await each(async ({ book, copy }, time) => {
    const invoices = candidates(book, missing, documentBytes);
    await copy.putBack(book);
    time.bareMs = await timed(() => copy.insertBare(invoices, batchSize));
    await copy.putBack(book);
    time.applyingMs = await withBook(ledger, book, (work) => applyAll(work, invoices, batchSize));
    await copy.putBack(book);
  });
  for (let look = 0; look < looksPerRound; look += 1) {
    await each(async ({ book }, time) => {
      time.seeingMs = Math.min(time.seeingMs, await timed(() => seeOverwrite(ledger, book)));
    });
  }
  await each(async ({ book, copy }, time) => {
    if (copy.checkWhole) time.checkingMs = await timed(copy.checkWhole);
    time.healingMs = await timed(() => reconcileAll(ledger, book, batchSize, missing));
  });
  return times;
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
