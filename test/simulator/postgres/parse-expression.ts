/** Expressions, by precedence climbing (PostgreSQL manual, 4.1.6). */
import { parseSelect } from './parse-select.ts';
import type { Expression } from './syntax.ts';
import type { Cursor } from './tokens.ts';

export function parseExpression(cursor: Cursor): Expression {
  let left = parseAnd(cursor);
  while (cursor.take('or')) left = binary('or', left, parseAnd(cursor));
  return left;
}

function parseAnd(cursor: Cursor): Expression {
  let left = parseNot(cursor);
  while (cursor.take('and')) left = binary('and', left, parseNot(cursor));
  return left;
}

function parseNot(cursor: Cursor): Expression {
  if (cursor.is('not') && !cursor.is('not', 'in')) {
    cursor.next();
    return { kind: 'unary', operator: 'not', operand: parseNot(cursor) };
  }
  return parseIs(cursor);
}

function parseIs(cursor: Cursor): Expression {
  let left = parseComparison(cursor);
  for (;;) {
    if (cursor.take('is', 'not', 'null')) left = { kind: 'unary', operator: 'is not null', operand: left };
    else if (cursor.take('is', 'null')) left = { kind: 'unary', operator: 'is null', operand: left };
    else if (cursor.take('is', 'distinct', 'from'))
      left = binary('is distinct from', left, parseComparison(cursor));
    else return left;
  }
}

const comparisons = ['=', '<>', '!=', '<=', '>=', '<', '>'];

function parseComparison(cursor: Cursor): Expression {
  let left = parseOther(cursor);
  for (;;) {
    const operator = comparisons.find((candidate) => cursor.is(candidate));
    if (!operator) return left;
    cursor.next();
    if (cursor.take('any')) {
      cursor.expect('(');
      left = { kind: 'any', operator, operand: left, array: parseExpression(cursor) };
      cursor.expect(')');
    } else left = binary(operator, left, parseOther(cursor));
  }
}

const others = ['||', '&&', '~', '->>', '->', 'like'];

function parseOther(cursor: Cursor): Expression {
  let left = parseSum(cursor);
  for (;;) {
    const operator = others.find((candidate) => cursor.is(candidate));
    if (operator) {
      cursor.next();
      left = binary(operator, left, parseSum(cursor));
    } else if (cursor.is('in') || cursor.is('not', 'in')) {
      const negated = cursor.take('not');
      cursor.expect('in', '(');
      left = { kind: 'in', negated, operand: left, list: parseList(cursor) };
    } else return left;
  }
}

/** Up to and with the closing parenthesis. */
function parseList(cursor: Cursor): Expression[] {
  const list: Expression[] = [];
  if (cursor.take(')')) return list;
  do list.push(parseExpression(cursor));
  while (cursor.take(','));
  cursor.expect(')');
  return list;
}

function parseSum(cursor: Cursor): Expression {
  let left = parseProduct(cursor);
  for (;;) {
    if (cursor.take('+')) left = binary('+', left, parseProduct(cursor));
    else if (cursor.take('-')) left = binary('-', left, parseProduct(cursor));
    else return left;
  }
}

function parseProduct(cursor: Cursor): Expression {
  let left = parseCast(cursor);
  while (cursor.take('*')) left = binary('*', left, parseCast(cursor));
  return left;
}

function parseCast(cursor: Cursor): Expression {
  let operand = parsePrimary(cursor);
  while (cursor.take('::')) {
    let type = cursor.name();
    if (cursor.take('[', ']')) type += '[]';
    // bit(28): its length says nothing here.
    if (cursor.take('(')) {
      cursor.next();
      cursor.expect(')');
    }
    operand = { kind: 'cast', operand, type };
  }
  // All text is in the C order here.
  if (cursor.take('collate')) cursor.name();
  return operand;
}

function parsePrimary(cursor: Cursor): Expression {
  if (cursor.take('(')) {
    if (cursor.is('select')) {
      const select = parseSelect(cursor);
      cursor.expect(')');
      return { kind: 'scalar', select };
    }
    const inner = parseExpression(cursor);
    cursor.expect(')');
    return inner;
  }
  if (cursor.take('-')) return { kind: 'unary', operator: '-', operand: parseCast(cursor) };
  if (cursor.take('case')) return parseCase(cursor);
  if (cursor.is('exists', '(')) {
    cursor.take('exists', '(');
    const select = parseSelect(cursor);
    cursor.expect(')');
    return { kind: 'exists', select };
  }
  const token = cursor.next();
  switch (token.kind) {
    case 'number':
      return { kind: 'constant', value: Number(token.text) };
    case 'string':
      return { kind: 'constant', value: token.text };
    case 'parameter':
      return { kind: 'parameter', number: token.number };
    case 'name':
      return parseNamed(cursor, token.text, token.quoted);
    case 'symbol':
    case 'end':
      throw cursor.fault(`found ${token.text}`);
  }
}

const words: Record<string, unknown> = { true: true, false: false, null: null };

function parseNamed(cursor: Cursor, name: string, quoted: boolean): Expression {
  if (!quoted && name in words) return { kind: 'constant', value: words[name] };
  const after = cursor.peek();
  if (!quoted && name === 'interval' && after.kind === 'string') {
    cursor.next();
    return { kind: 'call', name: 'interval', operands: [{ kind: 'constant', value: after.text }], ...plain };
  }
  if (cursor.take('(')) return parseCall(cursor, name);
  if (!cursor.take('.')) return { kind: 'column', source: null, name };
  return { kind: 'column', source: name, name: cursor.name() };
}

const plain = { distinct: false, star: false, filter: null };

function parseCall(cursor: Cursor, name: string): Expression {
  const star = cursor.take('*');
  const distinct = cursor.take('distinct');
  const operands = parseList(cursor);
  let filter: Expression | null = null;
  if (cursor.take('filter', '(', 'where')) {
    filter = parseExpression(cursor);
    cursor.expect(')');
  }
  return { kind: 'call', name, operands, distinct, star, filter };
}

function parseCase(cursor: Cursor): Expression {
  const operand = cursor.is('when') ? null : parseExpression(cursor);
  const whens: [Expression, Expression][] = [];
  while (cursor.take('when')) {
    const when = parseExpression(cursor);
    cursor.expect('then');
    whens.push([when, parseExpression(cursor)]);
  }
  const otherwise = cursor.take('else') ? parseExpression(cursor) : null;
  cursor.expect('end');
  return { kind: 'case', operand, whens, otherwise };
}

function binary(operator: string, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right };
}
