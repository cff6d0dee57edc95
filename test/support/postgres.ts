/**
 * A real PostgreSQL for tests: one embedded server for the whole jest run, started by the first test that asks
 * (`postgres-setup.ts` says where, `postgres-teardown.ts` ends it), and a database of its own for each test that wants one.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ensureEmbeddedPostgres } from '../../src/staging/postgres/embedded.ts';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** The shared server's directory, as jest's global setup made it. */
export function testPostgresDirectory(): string {
  const directory = process.env.TEST_POSTGRES_DIRECTORY;
  if (!directory)
    throw new Error('tests that need PostgreSQL run under jest, whose globalSetup names its directory');
  return directory;
}

let serverUrl: Promise<string> | undefined;

/** The shared server's maintenance database; its user may do everything. */
export function testServerUrl(): Promise<string> {
  serverUrl ??= startSharedServer();
  return serverUrl;
}

async function startSharedServer(): Promise<string> {
  const server = await ensureEmbeddedPostgres(testPostgresDirectory());
  await server.release({ keep: true });
  return urlOfDatabase(server.url, 'postgres');
}

/** A fresh database, empty or cloned from a template; `drop` cuts off whoever is still connected. */
export async function createTestDatabase(template?: string): Promise<TestDatabase> {
  const server = await testServerUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) =>
    client.query(`create database ${name}${template ? ` template ${template}` : ''}`),
  );
  return {
    url: urlOfDatabase(server, name),
    async drop() {
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Runs `work` on a connection to the maintenance database. */
export async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: await testServerUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function urlOfDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
