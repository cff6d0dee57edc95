/** From a mail to a correction to the next mail: what a person showed once is known, until it is to be forgotten. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseDelivery } from '../../src/ingest/parse-delivery.ts';
import { first, type OddInvoice, oddSheet, second } from '../ingest/pdf/support/odd-supplier.ts';
import { drawPaper } from '../ingest/support/paper.ts';
import { attached, mailOf } from '../ingest/support/raw-mail.ts';
import { openTestReader } from '../ingest/support/readers.ts';
import { receive } from '../staging/support/staged.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { must } from './support/office.ts';

const { reader } = openTestReader();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Kundbolaget i Ekeby AB');
});
afterAll(async () => await desk.close());

/** The invoice that a mail with this paper came to. */
async function sent(invoice: OddInvoice) {
  const puts = oddSheet(invoice).map(([text, x, y, { size = 9, right = false } = {}]) => ({
    text,
    x,
    y,
    size,
    rightAligned: right,
  }));
  const mail = mailOf([
    { type: 'application/pdf', headers: attached('faktura.pdf'), content: await drawPaper(puts) },
  ]);
  const { id } = await receive(desk.ledger, 'nordvik', mail.toString('latin1'));
  await parseDelivery(desk.ledger, reader, id);
  return await desk.ledger.db
    .selectFrom('invoice')
    .select(['id', 'state', 'invoice_number as number'])
    .where('delivery', '=', id)
    .executeTakeFirstOrThrow();
}

const third: OddInvoice = { ...second, number: 'K-3422', date: '2026-04-10', due: '2026-05-10' };
const supplier = 'org:5569991234';

test('one correction teaches where the supplier writes its number', async () => {
  const held = await sent(first);
  expect(held).toMatchObject({ state: 'needs_review', number: null });
  const { code, json } = await desk.ask('invoice', 'correct', held.id, 'invoiceNumber=K-3391');
  expect({ code, state: json.state }).toEqual({ code: 0, state: 'ready' });
  expect(json.learnt).toEqual([
    expect.objectContaining({ field: 'invoiceNumber', placement: 'beside', label: 'Löpnr' }),
  ]);
  expect(await sent(second)).toMatchObject({ state: 'ready', number: 'K-3407' });
});

test('what is not on the page teaches nothing, and that is said', async () => {
  const held = await sent({ ...first, number: 'K-3400', date: '2026-03-05' });
  const { out } = await desk.tell('invoice', 'correct', held.id, 'references.order=PO-77');
  expect(out).toContain('Nothing was learnt from it');
  expect((await desk.ask('supplier', 'show', 'nordvik', supplier)).json.learnt).toHaveLength(1);
});

test('what was learnt is shown with who showed it, and is gone when the supplier is forgotten', async () => {
  const { out } = await desk.tell('supplier', 'show', 'nordvik', supplier);
  expect(out).toMatch(/invoiceNumber +beside "Löpnr" +cli:/);
  await must(desk, 'supplier', 'forget', 'nordvik', supplier);
  expect((await desk.ask('supplier', 'show', 'nordvik', supplier)).json.learnt).toEqual([]);
  expect(await sent(third)).toMatchObject({ state: 'needs_review', number: null });
  const forgotten = await desk.ledger.db
    .selectFrom('event')
    .select('data')
    .where('type', '=', 'supplier:forgotten')
    .executeTakeFirstOrThrow();
  expect(forgotten.data).toMatchObject({ places: [{ field: 'invoiceNumber', label: 'Löpnr' }] });
});
