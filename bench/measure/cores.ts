/** Which processors this process may use, and which of them are cores of their own. Linux tells; other systems do not. */
import { readFile } from 'node:fs/promises';

/** Two processors, by number, that are not two threads of one core. */
export type Cores = readonly [number, number];

/** Null where there are none, or the system does not tell. */
export async function twoCores(): Promise<Cores | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const firstOfCore = new Map<string, number>();
  for (const processor of numbersIn(/^Cpus_allowed_list:\s*(.*)$/m.exec(status)?.[1] ?? '')) {
    const core = await siblingsOf(processor);
    if (!firstOfCore.has(core)) firstOfCore.set(core, processor);
  }
  const [one, two] = firstOfCore.values();
  return one === undefined || two === undefined ? null : [one, two];
}

/** All processors of the same core: "0,4". */
async function siblingsOf(processor: number): Promise<string> {
  const file = `/sys/devices/system/cpu/cpu${processor}/topology/thread_siblings_list`;
  return await readFile(file, 'utf8').catch(() => String(processor));
}

/** "0-2,5" → 0, 1, 2, 5 */
export function numbersIn(list: string): number[] {
  return [...list.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
  );
}
