/** Databases whose owner has tables of his own, and allows none of ours: docs/mappings/receipt-column.sql. */
import { readFileSync } from 'node:fs';
import { afterAll } from '@jest/globals';
import {
  payableSchemaParts,
  postgresSchemaDialect,
  type SchemaDialect,
  sqliteSchemaDialect,
} from '../../../src/reconcile/copies/default-schema.ts';
import { openCopy } from '../../../src/reconcile/copies/open-copy.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import type { DatabaseKind, OwnedDatabase } from './database.ts';
import { postgresKind } from './postgres-database.ts';
import { sqliteKind } from './sqlite-database.ts';

/** At every look, since a test does not wait. */
const mapping = `${readFileSync('docs/mappings/receipt-column.sql', 'utf8')}\n--! look every: 0\n`;

let started: Promise<TestLedger> | undefined;

/** The ledger in which copies that hold nothing of ours have their outbox; the first test that asks starts it. */
export function outboxLedger(): Promise<TestLedger> {
  started ??= createTestLedger();
  return started;
}

export function dropOutboxAfterAll(): void {
  afterAll(async () => {
    await (await started)?.drop();
    started = undefined;
  });
}

let databases = 0;

function marked(kind: DatabaseKind, dialect: SchemaDialect): DatabaseKind {
  return {
    ...kind,
    title: `${kind.title}, with no table of ours`,
    lacks: ['ownTables', 'defaultSchema', 'head'],
    statements: import.meta.resolve('./marked-statements.ts'),
    async create(): Promise<OwnedDatabase> {
      const { ledger } = await outboxLedger();
      const database = await kind.create();
      for (const { sql } of payableSchemaParts(dialect)) await database.sql?.(sql);
      databases += 1;
      const place = { ledger, book: 'acme', name: `marked-${databases}` };
      return { ...database, mapping, open: () => openCopy(database.url, mapping, place) };
    },
    async openUnreachable() {
      const { ledger } = await outboxLedger();
      return openCopy(kind.title === 'SQLite' ? nowhere : nobody, mapping, {
        ledger,
        book: 'acme',
        name: 'unreachable',
      });
    },
    openReadOnly: null,
  };
}

const nobody = 'postgres://nobody@127.0.0.1:1/nothing';
const nowhere = 'sqlite:/no-such-folder/book.db';

export const markedKinds = {
  sqlite: marked(sqliteKind('delete'), sqliteSchemaDialect),
  postgres: marked(postgresKind, postgresSchemaDialect),
};
