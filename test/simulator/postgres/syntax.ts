/** The SQL that the simulated PostgreSQL knows, as trees. */

export type Expression =
  | { kind: 'constant'; value: unknown }
  | { kind: 'parameter'; number: number }
  | { kind: 'column'; source: string | null; name: string }
  | { kind: 'unary'; operator: 'not' | '-' | 'is null' | 'is not null'; operand: Expression }
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'in'; negated: boolean; operand: Expression; list: Expression[] }
  | { kind: 'any'; operator: string; operand: Expression; array: Expression }
  | { kind: 'exists'; select: Select }
  | { kind: 'scalar'; select: Select }
  | {
      kind: 'case';
      operand: Expression | null;
      whens: [Expression, Expression][];
      otherwise: Expression | null;
    }
  | { kind: 'cast'; operand: Expression; type: string }
  | {
      kind: 'call';
      name: string;
      operands: Expression[];
      distinct: boolean;
      star: boolean;
      filter: Expression | null;
    };

export type Source =
  | { kind: 'table'; name: string; alias: string }
  | { kind: 'select'; select: Select; alias: string }
  | { kind: 'function'; name: string; operands: Expression[]; alias: string; columns: string[] };

export interface Join {
  source: Source;
  how: 'inner' | 'left';
  on: Expression | null;
}

export interface Item {
  expression: Expression | { kind: 'star'; source: string | null };
  alias: string | null;
}

export interface Select {
  kind: 'select';
  ctes: { name: string; recursive: boolean; select: Select }[];
  distinct: boolean;
  items: Item[];
  from: Join[];
  where: Expression | null;
  groupBy: Expression[];
  union: Select | null;
  orderBy: { expression: Expression; descending: boolean; nullsFirst: boolean | null }[];
  limit: Expression | null;
  forUpdate: boolean;
}

export interface Assignment {
  column: string;
  value: Expression;
}

export interface Insert {
  kind: 'insert';
  table: string;
  columns: string[];
  rows: Expression[][] | null;
  select: Select | null;
  conflict: {
    columns: string[];
    action: { set: Assignment[]; where: Expression | null } | null;
  } | null;
  returning: Item[];
}

export interface Update {
  kind: 'update';
  table: string;
  alias: string;
  set: Assignment[];
  from: Join[];
  where: Expression | null;
  returning: Item[];
}

export interface Delete {
  kind: 'delete';
  table: string;
  where: Expression | null;
}

/** WITH where one of its parts, or what follows them, writes. */
export interface With {
  kind: 'with';
  parts: Part[];
  main: Statement;
}

export interface Part {
  name: string;
  recursive: boolean;
  statement: Statement;
}

export type Statement = Select | Insert | Update | Delete | With;
