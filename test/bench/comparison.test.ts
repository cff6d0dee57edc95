/** The comparison is the judge: what is not so may never count as right. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inventFacts } from '../../bench/generator/facts.ts';
import { tell } from '../../bench/generator/telling.ts';
import { usual } from '../../bench/generator/trade.ts';
import { compareInvoice, isSame, pair } from '../../bench/measure/comparison.ts';
import { type ExpectedInvoice, expectedOfTruth, type Field, fields } from '../../bench/measure/expected.ts';
import { createRandom } from '../../demo/generator/random.ts';
import { blankInvoice, type Invoice } from '../../src/invoice/invoice.ts';

/** An invoice of which everything is shown, and what is expected of it. */
function everythingShown(seed: number): { expected: ExpectedInvoice; invoice: Invoice } {
  const random = createRandom(seed);
  const facts = inventFacts(random, {
    ...usual(random, 'SE', { lines: [2, 5], rounds: true, isCredit: seed % 2 === 0 }),
  });
  const telling = tell(facts, { amount: { thousands: 'space', decimal: ',' }, date: 'iso' });
  telling.invoiceNumber();
  telling.issueDate();
  telling.dueDate();
  telling.currency();
  telling.sellerName();
  telling.sellerNumber();
  telling.sellerVat();
  telling.buyerName();
  telling.buyerVat();
  telling.net();
  telling.vat();
  telling.gross();
  telling.rounding();
  telling.payable();
  telling.account('bankgiro', facts.seller.bankgiro);
  telling.account('plusgiro', facts.seller.plusgiro);
  telling.iban();
  telling.reference();
  telling.order();
  telling.buyerReference();
  telling.preceding();
  for (const row of telling.breakdown()) [row.rate, row.taxable, row.tax].join();
  telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net', 'vatRate');
  const truth = telling.truth();
  return { expected: expectedOfTruth(truth), invoice: truth.invoice };
}

function outcomeOf(expected: ExpectedInvoice, invoice: Invoice, field: Field): string | undefined {
  return compareInvoice(expected, invoice).find((verdict) => verdict.field === field)?.outcome;
}

const seeds = fc.integer({ min: 1, max: 100_000 });

/** Another value of the same look: one digit is another digit, or a letter another letter. */
const anotherOf = (value: string, at: number): string => {
  const places = [...value.matchAll(/[0-9A-Za-z]/g)].map(({ index }) => index);
  const place = places[at % places.length] ?? 0;
  const old = value[place] ?? '';
  const swapped = /\d/.test(old) ? String((Number(old) + 1 + (at % 8)) % 10) : old === 'q' ? 'z' : 'q';
  return value.slice(0, place) + swapped + value.slice(place + 1);
};

type Change = (invoice: Invoice, change: (value: string) => string) => void;

/** How each field is made another; those of several values in any one of them. */
const changes: Record<Field, Change> = {
  documentType: (invoice) => {
    invoice.documentType = invoice.documentType === 'invoice' ? 'creditNote' : 'invoice';
  },
  invoiceNumber: (invoice, change) => {
    invoice.invoiceNumber = change(invoice.invoiceNumber ?? '');
  },
  issueDate: (invoice, change) => {
    invoice.issueDate = change(invoice.issueDate ?? '');
  },
  dueDate: (invoice, change) => {
    invoice.dueDate = change(invoice.dueDate ?? '');
  },
  currency: (invoice) => {
    invoice.currency = 'EUR';
  },
  'seller.name': (invoice, change) => {
    invoice.seller.name = change(invoice.seller.name ?? '');
  },
  'seller.organisationNumber': (invoice, change) => {
    invoice.seller.organisationNumber = change(invoice.seller.organisationNumber ?? '');
  },
  'seller.vatId': (invoice, change) => {
    invoice.seller.vatId = change(invoice.seller.vatId ?? '');
  },
  'buyer.name': (invoice, change) => {
    invoice.buyer.name = change(invoice.buyer.name ?? '');
  },
  'buyer.vatId': (invoice, change) => {
    invoice.buyer.vatId = change(invoice.buyer.vatId ?? '');
  },
  'totals.net': (invoice, change) => {
    invoice.totals.net = change(invoice.totals.net ?? '');
  },
  'totals.vat': (invoice, change) => {
    invoice.totals.vat = change(invoice.totals.vat ?? '');
  },
  'totals.gross': (invoice, change) => {
    invoice.totals.gross = change(invoice.totals.gross ?? '');
  },
  'totals.rounding': (invoice) => {
    invoice.totals.rounding = '0.77';
  },
  'totals.payable': (invoice, change) => {
    invoice.totals.payable = change(invoice.totals.payable ?? '');
  },
  'payment.accounts': (invoice, change) => {
    const [first] = invoice.payment.accounts;
    if (first) first.id = change(first.id);
  },
  'payment.reference': (invoice) => {
    // Zeros before a reference are no difference, so not a digit but a whole one more.
    invoice.payment.reference = `${invoice.payment.reference}7`;
  },
  vatBreakdown: (invoice, change) => {
    const [first] = invoice.vatBreakdown;
    if (first) first.tax = change(first.tax ?? '');
  },
  'references.order': (invoice, change) => {
    invoice.references.order = change(invoice.references.order ?? '');
  },
  'references.buyer': (invoice, change) => {
    invoice.references.buyer = change(invoice.references.buyer ?? '');
  },
  'references.preceding': (invoice) => {
    invoice.references.preceding = [...invoice.references.preceding, '7'];
  },
  lines: (invoice, change) => {
    const [first] = invoice.lines;
    if (first) first.net = change(first.net ?? '');
  },
};

describe('a value that is not so', () => {
  test.each(fields)('is never right, nor excused: %s', (field) => {
    fc.assert(
      fc.property(seeds, fc.nat(1000), (seed, at) => {
        const { expected, invoice } = everythingShown(seed);
        changes[field](invoice, (value) => anotherOf(value, at));
        expect(outcomeOf(expected, invoice, field)).toBe('wrong');
      }),
    );
  });

  test.each(fields)('is wrong where nothing is shown: %s', (field) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { expected, invoice } = everythingShown(seed);
        const hidden = { ...expected, [field]: { values: [], accepted: expected[field]?.accepted ?? [] } };
        changes[field](invoice, (value) => anotherOf(value, 3));
        expect(outcomeOf(hidden, invoice, field)).toBe('wrong');
      }),
      { numRuns: 20 },
    );
  });
});

describe('the truth itself', () => {
  test('is right in every field that is shown', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { expected, invoice } = everythingShown(seed);
        for (const { field, outcome } of compareInvoice(expected, invoice)) {
          const isCreditOnly = field === 'references.preceding' && invoice.documentType === 'invoice';
          expect([field, outcome]).toEqual([field, isCreditOnly ? 'correctlyAbsent' : 'right']);
        }
      }),
    );
  });

  test('is absent, not wrong, where nothing was read', () => {
    const { expected } = everythingShown(2);
    for (const { field, outcome } of compareInvoice(expected, null))
      expect([field, outcome]).toEqual([field, 'absent']);
    const blank = compareInvoice(expected, blankInvoice('', 'creditNote'));
    expect(blank.filter(({ outcome }) => outcome === 'wrong')).toEqual([]);
  });

  test('is not right by halves: an account or a VAT subtotal fewer is absent, a line fewer wrong', () => {
    const { expected, invoice } = everythingShown(3);
    invoice.payment.accounts.pop();
    expect(outcomeOf(expected, invoice, 'payment.accounts')).toBe('absent');
    invoice.lines.pop();
    expect(outcomeOf(expected, invoice, 'lines')).toBe('wrong');
    const [subtotal] = invoice.vatBreakdown;
    if (subtotal) subtotal.taxable = null;
    expect(outcomeOf(expected, invoice, 'vatBreakdown')).toBe('absent');
  });

  test('may be told otherwise: a subtotal twice is wrong, in another order it is not', () => {
    const { expected, invoice } = everythingShown(3);
    const subtotals = [...invoice.vatBreakdown];
    invoice.vatBreakdown = subtotals.toReversed();
    expect(outcomeOf(expected, invoice, 'vatBreakdown')).toBe('right');
    const [first] = subtotals;
    if (first) invoice.vatBreakdown = [...subtotals, first];
    expect(outcomeOf(expected, invoice, 'vatBreakdown')).toBe('wrong');
  });
});

describe('what a page says in two ways', () => {
  /** A sole trader's invoice: the person beside the firm, a period beside the first line's description. */
  function saidTwice() {
    const facts = inventFacts(createRandom(5), usual(createRandom(5), 'FR', { lines: [2, 4] }));
    const telling = tell(facts, { amount: { thousands: 'space', decimal: ',' }, date: 'iso' });
    telling.sellerName();
    telling.sellerPerson();
    telling.lines('description', 'quantity', 'unitPrice', 'net');
    telling.besideDescription(0, 'juin 2026');
    const truth = telling.truth();
    return { expected: expectedOfTruth(truth), invoice: truth.invoice, facts };
  }

  test.each([
    [' juin 2026', 'right'],
    ['', 'right'],
    [' juillet 2026', 'wrong'],
    [' juin 2026 juin 2026', 'wrong'],
  ])('a description with "%s" after it is %s', (after, outcome) => {
    const { expected, invoice, facts } = saidTwice();
    const [first] = invoice.lines;
    if (first) first.description = `${facts.lines[0]?.description}${after}`;
    expect(outcomeOf(expected, invoice, 'lines')).toBe(outcome);
    if (first) first.quantity = null;
    expect(outcomeOf(expected, invoice, 'lines')).toBe(outcome === 'right' ? 'absent' : 'wrong');
  });

  test('what stands beside one description is not right beside another', () => {
    const { expected, invoice } = saidTwice();
    const second = invoice.lines[1];
    if (second) second.description += ' juin 2026';
    expect(outcomeOf(expected, invoice, 'lines')).toBe('wrong');
  });

  test('the person is the seller, the buyer is not', () => {
    const { expected, invoice, facts } = saidTwice();
    invoice.seller.name = facts.seller.person;
    expect(outcomeOf(expected, invoice, 'seller.name')).toBe('right');
    invoice.seller.name = facts.buyer.name;
    expect(outcomeOf(expected, invoice, 'seller.name')).toBe('wrong');
  });
});

test.each<[Field, string, string, boolean]>([
  ['totals.payable', '1250.00', '1250', true],
  ['totals.payable', '-.40', '-0.40', true],
  ['totals.payable', '1250.00', '12.50', false],
  ['totals.payable', '1250.00', '-1250.00', false],
  ['totals.payable', '1250.00', 'NaN', false],
  ['seller.name', 'Ekeberga Rör AB', 'EKEBERGA  RÖR AB', true],
  ['seller.name', 'Ekeberga Rör AB', 'Ekeberga Rör', true],
  ['seller.name', 'Ekeberga Rör AB', 'Ekeberga Rör HB', false],
  ['seller.name', 'Ekeberga Rör AB', 'Ekeberga Rör AB Norrfors', false],
  ['seller.name', 'Ekeberga Rör AB', 'Ekeberga', false],
  ['seller.organisationNumber', '5569991234', '556999-1234', true],
  ['seller.vatId', 'SE556999123401', 'SE 556999-1234 01', true],
  ['payment.accounts', 'bankgiro 5402-9681', 'bankgiro 54029681', true],
  ['payment.accounts', 'bankgiro 5402-9681', 'plusgiro 5402968-1', false],
  ['payment.accounts', 'other 12345678901234', 'other 5678901234', true],
  ['payment.accounts', 'other 12345678901234', 'other 901234', false],
  ['payment.accounts', 'other 12345678901234', 'bankgiro 7890-1234', false],
  ['payment.accounts', 'unknown 54029681', 'bankgiro 5402-9681', true],
  ['payment.accounts', 'iban SE3550000000054910000003', 'iban 54910000003', false],
  ['payment.reference', '0001234', '1234', true],
  ['payment.reference', '12340', '1234', false],
  ['invoiceNumber', 'F-2026 17', 'F-202617', true],
  ['invoiceNumber', 'F-2026/17', 'F-2026-17', false],
  ['issueDate', '2026-11-02', '2026-02-11', false],
])('%s: %s and %s are the same: %s', (field, expected, actual, same) => {
  expect(isSame(field, expected, actual)).toBe(same);
});

test('two invoices of one PDF are told apart by their numbers, whatever the order', () => {
  const [one, other] = [everythingShown(10), everythingShown(11)];
  const read = [{ invoice: other.invoice }, { invoice: one.invoice }, { invoice: blankInvoice('') }];
  const { pairs, surplus } = pair([one.expected, other.expected], read);
  expect(pairs.map((each) => each.read?.invoice)).toEqual([one.invoice, other.invoice]);
  expect(surplus).toEqual([read[2]]);
});
