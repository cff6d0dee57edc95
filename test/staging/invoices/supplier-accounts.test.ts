/** Fault F1: a supplier that suddenly wants to be paid elsewhere. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { PaymentAccount } from '../../../src/invoice/invoice.ts';
import { decide } from '../../../src/staging/invoices/invoice-decisions.ts';
import { describeSupplier, forgetSupplier, listSuppliers } from '../../../src/staging/invoices/suppliers.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, anna, type Described, invoiceRow, stage } from '../support/staged.ts';

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

const known: PaymentAccount = { kind: 'bankgiro', id: '5402-9681' };
const other: PaymentAccount = { kind: 'bankgiro', id: '297-3675' };
const iban: PaymentAccount = { kind: 'iban', id: 'SE3550000000054910000003' };

const staged = async (accounts: PaymentAccount[], described: Described = {}) =>
  await stage(ledger, book, { accounts, ...described });
const release = async (id: string) =>
  await ledger.transaction(async (tx) => await decide(tx, 'release', [id], anna));

test('a new supplier is taken with the account that it names, and with that one ever after', async () => {
  expect((await staged([known])).state).toBe('ready');
  expect((await staged([{ kind: 'bankgiro', id: '54029681' }])).state).toBe('ready');
  expect((await staged([])).state).toBe('ready');
});

test('another account is held, with the new and the known one shown', async () => {
  await staged([known]);
  const changed = await staged([other]);
  expect(changed).toMatchObject({ state: 'held', reasons: [{ code: 'account_changed' }] });
  expect(changed.reasons[0]?.message).toContain('bankgiro 297-3675');
  expect(changed.reasons[0]?.message).toContain('bankgiro 5402-9681 before');
});

test('one more account beside the known one is held as well', async () => {
  await staged([known]);
  const changed = await staged([known, iban]);
  expect(changed.state).toBe('held');
  expect(changed.reasons[0]?.message).toMatch(/payment to IBAN SE3550000000054910000003, where/);
});

test('an account becomes known by a release, not by coming again', async () => {
  await staged([known]);
  const first = await staged([other]);
  expect((await staged([other])).state).toBe('held');
  await release(first.id);
  expect((await invoiceRow(ledger, first.id)).state).toBe('ready');
  expect((await staged([other])).state).toBe('ready');
  expect((await staged([known])).state).toBe('ready');
});

test('what was rejected, or was never certain, makes no account known', async () => {
  const doubtful = await staged([other], { state: 'needs_review' });
  expect((await staged([known])).state).toBe('ready');
  await ledger.transaction(async (tx) => await decide(tx, 'reject', [doubtful.id], anna));
  expect((await staged([other])).state).toBe('held');
});

test('a supplier known by its name alone, and one that leaves its number out, are held to their accounts too', async () => {
  await staged([known], { supplier: 'Björkby Måleri AB' });
  expect((await staged([other], { supplier: 'BJÖRKBY MÅLERI', organisationNumber: null })).state).toBe(
    'held',
  );
});

test('another company of the same name has accounts of its own, as has the same company in another book', async () => {
  await staged([known], { supplier: 'Björkby Måleri AB', organisationNumber: '5599001234' });
  expect(
    (await staged([other], { supplier: 'Björkby Måleri AB', organisationNumber: '5599005672' })).state,
  ).toBe('ready');
  const elsewhere = await addTestBook(ledger);
  expect((await stage(ledger, elsewhere, { accounts: [other] })).state).toBe('ready');
});

test('a reading in doubt stays in doubt, with the account among its reasons', async () => {
  await staged([known]);
  const reasons = [{ code: 'missing:issueDate', message: 'no date was found' }];
  const doubtful = await staged([other], { state: 'needs_review', reasons });
  expect(doubtful.state).toBe('needs_review');
  expect(doubtful.reasons.map(({ code }) => code)).toEqual(['missing:issueDate', 'account_changed']);
});

test('a forgotten supplier is a new one: what it names next is what is known', async () => {
  await staged([known]);
  await ledger.transaction(async (tx) => await forgetSupplier(tx.db, book, 'org:5566778899', anna));
  expect((await staged([other])).state).toBe('ready');
  expect((await staged([known])).state).toBe('held');
});

test('suppliers are listed and shown with the accounts of their invoices', async () => {
  await staged([known]);
  await staged([known, iban]);
  await staged([], { organisationNumber: null, supplier: 'Örnäs Glas AB' });
  const { suppliers, total } = await listSuppliers(ledger.db, book, 10);
  expect(total).toBe(2);
  expect(suppliers.map(({ key, name, invoices }) => ({ key, name, invoices }))).toEqual([
    { key: 'name:örnäs glas', name: 'Örnäs Glas AB', invoices: 1 },
    { key: 'org:5566778899', name: 'Norrby Kakel AB', invoices: 2 },
  ]);
  const details = await describeSupplier(ledger.db, book, 'org:5566778899');
  expect(details.accounts.map(({ kind, id, invoices }) => [kind, id, invoices])).toEqual([
    ['bankgiro', '5402-9681', 2],
    ['iban', 'SE3550000000054910000003', 1],
  ]);
  await expect(describeSupplier(ledger.db, book, 'org:1')).rejects.toMatchObject({
    code: 'no_such_supplier',
  });
});
