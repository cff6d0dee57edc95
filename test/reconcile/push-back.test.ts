import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StandingInvoice } from '../../src/reconcile/copies/copy.ts';
import { foreseePushBack, isInTheWay, lostForGood, tellPushBack } from '../../src/reconcile/push-back.ts';
import { compareByHand } from '../../src/reconcile/rows-by-hand.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company, type CopyKind } from './support/company.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => await fresh.drop());

const foresee = async (company: Company) =>
  await foreseePushBack(company.ledger, { book: company.book, from: 'laptop', over: 'cloud' });

describe('before the file from home is copied over the cloud', () => {
  test('it is told how many invoices that takes away and puts back, and what only one of them has by hand', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    await company.arriveMany(1);
    await company.reconcile();
    company.cp('cloud', 'laptop');
    const ids = await company.arriveMany(2);
    await company.reconcile();
    for (const number of ['H-1', 'H-2', 'H-3']) await company.registerByHand('laptop', number);
    const report = await foresee(company);
    expect(report.removed.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(isInTheWay(report)).toBe(true);
    expect(lostForGood(report)).toBe(0);
    const said = tellPushBack(report);
    expect(said).toMatch(
      /^copying laptop over cloud would remove 2 invoices \(F-\S+ Norrby Kakel AB 1250\.00 SEK, /,
    );
    expect(said).toContain('of which 2 would be healed');
    expect(said).toContain('laptop has 3 rows by hand that cloud lacks');
    await company.leave();
  });

  test('nothing is in the way where nothing would go', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    await company.arriveMany(2);
    await company.reconcile();
    company.cp('cloud', 'laptop');
    await company.registerByHand('laptop', 'H-1');
    const report = await foresee(company);
    expect(isInTheWay(report)).toBe(false);
    expect(tellPushBack(report)).toBe(
      'copying laptop over cloud would remove no invoice; laptop has 1 row by hand that cloud lacks',
    );
    await company.leave();
  });

  test('what was registered by hand in the cloud meanwhile would be lost for good', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    company.cp('cloud', 'laptop');
    await company.registerByHand('cloud', 'H-7', '70.00');
    const report = await foresee(company);
    expect(lostForGood(report)).toBe(1);
    expect(tellPushBack(report)).toContain('H-7 Norrby Kakel AB 70.00 SEK) would be lost for good');
    await company.leave();
  });

  test('an invoice that is in one by hand and in the other by mail is in both', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    company.cp('cloud', 'laptop');
    await company.arrive({ number: 'M-1' });
    await company.reconcile();
    await company.registerByHand('laptop', 'm 1');
    const report = await foresee(company);
    expect(report.byHand).toMatchObject({ onlyInCopied: [], onlyInOverwritten: [] });
    await company.leave();
  });

  test.each<[string, string, (company: Company) => Promise<unknown>]>([
    [
      'a stranger',
      'other_copy',
      (company) => company.sql('laptop', `update staging_post_copy set copy_id = '${crypto.randomUUID()}'`),
    ],
    [
      'of another ledger',
      'ledger_behind',
      (company) => company.sql('laptop', 'update staging_post_copy set epoch = 17'),
    ],
    [
      'of an unknown history',
      'unknown_history',
      (company) => company.sql('laptop', `update staging_post_copy set head = 'nowhere'`),
    ],
    [
      'without anything of ours',
      'no_identity',
      (company) => company.sql('laptop', 'delete from staging_post_copy'),
    ],
  ])('a file that is %s is in the way', async (_what, code, change) => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    company.cp('cloud', 'laptop');
    await change(company);
    const report = await foresee(company);
    expect(report.problems.map((problem) => problem.code)).toEqual([code]);
    expect(isInTheWay(report)).toBe(true);
    await company.leave();
  });
});

test.each<CopyKind>(['sqlite', 'postgres'])('many rows are read page by page (%s)', async (kind) => {
  const company = await Company.open(['cloud', 'laptop'], { kind, lent: fresh });
  const numbers =
    kind === 'sqlite'
      ? `with recursive n(i) as (select 1 union all select i + 1 from n where i < 2500)`
      : `with n(i) as (select generate_series(1, 2500))`;
  await company.sql(
    'cloud',
    `${numbers}
    insert into supplier_invoice (book, invoice_number, supplier_name) select '${company.book}', 'N' || i, 'Norrby Kakel AB' from n`,
  );
  const report = await foresee(company);
  expect(report.byHand?.onlyInOverwritten).toHaveLength(2500);
  await company.leave();
});

describe('rows by hand', () => {
  const row = (change: Partial<StandingInvoice>): StandingInvoice => ({
    table: 'supplier_invoice',
    key: '1',
    supplierKeys: ['org:5566778899', 'name:norrby kakel'],
    invoiceNumber: 'A-1',
    issueDate: '2026-11-02',
    payable: '100.00',
    currency: 'SEK',
    documentType: 'invoice',
    receiptOf: null,
    ...change,
  });
  const compare = (copied: StandingInvoice[], overwritten: StandingInvoice[]) => {
    const { onlyInCopied, onlyInOverwritten, different } = compareByHand(copied, overwritten);
    return [onlyInCopied.length, onlyInOverwritten.length, different.length];
  };

  test.each<[string, Partial<StandingInvoice>, number[]]>([
    ['the same', {}, [0, 0, 0]],
    [
      'the same in another spelling, known by one key',
      { invoiceNumber: 'a 1', supplierKeys: ['name:norrby kakel'] },
      [0, 0, 0],
    ],
    ['another amount', { payable: '90.00' }, [0, 0, 1]],
    ['the same amount in another form', { payable: '100' }, [0, 0, 0]],
    ['another supplier', { supplierKeys: ['org:5590123450'] }, [1, 1, 0]],
    ['a credit note', { documentType: 'creditNote' }, [1, 1, 0]],
    ['ours, though its receipt is gone', { sourceId: 'i1' }, [0, 0, 0]],
  ])('%s', (_name, change, expected) => {
    expect(compare([row({})], [row(change)])).toEqual(expected);
  });

  test('without a number are the same by supplier, date and amount', () => {
    const bare = row({ invoiceNumber: '' });
    expect(compare([bare], [row({ invoiceNumber: '', key: '9' })])).toEqual([0, 0, 0]);
    expect(compare([bare], [row({ invoiceNumber: '', issueDate: '2026-11-03' })])).toEqual([1, 1, 0]);
  });
});
