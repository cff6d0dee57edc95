import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkIn, copyData } from '../../src/reconcile/checkout.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { setCheckInPolicy } from '../../src/staging/books/books.ts';
import { beginHandover } from '../../src/staging/books/handovers.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company } from './support/company.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => await fresh.drop());

/** The laptop's file, with its own identity, was copied over the cloud's while mail went on. */
async function laptopPutBack() {
  const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
  const ids = await company.arriveMany(2);
  await company.reconcile();
  await copyData(company.ledger, { book: company.book, from: 'cloud', to: 'laptop', actor: 'test' });
  await company.registerByHand('laptop', 'H-1');
  ids.push(...(await company.arriveMany(2)));
  await company.reconcile();
  company.cp('laptop', 'cloud');
  return { company, ids };
}

const troubleOf = async (company: Company) =>
  (
    await company.ledger.db
      .selectFrom('copy')
      .select('trouble')
      .where('book', '=', company.book)
      .where('name', '=', 'cloud')
      .executeTakeFirstOrThrow()
  ).trouble;

describe('another registered copy at the authoritative address', () => {
  test('is put to a person as the check-in that it most likely is, and nothing is written', async () => {
    const { company, ids } = await laptopPutBack();
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'found_check_in' });
    expect(await troubleOf(company)).toMatchObject({ message: expect.stringContaining('"laptop"') });
    expect(await company.standing('cloud')).toEqual(ids.slice(0, 2).sort());

    await checkIn(company.ledger, { book: company.book, from: null, to: 'cloud', actor: 'cli:anna' });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 2, overwritesSeen: 1 });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect(await troubleOf(company)).toBeNull();
    await company.leave();
  });

  test('is taken as one where the book’s owner said so, and what is missing is healed', async () => {
    const { company, ids } = await laptopPutBack();
    await setCheckInPolicy(company.ledger.db, company.book, 'accept', 'test');
    await company.reconcile();
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order' });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect((await company.rows('cloud')).map((row) => row.invoice_number)).toContain('H-1');
    const { epoch } = await company.authority();
    expect(epoch).toBe(2);
    expect(await company.identity('cloud')).toMatchObject({ epoch, fenced: false });
    await company.leave();
  });

  test('that the ledger does not know is never taken as one', async () => {
    const { company } = await laptopPutBack();
    await setCheckInPolicy(company.ledger.db, company.book, 'accept', 'test');
    await company.sql('cloud', `update staging_post_copy set copy_id = '${crypto.randomUUID()}'`);
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'other_copy' });
    await company.leave();
  });
});

describe('a handover that was interrupted', () => {
  test('after the copy had got its epoch is finished by the next look', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    const plan = { book: company.book, from: 'laptop', to: 'cloud', actor: 'test', epochAbove: 0 };
    const { epoch } = await company.ledger.transaction((tx) => beginHandover(tx.db, plan));
    await company.sql('cloud', `update staging_post_copy set epoch = ${epoch}`);
    const ids = await company.arriveMany(1);
    await company.reconcile();
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order' });
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch });
    expect(await company.standing('cloud')).toEqual(ids);
    await company.leave();
  });

  test('after the fence says what to finish, and can be taken back', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    const plan = { book: company.book, from: 'cloud', to: 'laptop', actor: 'cli:anna', epochAbove: 0 };
    await company.ledger.transaction((tx) => beginHandover(tx.db, plan));
    await company.sql('cloud', 'update staging_post_copy set fenced = 1');
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'fenced' });
    expect(await troubleOf(company)).toMatchObject({
      message: expect.stringContaining('begun by cli:anna'),
      hint: expect.stringContaining(`authority set ${company.book} cloud`),
    });
    await setAuthority(company.ledger, { book: company.book, to: 'cloud', actor: 'test', force: false });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order' });
    await company.leave();
  });
});
