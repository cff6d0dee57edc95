import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPool } from '../../../src/staging/postgres/connection.ts';
import { queueSchema } from '../../../src/staging/queue/queue-postgres.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { describeDoorbell } from './queue.conformance.ts';

describeDoorbell('PostgreSQL', () => ({
  async wipeFromOutside({ pool }) {
    await pool.query(`truncate ${queueSchema}.job, ${queueSchema}.event cascade`);
  },
  async cutListeners({ pool }) {
    const { rowCount } = await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name like 'staging-post listens for %' and datname = current_database()`,
    );
    expect(rowCount).toBe(2);
  },
}));

describe('the doorbell within a transaction', () => {
  let fresh: TestLedger;
  beforeAll(async () => {
    fresh = await createTestLedger();
  });
  afterAll(async () => await fresh.drop());

  test('leaves the search path as it was, so that our tables and the queue’s never mix', async () => {
    const { ledger } = fresh;
    await ledger.transaction(async (tx) => {
      await ledger.doorbell.ring([{ kind: 'parse', delivery: 'x' }], tx.client);
      const { rows } = await tx.client.query(`select current_setting('search_path') as path`);
      expect(rows).toEqual([{ path: 'staging_post' }]);
    });
  });

  test('that is out of order does no harm to the transaction, and is told once', async () => {
    const warnings: unknown[] = [];
    const { ledger } = fresh;
    const log = { ...ledger.log, warn: (...line: unknown[]) => void warnings.push(line), child: () => log };
    const other = await fresh.openAnother({ log: log as typeof ledger.log });
    const owner = openPool(fresh.url);
    await owner.query(`alter schema ${queueSchema} rename to hidden`);
    for (const slug of ['acme', 'bolt']) {
      await other.transaction(async (tx) => {
        await tx.db.insertInto('book').values({ slug, name: slug }).execute();
        tx.ring({ kind: 'reconcile', book: slug });
      });
    }
    expect((await ledger.db.selectFrom('book').select('slug').execute()).length).toBe(2);
    expect(warnings).toHaveLength(1);
    await owner.query(`alter schema hidden rename to ${queueSchema}`);
    await owner.end();
  });
});
