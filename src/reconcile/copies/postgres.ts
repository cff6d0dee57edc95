/** A copy in a PostgreSQL database: the cloud database of most books. */
import pg from 'pg';
import { messageOf, StagingPostError } from '../../errors.ts';
import type { Copy, CopyCheck, CopyProblem } from './copy.ts';
import { defaultPlacement } from './default-placement.ts';
import { comparableNumberSql, postgresSchemaDialect } from './default-schema.ts';
import {
  CommitUnknownError,
  CopyUnreachableError,
  CopyUnusableError,
  isMissingTable,
  missingTable,
  RefusedByCopyError,
  unknownSchema,
} from './errors.ts';
import { mappedPlacement } from './mapped-placement.ts';
import type { Mapping } from './mapping.ts';
import { invoiceRowsInPages, type Placement, schemaOf, tablesOf } from './placement.ts';
import { type IdRange, postgresDigestColumns } from './receipt-digest.ts';
import { all, type Condition, inPages } from './receipt-pages.ts';
import {
  type RunSql,
  type SqlDialect,
  selectDigests,
  selectIdentities,
  selectIdentity,
  selectReceipts,
  sqlTransaction,
  textOf,
  withReturning,
} from './sql-transaction.ts';

const dialect: SqlDialect = {
  rowsOf: (columns) =>
    `rows from (json_to_recordset($1::json) as (${columns.map((column) => `${column} text`).join(', ')}))
      with ordinality as x(${columns.join(', ')}, ordinal)`,
  isAmong: (expression, parameter) =>
    `${expression} in (select json_array_elements_text(${parameter}::json))`,
  cast: (expression, type) =>
    `cast(${expression} as ${{ amount: 'numeric', date: 'date', integer: 'bigint' }[type]})`,
  asText: (expression) => `cast(${expression} as text)`,
  isKey: (key, text) => `cast(${key} as text) = ${text}`,
  comparableNumber: comparableNumberSql,
  onConflict: (key) => `on conflict (${key}) do update set`,
  forUpdate: 'for update',
  ...withReturning,
};

export interface PostgresPatience {
  connectMs: number;
  statementMs: number;
  /** How long the identity row may be locked by another. */
  lockMs: number;
}

const defaultPatience: PostgresPatience = { connectMs: 10_000, statementMs: 60_000, lockMs: 10_000 };

/** @param mapping how invoices stand there; without one, in the default schema */
export function openPostgresCopy(
  url: string,
  mapping: Mapping | null = null,
  patience: PostgresPatience = defaultPatience,
): Copy {
  const placement = mapping ? mappedPlacement(mapping, dialect) : defaultPlacement(dialect);
  const selectRows = placement.selectInvoiceRows;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'staging-post copy',
    max: 2,
    connectionTimeoutMillis: patience.connectMs,
    idleTimeoutMillis: 10_000,
    query_timeout: patience.statementMs + 5_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // Without a listener a dropped connection would end the process: on the pool for idle ones, on each for those in use.
  pool.on('error', () => undefined);
  // A connection that breaks while nothing is asked of it is no reason to end the process: the next question tells.
  pool.on('connect', (client) => client.on('error', () => undefined));

  let closing: Promise<void> | undefined;

  /** A connection that failed in any way is not used again. */
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await connect(pool);
    let failed = true;
    try {
      const result = await work(client);
      failed = false;
      return result;
    } finally {
      client.release(failed);
    }
  };

  /** At rows of our own table; `otherwise` where it is not there. */
  const look = <T>(read: (run: RunSql) => Promise<T>, otherwise: T): Promise<T> =>
    withClient(async (client) => {
      const run = runOn(client);
      try {
        return (await isInstalled(run)) ? await read(run) : otherwise;
      } catch (error) {
        // Dropped between the two questions.
        if (isMissingTable(error)) return otherwise;
        throw error;
      }
    });

  const byteOrder = 'invoice_id collate "C"';
  const pages = (book: string, condition: Condition, range?: IdRange) =>
    inPages(
      condition,
      (page) => withClient((client) => selectReceipts(runOn(client), book, page)),
      range,
      byteOrder,
    );

  return {
    kind: 'postgres',

    readIdentity: (book) => look((run) => selectIdentity(run, book), null),
    readIdentities: (books) => look((run) => selectIdentities(run, dialect, books), []),

    install: () =>
      withClient(async (client) => {
        const run = runOn(client);
        await run('begin');
        // Two that install at once would collide in the catalogue.
        await run("select pg_advisory_xact_lock(hashtext('staging-post install'))");
        for (const { name, sql } of schemaOf(placement, postgresSchemaDialect)) {
          // Asked first, since CREATE … IF NOT EXISTS wants the right to create even where there is nothing to do.
          const [found] = await run<{ there: boolean }>('select to_regclass($1) is not null as there', [
            name,
          ]);
          if (!found?.there) await run(sql);
        }
        await run('commit');
      }),

    transaction: (work) =>
      withClient(async (client) => {
        const run = runOn(client);
        const found = await begin(client, patience);
        const transaction = sqlTransaction(run, dialect, placement);
        const result = await work({
          ...transaction,
          async lockIdentity(book) {
            return areThereAndWhole(found) ? await transaction.lockIdentity(book) : null;
          },
        });
        await commit(client);
        return result;
      }),

    receipts: (book, range) => pages(book, all, range),
    digestReceipts: (book) =>
      look((run) => selectDigests(run, book, postgresDigestColumns('invoice_id')), []),
    receiptsWithoutInvoice: (book) => pages(book, placement.withoutInvoice),

    deletionMark: () =>
      withClient(async (client) => {
        // A table that was emptied or restored has another file; one of another database has another number.
        const [mark] = await runOn(client)<Record<string, string>>(
          `select (select oid from pg_database where datname = current_database()) as database, count(*) as tables,
             sum(pg_stat_get_tuples_deleted(c.oid)) as deleted, sum(c.oid::bigint) as oids,
             sum(c.relfilenode::bigint) as files
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where c.relkind in ('r', 'p') and n.nspname <> all (array['pg_catalog', 'information_schema', 'pg_toast'])`,
        );
        return JSON.stringify(mark);
      }),

    ...(selectRows
      ? {
          invoiceRows: (book: string) =>
            invoiceRowsInPages((page) =>
              withClient(async (client) => await selectRows(runOn(client), book, page)),
            ),
        }
      : {}),

    ask: (query, { timeoutMs, rowsMax }) =>
      withClient(async (client) => {
        const run = runOn(client);
        await run('begin read only');
        try {
          await run(`select set_config('statement_timeout', '${timeoutMs}ms', true)`);
          // One statement only: the extended protocol takes no second one.
          const { rows } = await client.query<unknown[]>({
            text: `select * from (${query}) asked limit ${rowsMax + 1}`,
            rowMode: 'array',
            queryMode: 'extended',
          } as pg.QueryArrayConfig);
          return rows.slice(0, rowsMax).map(([value]) => textOf(value));
        } catch (error) {
          throw asCopyError(error, 'the query');
        } finally {
          await run('rollback');
        }
      }),

    check: () => withClient(async (client) => await checkDatabase(runOn(client), placement)),

    async close() {
      closing ??= pool.end();
      await closing;
    },
  };
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw asCopyError(error, 'connecting');
  }
}

function runOn(client: pg.PoolClient): RunSql {
  return async <T>(sql: string, params: readonly unknown[] = []) => {
    try {
      return (await client.query(sql, params.map(asInput))).rows as T[];
    } catch (error) {
      throw asCopyError(error, 'a statement');
    }
  };
}

function asInput(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/** All in one message, so that a batch costs one round trip less for each of them. Tells what is found of our tables. */
async function begin(client: pg.PoolClient, patience: PostgresPatience): Promise<OurTables | undefined> {
  try {
    const answers = (await client.query(
      `begin isolation level read committed;
       select set_config('synchronous_commit', 'on', true), set_config('lock_timeout', '${patience.lockMs}ms', true),
         set_config('statement_timeout', '${patience.statementMs}ms', true), set_config('datestyle', 'ISO, YMD', true),
         set_config('idle_in_transaction_session_timeout', '${patience.statementMs}ms', true);
       ${ourTablesSql}`,
    )) as unknown as pg.QueryResult<OurTables>[];
    return answers.at(-1)?.rows[0];
  } catch (error) {
    throw asCopyError(error, 'beginning');
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  try {
    const { command } = await client.query('commit');
    if (command === 'COMMIT') return;
  } catch (error) {
    const known = asCopyError(error, 'COMMIT');
    if (known instanceof RefusedByCopyError) throw known;
    // An answer with an SQLSTATE other than the end of the connection is a refusal: nothing is in.
    const code = sqlStateOf(error);
    if (code !== undefined && !/^(08|57P)/.test(code)) throw known;
    throw new CommitUnknownError(`the answer to COMMIT was lost: ${messageOf(error)}`, { cause: error });
  }
  throw new Error('the transaction was rolled back by the database');
}

function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/**
 * Whether our tables are there, and whole. A dump puts data back before keys: a table without its key is one whose restore
 * is under way, and what we wrote now would collide with what is still to come.
 */
async function isInstalled(run: RunSql): Promise<boolean> {
  const [found] = await run<OurTables>(ourTablesSql);
  return areThereAndWhole(found);
}

interface OurTables {
  there: boolean;
  keyed: boolean;
}

const ourTablesSql = `select to_regclass('staging_post_copy') is not null as there, exists (
  select from pg_index where indrelid = to_regclass('staging_post_copy') and indisprimary) as keyed`;

function areThereAndWhole(found: OurTables | undefined): boolean {
  if (!found?.there) return false;
  if (found.keyed) return true;
  throw new CopyUnusableError('copy_incomplete', 'the table staging_post_copy has no primary key (yet)', {
    hint: 'Most likely a restore is under way: nothing to do, it is looked at again. If not, put the key back: alter table staging_post_copy add primary key (book)',
  });
}

const hints: Record<string, string> = {
  '28P01':
    'The password is wrong. For a copy that is registered: staging-post copy set <book> <name> --url …',
  '28000': 'The server does not let this user in from here: check its pg_hba.conf.',
  '3D000': 'That database does not exist: create it, or correct the address of the copy.',
  '42501':
    'Grant the user of the copy the right that the message names (for our tables: CREATE on the schema).',
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, by class. */
function asCopyError(error: unknown, during: string): unknown {
  if (error instanceof StagingPostError) return error;
  const code = sqlStateOf(error);
  const message = messageOf(error);
  const hint = hints[code ?? ''];
  const options = { cause: error, ...(hint ? { hint } : {}) };
  // Data exceptions, integrity constraints, and what a trigger of the owner raises.
  if (code && /^(22|23|44|P0)/.test(code)) return new RefusedByCopyError(message, options);
  if (code === '42P01') return missingTable(message, error);
  if (code === '42501') {
    return new CopyUnusableError('copy_permission', message, { cause: error, hint: hint ?? '' });
  }
  if (code === '25006') {
    return new CopyUnusableError('copy_read_only', message, {
      cause: error,
      hint: 'The server is a read-only standby: point the copy at the primary.',
    });
  }
  if (code && /^(42|3F)/.test(code)) return unknownSchema(message, error);
  const passing = !code || /^(08|28|3D|40|53|55|57)/.test(code);
  if (!passing) return error;
  return new CopyUnreachableError(`${during} failed: ${message}`, {
    cause: error,
    hint:
      hint ?? 'Is the server started, and are host and port right? A running worker tries again by itself.',
  });
}

async function checkDatabase(run: RunSql, placement: Placement): Promise<CopyCheck> {
  const problems: CopyProblem[] = [];
  for (const name of tablesOf(placement)) {
    const [found] = await run<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
    if (found?.there) continue;
    problems.push({
      code: 'missing_table',
      message: `the table ${name} is missing`,
      hint: 'It is created anew when the book is reconciled, if this copy is authoritative.',
    });
  }
  const [facts] = await run<{ version: string; fsync: string; read_only: string; database: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('transaction_read_only') as read_only, current_database() as database`,
  );
  if (facts?.fsync === 'off') {
    problems.push({
      code: 'fsync_off',
      message: 'the server runs with fsync off: a power loss may take back what it has confirmed',
      hint: 'Set fsync = on. Until then an overwrite by power loss is seen and healed like any other.',
    });
  }
  if (facts?.read_only === 'on') {
    problems.push({
      code: 'copy_read_only',
      message: 'the database is read-only',
      hint: 'Point the copy at the primary server.',
    });
  }
  return { problems, facts: { postgres: facts?.version ?? '', database: facts?.database ?? '' } };
}
