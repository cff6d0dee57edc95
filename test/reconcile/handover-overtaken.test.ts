import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkIn, checkOut } from '../../src/reconcile/checkout.ts';
import { transferData } from '../../src/reconcile/copies/transfer.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { beginHandover } from '../../src/staging/books/handovers.ts';
import { Company } from './support/company.ts';

let company: Company;
beforeEach(async () => {
  company = await Company.open(['cloud', 'laptop', 'office']);
});
afterEach(async () => await company.close());

const actor = 'cli:anna';

test('a handover whose lease was taken over, and that another has overtaken, does not move the authority any more', async () => {
  const { book } = company;
  const ids = await company.arriveMany(2);
  await company.reconcile();
  const begun = { book, from: 'cloud', to: 'office', actor: 'cli:bo', epochAbove: 0 };
  const overtaken = checkOut(
    company.ledger,
    { book, to: 'laptop', actor },
    {
      transfer: async (...given) => {
        await company.ledger.transaction(async (tx) => await beginHandover(tx.db, begun));
        await transferData(...given);
      },
    },
  );
  await expect(overtaken).rejects.toMatchObject({ code: 'handover_overtaken', kind: 'refused' });
  expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 1 });

  await checkOut(company.ledger, { book, to: 'office', actor: 'cli:bo' });
  expect(await company.authority()).toMatchObject({ copy: 'office', epoch: 3 });
  expect(await company.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 0 });
  expect(await company.standing('office')).toEqual([...ids].sort());
});

test('one that was overtaken and done is refused as well, and the last word stands', async () => {
  const { book } = company;
  const overtaken = checkOut(
    company.ledger,
    { book, to: 'laptop', actor },
    {
      transfer: async (...given) => {
        await transferData(...given);
        await setAuthority(company.ledger, { book, to: 'office', actor: 'cli:bo', force: false }, undefined, {
          leaseWaitMs: 0,
        });
      },
    },
  );
  await expect(overtaken).rejects.toMatchObject({ code: 'handover_overtaken' });
  expect(await company.authority()).toMatchObject({ copy: 'office', epoch: 3 });
});

test('one that takes data which another has handed the book meanwhile gives them no earlier epoch', async () => {
  const { book, ledger } = company;
  await company.arriveMany(2);
  await company.reconcile();
  let arrived: Awaited<ReturnType<Company['identity']>> = null;
  const overtaken = checkIn(
    ledger,
    { book, from: 'office', to: 'laptop', actor, overwrite: true },
    {
      transfer: async (...given) => {
        await checkOut(ledger, { book, to: 'office', actor: 'cli:bo', overwrite: true }, { leaseWaitMs: 0 });
        expect(await company.identity('office')).toMatchObject({ epoch: 3, fenced: false });
        try {
          await transferData(...given);
        } finally {
          arrived = await company.identity('laptop');
        }
      },
    },
  );
  await expect(overtaken).rejects.toMatchObject({ code: 'handover_overtaken', kind: 'refused' });
  expect(arrived).not.toMatchObject({ epoch: 2 });
  expect(await company.authority()).toMatchObject({ copy: 'office', epoch: 3 });
  expect(await company.reconcile()).toMatchObject({ kind: 'in_order' });
});
