/**
 * Whatever happens to processes, answers, queues and databases, in whatever order, the promises of docs/protocol.md hold:
 * all seeds that ever failed, and new ones each time (docs/simulation.md).
 */
import { expect, test } from '@jest/globals';
import { runSimulator } from './run.ts';

/** SIMULATION_SECONDS asks for another budget. */
const seconds = Number(process.env.SIMULATION_SECONDS ?? (process.env.CI ? 60 : 15));

test(
  `nothing is lost, nothing is twice, and people win (${seconds} s of new seeds)`,
  async () => {
    const from = String(1_000_000 + Math.floor(Math.random() * 1_000_000_000));
    const { failed, said } = await runSimulator([
      '--ever-failed',
      '--seeds',
      '1000000',
      '--from',
      from,
      '--seconds',
      String(seconds),
      '--failures',
      '1',
    ]);
    expect({ failed, said }).toEqual({ failed: false, said: expect.stringMatching(/[1-9]\d* seeds/) });
  },
  10 * 60_000,
);

test('a seed is the same world in every run', async () => {
  const [one, other, among] = await Promise.all([
    runSimulator(['--seed', '25244']),
    runSimulator(['--seed', '25244']),
    runSimulator(['--seeds', '3', '--from', '25242']),
  ]);
  const stepsOf = ({ said }: { said: string }) => /, (\d+) steps/.exec(said)?.[1];
  const before = await runSimulator(['--seeds', '2', '--from', '25242']);
  expect(stepsOf(one)).toBe(stepsOf(other));
  expect(Number(stepsOf(among)) - Number(stepsOf(before))).toBe(Number(stepsOf(one)));
}, 120_000);
