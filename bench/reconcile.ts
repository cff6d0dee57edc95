/** `npm run bench:reconcile`: what an overwrite, its heal and an idle sweep cost, as ratios in one run. docs/measuring-cost.md explains. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openLedger } from '../src/staging/ledger.ts';
import { createDatabase } from './create-database.ts';
import { aligned } from './measure/report.ts';
import { type BenchedCopy, benchedPostgres, benchedSqlite } from './reconcile/copies.ts';
import { type CopyFigures, type CopyToMeasure, measureCopies } from './reconcile/measure.ts';
import { ratioRows, ratiosOf, timeRows } from './reconcile/report.ts';
import { measureSweep, type SweepFigures } from './reconcile/sweeping.ts';

const { values } = parseArgs({
  options: {
    small: { type: 'string', default: '1000' },
    large: { type: 'string', default: '1000000' },
    missing: { type: 'string', default: '1000' },
    'document-bytes': { type: 'string', default: '20000' },
    'batch-size': { type: 'string', default: '100' },
    books: { type: 'string', default: '1000' },
    kinds: { type: 'string', default: 'sqlite,postgres' },
    parts: { type: 'string', default: 'heal,sweep' },
    repetitions: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const missing = Number(values.missing);
const documentBytes = Number(values['document-bytes']);
const batchSize = Number(values['batch-size']);
const repetitions = Number(values.repetitions);
const allKinds = ['sqlite', 'postgres'] as const;
type Kind = (typeof allKinds)[number];
const kinds = allKinds.filter((kind) => values.kinds.split(',').includes(kind));
const parts = values.parts.split(',');

const tell = (message: string) => {
  if (!values.json) process.stderr.write(`${message}\n`);
};

const folder = mkdtempSync(path.join(tmpdir(), 'staging-post-bench-'));
// Root's PostgreSQL runs as another user, who must be let through.
chmodSync(folder, 0o711);
const ledger = await openLedger({ dir: folder });
try {
  const copies: { small: CopyFigures; large: CopyFigures }[] = [];
  const sweeps: SweepFigures[] = [];
  for (const kind of parts.includes('heal') ? kinds : []) {
    const [small, large] = await measured(kind, [Number(values.small), Number(values.large)]);
    if (small && large) copies.push({ small, large });
  }
  for (const kind of parts.includes('sweep') ? kinds : []) {
    tell(`${kind}: a sweep of ${values.books} idle books`);
    sweeps.push(await measureSweep(ledger, kind, Number(values.books), await addressesOf(kind), repetitions));
  }
  const ratios = ratiosOf(copies, sweeps);
  if (values.json) {
    process.stdout.write(
      `${JSON.stringify({ missing, documentBytes, batchSize, repetitions, copies, sweeps, ratios })}\n`,
    );
  } else {
    const times = timeRows(copies.flatMap(({ small, large }) => [small, large]));
    process.stdout.write(`${aligned(times)}\n\n${aligned(ratioRows(ratios))}\n`);
  }
} finally {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measured(kind: Kind, histories: readonly number[]): Promise<CopyFigures[]> {
  tell(`${kind}: ${histories.join(' and ')} receipts, ${missing} missing`);
  const copies: CopyToMeasure[] = [];
  try {
    for (const receipts of histories) {
      const book = `bench-${kind}-${receipts}`;
      copies.push({ book, copy: await benched(kind, book), receipts });
    }
    return await measureCopies(ledger, copies, { missing, documentBytes, batchSize, repetitions });
  } finally {
    for (const { copy } of copies) await copy.close();
  }
}

async function benched(kind: Kind, name: string): Promise<BenchedCopy> {
  return kind === 'sqlite'
    ? benchedSqlite(path.join(folder, `${name}.db`))
    : benchedPostgres(await createDatabase(ledger.url, name));
}

/** Each company in a file of its own, or all in one cloud database. */
async function addressesOf(kind: Kind): Promise<(number: number) => string> {
  if (kind === 'postgres') {
    const url = await createDatabase(ledger.url, 'idle');
    return () => url;
  }
  return (number) => benchedSqlite(path.join(folder, `idle-${number}.db`)).url;
}
