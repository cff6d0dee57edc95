import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkIn, checkOut } from '../../src/reconcile/checkout.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company } from './support/company.ts';
import { endMortals, startMortal } from './support/run-mortal.ts';

let fresh: TestLedger;
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterAll(async () => {
  endMortals();
  await fresh.drop();
});

/** More than any handover takes: a run that comes through alive ends the count. */
const stepsMax = 60;

describe('kill -9', () => {
  test('at any step of a checkout and of a checkin: repeated, it goes through, and nothing is lost or doubled', async () => {
    let survived = false;
    let kills = 0;
    for (let stopAt = 1; !survived && stopAt < stepsMax; stopAt += 1) {
      const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
      const { book, ledger } = company;
      const ids = await company.arriveMany(2);
      await company.reconcile();
      await company.registerByHand('cloud', 'H-1');

      const out = startMortal(fresh, {
        book,
        deed: { kind: 'checkout', to: 'laptop' },
        stopAt,
        how: 'SIGKILL',
      });
      const cameThrough = (await out.ended()) !== null;
      // A worker looks in between, and mail goes on.
      ids.push(...(await company.arriveMany(1)));
      await company.reconcile();
      await checkOut(ledger, { book, to: 'laptop', actor: 'test' });
      await company.reconcile();
      expect(await company.authority()).toMatchObject({ copy: 'laptop' });
      expect(await company.standing('laptop')).toEqual([...ids].sort());
      expect((await company.rows('laptop')).map((row) => row.invoice_number)).toContain('H-1');
      expect(await company.identity('cloud')).toMatchObject({ fenced: true });

      await company.registerByHand('laptop', 'H-2');
      const deed = { kind: 'checkin', from: 'laptop', to: 'cloud' } as const;
      const back = startMortal(fresh, { book, deed, stopAt, how: 'SIGKILL' });
      survived = cameThrough && (await back.ended()) !== null;
      await back.ended();
      ids.push(...(await company.arriveMany(1)));
      await company.reconcile();
      await checkIn(ledger, { book, from: 'laptop', to: 'cloud', actor: 'test' });
      expect(await company.reconcile()).toMatchObject({ kind: 'in_order' });
      expect(await company.standing('cloud')).toEqual([...ids].sort());
      expect((await company.rows('cloud')).map((row) => row.invoice_number)).toEqual(
        expect.arrayContaining(['H-1', 'H-2']),
      );
      expect(await company.states(ids)).toEqual(ids.map(() => 'applied'));
      expect(readdirSync(company.folder).filter((name) => name.includes('incoming'))).toEqual([]);
      kills += survived ? 0 : 1;
      await company.leave();
    }
    expect(survived).toBe(true);
    expect(kills).toBeGreaterThan(10);
  }, 480_000);
});
