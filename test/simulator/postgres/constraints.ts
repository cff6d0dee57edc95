/** What the ledger's own tables refuse: NOT NULL, CHECK, UNIQUE, foreign keys, and the triggers of the migrations. */
import { compileExpression, type Evaluate } from './compile-expression.ts';
import { Blocked, type Session, type Version } from './database.ts';
import type { TableDefinition } from './schema.ts';
import type { RunContext, Scope } from './scope.ts';
import { isEqual, SqlError } from './values.ts';

type Values = Readonly<Record<string, unknown>>;

export interface Conflict {
  name: string;
  columns: readonly string[];
  /** Null: with another row of the same statement. */
  version: Version | null;
}

export interface TableRules {
  check(values: Values, run: RunContext, before?: Values): void;
  /** @throws Blocked where another transaction is about to write the same key. */
  conflictOf(values: Values, session: Session, run: RunContext, beside: readonly Values[]): Conflict | null;
  checkUpdate(before: Values, after: Values, session: Session, run: RunContext, id: number): void;
  checkDelete(): void;
  violation(constraint: string): SqlError;
}

type Trigger = (before: Values, after: Values, run: RunContext) => void;

/** The bodies of the triggers that the migrations create: a name that is not here is refused. */
const updateTriggers: Record<string, Trigger> = {
  invoice_transition(before, after, run) {
    if (before.state === after.state) return;
    for (const { values } of run.rowsOf('invoice_transition'))
      if (values.from_state === before.state && values.to_state === after.state) return;
    throw new SqlError(
      '23514',
      `invoice ${String(before.id)} cannot go from ${String(before.state)} to ${String(after.state)}`,
      'invoice_transition',
    );
  },
  authority_epoch(before, after) {
    const [was, is] = [before.epoch as number, after.epoch as number];
    if (is > was || (is === was && before.copy === after.copy)) return;
    throw new SqlError(
      '23514',
      `the epoch of ${String(before.book)} cannot go from ${was} to ${is}`,
      'authority_epoch',
    );
  },
  event_append_only: refuseUpdate('event'),
  original_kept: refuseUpdate('original_chunk'),
  event_no_truncate: () => {},
  delivery_kept: () => {},
};

const keptRows = ['event_append_only', 'original_kept', 'delivery_kept'];

function refuseUpdate(table: string): Trigger {
  return () => {
    throw new SqlError('23001', `${table} is only added to`);
  };
}

export function buildConstraints(
  definition: TableDefinition,
  definitions: ReadonlyMap<string, TableDefinition>,
  scope: Scope,
): TableRules {
  const checks = definition.checks.map((check) => compileExpression(check, scope));
  const uniques = definition.unique.map((unique) => ({
    ...unique,
    // An identity never meets itself again.
    isIdentity: unique.columns.every(
      (name) => definition.columns.find((column) => column.name === name)?.identity,
    ),
    applies: unique.where && compileExpression(unique.where, scope),
  }));
  const notNull = definition.columns.filter((column) => column.notNull);
  const triggers = definition.triggers.map((name) => {
    const trigger = updateTriggers[name];
    if (!trigger) throw new Error(`the simulated PostgreSQL does not know the trigger ${name}`);
    return trigger;
  });
  const violation = (constraint: string) =>
    new SqlError('23505', `duplicate key value violates unique constraint "${constraint}"`, constraint);
  const covers = (applies: Evaluate | null, values: Values, run: RunContext) =>
    !applies || applies({ rows: [values], outer: null, group: null, run }) === true;

  function conflict(
    values: Values,
    session: Session,
    run: RunContext,
    beside: readonly Values[],
    except: number | null,
  ) {
    for (const { name, columns, applies, isIdentity } of uniques) {
      if (isIdentity || columns.some((column) => values[column] === null) || !covers(applies, values, run))
        continue;
      const isSame = (other: Values) =>
        columns.every((column) => isEqual(values[column], other[column])) && covers(applies, other, run);
      for (const version of session.rowsOf(definition.name))
        if (version.id !== except && isSame(version.values)) return { name, columns, version };
      if (beside.some(isSame)) return { name, columns, version: null };
      for (const other of session.database.sessions) {
        if (other === session) continue;
        for (const version of other.changes.get(definition.name)?.values() ?? [])
          if (version && version.id !== except && isSame(version.values)) throw new Blocked(other);
      }
    }
    return null;
  }

  function checkReferences(values: Values, before: Values | null, session: RunContext): void {
    for (const { columns, table, to } of definition.references) {
      if (columns.some((column) => values[column] === null)) continue;
      if (before && columns.every((column) => isEqual(values[column], before[column]))) continue;
      const target = to ?? (definitions.get(table)?.unique[0]?.columns as string[]);
      let isThere = false;
      for (const parent of session.rowsOf(table))
        isThere ||= target.every((name, index) =>
          isEqual(parent.values[name], values[columns[index] as string]),
        );
      if (!isThere)
        throw new SqlError(
          '23503',
          `insert or update on "${definition.name}" violates the foreign key to "${table}"`,
        );
    }
  }

  return {
    violation,
    check(values, run, before) {
      for (const { name } of notNull)
        if (values[name] === null)
          throw new SqlError('23502', `null value in column "${name}" of "${definition.name}"`);
      for (const check of checks)
        if (check({ rows: [values], outer: null, group: null, run }) === false)
          throw new SqlError('23514', `new row for "${definition.name}" violates a check constraint`);
      checkReferences(values, before ?? null, run);
    },
    conflictOf: (values, session, run, beside) => conflict(values, session, run, beside, null),
    checkUpdate(before, after, session, run, id) {
      for (const trigger of triggers) trigger(before, after, run);
      const isKeyChanged = uniques.some(
        ({ columns, applies }) =>
          applies || columns.some((column) => !isEqual(before[column], after[column])),
      );
      const found = isKeyChanged ? conflict(after, session, run, [], id) : null;
      if (found) throw violation(found.name);
    },
    checkDelete() {
      if (definition.triggers.some((name) => keptRows.includes(name)))
        throw new SqlError('23001', `${definition.name} is only added to`);
    },
  };
}
