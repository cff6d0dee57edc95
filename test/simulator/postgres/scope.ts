/** What the names in a statement stand for, and what a statement may ask of the session that runs it. */
import type { Version } from './database.ts';

export interface NamedSource {
  alias: string;
  columns: readonly string[];
}

export interface Scope {
  sources: readonly NamedSource[];
  outer: Scope | null;
  ctes: ReadonlyMap<string, readonly string[]>;
  columnsOf: (table: string) => readonly string[];
}

export interface RunContext {
  parameters: readonly unknown[];
  /** When the transaction began. */
  now: Date;
  clock(): Date;
  /** Rows of WITH, by name. */
  ctes: Map<string, Readonly<Record<string, unknown>>[]>;
  rowsOf(table: string): Iterable<Version>;
  /** @throws Blocked when another transaction has the row. */
  lock(table: string, version: Version): void;
  tryAdvisoryLock(key: string): boolean;
  releaseAdvisoryLock(key: string): boolean;
}

export function lookUp(scope: Scope, source: string | null, name: string): { depth: number; index: number } {
  let depth = 0;
  for (let at: Scope | null = scope; at; at = at.outer) {
    const index = at.sources.findIndex(
      ({ alias, columns }) => (source === null || alias === source) && columns.includes(name),
    );
    if (index >= 0) return { depth, index };
    depth += 1;
  }
  throw new Error(`the simulated PostgreSQL finds no column ${source ? `${source}.` : ''}${name}`);
}
