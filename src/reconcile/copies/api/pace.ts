/** Not more requests in a span of time than an API allows its client. Others may use the same allowance: 429 tells. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Resolves when the next request may go. */
  turn(): Promise<void>;
}

export function paceOf(requests: number, spanMs: number): Pace {
  /** When the latest went, or will go. */
  const times: number[] = [];
  return {
    async turn() {
      const now = performance.now();
      const earliest = times.length < requests ? now : Math.max(now, (times[0] ?? now) + spanMs);
      times.push(earliest);
      if (times.length > requests) times.shift();
      if (earliest > now) await sleep(earliest - now);
    },
  };
}
