/** ZUGFeRD 1.0 (CrossIndustryDocument), all profiles. */
import { zugferd1Dialect } from './cii/dialect.ts';
import { ciiFormat } from './cii/read.ts';

export const zugferd1 = ciiFormat(zugferd1Dialect);
