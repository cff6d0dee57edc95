/** An invoice as a PDF, in one of several layouts. */
import type { InventedInvoice } from './invoices.ts';
import { classic } from './layouts/classic.ts';
import { english } from './layouts/english.ts';
import { modern } from './layouts/modern.ts';
import { drawPdf, type Layout } from './layouts/paper.ts';

export type LayoutName = 'classic' | 'modern' | 'english';

const layouts: Record<LayoutName, Layout> = { classic, modern, english };

export async function toPdf(
  invoice: InventedInvoice,
  layout: LayoutName,
  options: { userPassword?: string } = {},
): Promise<Buffer> {
  return await drawPdf(
    `${invoice.supplier.name} ${invoice.invoiceNumber}`,
    (sheet) => layouts[layout](invoice, sheet),
    options,
  );
}
