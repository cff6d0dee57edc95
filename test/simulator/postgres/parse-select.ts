/** SELECT, with everything that may stand in one. */
import { parseExpression } from './parse-expression.ts';
import type { Item, Join, Select, Source } from './syntax.ts';
import type { Cursor } from './tokens.ts';

export function parseSelect(cursor: Cursor): Select {
  const ctes = parseParts(cursor, parseSelect).map(({ name, recursive, statement }) => ({
    name,
    recursive,
    select: statement,
  }));
  cursor.expect('select');
  const select: Select = {
    kind: 'select',
    ctes,
    distinct: cursor.take('distinct'),
    items: endsItems(cursor) ? [] : parseItems(cursor),
    from: cursor.take('from') ? parseFrom(cursor) : [],
    where: cursor.take('where') ? parseExpression(cursor) : null,
    groupBy: [],
    union: null,
    orderBy: [],
    limit: null,
    forUpdate: false,
  };
  if (cursor.take('group', 'by'))
    do select.groupBy.push(parseExpression(cursor));
    while (cursor.take(','));
  if (cursor.take('union', 'all')) select.union = parseSelect(cursor);
  if (cursor.take('order', 'by'))
    do select.orderBy.push(parseOrder(cursor));
    while (cursor.take(','));
  if (cursor.take('limit')) select.limit = parseExpression(cursor);
  select.forUpdate = cursor.take('for', 'update');
  return select;
}

/** What stands in WITH; nothing where there is none. */
export function parseParts<Body>(
  cursor: Cursor,
  parseBody: (cursor: Cursor) => Body,
): { name: string; recursive: boolean; statement: Body }[] {
  const parts: { name: string; recursive: boolean; statement: Body }[] = [];
  if (!cursor.take('with')) return parts;
  const recursive = cursor.take('recursive');
  do {
    const name = cursor.name();
    cursor.expect('as');
    cursor.take('materialized');
    cursor.expect('(');
    parts.push({ name, recursive, statement: parseBody(cursor) });
    cursor.expect(')');
  } while (cursor.take(','));
  return parts;
}

function endsItems(cursor: Cursor): boolean {
  return cursor.is('from') || cursor.is(')') || cursor.is('where') || cursor.peek().kind === 'end';
}

function parseOrder(cursor: Cursor): Select['orderBy'][number] {
  const expression = parseExpression(cursor);
  const descending = cursor.take('desc');
  if (!descending) cursor.take('asc');
  const nullsFirst = cursor.take('nulls', 'first') ? true : cursor.take('nulls', 'last') ? false : null;
  return { expression, descending, nullsFirst };
}

export function parseItems(cursor: Cursor): Item[] {
  const items: Item[] = [];
  do items.push(parseItem(cursor));
  while (cursor.take(','));
  return items;
}

function parseItem(cursor: Cursor): Item {
  if (cursor.take('*')) return { expression: { kind: 'star', source: null }, alias: null };
  if (cursor.peek().kind === 'name' && cursor.peek(1).text === '.' && cursor.peek(2).text === '*') {
    const source = cursor.name();
    cursor.expect('.', '*');
    return { expression: { kind: 'star', source }, alias: null };
  }
  const expression = parseExpression(cursor);
  return { expression, alias: cursor.take('as') ? cursor.name() : null };
}

const afterSource = [
  'where',
  'order',
  'group',
  'limit',
  'for',
  'join',
  'left',
  'inner',
  'on',
  'union',
  'returning',
  'set',
];

export function parseFrom(cursor: Cursor): Join[] {
  const joins: Join[] = [{ source: parseSource(cursor), how: 'inner', on: null }];
  for (;;) {
    if (cursor.take(',')) joins.push({ source: parseSource(cursor), how: 'inner', on: null });
    else if (cursor.is('join') || cursor.is('inner', 'join') || cursor.is('left', 'join')) {
      const how = cursor.take('left') ? 'left' : 'inner';
      cursor.take('inner');
      cursor.expect('join');
      const source = parseSource(cursor);
      cursor.expect('on');
      joins.push({ source, how, on: parseExpression(cursor) });
    } else return joins;
  }
}

function parseSource(cursor: Cursor): Source {
  if (cursor.take('(')) {
    const select = parseSelect(cursor);
    cursor.expect(')');
    return { kind: 'select', select, alias: parseAlias(cursor) ?? '' };
  }
  const name = cursor.name();
  if (!cursor.is('(')) return { kind: 'table', name, alias: parseAlias(cursor) ?? name };
  cursor.expect('(');
  const operands = [];
  do operands.push(parseExpression(cursor));
  while (cursor.take(','));
  cursor.expect(')');
  const alias = parseAlias(cursor) ?? name;
  const columns: string[] = [];
  if (cursor.take('(')) {
    do columns.push(cursor.name());
    while (cursor.take(','));
    cursor.expect(')');
  }
  return { kind: 'function', name, operands, alias, columns: columns.length > 0 ? columns : [alias] };
}

function parseAlias(cursor: Cursor): string | null {
  if (cursor.take('as')) return cursor.name();
  const token = cursor.peek();
  if (token.kind !== 'name' || (!token.quoted && afterSource.includes(token.text))) return null;
  return cursor.name();
}
