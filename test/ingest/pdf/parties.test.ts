/** Sellers without a legal form that stand with their numbers, and what is said of buyers. */
import { describe, expect, test } from '@jest/globals';
import { nameIn } from '../../../src/ingest/pdf/parties/names.ts';
import { amounts, head, title } from './support/plain-page.ts';
import { type Put, pagesOf, readPages } from './support/sheet.ts';

function read(puts: readonly Put[], ownVatIds: string[] = []) {
  const [found] = readPages(pagesOf([title, ...head, ...amounts, ...puts]), { ownVatIds })?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return found.invoice;
}

const buyer: Put[] = [
  ['Kund', 50, 150],
  ['Kundbolaget i Ekeby AB', 50, 164],
  ['Storgatan 1', 50, 176],
  ['123 45 Ekeby', 50, 188],
];

describe("the seller's name in small type in the foot", () => {
  test.each<[string, Put[]]>([
    [
      'in one line with its address and number',
      [['Sandtorps Måleri · Hamngatan 3 · 234 56 Ås · Org.nr 556999-1234', 50, 800, { size: 6 }]],
    ],
    [
      'beside them',
      [
        ['Sandtorps Måleri', 50, 800, { size: 6 }],
        ['Hamngatan 3, 234 56 Ås', 150, 800, { size: 6 }],
        ['Org.nr 556999-1234', 300, 800, { size: 6 }],
      ],
    ],
    [
      'above them',
      [
        ['Sandtorps Måleri', 50, 780, { size: 6 }],
        ['Hamngatan 3', 50, 788, { size: 6 }],
        ['234 56 Ås', 50, 796, { size: 6 }],
        ['Org.nr 556999-1234', 50, 804, { size: 6 }],
      ],
    ],
    [
      'with an account alone',
      [['Sandtorps Måleri, Hamngatan 3, 234 56 Ås, Bankgiro 5050-1055', 50, 800, { size: 6 }]],
    ],
  ])('%s', (_, footer) => {
    const { seller, evidence } = read([...buyer, ...footer]);
    expect(seller.name).toBe('Sandtorps Måleri');
    expect(evidence['seller.name']?.confidence).toBeGreaterThan(0.9);
  });

  test('is not the word that stands before an address', () => {
    const { seller } = read([
      ...buyer,
      ['Besöksadress', 50, 790, { size: 6 }],
      ['Hamngatan 3', 50, 798, { size: 6 }],
      ['Org.nr 556999-1234', 50, 806, { size: 6 }],
    ]);
    expect(seller.name).not.toBe('Besöksadress');
  });
});

test.each([
  'Ås Köpmannaförening',
  'Stiftelsen Solglimt',
  'Nørre Bakke Varmeværk A.m.b.a.',
  'Luc Marchand EI',
])('%s has a legal form', (name) => {
  const { seller, evidence } = read([...buyer, [name, 50, 60], ['Org.nr 556999-1234', 50, 800]]);
  expect(seller.name).toBe(name);
  expect(evidence['seller.name']?.confidence).toBeGreaterThanOrEqual(0.97);
});

describe("the buyer's VAT number", () => {
  const ours = 'SE556998765301';
  const seller: Put[] = [['Ekens Snickeri AB  Momsreg.nr SE556999123401', 50, 800]];

  test('is the one in its address', () => {
    const { buyer: told, seller: by } = read([...buyer, ['VAT-nr SE556998765301', 50, 200], ...seller]);
    expect([told.vatId, by.vatId]).toEqual([ours, 'SE556999123401']);
  });

  test("is the book's own wherever it stands", () => {
    const { buyer: told, seller: by } = read(
      [...buyer, ['Momsregnr SE556999123401   Momsregnr SE556998765301', 50, 800]],
      [ours],
    );
    expect([told.vatId, by.vatId]).toEqual([ours, 'SE556999123401']);
  });
});

describe('a person who ordered', () => {
  const seller: Put[] = [
    ['Ekens Snickeri AB', 50, 60],
    ['Org.nr 556999-1234', 50, 800],
  ];

  test('is not the buyer', () => {
    const invoice = read([...seller, ['Beställare:', 50, 150], ['Karin Ek', 130, 150]]);
    expect(invoice.buyer.name).toBeNull();
    expect(invoice.references.buyer).toBe('Karin Ek');
  });

  test('nor is the one whom the address names before the company', () => {
    const puts: Put[] = [
      ['Kund', 50, 150],
      ['Karin Ek', 50, 164],
      ['Kundbolaget i Ekeby AB', 50, 176],
      ['123 45 Ekeby', 50, 188],
    ];
    expect(read([...seller, ...puts]).buyer.name).toBe('Kundbolaget i Ekeby AB');
  });
});

describe('a company in a text', () => {
  test.each([
    ['Studio Duinzicht Industrielaan 23 5417 AB', null],
    ['Voorbeeldlaan 99, 1234 AB Duindorp', null],
    ['Nordin 1912 AB', 'Nordin 1912 AB'],
    ['Fjällro är ett varumärke hos Nordkust AB', 'Nordkust AB'],
    ['Vi tackar för ordern. Nordkust AB.', 'Nordkust AB'],
  ])('%s: %s', (text, name) => {
    expect(nameIn(text)?.name ?? null).toBe(name);
  });
});

describe('one company at the top and another with the numbers in the foot', () => {
  const top: Put[] = [
    ['Bergmat AG', 50, 60],
    ['Bergstrasse 1', 50, 72],
    ['8330 Bergdorf', 50, 84],
  ];
  const foot: Put[] = [
    ['Nordkust AB, Hamngatan 3, 234 56 Ås', 200, 790],
    ['Momsreg.nr SE556999123401', 200, 806],
  ];

  test('leave it unsure whose invoice it is, where both write of themselves', () => {
    const { evidence } = read([...top, ['Tel. +41 44 123 45 67', 50, 96], ...foot]);
    const { confidence, alternatives = [] } = evidence['seller.name'] ?? {};
    expect(confidence).toBeLessThan(0.9);
    expect(alternatives).toHaveLength(1);
  });

  test('are addressee and sender, where nothing but an address stands with the first', () => {
    const { seller, evidence } = read([...top, ...foot]);
    expect(seller.name).toBe('Nordkust AB');
    expect(evidence['seller.name']?.confidence).toBeGreaterThan(0.9);
  });
});
