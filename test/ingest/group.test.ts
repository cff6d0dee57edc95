import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentFinding, groupInvoices } from '../../src/ingest/group.ts';
import { blankInvoice } from '../../src/invoice/invoice.ts';

interface Wish {
  path: string;
  number?: string | null;
  payable?: string | null;
  organisationNumber?: string | null;
  rank?: 0 | 1 | 2;
  reasons?: { code: string; message: string }[];
}

function withInvoice({
  path,
  number = '1001',
  payable = '125.00',
  organisationNumber = '5560000001',
  rank = 0,
  reasons = [],
}: Wish): DocumentFinding {
  const invoice = blankInvoice('test', 'invoice');
  invoice.invoiceNumber = number;
  invoice.totals.payable = payable;
  invoice.seller.organisationNumber = organisationNumber;
  return {
    path,
    kind: 'invoice',
    invoices: [{ invoice, reasons }],
    rank,
    container: null,
    isKeepsake: false,
  };
}

function beside(path: string, changes: Partial<DocumentFinding> = {}): DocumentFinding {
  return { path, kind: 'attachment', invoices: [], rank: 0, container: null, isKeepsake: true, ...changes };
}

/** Each invoice as the paths of its documents, the primary first. */
function grouped(...documents: DocumentFinding[]) {
  return groupInvoices(documents).map((each) => each.documents.map(({ path, role }) => `${path} ${role}`));
}

describe('the documents of one mail', () => {
  test('that are one invoice as data and as a page are one, and the data is its identity', () => {
    expect(grouped(withInvoice({ path: '2', rank: 2 }), withInvoice({ path: '3' }))).toEqual([
      ['3 primary', '2 representation'],
    ]);
  });

  test('with several numbers are several invoices', () => {
    expect(grouped(withInvoice({ path: '2' }), withInvoice({ path: '3', number: '1002' }))).toEqual([
      ['2 primary'],
      ['3 primary'],
    ]);
  });

  test('with one number of two sellers are two invoices', () => {
    const [one, other] = groupInvoices([
      withInvoice({ path: '2' }),
      withInvoice({ path: '3', organisationNumber: '5560000019' }),
    ]);
    expect([one, other].map((each) => each?.reasons.map(({ code }) => code))).toEqual([
      ['same_number_twice'],
      ['same_number_twice'],
    ]);
  });

  test('where the page shows another amount than its data are one invoice with something wrong in it', () => {
    const [only, ...others] = groupInvoices([
      withInvoice({ path: '2' }),
      withInvoice({ path: '3', rank: 2, payable: '1250.00' }),
    ]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ state: 'needs_review', primaryPath: '2' });
    expect(only?.reasons.map(({ code }) => code)).toEqual(['representation_disagrees']);
  });

  test('where the page’s number was not found are still one, when they are the only two and the amounts agree', () => {
    expect(
      grouped(withInvoice({ path: '2' }), withInvoice({ path: '3', number: null, rank: 2 })),
    ).toHaveLength(1);
    expect(
      grouped(withInvoice({ path: '2' }), withInvoice({ path: '3', number: null, rank: 2, payable: '1.00' })),
    ).toHaveLength(2);
    expect(
      grouped(
        withInvoice({ path: '2' }),
        withInvoice({ path: '3', number: '1002' }),
        withInvoice({ path: '4', number: null, rank: 2 }),
      ),
    ).toHaveLength(3);
  });

  test('that came inside an e-invoice belong to it alone; others belong to the only invoice', () => {
    const inside = beside('2#1', { container: '2' });
    const beforeIt = beside('1');
    expect(grouped(beforeIt, withInvoice({ path: '2' }), inside)).toEqual([
      ['2 primary', '1 attachment', '2#1 attachment'],
    ]);
    expect(
      grouped(beforeIt, withInvoice({ path: '2' }), inside, withInvoice({ path: '3', number: '1002' })),
    ).toEqual([['2 primary', '2#1 attachment'], ['3 primary']]);
  });

  test('that are logos and signatures belong to no invoice', () => {
    expect(grouped(withInvoice({ path: '2' }), beside('3', { isKeepsake: false }))).toEqual([['2 primary']]);
  });

  test('an invoice is ready exactly when nothing speaks against it', () => {
    const doubt = { code: 'x', message: 'x' };
    const states = groupInvoices([
      withInvoice({ path: '2' }),
      withInvoice({ path: '3', number: '1002', reasons: [doubt] }),
    ]);
    expect(states.map(({ state, reasons }) => [state, reasons.length])).toEqual([
      ['ready', 0],
      ['needs_review', 1],
    ]);
  });
});

describe('in whatever order they are attached', () => {
  const invoices = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 50 }),
      copies: fc.subarray([0, 1, 2] as const, { minLength: 1 }),
    }),
    { selector: ({ number }) => number, maxLength: 6 },
  );

  test('each invoice is found once, with all its documents', () => {
    fc.assert(
      fc.property(
        invoices.chain((all) =>
          fc.tuple(
            fc.constant(all),
            shuffled(all.flatMap(({ number, copies }) => copies.map((rank) => ({ number, rank })))),
          ),
        ),
        ([all, documents]) => {
          const found = groupInvoices(
            documents.map(({ number, rank }) =>
              withInvoice({
                path: `${number}.${rank}`,
                number: String(number),
                payable: `${number}.00`,
                rank,
              }),
            ),
          );
          const shape = found.map((each) => each.documents.map(({ path }) => path));
          const expected = all.map(({ number, copies }) => copies.map((rank) => `${number}.${rank}`));
          expect(shape.sort(byText)).toEqual(expected.sort(byText));
        },
      ),
    );
  });

  test('a page is put to the data that says the same amount, where several invoices have one number', () => {
    fc.assert(
      fc.property(
        shuffled([
          withInvoice({ path: 'data of 100', payable: '100.00' }),
          withInvoice({ path: 'data of 200', payable: '200.00' }),
          withInvoice({ path: 'page of 100', payable: '100.00', rank: 2 }),
          withInvoice({ path: 'page of 200', payable: '200.00', rank: 2 }),
        ]),
        (documents) => {
          expect(grouped(...documents).sort(byText)).toEqual([
            ['data of 100 primary', 'page of 100 representation'],
            ['data of 200 primary', 'page of 200 representation'],
          ]);
        },
      ),
    );
  });

  test('every invoice that was read in a document is in exactly one group, and none is made up', () => {
    const wish = fc.record({
      number: fc.constantFrom('1', '2', null),
      payable: fc.constantFrom('1.00', '2.00', null),
      organisationNumber: fc.constantFrom('5560000001', '5560000019', null),
      rank: fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>,
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 7 }), (wishes) => {
        const documents = wishes.map((each, index) => withInvoice({ ...each, path: String(index) }));
        const paths = groupInvoices(documents).flatMap((each) => each.documents.map(({ path }) => path));
        expect(paths.sort()).toEqual(documents.map(({ path }) => path).sort());
      }),
    );
  });
});

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

function byText(a: readonly string[], b: readonly string[]): number {
  return a.join().localeCompare(b.join());
}
