/** Tells before each statement that this process gives to SQLite, and after each COMMIT. */

import { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WatchStatements } from './dying-apply.ts';

type Method = (this: unknown, ...parameters: unknown[]) => unknown;

export const watchStatements: WatchStatements = (step) => {
  const watch = (prototype: object, name: string) => {
    const methods = prototype as Record<string, Method>;
    const original = methods[name] as Method;
    methods[name] = function (...parameters) {
      const statement = this instanceof StatementSync ? this.sourceSQL : String(parameters[0]);
      step(statement);
      const result = original.apply(this, parameters);
      if (statement === 'commit') step('the answer to commit');
      return result;
    };
  };
  watch(DatabaseSync.prototype, 'exec');
  for (const name of ['all', 'get', 'run']) watch(StatementSync.prototype, name);
};
