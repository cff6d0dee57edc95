import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyData } from '../../src/reconcile/checkout.ts';
import { auditBook } from '../../src/reconcile/full-audit.ts';
import {
  type Resolution,
  resolveInvoices,
  vanishedToAskAbout,
} from '../../src/staging/applying/invoice-resolutions.ts';
import { readOverview } from '../../src/staging/overview.ts';
import { invoiceRow, typesOfEvents } from '../staging/support/staged.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company, type CopyKind } from './support/company.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => await fresh.drop());

const anna = { actor: 'cli:anna', reason: 'looked into it' };
const audit = async (company: Company) => await auditBook(company.ledger, company.book, { actor: 'test' });
const resolve = async (company: Company, resolution: Resolution, ids: string[]) =>
  await company.ledger.transaction(async (tx) => await resolveInvoices(tx, resolution, ids, anna));

/** A book whose copy holds so many invoices, seen by a full audit. */
async function companyWith(kind: CopyKind, invoices: number): Promise<{ company: Company; ids: string[] }> {
  const company = await Company.open(['cloud'], { kind, lent: fresh });
  const ids = await company.arriveMany(invoices);
  await company.reconcile();
  await audit(company);
  return { company, ids };
}

describe.each<CopyKind>(['sqlite', 'postgres'])('in a copy (%s)', (kind) => {
  test('one deletion by a person is respected, and an audit only notes it', async () => {
    const { company, ids } = await companyWith(kind, 3);
    const [gone = ''] = ids;
    await company.deleteByHand('cloud', gone);
    expect(await audit(company)).toMatchObject({ verdict: 'in_order', deleted: [gone], asked: [] });
    await company.reconcile();
    expect(await company.standing('cloud')).not.toContain(gone);
    await company.leave();
  });

  test('the business table restored alone: many gone at once are a question, and nothing is guessed', async () => {
    const { company, ids } = await companyWith(kind, 4);
    const gone = ids.slice(2);
    for (const id of gone) await company.deleteByHand('cloud', id);
    const report = await audit(company);
    expect(report).toMatchObject({ verdict: 'attention' });
    expect([...report.asked].sort()).toEqual([...gone].sort());
    expect(report.remarks.map(({ code }) => code)).toEqual(['many_deleted']);
    await company.reconcile();
    expect(await company.standing('cloud')).toEqual(ids.slice(0, 2).sort());
    // It stays a question until somebody answers.
    expect(await audit(company)).toMatchObject({ verdict: 'attention', newlyDeleted: [] });

    const [lost = '', deleted = ''] = gone;
    expect(await resolve(company, { kind: 'heal' }, [lost])).toEqual({ decided: [lost], left: [] });
    expect(await resolve(company, { kind: 'deleted' }, [deleted])).toEqual({ decided: [deleted], left: [] });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
    expect(await company.standing('cloud')).toEqual([...ids.slice(0, 2), lost].sort());
    expect(await audit(company)).toMatchObject({ verdict: 'in_order', deleted: [deleted], asked: [] });
    expect(await typesOfEvents(company.ledger, lost)).toEqual(
      expect.arrayContaining([
        'invoice:vanished',
        'invoice:wanted_back',
        'invoice:restore',
        'invoice:put_back',
      ]),
    );
    await company.leave();
  });

  test('an answer is not given for what is not in question', async () => {
    const { company, ids } = await companyWith(kind, 1);
    const [standing = ''] = ids;
    const left = [{ id: standing, state: 'applied' }];
    expect(await resolve(company, { kind: 'heal' }, ids)).toEqual({ decided: [], left });
    expect(await resolve(company, { kind: 'deleted' }, ids)).toEqual({ decided: [], left });
    await company.leave();
  });

  test('a key that became free and was taken by another invoice hides nothing', async () => {
    const { company, ids } = await companyWith(kind, 3);
    const [kept = '', second = '', third = ''] = ids;
    const keys = await company.rows('cloud');
    await company.deleteByHand('cloud', second);
    await company.deleteByHand('cloud', third);
    // The restored table's numbering begins again where it stood.
    const freed = keys.find((row) => row.source_id === second)?.id ?? 0;
    if (kind === 'postgres') {
      await company.sql(
        'cloud',
        `select setval(pg_get_serial_sequence('supplier_invoice', 'id'), ${freed - 1})`,
      );
    }
    await company.arriveMany(1);
    await company.reconcile();
    expect((await company.rows('cloud')).map(({ id }) => id)).toContain(freed);
    const report = await audit(company);
    expect([...report.asked].sort()).toEqual([second, third].sort());
    await resolve(company, { kind: 'heal' }, report.asked);
    await company.reconcile();
    expect(await company.standing('cloud')).toEqual(expect.arrayContaining([kept, second, third]));
    expect(await company.standing('cloud')).toHaveLength(4);
    await company.leave();
  });

  test('our tables restored alone: what stands is linked, also where a person changed it, and nothing is doubled', async () => {
    const { company, ids } = await companyWith(kind, 1);
    const saved = {
      copy: await company.sql<Record<string, string>>('cloud', 'select * from staging_post_copy'),
      receipts: await company.sql('cloud', 'select invoice_id from staging_post_receipt'),
    };
    ids.push(...(await company.arriveMany(3)));
    await company.reconcile();
    await company.sql('cloud', `update supplier_invoice set payable = '1.00' where source_id = '${ids[2]}'`);
    // Back to the first batch, ours alone.
    await company.sql('cloud', `delete from staging_post_receipt where invoice_id <> '${ids[0]}'`);
    const row = saved.copy[0] ?? {};
    await company.sql(
      'cloud',
      `update staging_post_copy set head = '${row.head}', previous_head = '${row.previous_head}',
         batch_id = '${row.batch_id}', receipt_count = ${saved.receipts.length}`,
    );
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 1 });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect(await company.states(ids)).toEqual(ids.map(() => 'applied'));
    const edited = (await company.rows('cloud')).find(({ source_id: id }) => id === ids[2]);
    expect(Number(edited?.payable)).toBe(1);
    expect(await audit(company)).toMatchObject({ verdict: 'in_order', receipts: 4 });
    await company.leave();
  });
});

describe('an overwrite that goes back to before a deletion', () => {
  async function deletedThenOverwritten() {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    company.cp('cloud', 'laptop');
    const ids = await company.arriveMany(3);
    await company.reconcile();
    const [deleted = ''] = ids;
    await company.deleteByHand('cloud', deleted);
    await audit(company);
    company.cp('laptop', 'cloud');
    await company.reconcile();
    return { company, ids, deleted };
  }

  test('heals the others, and asks about what was deleted', async () => {
    const { company, ids, deleted } = await deletedThenOverwritten();
    expect(await company.standing('cloud')).toEqual(ids.slice(1).sort());
    expect(await invoiceRow(company.ledger, deleted)).toMatchObject({
      state: 'held',
      reasons: [{ code: 'deleted_before_overwrite' }],
    });
    await company.leave();
  });

  test.each([
    ['deleted', 'rejected', 2],
    ['heal', 'applied', 3],
  ] as const)('and does as the person says: %s', async (kind, state, standing) => {
    const { company, deleted } = await deletedThenOverwritten();
    expect(await resolve(company, { kind }, [deleted])).toEqual({ decided: [deleted], left: [] });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order' });
    expect(await company.states([deleted])).toEqual([state]);
    expect(await company.standing('cloud')).toHaveLength(standing);
    expect(await audit(company)).toMatchObject({ verdict: 'in_order' });
    await company.leave();
  });

  test.each(['delete it again', 'let it stay'])(
    'where the older state still holds it, is a question until somebody answers: %s',
    async (answer) => {
      const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
      const [deleted = ''] = await company.arriveMany(1);
      await company.reconcile();
      await copyData(company.ledger, { book: company.book, from: 'cloud', to: 'laptop', actor: 'test' });
      await company.deleteByHand('cloud', deleted);
      await audit(company);
      await copyData(company.ledger, { book: company.book, from: 'laptop', to: 'cloud', actor: 'test' });
      await company.reconcile();
      for (let looks = 0; looks < 2; looks += 1) {
        expect(await audit(company)).toMatchObject({ verdict: 'attention', returned: [deleted] });
      }
      // Nothing of theirs is ever deleted by us.
      expect(await company.standing('cloud')).toEqual([deleted]);
      const { books } = await readOverview(company.ledger.db, company.book);
      expect(books[0]).toMatchObject({ deletedReturned: 1, vanishedInQuestion: 0 });
      const left = [{ id: deleted, state: 'applied' }];
      expect(await resolve(company, { kind: 'deleted' }, [deleted])).toEqual({ decided: [], left });
      if (answer === 'let it stay') {
        expect(await vanishedToAskAbout(company.ledger.db, company.book, 'heal')).toEqual([deleted]);
        expect(await resolve(company, { kind: 'heal' }, [deleted])).toEqual({ decided: [deleted], left: [] });
      } else await company.deleteByHand('cloud', deleted);
      expect(await audit(company)).toMatchObject({ verdict: 'in_order', returned: [], asked: [] });
      await company.leave();
    },
  );

  test('what a person wanted back and vanishes once more is asked about again', async () => {
    const { company, ids } = await companyWith('sqlite', 2);
    for (const id of ids) await company.deleteByHand('cloud', id);
    const { asked } = await audit(company);
    await resolve(company, { kind: 'heal' }, asked);
    await company.reconcile();
    await company.deleteByHand('cloud', ids[0] ?? '');
    expect(await audit(company)).toMatchObject({ verdict: 'attention', asked: [ids[0]] });
    await company.leave();
  });
});
