/** Every format that documents are read as, in the order they are asked. */
import type { Format } from './format.ts';
import { pdfText } from './pdf-text.ts';
import { otherUbl, recognised } from './recognised.ts';
import { ubl } from './ubl.ts';

export const formats: readonly Format[] = [ubl, recognised, otherUbl, pdfText];
