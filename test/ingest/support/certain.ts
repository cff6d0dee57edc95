/** Invoices that are read for certain: one for each number, always the same. */
import { hostileAttachment } from '../../../demo/generator/hostile.ts';
import { type InventedInvoice, inventInvoice } from '../../../demo/generator/invoices.ts';
import { type LayoutName, toPdf } from '../../../demo/generator/pdf.ts';
import { createRandom } from '../../../demo/generator/random.ts';
import { inventSuppliers } from '../../../demo/generator/suppliers.ts';
import { toUbl } from '../../../demo/generator/ubl.ts';

export const buyer = { name: 'Nordvik Bygg AB', organisationNumber: '5590123450', vatId: 'SE559012345001' };

export function certainInvoice(number: number): InventedInvoice {
  const random = createRandom(number);
  const [supplier] = inventSuppliers(random, 1);
  if (!supplier) throw new Error('no supplier was invented');
  return inventInvoice(random, {
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
