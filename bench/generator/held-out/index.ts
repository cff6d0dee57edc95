/** The layouts that readers are only measured on. See README.md. */
import type { InvoiceLayout, OtherPaper } from '../layout.ts';
import { smallFirm } from './small-firm.ts';

export const layouts: readonly InvoiceLayout[] = [smallFirm];

export const papers: readonly OtherPaper[] = [];
