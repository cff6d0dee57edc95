/** Chance that is the same every time: everything invented follows from one seed. */

export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  pick<T>(items: readonly T[]): T;
  /** True once in so many times. */
  once(inSoMany: number): boolean;
  bytes(length: number): Buffer;
}

/** mulberry32: small, fast, and good enough for inventing. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    int,
    pick<T>(items: readonly T[]): T {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    once: (inSoMany) => int(1, inSoMany) === 1,
    bytes: (length) => Buffer.from(Array.from({ length }, () => int(0, 255))),
  };
}
