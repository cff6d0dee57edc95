/**
 * Any folder of PDFs that carry their invoice as data: what the page says is held against the data, which are exact. So a
 * person's own archive of such invoices measures the reading of pages, without a line of expected values written by hand.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../../src/ingest/formats/read-document.ts';
import { mediaTypes } from '../../src/ingest/mime/media-type.ts';
import { openPdf } from '../../src/ingest/pdf/page/open.ts';
import { defaultReadingLimits } from '../../src/ingest/reading-limits.ts';
import type { Invoice } from '../../src/invoice/invoice.ts';
import { type ExpectedInvoice, type Field, valuesOf } from './expected.ts';

export interface ArchivedPdf {
  name: string;
  bytes: Uint8Array;
  expected: ExpectedInvoice[];
}

const fieldsHeldAgainst: readonly Field[] = [
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'currency',
  'seller.name',
  'seller.organisationNumber',
  'seller.vatId',
  'buyer.name',
  'totals.net',
  'totals.vat',
  'totals.gross',
  'totals.payable',
  'payment.accounts',
  'payment.reference',
];

/** PDFs in the folder that hold exactly one invoice as data; others are left out. */
export async function* archivedPdfs(folder: string): AsyncGenerator<ArchivedPdf> {
  const names = (await readdir(folder)).filter((name) => /\.pdf$/i.test(name)).sort();
  for (const name of names) {
    const path = join(folder, name);
    const finding = await readDocument(path, mediaTypes.pdf, false, { limits: defaultReadingLimits });
    const [found] = finding.invoices;
    if (!found || finding.invoices.length > 1 || finding.format === 'pdf-text') continue;
    const bytes = await readFile(path);
    const { pages } = await openPdf(new Uint8Array(bytes), defaultReadingLimits.pdf);
    const text = pages.pages.flatMap(({ items }) => items.map((item) => item.text)).join(' ');
    if (text.length < pageMin) continue;
    yield { name, bytes, expected: [expectedOfData(found.invoice, compact(text))] };
  }
}

/** Characters without which a page says nothing. */
const pageMin = 100;

/** What the data say; a value that cannot be found in the text need not be read, and where they are silent nothing is judged. */
export function expectedOfData(invoice: Invoice, compactText: string): ExpectedInvoice {
  return Object.fromEntries(
    fieldsHeldAgainst.flatMap((field) => {
      const values = valuesOf(invoice, field);
      if (values.length === 0) return [];
      const isShown = values.every((value) =>
        formsOf(field, value).some((form) => compactText.includes(compact(form))),
      );
      return [[field, { values, accepted: values.flatMap(unsigned), mayBeAbsent: !isShown }]];
    }),
  );
}

/** A credit that its data write as an invoice of less than nothing is a credit note on its page. */
export function unsigned(amount: string): string[] {
  return /^-[\d.]+$/.test(amount) ? [amount.slice(1)] : [];
}

/** Ways in which a value may be printed; separators are left out of the comparison. */
function formsOf(field: Field, value: string): string[] {
  if (field === 'currency') return [value, '€', '$', 'kr'];
  if (field === 'payment.accounts') return [value.replace(/^\w+ /, '')];
  if (field !== 'issueDate' && field !== 'dueDate') return [value, value.replace(/\.00$/, '')];
  const [year = '', month = '', day = ''] = value.split('-');
  return [value, `${day}${month}${year}`, `${month}${day}${year}`, `${Number(day)}${Number(month)}${year}`];
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}€$]/gu, '').toLowerCase();
}
