import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditBook } from '../../src/reconcile/full-audit.ts';
import { type Resolution, resolveInvoices } from '../../src/staging/applying/invoice-resolutions.ts';
import { invoiceRow } from '../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company, type CopyKind } from './support/company.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => await fresh.drop());

const anna = { actor: 'cli:anna', reason: null };
const resolve = async (company: Company, resolution: Resolution, ids: string[]) =>
  await company.ledger.transaction(async (tx) => await resolveInvoices(tx, resolution, ids, anna));

describe.each<CopyKind>(['sqlite', 'postgres'])(
  'the same number with another amount in a copy (%s)',
  (kind) => {
    async function inConflict() {
      const company = await Company.open(['cloud'], { kind, lent: fresh });
      await company.registerByHand('cloud', 'A-17', '990.00');
      const id = await company.arrive({ number: 'A-17', payable: '1250.00' });
      await company.reconcile();
      const [row] = await company.rows('cloud');
      return { company, id, key: String(row?.id) };
    }

    test('is a conflict, kept with the row that stands against it', async () => {
      const { company, id, key } = await inConflict();
      const invoice = await invoiceRow(company.ledger, id);
      expect(invoice.state).toBe('conflict');
      expect(invoice.rivals).toMatchObject([
        { key, supplier: 'Norrby Kakel AB', invoiceNumber: 'A-17', issueDate: '2026-11-02', receiptOf: null },
      ]);
      expect(Number(invoice.rivals?.[0]?.payable)).toBe(990);
      await company.leave();
    });

    test('linked by a person to that row gets a receipt, and no second row', async () => {
      const { company, id, key } = await inConflict();
      expect(await resolve(company, { kind: 'link', key }, [id])).toEqual({ decided: [id], left: [] });
      expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
      expect(await invoiceRow(company.ledger, id)).toMatchObject({
        state: 'applied',
        outcome: 'linked',
        placed_key: key,
      });
      expect(await company.rows('cloud')).toHaveLength(1);
      await company.leave();
    });

    test('linked to a row that is gone by then is a conflict again', async () => {
      const { company, id, key } = await inConflict();
      await resolve(company, { kind: 'link', key }, [id]);
      await company.sql('cloud', 'delete from supplier_invoice');
      await company.reconcile();
      expect(await company.states([id])).toEqual(['conflict']);
      await company.leave();
    });

    test('is linked only to a row that it is in conflict with', async () => {
      const { company, id, key } = await inConflict();
      const link = resolve(company, { kind: 'link', key: '4711' }, [id]);
      await expect(link).rejects.toMatchObject({ code: 'no_such_row', hint: expect.stringContaining(key) });
      await expect(resolve(company, { kind: 'link', key }, [id, 'other'])).rejects.toMatchObject({
        code: 'one_row_one_invoice',
      });
      await company.leave();
    });

    test('applied by a person all the same stands beside the other', async () => {
      const { company, id } = await inConflict();
      await resolve(company, { kind: 'apply' }, [id]);
      await company.reconcile();
      expect(await company.standing('cloud')).toEqual([id]);
      expect(await company.rows('cloud')).toHaveLength(2);
      await company.leave();
    });

    test('rejected by a person is never applied', async () => {
      const { company, id } = await inConflict();
      await resolve(company, { kind: 'reject' }, [id]);
      await company.reconcile();
      expect(await company.states([id])).toEqual(['rejected']);
      expect(await company.rows('cloud')).toHaveLength(1);
      await company.leave();
    });
  },
);

/** Any change to a row that stands is refused by the database itself. */
const lockedRows: Record<CopyKind, (table: string) => string[]> = {
  sqlite: (table) =>
    ['update', 'delete'].map(
      (deed) => `create trigger ${table}_no_${deed} before ${deed} on ${table}
        begin select raise(abort, 'the period is locked'); end`,
    ),
  postgres: (table) => [
    `create or replace function refuse() returns trigger language plpgsql as $$
       begin raise exception 'the period is locked'; end $$`,
    `create trigger ${table}_locked before update or delete on ${table}
       for each row execute function refuse()`,
  ],
};

test.each<CopyKind>(['sqlite', 'postgres'])(
  'rows that stand are never touched, whatever happens: only inserts are ever made (%s)',
  async (kind) => {
    const company = await Company.open(['cloud'], { kind, lent: fresh });
    for (const table of ['supplier_invoice', 'supplier_invoice_line', 'supplier_invoice_document']) {
      for (const statement of lockedRows[kind](table)) await company.sql('cloud', statement);
    }
    await company.registerByHand('cloud', 'B-1', '1250.00');
    await company.registerByHand('cloud', 'B-2', '990.00');
    const before = await company.rows('cloud');
    await company.arrive({ number: 'B-1', payable: '1250.00' });
    const clash = await company.arrive({ number: 'B-2', payable: '1250.00' });
    const ids = await company.arriveMany(3);
    await company.reconcile();
    await resolve(company, { kind: 'link', key: String(before[1]?.id) }, [clash]);
    await company.reconcile();
    // Our tables go back to nothing: an overwrite that everything is linked again after.
    await company.sql('cloud', 'delete from staging_post_receipt');
    await company.sql('cloud', 'delete from staging_post_copy');
    await company.reconcile();
    await company.reconcile();
    await auditBook(company.ledger, company.book, { actor: 'test' });
    expect((await company.rows('cloud')).slice(0, 2)).toEqual(before);
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect(await company.rows('cloud')).toHaveLength(5);
    await company.leave();
  },
);
