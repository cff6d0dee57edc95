/** Tells before each statement that this process sends to PostgreSQL, and when each COMMIT is on its way but not answered. */

import pg from 'pg';
import type { WatchStatements } from './dying-apply.ts';

type Query = (this: unknown, ...parameters: unknown[]) => unknown;

export const watchStatements: WatchStatements = (step) => {
  const client = pg.Client.prototype as unknown as { query: Query };
  const original = client.query;
  client.query = function (...parameters) {
    const [text] = parameters as [string | { text: string }];
    const statement = typeof text === 'string' ? text : text.text;
    step(statement);
    const answer = original.apply(this, parameters);
    if (statement === 'commit') step('the answer to commit');
    return answer;
  };
};
