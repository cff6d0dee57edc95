import { renameSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkIn, checkOut, copyData } from '../../src/reconcile/checkout.ts';
import { setAuthority } from '../../src/reconcile/handover.ts';
import { awayOf, lastHandoverOf, openHandoverOf } from '../../src/staging/books/handovers.ts';
import { typesOfEvents } from '../staging/support/staged.ts';
import { Company } from './support/company.ts';
import { losingAnswers } from './support/faulty-copy.ts';

let company: Company;
beforeEach(async () => {
  company = await Company.open(['cloud', 'laptop']);
});
afterEach(async () => await company.close());

const actor = 'cli:anna';

describe('checkout to a copy within reach', () => {
  test('takes the data along, fences the old copy and makes the new one authoritative, in one command', async () => {
    const ids = await company.arriveMany(4);
    await company.reconcile();
    await company.registerByHand('cloud', 'H-1');
    const result = await checkOut(company.ledger, {
      book: company.book,
      to: 'laptop',
      actor,
      holder: 'Anna',
    });
    expect(result).toMatchObject({ from: 'cloud', to: 'laptop', epoch: 2, fenced: true, copied: true });
    expect(await company.authority()).toMatchObject({ copy: 'laptop', epoch: 2 });
    expect(await company.identity('cloud')).toMatchObject({ fenced: true, epoch: 1 });
    expect(await company.identity('laptop')).toMatchObject({ fenced: false, epoch: 2 });
    expect(await company.standing('laptop')).toEqual([...ids].sort());
    expect((await company.rows('laptop')).map((row) => row.invoice_number)).toContain('H-1');

    const [later = ''] = await company.arriveMany(1);
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 1, overwritesSeen: 0 });
    expect(await company.standing('laptop')).toContain(later);
    expect(await company.standing('cloud')).not.toContain(later);
  });

  test('and back again brings everything home, and nothing is missed on the way', async () => {
    const before = await company.arriveMany(2);
    await company.reconcile();
    await checkOut(company.ledger, { book: company.book, to: 'laptop', actor });
    const meanwhile = await company.arriveMany(2);
    await company.reconcile();
    await company.registerByHand('laptop', 'H-2');
    await checkIn(company.ledger, { book: company.book, from: 'laptop', to: 'cloud', actor });
    const after = await company.arriveMany(1);
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 0 });
    expect(await company.standing('cloud')).toEqual([...before, ...meanwhile, ...after].sort());
    expect((await company.rows('cloud')).map((row) => row.invoice_number)).toContain('H-2');
    expect(await company.identity('laptop')).toMatchObject({ fenced: true });
  });

  test('asked for twice does nothing the second time', async () => {
    await checkOut(company.ledger, { book: company.book, to: 'laptop', actor });
    expect(await checkOut(company.ledger, { book: company.book, to: 'laptop', actor })).toBeNull();
    await checkIn(company.ledger, { book: company.book, from: 'laptop', to: 'cloud', actor });
    const again = await checkIn(company.ledger, { book: company.book, from: 'laptop', to: 'cloud', actor });
    expect(again).toBeNull();
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 3 });
  });

  test('refuses to overwrite what a person registered in the other copy and nowhere else', async () => {
    await company.registerByHand('laptop', 'H-9', '77.00');
    const checkout = { book: company.book, to: 'laptop', actor };
    await expect(checkOut(company.ledger, checkout)).rejects.toMatchObject({
      code: 'would_remove',
      message: expect.stringContaining('H-9 Norrby Kakel AB 77.00 SEK'),
    });
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 1 });
    expect(await company.identity('cloud')).toMatchObject({ fenced: false });
    expect(await checkOut(company.ledger, { ...checkout, overwrite: true })).toMatchObject({ copied: true });
    expect(await company.rows('laptop')).toEqual([]);
  });
});

describe('a book that is away', () => {
  test('collects invoices in staging, and has them applied by itself when it comes back', async () => {
    const before = await company.arriveMany(2);
    await company.reconcile();
    await checkOut(company.ledger, {
      book: company.book,
      to: null,
      actor,
      holder: 'Anna',
      note: 'månadsbokslut',
    });
    expect(await awayOf(company.ledger.db, company.book)).toMatchObject({
      holder: 'Anna',
      from_copy: 'cloud',
    });
    const meanwhile = await company.arriveMany(3);
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'away' });
    expect(await company.standing('cloud')).toEqual([...before].sort());

    // Her own tools: the file home, some work, and back again.
    company.cp('cloud', 'laptop');
    await company.registerByHand('laptop', 'H-3');
    company.cp('laptop', 'cloud');
    await checkIn(company.ledger, { book: company.book, from: null, to: 'cloud', actor });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 3 });
    expect(await company.standing('cloud')).toEqual([...before, ...meanwhile].sort());
    expect((await company.rows('cloud')).map((row) => row.invoice_number)).toContain('H-3');
    expect(await awayOf(company.ledger.db, company.book)).toBeUndefined();
  });

  test('may have been copied home before the fence: what came in between is healed', async () => {
    company.cp('cloud', 'laptop');
    const ids = await company.arriveMany(2);
    await company.reconcile();
    await checkOut(company.ledger, { book: company.book, to: null, actor });
    company.cp('laptop', 'cloud');
    await checkIn(company.ledger, { book: company.book, from: null, to: 'cloud', actor });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 2, overwritesSeen: 1 });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
  });

  test('can be brought from a registered copy in one command', async () => {
    const ids = await company.arriveMany(2);
    await company.reconcile();
    await checkOut(company.ledger, { book: company.book, to: null, actor });
    company.cp('cloud', 'laptop');
    await company.registerByHand('laptop', 'H-4');
    await checkIn(company.ledger, { book: company.book, from: 'laptop', to: 'cloud', actor });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order' });
    expect((await company.rows('cloud')).map((row) => row.invoice_number)).toContain('H-4');
    expect(await company.standing('cloud')).toEqual([...ids].sort());
  });

  test('is there only once: a second checkout does nothing', async () => {
    await checkOut(company.ledger, { book: company.book, to: null, actor });
    expect(await checkOut(company.ledger, { book: company.book, to: null, actor })).toBeNull();
    expect(await company.authority()).toMatchObject({ copy: null, epoch: 2 });
  });

  test('cannot be checked out further from nowhere', async () => {
    await checkOut(company.ledger, { book: company.book, to: null, actor });
    const checkout = checkOut(company.ledger, { book: company.book, to: 'laptop', actor });
    await expect(checkout).rejects.toMatchObject({ code: 'no_authority' });
  });
});

describe('a copy that cannot be fenced', () => {
  test('keeps the authority unless that is forced, and is left as it was', async () => {
    renameSync(company.file('cloud'), company.file('elsewhere'));
    const move = { book: company.book, to: 'laptop', actor, force: false };
    await expect(setAuthority(company.ledger, move)).rejects.toMatchObject({
      code: 'cannot_fence',
      hint: expect.stringContaining('could write there'),
    });
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 1 });
    expect(await openHandoverOf(company.ledger.db, company.book)).toBeUndefined();
  });

  test.each(['before', 'after'] as const)(
    'of which nobody knows whether it is, since the answer was lost (%s): the handover stays begun, and is repeated',
    async (loss) => {
      const ids = await company.arriveMany(1);
      const move = { book: company.book, to: 'laptop', actor, force: false };
      await expect(setAuthority(company.ledger, move, losingAnswers(loss))).rejects.toMatchObject({
        code: 'cannot_fence',
        hint: expect.stringContaining(`repeat the command, or take it back: staging-post authority set`),
      });
      expect(await openHandoverOf(company.ledger.db, company.book)).toMatchObject({ to_copy: 'laptop' });
      const waits = { kind: 'waiting', code: 'fenced', message: expect.stringContaining('did not end') };
      expect(await company.reconcile()).toMatchObject(loss === 'after' ? waits : { kind: 'in_order' });
      expect(await setAuthority(company.ledger, move)).toMatchObject({ fenced: true });
      await company.reconcile();
      expect(await company.states(ids)).toEqual(['applied']);
      expect(await openHandoverOf(company.ledger.db, company.book)).toBeUndefined();
    },
  );

  test('is owed a fence after a forced handover, which the sweep puts up when it is within reach', async () => {
    renameSync(company.file('cloud'), company.file('elsewhere'));
    await setAuthority(company.ledger, { book: company.book, to: 'laptop', actor, force: true });
    expect(await lastHandoverOf(company.ledger.db, company.book)).toMatchObject({ without_fence: true });
    expect(await typesOfEvents(company.ledger, `${company.book}/cloud`)).toContain('copy:not_fenced');
    await company.reconcile();
    renameSync(company.file('elsewhere'), company.file('cloud'));
    await company.reconcile();
    expect(await company.identity('cloud')).toMatchObject({ fenced: true });
    expect(await typesOfEvents(company.ledger, `${company.book}/cloud`)).toContain('copy:fenced_late');
  });
});

describe('copying data alone', () => {
  test('leaves the authority, gives the target its own identity, and fences it', async () => {
    const ids = await company.arriveMany(2);
    await company.reconcile();
    const own = await company.identity('laptop');
    await copyData(company.ledger, { book: company.book, from: 'cloud', to: 'laptop', actor });
    expect(await company.standing('laptop')).toEqual([...ids].sort());
    expect(await company.identity('laptop')).toMatchObject({ copyId: own?.copyId, fenced: true });
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 1 });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', overwritesSeen: 0 });
  });

  test('over the authoritative copy is an overwrite that is healed at once', async () => {
    await copyData(company.ledger, { book: company.book, from: 'cloud', to: 'laptop', actor });
    const ids = await company.arriveMany(3);
    await company.reconcile();
    await company.registerByHand('laptop', 'H-5');
    await copyData(company.ledger, { book: company.book, from: 'laptop', to: 'cloud', actor });
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 3, overwritesSeen: 1 });
    expect(await company.standing('cloud')).toEqual([...ids].sort());
    expect((await company.rows('cloud')).map((row) => row.invoice_number)).toContain('H-5');
  });
});
