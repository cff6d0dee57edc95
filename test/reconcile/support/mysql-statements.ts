/**
 * Tells before each statement that this process sends to MariaDB, from the beginning of its transaction on, and when each
 * COMMIT is on its way but not answered.
 */
import mysql from 'mysql2';

type Send = (this: unknown, ...parameters: unknown[]) => unknown;

export function watchStatements(step: () => void): void {
  const connection = (mysql as unknown as { Connection: { prototype: Record<'query' | 'execute', Send> } })
    .Connection.prototype;
  let isBegun = false;
  for (const name of ['query', 'execute'] as const) {
    const original = connection[name];
    connection[name] = function (...parameters) {
      isBegun ||= String(parameters[0]).startsWith('start transaction');
      if (isBegun) step();
      const answer = original.apply(this, parameters);
      if (parameters[0] === 'commit') step();
      return answer;
    };
  }
}
