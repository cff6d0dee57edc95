/** Kysely over the ledger's pool, and over the one connection of a transaction. */
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type pg from 'pg';
import type { DB } from './schema.ts';

export function kyselyOverPool(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/** Everything runs on this one connection, in whatever transaction it stands. It cannot begin one of its own: that would end the other. */
export function kyselyOver(client: pg.ClientBase): Kysely<DB> {
  return new Kysely<DB>({ dialect: new OneConnectionDialect(client) });
}

class OneConnectionDialect extends PostgresDialect {
  constructor(client: pg.ClientBase) {
    const borrowed = {
      query: client.query.bind(client),
      release: () => undefined,
    };
    const pool = { connect: async () => borrowed, end: async () => undefined, options: {} };
    super({ pool: pool as unknown as PostgresPool });
  }

  override createDriver(): ReturnType<PostgresDialect['createDriver']> {
    const driver = super.createDriver();
    driver.beginTransaction = async () => {
      throw new Error('this connection is in a transaction already: use it as it is, or a savepoint');
    };
    return driver;
  }
}
