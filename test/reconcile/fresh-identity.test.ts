import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { genesisHead } from '../../src/invoice/identity.ts';
import type { Copy } from '../../src/reconcile/copies/copy.ts';
import { createIdentityIfMissing } from '../../src/reconcile/fresh-identity.ts';
import { openRegisteredCopy } from '../../src/reconcile/mandate.ts';
import { findCopy, urlOfCopy } from '../../src/staging/books/copies.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company, type CopyKind } from './support/company.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => {
  await fresh.drop();
});

const loseIdentity = async (company: Company) => {
  await company.sql('cloud', 'delete from staging_post_copy');
};

/** As a worker that falls asleep just before its next transaction begins. */
function sleepy(copy: Copy, meanwhile: () => Promise<void>): Copy {
  return {
    ...copy,
    async transaction(work) {
      await meanwhile();
      return await copy.transaction(work);
    },
  };
}

describe.each<CopyKind>(['sqlite', 'postgres'])('an identity row that is made anew (%s)', (kind) => {
  test('counts the receipts that stand there when it is written, though its writer slept since it looked', async () => {
    const company = await Company.open(['cloud'], { kind, lent: fresh });
    const { book, ledger } = company;
    const registered = await findCopy(ledger.db, book, 'cloud');
    const copy = openRegisteredCopy(registered, urlOfCopy(ledger, registered));
    await loseIdentity(company);
    const ids = await company.arriveMany(2);
    const sleeper = sleepy(copy, async () => {
      // Another worker makes it anew and applies; then the row is lost once more.
      await createIdentityIfMissing(copy, book, { copyId: registered.copy_id, epoch: 1 });
      await company.reconcile();
      expect(await company.standing('cloud')).toEqual([...ids].sort());
      await loseIdentity(company);
    });
    await createIdentityIfMissing(sleeper, book, { copyId: registered.copy_id, epoch: 1 });
    const identity = await company.identity('cloud');
    expect(identity).toMatchObject({ copyId: registered.copy_id, epoch: 1, receiptCount: 2 });
    // A head that nobody has seen: the next look audits, and applies nothing again.
    expect(identity?.head).not.toBe(genesisHead(book));
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 0 });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect(await company.states(ids)).toEqual(['applied', 'applied']);
    await copy.close();
    await company.leave();
  });

  test('leaves the row of another worker as it is, and its fence with it', async () => {
    const company = await Company.open(['cloud'], { kind, lent: fresh });
    const { book, ledger } = company;
    const registered = await findCopy(ledger.db, book, 'cloud');
    const copy = openRegisteredCopy(registered, urlOfCopy(ledger, registered));
    await loseIdentity(company);
    const sleeper = sleepy(copy, async () => {
      await createIdentityIfMissing(copy, book, { copyId: registered.copy_id, epoch: 2 });
      await company.sql('cloud', `update staging_post_copy set fenced = ${kind === 'sqlite' ? 1 : true}`);
    });
    await createIdentityIfMissing(sleeper, book, { copyId: registered.copy_id, epoch: 1 });
    expect(await company.identity('cloud')).toMatchObject({ epoch: 2, fenced: true, receiptCount: 0 });
    await copy.close();
    await company.leave();
  });
});
