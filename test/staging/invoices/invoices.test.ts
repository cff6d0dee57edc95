import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentId, invoiceId, sha256 } from '../../../src/invoice/identity.ts';
import { eventsOf } from '../../../src/staging/events.ts';
import { decide } from '../../../src/staging/invoices/invoice-decisions.ts';
import { findInvoice, stageInvoices } from '../../../src/staging/invoices/invoices.ts';
import type { Ledger } from '../../../src/staging/ledger.ts';
import { findDelivery } from '../../../src/staging/mail/deliveries.ts';
import { readContent } from '../../../src/staging/originals.ts';
import type { Bell } from '../../../src/staging/queue/queue.ts';
import type { InvoiceState } from '../../../src/staging/states.ts';
import { createTestLedger, type TestLedger } from '../../support/ledger.ts';
import {
  addTestBook,
  anna,
  type Described,
  invoiceRow,
  putInto,
  readingOf,
  receive,
  stage,
  typesOfEvents,
  unique,
} from '../support/staged.ts';

let fresh: TestLedger;
let ledger: Ledger;
let book: string;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
  book = await addTestBook(ledger);
});
afterAll(async () => await fresh.drop());

describe('the identity of an invoice', () => {
  test('follows from the book and the bytes of its document alone', async () => {
    const content = unique('document');
    const invoice = await stage(ledger, book, { content });
    expect(invoice.id).toBe(invoiceId(book, sha256(content)));
    const other = await addTestBook(ledger);
    expect((await stage(ledger, other, { content })).id).toBe(invoiceId(other, sha256(content)));
  });

  test('is the same in a ledger that was lost and reads the same mails in another order', async () => {
    const contents = ['a', 'b', 'c'].map((letter) => `${unique('document')}-${letter}`);
    const staged = async (into: Ledger, order: string[]) => {
      const ids = [];
      for (const content of order) ids.push((await stage(into, book, { content })).id);
      return ids.sort();
    };
    const first = await staged(ledger, contents);
    const again = await createTestLedger();
    await again.ledger.db.insertInto('book').values({ slug: book, name: book }).execute();
    expect(await staged(again.ledger, contents.toReversed())).toEqual(first);
    await again.drop();
  });

  test('the same document in another mail is the same invoice, only seen again', async () => {
    const content = unique('document');
    const number = unique('F');
    const first = await stage(ledger, book, { content, number });
    const again = await stage(ledger, book, { content, number });
    expect(again).toEqual(first);
    expect(await typesOfEvents(ledger, first.id)).toEqual(['invoice:stage', 'invoice:seen_again']);
  });
});

describe('staging', () => {
  test('keeps what was read, what may be searched for, and the document with its bytes', async () => {
    const content = unique('document');
    const { id: delivery } = await receive(ledger, book);
    const invoice = await stage(ledger, book, { content, number: 'F-2026/17', payable: '10.50' }, delivery);
    expect(invoice).toMatchObject({
      book,
      delivery,
      state: 'ready',
      invoice_number: 'F-2026/17',
      invoice_number_normalised: 'F202617',
      supplier_name: 'Norrby Kakel AB',
      supplier_keys: ['org:5566778899', 'name:norrby kakel'],
      issue_date: '2026-11-02',
      payable: '10.50',
      data: { invoiceNumber: 'F-2026/17', totals: { payable: '10.50' } },
    });
    const document = await ledger.db
      .selectFrom('invoice_document')
      .innerJoin('document', 'document.id', 'invoice_document.document')
      .select(['document.id', 'role', 'original'])
      .where('invoice', '=', invoice.id)
      .executeTakeFirstOrThrow();
    expect(document).toMatchObject({ id: documentId(delivery, '1'), role: 'primary' });
    expect((await readContent(ledger.db, document.original ?? '')).toString()).toBe(content);
  });

  test('does not keep the bytes of a document that no invoice needs', async () => {
    const { id } = await receive(ledger, book);
    const { documents } = readingOf();
    await ledger.transaction(async (tx) =>
      stageInvoices(tx, { ...(await findDelivery(tx.db, id)), book }, { documents, invoices: [] }, 'test'),
    );
    const rows = await ledger.db
      .selectFrom('document')
      .select('original')
      .where('delivery', '=', id)
      .execute();
    expect(rows).toEqual([{ original: null }]);
  });

  test.each([
    ['ready', 1],
    ['needs_review', 0],
  ] as const)('what is %s rings for its book %s times', async (state, times) => {
    const bells: Bell[] = [];
    const { id } = await receive(ledger, book);
    await ledger.transaction(async (tx) =>
      stageInvoices(
        { ...tx, ring: (bell) => void bells.push(bell) },
        { ...(await findDelivery(tx.db, id)), book },
        readingOf({ state }),
        'test',
      ),
    );
    expect(bells).toEqual(Array(times).fill({ kind: 'reconcile', book }));
  });

  test('a reading that names a document which it does not bring is a fault, not half an invoice', async () => {
    const { id } = await receive(ledger, book);
    const reading = { ...readingOf(), documents: [] };
    const staged = ledger.transaction(async (tx) =>
      stageInvoices(tx, { ...(await findDelivery(tx.db, id)), book }, reading, 'test'),
    );
    await expect(staged).rejects.toThrow('names no document 1');
    expect(await ledger.db.selectFrom('invoice').select('id').where('delivery', '=', id).execute()).toEqual(
      [],
    );
  });
});

describe('a possible duplicate', () => {
  /** Stages one, then another that differs in this, in a book of their own. */
  const afterOne = async (first: Described, second: Described) => {
    const own = await addTestBook(ledger);
    const one = await stage(ledger, own, { number: 'F-1', ...first });
    return { one, other: await stage(ledger, own, { number: 'F-1', ...second }) };
  };

  test.each<[string, Described, Described]>([
    ['the same number and supplier in other bytes', {}, {}],
    ['the number written another way', { number: 'f 1' }, { number: 'F/1' }],
    ['another amount', { payable: '10.00' }, { payable: '11.00' }],
    ['another date in the same year', { issueDate: '2026-01-01' }, { issueDate: '2026-12-31' }],
    ['a date on one of them only', { issueDate: null }, {}],
    ['no date on the second', {}, { issueDate: null }],
    [
      'a supplier known by its name alone',
      {},
      { organisationNumber: null, supplier: 'NORRBY KAKEL Aktiebolag' },
    ],
  ])('is held, with what it looks like: %s', async (_, first, second) => {
    const { one, other } = await afterOne(first, second);
    expect(other.state).toBe('held');
    expect(other.reasons).toMatchObject([
      { code: 'possible_duplicate', message: expect.stringContaining(one.id) },
    ]);
    expect(await invoiceRow(ledger, one.id)).toEqual(one);
  });

  test.each<[string, Described]>([
    ['another number', { number: 'F-2' }],
    ['another supplier', { organisationNumber: '5560160680', supplier: 'Ekens Snickeri AB' }],
    ['another year: number series restart', { issueDate: '2025-11-02' }],
    ['a credit note with the number of its invoice', { documentType: 'creditNote' }],
    ['no number at all', { number: null }],
  ])('is not seen in %s', async (_, second) => {
    const { other } = await afterOne({}, second);
    expect(other).toMatchObject({ state: 'ready', reasons: [] });
  });

  test('is not seen without anything that tells the supplier', async () => {
    const nobody = { supplier: null, organisationNumber: null };
    expect((await afterOne(nobody, nobody)).other.state).toBe('ready');
  });

  test('in doubt already, it stays so, with both reasons', async () => {
    const reasons = [{ code: 'sums', message: 'the sums do not agree' }];
    const { other } = await afterOne({}, { state: 'needs_review', reasons });
    expect(other.state).toBe('needs_review');
    expect(other.reasons.map(({ code }) => code)).toEqual(['sums', 'possible_duplicate']);
  });

  test('of one that was rejected is none: the second may be the right one', async () => {
    const own = await addTestBook(ledger);
    const one = await stage(ledger, own, { number: 'F-1' });
    await putInto(ledger, one.id, 'rejected');
    expect((await stage(ledger, own, { number: 'F-1' })).state).toBe('ready');
  });

  test('of another book is none', async () => {
    const number = unique('F');
    await stage(ledger, await addTestBook(ledger), { number });
    expect((await stage(ledger, book, { number })).state).toBe('ready');
  });
});

describe('reading anew', () => {
  /** What becomes of an invoice in this state when its own mail is read again, better. */
  const reread = async (state: InvoiceState, better: InvoiceState & ('ready' | 'needs_review')) => {
    const { id: delivery } = await receive(ledger, book);
    const content = unique('document');
    const number = unique('F');
    const first = await stage(ledger, book, { content, number, payable: '1.00' }, delivery);
    await putInto(ledger, first.id, state);
    return await stage(ledger, book, { content, number, payable: '2.00', state: better }, delivery);
  };

  test.each<[InvoiceState, 'ready' | 'needs_review', InvoiceState]>([
    ['needs_review', 'ready', 'ready'],
    ['ready', 'needs_review', 'needs_review'],
    ['ready', 'ready', 'ready'],
    ['held', 'ready', 'held'],
    ['conflict', 'ready', 'conflict'],
    ['quarantined', 'ready', 'quarantined'],
  ])('%s, found %s: it is %s, with what was read now', async (state, better, after) => {
    const invoice = await reread(state, better);
    expect(invoice).toMatchObject({ state: after, payable: '2.00' });
    expect((await eventsOf(ledger.db, invoice.id)).at(-1)).toMatchObject({ type: 'invoice:reread' });
  });

  test.each<InvoiceState>(['applying', 'applied', 'rejected'])('%s: nothing changes', async (state) => {
    const invoice = await reread(state, 'ready');
    expect(invoice).toMatchObject({ state, payable: '1.00' });
    expect(await typesOfEvents(ledger, invoice.id)).toEqual(['invoice:stage']);
  });

  test('what a person released stays released while it reads the same; another reading is looked at anew', async () => {
    const { id: delivery } = await receive(ledger, book);
    const doubtful = { content: unique('document'), number: unique('F'), state: 'needs_review' } as const;
    const { id } = await stage(ledger, book, doubtful, delivery);
    await ledger.transaction((tx) => decide(tx, 'release', [id], anna));
    const same = await stage(ledger, book, doubtful, delivery);
    expect(same).toMatchObject({ state: 'ready', cleared_by: 'cli:anna' });
    const other = await stage(ledger, book, { ...doubtful, payable: '9.00' }, delivery);
    expect(other).toMatchObject({ state: 'needs_review', cleared_by: null, payable: '9.00' });
  });

  test('however often and in whatever order mails are read, each document is one invoice', async () => {
    const own = await addTestBook(ledger);
    const mails = await Promise.all(['a', 'b', 'c'].map(async () => (await receive(ledger, own)).id));
    const contents = mails.map(() => unique('document'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2), { minLength: 1, maxLength: 8 }), async (order) => {
        for (const index of order) {
          const content = contents[index] ?? '';
          await stage(ledger, own, { content, number: `N${index}` }, mails[index]);
        }
        const rows = await ledger.db
          .selectFrom('invoice')
          .select(['id', 'state'])
          .where('book', '=', own)
          .execute();
        const known = new Set(contents.map((content) => invoiceId(own, sha256(content))));
        expect(rows.filter(({ id, state }) => !known.has(id) || state !== 'ready')).toEqual([]);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
      { numRuns: 15 },
    );
  });
});

test('an invoice that is not there is told as such', async () => {
  await expect(findInvoice(ledger.db, 'i000')).rejects.toMatchObject({
    code: 'no_such_invoice',
    kind: 'notFound',
  });
});
