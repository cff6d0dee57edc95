/** The figures: what counts as straight through, as an error among the ready, and as an other paper staged by mistake. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { corpusFiles } from '../../bench/measure/corpus.ts';
import { valuesOf } from '../../bench/measure/expected.ts';
import type { Result } from '../../bench/measure/reading.ts';
import { interval, reliabilityPlot } from '../../bench/measure/reliability-plot.ts';
import { binsOf, reportOf, tablesOf } from '../../bench/measure/report.ts';
import { count, createTally, type Item } from '../../bench/measure/tally.ts';
import { blankInvoice, type Invoice } from '../../src/invoice/invoice.ts';

function invoice(change: Partial<Invoice> = {}): Invoice {
  return { ...blankInvoice('pdf-text'), invoiceNumber: '17', currency: 'SEK', ...change };
}

const item: Item = {
  group: 'PDF',
  origin: 'layout',
  name: 'document',
  expected: [
    {
      documentType: { values: ['invoice'], accepted: [] },
      invoiceNumber: { values: ['17'], accepted: [] },
      dueDate: { values: [], accepted: ['2026-12-02'] },
      lines: { values: ['1|-|10.00|-'], accepted: ['1|10.00|10.00|Kaffe'] },
    },
  ],
};

const line = {
  id: null,
  description: 'Kaffe',
  quantity: '1',
  unit: null,
  unitPrice: null,
  net: '10.00',
  vatRate: null,
};

function read(change: Partial<Result>): Result {
  return { invoices: [], disposition: 'invoice', reasons: [], ms: 1, crash: null, ...change };
}

function tallyOf(...counted: [Item, Partial<Result>][]) {
  const tally = createTally();
  for (const [each, result] of counted) count(tally, each, read(result));
  return tally;
}

describe('an invoice', () => {
  test('that is ready and right is straight through; its due date may follow from the terms', () => {
    const right = invoice({ dueDate: '2026-12-02', lines: [line] });
    const tally = tallyOf([item, { invoices: [{ invoice: right, isReady: true }] }]);
    expect(tally).toMatchObject({ invoices: 1, ready: 1, wrongAmongReady: 0, wrongLinesAmongReady: 0 });
    expect(tally.fields.dueDate).toEqual({ right: 0, wrong: 0, absent: 0, correctlyAbsent: 1 });
  });

  test('that is ready with a wrong number is an error among the ready; wrong lines alone are counted apart', () => {
    const wrong = invoice({ invoiceNumber: '71', lines: [line] });
    const onlyLines = invoice({ lines: [{ ...line, net: '11.00' }] });
    const tally = tallyOf(
      [item, { invoices: [{ invoice: wrong, isReady: true }] }],
      [item, { invoices: [{ invoice: onlyLines, isReady: true }] }],
    );
    expect(tally).toMatchObject({ ready: 2, wrongAmongReady: 1, wrongLinesAmongReady: 1 });
    expect(tally.mismatches.map(({ field, isReady }) => [field, isReady])).toEqual([
      ['invoiceNumber', true],
      ['lines', true],
    ]);
  });

  test('that a person must look at is no error among the ready, whatever is wrong in it', () => {
    const wrong = invoice({ invoiceNumber: '71' });
    const tally = tallyOf([item, { invoices: [{ invoice: wrong, isReady: false }] }]);
    expect(tally).toMatchObject({ ready: 0, wrongAmongReady: 0 });
    expect(tally.fields.invoiceNumber.wrong).toBe(1);
  });

  test('that was not read is absent in every field, and called no invoice where it was', () => {
    const tally = tallyOf([item, { disposition: 'not_invoice' }]);
    expect(tally.calledOther).toBe(1);
    expect(tally.fields.invoiceNumber.absent).toBe(1);
  });

  test('beyond those that are there is counted, and again when it was sure', () => {
    const two = [
      { invoice: invoice(), isReady: true },
      { invoice: invoice({ invoiceNumber: '18' }), isReady: true },
    ];
    expect(tallyOf([item, { invoices: two }])).toMatchObject({ surplus: 1, surplusReady: 1 });
  });
});

test('another paper is counted by how far it came', () => {
  const other: Item = { ...item, expected: [] };
  const unknown: Item = { ...item, expected: null };
  const staged = (isReady: boolean) => ({ invoices: [{ invoice: invoice(), isReady }] });
  const tally = tallyOf(
    [other, staged(true)],
    [other, staged(false)],
    [other, { disposition: 'not_invoice' }],
    [other, { disposition: 'needs_review' }],
    [unknown, staged(true)],
    [unknown, staged(false)],
  );
  expect(tally).toMatchObject({
    others: 4,
    othersReady: 2,
    othersStaged: 1,
    othersKnown: 1,
    othersUnknown: 1,
    invoices: 0,
  });
});

test('confidences go into their bins with what came of them', () => {
  const sure = { source: 'pdf-text', where: '', text: '', confidence: 0.95 };
  const evidence = { invoiceNumber: sure, dueDate: sure };
  const tally = tallyOf(
    [item, { invoices: [{ invoice: invoice({ evidence }), isReady: false }] }],
    [item, { invoices: [{ invoice: invoice({ evidence, invoiceNumber: '71' }), isReady: false }] }],
  );
  expect(binsOf(tally.calibration).filter(({ values }) => values > 0)).toEqual([
    { from: 0.94, mean: 0.95, values: 2, right: 1 },
  ]);
  const everything = [0, 0.29, 0.3, 0.5, 0.84, 0.999, 1].map((confidence) => ({ confidence, isRight: true }));
  expect(binsOf(everything).reduce((sum, { values }) => sum + values, 0)).toBe(everything.length);
});

test('the tables name every field that was judged, and the plot every series', () => {
  const report = reportOf(tallyOf([item, { invoices: [{ invoice: invoice(), isReady: true }] }]));
  const tables = tablesOf({ PDF: report });
  expect(tables).toContain('invoiceNumber');
  expect(tables).toContain('straight through: 100.0 % (1 of 1)');
  expect(tables).not.toContain('seller.name ');
  const svg = reliabilityPlot({ 'a <b>': [{ from: 0.9, mean: 0.93, values: 10, right: 9 }], empty: [] });
  expect(svg).toContain('a &#60;b&#62;, 10 values');
  expect(svg.match(/<circle/g)).toHaveLength(1);
});

test('the interval holds the share and narrows with more values', () => {
  const few = interval(9, 10);
  const many = interval(900, 1000);
  for (const { low, high } of [few, many]) {
    expect(low).toBeLessThan(0.9);
    expect(high).toBeGreaterThan(0.9);
  }
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
  expect(interval(5, 5).high).toBe(1);
});

test('the held-out layouts are reached by the generator alone, and nothing in src reaches the bench', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const importers = ['src', 'test', 'demo', 'bench']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.ts') && !file.includes('held-out'))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  const imports = (pattern: RegExp) =>
    importers.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
  expect(imports(/from '[^']*held-out/)).toEqual(['bench/generator/generate.ts']);
  expect(imports(/from '[^']*bench\//).filter((file) => file.startsWith('src/'))).toEqual([]);
});

const corpus = path.resolve(process.env.CORPUS_DIR ?? '../shared/corpus');

(existsSync(corpus) ? test : test.skip)(
  `the corpus is understood: every file has an expectation (there is none at ${corpus} when this is skipped)`,
  async () => {
    const files = (await corpusFiles(corpus)) ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const { folder, expected, name } of files) {
      if (folder === 'hostile') continue;
      expect([name, expected === null]).toEqual([name, false]);
    }
    const numbered = files.filter(({ expected }) =>
      expected?.some((each) => (each.invoiceNumber?.values.length ?? 0) > 0),
    );
    expect(numbered.length).toBeGreaterThan(files.length / 2);
  },
);

test('no corpus is said, not guessed', async () => {
  expect(await corpusFiles('/nowhere/at/all')).toBeNull();
});

test('values of an invoice are told for comparison, absent ones as none', () => {
  expect(valuesOf(blankInvoice(''), 'seller.name')).toEqual([]);
  expect(valuesOf(invoice({ lines: [line] }), 'lines')).toEqual(['1|-|10.00|Kaffe']);
});
