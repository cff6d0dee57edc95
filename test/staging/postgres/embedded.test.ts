import { expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from '../../support/postgres.ts';

test('every test gets a database of its own on the shared server', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await client.end();
  expect(one.url.endsWith(`/${rows[0]?.name}`)).toBe(true);
  expect(other.url).not.toBe(one.url);
  await Promise.all([one.drop(), other.drop()]);
});
