/**
 * npm run simulate -- [--seeds N] [--from S] [--seed X] [--seconds T] [--steps]
 *
 * Runs the seeds S … S+N-1, or one, for at most T seconds. A seed that fails is shortened, told, and said in one line how
 * to play it again; `--steps` also tells every step of it. Those that ever failed stand in failed-seeds.txt.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Outcome, shrink, simulate, tell } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    seconds: { type: 'string', default: 'Infinity' },
    /** After this many failures the rest is not run. */
    failures: { type: 'string', default: '3' },
    'ever-failed': { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
    steps: { type: 'boolean', default: false },
  },
});

const began = Date.now();
const elapsed = () => (Date.now() - began) / 1000;
let ran = 0;
let steps = 0;
let failures = 0;

for (const seed of seedsToRun()) {
  if (elapsed() > Number(values.seconds) || failures >= Number(values.failures)) break;
  const outcome = await simulate(seed);
  ran += 1;
  steps += outcome.steps;
  if (outcome.violations.length > 0) await report(outcome);
  if (ran % 5000 === 0) console.log(`… ${ran} seeds, ${elapsed().toFixed(0)} s`);
}
console.log(
  `${ran} seeds, ${steps} steps, ${failures} failed, ${elapsed().toFixed(1)} s (${((elapsed() * 1000) / Math.max(1, ran)).toFixed(1)} ms a seed)`,
);
process.exitCode = failures > 0 ? 1 : 0;

function* seedsToRun(): Iterable<number> {
  if (values.seed !== undefined) {
    yield Number(values.seed);
    return;
  }
  if (values['ever-failed']) yield* seedsThatEverFailed();
  const from = Number(values.from);
  for (let seed = from; seed < from + Number(values.seeds); seed += 1) yield seed;
}

function seedsThatEverFailed(): number[] {
  return readFileSync(new URL('./failed-seeds.txt', import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map(Number);
}

async function report(outcome: Outcome): Promise<void> {
  failures += 1;
  const shortest = values['no-shrink'] ? outcome : await shrink(outcome);
  console.log(`failed: npm run simulate -- --seed ${outcome.seed}\n${tell(shortest)}`);
  if (!values.steps) return;
  await simulate(outcome.seed, {
    history: shortest.history,
    prepare(world) {
      world.scheduler.onStep = (process, what) =>
        console.log(`    ${process.name}: ${what.replace(/\s+/g, ' ').slice(0, 150)}`);
    },
  });
}
