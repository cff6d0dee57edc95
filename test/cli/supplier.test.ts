import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stage } from '../staging/support/staged.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { must } from './support/office.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
});
afterAll(async () => await desk.close());

const key = 'org:5566778899';

test('without an invoice there is no supplier, and the answer says so', async () => {
  expect((await desk.tell('supplier', 'list', 'nordvik')).out).toBe('No invoice was staged yet.\n');
  expect(await desk.ask('supplier', 'list', 'nordvyk')).toMatchObject({
    code: 3,
    json: { error: { hint: 'Known books: nordvik' } },
  });
});

test('list and show tell who sent how many', async () => {
  await stage(desk.ledger, 'nordvik', { number: 'F-1' });
  await stage(desk.ledger, 'nordvik', { number: 'F-2' });
  const { code, json } = await desk.ask('supplier', 'list', 'nordvik');
  expect({ code, json }).toEqual({
    code: 0,
    json: {
      total: 1,
      suppliers: [
        { book: 'nordvik', key, name: 'Norrby Kakel AB', invoices: 2, lastStagedAt: expect.any(String) },
      ],
    },
  });
  expect((await desk.tell('supplier', 'list', 'nordvik')).out).toMatch(/org:5566778899 +Norrby Kakel AB +2 /);
  expect((await desk.ask('supplier', 'show', 'nordvik', key)).json).toMatchObject({
    key,
    invoices: 2,
    accounts: [],
    forgottenAt: null,
  });
});

test('forget is noted with its reason; of a supplier that never wrote it is refused', async () => {
  expect(await desk.ask('supplier', 'forget', 'nordvik', key, '--reason', 'new bank')).toMatchObject({
    code: 0,
    json: { book: 'nordvik', supplier: key },
  });
  expect((await desk.ask('supplier', 'show', 'nordvik', key)).json.forgottenAt).toEqual(expect.any(String));
  expect((await desk.tell('supplier', 'show', 'nordvik', key)).out).toMatch(/forgotten +\d{4}-/);
  expect(await desk.ask('supplier', 'forget', 'nordvik', 'org:5560360793')).toMatchObject({
    code: 3,
    json: { error: { code: 'no_such_supplier', hint: 'List them with: staging-post supplier list nordvik' } },
  });
});
