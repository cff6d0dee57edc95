/** The only writer of log lines: JSON to stderr, so that stdout stays the command's own answer. */
import pino from 'pino';

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'> & {
  child(bindings: Record<string, unknown>): Log;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Fields that may carry a secret are never written, wherever they stand in a logged object. */
const redactedPaths = ['password', 'pass', 'secret', 'token', 'url', 'connectionString'].flatMap((field) => [
  field,
  `*.${field}`,
]);

export function createLog(level: LogLevel = 'info'): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redactedPaths, censor: '[redacted]' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

export const silentLog: Log = createLog('silent');
