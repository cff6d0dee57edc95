/**
 * Tells before each statement that this process sends to MariaDB, from the beginning of its transaction on, and when each
 * COMMIT is on its way but not answered.
 */

import mysql from 'mysql2';
import type { WatchStatements } from './dying-apply.ts';

type Send = (this: unknown, ...parameters: unknown[]) => unknown;

export const watchStatements: WatchStatements = (step) => {
  const connection = (mysql as unknown as { Connection: { prototype: Record<'query' | 'execute', Send> } })
    .Connection.prototype;
  let isBegun = false;
  for (const name of ['query', 'execute'] as const) {
    const original = connection[name];
    connection[name] = function (...parameters) {
      const statement = String(parameters[0]);
      isBegun ||= statement.startsWith('start transaction');
      if (isBegun) step(statement);
      const answer = original.apply(this, parameters);
      if (statement === 'commit') step('the answer to commit');
      return answer;
    };
  }
};
