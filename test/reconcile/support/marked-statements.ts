/** Statements to the ledger, where the outbox is, and to a database in SQLite. */
import type { WatchStatements } from './dying-apply.ts';
import { watchStatements as watchPostgres } from './postgres-statements.ts';
import { watchStatements as watchSqlite } from './sqlite-statements.ts';

export const watchStatements: WatchStatements = (step) => {
  watchPostgres(step);
  watchSqlite(step);
};
