/**
 * Whatever happens to processes, answers, queues and databases, in whatever order, the promises of docs/protocol.md hold:
 * in all histories that ever failed, and in new ones each time (docs/simulation.md).
 */
import { expect, test } from '@jest/globals';
import { runSimulator } from './run.ts';

/** SIMULATION_SECONDS asks for another budget. */
const seconds = process.env.SIMULATION_SECONDS ?? '12';
/** New ones each time: a later run begins where an earlier one never came. */
const from = String(Date.now() % 2 ** 32);

test('what failed once holds', async () => {
  const { failed, said } = await runSimulator(['--ever-failed']);
  expect({ failed, said }).toEqual({ failed: false, said: expect.stringMatching(/^[1-9]\d* seeds/m) });
});

test(
  `nothing is lost, nothing is twice, and people win (${seconds} s of new seeds, from ${from})`,
  async () => {
    const budget = ['--seeds', '1000000', '--from', from, '--seconds', seconds, '--failures', '1'];
    const { failed, said } = await runSimulator(budget);
    expect({ failed, said }).toEqual({ failed: false, said: expect.stringMatching(/^[1-9]\d* seeds/m) });
  },
  10 * 60_000,
);

test('a seed is the same world in every run, whatever ran before it', async () => {
  const [one, other, before, among] = await Promise.all([
    runSimulator(['--seed', '25244']),
    runSimulator(['--seed', '25244']),
    runSimulator(['--seeds', '2', '--from', '25242']),
    runSimulator(['--seeds', '3', '--from', '25242']),
  ]);
  const stepsOf = ({ said }: { said: string }) => Number(/, (\d+) steps/.exec(said)?.[1]);
  expect(stepsOf(one)).toBeGreaterThan(0);
  expect(stepsOf(one)).toBe(stepsOf(other));
  expect(stepsOf(among) - stepsOf(before)).toBe(stepsOf(one));
}, 120_000);
