/**
 * SQL with named parameters (":invoice_number"), as people write it in a file, to statements with numbered ones. What
 * stands in strings, quoted names, comments and dollar quotes is left alone, and "::" is a cast.
 */

export interface SqlTemplate {
  /** Parameters as $1, $2 …: each use has a number of its own, so that a database may give each its own type. */
  sql: string;
  /** The name of each parameter, in order. */
  names: string[];
}

/** Quoted text, comments, casts and parameters, in the order in which they are tried. */
const tokens =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|(\$[A-Za-z_]*\$)[\s\S]*?\1|::|:([A-Za-z_][A-Za-z0-9_]*)|;/g;

/** The statements of a text, split at the semicolons between them. */
export function sqlTemplates(text: string): SqlTemplate[] {
  const templates: SqlTemplate[] = [];
  let current: SqlTemplate = { sql: '', names: [] };
  let from = 0;
  const end = () => {
    const sql = current.sql.trim();
    if (withoutComments(sql) !== '') templates.push({ ...current, sql });
    current = { sql: '', names: [] };
  };
  for (const match of text.matchAll(tokens)) {
    const [token, , name] = match;
    current.sql += text.slice(from, match.index);
    from = match.index + token.length;
    if (token === ';') end();
    else if (name === undefined) current.sql += token;
    else current.sql += `$${current.names.push(name)}`;
  }
  current.sql += text.slice(from);
  end();
  return templates;
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim();
}

/** The statement with expressions instead of its parameters. */
export function withExpressions(
  { sql, names }: SqlTemplate,
  expressions: Readonly<Record<string, string>>,
): string {
  return sql.replace(
    /\$(\d+)/g,
    (_all, number: string) => expressions[names[Number(number) - 1] ?? ''] ?? 'null',
  );
}
