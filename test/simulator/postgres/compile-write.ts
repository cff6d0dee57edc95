/** INSERT, UPDATE and DELETE into functions: first everything is checked and locked, then it is written. WITH does so part by part. */
import { compileExpression, type Environment } from './compile-expression.ts';
import { type Combination, compileFrom, compileItems, compileSelect, expandItems } from './compile-select.ts';
import { buildConstraints, type TableRules } from './constraints.ts';
import { Blocked, type Session, type Version } from './database.ts';
import type { TableDefinition } from './schema.ts';
import type { RunContext, Scope } from './scope.ts';
import type { Assignment, Delete, Insert, Item, Statement, Update, With } from './syntax.ts';
import { coerce } from './values.ts';

export interface StatementResult {
  command: string;
  rows: readonly Readonly<Record<string, unknown>>[];
  rowCount: number;
}

export type CompiledStatement = (run: RunContext, session: Session) => StatementResult;

/** With the columns of the rows that it gives. */
interface Compiled {
  columns: readonly string[];
  run: CompiledStatement;
}

type Definitions = ReadonlyMap<string, TableDefinition>;
type Values = Record<string, unknown>;

export function compileStatement(statement: Statement, definitions: Definitions): CompiledStatement {
  const root: Scope = {
    sources: [],
    outer: null,
    ctes: new Map(),
    columnsOf: (table) => definitionOf(definitions, table).columns.map(({ name }) => name),
  };
  return compileAny(statement, definitions, root).run;
}

function compileAny(statement: Statement, definitions: Definitions, root: Scope): Compiled {
  switch (statement.kind) {
    case 'with':
      return compileWith(statement, definitions, root);
    case 'select': {
      const select = compileSelect(statement, null, root);
      const run: CompiledStatement = (context) => {
        const rows = select.run(context, null);
        return { command: 'SELECT', rows, rowCount: rows.length };
      };
      return { columns: select.columns, run };
    }
    case 'insert':
      return compileInsert(statement, definitions, root);
    case 'update':
      return compileUpdate(statement, definitions, root);
    case 'delete':
      return compileDelete(statement, definitions, root);
  }
}

/**
 * PostgreSQL shows all parts the rows as they were before the statement; here they run one after the other. So a part that
 * reads a table which an earlier part writes is refused, and no difference can show.
 */
function compileWith({ parts, main }: With, definitions: Definitions, root: Scope): Compiled {
  const ctes = new Map(root.ctes);
  const written = new Set<string>();
  const compile = (statement: Statement): Compiled => {
    const scope: Scope = {
      ...root,
      ctes,
      columnsOf(table) {
        if (written.has(table)) throw new Error(`one part of WITH writes ${table}, another reads it`);
        return root.columnsOf(table);
      },
    };
    const compiled = compileAny(statement, definitions, scope);
    if ('table' in statement) written.add(statement.table);
    return compiled;
  };
  const compiledParts = parts.map(({ name, recursive, statement }) => {
    if (recursive) throw new Error('WITH RECURSIVE beside a part that writes is not simulated');
    const { columns, run } = compile(statement);
    ctes.set(name, columns);
    return { name, run };
  });
  const { columns, run: runMain } = compile(main);
  const run: CompiledStatement = (context, session) => {
    const undo = session.mark();
    try {
      for (const part of compiledParts) context.ctes.set(part.name, [...part.run(context, session).rows]);
      return runMain(context, session);
    } catch (error) {
      // It is asked again, from its first part on.
      if (error instanceof Blocked) undo();
      throw error;
    }
  };
  return { columns, run };
}

function definitionOf(definitions: Definitions, name: string): TableDefinition {
  const definition = definitions.get(name);
  if (!definition) throw new Error(`the simulated PostgreSQL has no table ${name}`);
  return definition;
}

function alone(values: Values | null, run: RunContext, others: readonly (Values | null)[] = []): Environment {
  return { rows: [values, ...others], outer: null, group: null, run };
}

function compileReturning(items: readonly Item[], scope: Scope) {
  if (items.length === 0) return null;
  const expanded = expandItems(items, scope);
  return { ...compileItems(expanded, scope), columns: expanded.map(({ name }) => name) };
}

type Assign = (environment: Environment, before: Values) => Values;

function compileAssignments(set: readonly Assignment[], definition: TableDefinition, scope: Scope): Assign {
  const compiled = set.map(({ column, value }) => {
    const found = definition.columns.find(({ name }) => name === column);
    if (!found) throw new Error(`${definition.name} has no column ${column}`);
    return { column, type: found.type, value: compileExpression(value, scope) };
  });
  return (environment, before) => {
    const after = { ...before };
    for (const { column, type, value } of compiled) after[column] = coerce(value(environment), type);
    return after;
  };
}

// INSERT -------------------------------------------------------------------------------------------------------------

function compileInsert(insert: Insert, definitions: Definitions, root: Scope): Compiled {
  const definition = definitionOf(definitions, insert.table);
  const columns = definition.columns.map(({ name }) => name);
  const own: Scope = { ...root, sources: [{ alias: insert.table, columns }] };
  const withExcluded: Scope = { ...root, sources: [...own.sources, { alias: 'excluded', columns }] };
  const rules = buildConstraints(definition, definitions, own);
  const rowsToInsert = compileRows(insert, root);
  const defaults = definition.columns.map((column) => ({
    ...column,
    given: insert.columns.indexOf(column.name),
    evaluate: column.default && compileExpression(column.default, root),
  }));
  const returning = compileReturning(insert.returning, own);
  const action = insert.conflict?.action;
  const assign = action ? compileAssignments(action.set, definition, withExcluded) : null;
  const condition = action?.where ? compileExpression(action.where, withExcluded) : null;

  const run: CompiledStatement = (context, session) => {
    const table = session.database.table(insert.table);
    const written: Values[] = [];
    const pending: (() => void)[] = [];
    const fresh: Values[] = [];
    for (const given of rowsToInsert(context)) {
      const values: Values = {};
      for (const column of defaults) {
        if (column.given >= 0) values[column.name] = coerce(given[column.given], column.type);
        else if (column.identity) values[column.name] = table.nextId + fresh.length;
        else
          values[column.name] = column.evaluate
            ? coerce(column.evaluate(alone(null, context)), column.type)
            : null;
      }
      rules.check(values, context);
      const conflict = rules.conflictOf(values, session, context, fresh);
      if (conflict && (!insert.conflict || !mayConflict(insert.conflict.columns, conflict.columns)))
        throw rules.violation(conflict.name);
      if (!conflict) {
        fresh.push(values);
        continue;
      }
      if (!assign || !conflict.version) continue;
      session.lock(insert.table, conflict.version);
      const before = conflict.version.values;
      const environment = alone(before, context, [values]);
      if (condition && condition(environment) !== true) continue;
      const after = assign(environment, before);
      rules.checkUpdate(before, after, session, context, conflict.version.id);
      const { id } = conflict.version;
      pending.push(() => session.write(insert.table, id, { id, values: after }));
      written.push(after);
    }
    for (const values of fresh) {
      const id = table.nextId;
      table.nextId += 1;
      session.write(insert.table, id, { id, values });
      written.push(values);
    }
    for (const write of pending) write();
    return {
      command: 'INSERT',
      rows: returning ? written.map((values) => returning.row(alone(values, context))) : [],
      rowCount: written.length,
    };
  };
  return { columns: returning?.columns ?? [], run };
}

function mayConflict(target: readonly string[], index: readonly string[]): boolean {
  return (
    target.length === 0 || (target.length === index.length && target.every((name) => index.includes(name)))
  );
}

function compileRows(insert: Insert, root: Scope): (run: RunContext) => unknown[][] {
  if (insert.select) {
    const select = compileSelect(insert.select, null, root);
    return (run) => select.run(run, null).map((row) => select.columns.map((column) => row[column]));
  }
  const rows = (insert.rows ?? []).map((row) => row.map((value) => compileExpression(value, root)));
  return (run) => rows.map((row) => row.map((value) => value(alone(null, run))));
}

// UPDATE and DELETE ----------------------------------------------------------------------------------------------------

function compileUpdate(update: Update, definitions: Definitions, root: Scope): Compiled {
  const definition = definitionOf(definitions, update.table);
  const columns = definition.columns.map(({ name }) => name);
  const target = {
    source: { kind: 'table' as const, name: update.table, alias: update.alias },
    how: 'inner' as const,
    on: null,
  };
  const from = compileFrom([target, ...update.from], null, root);
  const where = update.where && compileExpression(update.where, from.scope);
  const assign = compileAssignments(update.set, definition, from.scope);
  const rules = buildConstraints(definition, definitions, {
    ...root,
    sources: [{ alias: update.table, columns }],
  });
  const returning = compileReturning(update.returning, from.scope);

  const run: CompiledStatement = (context, session) => {
    const chosen = choose(from.combine(context, null, where));
    for (const combination of chosen) session.lock(update.table, versionOf(combination));
    const written = chosen.map((combination) => {
      const { id, values: before } = versionOf(combination);
      const after = assign(combination, before);
      rules.check(after, context, before);
      rules.checkUpdate(before, after, session, context, id);
      return { id, after, combination };
    });
    for (const { id, after } of written) session.write(update.table, id, { id, values: after });
    return {
      command: 'UPDATE',
      rows: returning
        ? written.map(({ after, combination }) =>
            returning.row({ ...combination, rows: [after, ...combination.rows.slice(1)] }),
          )
        : [],
      rowCount: written.length,
    };
  };
  return { columns: returning?.columns ?? [], run };
}

/** A row that several combinations name is written once. */
function choose(combinations: readonly Combination[]): Combination[] {
  const chosen = new Map<number, Combination>();
  for (const combination of combinations) {
    const { id } = versionOf(combination);
    if (!chosen.has(id)) chosen.set(id, combination);
  }
  return [...chosen.values()];
}

function versionOf({ versions }: Combination): Version {
  return versions[0] as Version;
}

function compileDelete({ table, where }: Delete, definitions: Definitions, root: Scope): Compiled {
  const definition = definitionOf(definitions, table);
  const from = compileFrom(
    [{ source: { kind: 'table', name: table, alias: table }, how: 'inner', on: null }],
    null,
    root,
  );
  const condition = where && compileExpression(where, from.scope);
  const rules: TableRules = buildConstraints(definition, definitions, from.scope);
  const run: CompiledStatement = (context, session) => {
    const chosen = choose(from.combine(context, null, condition));
    if (chosen.length > 0) rules.checkDelete();
    for (const combination of chosen) session.lock(table, versionOf(combination));
    for (const combination of chosen) session.write(table, versionOf(combination).id, null);
    return { command: 'DELETE', rows: [], rowCount: chosen.length };
  };
  return { columns: [], run };
}
