/** Stands in for node:timers/promises: waiting is a stop of the process that runs, on the simulated clock. */
import { currentScheduler } from './current.ts';

export async function setTimeout<T>(ms: number, value?: T): Promise<T> {
  const scheduler = currentScheduler();
  const { running } = scheduler;
  if (!running) throw new Error('a timer outside any process');
  await running.until(`wait ${Math.round(ms)} ms`, () => false, ms);
  return value as T;
}
