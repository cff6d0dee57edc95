import { parseArgs } from 'node:util';
import { shrink, simulate, tell } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    'give-up-after': { type: 'string', default: '5' },
    seconds: { type: 'string' },
    steps: { type: 'boolean', default: false },
    'no-shrink': { type: 'boolean', default: false },
  },
});
const from = Number(values.seed ?? values.from);
const count = values.seed ? 1 : Number(values.seeds ?? 1000);
const began = Date.now();
let failures = 0;
let steps = 0;
let seed = from;
for (; seed < from + count; seed += 1) {
  if (values.seconds && Date.now() - began > Number(values.seconds) * 1000) break;
  const outcome = await simulate(seed);
  steps += outcome.steps;
  if ((seed - from + 1) % 5000 === 0)
    console.log(`… ${seed - from + 1} seeds, ${((Date.now() - began) / 1000).toFixed(0)} s`);
  if (outcome.violations.length === 0) continue;
  failures += 1;
  const shortest = values['no-shrink'] ? outcome : await shrink(outcome);
  console.log(`failed: npm run simulate -- --seed ${seed}\n${tell(shortest)}`);
  if (values.steps) {
    await simulate(seed, {
      history: shortest.history,
      prepare(world) {
        world.scheduler.onStep = (process, what) => console.log(`    ${process.name}: ${what.slice(0, 150)}`);
      },
    });
  }
  if (failures >= Number(values['give-up-after'])) break;
}
const seconds = (Date.now() - began) / 1000;
console.log(
  `${seed - from} seeds, ${steps} steps, ${failures} failed, ${seconds.toFixed(1)} s (${((seconds * 1000) / Math.max(1, seed - from)).toFixed(1)} ms a seed)`,
);
process.exitCode = failures > 0 ? 1 : 0;
