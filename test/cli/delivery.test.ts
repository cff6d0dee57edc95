import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findDelivery, settleDelivery } from '../../src/staging/mail/deliveries.ts';
import { receive, stage } from '../staging/support/staged.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { addBookWithCopy, must } from './support/office.ts';
import { runProgram } from './support/process.ts';

let desk: Desk;
let routed: string;
let unrouted: string;

beforeAll(async () => {
  desk = await openDesk();
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
  routed = (await receive(desk.ledger, 'nordvik', 'a whole mail\r\n')).id;
  unrouted = (await receive(desk.ledger, null, 'whose mail?\r\n')).id;
});
afterAll(async () => await desk.close());

describe('delivery list', () => {
  test('tells of every mail what it came to, the newest first', async () => {
    const { code, json } = await desk.ask('delivery', 'list');
    expect(code).toBe(0);
    expect(json.total).toBe(2);
    expect(json.deliveries[1]).toEqual({
      id: routed,
      book: 'nordvik',
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      from: 'faktura@kakelboden.example',
      subject: 'Faktura',
      disposition: null,
      reasons: [],
      invoices: 0,
    });
    const { out } = await desk.tell('delivery', 'list');
    expect(out).toMatch(/to be read/);
    expect(out).toMatch(/none .*needs_review.*nobody claims it/);
  });

  test('shows only what is asked for', async () => {
    const idsOf = async (...words: string[]) =>
      (await desk.ask('delivery', 'list', ...words)).json.deliveries.map(({ id }: { id: string }) => id);
    expect(await idsOf('--book', 'nordvik')).toEqual([routed]);
    expect(await idsOf('--unrouted')).toEqual([unrouted]);
    expect(await idsOf('--unread')).toEqual([routed]);
    expect(await idsOf('--disposition', 'needs_review')).toEqual([unrouted]);
    expect(await idsOf('--disposition', 'invoice')).toEqual([]);
    expect((await desk.tell('delivery', 'list', '--disposition', 'invoice')).out).toBe('No delivery fits.\n');
    expect((await desk.tell('delivery', 'list', '--limit', '1')).out).toContain(
      '1 of 2 shown; see more with --limit 2',
    );
  });

  test('refuses words that mean nothing', async () => {
    expect(await desk.ask('delivery', 'list', '--limit', 'many')).toMatchObject({ code: 2 });
    expect(await desk.ask('delivery', 'list', '--disposition', 'lost')).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringContaining('invoice, not_invoice, needs_review') } },
    });
    expect(await desk.ask('delivery', 'list', '--book', 'nobody')).toMatchObject({ code: 3 });
  });
});

describe('delivery show', () => {
  test('tells everything of one, by the beginning of its id', async () => {
    const invoice = await stage(desk.ledger, 'nordvik', { number: 'F-77' }, routed);
    const { code, json } = await desk.ask('delivery', 'show', routed.slice(0, 12));
    expect(code).toBe(0);
    expect(json).toMatchObject({
      id: routed,
      book: 'nordvik',
      original: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 14 },
      messageId: '<1@kakelboden.example>',
      to: ['faktura@nordvik.example'],
      date: '2026-11-02T07:00:00.000Z',
      documents: [{ path: '1', fileName: 'faktura.xml', mediaType: 'application/xml', kind: 'invoice' }],
      invoices: [{ id: invoice.id, invoiceNumber: 'F-77', state: 'ready' }],
    });
    const { out } = await desk.tell('delivery', 'show', routed);
    expect(out).toMatch(/Documents\n[\s\S]*faktura\.xml[\s\S]*Invoices\n[\s\S]*F-77 +ready[\s\S]*History\n/);
  });

  test('says where to look when there is none, or a short id fits several', async () => {
    expect(await desk.ask('delivery', 'show', 'd00000000000')).toMatchObject({
      code: 3,
      json: { error: { code: 'no_such_delivery', hint: 'List them with: staging-post delivery list' } },
    });
  });
});

describe('delivery export', () => {
  test('writes the mail byte for byte, and leaves a file alone that is there', async () => {
    const file = path.join(desk.folder, 'mail.eml');
    expect(await desk.ask('delivery', 'export', routed, '--output', 'mail.eml')).toMatchObject({
      code: 0,
      json: { id: routed, file },
    });
    expect(await readFile(file, 'utf8')).toBe('a whole mail\r\n');
    await writeFile(file, 'mine');
    expect(await desk.ask('delivery', 'export', routed, '--output', 'mail.eml')).toMatchObject({
      code: 4,
      json: { error: { code: 'file_exists' } },
    });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test('goes into a pipe, and asks for a file where there would be something else', async () => {
    const surroundings = { folder: desk.folder, environment: desk.environment };
    expect(await runProgram(surroundings, ['delivery', 'export', routed])).toEqual({
      code: 0,
      out: 'a whole mail\r\n',
      err: '',
    });
    expect(await desk.ask('delivery', 'export', routed)).toMatchObject({
      code: 2,
      json: { error: { code: 'output_missing' } },
    });
  });
});

describe('delivery route and replay', () => {
  test('a mail without a book cannot be read anew, and says what comes first', async () => {
    expect(await desk.ask('delivery', 'replay', unrouted)).toMatchObject({
      code: 4,
      json: {
        error: {
          code: 'not_routed',
          hint: `Give it one with: staging-post delivery route ${unrouted} --book <slug>`,
        },
      },
    });
  });

  test('a mail is given to a book once, with the reason in its history', async () => {
    await addBookWithCopy(desk, 'acme');
    expect(await desk.ask('delivery', 'route', unrouted, '--book', 'acmee')).toMatchObject({
      code: 3,
      json: { error: { hint: 'Known books: acme, nordvik' } },
    });
    const { code, json } = await desk.ask(
      ...['delivery', 'route', unrouted.slice(0, 10), '--book', 'acme', '--reason', 'they moved'],
    );
    expect({ code, json }).toEqual({
      code: 0,
      json: { from: unrouted, delivery: expect.any(String), book: 'acme' },
    });
    const shown = (await desk.ask('delivery', 'show', json.delivery)).json;
    expect(shown).toMatchObject({ book: 'acme', disposition: null });
    expect(shown.events).toContainEqual(
      expect.objectContaining({ type: 'delivery:routed', reason: 'they moved' }),
    );
    expect((await desk.ask('delivery', 'list', '--unrouted')).json.deliveries).toEqual([]);
    expect(await desk.ask('delivery', 'route', routed, '--book', 'acme')).toMatchObject({
      code: 4,
      json: { error: { code: 'routed_already' } },
    });
  });

  test('several mails are read anew at once, and all or none', async () => {
    const { ledger } = desk;
    const other = (await receive(ledger, 'nordvik')).id;
    for (const id of [routed, other]) {
      await ledger.transaction(async (tx) =>
        settleDelivery(
          tx,
          await findDelivery(tx.db, id),
          { disposition: 'not_invoice', reasons: [] },
          'test',
        ),
      );
    }
    expect(await desk.ask('delivery', 'replay', routed, 'd00000000000')).toMatchObject({ code: 3 });
    expect((await findDelivery(ledger.db, routed)).disposition).toBe('not_invoice');
    expect(await desk.ask('delivery', 'replay', routed, other)).toMatchObject({
      code: 0,
      json: { replayed: [routed, other] },
    });
    expect((await findDelivery(ledger.db, routed)).disposition).toBeNull();
    expect((await desk.tell('delivery', 'replay', other)).out).toBe(
      '1 delivery is read anew by a running worker.\n',
    );
  });
});
