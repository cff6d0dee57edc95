/** Waits for something that is told by no event: asks again until the assertion holds, and fails with its last complaint. */
import { setTimeout as sleep } from 'node:timers/promises';

export async function eventually(assertion: () => void | Promise<void>, withinMs = 30_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await sleep(10);
  }
}
