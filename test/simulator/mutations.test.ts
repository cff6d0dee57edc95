/** The simulator finds what is broken on purpose: else its silence would say nothing. */
import { expect, test } from '@jest/globals';
import { mutations } from './mutations.ts';
import { runSimulator } from './run.ts';

/** So many seeds are enough for each of them. */
const seedsMax = 3_000;

/** A few each time, chosen by the day's chance; SIMULATION_MUTATIONS=all runs every one. */
const chosen =
  process.env.SIMULATION_MUTATIONS === 'all'
    ? mutations
    : [...mutations].sort(() => Math.random() - 0.5).slice(0, process.env.CI ? 8 : 2);

test.each([...chosen])(
  'it is found when $name',
  async ({ name }) => {
    const parameters = ['--seeds', String(seedsMax), '--failures', '1', '--no-shrink'];
    const { failed, said } = await runSimulator(parameters, { SIMULATION_MUTATION: name });
    expect({ failed, said }).toEqual({ failed: true, said: expect.stringContaining('failed: npm run simulate') });
  },
  5 * 60_000,
);
