/** A copy with a weaker promise is told as one, wherever copies are shown. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stage } from '../staging/support/staged.ts';
import { type FortnoxStandIn, startFortnox } from '../support/fortnox.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { must, reconcileOnce } from './support/office.ts';

let desk: Desk;
let fortnox: FortnoxStandIn;
beforeAll(async () => {
  [desk, fortnox] = await Promise.all([openDesk(), startFortnox()]);
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
});
afterAll(async () => {
  await desk?.close();
  await fortnox?.close();
});

const add = (url: string) => desk.ask('copy', 'add', 'nordvik', 'cloud', '--url', url, '--authoritative');

test('an address without a company, or over an open line, is refused with words', async () => {
  const without = new URL(fortnox.url);
  without.searchParams.delete('tenant');
  expect(await add(without.href)).toMatchObject({ code: 2, json: { error: { code: 'copy_url_invalid' } } });
  expect(await add('http://a:b@books.example/3?driver=fortnox&tenant=1')).toMatchObject({
    code: 2,
    json: { error: { message: expect.stringContaining('https') } },
  });
  expect(await add('https://books.example/')).toMatchObject({
    json: { error: { message: expect.stringContaining('driver') } },
  });
});

test('wrong credentials are told with what to mend, and without themselves', async () => {
  const wrong = new URL(fortnox.url);
  wrong.password = 'fel-hemlighet';
  const answer = await add(wrong.href);
  expect(answer).toMatchObject({
    code: 6,
    json: {
      error: {
        message: expect.stringContaining('invalid_client'),
        hint: expect.stringContaining('client secret'),
      },
    },
  });
  expect(JSON.stringify(answer)).not.toContain('fel-hemlighet');
});

test('it is added, written to, and shown with its promise on status, copy list and copy check', async () => {
  expect(await add(fortnox.url)).toMatchObject({ code: 0, json: { authoritative: true } });
  await stage(desk.ledger, 'nordvik', {});
  await reconcileOnce(desk, 'nordvik');
  expect(fortnox.books.invoices).toHaveLength(1);
  expect((await desk.ask('copy', 'list')).json).toMatchObject({
    copies: [{ copy: 'cloud', promise: 'weaker' }],
  });
  expect((await desk.ask('status')).json).toMatchObject({
    books: [{ copies: [{ kind: 'fortnox', promise: 'weaker' }], invoices: { applied: 1 } }],
  });
  expect((await desk.ask('copy', 'check', 'nordvik')).json).toMatchObject({
    // And no invoice was tried there.
    copies: [{ facts: { company: '5560001111', promise: expect.stringContaining('weaker') }, problems: [] }],
  });
  expect(fortnox.books.invoices).toHaveLength(1);
  expect(desk.everythingSaid()).not.toContain('hemligt');
});
