/**
 * imapflow answers a refused command with a bare `false` and tells the server's words only to its logger. This logger
 * writes nothing anywhere; it remembers those words until they are asked for.
 */
import type { Logger } from 'imapflow';

export interface LastWords {
  logger: Logger & { isLevelEnabled: (level: string) => boolean };
  /** What the server said when it last refused something, and forgets it. */
  take(): string | null;
  /** Milliseconds that a throttling server asked to be left alone during the command in flight, or 0. */
  askedPauseMs(): number;
  /** Called when a command begins. */
  forgetPause(): void;
}

interface Warning {
  err?: { responseText?: string; response?: unknown };
  throttleDelay?: number;
}

export function listenForRefusals(): LastWords {
  let words: string | null = null;
  let pauseMs = 0;
  const ignore = () => {};
  return {
    logger: {
      trace: ignore,
      debug: ignore,
      info: ignore,
      warn: (entry: Warning) => {
        pauseMs = entry.throttleDelay ?? pauseMs;
        const said = entry.err?.responseText ?? entry.err?.response;
        if (typeof said === 'string') words = said;
      },
      error: ignore,
      fatal: ignore,
      // Nothing else is to be put into words, least of all commands.
      isLevelEnabled: (level) => level === 'warn',
    },
    take() {
      const taken = words;
      words = null;
      return taken;
    },
    askedPauseMs: () => pauseMs,
    forgetPause() {
      pauseMs = 0;
    },
  };
}
