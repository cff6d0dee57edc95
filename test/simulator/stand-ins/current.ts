/** The world that runs now, for the stand-ins: modules of Node that code asks for without being handed them. */
import type { Random } from '../random.ts';
import type { Scheduler } from '../scheduler.ts';

export const current: { scheduler: Scheduler | null; random: Random | null } = {
  scheduler: null,
  random: null,
};

export function currentScheduler(): Scheduler {
  if (!current.scheduler) throw new Error('no simulated world runs');
  return current.scheduler;
}

export function currentRandom(): Random {
  if (!current.random) throw new Error('no simulated world runs');
  return current.random;
}
