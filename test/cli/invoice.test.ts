import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InvoiceState } from '../../src/staging/states.ts';
import { invoiceRow, putInto, stage } from '../staging/support/staged.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { must } from './support/office.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await must(desk, 'book', 'add', 'nordvik', '--name', 'Nordvik Bygg AB');
});
afterAll(async () => await desk.close());

const stateOf = async (id: string) => (await invoiceRow(desk.ledger, id)).state;

async function staged(state: InvoiceState, book = 'nordvik'): Promise<string> {
  const { id } = await stage(desk.ledger, book);
  if (state !== 'ready') await putInto(desk.ledger, id, state);
  return id;
}

/** A book in which every state occurs once. */
async function bookWithEveryState(slug: string) {
  await must(desk, 'book', 'add', slug, '--name', slug);
  const states: InvoiceState[] = [
    'ready',
    'needs_review',
    'held',
    'conflict',
    'quarantined',
    'rejected',
    'applied',
  ];
  const ids: Partial<Record<InvoiceState, string>> = {};
  for (const state of states) ids[state] = await staged(state, slug);
  const states_ = async () =>
    Object.fromEntries(
      await Promise.all(states.map(async (state) => [state, await stateOf(ids[state] ?? '')])),
    );
  return { ids, states: states_ };
}

describe('invoice list and show', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await stage(desk.ledger, 'nordvik', {
      number: 'F-1',
      payable: '1250.00',
      documentType: 'creditNote',
      state: 'needs_review',
      reasons: [{ code: 'luhn', message: 'the number does not check' }],
    }));
  });

  test('list tells what each is, and a credit note has a minus sign for people only', async () => {
    const { code, json } = await desk.ask('invoice', 'list', '--book', 'nordvik');
    expect(code).toBe(0);
    expect(json).toEqual({
      total: 1,
      invoices: [
        {
          id,
          book: 'nordvik',
          delivery: expect.any(String),
          state: 'needs_review',
          documentType: 'creditNote',
          supplier: 'Norrby Kakel AB',
          invoiceNumber: 'F-1',
          issueDate: '2026-11-02',
          dueDate: null,
          currency: 'SEK',
          payable: '1250.00',
          reasons: [{ code: 'luhn', message: 'the number does not check' }],
          stagedAt: expect.any(String),
          appliedAt: null,
        },
      ],
    });
    expect((await desk.tell('invoice', 'list')).out).toMatch(
      /needs_review +Norrby Kakel AB +F-1 +2026-11-02 +– +−1250\.00 +SEK +the number does not check/,
    );
  });

  test('list takes several states, and names them all when one is unknown', async () => {
    expect((await desk.ask('invoice', 'list', '--state', 'ready,needs_review')).json.total).toBe(1);
    expect((await desk.ask('invoice', 'list', '--state', 'ready')).json.total).toBe(0);
    expect((await desk.tell('invoice', 'list', '--state', 'ready')).out).toBe('No invoice fits.\n');
    expect(await desk.ask('invoice', 'list', '--state', 'lost')).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringMatching(/There is no state lost; states are .*quarantined/) } },
    });
  });

  test('show has what was read, where it came from, and its history', async () => {
    const { code, json } = await desk.ask('invoice', 'show', id.slice(0, 8));
    expect(code).toBe(0);
    expect(json).toMatchObject({
      id,
      outcome: null,
      placed: null,
      invoice: { documentType: 'creditNote', invoiceNumber: 'F-1', totals: { payable: '1250.00' } },
      documents: [
        {
          delivery: expect.any(String),
          fileName: 'faktura.xml',
          mediaType: 'application/xml',
          role: 'primary',
        },
      ],
      events: [{ type: 'invoice:stage' }],
    });
    const { out } = await desk.tell('invoice', 'show', id);
    expect(out).toMatch(/why +the number does not check[\s\S]*Where it was read[\s\S]*Checks[\s\S]*History/);
    expect(await desk.ask('invoice', 'show', 'i00000000000')).toMatchObject({
      code: 3,
      json: { error: { code: 'no_such_invoice', hint: 'List them with: staging-post invoice list' } },
    });
  });
});

describe('decisions by id', () => {
  test('hold, release and reject, each with who and why', async () => {
    const id = await staged('ready');
    expect(await desk.ask('invoice', 'hold', id, '--reason', 'asked the supplier')).toMatchObject({
      code: 0,
      json: { decided: [id], left: [] },
    });
    expect(await stateOf(id)).toBe('held');
    expect((await desk.tell('invoice', 'release', id.slice(0, 12))).out).toMatch(
      /^1 invoice is released: a running worker applies/,
    );
    expect(await stateOf(id)).toBe('ready');
    await must(desk, 'invoice', 'reject', id, '--reason', 'not ours');
    const { events } = (await desk.ask('invoice', 'show', id)).json;
    expect(events.slice(1)).toMatchObject([
      { type: 'invoice:hold', reason: 'asked the supplier', actor: expect.stringMatching(/^cli:/) },
      { type: 'invoice:release', reason: null },
      { type: 'invoice:reject', reason: 'not ours' },
    ]);
  });

  test('what cannot be moved is left, said, and the exit code is 4; the others are moved', async () => {
    const [applied, ready] = [await staged('applied'), await staged('ready')];
    const { code, json } = await desk.ask('invoice', 'reject', applied, ready);
    expect({ code, json }).toEqual({
      code: 4,
      json: { decided: [ready], left: [{ id: applied, state: 'applied' }] },
    });
    const { out } = await desk.tell('invoice', 'hold', applied);
    expect(out).toContain(`${applied.slice(0, 12)} is applied: it cannot be held now`);
  });

  test('an unknown id stops everything before it begins', async () => {
    const ready = await staged('ready');
    expect((await desk.ask('invoice', 'hold', ready, 'i00000000000')).code).toBe(3);
    expect(await stateOf(ready)).toBe('ready');
  });

  test('replay reads the mails anew that the invoices came in, each once', async () => {
    const one = await stage(desk.ledger, 'nordvik');
    const two = await stage(desk.ledger, 'nordvik', {}, one.delivery);
    expect(await desk.ask('invoice', 'replay', one.id, two.id)).toMatchObject({
      code: 0,
      json: { invoices: [one.id, two.id], deliveries: [one.delivery] },
    });
    expect((await desk.tell('invoice', 'replay', one.id)).out).toBe(
      '1 invoice in 1 mail: read anew by a running worker within seconds.\n',
    );
  });
});

describe('decisions about a whole book', () => {
  test.each(['hold', 'release', 'reject', 'replay'])('%s needs to be told which', async (verb) => {
    for (const words of [[], ['--state', 'ready'], ['i00000000000', '--book', 'nordvik']]) {
      expect(await desk.ask('invoice', verb, ...words)).toMatchObject({
        code: 2,
        json: { error: { code: 'nothing_chosen', hint: expect.stringContaining(`invoice ${verb} --book`) } },
      });
    }
    expect(await desk.ask('invoice', verb, '--book', 'nordvyk', '--yes')).toMatchObject({
      code: 3,
      json: { error: { hint: expect.stringContaining('nordvik') } },
    });
  });

  test('without --yes nothing is done, and what would be is shown, with the ids for programs', async () => {
    const { ids, states } = await bookWithEveryState('asked');
    const before = await states();
    const meant = [ids.needs_review, ids.held];
    expect(
      await desk.ask('invoice', 'release', '--book', 'asked', '--state', 'needs_review,held'),
    ).toMatchObject({
      code: 2,
      json: { error: { code: 'not_confirmed', details: { invoices: meant } } },
    });
    const { code, out, err } = await desk.tell('invoice', 'release', '--book', 'asked', '--state', 'held');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: this would release 1 invoice of "asked":\n +invoice +state/);
    expect(err).toContain(`  ${ids.held?.slice(0, 12)}  held   Norrby Kakel AB`);
    expect(err).toMatch(/hint: Nothing was done\. .*--yes/);
    expect(await states()).toEqual(before);
  });

  test('release with --yes takes all that wait for a person, and leaves the rejected ones alone', async () => {
    const { ids, states } = await bookWithEveryState('released');
    const { code, json } = await desk.ask('invoice', 'release', '--book', 'released', '--yes');
    expect({ code, json }).toEqual({
      code: 0,
      json: { decided: [ids.needs_review, ids.held, ids.conflict, ids.quarantined], left: [] },
    });
    expect(await states()).toEqual({
      ready: 'ready',
      needs_review: 'ready',
      held: 'ready',
      conflict: 'ready',
      quarantined: 'ready',
      rejected: 'rejected',
      applied: 'applied',
    });
    await must(desk, 'invoice', 'release', '--book', 'released', '--state', 'rejected', '--yes');
    expect((await states()).rejected).toBe('ready');
  });

  test('hold and reject with --yes take what they can, and no other book is touched', async () => {
    const [here, elsewhere] = [await bookWithEveryState('held'), await bookWithEveryState('elsewhere')];
    const before = await elsewhere.states();
    await must(desk, 'invoice', 'hold', '--book', 'held', '--yes');
    expect(await here.states()).toMatchObject({
      ready: 'held',
      quarantined: 'held',
      rejected: 'rejected',
      applied: 'applied',
    });
    await must(desk, 'invoice', 'reject', '--book', 'held', '--state', 'held', '--yes');
    expect(await here.states()).toMatchObject({ ready: 'rejected', applied: 'applied' });
    expect(await elsewhere.states()).toEqual(before);
  });

  test('replay with --yes reads anew whatever is in no copy', async () => {
    const { ids } = await bookWithEveryState('replayed');
    const { json } = await desk.ask('invoice', 'replay', '--book', 'replayed', '--yes');
    expect(json.invoices).toEqual([ids.ready, ids.needs_review, ids.held, ids.conflict, ids.quarantined]);
  });

  test('where nothing is in such a state nothing is asked', async () => {
    await must(desk, 'book', 'add', 'empty', '--name', 'empty');
    expect(await desk.ask('invoice', 'reject', '--book', 'empty')).toEqual({
      code: 0,
      json: { decided: [], left: [] },
      err: '',
    });
  });

  test('of many the first ten are shown, and how many more there are', async () => {
    await must(desk, 'book', 'add', 'many', '--name', 'many');
    for (let number = 0; number < 12; number += 1) await staged('ready', 'many');
    const { err } = await desk.tell('invoice', 'hold', '--book', 'many');
    expect(err).toMatch(/this would hold 12 invoices of "many":/);
    expect(err.match(/ {2}i[0-9a-f]{11} {2}ready/g)).toHaveLength(10);
    expect(err).toContain('… and 2 more');
  });
});
