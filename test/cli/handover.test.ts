import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { withBookLease } from '../../src/reconcile/lease.ts';
import { openRegisteredCopy } from '../../src/reconcile/mandate.ts';
import { reconcileBook } from '../../src/reconcile/reconcile-book.ts';
import { stage, unique } from '../staging/support/staged.ts';
import { type Desk, openDesk } from './support/desk.ts';

let desk: Desk;
let book: string;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => await desk.close());

const file = (name: string) => path.join(desk.folder, `${book}-${name}.db`);

beforeEach(async () => {
  book = unique('handed');
  await desk.ask('book', 'add', book, '--name', 'Nordvik Bygg AB');
  for (const name of ['cloud', 'laptop']) {
    new DatabaseSync(file(name)).close();
    const authoritative = name === 'cloud' ? ['--authoritative'] : [];
    await desk.ask('copy', 'add', book, name, '--url', `sqlite:${file(name)}`, ...authoritative);
  }
});

const worker = async () =>
  await withBookLease(desk.ledger, book, () =>
    reconcileBook(desk.ledger, book, openRegisteredCopy, { batchSize: 10, reinstallAfterMs: 0 }),
  );

function inCopy(name: string, statement: string): unknown[] {
  const database = new DatabaseSync(file(name));
  try {
    return database.prepare(statement).all();
  } finally {
    database.close();
  }
}

/** What status says about this very book; the mails here were never seen in a mailbox, so their sum is another matter. */
async function wantsPerson(): Promise<string[]> {
  const { json } = await desk.ask('status', book);
  return (json.attention as { book: string | null; code: string }[])
    .filter((item) => item.book === book)
    .map(({ code }) => code);
}

const registerByHand = (name: string, number: string) =>
  inCopy(
    name,
    `insert into supplier_invoice (book, invoice_number, supplier_name, supplier_organisation_number, payable, currency)
     values ('${book}', '${number}', 'Norrby Kakel AB', '5566778899', '990.00', 'SEK')`,
  );

describe('authority checkout and checkin', () => {
  test('hand the book over with its data and back, each in one command', async () => {
    await stage(desk.ledger, book);
    await worker();
    const out = await desk.tell('authority', 'checkout', book, '--to', 'laptop', '--by', 'Anna');
    expect(out).toMatchObject({ code: 0, err: '' });
    expect(out.out).toContain(`"laptop" is the authoritative copy of "${book}" now (epoch 2).`);
    expect(out.out).toContain('"cloud" is fenced');
    expect(inCopy('laptop', 'select * from supplier_invoice')).toHaveLength(1);
    expect(await desk.ask('authority', 'checkout', book, '--to', 'laptop')).toMatchObject({
      code: 0,
      json: { done: 'before' },
    });
    const back = await desk.ask('authority', 'checkin', book, '--from', 'laptop', '--to', 'cloud');
    expect(back).toMatchObject({ code: 0, json: { done: 'now', epoch: 3, fenced: true, copied: true } });
  });

  test('away: status says with whom, why, and how many wait; what waited is applied when it is back', async () => {
    const words = ['--to', 'away', '--by', 'Anna', '--note', 'bokslut'];
    expect((await desk.tell('authority', 'checkout', book, ...words)).out).toContain('is away with Anna');
    await stage(desk.ledger, book);
    await stage(desk.ledger, book);
    const { out } = await desk.tell('status', book);
    expect(out).toMatch(/away with Anna, taken from cloud .*: bokslut; invoices wait/);
    expect(out).toContain(`${book} is away with Anna (bokslut): 2 invoices wait`);
    expect(await wantsPerson()).toEqual(['away']);
    expect((await desk.tell('authority', 'show', book)).out).toContain('away with Anna: invoices wait');
    await desk.ask('authority', 'checkin', book, '--to', 'cloud', '--copied');
    await worker();
    expect(inCopy('cloud', 'select * from supplier_invoice')).toHaveLength(2);
    expect(await wantsPerson()).toEqual([]);
  });

  test('ask where the data are, when that was not said, or said twice', async () => {
    for (const words of [[], ['--from', 'laptop', '--copied']]) {
      const answer = await desk.ask('authority', 'checkin', book, '--to', 'cloud', ...words);
      expect(answer).toMatchObject({ code: 2, json: { error: { code: 'data_not_named' } } });
    }
  });
});

describe('copy diff and copy guard', () => {
  test('tell what a push-back would take away, before anybody does it', async () => {
    await desk.ask('copy', 'take', book, '--from', 'cloud', '--to', 'laptop');
    await stage(desk.ledger, book);
    await worker();
    registerByHand('laptop', 'H-1');
    const { code, out } = await desk.tell('copy', 'diff', book, 'cloud', 'laptop');
    expect(code).toBe(0);
    expect(out).toContain('copying laptop over cloud would remove 1 invoice (');
    expect(out).toContain('of which 1 would be healed; laptop has 1 row by hand that cloud lacks');
    expect(out).toMatch(/Only in cloud\n.*\n.*put back/);
    const stopped = await desk.tell('copy', 'guard', book, '--from', 'laptop', '--to', 'cloud');
    expect(stopped.code).toBe(5);
    expect(stopped.out).toContain('would remove 1 invoice');
  });

  test('let a harmless one pass', async () => {
    await desk.ask('copy', 'take', book, '--from', 'cloud', '--to', 'laptop');
    const { code, out } = await desk.tell('copy', 'guard', book, '--from', 'laptop', '--to', 'cloud');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Nothing would be lost: copying laptop over cloud would remove no invoice.\n',
    });
  });
});

describe('copy take and copy bring', () => {
  test('refuse each other’s way, and to remove what is nowhere else', async () => {
    expect(await desk.ask('copy', 'take', book, '--from', 'laptop', '--to', 'cloud')).toMatchObject({
      code: 4,
      json: { error: { code: 'authoritative' } },
    });
    expect(await desk.ask('copy', 'bring', book, '--from', 'cloud', '--to', 'laptop')).toMatchObject({
      code: 4,
      json: { error: { code: 'not_authoritative' } },
    });
    registerByHand('cloud', 'H-2');
    const bring = ['copy', 'bring', book, '--from', 'laptop', '--to', 'cloud'];
    expect(await desk.ask(...bring)).toMatchObject({ code: 4, json: { error: { code: 'would_remove' } } });
    expect(inCopy('cloud', 'select * from supplier_invoice')).toHaveLength(1);
    expect(await desk.ask(...bring, '--overwrite')).toMatchObject({ code: 0 });
    expect(inCopy('cloud', 'select * from supplier_invoice')).toHaveLength(0);
  });
});

describe('invoice resolve', () => {
  test('shows both, and links an invoice in conflict to the row that a person names', async () => {
    registerByHand('cloud', 'K-7');
    const { id } = await stage(desk.ledger, book, { number: 'K-7', payable: '1250.00' });
    await worker();
    const { out } = await desk.tell('invoice', 'show', id);
    expect(out).toMatch(/this invoice +supplier_invoice 1/);
    expect(out).toMatch(/payable +1250\.00 +990\.00/);
    expect(out).toMatch(/put there +by mail +by hand/);
    expect(await desk.ask('invoice', 'resolve', id)).toMatchObject({ code: 2 });
    expect(await desk.ask('invoice', 'resolve', id, '--link', '1')).toMatchObject({
      code: 0,
      json: { resolution: 'link', decided: [id], left: [] },
    });
    await worker();
    expect((await desk.ask('invoice', 'show', id)).json).toMatchObject({
      state: 'applied',
      outcome: 'linked',
    });
  });

  test('answers for all that vanished from a book together', async () => {
    for (let n = 0; n < 2; n += 1) await stage(desk.ledger, book);
    await worker();
    await desk.ask('audit', book);
    inCopy('cloud', 'delete from supplier_invoice');
    expect(await desk.ask('audit', book)).toMatchObject({ code: 5 });
    expect((await desk.tell('status', book)).out).toContain('2 invoices vanished from the copy');
    const healed = await desk.ask('invoice', 'resolve', '--book', book, '--heal');
    expect(healed.json.decided).toHaveLength(2);
    await worker();
    expect(inCopy('cloud', 'select * from supplier_invoice')).toHaveLength(2);
    expect(await wantsPerson()).toEqual([]);
  });

  test('says what does not fit', async () => {
    const { id } = await stage(desk.ledger, book);
    expect(await desk.ask('invoice', 'resolve', id, '--heal')).toMatchObject({
      code: 4,
      json: { decided: [], left: [{ id, state: 'ready' }] },
    });
  });
});

describe('book probe and book policy', () => {
  test('a probe is set, shown, tested and cleared; without a clear answer invoices wait and status says so', async () => {
    inCopy('cloud', 'create table checked_out (holder text)');
    const query = ['--copy', 'cloud', '--query', 'select holder from checked_out;'];
    expect(await desk.ask('book', 'probe', 'show', book)).toMatchObject({ code: 3 });
    expect(await desk.ask('book', 'probe', 'set', book, ...query, '--when', '=cloud')).toMatchObject({
      code: 0,
    });
    expect((await desk.tell('book', 'probe', 'test', book)).out).toBe('It says "": cloud.\n');
    inCopy('cloud', `insert into checked_out values ('bertil')`);
    expect(await desk.ask('book', 'probe', 'test', book)).toMatchObject({ code: 5 });
    await stage(desk.ledger, book);
    await worker();
    expect((await desk.tell('status', book)).out).toContain(
      'the probe says "bertil", which is no copy of this book',
    );
    expect((await desk.tell('book', 'probe', 'show', book)).out).toContain('bertil');
    expect(await desk.ask('book', 'probe', 'clear', book)).toMatchObject({ code: 0 });
    await worker();
    expect(inCopy('cloud', 'select * from supplier_invoice')).toHaveLength(1);
  });

  test('a probe asks one question of one party', async () => {
    for (const words of [
      [],
      ['--copy', 'cloud'],
      ['--url', 'ftp://x.example/'],
      ['--url', 'http://x.example/', '--copy', 'cloud'],
    ]) {
      expect(await desk.ask('book', 'probe', 'set', book, ...words)).toMatchObject({ code: 2 });
    }
    expect(
      await desk.ask('book', 'probe', 'set', book, '--url', 'http://x.example/', '--when', 'anna'),
    ).toMatchObject({
      code: 2,
    });
  });

  test('the policy is one of two', async () => {
    expect(await desk.ask('book', 'policy', book, '--found-check-in', 'accept')).toMatchObject({ code: 0 });
    expect(await desk.ask('book', 'policy', book, '--found-check-in', 'maybe')).toMatchObject({ code: 2 });
  });
});
