/** Expressions into functions over the rows at hand. Three-valued logic: null is unknown. */
import { createHash } from 'node:crypto';
import { compileSelect } from './compile-select.ts';
import type { RunContext, Scope } from './scope.ts';
import { lookUp } from './scope.ts';
import type { Expression } from './syntax.ts';
import { coerce, compare, isEqual, keyOf, type Scalar } from './values.ts';

/** The rows of one combination, those of the query around it, and (for aggregates) those of the group. */
export interface Environment {
  rows: readonly (Readonly<Record<string, unknown>> | null)[];
  outer: Environment | null;
  group: readonly Environment[] | null;
  run: RunContext;
}

export type Evaluate = (environment: Environment) => unknown;

export function compileExpression(expression: Expression, scope: Scope): Evaluate {
  switch (expression.kind) {
    case 'constant': {
      const { value } = expression;
      return () => value;
    }
    case 'parameter': {
      const index = expression.number - 1;
      return ({ run }) => run.parameters[index] ?? null;
    }
    case 'column':
      return compileColumn(expression.source, expression.name, scope);
    case 'unary':
      return compileUnary(expression, scope);
    case 'binary':
      return compileBinary(
        expression.operator,
        compileExpression(expression.left, scope),
        compileExpression(expression.right, scope),
      );
    case 'in': {
      const operand = compileExpression(expression.operand, scope);
      const list = expression.list.map((each) => compileExpression(each, scope));
      return (environment) => {
        const value = operand(environment);
        if (value === null) return null;
        const isIn = list.some((each) => isEqual(value, each(environment)));
        return isIn !== expression.negated;
      };
    }
    case 'any': {
      const operand = compileExpression(expression.operand, scope);
      const array = compileExpression(expression.array, scope);
      return (environment) => {
        const value = operand(environment);
        const elements = array(environment) as unknown[] | null;
        if (value === null || elements === null) return null;
        return elements.some((element) => isEqual(value, element));
      };
    }
    case 'exists': {
      const select = compileSelect(expression.select, scope);
      return (environment) => select.run(environment.run, environment).length > 0;
    }
    case 'scalar': {
      const select = compileSelect(expression.select, scope);
      return (environment) => {
        const [row] = select.run(environment.run, environment);
        return row?.[select.columns[0] ?? ''] ?? null;
      };
    }
    case 'case':
      return compileCase(expression, scope);
    case 'cast': {
      const operand = compileExpression(expression.operand, scope);
      const { type } = expression;
      return (environment) => coerce(operand(environment), type);
    }
    case 'call':
      return compileCall(expression, scope);
  }
}

function compileColumn(source: string | null, name: string, scope: Scope): Evaluate {
  const { depth, index } = lookUp(scope, source, name);
  if (depth === 0) return ({ rows }) => rows[index]?.[name] ?? null;
  return (environment) => {
    let found = environment;
    for (let left = depth; left > 0; left -= 1) found = found.outer as Environment;
    return found.rows[index]?.[name] ?? null;
  };
}

function compileUnary({ operator, operand }: Expression & { kind: 'unary' }, scope: Scope): Evaluate {
  const inner = compileExpression(operand, scope);
  switch (operator) {
    case 'is null':
      return (environment) => inner(environment) === null;
    case 'is not null':
      return (environment) => inner(environment) !== null;
    case '-':
      return (environment) => -(inner(environment) as number);
    case 'not':
      return (environment) => {
        const value = inner(environment);
        return value === null ? null : !value;
      };
  }
}

type Strict = (left: unknown, right: unknown) => unknown;

const operators: Record<string, Strict> = {
  '=': isEqual,
  '<>': (a, b) => !isEqual(a, b),
  '!=': (a, b) => !isEqual(a, b),
  '<': (a, b) => compare(a, b) < 0,
  '>': (a, b) => compare(a, b) > 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>=': (a, b) => compare(a, b) >= 0,
  '+': (a, b) => (a instanceof Date ? new Date(a.getTime() + Number(b)) : Number(a) + Number(b)),
  '-': (a, b) => (a instanceof Date ? new Date(a.getTime() - Number(b)) : Number(a) - Number(b)),
  '*': (a, b) => Number(a) * Number(b),
  '~': (a, b) => new RegExp(b as string).test(a as string),
  like: (a, b) =>
    new RegExp(
      `^${(b as string)
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('%', '.*')
        .replaceAll('_', '.')}$`,
      's',
    ).test(a as string),
  '||': (a, b) => (Array.isArray(a) ? [...a, ...(coerce(b, 'jsonb') as unknown[])] : joined(a, b)),
  '&&': (a, b) => (a as unknown[]).some((element) => (b as unknown[]).includes(element)),
  '->>': (a, b) => {
    const found = (a as Record<string, unknown>)[b as string];
    if (found === undefined || found === null) return null;
    return typeof found === 'string' ? found : JSON.stringify(found);
  },
};

function joined(a: unknown, b: unknown): unknown {
  if (typeof a === 'string' && a.startsWith('['))
    return [...JSON.parse(a), ...(coerce(b, 'jsonb') as unknown[])];
  return `${String(a)}${String(b)}`;
}

function compileBinary(operator: string, left: Evaluate, right: Evaluate): Evaluate {
  if (operator === 'and') {
    return (environment) => {
      const a = left(environment);
      if (a === false) return false;
      const b = right(environment);
      if (b === false) return false;
      return a === null || b === null ? null : true;
    };
  }
  if (operator === 'or') {
    return (environment) => {
      const a = left(environment);
      if (a === true) return true;
      const b = right(environment);
      if (b === true) return true;
      return a === null || b === null ? null : false;
    };
  }
  if (operator === 'is distinct from')
    return (environment) => !isEqual(left(environment), right(environment));
  const strict = operators[operator];
  if (!strict) throw new Error(`the simulated PostgreSQL does not know the operator ${operator}`);
  return (environment) => {
    const a = left(environment);
    if (a === null) return null;
    const b = right(environment);
    return b === null ? null : strict(a, b);
  };
}

function compileCase({ operand, whens, otherwise }: Expression & { kind: 'case' }, scope: Scope): Evaluate {
  const value = operand && compileExpression(operand, scope);
  const branches = whens.map(
    ([when, then]) => [compileExpression(when, scope), compileExpression(then, scope)] as const,
  );
  const last = otherwise ? compileExpression(otherwise, scope) : () => null;
  return (environment) => {
    const tested = value ? value(environment) : true;
    for (const [when, then] of branches) if (isEqual(tested, when(environment))) return then(environment);
    return last(environment);
  };
}

const functions: Record<string, (operands: unknown[], run: RunContext) => unknown> = {
  now: (_operands, run) => run.now,
  clock_timestamp: (_operands, run) => run.clock(),
  md5: ([text]) =>
    text === null
      ? null
      : createHash('md5')
          .update(String(text as Scalar))
          .digest('hex'),
  substr: ([text, from, length]) =>
    text === null
      ? null
      : String(text as Scalar).substring(Number(from) - 1, Number(from) - 1 + Number(length)),
  lower: ([text]) => (text === null ? null : String(text as Scalar).toLowerCase()),
  jsonb_build_object: (operands) =>
    Object.fromEntries(
      operands.flatMap((key, at) => (at % 2 === 0 ? [[String(key as Scalar), operands[at + 1]]] : [])),
    ),
  coalesce: (operands) => operands.find((value) => value !== null) ?? null,
  to_char: ([date, format]) => {
    if (format !== 'YYYY') throw new Error(`to_char(…, ${String(format)}) is not simulated`);
    return date === null ? null : String(date as Scalar).slice(0, 4);
  },
  /** Only as a factor: `n * interval '1 millisecond'`. */
  interval: ([text]) => ({ '1 millisecond': 1, '1 second': 1000 })[text as string] ?? Number.NaN,
  hashtextextended: ([text]) => text,
  pg_try_advisory_lock: ([key], run) => run.tryAdvisoryLock(String(key)),
  pg_advisory_unlock: ([key], run) => run.releaseAdvisoryLock(String(key)),
  set_config: ([, value]) => value,
};

const aggregates: Record<string, (values: unknown[], group: number) => unknown> = {
  count: (values) => values.length,
  sum: (values) => (values.length === 0 ? null : values.map(Number).reduce((sum, value) => sum + value, 0)),
  max: (values) => values.reduce((a, b) => (a === null || compare(b, a) > 0 ? b : a), null),
  min: (values) => values.reduce((a, b) => (a === null || compare(b, a) < 0 ? b : a), null),
  jsonb_agg: (values) => (values.length === 0 ? null : values),
};

export function isAggregate(expression: Expression): boolean {
  const { kind } = expression;
  if (kind === 'call') return expression.name in aggregates || expression.operands.some(isAggregate);
  if (kind === 'binary') return isAggregate(expression.left) || isAggregate(expression.right);
  return (kind === 'unary' || kind === 'cast') && isAggregate(expression.operand);
}

function compileCall(call: Expression & { kind: 'call' }, scope: Scope): Evaluate {
  const operands = call.operands.map((operand) => compileExpression(operand, scope));
  const aggregate = aggregates[call.name];
  if (aggregate) {
    const filter = call.filter && compileExpression(call.filter, scope);
    return ({ group }) => {
      const members = (group ?? []).filter((member) => !filter || filter(member) === true);
      if (call.star) return members.length;
      const values = members
        .map((member) => (operands[0] as Evaluate)(member))
        .filter((value) => value !== null);
      if (!call.distinct) return aggregate(values, members.length);
      return aggregate([...new Map(values.map((value) => [keyOf([value]), value])).values()], members.length);
    };
  }
  const known = functions[call.name];
  if (!known) throw new Error(`the simulated PostgreSQL does not know the function ${call.name}`);
  return (environment) =>
    known(
      operands.map((operand) => operand(environment)),
      environment.run,
    );
}
