/** docs/extraction.md has every field of the contract, and its example has exactly the contract's form. */
import { expect, test } from '@jest/globals';
import type { Extract } from '../../src/ingest/extract-contract.ts';
import { blankInvoice, type Invoice } from '../../src/invoice/invoice.ts';
import { fencesOf, readDocuments } from './markdown.ts';

const document = readDocuments().find(({ file }) => file === 'docs/extraction.md') ?? { file: '', text: '' };

/** One of everything: a field that is added to the contract has to be added here, or this does not compile. */
const full: Extract = {
  disposition: 'needs_review',
  reasons: [{ code: '', message: '' }],
  invoices: [
    {
      ...blankInvoice('ubl'),
      vatBreakdown: [{ category: null, rate: null, taxable: null, tax: null }],
      payment: { accounts: [{ kind: 'iban', id: '' }], reference: null },
      references: { order: null, buyer: null, preceding: [''] },
      lines: [
        {
          id: null,
          description: null,
          quantity: null,
          unit: null,
          unitPrice: null,
          net: null,
          vatRate: null,
        },
      ],
      evidence: { x: { source: '', where: '', text: '', confidence: 1 } },
      checks: [{ rule: '', passed: true, message: '' }],
    } satisfies Invoice,
  ],
};

/** "seller.name", "lines[].net", "evidence.*.text". */
function pathsIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => pathsIn(each, `${path}[]`));
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, each]) => {
    const name = path === 'evidence' ? '*' : key;
    return pathsIn(each, path === '' ? name : `${path}.${name}`);
  });
}

test('the table has every field, and no other', () => {
  const { invoices, ...whole } = full;
  const paths = new Set([...pathsIn(whole, ''), ...invoices.flatMap((invoice) => pathsIn(invoice, ''))]);
  const told = [...document.text.matchAll(/^\| `([\w.[\]*]+)` +\|/gm)].map(([, path = '']) => path);
  const groups = [
    'reasons[]',
    'invoices[]',
    'vatBreakdown[]',
    'payment.accounts[]',
    'lines[]',
    'evidence',
    'checks[]',
  ];
  expect(told.filter((path) => !groups.includes(path)).sort()).toEqual([...paths].sort());
});

test('the example has the keys of the contract, in its order, on every level', () => {
  const [json = '{}'] = fencesOf(document)
    .filter(({ language }) => language === 'json')
    .map(({ text }) => text);
  const example = JSON.parse(json) as Extract;
  expect(Object.keys(example)).toEqual(Object.keys(full));
  // Nothing precedes an invoice: the list is empty in the example.
  const keysOf = (value: unknown) =>
    [...new Set(pathsIn(value, ''))].filter((path) => path !== 'references.preceding[]');
  expect(keysOf(example.invoices[0])).toEqual(keysOf(full.invoices[0]));
});

test('every other example is JSON', () => {
  const examples = fencesOf(document).filter(({ language }) => language === 'json');
  expect(examples.length).toBeGreaterThan(2);
  for (const { text } of examples) expect(() => JSON.parse(text)).not.toThrow();
});
