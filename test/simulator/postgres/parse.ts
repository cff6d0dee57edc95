/** One statement of the ledger's own SQL into a tree. What is not known is refused, never guessed. */
import { parseExpression } from './parse-expression.ts';
import { parseFrom, parseItems, parseParts, parseSelect } from './parse-select.ts';
import type {
  Assignment,
  Delete,
  Expression,
  Insert,
  Item,
  Part,
  Select,
  Statement,
  Update,
} from './syntax.ts';
import { Cursor } from './tokens.ts';

export function parseStatement(sql: string): Statement {
  const cursor = new Cursor(sql);
  const statement = parseAny(cursor);
  if (cursor.peek().kind !== 'end') throw cursor.fault('expected its end');
  return statement;
}

function parseAny(cursor: Cursor): Statement {
  if (cursor.is('with')) return parseWith(cursor);
  if (cursor.is('insert', 'into')) return parseInsert(cursor);
  if (cursor.is('update')) return parseUpdate(cursor);
  if (cursor.is('delete', 'from')) return parseDelete(cursor);
  return parseSelect(cursor);
}

function parseWith(cursor: Cursor): Statement {
  const parts = parseParts(cursor, parseAny);
  const main = parseAny(cursor);
  if (main.kind !== 'select' || !parts.every(isReading)) return { kind: 'with', parts, main };
  const ctes = parts.map(({ name, recursive, statement }) => ({ name, recursive, select: statement }));
  return { ...main, ctes };
}

function isReading(part: Part): part is Part & { statement: Select } {
  return part.statement.kind === 'select';
}

function parseInsert(cursor: Cursor): Insert {
  cursor.expect('insert', 'into');
  const table = cursor.name();
  const columns = parseNames(cursor);
  const insert: Insert = {
    kind: 'insert',
    table,
    columns,
    rows: null,
    select: null,
    conflict: null,
    returning: [],
  };
  if (cursor.take('values')) {
    insert.rows = [];
    do {
      cursor.expect('(');
      const row: Expression[] = [];
      do row.push(parseExpression(cursor));
      while (cursor.take(','));
      cursor.expect(')');
      insert.rows.push(row);
    } while (cursor.take(','));
  } else insert.select = parseSelect(cursor);
  if (cursor.take('on', 'conflict')) insert.conflict = parseConflict(cursor);
  insert.returning = parseReturning(cursor);
  return insert;
}

function parseNames(cursor: Cursor): string[] {
  const names: string[] = [];
  cursor.expect('(');
  do names.push(cursor.name());
  while (cursor.take(','));
  cursor.expect(')');
  return names;
}

function parseConflict(cursor: Cursor): NonNullable<Insert['conflict']> {
  const columns = cursor.is('(') ? parseNames(cursor) : [];
  // The predicate only chooses the index: with its columns named, there is one.
  if (cursor.take('where')) parseExpression(cursor);
  if (cursor.take('do', 'nothing')) return { columns, action: null };
  cursor.expect('do', 'update', 'set');
  const set = parseAssignments(cursor);
  return { columns, action: { set, where: cursor.take('where') ? parseExpression(cursor) : null } };
}

function parseAssignments(cursor: Cursor): Assignment[] {
  const set: Assignment[] = [];
  do {
    const column = cursor.name();
    cursor.expect('=');
    set.push({ column, value: parseExpression(cursor) });
  } while (cursor.take(','));
  return set;
}

function parseUpdate(cursor: Cursor): Update {
  cursor.expect('update');
  const table = cursor.name();
  const alias = cursor.is('set') ? table : cursor.name();
  cursor.expect('set');
  return {
    kind: 'update',
    table,
    alias,
    set: parseAssignments(cursor),
    from: cursor.take('from') ? parseFrom(cursor) : [],
    where: cursor.take('where') ? parseExpression(cursor) : null,
    returning: parseReturning(cursor),
  };
}

function parseDelete(cursor: Cursor): Delete {
  cursor.expect('delete', 'from');
  const table = cursor.name();
  return { kind: 'delete', table, where: cursor.take('where') ? parseExpression(cursor) : null };
}

function parseReturning(cursor: Cursor): Item[] {
  return cursor.take('returning') ? parseItems(cursor) : [];
}
