/** Waiting longer after each failure, up to a bound, with jitter so that many do not return at once. */
export interface Backoff {
  baseMs: number;
  maxMs: number;
}

/** Milliseconds to wait before attempt number `attempt` + 1 (the first failure is attempt 1): between half and the whole of base · 2^(attempt-1). */
export function backoffMs(
  attempt: number,
  { baseMs, maxMs }: Backoff,
  random: () => number = Math.random,
): number {
  const whole = Math.min(maxMs, baseMs * 2 ** Math.max(0, attempt - 1));
  return Math.round(whole / 2 + (random() * whole) / 2);
}
