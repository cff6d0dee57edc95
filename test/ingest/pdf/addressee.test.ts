/** Whose an address at the top of the page is, and a seller without a legal form that several places tell together. */
import { describe, expect, test } from '@jest/globals';
import { addressBlocks } from '../../../src/ingest/pdf/parties/address-blocks.ts';
import { isAddressLine, isCountry } from '../../../src/ingest/pdf/parties/names.ts';
import { likenessTo, type SenderAddress } from '../../../src/ingest/pdf/parties/sender-addresses.ts';
import { amounts, head as fields } from './support/plain-page.ts';
import { column, type Put, pageOf, pagesOf, readPages, sums } from './support/sheet.ts';

const title: Put = ['Faktura', 330, 60, { size: 18 }];

function read(...puts: readonly Put[]) {
  const [found] = readPages(pagesOf([title, ...fields, ...amounts, ...puts]))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  const { invoice, reasons } = found;
  return {
    invoice,
    codes: reasons.map(({ code }) => code),
    sure: invoice.evidence['seller.name']?.confidence,
  };
}

const address = (name: string, x: number, y: number, ...more: string[]): Put[] =>
  [name, 'Storgatan 12', '123 45 Ekeby', ...more].map((text, index): Put => [text, x, y + 12 * index]);

describe('an address at the top', () => {
  test('may be the addressee where it is the only one, and nothing that a sender writes of himself stands with it', () => {
    const { invoice, codes } = read(...address('Kundbolaget Mitt AB', 50, 74));
    expect(invoice.seller.name).toBeNull();
    expect(codes).toContain('missing:supplier');
  });

  test('is not taken for the seller, whose account is the one that is drawn from', () => {
    const { invoice } = read(...address('Kundbolaget Mitt AB', 50, 74), [
      'Beloppet dras från konto SE7659772811125709566969',
      50,
      600,
    ]);
    expect(invoice.seller.name).toBeNull();
  });

  test.each<[string, Put[]]>([
    ['with its mail address', address('Nordvik Snickeri', 50, 74, 'info@nordviksnickeri.example')],
    ['with a telephone', address('Nordvik Snickeri AB', 50, 74, 'Tel: 08-123 45 67')],
    [
      'in large type',
      [['Nordvik Snickeri', 50, 56, { size: 16 }], ...address('Nordvik Snickeri', 50, 74).slice(1)],
    ],
    [
      'named again in the foot',
      [...address('Nordvik Snickeri AB', 50, 74), ['Nordvik Snickeri AB', 250, 800]],
    ],
    [
      'beside a buyer who is told',
      [
        ...address('Nordvik Snickeri AB', 50, 74),
        ['Kund', 330, 200],
        ...address('Kundbolaget Mitt AB', 330, 214),
      ],
    ],
  ])("is the seller's %s", (_, puts) => {
    const { invoice } = read(...puts);
    expect(invoice.seller.name).toMatch(/^Nordvik Snickeri/);
  });

  test('is one of two of a kind: whose is whose is left open', () => {
    const { invoice } = read(...address('Bergmat Ås', 50, 120), ...address('Nordvik Snickeri', 330, 120));
    expect(invoice.seller.name).toBeNull();
  });
});

test("an address with the customer's number in it is the buyer's", () => {
  const { invoice } = read(
    ...address('Nordvik Snickeri AB', 50, 100, 'Tel: 08-123 45 67'),
    ...address('Bergmat Ås AB', 330, 200, 'Ert momsreg.nr: SE556999123401'),
  );
  expect(invoice.seller.name).toBe('Nordvik Snickeri AB');
  expect(invoice.buyer.name).toBe('Bergmat Ås AB');
});

test('an address ends where the paper tells of itself, though all lines of a letter are set alike', () => {
  const lines = [
    'Till: Kundbolaget Mitt AB, Storgatan 12, 123 45 Ekeby',
    'Fakturanr: 52752',
    'Avser arbete enligt överenskommelse.',
    'Betalas till bankgiro 5050-1055 inom 30 dagar.',
  ];
  const { invoice, codes } = read(
    ['Nordvik Snickeri AB', 50, 40],
    ...lines.map((text, index): Put => [text, 50, 100 + 22 * index]),
  );
  expect(invoice.payment.accounts).toEqual([{ kind: 'bankgiro', id: '5050-1055' }]);
  expect(codes).not.toContain('unsure:payment.accounts');
});

test('numbers are of the name over them in their column, not of an address beside them', () => {
  const [found] =
    readPages(
      pagesOf([
        ['Faktura', 50, 160, { size: 18 }],
        ...address('Nordvik Snickeri AB', 420, 46),
        ['Org.nr 556999-1234', 420, 89],
        ['Momsreg.nr SE556999123401', 420, 100],
        ...address('Kundbolaget Mitt AB', 40, 89),
        ...column(50, 170, 190, [
          ['Fakturanummer', '10045'],
          ['Fakturadatum', '2026-04-03'],
        ]),
        ...amounts,
      ]),
    )?.invoices ?? [];
  expect(found?.invoice.seller.organisationNumber).toBe('5569991234');
  expect(found?.invoice.seller.name).not.toBe('Kundbolaget Mitt AB');
});

test('what is set with wide lines is one address all the same', () => {
  const { invoice } = read(
    ['Kund', 50, 120],
    ['Bergmat Ås', 50, 141],
    ['Lilla torget, Ekeby, Västergötland', 50, 162],
    ['Storgatan 12', 50, 183],
  );
  expect(invoice.seller.name).toBeNull();
});

test('a heading in a row of headings has its value below', () => {
  const { invoice } = read(
    ['Kund', 50, 150],
    ['Ordernr', 150, 150],
    ['Fakturadatum', 250, 150],
    ['Förfallodatum', 350, 150],
    ['Bergmat Ås AB', 50, 164],
    ['4711', 150, 164],
    ['2026-04-03', 250, 164],
    ['2026-05-03', 350, 164],
  );
  expect(invoice.buyer.name).toBe('Bergmat Ås AB');
});

test('a heading may be said in two languages', () => {
  const { invoice } = read(
    ['Säljare / Seller', 50, 200],
    ['Nordvik Snickeri', 50, 214],
    ['Kund / Customer', 330, 200],
    ['Bergmat Ås', 330, 214],
  );
  expect(invoice.seller.name).toBe('Nordvik Snickeri');
  expect(invoice.buyer.name).toBe('Bergmat Ås');
});

test('"To" on the slip that goes back with the payment is the seller', () => {
  const puts: Put[] = [
    ['INVOICE', 50, 60, { size: 20 }],
    ['Marlow Books', 400, 60],
    ['Bright Cafe', 50, 120],
    ...column(330, 450, 160, [
      ['Invoice number', 'INV-0012'],
      ['Invoice date', '14 Sep 2026'],
    ]),
    ...sums(400, [
      ['Subtotal', '500.00'],
      ['Amount due USD', '500.00'],
    ]),
    ['PAYMENT ADVICE', 50, 560, { size: 18 }],
    ['To:', 50, 590],
    ['Marlow Books', 80, 590],
    ['12 Mill Lane', 80, 602],
    ['Customer', 330, 590],
    ['Bright Cafe', 450, 590],
  ];
  const [found] = readPages(pagesOf(puts))?.invoices ?? [];
  expect(found?.invoice.seller.name).toBe('Marlow Books');
});

describe('a name and the addresses on the page', () => {
  const at = (domain: string | null, person: string | null = null): SenderAddress[] => [
    { domain, person, cell: { text: '', page: 1, x: 0, y: 0, width: 0, height: 9, row: 0, column: 0 } },
  ];

  test.each<[string, SenderAddress[], string | null]>([
    ['Nordvik Snickeri', at('nordviksnickeri'), 'whole'],
    ['Nordvik Snickeri Aktiebolag', at('nordviksnickeri'), 'whole'],
    ['Nordvik Snickeri', at('nordvik'), 'firstWord'],
    ['Snickeri Nordvik', at('nordvikshus'), 'word'],
    ['Karin Ek', at(null, 'karinek'), 'whole'],
    ['Bergmat', at('nordvik'), null],
    ['Ås', at('as'), null],
  ])('%s', (name, addresses, likeness) => expect(likenessTo(name, addresses)).toBe(likeness));

  test("a mail address in the foot tells the seller's name", () => {
    const { invoice, sure } = read(...address('Nordvik Snickeri', 50, 74), [
      'www.nordvik-snickeri.example',
      50,
      800,
    ]);
    expect(invoice.seller.name).toBe('Nordvik Snickeri');
    expect(sure).toBeGreaterThan(0.9);
  });

  test("the customer's in its address tells nothing of the seller", () => {
    const { invoice } = read(
      ['Nordvik Måleri', 50, 40],
      ['Kund', 50, 150],
      ...address('Bergmat Ås', 50, 164, 'info@bergmat.example'),
    );
    expect(invoice.seller.name).not.toBe('Bergmat Ås');
  });
});

test.each([
  'Atlanta, GA 31772',
  'Gate 5, 34 Church Road',
  'London, W2 8HG',
  'North Saanich, BC V8L 4Z8',
  '2628 EB Delft',
  'DE 69876 Frankfurt',
  'Hovedgade 45B, 3400 Hillerød',
])('"%s" is a line of an address', (text) => expect(isAddressLine(text)).toBe(true));

test.each([
  ['Schweiz', true],
  ['Storbritannien', true],
  ['FRANCE', true],
  ['Norrfrukt', false],
])('%s is the name of a country: %s', (text, is) => expect(isCountry(text)).toBe(is));

test('an address is told by its street or town, and names are what stands above them', () => {
  const [block, ...others] = addressBlocks(
    pageOf(title, ...fields, ...amounts, ...address('Bergmat Ås AB', 50, 120), ['Sverige', 50, 156]),
  );
  expect(others).toEqual([]);
  expect(block?.names.map(({ text }) => text)).toEqual(['Bergmat Ås AB']);
  expect(block?.lines).toHaveLength(4);
});

describe('an address with a mail address in it, where no buyer is told', () => {
  const mail = 'info@nordviksnickeri.example';

  test("is the seller's at the top, where no envelope has its window", () => {
    const { sure } = read(...address('Nordvik Snickeri AB', 50, 74, mail));
    expect(sure).toBeGreaterThan(0.9);
  });

  test("may be the addressee's further down", () => {
    const { sure = 0 } = read(...address('Nordvik Snickeri', 50, 150, mail));
    expect(sure).toBeLessThan(0.85);
  });

  test('is no surer for a heading without a name below it', () => {
    const { sure = 0 } = read(
      ...address('Nordvik Snickeri', 50, 150, mail),
      ['Kund', 50, 250],
      ['10432', 50, 262],
    );
    expect(sure).toBeLessThan(0.85);
  });
});

test('who is to be paid, over an address, is the seller', () => {
  const puts: Put[] = [
    ['INVOICE', 250, 60, { size: 20 }],
    ...column(50, 200, 100, [
      ['Invoice #', 'INV-0012'],
      ['Invoice date', '14 Sep 2026'],
    ]),
    ['Bill To:', 50, 160],
    ['Bright Cafe', 50, 172],
    ['12 Mill Lane', 50, 184],
    ['Pay To:', 50, 220],
    ['Mona Developer', 50, 232],
    ['456 Harbour Lane', 50, 244],
    ...sums(400, [['TOTAL', '$500.00']]),
  ];
  const [found] = readPages(pagesOf(puts))?.invoices ?? [];
  expect(found?.invoice.seller.name).toBe('Mona Developer');
  expect(found?.reasons).toEqual([]);
});

test("the buyer's VAT number is told by its label in the buyer's address, also where its check digits are wrong", () => {
  const { invoice } = read(
    ['Kund', 50, 200],
    ...address('Bergmat Ås AB', 50, 214, 'Momsreg.nr: SE556999123501'),
    ['Momsreg.nr: SE556999123401', 250, 800],
  );
  expect(invoice.buyer.vatId).toBe('SE556999123501');
  expect(invoice.seller.vatId).toBe('SE556999123401');
});

describe('an address that nothing of a sender stands with, where the seller is only a picture', () => {
  const number: Put = ['Org.nr 556999-1234', 250, 800];

  test.each<[string, Put[]]>([
    [
      'though its town begins like the name',
      [
        ['Ekeby Snickeri AB', 50, 90],
        ['Storgatan 12', 50, 102],
        ['Ekeby', 50, 114],
      ],
    ],
    [
      "though another company's number is in it",
      [...address('Bergmat Ås AB', 50, 74, 'Org.nr: 559959-7126'), ['Momsreg.nr SE556999123401', 50, 800]],
    ],
    [
      'though it is sent there and delivered there',
      [...address('Bergmat Ås AB', 50, 180), ...address('Bergmat Ås AB', 250, 180).slice(0, 1)],
    ],
    [
      'though a common word of it is in a domain',
      [...address('Bergmat Snickeri AB', 50, 120), ['www.nordviksnickeri.example', 50, 780]],
    ],
  ])("is not the seller's, %s", (_, puts) => {
    const { sure = 0 } = read(...puts, number);
    expect(sure).toBeLessThan(0.85);
  });

  test('nor where every page repeats it', () => {
    const block = address('Bergmat Ås AB', 50, 120);
    const [found] =
      readPages(pagesOf([title, ...fields, ...block], [title, ...block, ...amounts, number]))?.invoices ?? [];
    expect(found?.invoice.evidence['seller.name']?.confidence ?? 0).toBeLessThan(0.85);
  });
});

test('what only its place tells is never quite sure: below a picture stands what its owner does', () => {
  const one: Put[] = [
    ['Inredningsarkitekt', 50, 60],
    ['Storgatan 12', 50, 72],
    ['123 45 Ekeby', 50, 84],
    ['Org.nr 556999-1234', 50, 96],
    ['Kund', 330, 200],
    ...address('Bergmat Ås AB', 330, 214),
  ];
  expect(read(...one).sure).toBeLessThan(0.97);
  expect(read(...one, ['www.inredningsarkitekt.example', 50, 800]).sure).toBeGreaterThan(0.97);
});
