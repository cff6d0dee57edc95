/** Tells before each request that this process sends, and when a write has been answered and nobody knows it yet. */
import type { WatchStatements } from './dying-apply.ts';

export const watchStatements: WatchStatements = (step) => {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, options) => {
    const request = `${options?.method ?? 'GET'} ${new URL(input instanceof Request ? input.url : input).pathname}`;
    step(request);
    const answer = await original(input, options);
    if (options?.method === 'POST') step(`the answer to ${request}`);
    return answer;
  };
};
