/** Tells before each statement that this process sends to PostgreSQL, and when each COMMIT is on its way but not answered. */
import pg from 'pg';

type Query = (this: unknown, ...parameters: unknown[]) => unknown;

export function watchStatements(step: () => void): void {
  const client = pg.Client.prototype as unknown as { query: Query };
  const original = client.query;
  client.query = function (...parameters) {
    step();
    const answer = original.apply(this, parameters);
    if (parameters[0] === 'commit') step();
    return answer;
  };
}
