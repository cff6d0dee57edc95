import { describe, expect, test } from '@jest/globals';
import type { HealSummary } from '../../src/staging/applying/heals-list.ts';
import { attentionOf } from '../../src/staging/attention.ts';
import { totalOf } from '../../src/staging/mail/mail-sum.ts';
import type { BookOverview, CopyOverview, Overview } from '../../src/staging/overview.ts';
import { type InvoiceState, invoiceStates } from '../../src/staging/states.ts';

const cloud: CopyOverview = {
  name: 'cloud',
  kind: 'sqlite',
  url: 'sqlite:/copies/cloud.db',
  promise: 'whole',
  isAuthoritative: true,
  seenHead: 'h',
  seenAt: new Date(),
  trouble: null,
  fenceOwedSince: null,
};

function bookOf(
  changes: Partial<BookOverview> = {},
  invoices: Partial<Record<InvoiceState, number>> = {},
): BookOverview {
  const none = Object.fromEntries(invoiceStates.map((state) => [state, 0])) as Record<InvoiceState, number>;
  return {
    book: 'acme',
    name: 'Acme AB',
    authority: { copy: 'cloud', epoch: 1, since: new Date(), actor: 'cli:anna', auditedAt: null },
    tip: 'h',
    isAtTip: true,
    copies: [cloud],
    away: null,
    unfinished: null,
    probe: null,
    vanishedInQuestion: 0,
    deletedReturned: 0,
    invoices: { ...none, ...invoices },
    deliveries: { invoice: 0, not_invoice: 0, needs_review: 0, unread: 0 },
    deliveriesWithoutInvoice: 0,
    heals: [],
    ...changes,
  };
}

function mailboxOf(changes: Partial<Overview['mailboxes'][number]> = {}): Overview['mailboxes'][number] {
  const mails = { stored: 0, acknowledged: 3, failing: 0, quarantined: 0, vanished: 0 };
  return { name: 'faktura', book: 'acme', sweptSecondsAgo: 10, lastError: null, mails, ...changes };
}

const overviewOf = (changes: Partial<Overview> = {}): Overview => ({
  books: [bookOf()],
  mailboxes: [mailboxOf()],
  unrouted: 0,
  sums: [],
  total: totalOf([]),
  ...changes,
});
const attention = (changes: Partial<Overview> = {}) =>
  attentionOf(overviewOf(changes), { sweepAgeMaxSeconds: 240 });
const ofBook = (changes: Partial<BookOverview>, invoices: Partial<Record<InvoiceState, number>> = {}) =>
  attention({ books: [bookOf(changes, invoices)] });
const ofMailbox = (changes: Partial<Overview['mailboxes'][number]>) =>
  attention({ mailboxes: [mailboxOf(changes)] });

test('where all is well nobody is asked for', () => {
  expect(attention()).toEqual([]);
  expect(ofBook({}, { ready: 5, applying: 5, applied: 500, rejected: 3 })).toEqual([]);
});

describe('a person is asked for', () => {
  test.each<[string, InvoiceState]>([
    ['a reading in doubt', 'needs_review'],
    ['what was held', 'held'],
    ['a conflict', 'conflict'],
    ['what the copy refused', 'quarantined'],
  ])('by %s, with how many and where to look', (_, state) => {
    expect(ofBook({}, { [state]: 1 })).toEqual([
      {
        code: `invoices_${state}`,
        book: 'acme',
        message: expect.stringMatching(/^acme: 1 invoice /),
        hint: expect.stringContaining(`staging-post invoice list --book acme --state ${state}`),
      },
    ]);
    expect(ofBook({}, { [state]: 2 })[0]?.message).toMatch(/^acme: 2 invoices /);
  });

  test('by no state that goes on by itself, and by every one that does not', () => {
    const asking = invoiceStates.filter((state) => ofBook({}, { [state]: 1 }).length > 0);
    expect(asking).toEqual(['needs_review', 'held', 'conflict', 'quarantined']);
  });

  test('by a book without an authoritative copy: make one so, or add one first', () => {
    const authority = { ...bookOf().authority, copy: null };
    const [item] = ofBook(
      { authority, copies: [{ ...cloud, isAuthoritative: false }] },
      { ready: 2, applying: 1 },
    );
    expect(item).toMatchObject({
      code: 'no_authority',
      message: expect.stringContaining('3 invoices wait'),
      hint: expect.stringContaining('authority set acme'),
    });
    expect(ofBook({ authority, copies: [] })[0]?.hint).toContain('copy add acme');
  });

  test('by trouble with the authoritative copy, in its own words; that of another copy is not urgent', () => {
    const trouble = { code: 'copy_unreachable', message: 'no answer', hint: null, since: null };
    expect(ofBook({ copies: [{ ...cloud, trouble }] }, { ready: 1 })).toEqual([
      {
        code: 'copy_unreachable',
        book: 'acme',
        message: 'acme/cloud: no answer; 1 invoice wait',
        hint: expect.stringContaining('copy check acme cloud'),
      },
    ]);
    expect(ofBook({ copies: [{ ...cloud, trouble: { ...trouble, hint: 'Start it.' } }] })[0]?.hint).toBe(
      'Start it.',
    );
    expect(
      ofBook({ copies: [cloud, { ...cloud, name: 'laptop', isAuthoritative: false, trouble }] }),
    ).toEqual([]);
  });

  test('by mails in doubt of which no invoice was staged, and by mails without a book', () => {
    expect(ofBook({ deliveriesWithoutInvoice: 1 })).toMatchObject([
      { code: 'mail_needs_review', message: expect.stringContaining('1 mail may') },
    ]);
    expect(attention({ unrouted: 2 })).toMatchObject([
      { code: 'unrouted_mail', book: null, message: '2 mails without a book' },
    ]);
  });

  test('by invoices that were deleted and stand again, with both answers', () => {
    expect(ofBook({ deletedReturned: 2 })).toMatchObject([
      {
        code: 'deleted_returned',
        message: expect.stringContaining('2 invoices had been deleted'),
        hint: expect.stringMatching(/Delete there once more.*invoice resolve --book acme --heal/),
      },
    ]);
  });

  test('by an overwrite while it is being healed', () => {
    const heal: HealSummary = {
      id: 'x',
      copy: 'cloud',
      foundBy: 'older_head',
      overwrittenSeenAt: new Date(),
      healedAt: null,
      lost: 4,
      healed: 1,
      waitingForPerson: 0,
    };
    expect(ofBook({ heals: [heal, { ...heal, healedAt: new Date() }] })).toMatchObject([
      { code: 'healing', message: 'acme/cloud was overwritten: 1 of 4 invoices are back' },
    ]);
  });

  test('by a sum that does not close', () => {
    expect(attention({ total: { ...totalOf([]), seen: 1, closes: false } })).toMatchObject([
      { code: 'sum_open' },
    ]);
  });
});

describe('a mailbox', () => {
  test.each([
    ['in trouble', { lastError: 'no route' }, 'mailbox_troubled'],
    [
      'in trouble and not swept for long',
      { lastError: 'no route', sweptSecondsAgo: 9999 },
      'mailbox_troubled',
    ],
    ['never swept', { sweptSecondsAgo: null }, 'mailbox_never_swept'],
    ['not swept for longer than is usual', { sweptSecondsAgo: 241 }, 'mailbox_not_swept'],
  ])('%s is told, in one line', (_, changes, code) => {
    expect(ofMailbox(changes)).toMatchObject([
      { code, book: 'acme', message: expect.stringContaining('faktura') },
    ]);
  });

  test('swept just in time is well', () => expect(ofMailbox({ sweptSecondsAgo: 240 })).toEqual([]));

  test('with mails that cannot be fetched is told beside', () => {
    const mails = { ...mailboxOf().mails, quarantined: 2, failing: 5 };
    expect(ofMailbox({ mails })).toMatchObject([
      {
        code: 'mail_quarantined',
        message: expect.stringContaining('2 mails'),
        hint: expect.stringContaining('mailbox show faktura'),
      },
    ]);
  });
});
