/**
 * npm run simulate -- [--seeds N] [--from S] [--seed X] [--history JSON] [--seconds T] [--ever-failed] [--failures F]
 *   [--no-shrink] [--steps] [--events]
 *
 * Runs the seeds S … S+N-1, or one, for at most T seconds. A seed that fails is shortened, told, and said in one line how
 * to play it again; `--steps` also tells every step of it. `--events` counts what the ledgers tell. `--ever-failed` runs
 * the histories of failed-seeds.json before.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Deed } from './deed.ts';
import { type Outcome, shrink, simulate, tell } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    /** The deeds of that seed, instead of those that it decides itself. */
    history: { type: 'string' },
    seconds: { type: 'string', default: 'Infinity' },
    /** After this many failures the rest is not run. */
    failures: { type: 'string', default: '3' },
    'ever-failed': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
    steps: { type: 'boolean', default: false },
    events: { type: 'boolean', default: false },
  },
});

/** A history that failed once, as it was: what a seed means changes with the deeds that there are. */
interface FailedOnce {
  seed: number;
  what: string;
  history?: Deed[];
}

const began = Date.now();
const elapsed = () => (Date.now() - began) / 1000;
let ran = 0;
let steps = 0;
let failures = 0;
const events = new Map<string, number>();

for (const { seed, history } of toRun()) {
  if (elapsed() > Number(values.seconds) || failures >= Number(values.failures)) break;
  const outcome = await simulate(seed, history ? { history } : {});
  ran += 1;
  steps += outcome.steps;
  if (values.events) tally(outcome);
  if (outcome.violations.length > 0) await report(outcome);
  if (ran % 5000 === 0) console.log(`… ${ran} seeds, ${failures} failed, ${elapsed().toFixed(0)} s`);
}
console.log(
  `${ran} seeds, ${steps} steps, ${failures} failed, ${elapsed().toFixed(1)} s (${((elapsed() * 1000) / Math.max(1, ran)).toFixed(1)} ms a seed)`,
);
for (const [type, count] of [...events].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${count} × ${type}`);
process.exitCode = failures > 0 ? 1 : 0;

function* toRun(): Iterable<{ seed: number; history?: Deed[] | undefined }> {
  if (values['ever-failed']) {
    const kept = readFileSync(new URL('./failed-seeds.json', import.meta.url), 'utf8');
    yield* JSON.parse(kept) as FailedOnce[];
  }
  if (values.seed !== undefined) {
    const history = values.history === undefined ? undefined : (JSON.parse(values.history) as Deed[]);
    yield { seed: Number(values.seed), history };
    return;
  }
  const from = Number(values.from);
  const seeds = Number(values.seeds ?? (values['ever-failed'] ? 0 : 1000));
  for (let seed = from; seed < from + seeds; seed += 1) yield { seed };
}

async function report(outcome: Outcome): Promise<void> {
  failures += 1;
  console.log(`failed: npm run simulate -- --seed ${outcome.seed}`);
  const shortest = values['no-shrink'] ? outcome : await shrink(outcome);
  console.log(tell(shortest));
  const kept: FailedOnce = { seed: outcome.seed, what: '…', history: shortest.history };
  console.log(`to keep it, in test/simulator/failed-seeds.json: ${JSON.stringify(kept)}`);
  if (!values.steps) return;
  await simulate(outcome.seed, {
    history: shortest.history,
    prepare(world) {
      world.scheduler.onStep = (process, what) =>
        console.log(`    ${process.name}: ${what.replace(/\s+/g, ' ').slice(0, 150)}`);
    },
  });
}

/** What the ledgers of all these worlds tell: what never happened was never tried. */
function tally({ world }: Outcome): void {
  for (const { type } of world.database.committed('event'))
    events.set(String(type), (events.get(String(type)) ?? 0) + 1);
}
