/**
 * imapflow answers a refused command with a bare `false` and tells the server's words only to its logger. This logger
 * writes nothing anywhere; it remembers those words until they are asked for.
 */
import type { Logger } from 'imapflow';

export interface LastWords {
  logger: Logger;
  /** What the server said when it last refused something, and forgets it. */
  take(): string | null;
}

export function listenForRefusals(): LastWords {
  let words: string | null = null;
  const ignore = () => {};
  return {
    logger: {
      trace: ignore,
      debug: ignore,
      info: ignore,
      warn: (entry: { err?: { responseText?: string; response?: unknown } }) => {
        const said = entry.err?.responseText ?? entry.err?.response;
        if (typeof said === 'string') words = said;
      },
      error: ignore,
      fatal: ignore,
    },
    take() {
      const taken = words;
      words = null;
      return taken;
    },
  };
}
