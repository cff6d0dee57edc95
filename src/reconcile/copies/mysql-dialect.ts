/** How MariaDB and MySQL say what the other databases say differently. */
import { comparableNumberSql, type SchemaDialect } from './default-schema.ts';
import { digestColumns } from './receipt-digest.ts';
import type { SqlDialect, SqlValue } from './sql-transaction.ts';

/** Room for any amount, quantity and rate that an invoice may show; sums of it are exact. */
const amountType = 'decimal(28, 10)';

const castTypes = { amount: amountType, date: 'date', integer: 'signed' } as const;

export const mysqlDialect: SqlDialect = {
  rowsOf: (columns) =>
    `json_table($1, '$[*]' columns (ordinal for ordinality,
      ${columns.map((column) => `${column} longtext path '$.${column}'`).join(', ')})) x`,
  isAmong: (expression, parameter) =>
    `${expression} in (select given.one from json_table(${parameter}, '$[*]' columns (one varchar(255) path '$')) given)`,
  cast: (expression, type) => `cast(${expression} as ${castTypes[type]})`,
  asText: (expression) => `cast(${expression} as char)`,
  // The text becomes a number, not the key a text: so that the key is looked up.
  isKey: (key, text) => `${key} = cast(${text} as unsigned)`,
  comparableNumber: 'comparable_number',
  onConflict: () => 'on duplicate key update',
  forUpdate: 'for update',
  // MySQL's INSERT gives no rows back, but tells the first key of those that it made; later ones are higher.
  async insert(run, { table, sql, columns }, params) {
    await run(sql, params);
    return await run(`select ${columns.join(', ')} from ${table} where id >= last_insert_id() order by id`);
  },
  async update(run, sql, params) {
    await run(sql, params);
    const [met] = await run<{ met: number | string }>('select row_count() as met');
    return Number(met?.met);
  },
};

/** Receipts summed up where they are. */
export const mysqlDigestColumns = digestColumns(
  'invoice_id',
  (from) => `cast(conv(substr(md5(invoice_id), ${from}, 7), 16, 10) as unsigned)`,
);

/** @param collation compares byte by byte, without padding: the two servers have different names for it */
export function mysqlSchemaDialect(collation: string): SchemaDialect {
  return {
    key: 'bigint auto_increment primary key',
    id: 'varchar(255)',
    amount: amountType,
    date: 'date',
    timestamp: 'datetime',
    bytes: 'longblob',
    boolean: 'boolean',
    // MariaDB has no index over an expression.
    comparableNumber: 'comparable_number',
    comparableNumberColumn: `comparable_number varchar(255) generated always as (${comparableNumberSql}) virtual,`,
    tableOptions: `engine = InnoDB default character set utf8mb4 collate ${collation}`,
  };
}

/**
 * Numbered parameters ($1, $2 …) to question marks, each use with its value. What stands in quotes is left alone: the
 * session knows no backslash in strings.
 */
export function positional(sql: string, params: readonly SqlValue[]): { text: string; values: SqlValue[] } {
  const values: SqlValue[] = [];
  const text = sql.replace(
    /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\$(\d+)/g,
    (token, number: string | undefined) => {
      if (number === undefined) return token;
      values.push(params[Number(number) - 1] ?? null);
      return '?';
    },
  );
  return { text, values };
}
