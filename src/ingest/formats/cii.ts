/** UN/CEFACT Cross Industry Invoice D16B: Factur-X and ZUGFeRD 2 in all profiles, XRechnung, and bare CII. */
import { d16b } from './cii/dialect.ts';
import { ciiFormat } from './cii/read.ts';

export const cii = ciiFormat(d16b);
