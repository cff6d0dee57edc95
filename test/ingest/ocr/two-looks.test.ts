/** A picture that was looked at twice: what both looks say counts, what only one says is put to a person. */
import { expect, test } from '@jest/globals';
import type { Finding } from '../../../src/ingest/formats/format.ts';
import { holdsWriting, ofTwoLooks } from '../../../src/ingest/formats/read-picture.ts';
import { bothLooks } from '../../../src/ingest/ocr/both-looks.ts';
import { blankInvoice, type Invoice } from '../../../src/invoice/invoice.ts';
import { pagesOf } from '../pdf/support/sheet.ts';

function finding(values: Partial<Invoice>, codes: readonly string[]): Finding {
  const invoice = { ...blankInvoice('ocr'), ...values };
  for (const field of Object.keys(values)) {
    invoice.evidence[field] = { source: 'ocr', where: 'page 1', text: '', confidence: 0.9 };
  }
  const reasons = codes.map((code) => ({ code, message: code }));
  return { kind: 'invoice', format: 'ocr', reason: null, invoices: [{ invoice, reasons }], embedded: [] };
}

const nothing: Finding = { kind: 'unreadable', format: 'ocr', reason: null, invoices: [], embedded: [] };

function outcome({ invoices: [found] }: Finding) {
  return { number: found?.invoice.invoiceNumber, codes: found?.reasons.map(({ code }) => code) };
}

test('the surer look is taken, whichever it was', () => {
  const sure = finding({ invoiceNumber: '4711' }, []);
  const unsure = finding({ invoiceNumber: '4711' }, ['missing:payable']);
  expect(outcome(ofTwoLooks(unsure, sure))).toEqual({ number: '4711', codes: [] });
  expect(outcome(ofTwoLooks(sure, unsure))).toEqual({ number: '4711', codes: [] });
  expect(ofTwoLooks(nothing, sure)).toBe(sure);
});

test('a number that the other look reads differently is put to a person', () => {
  const sure = finding({ invoiceNumber: '4711' }, []);
  const unsure = finding({ invoiceNumber: '4771' }, ['missing:payable']);
  expect(outcome(ofTwoLooks(unsure, sure))).toEqual({
    number: '4711',
    codes: ['recognised_unsure:invoiceNumber'],
  });
});

test('what only the other look found is shown to the person who is asked anyway, and makes nothing ready', () => {
  const without = finding({}, ['unsure:dueDate']);
  const withIt = finding({ invoiceNumber: '4711' }, ['unsure:dueDate', 'missing:payable']);
  expect(outcome(ofTwoLooks(without, withIt))).toEqual({
    number: '4711',
    codes: ['unsure:dueDate', 'recognised_unsure:invoiceNumber'],
  });
});

test('where the first look saw nothing, what the second saw stands; where both saw something, the first', () => {
  const first = pagesOf([
    ['Faktura', 50, 40],
    ['31 118,00', 400, 300],
  ]);
  const second = pagesOf([
    ['Fakbua', 52, 41],
    ['Att betala', 300, 300],
    ['31 118,00', 401, 301],
  ]);
  expect(bothLooks(first, second).pages[0]?.items.map(({ text }) => text)).toEqual([
    'Faktura',
    '31 118,00',
    'Att betala',
  ]);
});

test('what is no invoice at one look and one at the other is put to a person; at both it is none', () => {
  const none: Finding = {
    ...nothing,
    kind: 'not_invoice',
    reason: { code: 'reminder', message: 'a reminder' },
  };
  const invoice = finding({ invoiceNumber: '4711' }, []);
  for (const both of [ofTwoLooks(none, invoice), ofTwoLooks(invoice, none)]) {
    expect(outcome(both)).toEqual({ number: '4711', codes: ['recognised_unsure:kind'] });
  }
  expect(ofTwoLooks(none, none).kind).toBe('not_invoice');
});

test('a picture on which hardly a word was recognised is not looked at again; one with a few words is', () => {
  const words = ['Faktura', 'Fakturadatum', 'Moms', 'Summa', 'Betala'];
  const written = pagesOf(words.map((word, index): [string, number, number] => [word, 50, 40 + 20 * index]));
  const [page] = written.pages;
  const withItems = (items: NonNullable<typeof page>['items']) => ({
    ...written,
    pages: page ? [{ ...page, items }] : [],
  });
  expect(holdsWriting(written)).toBe(true);
  expect(holdsWriting(withItems(page?.items.slice(1) ?? []))).toBe(false);
  expect(holdsWriting(withItems(page?.items.map((item) => ({ ...item, confidence: 0.4 })) ?? []))).toBe(
    false,
  );
  expect(holdsWriting(withItems(page?.items.map((item) => ({ ...item, text: '1;' })) ?? []))).toBe(false);
});
