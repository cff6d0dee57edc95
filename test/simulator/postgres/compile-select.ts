/** SELECT into a function: nested loops over small tables, in the order in which a person would read the statement. */
import { compileExpression, type Environment, type Evaluate, isAggregate } from './compile-expression.ts';
import type { Version } from './database.ts';
import type { NamedSource, RunContext, Scope } from './scope.ts';
import type { Item, Join, Select, Source } from './syntax.ts';
import { compare, keyOf } from './values.ts';

type Record_ = Readonly<Record<string, unknown>>;

export interface CompiledSelect {
  columns: readonly string[];
  run(run: RunContext, outer: Environment | null): Record_[];
}

/** One combination of rows, with the stored rows that it came from. */
export interface Combination extends Environment {
  versions: readonly (Version | null)[];
}

export function compileSelect(select: Select, outer: Scope | null, root?: Scope): CompiledSelect {
  const parent = outer ?? (root as Scope);
  const ctes = new Map(parent.ctes);
  const prepared: ((run: RunContext, environment: Environment | null) => void)[] = [];
  const inner = (): Scope => ({ sources: [], outer, ctes, columnsOf: parent.columnsOf });
  for (const { name, recursive, select: body } of select.ctes) {
    if (recursive) prepared.push(compileRecursive(name, body, inner, ctes));
    else {
      const compiled = compileSelect(body, inner());
      ctes.set(name, compiled.columns);
      prepared.push((run, environment) => void run.ctes.set(name, compiled.run(run, environment)));
    }
  }
  const from = compileFrom(select.from, outer, { ...inner(), sources: [] });
  const { scope } = from;
  const where = select.where && compileExpression(select.where, scope);
  const items = expandItems(select.items, scope);
  const columns = items.map(({ name }) => name);
  const output = compileItems(items, scope);
  const isGrouped = select.groupBy.length > 0 || items.some(({ expression }) => isAggregate(expression));
  const groupBy = select.groupBy.map((expression) =>
    // GROUP BY 1 is the first item.
    expression.kind === 'constant'
      ? (output.evaluate[(expression.value as number) - 1] as Evaluate)
      : compileExpression(expression, scope),
  );
  const orderBy = select.orderBy.map(({ expression, descending, nullsFirst }) => ({
    key: compileOrderKey(expression, columns, scope),
    descending,
    nullsFirst: nullsFirst ?? descending,
  }));
  const limit = select.limit && compileExpression(select.limit, scope);
  const unnested = items.findIndex(
    ({ expression }) => expression.kind === 'call' && expression.name === 'unnest',
  );

  return {
    columns,
    run(run, environment) {
      for (const prepare of prepared) prepare(run, environment);
      let combinations = from.combine(run, environment, where);
      if (isGrouped) combinations = groupsOf(combinations, groupBy, run, environment);
      let pairs = combinations.map((combination) => ({ combination, row: output.row(combination) }));
      if (unnested >= 0) pairs = pairs.flatMap((pair) => spread(pair, columns[unnested] as string));
      if (select.distinct)
        pairs = [...new Map(pairs.map((pair) => [keyOf(Object.values(pair.row)), pair])).values()];
      if (orderBy.length > 0) pairs.sort((a, b) => inOrder(a, b, orderBy));
      if (limit) {
        const most = limit({ rows: [], outer: environment, group: null, run });
        pairs = pairs.slice(0, Number(most));
      }
      if (select.forUpdate) {
        for (const { combination } of pairs) {
          for (const [index, version] of combination.versions.entries()) {
            if (version) run.lock(from.tables[index] as string, version);
          }
        }
      }
      return pairs.map(({ row }) => row);
    },
  };
}

function spread(pair: { combination: Combination; row: Record_ }, column: string) {
  return (pair.row[column] as unknown[]).map((element) => ({
    ...pair,
    row: { ...pair.row, [column]: element },
  }));
}

function compileRecursive(
  name: string,
  { union, ...first }: Select,
  scope: () => Scope,
  ctes: Map<string, readonly string[]>,
) {
  const start = compileSelect({ ...first, union: null }, scope());
  ctes.set(name, start.columns);
  const step = union && compileSelect(union, scope());
  return (run: RunContext, environment: Environment | null): void => {
    const all = start.run(run, environment);
    let fresh = all;
    while (step && fresh.length > 0) {
      run.ctes.set(name, fresh);
      // The columns are those of the first part, by position.
      fresh = step
        .run(run, environment)
        .map((row) =>
          Object.fromEntries(
            start.columns.map((column, index) => [column, row[step.columns[index] as string]]),
          ),
        );
      all.push(...fresh);
    }
    run.ctes.set(name, all);
  };
}

// FROM ---------------------------------------------------------------------------------------------------------------

export interface CompiledFrom {
  scope: Scope;
  /** The table of each source, where it is one. */
  tables: (string | null)[];
  /** The combinations that `where` holds for. */
  combine(run: RunContext, outer: Environment | null, where: Evaluate | null): Combination[];
}

interface CompiledJoin {
  rows: (
    run: RunContext,
    environment: Environment | null,
  ) => Iterable<{ values: Record_; version: Version | null }>;
  how: Join['how'];
  on: Evaluate | null;
}

export function compileFrom(joins: readonly Join[], outer: Scope | null, base: Scope): CompiledFrom {
  const sources: NamedSource[] = [...base.sources];
  const scope: Scope = { ...base, sources, outer };
  const tables: (string | null)[] = sources.map(() => null);
  const compiled: CompiledJoin[] = [];
  for (const { source, how, on } of joins) {
    const { columns, rows } = compileSource(source, scope, outer);
    sources.push({ alias: source.alias, columns });
    tables.push(source.kind === 'table' && !scope.ctes.has(source.name) ? source.name : null);
    compiled.push({ rows, how, on: on && compileExpression(on, scope) });
  }
  return {
    scope,
    tables,
    combine(run, environment, where) {
      const [only] = compiled;
      if (only && compiled.length === 1) return pickFrom(only, run, environment, where);
      let combinations: Combination[] = [{ rows: [], versions: [], outer: environment, group: null, run }];
      for (const join of compiled) combinations = joinWith(combinations, join, run, environment);
      return where ? combinations.filter((combination) => where(combination) === true) : combinations;
    },
  };
}

/** One source alone, which is most often so. */
function pickFrom(
  { rows }: CompiledJoin,
  run: RunContext,
  outer: Environment | null,
  where: Evaluate | null,
): Combination[] {
  const picked: Combination[] = [];
  for (const { values, version } of rows(run, outer)) {
    const combination = { rows: [values], versions: [version], outer, group: null, run };
    if (!where || where(combination) === true) picked.push(combination);
  }
  return picked;
}

function joinWith(
  combinations: readonly Combination[],
  { rows, how, on }: CompiledJoin,
  run: RunContext,
  environment: Environment | null,
): Combination[] {
  const right = [...rows(run, environment)];
  const joined: Combination[] = [];
  for (const left of combinations) {
    let isMatched = false;
    for (const { values, version } of right) {
      const both = { ...left, rows: [...left.rows, values], versions: [...left.versions, version] };
      if (on && on(both) !== true) continue;
      isMatched = true;
      joined.push(both);
    }
    if (how === 'left' && !isMatched)
      joined.push({ ...left, rows: [...left.rows, null], versions: [...left.versions, null] });
  }
  return joined;
}

function compileSource(
  source: Source,
  scope: Scope,
  outer: Scope | null,
): { columns: readonly string[]; rows: CompiledJoin['rows'] } {
  switch (source.kind) {
    case 'table': {
      const { name } = source;
      const cte = scope.ctes.get(name);
      if (cte) {
        return {
          columns: cte,
          rows: (run) => (run.ctes.get(name) ?? []).map((values) => ({ values, version: null })),
        };
      }
      return {
        columns: scope.columnsOf(name),
        *rows(run) {
          for (const version of run.rowsOf(name)) yield { values: version.values, version };
        },
      };
    }
    case 'select': {
      const select = compileSelect(source.select, outer, { ...scope, sources: [], outer: null });
      return {
        columns: select.columns,
        rows: (run, environment) => select.run(run, environment).map((values) => ({ values, version: null })),
      };
    }
    case 'function':
      return { columns: source.columns, rows: compileSetFunction(source, scope, outer) };
  }
}

function compileSetFunction(
  { name, operands, columns }: Source & { kind: 'function' },
  scope: Scope,
  outer: Scope | null,
): CompiledJoin['rows'] {
  if (name !== 'unnest' && name !== 'jsonb_array_elements')
    throw new Error(`the simulated PostgreSQL does not know the set-returning function ${name}`);
  const arrays = operands.map((operand) => compileExpression(operand, { ...scope, sources: [], outer }));
  return (run, environment) => {
    const values = arrays.map(
      (array) => (array({ rows: [], outer: environment, group: null, run }) ?? []) as unknown[],
    );
    const length = Math.max(...values.map((elements) => elements.length));
    return Array.from({ length }, (_, at) => ({
      values: Object.fromEntries(columns.map((column, index) => [column, values[index]?.[at] ?? null])),
      version: null,
    }));
  };
}

// What comes out ------------------------------------------------------------------------------------------------------

export interface NamedExpression {
  expression: Exclude<Item['expression'], { kind: 'star' }>;
  name: string;
}

export function expandItems(items: readonly Item[], scope: Scope): NamedExpression[] {
  return items.flatMap(({ expression, alias }): NamedExpression[] => {
    if (expression.kind !== 'star') return [{ expression, name: alias ?? nameOf(expression) }];
    return scope.sources
      .filter((source) => expression.source === null || source.alias === expression.source)
      .flatMap((source) =>
        source.columns.map((name) => ({
          expression: { kind: 'column' as const, source: source.alias, name },
          name,
        })),
      );
  });
}

function nameOf(expression: NamedExpression['expression']): string {
  if (expression.kind === 'column') return expression.name;
  if (expression.kind === 'call') return expression.name;
  if (expression.kind === 'cast') return nameOf(expression.operand);
  return '?column?';
}

export function compileItems(items: readonly NamedExpression[], scope: Scope) {
  const evaluate = items.map(({ expression }) =>
    expression.kind === 'call' && expression.name === 'unnest'
      ? compileExpression(expression.operands[0] as NamedExpression['expression'], scope)
      : compileExpression(expression, scope),
  );
  return {
    evaluate,
    row(environment: Environment): Record_ {
      const row: Record<string, unknown> = {};
      for (const [index, { name }] of items.entries())
        row[name] = (evaluate[index] as Evaluate)(environment) ?? null;
      return row;
    },
  };
}

function groupsOf(
  combinations: readonly Combination[],
  groupBy: readonly Evaluate[],
  run: RunContext,
  outer: Environment | null,
): Combination[] {
  const groups = new Map<string, Combination[]>();
  if (groupBy.length === 0) groups.set(keyOf([]), []);
  for (const combination of combinations) {
    const key = keyOf(groupBy.map((evaluate) => evaluate(combination)));
    const group = groups.get(key);
    if (group) group.push(combination);
    else groups.set(key, [combination]);
  }
  return [...groups.values()].map((group) => ({
    rows: group[0]?.rows ?? [],
    versions: [],
    outer,
    group,
    run,
  }));
}

type OrderKey = (pair: { combination: Combination; row: Record_ }) => unknown;

function compileOrderKey(
  expression: NamedExpression['expression'],
  columns: readonly string[],
  scope: Scope,
): OrderKey {
  if (expression.kind === 'column' && expression.source === null && columns.includes(expression.name)) {
    const { name } = expression;
    return ({ row }) => row[name];
  }
  const evaluate = compileExpression(expression, scope);
  return ({ combination }) => evaluate(combination);
}

function inOrder(
  a: { combination: Combination; row: Record_ },
  b: { combination: Combination; row: Record_ },
  orderBy: readonly { key: OrderKey; descending: boolean; nullsFirst: boolean }[],
): number {
  for (const { key, descending, nullsFirst } of orderBy) {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) {
      if (left === right) continue;
      return (left === null) === nullsFirst ? -1 : 1;
    }
    const order = compare(left, right);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}
