/** Invoices that are read for certain: one for each number, always the same. */
import { hostileAttachment } from '../../../demo/generator/hostile.ts';
import { type InventedInvoice, inventInvoice } from '../../../demo/generator/invoices.ts';
import { type LayoutName, toPdf } from '../../../demo/generator/pdf.ts';
import { createRandom } from '../../../demo/generator/random.ts';
import { inventSuppliers } from '../../../demo/generator/suppliers.ts';
import { toUbl } from '../../../demo/generator/ubl.ts';

export const buyer = { name: 'Nordvik Bygg AB', organisationNumber: '5590123450', vatId: 'SE559012345001' };

/** The same all along: a supplier whose account changes from one invoice to the next is held. */
const suppliers = inventSuppliers(createRandom(1), 24);

export function certainInvoice(number: number): InventedInvoice {
  const supplier = suppliers[number % suppliers.length];
  if (!supplier) throw new Error('no supplier was invented');
  return inventInvoice(createRandom(number), {
    supplier,
    buyer,
    invoiceNumber: String(number),
    issueDate: '2026-11-02',
  });
}

export function ublOf(number: number): Buffer {
  return Buffer.from(toUbl(certainInvoice(number)));
}

let bomb: Promise<Buffer> | undefined;

/** A PDF of some hundred kilobytes that inflates to 400 MB of drawing; made once, since that takes a while. */
export async function pdfBomb(): Promise<Buffer> {
  bomb ??= hostileAttachment('pdf-bomb', certainInvoice(1)).then(({ content }) => Buffer.from(content));
  return await bomb;
}

export async function pdfOf(
  number: number,
  options: { layout?: LayoutName; userPassword?: string } = {},
): Promise<Buffer> {
  const { layout = 'classic', ...security } = options;
  return await toPdf(certainInvoice(number), layout, security);
}
