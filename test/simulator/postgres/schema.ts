/** The ledger's tables, read from the migrations themselves: whatever they say in a way not known here is refused. */
import { parseExpression } from './parse-expression.ts';
import type { Expression } from './syntax.ts';
import { Cursor } from './tokens.ts';

export interface ColumnDefinition {
  name: string;
  type: string;
  notNull: boolean;
  default: Expression | null;
  identity: boolean;
}

export interface UniqueDefinition {
  name: string;
  columns: string[];
  where: Expression | null;
}

export interface TableDefinition {
  name: string;
  columns: ColumnDefinition[];
  unique: UniqueDefinition[];
  checks: Expression[];
  references: { columns: string[]; table: string; to: string[] | null }[];
  /** Names of triggers; what they do stands in triggers.ts. */
  triggers: string[];
}

export function readSchema(migrations: readonly string[]): Map<string, TableDefinition> {
  const tables = new Map<string, TableDefinition>();
  for (const migration of migrations) {
    for (const statement of statementsOf(migration)) define(tables, new Cursor(statement), statement);
  }
  return tables;
}

/** Bodies of functions are left out: their place is taken by triggers.ts. */
function statementsOf(sql: string): string[] {
  const bare = sql.replace(/--[^\n]*/g, '').replace(/\$\$.*?\$\$/gs, "''");
  return bare
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

function define(tables: Map<string, TableDefinition>, cursor: Cursor, sql: string): void {
  if (cursor.take('create', 'table')) defineTable(tables, cursor);
  else if (cursor.take('drop', 'table')) tables.delete(cursor.name());
  else if (cursor.is('create', 'unique', 'index')) defineUnique(tables, cursor);
  else if (cursor.take('create', 'trigger')) {
    const name = cursor.name();
    const table = /\son\s+(\w+)/.exec(sql)?.[1] ?? '';
    find(tables, table).triggers.push(name);
  } else if (cursor.is('alter', 'table')) alter(tables, cursor);
  else if (!isNothingToUs.test(sql)) throw cursor.fault('a migration says what schema.ts does not know');
}

/** What a migration does with rows finds none here. */
const isNothingToUs =
  /^(create schema|set local|create index|drop index|create function|create or replace function|select hold_states|update)/;

function find(tables: Map<string, TableDefinition>, name: string): TableDefinition {
  const table = tables.get(name);
  if (!table) throw new Error(`the migrations speak of a table ${name} that they do not create`);
  return table;
}

function alter(tables: Map<string, TableDefinition>, cursor: Cursor): void {
  cursor.expect('alter', 'table');
  const table = find(tables, cursor.name());
  do {
    if (cursor.take('add', 'column')) defineColumn(table, cursor);
    else if (cursor.take('alter', 'column')) {
      cursor.name();
      // Neither how a column is stored nor how its text is ordered is anything to us.
      if (!cursor.take('set', 'storage')) cursor.expect('type', 'text', 'collate');
      cursor.name();
    } else throw cursor.fault('an ALTER TABLE that schema.ts does not know');
  } while (cursor.take(','));
}

function defineTable(tables: Map<string, TableDefinition>, cursor: Cursor): void {
  const name = cursor.name();
  const table: TableDefinition = { name, columns: [], unique: [], checks: [], references: [], triggers: [] };
  tables.set(name, table);
  cursor.expect('(');
  do {
    if (cursor.is('primary', 'key')) {
      cursor.expect('primary', 'key');
      const columns = names(cursor);
      table.unique.push({ name: `${name}_pkey`, columns, where: null });
      for (const column of table.columns) if (columns.includes(column.name)) column.notNull = true;
    } else if (cursor.take('unique')) table.unique.push(unique(table, names(cursor)));
    else if (cursor.take('check')) table.checks.push(parseExpression(cursor));
    else if (cursor.take('foreign', 'key')) {
      const columns = names(cursor);
      cursor.expect('references');
      references(table, columns, cursor);
    } else defineColumn(table, cursor);
  } while (cursor.take(','));
  cursor.expect(')');
}

function unique(table: TableDefinition, columns: string[]): UniqueDefinition {
  return { name: `${table.name}_${columns.join('_')}_key`, columns, where: null };
}

function names(cursor: Cursor): string[] {
  const found: string[] = [];
  cursor.expect('(');
  do found.push(cursor.name());
  while (cursor.take(','));
  cursor.expect(')');
  return found;
}

function references(table: TableDefinition, columns: string[], cursor: Cursor): void {
  const to = cursor.name();
  table.references.push({ columns, table: to, to: cursor.is('(') ? names(cursor) : null });
  cursor.take('deferrable', 'initially', 'deferred');
}

function defineColumn(table: TableDefinition, cursor: Cursor): void {
  const name = cursor.name();
  let type = cursor.name();
  if (cursor.take('[', ']')) type += '[]';
  const column: ColumnDefinition = { name, type, notNull: false, default: null, identity: false };
  table.columns.push(column);
  for (;;) {
    if (cursor.take('not', 'null')) column.notNull = true;
    else if (cursor.take('null')) column.notNull = false;
    else if (cursor.take('default')) column.default = parseExpression(cursor);
    else if (cursor.take('primary', 'key')) {
      column.notNull = true;
      table.unique.push({ name: `${table.name}_pkey`, columns: [name], where: null });
    } else if (cursor.take('unique')) table.unique.push(unique(table, [name]));
    else if (cursor.take('references')) references(table, [name], cursor);
    else if (cursor.take('check')) table.checks.push(parseExpression(cursor));
    else if (cursor.take('generated', 'always', 'as', 'identity')) column.identity = true;
    else return;
  }
}

function defineUnique(tables: Map<string, TableDefinition>, cursor: Cursor): void {
  cursor.expect('create', 'unique', 'index');
  const name = cursor.name();
  cursor.expect('on');
  const table = find(tables, cursor.name());
  const columns = names(cursor);
  table.unique.push({ name, columns, where: cursor.take('where') ? parseExpression(cursor) : null });
}
