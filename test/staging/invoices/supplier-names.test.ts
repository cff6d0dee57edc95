/** A page that tells its supplier by a number alone: the name is the one of the supplier's earlier invoices. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decide } from '../../../src/staging/invoices/invoice-decisions.ts';
import { forgetSupplier, listSuppliers } from '../../../src/staging/invoices/suppliers.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, anna, type Described, stage } from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
let book: string;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
beforeEach(async () => {
  book = await addTestBook(ledger);
});
afterAll(async () => await fresh.drop());

const staged = async (described: Described) => await stage(ledger, book, described);
const nameless = { supplier: null };

test('the newest name that the supplier was staged with is taken, and the invoice says from where', async () => {
  await staged({ supplier: 'Norrby Kakel' });
  const newest = await staged({ supplier: 'Norrby Kakel AB' });
  const { supplier_name, supplier_keys, data } = await staged(nameless);
  expect(supplier_name).toBe('Norrby Kakel AB');
  expect(supplier_keys).toContain('name:norrby kakel');
  expect(data).toMatchObject({
    seller: { name: 'Norrby Kakel AB' },
    evidence: {
      'seller.name': {
        source: 'ledger',
        where: `on invoice ${newest.id} of the same supplier`,
        confidence: 1,
      },
    },
  });
});

test('a name that stands on the page is never replaced', async () => {
  await staged({ supplier: 'Norrby Kakel AB' });
  expect((await staged({ supplier: 'Norrby Kakel & Klinker AB' })).supplier_name).toBe(
    'Norrby Kakel & Klinker AB',
  );
});

test('neither an account nor another book tells a name', async () => {
  const accounts: Described['accounts'] = [{ kind: 'bankgiro', id: '5402-9681' }];
  await staged({ accounts });
  expect((await staged({ ...nameless, organisationNumber: null, accounts })).supplier_name).toBeNull();
  expect(
    (await staged({ ...nameless, organisationNumber: '5599001234', accounts })).supplier_name,
  ).toBeNull();
  const elsewhere = await addTestBook(ledger);
  expect((await stage(ledger, elsewhere, nameless)).supplier_name).toBeNull();
});

test('an invoice that was never certain, or was rejected, tells no name', async () => {
  const doubtful = await staged({ supplier: 'Norby Kake1', state: 'needs_review' });
  expect((await staged(nameless)).supplier_name).toBeNull();
  await ledger.transaction(async (tx) => await decide(tx, 'reject', [doubtful.id], anna));
  expect((await staged(nameless)).supplier_name).toBeNull();
});

test('a forgotten supplier has no name but the next that it writes', async () => {
  await staged({});
  await ledger.transaction(async (tx) => await forgetSupplier(tx.db, book, 'org:5566778899', anna));
  expect((await staged(nameless)).supplier_name).toBeNull();
  await staged({ supplier: 'Norrby Kakel AB' });
  expect((await staged(nameless)).supplier_name).toBe('Norrby Kakel AB');
});

test('a supplier is listed by a name as long as any of its invoices has one', async () => {
  await staged({ supplier: 'Norrby Kakel AB', state: 'needs_review' });
  await staged(nameless);
  const { suppliers } = await listSuppliers(ledger.db, book, 10);
  expect(suppliers).toMatchObject([{ name: 'Norrby Kakel AB', invoices: 2 }]);
});
