/**
 * `npm run bench:overwrites -- --overwrites 10000 --books 50`: databases of many books are overwritten in random order by
 * older states of theirs, while invoices arrive, the authority moves, and the workers are killed (kill -9) all the time. At
 * the end it counts in the copies themselves: lost, twice, and written to a copy that was not authoritative.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createRandom } from '../../demo/generator/random.ts';
import { narrateTo } from '../../demo/narrator.ts';
import { programIn, type Worker } from '../../demo/program.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { registerCopy } from '../../src/reconcile/register-copy.ts';
import { addBook } from '../../src/staging/books/books.ts';
import { openLedger } from '../../src/staging/ledger.ts';
import { readOverview } from '../../src/staging/overview.ts';
import { createDatabase } from '../create-database.ts';
import { postgresCopy, type StressedCopy, sqliteCopy } from './copies.ts';
import { stageInvoice } from './invoices.ts';

const { values } = parseArgs({
  options: {
    overwrites: { type: 'string', default: '1000' },
    books: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'boolean', default: false },
  },
});
const overwrites = Number(values.overwrites);
const bookCount = Number(values.books);
const random = createRandom(Number(values.seed));
const slots = 4;
/** How long all books may take to come to rest when nobody stirs them any more. */
const restMs = 300_000;

interface StressedBook {
  slug: string;
  copies: [StressedCopy, StressedCopy];
  authoritative: 0 | 1;
  /** How the copy that is not authoritative stood when it lost the authority, or was last overwritten by us. */
  atRest: string | null;
  staged: string[];
  /** Which states of which copy were kept. */
  kept: Set<string>;
}

// Every start of a worker would be told otherwise.
narrateTo({ write: () => true });
const folder = mkdtempSync(path.join(tmpdir(), 'staging-post-overwrites-'));
// Root's PostgreSQL runs as another user, who must be let through.
chmodSync(folder, 0o711);
const ledger = await openLedger({ dir: folder });
const program = programIn(folder, {
  LEDGER_URL: ledger.url,
  STAGING_POST_RECONCILE_SWEEP_INTERVAL_MS: '300',
  STAGING_POST_REINSTALL_AFTER_MS: '1000',
  STAGING_POST_LOG_LEVEL: 'error',
});
const tally = {
  overwrites: 0,
  kills: 0,
  failedStarts: 0,
  handovers: 0,
  refusedHandovers: 0,
  staged: 0,
  strayWrites: 0,
};

try {
  const books = await openBooks();
  const began = performance.now();
  const ending = new AbortController();
  const killing = [0, 1].map(() => keepKilling(ending.signal));
  await stir(books);
  ending.abort();
  await Promise.all(killing);
  const worker = await program.startWorker();
  await settled();
  await worker.stop();
  const result = {
    seed: Number(values.seed),
    books: bookCount,
    ...tally,
    heals: await countHeals(),
    ...(await counted(books)),
    seconds: Math.round((performance.now() - began) / 1000),
  };
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : tableOf(result));
  process.exitCode = result.lost + result.twice + result.strayWrites === 0 ? 0 : 1;
  for (const { copies } of books) for (const copy of copies) await copy.close();
} finally {
  await program.killWorkers();
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Every second book in PostgreSQL; each with two copies, so that the authority can move. */
async function openBooks(): Promise<StressedBook[]> {
  const books: StressedBook[] = [];
  mkdirSync(path.join(folder, 'copies'));
  for (let number = 0; number < bookCount; number += 1) {
    const slug = `book-${number}`;
    await ledger.transaction(async ({ db }) => await addBook(db, { slug, name: slug }, 'bench'));
    const isPostgres = number % 2 === 1;
    const copies = await Promise.all(
      ['cloud', 'laptop'].map(async (name) =>
        isPostgres
          ? postgresCopy(name, await createDatabase(ledger.url, `${slug}-${name}`))
          : sqliteCopy(name, path.join(folder, 'copies', `${slug}-${name}.db`)),
      ),
    );
    for (const { name, url } of copies) await registerCopy(ledger, { book: slug, name, url }, 'bench');
    await setAuthority(ledger, { book: slug, to: 'cloud', actor: 'bench', force: false });
    books.push({
      slug,
      copies: copies as [StressedCopy, StressedCopy],
      authoritative: 0,
      atRest: null,
      staged: [],
      kept: new Set(),
    });
  }
  return books;
}

/** Deeds in random order until enough was overwritten. */
async function stir(books: readonly StressedBook[]): Promise<void> {
  let number = 0;
  let told = 0;
  while (tally.overwrites < overwrites) {
    const book = random.pick(books);
    const deed = random.int(1, 100);
    if (deed <= 45) {
      await overwrite(book);
    } else if (deed <= 75) {
      number += 1;
      book.staged.push(await stageInvoice(ledger, book.slug, number));
      tally.staged += 1;
    } else if (deed <= 97) {
      await takeHome(book);
    } else {
      await handOver(book);
    }
    // The workers shall have the time to heal some of it before the next blow.
    await delay(random.int(0, 15));
    if (!values.json && tally.overwrites - told >= 100) {
      told = tally.overwrites;
      progress();
    }
  }
}

async function takeHome(book: StressedBook): Promise<void> {
  const slot = random.int(1, slots);
  await book.copies[book.authoritative].takeHome(slot);
  book.kept.add(`${book.authoritative}/${slot}`);
}

async function overwrite(book: StressedBook): Promise<void> {
  const kept = [...book.kept].filter((key) => key.startsWith(`${book.authoritative}/`));
  if (kept.length === 0) return await takeHome(book);
  await book.copies[book.authoritative].putBack(Number(random.pick(kept).split('/')[1]));
  tally.overwrites += 1;
}

/** To the other copy, which holds whatever it held when it was authoritative last. */
async function handOver(book: StressedBook): Promise<void> {
  await countStrayWrites(book);
  const to = book.authoritative === 0 ? 1 : 0;
  try {
    await setAuthority(ledger, {
      book: book.slug,
      to: book.copies[to].name,
      actor: 'bench',
      force: false,
    });
    tally.handovers += 1;
  } catch {
    // The book was in a worker's hand for too long, or a restore was in the way: a person would try again later.
    tally.refusedHandovers += 1;
    book.atRest = null;
    return;
  }
  const left = book.copies[book.authoritative];
  book.authoritative = to;
  book.atRest = JSON.stringify(await left.standing(book.slug));
}

/** Nothing may have been written to the copy that is not authoritative since it lost the authority. */
async function countStrayWrites(book: StressedBook): Promise<void> {
  if (book.atRest === null) return;
  const other = book.copies[book.authoritative === 0 ? 1 : 0];
  const standing = JSON.stringify(await other.standing(book.slug));
  if (standing === book.atRest) return;
  tally.strayWrites += 1;
  process.stderr.write(`\n${book.slug}: ${other.name} was left as ${book.atRest} and is now ${standing}\n`);
}

async function keepKilling(signal: AbortSignal): Promise<void> {
  const moments = createRandom(Number(values.seed) + tally.kills + 1);
  let worker: Worker | undefined;
  while (!signal.aborted) {
    worker = await program.startWorker().catch(() => undefined);
    if (!worker) {
      // Too busy a machine, or a ledger that is: it ended by itself, as one that was killed early would have.
      tally.failedStarts += 1;
      await delay(1_000);
      continue;
    }
    await delay(moments.int(100, 2_500), undefined, { signal }).catch(() => undefined);
    await worker.kill();
    tally.kills += 1;
  }
}

/** Until nothing waits and every copy stands at its tip. @throws with the books that do not come to rest */
async function settled(): Promise<void> {
  const deadline = Date.now() + restMs;
  for (;;) {
    const { books } = await readOverview(ledger.db);
    const open = books.filter(
      ({ invoices, isAtTip, heals }) =>
        invoices.ready + invoices.applying > 0 || !isAtTip || heals.some(({ healedAt }) => healedAt === null),
    );
    if (open.length === 0) return;
    if (Date.now() > deadline) {
      throw new Error(`not at rest after ${restMs} ms: ${JSON.stringify(open)}`);
    }
    await delay(250);
  }
}

async function counted(
  books: readonly StressedBook[],
): Promise<{ standing: number; lost: number; twice: number }> {
  let [standing, lost, twice] = [0, 0, 0];
  for (const book of books) {
    await countStrayWrites(book);
    const { rows, receipts } = await book.copies[book.authoritative].standing(book.slug);
    const seen = new Map<string, number>();
    for (const id of rows) seen.set(id, (seen.get(id) ?? 0) + 1);
    standing += seen.size;
    lost += book.staged.filter((id) => !seen.has(id) || !receipts.includes(id)).length;
    twice += [...seen.values()].filter((times) => times > 1).length;
  }
  return { standing, lost, twice };
}

async function countHeals(): Promise<number> {
  const { heals } = await ledger.db
    .selectFrom('heal')
    .select((eb) => eb.fn.countAll<number>().as('heals'))
    .executeTakeFirstOrThrow();
  return heals;
}

function progress(): void {
  process.stderr.write(
    `\r${tally.overwrites} of ${overwrites} overwrites, ${tally.kills} kills, ${tally.staged} invoices `,
  );
}

function tableOf(result: Record<string, number>): string {
  const rows = Object.entries(result).map(
    ([name, value]) => `  ${name.padEnd(18)}${String(value).padStart(8)}`,
  );
  return `\n${rows.join('\n')}\n`;
}
