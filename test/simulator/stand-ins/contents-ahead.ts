/** Stands in for src/staging/applying/contents-ahead.ts: COPY is not simulated, so every document is read when it is needed. */
export const contentsAhead: typeof import('../../../src/staging/applying/contents-ahead.ts').contentsAhead =
  async () => new Map();
