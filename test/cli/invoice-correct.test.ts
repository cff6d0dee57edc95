import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { invoiceRow, stage } from '../staging/support/staged.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { must } from './support/office.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
});
afterAll(async () => await desk.close());

test('a person corrects what was read, and it is ready', async () => {
  const { id } = await stage(desk.ledger, 'nordvik', {
    state: 'needs_review',
    reasons: [{ code: 'unsure:totals.payable', message: 'not a sure place' }],
  });
  const { code, json } = await desk.ask('invoice', 'correct', id.slice(0, 8), 'totals.payable=1 300,00');
  expect({ code, json }).toEqual({
    code: 0,
    json: {
      invoice: id,
      corrected: [{ field: 'totals.payable', value: '1300.00' }],
      state: 'ready',
      learnt: [],
    },
  });
  expect((await invoiceRow(desk.ledger, id)).payable).toBe('1300.00');
});

test('a slip of the pen changes nothing', async () => {
  const { id } = await stage(desk.ledger, 'nordvik');
  const { code, json } = await desk.ask(
    ...['invoice', 'correct', id, 'totals.payable=1.00', 'seller.organisationNumber=556677-8898'],
  );
  expect({ code, error: json.error.code }).toEqual({ code: 2, error: 'correction_invalid' });
  expect((await invoiceRow(desk.ledger, id)).payable).toBe('1250.00');
});

test('two that are one are joined', async () => {
  const first = await stage(desk.ledger, 'nordvik');
  const second = await stage(desk.ledger, 'nordvik');
  expect((await desk.tell('invoice', 'regroup', first.id, '--with', second.id)).out).toMatch(
    /^1 invoice is one with/,
  );
  expect((await invoiceRow(desk.ledger, second.id)).state).toBe('rejected');
  expect(await desk.ask('invoice', 'regroup', first.id)).toMatchObject({
    code: 2,
    json: { error: { code: 'nothing_to_regroup' } },
  });
});
