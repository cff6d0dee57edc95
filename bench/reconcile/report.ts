/** The figures as ratios, each beside what it shall be. */
import type { CopyFigures } from './measure.ts';
import type { SweepFigures } from './sweeping.ts';

export interface Ratio {
  what: string;
  kind: string;
  value: number;
  limit: number;
  /** Whether more is better. */
  isFloor: boolean;
  isReached: boolean;
}

export function ratiosOf(
  copies: readonly { small: CopyFigures; large: CopyFigures }[],
  sweeps: readonly SweepFigures[],
): Ratio[] {
  const ofCopies = copies.flatMap(({ small, large }) => {
    const histories = `${small.receipts} and ${large.receipts} receipts`;
    return [
      atMost(`seeing an overwrite, ${histories}`, small.kind, large.seeingMs / small.seeingMs, 1.5),
      atMost(`healing the same, ${histories}`, small.kind, large.healingMs / small.healingMs, 1.5),
      ...(small.checkingMs === 0
        ? []
        : [
            atMost(
              '… without reading the file whole',
              small.kind,
              (large.healingMs - large.checkingMs) / (small.healingMs - small.checkingMs),
              1.5,
            ),
          ]),
      atMost('healing, to a bare INSERT', small.kind, small.healingMs / small.bareMs, 3),
      atLeast(
        'rows per second of fenced apply, to a bare INSERT',
        small.kind,
        small.bareMs / small.applyingMs,
        0.5,
      ),
    ];
  });
  return [
    ...ofCopies,
    ...sweeps.flatMap(({ kind, booksPerSecond, cpuMsPerBook }) => [
      atLeast(
        'idle books swept per second of the worker’s processor time',
        kind,
        1_000 / cpuMsPerBook,
        1_000,
      ),
      atLeast('idle books swept per second by the clock', kind, booksPerSecond, 1_000),
    ]),
  ];
}

const atMost = (what: string, kind: string, value: number, limit: number): Ratio => ({
  what,
  kind,
  value,
  limit,
  isFloor: false,
  isReached: value <= limit,
});

const atLeast = (what: string, kind: string, value: number, limit: number): Ratio => ({
  what,
  kind,
  value,
  limit,
  isFloor: true,
  isReached: value >= limit,
});

export function ratioRows(ratios: readonly Ratio[]): string[][] {
  return [
    ['copy', 'figure', 'is', 'shall be', ''],
    ...ratios.map(({ kind, what, value, limit, isFloor, isReached }) => [
      kind,
      what,
      value >= 100 ? value.toFixed(0) : value.toFixed(2),
      `${isFloor ? '>=' : '<='} ${limit}`,
      isReached ? 'reached' : 'not reached',
    ]),
  ];
}

export function timeRows(copies: readonly CopyFigures[]): string[][] {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    ['copy', 'receipts', 'seeing', 'checking', 'healing', 'fenced apply', 'bare INSERT'],
    ...copies.map(({ kind, receipts, seeingMs, checkingMs, healingMs, applyingMs, bareMs }) => [
      kind,
      String(receipts),
      ms(seeingMs),
      ms(checkingMs),
      ms(healingMs),
      ms(applyingMs),
      ms(bareMs),
    ]),
  ];
}
