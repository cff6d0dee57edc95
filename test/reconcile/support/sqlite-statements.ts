/** Tells before each statement that this process gives to SQLite, and after each COMMIT. */
import { DatabaseSync, StatementSync } from 'node:sqlite';

type Method = (this: unknown, ...parameters: unknown[]) => unknown;

export function watchStatements(step: () => void): void {
  const watch = (prototype: object, name: string) => {
    const methods = prototype as Record<string, Method>;
    const original = methods[name] as Method;
    methods[name] = function (...parameters) {
      step();
      const result = original.apply(this, parameters);
      if (parameters[0] === 'commit') step();
      return result;
    };
  };
  watch(DatabaseSync.prototype, 'exec');
  for (const name of ['all', 'get', 'run']) watch(StatementSync.prototype, name);
}
