import { once } from 'node:events';
import { renameSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type OpenCopy, openRegisteredCopy } from '../../src/reconcile/mandate.ts';
import { askProbe, understand } from '../../src/reconcile/probe.ts';
import { findCopy } from '../../src/staging/books/copies.ts';
import { clearProbe, type NewProbe, probeOf, setProbe } from '../../src/staging/books/probes.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';
import { Company, type CopyKind } from './support/company.ts';

let fresh: TestLedger;
const servers: Server[] = [];
beforeAll(async () => {
  fresh = await createTestLedger();
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(async () => await fresh.drop());

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function ask(
  company: Company,
  question: NewProbe['ask'],
  meanings: Record<string, string> = {},
  withoutFence = false,
) {
  const probe = { book: company.book, ask: question, meanings, withoutFence };
  await company.ledger.transaction((tx) => setProbe(company.ledger, tx.db, probe, 'test'));
}

const verdictOf = async (company: Company) => {
  const probe = await probeOf(company.ledger.db, company.book);
  if (!probe) throw new Error('no probe');
  return await askProbe(company.ledger, probe, openRegisteredCopy);
};

describe('what an answer means', () => {
  const meanings = { anna: 'laptop', '': 'cloud', out: 'away' };
  const copies = ['cloud', 'laptop'];
  test.each([
    ['anna\n', 'laptop'],
    ['', 'cloud'],
    ['out', null],
    ['laptop', 'laptop'],
  ])('%j names %p', (said, copy) => {
    expect(understand({ said }, meanings, copies)).toMatchObject({ kind: 'named', copy });
  });

  test('an unknown name holds, and so do silence and an empty answer without a meaning', () => {
    expect(understand({ said: 'bertil' }, meanings, copies)).toMatchObject({
      kind: 'hold',
      reason: { code: 'probe_unknown_name' },
    });
    expect(understand({ silent: 'nobody there' }, meanings, copies)).toMatchObject({ kind: 'hold' });
    expect(understand({ said: ' ' }, {}, copies)).toMatchObject({ reason: { code: 'probe_silent' } });
    expect(understand({ said: 'constructor' }, meanings, copies)).toMatchObject({ kind: 'hold' });
  });
});

describe.each<CopyKind>(['sqlite', 'postgres'])('a query on a copy (%s)', (kind) => {
  test('moves the authority to where the accounting program says, and back', async () => {
    const company = await Company.open(['cloud', 'laptop'], { kind, lent: fresh });
    await company.sql('cloud', 'create table checked_out (holder text)');
    const query = 'select holder from checked_out';
    await ask(company, { kind: 'sql', copy: 'cloud', query }, { anna: 'laptop', '': 'cloud' });
    const [first = ''] = await company.arriveMany(1);
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
    await company.sql('cloud', `insert into checked_out values ('anna')`);
    const [second = ''] = await company.arriveMany(1);
    await company.reconcile();
    expect(await company.authority()).toMatchObject({ copy: 'laptop', actor: 'probe' });
    expect(await company.identity('cloud')).toMatchObject({ fenced: true });
    expect(await company.standing('laptop')).toContain(second);
    expect(await company.standing('cloud')).toEqual([first]);
    await company.sql('cloud', 'delete from checked_out');
    await company.reconcile();
    expect(await company.authority()).toMatchObject({ copy: 'cloud' });
    expect(await company.standing('cloud')).toEqual([first, second].sort());
    await company.leave();
  });

  test('has no right to change anything, and no meaning with several rows', async () => {
    const company = await Company.open(['cloud'], { kind, lent: fresh });
    await company.registerByHand('cloud', 'H-1');
    for (const query of [
      'delete from supplier_invoice returning id',
      'select 1) a; delete from supplier_invoice; select * from (select 1',
      'select 1 union select 2',
      'select nothing from nowhere',
    ]) {
      await ask(company, { kind: 'sql', copy: 'cloud', query });
      expect(await verdictOf(company)).toMatchObject({ kind: 'hold' });
    }
    expect(await company.rows('cloud')).toHaveLength(1);
    await company.leave();
  });

  test('that does not end is ended when its time is over, and that is no answer', async () => {
    const company = await Company.open(['cloud', 'laptop'], { kind, lent: fresh });
    const endless = `with recursive endless(n) as (select 1 union all select n + 1 from endless)
      select max(n) from endless`;
    const registered = await findCopy(fresh.ledger.db, company.book, 'cloud');
    const copy = openRegisteredCopy(registered, company.urlOf('cloud'));
    await expect(copy.ask?.(endless, { timeoutMs: 500, rowsMax: 2 })).rejects.toMatchObject({
      code: 'copy_unreachable',
    });
    await copy.close();
    const impatient: OpenCopy = (given, url) => {
      const opened = openRegisteredCopy(given, url);
      return {
        ...opened,
        ask: async (query, limits) => (await opened.ask?.(query, { ...limits, timeoutMs: 500 })) ?? [],
      };
    };
    await ask(company, { kind: 'sql', copy: 'cloud', query: endless }, { '': 'laptop' });
    await company.arriveMany(1);
    expect(await company.reconcile(impatient)).toMatchObject({ kind: 'waiting', code: 'probe_silent' });
    expect(await company.standing('cloud')).toEqual([]);
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 1 });
    await company.leave();
  });
});

test('a query on a SQLite file whose answer takes all memory, or is longer than any name, is no answer', async () => {
  const company = await Company.open(['cloud'], { lent: fresh });
  for (const query of ['select length(zeroblob(999999999) || 1)', 'select hex(zeroblob(99999))']) {
    await ask(company, { kind: 'sql', copy: 'cloud', query });
    expect(await verdictOf(company)).toMatchObject({ kind: 'hold', reason: { code: 'probe_silent' } });
  }
  await company.leave();
});

describe('a request', () => {
  test('is asked with its secrets, which are sealed at rest and shown to nobody', async () => {
    const company = await Company.open(['cloud'], { lent: fresh });
    const heard: (string | undefined)[] = [];
    const address = await listen((request, response) => {
      heard.push(request.url, request.headers.authorization);
      response.end('cloud\n');
    });
    const url = address.replace('//', '//probe:hemligt@').concat('/lock?key=abc123');
    await ask(company, { kind: 'http', url });
    expect(await verdictOf(company)).toMatchObject({ kind: 'named', copy: 'cloud' });
    expect(heard).toEqual(['/lock?key=abc123', `Basic ${btoa('probe:hemligt')}`]);
    const stored = JSON.stringify(await probeOf(company.ledger.db, company.book));
    expect(stored).not.toMatch(/hemligt|abc123/);
    await company.leave();
  });

  test.each<[string, RequestListener]>([
    ['another status', (_request, response) => void response.writeHead(503).end('cloud')],
    [
      'a redirect, wherever it leads',
      (_request, response) => void response.writeHead(302, { location: '/x' }).end(),
    ],
    ['a long answer', (_request, response) => void response.end('cloud'.repeat(1_000))],
    [
      'an answer that breaks off',
      (request, response) => void response.write('cloud', () => request.destroy()),
    ],
  ])('that meets %s holds the book, and nothing is guessed', async (_name, listener) => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    await ask(company, { kind: 'http', url: await listen(listener) });
    await company.arriveMany(1);
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'probe_silent' });
    expect(await company.standing('cloud')).toEqual([]);
    expect(await company.authority()).toMatchObject({ copy: 'cloud', epoch: 1 });
    await company.ledger.transaction((tx) => clearProbe(tx.db, company.book, 'test'));
    expect(await company.reconcile()).toMatchObject({ kind: 'in_order', written: 1 });
    await company.leave();
  });

  test('that reaches nobody holds the book, and says so in one event', async () => {
    const company = await Company.open(['cloud'], { lent: fresh });
    const url = await listen((_request, response) => void response.end('cloud'));
    await ask(company, { kind: 'http', url });
    await company.reconcile();
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'probe_silent' });
    await company.reconcile();
    const events = await company.ledger.db
      .selectFrom('event')
      .select('reason')
      .where('book', '=', company.book)
      .where('type', '=', 'probe:answered')
      .execute();
    expect(events).toHaveLength(2);
    await company.leave();
  });

  test('whose word cannot be followed with a fence holds, unless it was said to do without', async () => {
    const company = await Company.open(['cloud', 'laptop'], { lent: fresh });
    const url = await listen((_request, response) => void response.end('laptop'));
    await ask(company, { kind: 'http', url });
    renameSync(company.file('cloud'), company.file('gone'));
    expect(await company.reconcile()).toMatchObject({ kind: 'waiting', code: 'cannot_fence' });
    expect(await company.authority()).toMatchObject({ copy: 'cloud' });
    await ask(company, { kind: 'http', url }, {}, true);
    await company.reconcile();
    expect(await company.authority()).toMatchObject({ copy: 'laptop' });
    await company.leave();
  });
});
