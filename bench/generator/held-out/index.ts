/** The layouts that readers are only measured on. See README.md. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';

export const layouts: readonly InvoiceLayout[] = [];

export const papers: readonly OtherPaper[] = [];
