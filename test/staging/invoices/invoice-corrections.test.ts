import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Correction } from '../../../src/invoice/correction.ts';
import { eventsOf } from '../../../src/staging/events.ts';
import { correctInvoice } from '../../../src/staging/invoices/invoice-corrections.ts';
import { describeInvoice } from '../../../src/staging/invoices/invoice-list.ts';
import { joinInvoices, takeOut } from '../../../src/staging/invoices/regroup.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import { addTestBook, anna, invoiceRow, putInto, receive, stage, unique } from '../support/staged.ts';

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

const correction = (field: Correction['field'], value: Correction['value']): Correction => ({
  field,
  value,
  actor: anna.actor,
});
const correct = (id: string, ...corrections: Correction[]) =>
  ledger.transaction(async (tx) => await correctInvoice(tx, id, corrections, anna));

const inDoubt = {
  state: 'needs_review' as const,
  reasons: [{ code: 'missing:dueDate', message: 'no due date was found' }],
};

describe('a corrected invoice', () => {
  test('is what the person says, with the person as evidence, and an event of what it was', async () => {
    const { id } = await stage(ledger, book, { payable: '1250.00' });
    await correct(id, correction('totals.payable', '1350.00'));
    const row = await invoiceRow(ledger, id);
    expect(row).toMatchObject({ payable: '1350.00', state: 'ready' });
    expect(row.data.totals.payable).toBe('1350.00');
    expect(row.data.evidence['totals.payable']).toEqual({
      source: 'person',
      where: 'cli:anna',
      text: '1350.00',
      confidence: 1,
    });
    const events = await eventsOf(ledger.db, id);
    expect(events.at(-1)).toMatchObject({
      type: 'invoice:correct',
      data: { 'totals.payable': { was: '1250.00', is: '1350.00' } },
    });
  });

  test.each<[string, Correction['field'], string]>([
    ['missing:invoice_number', 'invoiceNumber', '77'],
    ['missing:payable', 'totals.payable', '10.00'],
    ['missing:supplier', 'seller.vatId', 'SE556677889901'],
    ['check_failed:luhn:organisationNumber', 'seller.organisationNumber', '5566778899'],
    ['recognised_unsure:payment.reference', 'payment.reference', '204172'],
  ])('%s is answered by %s', async (code, field, value) => {
    const { id } = await stage(ledger, book, { state: 'needs_review', reasons: [{ code, message: 'why' }] });
    expect(await correct(id, correction('buyer.name', 'Nordvik'))).toEqual({ state: 'needs_review' });
    expect(await correct(id, correction(field, value))).toEqual({ state: 'ready' });
  });

  test('that was only in doubt about what is corrected is ready', async () => {
    const { id } = await stage(ledger, book, inDoubt);
    expect(await correct(id, correction('dueDate', '2026-12-01'))).toEqual({ state: 'ready' });
    expect(await invoiceRow(ledger, id)).toMatchObject({ state: 'ready', reasons: [], cleared_by: null });
  });

  test('stays in doubt about the rest', async () => {
    const reasons = [...inDoubt.reasons, { code: 'totals_disagree', message: 'they do not add up' }];
    const { id } = await stage(ledger, book, { ...inDoubt, reasons });
    expect(await correct(id, correction('dueDate', '2026-12-01'))).toEqual({ state: 'needs_review' });
    expect((await invoiceRow(ledger, id)).reasons.map(({ code }) => code)).toEqual(['totals_disagree']);
  });

  test('stays corrected when its mail is read anew', async () => {
    const content = unique('document');
    const { id: delivery } = await receive(ledger, book);
    const { id } = await stage(ledger, book, { ...inDoubt, content, payable: '10.00' }, delivery);
    await correct(id, correction('totals.payable', '11.00'), correction('dueDate', null));
    await stage(ledger, book, { ...inDoubt, content, payable: '10.00' }, delivery);
    expect(await invoiceRow(ledger, id)).toMatchObject({ payable: '11.00', state: 'ready' });
  });

  test.each(['applying', 'applied', 'rejected'] as const)('cannot be %s', async (state) => {
    const { id } = await stage(ledger, book);
    await putInto(ledger, id, state);
    await expect(correct(id, correction('dueDate', null))).rejects.toMatchObject({
      code: 'not_correctable_now',
    });
  });
});

describe('regrouping', () => {
  const rolesOf = async (id: string) =>
    (await describeInvoice(ledger.db, id)).documents.map(({ role }) => role).sort();

  test('makes one of several: their documents are its own, and they are rejected with the reason', async () => {
    const first = await stage(ledger, book);
    const second = await stage(ledger, book);
    await ledger.transaction(async (tx) => await joinInvoices(tx, first.id, [second.id], anna));
    expect(await rolesOf(first.id)).toEqual(['primary', 'representation']);
    expect(await invoiceRow(ledger, second.id)).toMatchObject({
      state: 'rejected',
      reasons: [{ code: 'joined' }],
    });
    expect((await eventsOf(ledger.db, first.id)).at(-1)?.data).toEqual({ joined: [second.id] });
  });

  test('takes a file out again, but not the one that it was read from', async () => {
    const first = await stage(ledger, book);
    const second = await stage(ledger, book);
    await ledger.transaction(async (tx) => await joinInvoices(tx, first.id, [second.id], anna));
    const { documents } = await describeInvoice(ledger.db, first.id);
    const idOf = (role: string) => documents.find((each) => each.role === role)?.id ?? '';
    await ledger.transaction(async (tx) => await takeOut(tx, first.id, idOf('representation'), anna));
    expect(await rolesOf(first.id)).toEqual(['primary']);
    const out = (document: string) =>
      ledger.transaction(async (tx) => await takeOut(tx, first.id, document, anna));
    await expect(out(idOf('primary'))).rejects.toMatchObject({ code: 'is_primary' });
    await expect(out('p1')).rejects.toMatchObject({ code: 'no_such_document' });
  });

  test('joins nothing of another book, nothing with itself, and nothing that stands in a copy', async () => {
    const first = await stage(ledger, book);
    const foreign = await stage(ledger, await addTestBook(ledger));
    const applied = await stage(ledger, book);
    await putInto(ledger, applied.id, 'applied');
    const join = (id: string) =>
      ledger.transaction(async (tx) => await joinInvoices(tx, first.id, [id], anna));
    await expect(join(foreign.id)).rejects.toMatchObject({ code: 'other_book' });
    await expect(join(first.id)).rejects.toMatchObject({ code: 'other_book' });
    await expect(join(applied.id)).rejects.toMatchObject({ code: 'not_allowed_now' });
    expect(await rolesOf(first.id)).toEqual(['primary']);
  });
});
