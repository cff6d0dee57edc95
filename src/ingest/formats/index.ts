/** Every format that documents are read as, in the order they are asked. */
import { cii } from './cii.ts';
import { finvoice, finvoiceAttachments } from './finvoice.ts';
import type { Format } from './format.ts';
import { pdfText } from './pdf-text.ts';
import { notInvoice, recognised } from './recognised.ts';
import { svefaktura, svefakturaObjects } from './svefaktura.ts';
import { ubl } from './ubl.ts';
import { zugferd1 } from './zugferd1.ts';

export const formats: readonly Format[] = [
  ubl,
  cii,
  zugferd1,
  svefaktura,
  svefakturaObjects,
  finvoice,
  finvoiceAttachments,
  recognised,
  notInvoice,
  pdfText,
];
