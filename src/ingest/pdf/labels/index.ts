/** Every language that invoices are read in. Adding one is adding a file and a line here. */
import { english } from './en.ts';
import type { Language } from './language.ts';
import { swedish } from './sv.ts';

export const languages: readonly Language[] = [swedish, english];
